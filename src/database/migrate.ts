// Brings a database up to date: forward only, each file once, safe against two starters at once.
import pg from 'pg'
import { withClient } from '#postgres'
import { type MigrationFile, migrationFiles, migrationsFolder } from './migration-files.ts'

export type MigrateOptions = {
  readonly folder?: string
  /** The name of the last migration to apply; for restoring a backup of an older Kith. */
  readonly upTo?: string | undefined
  readonly log?: (line: string) => void
}

export type RecordedMigration = { readonly name: string; readonly sha256: string }

/** Any number that no other lock of Kith uses. */
const lockNumber = 4_152_903

/** Applies what is missing and returns the names; refuses when what was applied is not what the files say. */
export async function migrate(connection: pg.ClientConfig, options: MigrateOptions = {}): Promise<string[]> {
  const files = migrationFiles(options.folder ?? migrationsFolder)
  return await withClient(connection, async (client) => {
    await client.query('select pg_advisory_lock($1)', [lockNumber])
    await client.query(`
      set client_min_messages = warning;
      create schema if not exists door;
      create table if not exists door.migration (
        name text collate "C" primary key,
        sha256 text not null,
        applied timestamptz not null default now()
      )`)
    const missing = notYetApplied(files, await recordedMigrations(client)).filter(
      ({ name }) => name <= (options.upTo ?? name),
    )
    if (missing.length === 0) return []
    await needSuperuser(client)
    return await withClusterLock(connection, async () => await applyAll(client, missing, options.log))
  })
}

/** The roles behind the walls own functions and pass row-level security: PostgreSQL lets only a superuser arrange that. */
async function needSuperuser(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ rolsuper: boolean }>(
    'select rolsuper from pg_roles where rolname = session_user',
  )
  if (rows[0]?.rolsuper !== true)
    throw new Error(
      'To bring the database up to date, its address (DATABASE_URL) must name a superuser: Kith makes roles that own functions.',
    )
}

/** What a database has been through; empty where it has not begun. */
export async function recordedMigrations(client: pg.ClientBase): Promise<RecordedMigration[]> {
  const { rows: there } = await client.query(`select from pg_class where oid = to_regclass('door.migration')`)
  if (there.length === 0) return []
  return (await client.query<RecordedMigration>('select name, sha256 from door.migration order by name')).rows
}

/** The files that are still to be applied; throws where the past differs from the files. */
function notYetApplied(files: readonly MigrationFile[], recorded: readonly RecordedMigration[]): MigrationFile[] {
  const byName = new Map(files.map((file) => [file.name, file]))
  for (const { name, sha256 } of recorded) {
    const file = byName.get(name)
    if (!file)
      throw new Error(
        `This database has been through migration ${name}, which this Kith does not have: use the newer Kith.`,
      )
    if (file.sha256 !== sha256) {
      throw new Error(
        `Migration ${name} was changed after it was applied to this database: put the file back and write a new migration.`,
      )
    }
  }
  const last = recorded.at(-1)?.name ?? ''
  const applied = new Set(recorded.map(({ name }) => name))
  const missing = files.filter(({ name }) => !applied.has(name))
  const late = missing.find(({ name }) => name < last)
  if (late)
    throw new Error(`Migration ${late.name} comes before ${last}, which was already applied: give it a higher number.`)
  return missing
}

async function applyAll(
  client: pg.Client,
  missing: readonly MigrationFile[],
  log: MigrateOptions['log'],
): Promise<string[]> {
  for (const file of missing) {
    await apply(client, file)
    log?.(`Applied ${file.name}.`)
  }
  return missing.map(({ name }) => name)
}

async function apply(client: pg.Client, { name, sql, sha256, transaction }: MigrationFile): Promise<void> {
  try {
    if (transaction) await client.query('begin')
    await client.query(sql)
    await client.query('reset role')
    await client.query('insert into door.migration (name, sha256) values ($1, $2)', [name, sha256])
    if (transaction) await client.query('commit')
    await client.query('reset all')
  } catch (error) {
    if (transaction) await client.query('rollback').catch(() => {})
    throw new Error(
      `Migration ${name} failed${placeOf(error, sql)}: ${error instanceof Error ? error.message : String(error)}`,
      { cause: error },
    )
  }
}

function placeOf(error: unknown, sql: string): string {
  const position = error instanceof pg.DatabaseError ? Number(error.position) : Number.NaN
  return Number.isNaN(position) ? '' : ` at line ${sql.slice(0, position).split('\n').length}`
}

/** Roles are shared by the databases of a cluster, and an advisory lock is not: one migration at a time, by a lock in `postgres`. */
async function withClusterLock<T>(connection: pg.ClientConfig, work: () => Promise<T>): Promise<T> {
  const elsewhere = new pg.Client(inPostgres(connection))
  elsewhere.on('error', () => {})
  try {
    await elsewhere.connect()
    await elsewhere.query('select pg_advisory_lock($1)', [lockNumber])
  } catch {
    return await work() // a server of one's own may let nobody into `postgres`; its databases are then made one by one
  }
  try {
    return await work()
  } finally {
    await elsewhere.end()
  }
}

function inPostgres(connection: pg.ClientConfig): pg.ClientConfig {
  if (!connection.connectionString) return { ...connection, database: 'postgres' }
  const url = new URL(connection.connectionString)
  url.pathname = '/postgres'
  return { connectionString: url.href }
}
