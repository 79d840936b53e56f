// Writes the whole record of a council as one snapshot: to a folder, or nowhere, to know what its checksums would be.
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type pg from 'pg'
import { plainText } from '#backup'
import { type RecordedMigration, recordedMigrations, withClient } from '#database'
import { writeDocuments } from './documents-store.ts'
import { type ExportTable, keyThatIsThere, linesOf, type Of, tablesOfCouncil } from './lines-store.ts'
import {
  ALL_OF_THE_LOG,
  blockLines,
  entryLines,
  type LogState,
  type LogUntil,
  lastPutIn,
  logState,
  sealLines,
} from './log-store.ts'
import { COUNCIL_README } from './readme.ts'
import { schemaOf } from './schema-store.ts'
import { asOneFolder, intoFolder, type Sink, writeSignature } from './sinks-store.ts'

export type Manifest = {
  readonly format: 'kith-export-1'
  readonly holds: 'council'
  readonly council: { readonly number: number; readonly code: string; readonly name: string }
  /** The moment of the snapshot. */
  readonly made: string
  readonly log: LogState
  readonly documents: number
  readonly tables: readonly { readonly name: string; readonly file: string; readonly rows: number }[]
  readonly migrations: readonly RecordedMigration[]
}
export type Whole = {
  readonly client: pg.ClientBase
  readonly council: Manifest['council']
  readonly key: Buffer
  /** Where the seals are. */
  readonly seals: string
  readonly until: LogUntil
  readonly made: string
  readonly log?: ((line: string) => void) | undefined
}

export const README = 'README.txt'

/** Everything but the sums. */
export async function writeWhole(whole: Whole, sink: Sink): Promise<Manifest> {
  const { client, council, until } = whole
  const of: Of = { council: council.number, key: whole.key }
  const tables = await tablesOfCouncil(client)
  await sink.write(README, [COUNCIL_README])
  await sink.write('schema.json', [await schemaOf(client, tables)])
  const written: Manifest['tables'][number][] = []
  for (const table of tables) {
    whole.log?.(table.name)
    written.push({ ...named(table), rows: (await sink.write(table.file, linesOf(client, table, of))).rows })
  }
  await sink.write('log/entries.jsonl', entryLines(client, council.number, until))
  await sink.write('log/blocks.jsonl', blockLines(client, council.number, until))
  const sealed = await sealLines(whole.seals, council.code, until)
  if (sealed !== undefined) await sink.write(`seals/${council.code}.jsonl`, [sealed])
  whole.log?.('documents')
  const documents = await writeDocuments(client, of, sink)
  const manifest: Manifest = {
    ...{ format: 'kith-export-1', holds: 'council', council, made: whole.made },
    ...{ log: await logState(client, council.number, until), documents, tables: written },
    migrations: await recordedMigrations(client),
  }
  await sink.write('manifest.json', [`${JSON.stringify(manifest, null, 2)}\n`])
  return manifest
}

const named = ({ name, file }: ExportTable) => ({ name, file })

export type ExportOptions = {
  readonly connection: pg.ClientConfig
  readonly home: string
  readonly seals: string
  readonly council: Manifest['council']
  readonly folder: string
  /** Without what this Kith logged since the council was put into it: to be compared with the export that it came from. */
  readonly asPutIn?: boolean | undefined
  readonly log?: (line: string) => void
}

/** Reads as the owner of the database, past every wall; that it is done has to be logged before. */
export async function exportCouncil(options: ExportOptions): Promise<Manifest> {
  const { council, home, folder, seals, log } = options
  const key = await keyThatIsThere(home, council.number)
  return await withClient(options.connection, async (client) => {
    const made = await snapshot(client)
    const putIn = options.asPutIn === true ? await lastPutIn(client, council.number) : undefined
    if (options.asPutIn === true && putIn === undefined)
      throw new Error(`The record of ${council.code} was not put into this Kith from an export. Nothing was exported.`)
    const until = putIn ?? ALL_OF_THE_LOG
    let manifest: Manifest | undefined
    await asOneFolder(folder, async (draft) => {
      const sink = intoFolder(draft)
      manifest = await writeWhole({ client, council, key, seals, until, made: putIn?.made ?? made, log }, sink)
      const sums = sink.sums()
      await writeFile(join(draft, 'SHA256SUMS'), sums, { mode: 0o600, flush: true })
      await writeSignature(folder, sums, key)
    })
    if (manifest === undefined) throw new Error('Nothing was exported.')
    return manifest
  })
}

/** One moment of the database, whoever writes meanwhile. */
export async function snapshot(client: pg.ClientBase): Promise<string> {
  await client.query('begin isolation level repeatable read read only')
  await client.query(plainText)
  const { rows } = await client.query<{ made: string }>("select to_json(now()) #>> '{}' as made")
  return rows[0]?.made ?? ''
}
