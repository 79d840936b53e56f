// Reads the migrations as they lie in the folder: plain SQL, numbered, each with the checksum of its text.
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export type MigrationFile = {
  readonly name: string
  readonly sql: string
  readonly sha256: string
  /** Most run inside a transaction; a file that says `-- kith: no transaction` holds one statement that cannot. */
  readonly transaction: boolean
}

export const migrationsFolder = fileURLToPath(new URL('./migrations', import.meta.url))

/** The migrations of a folder in the order of their numbers; refuses names that leave the order open. */
export function migrationFiles(folder: string = migrationsFolder): MigrationFile[] {
  const names = readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .sort()
  for (const [index, name] of names.entries()) {
    if (!/^\d{4}-[a-z0-9-]+\.sql$/.test(name))
      throw new Error(`Migration ${name}: the name must look like 0001-what-it-makes.sql.`)
    const before = names[index - 1]
    if (before?.slice(0, 4) === name.slice(0, 4))
      throw new Error(`Migrations ${before} and ${name} have the same number.`)
  }
  return names.map((name) => readMigration(folder, name))
}

function readMigration(folder: string, name: string): MigrationFile {
  const sql = readFileSync(join(folder, name), 'utf8')
  const transaction = !/^-- kith: no transaction$/m.test(sql)
  if (
    transaction &&
    /^\s*(begin|commit|rollback|start transaction)\s*(work|transaction)?\s*;/im.test(withoutBodies(sql))
  ) {
    throw new Error(`Migration ${name} must not begin or end a transaction: each file is one.`)
  }
  return { name, sql, sha256: createHash('sha256').update(sql).digest('hex'), transaction }
}

/** The bodies of functions may say `begin`. */
function withoutBodies(sql: string): string {
  return sql.replace(/(\$\w*\$)[\s\S]*?\1/g, '')
}
