// What somebody can do inside their transaction: query, insert rows, keep and read words, note what they looked at.
import { type Kysely, sql } from 'kysely'
import type { Who } from './door.ts'
import type { Database } from './generated.ts'
import type { CouncilKeys } from './keys.ts'
import { among } from './prepared.ts'
import { openWords, type RowBytes, rowBytes, sealAgain, sealWords } from './words.ts'

export type Words = { readonly record: string; readonly child: string | null; readonly text: string }
export type Asking = {
  readonly who: Who
  /** Queries of this transaction. */
  readonly record: Kysely<Database>
  /** Inserts rows of one table in one statement; every row holds the same columns. */
  readonly insert: (table: keyof Database & string, rows: readonly Readonly<Record<string, unknown>>[]) => Promise<void>
  /** New ids, in the order in which they will sort. */
  readonly newIds: (count: number) => Promise<readonly string[]>
  /** Encrypts words under keys of their own and keeps the keys; returns what belongs into each record's `said`. */
  readonly keepWords: (words: readonly Words[]) => Promise<ReadonlyMap<string, string>>
  /** Encrypts the words of one record that a guarded function will write, together with their key. */
  readonly sealFor: (record: string, text: string) => Promise<{ readonly said: string; readonly wrapped: string }>
  /** Encrypts the words of a record anew under the key that it has; undefined: the key is gone, the words were taken out of sight. */
  readonly sealAgain: (record: string, text: string) => Promise<string | undefined>
  /** The words of records; a record whose key is gone is not in the answer: its words were taken out of sight. */
  readonly readWords: (
    rows: readonly { readonly id: string; readonly said: Buffer | null }[],
  ) => Promise<ReadonlyMap<string, string>>
  /** What seals and opens bytes under the key of a record's words; undefined: there are none, or they were taken out of sight. */
  readonly bytesOf: (record: string) => Promise<RowBytes | undefined>
  /** Writes one line into the access log: what was looked at, never its content. */
  readonly note: (what: string, child?: string | null, subject?: Readonly<Record<string, unknown>>) => Promise<void>
  /** The same of each of these children, once each, in one statement. */
  readonly noteEach: (
    what: string,
    children: readonly string[],
    subject?: Readonly<Record<string, unknown>>,
  ) => Promise<void>
  /** Children whose record this transaction has changed so far, in id order. */
  readonly changedChildren: () => Promise<readonly string[]>
}

/** The abilities of one transaction. Only the door makes one. */
export function askingIn(record: Kysely<Database>, who: Who, keys: CouncilKeys): Asking {
  const insert: Asking['insert'] = async (table, rows) => {
    const columns = Object.keys(rows[0] ?? {})
    if (columns.length === 0) return
    const names = sql.join(columns.map((column) => sql.ref(column)))
    const json = JSON.stringify(rows)
    await sql`insert into ${sql.table(table)} (${names}) select ${names} from json_populate_recordset(null::${sql.table(table)}, ${json}::json)`.execute(
      record,
    )
  }
  return {
    who,
    record,
    insert,
    newIds: async (count) =>
      (
        await sql<{ id: string }>`select kith.new_id() as id from generate_series(1, ${count})`.execute(record)
      ).rows.map(({ id }) => id),
    keepWords: async (words) => {
      const councilKey = await keys.keyOf(who.council)
      const sealed = words.map((one) => ({ ...one, ...sealWords(councilKey, one.record, one.text) }))
      await insert(
        'kith.word_key',
        sealed.map(({ record: id, child, wrapped }) => ({
          council: who.council,
          record: id,
          child,
          wrapped: bytes(wrapped),
        })),
      )
      return new Map(sealed.map(({ record: id, said }) => [id, bytes(said)]))
    },
    sealFor: async (id, text) => {
      const { said, wrapped } = sealWords(await keys.keyOf(who.council), id, text)
      return { said: bytes(said), wrapped: bytes(wrapped) }
    },
    sealAgain: async (id, text) => await sealedAgain(record, await keys.keyOf(who.council), { id, text }),
    readWords: async (rows) => await readWords(record, await keys.keyOf(who.council), rows),
    bytesOf: async (id) => await bytesOf(record, await keys.keyOf(who.council), id),
    ...notingIn(who, insert),
    changedChildren: async () => await changedIn(record),
  }
}

/** What was looked at, in the access log: of one child or none, or of many in one statement. */
function notingIn({ council, person }: Who, insert: Asking['insert']): Pick<Asking, 'note' | 'noteEach'> {
  const noteAll = async (what: string, children: readonly (string | null)[], subject: unknown = null) =>
    await insert(
      'kith.access_entry',
      children.map((child) => ({ council, person, child, what, subject })),
    )
  return {
    note: async (what, child = null, subject) => await noteAll(what, [child], subject),
    noteEach: async (what, children, subject) => await noteAll(what, [...new Set(children)], subject),
  }
}

async function changedIn(record: Kysely<Database>): Promise<readonly string[]> {
  const { rows } = await sql<{ child: string }>`
    select child from kith.child_changed where tx = pg_current_xact_id_if_assigned() order by child`.execute(record)
  return rows.map(({ child }) => child)
}

/** Bytes as PostgreSQL reads them from text. */
function bytes(buffer: Buffer): string {
  return `\\x${buffer.toString('hex')}`
}

async function sealedAgain(
  record: Kysely<Database>,
  councilKey: Buffer,
  { id, text }: { readonly id: string; readonly text: string },
): Promise<string | undefined> {
  const { rows } = await sql<{ wrapped: Buffer }>`select wrapped from kith.word_key where record = ${id}`.execute(
    record,
  )
  const wrapped = rows[0]?.wrapped
  return wrapped && bytes(sealAgain(councilKey, id, { wrapped, text }))
}

async function readWords(
  record: Kysely<Database>,
  councilKey: Buffer,
  rows: readonly { id: string; said: Buffer | null }[],
) {
  const withWords = rows.filter((row): row is { id: string; said: Buffer } => row.said !== null)
  const read = new Map<string, string>()
  if (withWords.length === 0) return read
  // One array, not a parameter for each: a list of children has hundreds of words.
  const found = await sql<{ record: string; wrapped: Buffer }>`
    select record, wrapped from kith.word_key where record ${among(withWords.map(({ id }) => id))}`.execute(record)
  const wrapped = new Map(found.rows.map((key) => [key.record, key.wrapped]))
  for (const { id, said } of withWords) {
    const key = wrapped.get(id)
    if (key !== undefined) read.set(id, openWords(councilKey, id, { said, wrapped: key }))
  }
  return read
}

async function bytesOf(record: Kysely<Database>, councilKey: Buffer, id: string): Promise<RowBytes | undefined> {
  const found = await sql<{ wrapped: Buffer }>`
    select wrapped from kith.word_key where council = kith.here() and record = ${id}`.execute(record)
  const wrapped = found.rows[0]?.wrapped
  return wrapped && rowBytes(councilKey, id, wrapped)
}
