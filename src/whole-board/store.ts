// The SQL of the whole board: the council's code, how children live by group, and who was shown.
import { sql } from 'kysely'
import { ageOn, day, type IsoDay } from '#calendar'
import { homesReader } from '#carers'
import { childrenCalled } from '#children'
import type { Asking } from '#database'
import { filledForAll } from '#finding-homes'
import { settingsNow } from '#matching-settings'
import { groupsWaiting, homesListed, waitingOn } from '#who-waits'
import { askedGroups } from './asked.ts'
import type { LivesSo } from './fairness.ts'
import { type LaidOut, laidOut } from './laid-out.ts'
import { type Parted, partedOf } from './seen-store.ts'

export type Board = LaidOut & {
  readonly names: ReadonlyMap<string, string>
  readonly parted: ReadonlyMap<string, Parted>
  /** Homes of which it is not known how many places are free. */
  readonly notKnown: number
}

export type OfBoard = { readonly today: IsoDay; readonly code: string }
export async function boardNow(asking: Asking, { today, code }: OfBoard): Promise<Board> {
  const waiting = await waitingOn(asking, today)
  const ids = waiting.map(({ child }) => child)
  const names = ids.length === 0 ? new Map<string, string>() : await childrenCalled(asking, ids)
  const called = (child: string): string => names.get(child) ?? 'a child whose name you may not see'
  const read = homesReader(asking)
  const asked = waiting.flatMap((one) => (one.asked === null ? [] : one.child))
  const filled = await filledForAll(asking, { children: asked, homes: read }, today)
  const { groups, own, rest } = askedGroups(waiting, filled, called)
  const others = groupsWaiting(rest, {
    ...{ on: today, council: code, ageOf: (born: IsoDay) => ageOn(born, today), called },
  })
  const homes = await homesListed(asking, today, read)
  return {
    ...laidOut(
      [...groups, ...others],
      homes.map(({ home }) => home),
      { asked: own, policy: (await settingsNow(asking)).policy },
    ),
    ...{
      names,
      parted: ids.length === 0 ? new Map() : await partedOf(asking, ids),
      notKnown: homes.filter(({ free }) => free === undefined).length,
    },
  }
}

export type NosOf = {
  readonly asked: number
  readonly no: number
  readonly reasons: readonly { readonly reason: string; readonly times: number }[]
  readonly looks: readonly { readonly stage: string; readonly goes: string; readonly times: number }[]
  readonly homes: readonly { readonly home: string; readonly asked: number; readonly no: number }[]
}
/** Of a year, of children whom the asker sees: what homes answered, and how it was after 72 hours, 28 and 90 days. */
export async function nosOf({ record, who }: Asking, on: IsoDay): Promise<NosOf> {
  const { council } = who
  const year = sql`s.council = ${council}::smallint and s.happened > ${on}::date - 365 and s.happened <= ${on}::date`
  const homes = await sql<{ home: string; asked: number; no: number }>`
    select s.household as home, (count(distinct s.request) filter (where s.kind = 'asked'))::int as asked,
      (count(distinct s.request) filter (where s.kind = 'no'))::int as no from kith.home_step_current s where ${year} and s.kind in ('asked', 'no')
    group by s.household order by 3 desc, 2 desc, 1`.execute(record)
  const reasons = await sql<{
    reason: string
    times: number
  }>`select s.reason, count(*)::int as times from kith.home_step_current s
    where ${year} and s.kind = 'no' group by s.reason order by 2 desc, 1`.execute(record)
  const looks = await sql<{ stage: string; goes: string; times: number }>`select s.stage, s.goes, count(*)::int as times
    from kith.match_review_current s where ${year} group by s.stage, s.goes order by 1, 2`.execute(record)
  const total = (of: (row: { asked: number; no: number }) => number) =>
    homes.rows.reduce((sum, row) => sum + of(row), 0)
  return {
    ...{ asked: total(({ asked }) => asked), no: total(({ no }) => no) },
    ...{ homes: homes.rows, reasons: reasons.rows, looks: looks.rows },
  }
}

type Row = {
  readonly born: string | null
  readonly sex: string | null
  readonly ethnicity: string | null
  readonly alone: boolean
  readonly miles: number | null
  readonly together: boolean | null
}
/** Children in care on a day whom the asker sees. Distance that is right for a child fails nobody: its miles are left out. */
export async function livingSo({ record, who }: Asking, on: IsoDay): Promise<readonly LivesSo[]> {
  const { council } = who
  const { rows } = await sql<Row>`
    select (select max(b.born)::text from kith.birth_claim_current b where b.council = p.council and b.child = p.child and b.standing = 'in force') as born,
      (select max(i.code) from kith.identity_code_current i where i.council = p.council and i.child = p.child and i.kind = 'sex for the return') as sex,
      (select max(i.code) from kith.identity_code_current i where i.council = p.council and i.child = p.child and i.kind = 'ethnicity for the return') as ethnicity,
      exists (select from kith.unaccompanied_current u where u.council = p.council and u.child = p.child) as alone,
      case when h.reason in ('keptSafe', 'withFamily', 'childsChoice') or h.answer = 'stays' then null else d.miles::float8 end as miles,
      case when 'with brothers and sisters' = any (c.so) then true when 'with brothers and sisters' = any (c.not_so) then false end as together
    from kith.placement_current p
      left join kith.placement_distance d on d.council = p.council and d.placement = p.line and d.audience is null and d.must_not_know is null
      left join lateral (select reason, answer from kith.home_distance_current h where h.council = p.council and h.child = p.child
        and h.placement = p.line order by h.on_day desc, h.line desc limit 1) h on true
      left join lateral (select so, not_so from kith.home_choice_current c
        where c.council = p.council and c.child = p.child and c.placement = p.line limit 1) c on true
    where p.council = ${council}::smallint and p.during @> ${on}::date and p.kind !~ '^[AT]'`.execute(record)
  return rows.map(({ born, miles, together, ...row }) => ({
    ...{ ...row, age: born === null ? null : ageOn(day(born), on), days: undefined },
    ...{ failingMiles: miles ?? undefined, together: together ?? undefined },
  }))
}
