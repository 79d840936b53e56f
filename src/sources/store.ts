// The SQL of where things are recorded and of nightly files: who said what, each time a row more; what came, what is expected and what is gone.
import { sql } from 'kysely'
import { parseInstant } from '#calendar'
import type { Asking } from '#database'
import { BRINGS, type Brings, isBrings, isRoom, type Room } from '#masters'
import { type Expected, isExpectedDays, missingSince } from './lateness.ts'

export type Master = 'nobody' | 'kith' | 'other'
export type NewMaster = {
  readonly room: Room
  readonly master: Master
  readonly system: string | null
  readonly brings: Brings | null
  readonly because: string
}
export type RecordedMaster = NewMaster & { readonly id: string; readonly by: string; readonly at: string }

/** Everything that was ever said of it, the last first. */
export async function mastersRecorded({ record, who }: Asking): Promise<readonly RecordedMaster[]> {
  const { rows } = await sql<Omit<RecordedMaster, 'room'> & { room: string }>`
    select m.id, m.room, m.master, m.system, m.brings, m.because, coalesce(w.name, w.code, 'Somebody') as by, m.recorded as at
    from kith.room_master m left join kith.worker w on w.council = m.council and w.id = m.recorded_by
    where m.council = ${who.council} order by m.recorded desc, m.id desc`.execute(record)
  return rows.flatMap(({ room, ...row }) => (isRoom(room) ? [{ ...row, room }] : []))
}

/** Of each room what was said last. */
export async function mastersNow(asking: Asking): Promise<ReadonlyMap<Room, RecordedMaster>> {
  const all = await mastersRecorded(asking)
  return new Map(all.toReversed().map((one) => [one.room, one]))
}

export async function recordMaster(asking: Asking, master: NewMaster): Promise<string> {
  const [id = ''] = await asking.newIds(1)
  const { council, person: recorded_by } = asking.who
  await asking.insert('kith.room_master', [{ council, id, ...master, recorded_by }])
  return id
}

export type Counts = {
  readonly rows_read: number
  readonly added: number
  readonly changed: number
  readonly gone: number
  readonly contradicts: number
  readonly not_taken: number
}
export type Take = Counts & { readonly kind: Brings; readonly began: string }

/** `began`: when its first row was read into the record; what comes of it is as of then. */
export async function recordTake(asking: Asking, { kind, began, ...counts }: Take): Promise<void> {
  const { council, person: recorded_by } = asking.who
  const [id = ''] = await asking.newIds(1)
  await asking.insert('kith.nightly_take', [{ council, id, kind, began, ...counts, recorded_by }])
}

/** The last of each kind, the latest first. */
export async function takesOf({ record, who }: Asking, most: number): Promise<readonly Take[]> {
  const { rows } = await sql<Take>`
    select t.kind, t.began, t.rows_read, t.added, t.changed, t.gone, t.contradicts, t.not_taken
    from unnest(${[...BRINGS]}::text[]) k (kind) cross join lateral (
      select * from kith.nightly_take t where t.council = ${who.council} and t.kind = k.kind order by t.began desc limit ${most}) t
    order by t.began desc`.execute(record)
  return rows
}

export type NewExpected = { readonly kind: Brings } & Pick<Expected, 'days' | 'byHour'>
export async function recordExpected(asking: Asking, { kind, days, byHour }: NewExpected): Promise<string> {
  const [id = ''] = await asking.newIds(1)
  const { council, person: recorded_by } = asking.who
  await asking.insert('kith.nightly_expected', [{ council, id, kind, days, by_hour: byHour, recorded_by }])
  return id
}

