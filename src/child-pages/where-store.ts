// The SQL of where a child lives: homes of record with whether each is kept from somebody, and their plans.
import { sql } from 'kysely'
import { type DayNumber, day, type IsoDay } from '#calendar'
import { AN_END_KEPT, PLACE_KEPT } from '#child-frame'
import type { Asking } from '#database'
import type { LegalBasisKind } from '#placements'

export type Home = {
  /** The version that stands. */
  readonly id: string
  readonly line: string
  readonly kind: string
  readonly since: IsoDay
  readonly sinceKnown: boolean
  readonly until: IsoDay | null
  readonly planned: boolean | null
  readonly sameCarers: boolean
  readonly kept: boolean
  /** That, or where the child came from is. */
  readonly endKept: boolean
  /** The version of its address that stands; null: none, or not for this reader. */
  readonly address: string | null
  /** The home of the list that it is; null: nobody has said, or it is not for this reader. */
  readonly household: string | null
  /** Whether this reader works with homes. */
  readonly choosesHome: boolean
  /** A stay under an agreement for short breaks. */
  readonly shortBreak: boolean
  /** `prepared`: null: it is an approved edition of the plan. */
  readonly plan: { readonly prepared: IsoDay | null; readonly signed: IsoDay | null } | undefined
}
const SHORT_BREAKS = ['short breaks agreement, episodes', 'short breaks agreement'] satisfies LegalBasisKind[]

type Row = Omit<Home, 'since' | 'until' | 'plan'> & { readonly since: string; readonly until: string | null }
type PlanRow = { readonly placement: string; readonly prepared: string | null; readonly signed: string | null }

const orNull = (text: string | null): IsoDay | null => (text === null ? null : day(text))
/** The latest first. `plans`: whether the reader may see plans; else none is said to be missing. */
export async function homesOf({ who, record }: Asking, child: string, plans: boolean): Promise<readonly Home[]> {
  const { rows } = await sql<Row>`
    select p.id, p.line, p.kind, lower(p.during) as since, p.start_known as "sinceKnown", upper(p.during) as until, p.planned, p.same_carers as "sameCarers",
      ${PLACE_KEPT} as kept, ${AN_END_KEPT} as "endKept",
      (select a.id from kith.address_current a where a.council = p.council and a.child = p.child and a.line = p.place) as address,
      (select h.line from kith.placement_household_current t join kith.household_current h on h.council = t.council and h.line = t.household
        where t.council = p.council and t.child = p.child and t.placement = p.line) as household, (select kith.works_with_homes()) as "choosesHome",
      exists (select from kith.legal_basis_current b where b.council = p.council and b.child = p.child and b.kind = any (${SHORT_BREAKS})
        and coalesce(b.made, b.made_by) <= lower(p.during)
        and coalesce(least(b.ended, b.until), 'infinity') >= coalesce(upper(p.during), lower(p.during))) as "shortBreak"
    from kith.placement_current p where p.council = ${who.council}::smallint and p.child = ${child}::uuid order by lower(p.during) desc`.execute(
    record,
  )
  const written = plans
    ? await sql<PlanRow>`
        select placement, prepared, signed from kith.placement_plan_current
        where council = ${who.council}::smallint and child = ${child}::uuid and (edition is not null or prepared is not null) order by recorded, id`.execute(
        record,
      )
    : undefined
  return rows.map(({ since, until, ...row }) => {
    const plan = written?.rows.findLast(({ placement }) => placement === row.line)
    return {
      ...{ ...row, since: day(since), until: until === null ? null : day(until) },
      plan: plan && { prepared: orNull(plan.prepared), signed: orNull(plan.signed) },
    }
  })
}

/** The day by which the law asks that others are told of a home, while that is open and a source speaks of it; as the ledger has it. */
export async function noticeOwed(
  { who, record }: Asking,
  { child, home, today }: { readonly child: string; readonly home: string; readonly today: IsoDay },
): Promise<DayNumber | undefined> {
  const { rows } = await sql<{ due: DayNumber }>`
    select kith.day(due) as due from kith.duty
    where council = ${who.council}::smallint and child = ${child}::uuid and occurrence = ${home} and rule in ('PL-04', 'PL-05')
      and standing = 'open' and due is not null and covered_until >= least(due, ${today}::date)
    order by 1 limit 1`.execute(record)
  return rows[0]?.due
}
