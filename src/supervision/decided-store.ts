// The SQL of managers' decisions as others show them: in the story and beside the plan, each marked while it is not yet agreed.
import { sql } from 'kysely'
import { addDays, addMonths, day, type IsoDay, numberOf } from '#calendar'
import { choicesKnown } from '#clock'
import { type Asking, among, readParts } from '#database'
import { readingsOn } from '#duties'
import { BEFORE_DAYS } from '#oversight-rules'
import { OVERSIGHT } from './entry-store.ts'
import { type DecisionOwed, type DecisionPoint, decisionsAsked } from './frequency.ts'

/** How far back one is asked for: what is older is for the next time together. */
const ASKED_MONTHS = 3
export type Asked = { readonly child: string; readonly from: IsoDay | null }
/**
 * Of these children, after every move and time missing of three months: whether a manager has decided. `from`: since when supervision of
 * their worker is recorded here: before that nobody can say.
 */
export async function decisionsAfter(
  asking: Asking,
  children: readonly Asked[],
  today: IsoDay,
): Promise<readonly DecisionOwed[]> {
  const known = children.filter((one): one is Asked & { readonly from: IsoDay } => one.from !== null)
  if (known.length === 0) return []
  const { managersDecision: days, decidedAlso } = readingsOn(await choicesKnown(asking), numberOf(today))
  const { council } = asking.who
  const of = (alias: string) =>
    sql`${sql.ref(`${alias}.council`)} = ${council}::smallint and ${sql.ref(`${alias}.child`)} ${among(known.map(({ child }) => child))}`
  const since = addMonths(today, -ASKED_MONTHS)
  const { rows } = await sql<Omit<DecisionPoint, 'on' | 'decided'> & { on: string; decided: string | null }>`
    with points as (
      select p.child, 'move' as what, lower(p.during) as "on" from kith.placement_current p
      where ${of('p')} and p.kind !~ '^[AT]' and not p.same_carers and lower(p.during) > ${since}::date and lower(p.during) <= ${today}::date
        and exists (select from kith.placement_current o where o.council = p.council and o.child = p.child and upper(o.during) = lower(p.during) and o.kind !~ '^T')
      union all
      select m.child, 'missing', m.since from kith.missing_episode_current m where ${of('m')} and m.since > ${since}::date and m.since <= ${today}::date
      ${decidedAlso === 'off' ? sql`` : ofWork(of, { since, today })}
      ${decidedAlso === 'all' || decidedAlso === 'reviews' ? ofHearings(of, { since, today }) : sql``}
      ${decidedAlso === 'reviews' ? ofReviews(of, { since, today }) : sql``})
    select distinct p.child, p.what, p."on"::text as "on",
      (select min(d.decided) from kith.decision_current d
        where d.council = ${council}::smallint and d.child = p.child and d.kind = ${OVERSIGHT} and d.decided >= p."on" - case when p.what in ('hearing', 'review') then ${BEFORE_DAYS}::int else 0 end)::text as decided
    from points p join unnest(${known.map(({ child }) => child)}::uuid[], ${known.map(({ from }) => from)}::date[]) as k (child, since) on k.child = p.child
    where p."on" >= k.since order by "on", p.child`.execute(asking.record)
  const points = rows.map(({ child, what, on, decided }) => ({
    ...{ child, what, on: day(on), decided: decided === null ? null : day(decided) },
  }))
  return decisionsAsked(points, days, today)
}

type Span = { readonly since: IsoDay; readonly today: IsoDay }
type Of = (alias: string) => ReturnType<typeof sql>
const ofWork = (of: Of, { since, today }: Span) => sql`
      union all
      select a.child, 'allocated', lower(a.during) from kith.allocation_current a
      where ${of('a')} and a.role = 'allocated-worker' and lower(a.during) > ${since}::date and lower(a.during) <= ${today}::date
      union all
      select e.child, 'care ended', e.ended from kith.care_period_current e where ${of('e')} and e.ended > ${since}::date and e.ended <= ${today}::date`
/** Asked for two weeks before the day, no sooner. */
const ofHearings = (of: Of, { since, today }: Span) => sql`
      union all
      select b.child, 'hearing', b.hearing from kith.legal_basis_current b
      where ${of('b')} and b.hearing > ${since}::date and b.hearing <= ${addDays(today, BEFORE_DAYS)}::date`

/** The day that a review proposed for the next, unless one was held before it. */
const ofReviews = (of: Of, { since, today }: Span) => sql`
      union all
      select v.child, 'review', v.next_proposed from kith.review_current v
      where ${of('v')} and v.next_proposed > ${since}::date and v.next_proposed <= ${addDays(today, BEFORE_DAYS)}::date
        and not exists (select from kith.review_current n where n.council = v.council and n.child = v.child and n.held > v.held and n.held < v.next_proposed)`

export type ManagersDecision = {
  readonly line: string
  readonly decided: IsoDay
  readonly by: string
  readonly decision: string | undefined
  readonly reasons: string | undefined
  /** 'not yet agreed by Priya Nair'; undefined: it is, or nobody has to. */
  readonly notYet: string | undefined
}

/** Of these decisions, by their lines: 'not yet agreed by …', where somebody still has to sign. */
export async function notYetAgreed(
  { record, who }: Asking,
  decisions: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (decisions.length === 0) return new Map()
  const { rows } = await sql<{ decision: string; names: string[] }>`
    select s.decision, array(
      select coalesce(w.name, w.code, 'somebody') from unnest(s.waits) with ordinality n (worker, place)
        left join kith.worker w on w.council = ${who.council}::smallint and w.id = n.worker order by n.place) as names
    from kith.supervision_waits(${[...decisions]}::uuid[]) s where cardinality(s.waits) > 0`.execute(record)
  return new Map(rows.map(({ decision, names }) => [decision, `not yet agreed by ${names.join(' and ')}`]))
}

type DecisionRow = {
  readonly id: string
  readonly line: string
  readonly decided: string
  readonly by: string
  readonly said: Buffer | null
}
type ClosedDecision = DecisionRow & Pick<ManagersDecision, 'notYet'>
/** What managers decided, in supervision and between, each marked while it is not yet agreed; the first first. Words still closed, to be opened with others. */
export async function decisionsClosed(asking: Asking, child: string): Promise<readonly ClosedDecision[]> {
  const { rows } = await sql<DecisionRow>`
    select id, line, decided::text as decided, decided_by as by, said from kith.decision_current
    where council = ${asking.who.council}::smallint and child = ${child}::uuid and kind = ${OVERSIGHT} order by decided, line`.execute(
    asking.record,
  )
  const notYet = await notYetAgreed(
    asking,
    rows.map(({ line }) => line),
  )
  return rows.map((row) => ({ ...row, notYet: notYet.get(row.line) }))
}

/** The same with their words. */
export const managersDecisions = (
  rows: readonly ClosedDecision[],
  words: ReadonlyMap<string, string>,
): readonly ManagersDecision[] =>
  rows.map(({ id, line, decided, by, notYet }) => {
    const said = readParts(words.get(id), ['question', 'decision', 'reasons'])
    return { ...{ line, by, notYet, decided: day(decided) }, decision: said?.decision, reasons: said?.reasons }
  })