export type FileNow = NewExpected & {
  readonly last: string | null
  readonly by: string
  readonly said: string
  /** By when it should have come and did not. */
  readonly missing: string | undefined
}
/** Of each kind of file what is expected of it, and whether it is missing now. */
export async function filesExpected({ record, who }: Asking): Promise<readonly FileNow[]> {
  type Row = Record<'kind' | 'days' | 'said' | 'by' | 'now', string> & { byHour: number | null; last: string | null }
  const { rows } = await sql<Row>`
    select distinct on (e.kind) e.kind, e.days, e.by_hour as "byHour", e.recorded as said, now() as now, coalesce(w.name, w.code, 'Somebody') as by,
      (select max(t.began) from kith.nightly_take t where t.council = e.council and t.kind = e.kind) as last
    from kith.nightly_expected e left join kith.worker w on w.council = e.council and w.id = e.recorded_by
    where e.council = ${who.council} order by e.kind, e.recorded desc, e.id desc`.execute(record)
  return rows.flatMap(({ kind, days, byHour, said, by, last, now }) => {
    const [since, at] = [parseInstant(said), parseInstant(now)]
    if (!isBrings(kind) || !isExpectedDays(days) || since === undefined || at === undefined) return []
    const missing = missingSince({ days, byHour, said: since }, parseInstant(last ?? ''), at)
    return [{ kind, days, byHour, last, by, said, missing }]
  })
}

export type NewPageThere = { readonly kind: Brings; readonly address: string | null }
export async function recordPageThere(asking: Asking, { kind, address }: NewPageThere): Promise<string> {
  const [id = ''] = await asking.newIds(1)
  const { council, person: recorded_by } = asking.who
  await asking.insert('kith.page_there', [{ council, id, kind, address, recorded_by }])
  return id
}

export type PageThere = NewPageThere & { readonly by: string; readonly said: string }
/** Of the system of each kind of file, where its page of a child is, as it was said last. */
export async function pagesThere({ record, who }: Asking): Promise<readonly PageThere[]> {
  const { rows } = await sql<Omit<PageThere, 'kind'> & { kind: string }>`
    select distinct on (p.kind) p.kind, p.address, p.recorded as said, coalesce(w.name, w.code, 'Somebody') as by
    from kith.page_there p left join kith.worker w on w.council = p.council and w.id = p.recorded_by
    where p.council = ${who.council} order by p.kind, p.recorded desc, p.id desc`.execute(record)
  return rows.flatMap(({ kind, ...row }) => (isBrings(kind) ? [{ ...row, kind }] : []))
}

export type Gone = {
  readonly id: string
  readonly kind: Brings
  readonly child: string
  readonly of_table: string
  readonly of_line: string
  readonly known_as: string | null
}
export type GoneRow = Gone & {
  readonly state: 'gone' | 'seen'
  readonly because: string | null
  readonly by: string
  readonly at: string
}
/** What is not in the files now, whether somebody has looked at it or not; the last said first. */
export async function goneNow({ record, who }: Asking): Promise<readonly GoneRow[]> {
  const { rows } = await sql<GoneRow>`
    select g.id, g.kind, g.child, g.of_table, g.of_line, g.known_as, g.state, g.because, coalesce(w.name, w.code, 'Somebody') as by, g.recorded as at
    from (select distinct on (kind, of_line) * from kith.nightly_gone where council = ${who.council} order by kind, of_line, recorded desc, id desc) g
    left join kith.worker w on w.council = g.council and w.id = g.recorded_by
    where g.state in ('gone', 'seen') order by g.recorded desc, g.id desc`.execute(record)
  return rows
}

/** Only what is not in the files now, and was not looked at: of anything else nothing is written. */
export async function recordSeen(asking: Asking, rows: readonly Gone[], because: string): Promise<string> {
  const { council, person: recorded_by } = asking.who
  const ids = await asking.newIds(rows.length)
  await asking.insert(
    'kith.nightly_gone',
    rows.map(({ kind, child, of_table, of_line, known_as }, at) => ({
      ...{ council, id: ids[at] ?? '', kind, child, of_table, of_line, known_as, state: 'seen', because, recorded_by },
    })),
  )
  return ids[0] ?? ''
}
