// The SQL of boards that were seen: kept once a day for each who saw it, and read again by them or a director.
import { sql } from 'kysely'
import { day, type IsoDay } from '#calendar'
import type { Asking } from '#database'
import type { Placed } from '#placing-together'
import { type GroupSeen, groupsSeen } from './seen.ts'

type Head = {
  readonly id: string
  readonly on: IsoDay
  readonly recorded: string
  readonly by: string
  readonly inputs: string
  readonly settings: string
  readonly how: Placed['how']
  readonly groups: number
  readonly children: number
  readonly homes: number
  readonly placed: number
}
export type BoardSeen = Head & { readonly answer: readonly GroupSeen[] }
type Row = Omit<Head, 'on'> & { readonly on: string; readonly answer: unknown }

export type Seen = Omit<BoardSeen, 'id' | 'recorded' | 'by'>
/** Seen again unchanged on the same day, it is kept already; of the same mark another answer is another board. */
export async function keepBoard(asking: Asking, { on, answer, ...seen }: Seen): Promise<void> {
  const { council, person } = asking.who
  const { rows } = await sql<{ id: string }>`select id from kith.board_seen where council = ${council}::smallint
    and recorded_by = ${person}::uuid and on_day = ${on}::date and inputs = ${seen.inputs} and how = ${seen.how}
    and md5(answer::text) = md5((${JSON.stringify(answer)}::jsonb)::text) limit 1`.execute(asking.record)
  if (rows.length > 0) return
  await sql`with fresh as (select kith.new_id() as id)
    insert into kith.board_seen (council, id, line, recorded_by, on_day, inputs, settings, how, groups, children, homes, placed, answer)
    select ${council}::smallint, id, id, ${person}::uuid, ${on}::date, ${seen.inputs}, ${seen.settings}, ${seen.how}, ${seen.groups}::int,
      ${seen.children}::int, ${seen.homes}::int, ${seen.placed}::int, ${JSON.stringify(answer)}::jsonb from fresh
    on conflict do nothing`.execute(asking.record)
}

const COLUMNS = sql`id, on_day::text as on, recorded, recorded_by as by, inputs, settings, how, groups, children, homes, placed`
type Slice = { readonly from: number; readonly rows: number }
export async function boardsCounted({ record, who }: Asking): Promise<number> {
  const { rows } = await sql<{ of: number }>`
    select count(*)::int as of from kith.board_seen where council = ${who.council}::smallint`.execute(record)
  return rows[0]?.of ?? 0
}
/** The latest first. */
export async function boardsSeen({ record, who }: Asking, slice: Slice): Promise<readonly Head[]> {
  const { rows } = await sql<Omit<Row, 'answer'>>`
    select ${COLUMNS} from kith.board_seen where council = ${who.council}::smallint
    order by recorded desc, id desc limit ${slice.rows} offset ${slice.from}`.execute(record)
  return rows.map((row) => ({ ...row, on: day(row.on) }))
}
export async function boardSeen({ record, who }: Asking, id: string): Promise<BoardSeen | undefined> {
  const { rows } = await sql<Row>`select ${COLUMNS}, answer from kith.board_seen
    where council = ${who.council}::smallint and id = ${id}::uuid`.execute(record)
  const [row] = rows
  return row && { ...row, on: day(row.on), answer: groupsSeen(row.answer) }
}

export type Parted = { readonly child: string; readonly kind: string; readonly decided: IsoDay; readonly again: IsoDay }
/** What was decided last of each of these children and their brothers and sisters, where not all are to live together. */
export async function partedOf(
  { record, who }: Asking,
  children: readonly string[],
): Promise<ReadonlyMap<string, Parted>> {
  const { rows } = await sql<{ child: string; kind: string; decided: string; again: string }>`
    select distinct on (child, sibling_group) child, kind, decided::text, review_by::text as again from kith.sibling_decision_current
    where council = ${who.council}::smallint and child = any (${children}::uuid[])
    order by child, sibling_group, decided desc, line desc`.execute(record)
  const parted = rows.filter(({ kind }) => kind !== 'together')
  return new Map(
    parted.map(({ decided, again, ...row }) => [row.child, { ...row, decided: day(decided), again: day(again) }]),
  )
}
