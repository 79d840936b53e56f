// The SQL of what the record knows of children since a time together: every fact in one question, then the words that are shown.
import { sql } from 'kysely'
import { day, type IsoDay } from '#calendar'
import { type Asking, among } from '#database'
import type { Known, KnownFact, PlanLine, Topic } from './known.ts'

/** Children, each with the day since when. */
export type Since = { readonly child: string; readonly since: IsoDay }
type Row = { readonly child: string; readonly what: string; readonly on: string | null } & Pick<
  KnownFact,
  'recorded' | 'line' | 'code'
>
const TOPICS: readonly Topic[] = [
  ...(['visit', 'late', 'done late', 'move', 'missing', 'order', 'health', 'attendance'] as const),
  ...(['exclusion', 'plan meeting', 'time kept', 'time fell out', 'view'] as const),
]
const topicOf = (what: string): Topic | undefined => TOPICS.find((one) => one === what)

/** In the order in which they are given. What the asker may not see is not there. */
export async function knownOf(
  asking: Asking,
  children: readonly Since[],
  { on, words = true }: { readonly on: IsoDay; readonly words?: boolean },
): Promise<readonly Known[]> {
  if (children.length === 0) return []
  const facts = Map.groupBy(await factRows(asking, children, on), ({ child }) => child)
  const [views, plans] = words ? [await lastWords(asking, children), await planLines(asking, children)] : [NONE, NONE]
  return children.map(({ child, since }) => ({
    ...{ child, since },
    facts: (facts.get(child) ?? []).flatMap(({ what, on: happened, recorded, line, code }): readonly KnownFact[] => {
      const topic = topicOf(what)
      return topic === undefined
        ? []
        : [{ what: topic, on: happened === null ? null : day(happened), recorded, line, code }]
    }),
    words: views.get(child),
    plan: plans.get(child) ?? [],
  }))
}
const NONE: ReadonlyMap<string, never> = new Map<string, never>()

/** Of each: the last visit on which they were seen, the last health assessment, plan meeting and attendance; the rest since that day. */
async function factRows({ record, who }: Asking, children: readonly Since[], on: IsoDay): Promise<readonly Row[]> {
  const ids = children.map(({ child }) => child)
  const { council } = who
  const of = sql`council = ${council}::smallint and child ${among(ids)}`
  const [first = on] = children.map(({ since }) => since).toSorted()
  const { rows } = await sql<Row>`
    with facts as (
      (select distinct on (child) child, 'visit' as what, happened as "on", recorded, line::text as line, case when alone then 'alone' when alone is null then 'not said' else 'not alone' end as code, false as lately
        from kith.visit_current where ${of} and visitor_role = 'representative' and seen and happened <= ${on}::date order by child, happened desc, line desc)
      union all
      select child, 'late', due, null::timestamptz, basis, scope, false from kith.duty where ${of} and standing = 'open' and due < ${on}::date and covered_until >= due
        and (closes is null or closes > ${on}::date)
      union all
      select child, 'done late', done, null::timestamptz, basis, scope, true from kith.duty where ${of} and scope = 'visits' and standing = 'doneLate' and done >= ${first}::date
      union all
      select child, 'move', lower(during), recorded, line::text, kind, true from kith.placement_current where ${of} and lower(during) >= ${first}::date
        and lower(during) <= ${on}::date and not same_carers
      union all
      select child, 'missing', since, recorded, line::text, kind, true from kith.missing_episode_current where ${of} and since >= ${first}::date
      union all
      select child, 'order', made, recorded, line::text, kind, true from kith.legal_basis_current where ${of} and made >= ${first}::date
      union all
      (select distinct on (child) child, 'health', happened, recorded, line::text, outcome, false from kith.health_assessment_current
        where ${of} and happened <= ${on}::date order by child, happened desc, line desc)
      union all
      (select distinct on (child) child, 'attendance', last, recorded, line::text, round(100.0 * attended / nullif(possible, 0))::text, false
        from kith.attendance_current where ${of} order by child, last desc, line desc)
      union all
      select child, 'exclusion', began, recorded, line::text, kind, true from kith.exclusion_current where ${of} and began >= ${first}::date
      union all
      (select distinct on (child) child, 'plan meeting', happened, recorded, line::text, stage, false from kith.education_plan_current
        where ${of} order by child, happened desc, line desc)
      union all
      select child, case when state in ('kept', 'cut short') then 'time kept' else 'time fell out' end, happens, recorded, line::text, cancelled_by, true
        from kith.family_time_day_current where ${of} and state <> 'planned' and happens >= ${first}::date and happens <= ${on}::date)
    select f.child, f.what, f."on"::text as "on", f.recorded, f.line, f.code
    from facts f join unnest(${ids}::uuid[], ${children.map(({ since }) => since)}::date[]) as c (child, since) on c.child = f.child
    where not f.lately or f."on" >= c.since order by f.what, f."on", f.line`.execute(record)
  return rows
}

type Words = NonNullable<Known['words']>
async function lastWords(asking: Asking, children: readonly Since[]): Promise<ReadonlyMap<string, Words>> {
  const { rows } = await sql<{ id: string; line: string; child: string; happened: string; said: Buffer | null }>`
    select distinct on (child) id, line, child, happened::text as happened, said from kith.view_current
    where council = ${asking.who.council}::smallint and child ${among(children.map(({ child }) => child))} and whose = 'child' and said is not null
    order by child, happened desc, line desc`.execute(asking.record)
  const words = await asking.readWords(rows)
  return new Map(
    rows.flatMap(({ id, line, child, happened }) => {
      const said = words.get(id)
      return said === undefined ? [] : [[child, { said, line, on: day(happened) }] as const]
    }),
  )
}

/** Parts of a plan on which a supervision says how far it has come: its outcomes, or, where it has none, the lines in which it is told. */
const TOLD_IN = ['permanence', 'education', 'health', 'family-time'] as const
async function planLines(
  asking: Asking,
  children: readonly Since[],
): Promise<ReadonlyMap<string, readonly PlanLine[]>> {
  const { rows } = await sql<{ id: string; child: string; plan: string; part: string; said: Buffer | null }>`
    with approved as (
      select distinct on (s.child) s.child, s.versions from kith.plan_state_current s
        join kith.plan_current p on p.council = s.council and p.child = s.child and p.line = s.plan and p.kind in ('care plan', 'pathway plan')
      where s.council = ${asking.who.council}::smallint and s.child ${among(children.map(({ child }) => child))} and s.state = 'approved'
      order by s.child, s.recorded desc, s.id desc)
    select p.id, p.child, p.plan, p.part, p.said from approved a join kith.plan_part p on p.council = ${asking.who.council}::smallint
      and p.child = a.child and p.id = any (a.versions)
    where p.part = any (${[...TOLD_IN]}) or p.part ~ '^outcome/[0-9]+/different$' order by p.child, p.part`.execute(
    asking.record,
  )
  const words = await asking.readWords(rows)
  const lines = rows.map(({ id, child, plan, part }) => ({
    child,
    line: { plan, part: part.replace(/\/different$/, ''), text: words.get(id) },
  }))
  return new Map(
    [...Map.groupBy(lines, ({ child }) => child)].map(([child, own]) => {
      const outcomes = own.filter(({ line }) => line.part.startsWith('outcome/'))
      return [child, (outcomes.length > 0 ? outcomes : own).map(({ line }) => line)]
    }),
  )
}
