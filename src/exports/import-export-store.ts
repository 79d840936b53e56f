// Puts an exported council into an empty Kith, as the one role that may: all of it, and the same to the byte, or nothing.
import { createHmac, randomBytes } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { copyFile, type FileHandle, mkdir, open } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type pg from 'pg'
import { sealsFile } from '#access'
import {
  checkFiles,
  checkMigrations,
  checkTarget,
  holdOff,
  plainText,
  quoted,
  quotedTable,
  refuseCouncils,
} from '#backup'
import { councilKeysIn, migrate, rowBytes, sealAgain, withClient, wrapKey } from '#database'
import { type Manifest, README, writeWhole } from './export-store.ts'
import { type ExportTable, linesIn, parsedLine, saidIn, tablesOfCouncil } from './lines-store.ts'
import { PUT_IN } from './log-store.ts'
import { intoNothing } from './sinks-store.ts'

export type PutInOptions = {
  readonly connection: pg.ClientConfig
  readonly home: string
  /** Where the seals of this home lie. */
  readonly seals: string
  readonly folder: string
  /** Who sits at the command line. */
  readonly operator: string
  readonly log?: (line: string) => void
}
export type PutInResult = { readonly manifest: Manifest; readonly faults: number }

const MANIFEST = 'manifest.json'

/** Whether the folder says that it is an export, and not a backup. */
export function isExport(folder: string): boolean {
  const path = join(folder, MANIFEST)
  return existsSync(path) && readFileSync(path, 'utf8').includes('"format": "kith-export-1"')
}

export async function restoreExport(options: PutInOptions): Promise<PutInResult> {
  const { connection, folder } = options
  const sums = await checkFiles(folder, 'export')
  const manifest = JSON.parse(readFileSync(join(folder, MANIFEST), 'utf8')) as Manifest
  if (manifest.holds !== 'council')
    throw new Error(`${folder} is the record of a child: only that of a whole council is put into an empty Kith.`)
  checkMigrations(manifest, 'export')
  await withClient(connection, async (client) => await checkTarget(client, manifest, 'export'))
  await migrate(connection, { upTo: manifest.migrations.at(-1)?.name })
  const faults = await withClient(connection, async (client) => await putIn(client, options, { manifest, sums }))
  await migrate(connection)
  await keepSeals(options, manifest)
  return { manifest, faults }
}

type Checked = { readonly manifest: Manifest; readonly sums: ReadonlyMap<string, string> }

async function putIn(client: pg.Client, options: PutInOptions, { manifest, sums }: Checked): Promise<number> {
  const { folder, home, log } = options
  const { number } = manifest.council
  await client.query('begin')
  await client.query(plainText)
  await holdOff(client)
  await client.query('lock table door.council in access exclusive mode')
  await refuseCouncils(client)
  const key = await councilKeysIn(home).keyOf(number)
  // Row keys are made of one secret that is forgotten when all is in: nobody has to hold millions of them meanwhile.
  const keys = keysUnder(key, randomBytes(32))
  const tables = await tablesOfCouncil(client)
  for (const table of tables.filter(({ name }) => name.startsWith('door.')))
    await load(client, table, { folder, number, keys })
  await asTheOneWhoMay(client, { council: number, tables }, async () => {
    for (const table of tables.filter(({ name }) => !name.startsWith('door.'))) {
      log?.(table.name)
      await load(client, table, { folder, number, keys })
    }
    await loadLog(client, folder, number)
  })
  await goOn(client, number)
  await compare(client, options, { manifest, sums, key })
  // The sealer that recomputes the chain stands behind its own wall.
  await client.query('set local row_security = on')
  const faults = await client.query('select from kith.verify($1::smallint)', [number])
  await client.query(SAY, [number, PUT_IN, manifest.log.head?.number ?? 0, manifest.made, options.operator])
  await client.query('commit')
  return faults.rowCount ?? 0
}

const SAY = `insert into kith.access_entry (council, person, what, subject)
  select council, person, $2, jsonb_build_object('block', $3::int, 'made', $4::text, 'operator', $5::text)
  from door.service_worker where council = $1 and name = 'restore'`

