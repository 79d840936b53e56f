// The SQL of reviews: which are coming, what is there for each, what was decided and is still open, who was not seen.
import { sql } from 'kysely'
import { addMonths, type DayNumber, type IsoDay } from '#calendar'
import { type Asking, among } from '#database'
import { basisOf, EVERY_BASIS } from '#duties'
import { scopeOf } from '#ledger'

export type ComingReview = {
  readonly child: string
  readonly name: string
  readonly due: DayNumber
  /** The day of the last review that the record holds. */
  readonly last: DayNumber | null
  /** A plan of the home that was signed or prepared; null: none is recorded. */
  readonly plan: DayNumber | null
  /** The child's own words since the last review. */
  readonly said: DayNumber | null
}

/** The ways in which reviews are counted: of what stands around a review other lists tell. */
const REVIEWS = EVERY_BASIS.filter((basis) => basis.kind === 'review' && scopeOf(basis) === 'reviews').map(
  ({ id }) => id,
)

/** Reviews late or due in the next three months, of these children (null: of all whom the asker sees). */
export async function reviewsComing(
  { record, who }: Asking,
  children: readonly string[] | null,
  on: IsoDay,
): Promise<readonly ComingReview[]> {
  const { rows } = await sql<Omit<ComingReview, 'name'> & { basis: string }>`
    with coming as (
      select d.child, d.basis, d.due from kith.duty d
      where d.council = ${who.council}::smallint and ${children === null ? sql`true` : sql`d.child ${among(children)}`}
        and d.scope = 'reviews' and d.basis = any (${REVIEWS}::text[]) and d.standing = 'open' and (d.closes is null or d.closes > ${on}::date)
        and d.due <= ${addMonths(on, 3)}::date and (d.due >= ${on}::date and d.covered_until is not null or d.covered_until >= d.due)
      order by d.due, d.child limit 1000)
    select c.child, c.basis, kith.day(c.due) as due, kith.day(r.held) as last, kith.day(p.day) as plan, kith.day(v.said) as said
    from coming c
      left join lateral (select max(held) as held from kith.review_current where council = ${who.council}::smallint and child = c.child) r on true
      left join lateral (select max(coalesce(signed, prepared)) as day from kith.placement_plan_current
        where council = ${who.council}::smallint and child = c.child) p on true
      left join lateral (select max(happened) as said from kith.view_current where council = ${who.council}::smallint and child = c.child
        and whose = 'child' and (r.held is null or happened > r.held)) v on true
    order by c.due, c.child`.execute(record)
  return rows.flatMap(({ basis, ...row }) => {
    const known = basisOf(basis)
    return known === undefined ? [] : [{ ...row, name: known.name }]
  })
}

export type NotSeen = { readonly child: string; readonly seen: DayNumber | null }

/** Children of theirs whom this reviewing officer has not seen in the last six months, as far as visits are recorded. */
export async function notSeenBy(
  { record, who }: Asking,
  children: readonly string[],
  on: IsoDay,
): Promise<readonly NotSeen[]> {
  const { rows } = await sql<NotSeen>`
    select k.child, kith.day(max(v.happened)) as seen from unnest(${children}::uuid[]) k (child)
      left join kith.visit_current v on v.council = ${who.council}::smallint and v.child = k.child and v.seen
        and v.visitor_role = 'reviewing officer' and v.visitor = ${who.person}
    group by k.child having max(v.happened) is null or max(v.happened) < ${addMonths(on, -6)}::date
    order by max(v.happened) nulls first, k.child`.execute(record)
  return rows
}

export type MidpointDue = { readonly child: string; readonly last: DayNumber; readonly next: DayNumber }
/** Children of whom nobody has looked since the last review, with that review and the day by which the next is due. */
export async function notLookedAtSince(
  { record, who }: Asking,
  children: readonly string[],
  on: IsoDay,
): Promise<readonly MidpointDue[]> {
  const { rows } = await sql<MidpointDue>`
    select d.child, kith.day(r.held) as last, kith.day(min(d.due)) as next from kith.duty d
      join lateral (select max(held) as held from kith.review_current v where v.council = d.council and v.child = d.child and not v.adjourned) r
        on r.held is not null
    where d.council = ${who.council}::smallint and d.child ${among(children)} and d.scope = 'reviews' and d.basis = any (${REVIEWS}::text[])
      and d.standing = 'open' and (d.closes is null or d.closes > ${on}::date) and d.due > r.held
      and not exists (select from kith.midpoint_check_current m where m.council = d.council and m.child = d.child and m.happened >= r.held)
    group by d.child, r.held order by 3, 1`.execute(record)
  return rows
}
