// What a backup says of itself: a manifest, and the checksums of all its files in the form that `sha256sum -c` reads.
import { createHash } from 'node:crypto'
import { createReadStream, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import type { RecordedMigration } from '#database'
import type { BackupTable, Contents } from './backup-tables.ts'

export type Manifest = {
  readonly format: 1
  readonly made: string
  /** PostgreSQL's major version. */
  readonly postgres: number
  readonly migrations: readonly RecordedMigration[]
  readonly tables: readonly (BackupTable & Contents & { readonly file: string })[]
  readonly sequences: readonly { readonly name: string; readonly last: string }[]
  /** The last sealed block of each council's access log. */
  readonly heads: readonly { readonly council: number; readonly number: number; readonly hash: string }[]
  readonly leftOut: readonly string[]
}

const sums = 'SHA256SUMS'

/** Writes the manifest and then the checksums of everything. */
export async function writeManifest(folder: string, manifest: Manifest): Promise<void> {
  writeFileSync(join(folder, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`, { mode: 0o600, flush: true })
  const lines: string[] = []
  for (const file of filesUnder(folder)) lines.push(`${await sha256Of(join(folder, file))}  ${file}\n`)
  writeFileSync(join(folder, sums), lines.join(''), { mode: 0o600, flush: true })
}

/** Reads the manifest after every file was found to be what the backup says; refuses in words otherwise. */
export async function readManifest(folder: string): Promise<Manifest> {
  await checkFiles(folder, 'backup')
  const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as Manifest
  if (manifest.format !== 1)
    throw new Error(`The backup ${folder} has a form that this Kith does not know: use the newer Kith.`)
  return manifest
}

/** Every file is what SHA256SUMS says, and there is no other; refuses in words otherwise. Gives the sums by file. */
export async function checkFiles(folder: string, called: 'backup' | 'export'): Promise<ReadonlyMap<string, string>> {
  if (!existsSync(join(folder, sums))) throw new Error(`${folder} is not a whole ${called}: it has no ${sums}.`)
  const expected = new Map(readFileSync(join(folder, sums), 'utf8').split('\n').filter(Boolean).map(sumOf))
  for (const [file, sha256] of expected) {
    if (!existsSync(join(folder, file)))
      throw new Error(`The ${called} ${folder} is not whole: ${file} is missing. Nothing was restored.`)
    if ((await sha256Of(join(folder, file))) !== sha256) {
      throw new Error(
        `The ${called} ${folder} is damaged: ${file} is not as it was written. Nothing was restored; take another copy.`,
      )
    }
  }
  const stranger = filesUnder(folder).find((file) => file !== sums && !expected.has(file))
  if (stranger)
    throw new Error(`The ${called} ${folder} holds a file that is not part of it: ${stranger}. Nothing was restored.`)
  return expected
}

function sumOf(line: string): [string, string] {
  return [line.slice(66), line.slice(0, 64)]
}

function filesUnder(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .sort()
}

async function sha256Of(path: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer)
  return hash.digest('hex')
}
