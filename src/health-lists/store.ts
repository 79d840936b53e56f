// The SQL of health lists: the list, its rows and faults, children by their numbers, and what the record and earlier lists say of each.
import { sql } from 'kysely'
import { type Asking, currentOf, type RecordTable, readParts, recordFirst, type Version, writeParts } from '#database'
import type { RowFault } from '#sent-lists'
import { FIELD_WORDS, isListKind, type ListKind, type Said } from './list-row.ts'
import type { Known } from './meeting.ts'

export type NewList = {
  readonly kind: ListKind
  readonly provider: string
  readonly ofDay: string
  readonly fingerprint: string
  readonly rowsRead: number
}
export type List = NewList & { readonly id: string; readonly by: string; readonly at: string }

/** One list at a time: two that are the same, sent at once, add what they hold once. */
export async function takeListTurn(asking: Asking): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('health lists', ${asking.who.council}))`.execute(
    asking.record,
  )
}

/** The same file of the same day is the same list, whoever sends it again. */
export async function listFor(asking: Asking, list: NewList): Promise<string> {
  const { council, person: recorded_by } = asking.who
  const { kind, provider, ofDay: of_day, fingerprint, rowsRead: rows_read } = list
  const { rows } = await sql<{ id: string }>`
    select id from kith.health_list where council = ${council} and kind = ${kind} and provider = ${provider}
      and of_day = ${of_day}::date and fingerprint = ${fingerprint}`.execute(asking.record)
  if (rows[0] !== undefined) return rows[0].id
  const [id = ''] = await asking.newIds(1)
  await asking.insert('kith.health_list', [
    { council, id, kind, provider, of_day, fingerprint, rows_read, recorded_by },
  ])
  return id
}

/** By any number that is theirs, of those whom the asker may find. */
export async function childrenByNumber(
  { record, who }: Asking,
  numbers: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ number: string; child: string }>`
    select i.value as number, i.child from kith.child_identifier_current i
    where i.council = ${who.council} and i.value = any (${numbers}::text[])
    union select k.id::text, k.id from kith.child k where k.council = ${who.council} and k.id::text = any (${numbers}::text[])`.execute(
    record,
  )
  const found = Map.groupBy(rows, ({ number }) => number)
  const one = [...found].filter(([, all]) => new Set(all.map(({ child }) => child)).size === 1)
  return new Map(one.map(([number, all]) => [number, all[0]?.child ?? '']))
}

export type ListOfRow = Pick<List, 'provider' | 'ofDay' | 'kind'>
export type RowOnRecord = Version<'kith.health_list_row'> & {
  readonly said: Said
  readonly from: ListOfRow
  readonly decision: Version<'kith.health_list_decision'> | undefined
}
const NAMES = Object.keys(FIELD_WORDS) as [string, ...string[]]
const saidIn = (words: string | undefined): Said =>
  Object.fromEntries(Object.entries(readParts(words, NAMES) ?? {}).filter(([, text]) => text !== ''))

/** Every row of a list that was of this child, the oldest list first. */
export async function rowsOfChild(asking: Asking, child: string): Promise<readonly RowOnRecord[]> {
  const rows = await currentOf(asking, 'kith.health_list_row', child)
  if (rows.length === 0) return []
  const decisions = await currentOf(asking, 'kith.health_list_decision', child)
  const lists = new Map((await listsOf(asking)).map((list) => [list.id, list]))
  return rows
    .flatMap((row): RowOnRecord[] => {
      const from = lists.get(row.list)
      const decision = decisions.find((one) => one.of_row === row.line)
      return from === undefined ? [] : [{ ...row, said: saidIn(row.words), from, decision }]
    })
    .toSorted((a, b) => (`${a.from.ofDay} ${a.recorded}` < `${b.from.ofDay} ${b.recorded}` ? -1 : 1))
}

/** Of one row of a list: the lines of the record that it may be about. */
export async function knownIn(
  asking: Asking,
  table: 'kith.health_referral' | 'kith.health_assessment',
  { child, provider, ofDay }: { readonly child: string; readonly provider: string; readonly ofDay: string },
): Promise<readonly Known[]> {
  const rows = (await rowsOfChild(asking, child)).filter(({ from }) => from.provider === provider)
  const lines = await currentOf<RecordTable>(asking, table, child)
  return lines.map((version) => {
    const of = rows.filter(({ on_line }) => on_line === version.line)
    const agreed = of.filter(
      ({ outcome, from, decision }) =>
        from.ofDay <= ofDay && (outcome !== 'contradicts' || decision?.decision === 'the list is right'),
    )
    const columns = Object.entries(version).flatMap(([name, value]): [string, string | null][] =>
      (value === null || typeof value === 'string') && (name in FIELD_WORDS || VALUES.has(name)) ? [[name, value]] : [],
    )
    return {
      ...{ line: version.line, id: version.id, words: version.words },
      values: Object.fromEntries(columns),
      references: of.flatMap(({ reference }) => reference ?? []),
      before: Object.assign({}, ...agreed.map(({ said }) => said)) as Said,
    }
  })
}
const VALUES = new Set(['mode', 'waits_for'])

export type NewRow = {
  readonly list: string
  readonly row: number
  readonly outcome: 'taken' | 'known' | 'contradicts'
  readonly fields: readonly string[]
  readonly reference: string | null
  readonly on: { readonly table: 'health_referral' | 'health_assessment'; readonly line: string }
  readonly said: Said
}
export async function writeRow(asking: Asking, child: string, row: NewRow): Promise<void> {
  const { list, outcome, reference, on } = row
  const columns = {
    ...{ list, outcome, reference, row_number: row.row, fields: [...row.fields] },
    ...{ on_table: on.table, on_line: on.line },
  }
  await recordFirst(asking, 'kith.health_list_row', { child, columns, words: writeParts(row.said) })
}

/** Those of one list that the asker may see. */
export async function rowsOfList(asking: Asking, list: string): Promise<readonly ShownRow[]> {
  const { rows } = await sql<ShownRow>`
    select r.id, r.line, r.child, r.row_number as row, r.outcome, r.fields, r.on_table as "onTable", d.decision from kith.health_list_row_current r
      left join kith.health_list_decision_current d on d.council = r.council and d.child = r.child and d.of_row = r.line
    where r.council = ${asking.who.council} and r.list = ${list}::uuid order by r.row_number, r.line`.execute(
    asking.record,
  )
  return rows
}
export type ShownRow = {
  readonly id: string
  readonly line: string
  readonly child: string
  readonly row: number
  readonly outcome: string
  readonly fields: readonly string[]
  readonly onTable: string
  readonly decision: string | null
}

/** Of a list that is sent again, only those that were not said before. */
export async function writeFaults(asking: Asking, list: string, faults: readonly RowFault[]): Promise<void> {
  const held = await faultsOf(asking, list)
  const fresh = faults.filter(
    (one) => !held.some(({ row, field, says }) => row === one.row && field === one.field && says === one.says),
  )
  const ids = await asking.newIds(fresh.length)
  const { council, person: recorded_by } = asking.who
  await asking.insert(
    'kith.health_list_fault',
    fresh.map(({ row: row_number, field, says }, at) => ({
      ...{ council, id: ids[at] ?? '', list, row_number, field, says: says.slice(0, 300), recorded_by },
    })),
  )
}
export async function faultsOf({ record, who }: Asking, list: string): Promise<readonly RowFault[]> {
  const { rows } = await sql<RowFault>`
    select row_number as row, field, says from kith.health_list_fault
    where council = ${who.council} and list = ${list}::uuid order by row_number, recorded, id`.execute(record)
  return rows
}

/** The last first; `id`: that one only. */
export async function listsOf({ record, who }: Asking, id: string | null = null): Promise<readonly List[]> {
  const { rows } = await sql<Omit<List, 'kind'> & { kind: string }>`
    select l.id, l.kind, l.provider, l.of_day as "ofDay", l.fingerprint, l.rows_read as "rowsRead", l.recorded as at,
      coalesce(w.name, w.code, 'Kith, by command') as by
    from kith.health_list l left join kith.worker w on w.council = l.council and w.id = l.recorded_by
    where l.council = ${who.council} and (${id}::uuid is null or l.id = ${id}::uuid) order by l.recorded desc, l.id desc`.execute(
    record,
  )
  return rows.flatMap(({ kind, ...row }) => (isListKind(kind) ? [{ ...row, kind }] : []))
}

/** What the database refuses of one row stops no other: it is as if that row had not been there. */
export async function apart<T>({ record }: Asking, work: () => Promise<T>): Promise<T | 'refused'> {
  await sql`savepoint one_row`.execute(record)
  try {
    const done = await work()
    await sql`release savepoint one_row`.execute(record)
    return done
  } catch (error) {
    const { code = '' } = error as { code?: string }
    if (!/^(22|23|P0|42501)/.test(code)) throw error
    await sql`rollback to savepoint one_row`.execute(record)
    return 'refused'
  }
}