/** kith_restore holds nothing but in this transaction, and may then only add rows of this council. */
async function asTheOneWhoMay(
  client: pg.Client,
  { council, tables }: { readonly council: number; readonly tables: readonly ExportTable[] },
  work: () => Promise<void>,
): Promise<void> {
  const names = [...tables.map(({ name }) => name), 'kith.access_entry', 'kith.access_block']
    .filter((name) => name.startsWith('kith.'))
    .map(quotedTable)
  const each = (said: (name: string) => string): string => names.map(said).join(';')
  await client.query(
    each(
      (name) => `grant insert on ${name} to kith_restore;
        create policy puts_in on ${name} for insert to kith_restore with check (council = (select kith.here()))`,
    ),
  )
  await client.query("select set_config('app.council', $1, true)", [String(council)])
  await client.query('set local row_security = on; set local role kith_restore')
  await work()
  await client.query('reset role; set local row_security = off')
  await client.query(each((name) => `drop policy puts_in on ${name}; revoke insert on ${name} from kith_restore`))
}

/** The log goes on in a new era: transaction numbers of the old server mean nothing here. */
async function goOn(client: pg.Client, council: number): Promise<void> {
  await client.query(
    `update door.log_era set era = 1 + greatest(era, (select max(era) from kith.access_entry where council = $1))`,
    [council],
  )
  await client.query(
    `select setval(pg_get_serial_sequence('kith.access_entry', 'id'), greatest(1, (select max(id) from kith.access_entry)))`,
  )
}

type Keys = {
  readonly wrapped: (record: string) => string
  readonly said: (record: string, words: string) => string
  readonly piece: (record: string, place: { readonly number: number; readonly last: boolean }, plain: Buffer) => string
}
const hex = (bytes: Buffer): string => `\\\\x${bytes.toString('hex')}`

function keysUnder(councilKey: Buffer, secret: Buffer): Keys {
  const wrappedOf = (record: string): Buffer =>
    wrapKey(councilKey, record, createHmac('sha256', secret).update(record).digest())
  return {
    wrapped: (record) => hex(wrappedOf(record)),
    said: (record, text) => hex(sealAgain(councilKey, record, { wrapped: wrappedOf(record), text })),
    piece: (record, place, plain) => hex(rowBytes(councilKey, record, wrappedOf(record)).seal(place, plain)),
  }
}

type From = { readonly folder: string; readonly number: number; readonly keys: Keys }
/** Stands for what is out of sight: it opens with no key, and is as long as nothing. */
const OUT_OF_SIGHT = hex(Buffer.alloc(28))
const MOST_ROWS = 1_000
const MOST_TEXT = 4 * 1024 * 1024

async function load(client: pg.Client, table: ExportTable, from: From): Promise<void> {
  const path = join(from.folder, table.file)
  if (!existsSync(path)) throw new Error(`The export has no ${table.file}: nothing was restored.`)
  const columns = table.columns.map(quoted).join(', ')
  const sealing = table.name === 'kith.document_piece' ? piecesFrom(from) : undefined
  const write = async (rows: string): Promise<void> =>
    void (await client.query(
      `insert into ${quotedTable(table.name)} (${columns}) overriding system value
       select ${columns} from json_populate_recordset(null::${quotedTable(table.name)}, $1::json)`,
      [rows],
    ))
  try {
    await inBatches(path, async (line, at) => await sealedLine(line, table, { from, sealing, at }), write)
  } finally {
    await sealing?.close()
  }
}

async function inBatches(
  path: string,
  made: (line: string, at: number) => Promise<string>,
  write: (rows: string) => Promise<void>,
): Promise<void> {
  let rows: string[] = []
  let length = 0
  let at = 0
  for await (const line of linesIn(path)) {
    at += 1
    const row = await made(line, at)
    rows.push(row)
    length += row.length
    if (rows.length < MOST_ROWS && length < MOST_TEXT) continue
    await write(`[${rows.join(',')}]`)
    rows = []
    length = 0
  }
  if (rows.length > 0) await write(`[${rows.join(',')}]`)
}

type Line = {
  readonly id?: string
  readonly record?: string
  readonly words?: unknown
  readonly outOfSight?: boolean
}
type Sealing = { readonly seal: (piece: Piece) => Promise<string>; readonly close: () => Promise<void> }

/** The line with its council, and, under a new key, what was left out of it. The rest goes to the database as it stands. */
async function sealedLine(
  line: string,
  { name, columns, file }: ExportTable,
  { from, sealing, at }: { readonly from: From; readonly sealing: Sealing | undefined; readonly at: number },
): Promise<string> {
  const begun = `${line.slice(0, -1)},"council":${from.number}`
  if (sealing !== undefined) return `${begun},"sealed":"${await sealing.seal(parsedLine<Piece>(line, file, at))}"}`
  if (name === 'kith.word_key')
    return `${begun},"wrapped":"${from.keys.wrapped(parsedLine<Line>(line, file, at).record ?? '')}"}`
  if (!columns.includes('said')) return `${begun}}`
  const { id = '', words, outOfSight } = parsedLine<Line>(line, file, at)
  if (outOfSight === true) return `${begun},"said":"${OUT_OF_SIGHT}"}`
  if (words === null || words === undefined) return `${begun}}`
  return `${begun},"said":"${from.keys.said(id, saidIn(words))}"}`
}

