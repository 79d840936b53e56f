// Writes all that the record holds about one child, and of each row whether it stands under a condition.
import { createHash } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type pg from 'pg'
import { recordedMigrations, withClient } from '#database'
import { conditionsOf, type ExportedRow } from './conditions.ts'
import { writeDocuments } from './documents-store.ts'
import { type Manifest, README, snapshot } from './export-store.ts'
import { keyThatIsThere, linesOf, listOf, type Of, tablesOfCouncil } from './lines-store.ts'
import { entriesOfChildren } from './log-store.ts'
import { CHILD_README, TRANSFER_README } from './readme.ts'
import { schemaOf } from './schema-store.ts'
import { asOneFolder, intoFolder, writeSignature } from './sinks-store.ts'

export type ChildOptions = {
  readonly connection: pg.ClientConfig
  readonly home: string
  readonly council: Manifest['council']
  /** The record that was asked for, and those that were joined with it. */
  readonly children: readonly string[]
  readonly folder: string
  /** Where it is given to another council: said in the manifest and the README. */
  readonly transfer?: Transfer | undefined
}
export type Transfer = { readonly to: string; readonly on: string; readonly why: string; readonly by: string }
export type ChildExport = {
  readonly rows: number
  readonly documents: number
  readonly underConditions: number
  /** SHA-256 of the list of checksums: by it this very export is known again. */
  readonly sums: string
}

export type FoundRecord = {
  readonly council: number
  readonly children: readonly string[]
  readonly sealed: boolean
  /** Of a sealed record: whether whoever asks is named for it and has it open. */
  readonly openTo: boolean
}

/** Which record this is, whatever was joined with it, and whether it is sealed after an adoption. */
export async function findRecord(
  client: pg.ClientBase,
  child: string,
  asker: string | undefined,
): Promise<FoundRecord | undefined> {
  const { rows } = await client.query<FoundRecord>(
    `with one as (select c.council, coalesce(j.goes_on, c.id) as goes_on from kith.child c
         left join kith.joined_child j on j.council = c.council and j.child = c.id where c.id = $1),
       every as (select council, goes_on as child from one
         union select j.council, j.child from kith.joined_child j join one on j.council = one.council and j.goes_on = one.goes_on)
     select e.council, array_agg(e.child order by e.child) as children,
       bool_or(exists (select from kith.seal_of(e.council, e.child))) as sealed,
       bool_or(exists (select from kith.seal_of(e.council, e.child) s where $2::uuid = any (s.named)
         and exists (select from kith.seal_opening o where o.council = e.council and o.child = e.child and o.person = $2::uuid and o.until > now()))) as "openTo"
     from every e group by e.council`,
    [child, asker ?? null],
  )
  return rows[0]
}

/** Rows of one child are few enough to be held; files are not. */
export async function exportChild(options: ChildOptions): Promise<ChildExport> {
  const key = await keyThatIsThere(options.home, options.council.number)
  return await withClient(options.connection, async (client) => {
    const made = await snapshot(client)
    let result: ChildExport = { rows: 0, documents: 0, underConditions: 0, sums: '' }
    await asOneFolder(options.folder, async (draft) => {
      result = await writeChild(client, { ...options, made, draft, key })
    })
    return result
  })
}

type Writing = ChildOptions & { readonly made: string; readonly draft: string; readonly key: Buffer }

async function writeChild(client: pg.ClientBase, options: Writing): Promise<ChildExport> {
  const { council, children, draft, made } = options
  const of: Of = { council: council.number, children, key: options.key }
  const sink = intoFolder(draft)
  const tables = (await tablesOfCouncil(client)).filter(({ name }) => name !== 'kith.word_key')
  const rows: ExportedRow[] = []
  for (const table of tables)
    for await (const lines of linesOf(client, table, of))
      for (const line of lines.split('\n').filter(Boolean)) rows.push({ table: table.name, row: read(line) })
  const conditions = conditionsOf(rows)
  const files: { name: string; file: string; rows: number }[] = []
  const held: string[] = []
  for (const { name, file } of tables) {
    const lines = rows.flatMap(({ table, row }, at) => (table === name ? [{ row, because: conditions[at] ?? [] }] : []))
    for (const [at, { row, because }] of lines.entries())
      if (because.length > 0) held.push(`${JSON.stringify({ table: name, lineNumber: at + 1, id: row.id, because })}\n`)
    if (lines.length > 0) files.push({ name, file, rows: (await sink.write(file, lines.map(lineOf))).rows })
  }
  await sink.write('conditions.jsonl', held)
  await sink.write('people.jsonl', await peopleIn(client, council.number, rows))
  await sink.write('log.jsonl', entriesOfChildren(client, council.number, listOf(children)))
  const documents = await writeDocuments(client, of, sink)
  await sink.write('schema.json', [await schemaOf(client, tables)])
  await sink.write(README, [options.transfer === undefined ? CHILD_README : TRANSFER_README])
  const manifest = {
    ...{ format: 'kith-export-1', holds: 'child', council, children, made, documents },
    ...{ underConditions: held.length, tables: files, migrations: await recordedMigrations(client) },
    ...(options.transfer === undefined ? {} : { transfer: options.transfer }),
  }
  await sink.write('manifest.json', [`${JSON.stringify(manifest, null, 2)}\n`])
  const sums = sink.sums()
  await writeFile(join(draft, 'SHA256SUMS'), sums, { mode: 0o600, flush: true })
  await writeSignature(options.folder, sums, options.key)
  return {
    rows: rows.length,
    documents,
    underConditions: held.length,
    sums: createHash('sha256').update(sums).digest('hex'),
  }
}

const read = (line: string): ExportedRow['row'] => JSON.parse(line) as ExportedRow['row']
type Held = { readonly row: ExportedRow['row']; readonly because: readonly string[] }
const lineOf = ({ row, because }: Held): string =>
  `${JSON.stringify(because.length === 0 ? row : { ...row, conditions: because })}\n`

/** Whoever wrote or is named, teams and schools: an id says nothing to a stranger. */
async function peopleIn(client: pg.ClientBase, council: number, rows: readonly ExportedRow[]): Promise<string[]> {
  const ids = new Set(
    rows.flatMap(({ row }) =>
      Object.values(row)
        .flat()
        .filter((one): one is string => typeof one === 'string' && /^[0-9a-f-]{36}$/.test(one)),
    ),
  )
  const { rows: named } = await client.query<{ line: string }>(
    `select row_to_json(x)::text as line from (
       select 'worker' as is, id, name from kith.worker where council = $1 and id = any ($2::uuid[])
       union all select 'team', id, name from kith.team where council = $1 and id = any ($2::uuid[])
       union all select 'school', id, name from kith.school where council = $1 and id = any ($2::uuid[]) order by 1, 2) x`,
    [council, [...ids]],
  )
  return named.map(({ line }) => `${line}\n`)
}