type Piece = {
  readonly file: string
  readonly child: string
  readonly number: number
  readonly bytes: number | null
  readonly last: boolean
}

/** Pieces come in the order of their files, each from the first to the last: one file is open at a time. */
function piecesFrom({ folder, keys }: From): Sealing {
  let current: { readonly file: string; readonly handle: FileHandle } | undefined
  const handleOf = async ({ file, child }: Piece): Promise<FileHandle> => {
    if (current?.file === file) return current.handle
    await current?.handle.close()
    const documents = join(folder, 'documents', child)
    const name = existsSync(documents) ? readdirSync(documents).find((one) => one.startsWith(`${file}.`)) : undefined
    if (name === undefined) throw new Error(`The export lacks the file ${file} of a document: nothing was restored.`)
    current = { file, handle: await open(join(documents, name), 'r') }
    return current.handle
  }
  return {
    seal: async (piece) => {
      if (piece.bytes === null) return OUT_OF_SIGHT
      const handle = await handleOf(piece)
      const plain = Buffer.alloc(piece.bytes)
      const { bytesRead } = await handle.read(plain, 0, piece.bytes)
      if (bytesRead !== piece.bytes) throw new Error(`The file ${piece.file} is too short: nothing was restored.`)
      return keys.piece(piece.file, piece, plain)
    },
    close: async () => await current?.handle.close(),
  }
}

async function loadLog(client: pg.Client, folder: string, council: number): Promise<void> {
  const from = (name: string): string => join(folder, 'log', name)
  const asItStands = async (line: string): Promise<string> => await Promise.resolve(line)
  await inBatches(
    from('entries.jsonl'),
    asItStands,
    async (rows) => void (await client.query(ENTRIES, [rows, council])),
  )
  await inBatches(from('blocks.jsonl'), asItStands, async (rows) => void (await client.query(BLOCKS, [rows, council])))
}

const ENTRIES = `insert into kith.access_entry (council, era, tx, id, at, person, child, what, subject) overriding system value
  select $2, (e ->> 1)::smallint, (e ->> 2)::xid8, (e ->> 3)::bigint, 'epoch'::timestamptz + (e ->> 4)::bigint * interval '1 microsecond',
    (e ->> 5)::uuid, (e ->> 6)::uuid, e ->> 7, nullif(e -> 8, 'null')
  from jsonb_array_elements($1::jsonb) e`
const BLOCKS = `insert into kith.access_block (council, number, era, from_tx, below_tx, entries, previous, hash, sealed)
  select $2, number, era, from_tx::xid8, below_tx::xid8, entries, decode(previous, 'hex'), decode(hash, 'hex'), sealed
  from json_to_recordset($1::json) b (number int, era smallint, from_tx text, below_tx text, entries int, previous text, hash text, sealed timestamptz)`

/** What would be exported of it now is, to the byte, what came: every table, document, entry and block. */
async function compare(
  client: pg.Client,
  { folder }: PutInOptions,
  { manifest, sums, key }: Checked & { readonly key: Buffer },
): Promise<void> {
  const sink = intoNothing()
  const until = { block: manifest.log.head?.number ?? 0, beforeEra: undefined }
  const { council, made } = manifest
  await writeWhole({ client, council, key, seals: join(folder, 'seals'), until, made }, sink)
  const now = new Map(
    sink
      .sums()
      .split('\n')
      .filter(Boolean)
      .map((line) => [line.slice(66), line.slice(0, 64)] as const),
  )
  for (const file of new Set([...sums.keys(), ...now.keys()]))
    if (file !== README && sums.get(file) !== now.get(file))
      throw new Error(`${file} did not come back as it was: nothing was restored.`)
}

/** A home that kept its own seals keeps them. */
async function keepSeals({ folder, seals }: PutInOptions, { council }: Manifest): Promise<void> {
  const from = sealsFile(join(folder, 'seals'), council.code)
  const to = sealsFile(seals, council.code)
  if (!existsSync(from) || existsSync(to)) return
  await mkdir(dirname(to), { recursive: true, mode: 0o700 })
  await copyFile(from, to)
}
