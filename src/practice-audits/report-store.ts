// The SQL of the report to the board: every audit of a time, grades by theme, actions, voices, duties before and after, and where themes come up.
import { sql } from 'kysely'
import type { IsoDay } from '#calendar'
import type { Asking } from '#database'
import type { ReportedAudit } from './trends.ts'

export type Span = { readonly since: IsoDay; readonly until: IsoDay }

/** By the day on which they were due, first to last; and whatever they look at once more. */
export async function reportedAudits(
  { record, who }: Asking,
  { since }: Pick<Span, 'since'>,
): Promise<readonly ReportedAudit[]> {
  const { rows } = await sql<ReportedAudit>`
    select a.line, a.child, a.drawn, a.due, f.given as submitted, f.grade as first, s.grade as second, a.again, c.closed
    from kith.practice_audit_current a
      left join kith.audit_grade_current f on f.council = a.council and f.child = a.child and f.audit = a.line and f.stage = 'first'
      left join kith.audit_grade_current s on s.council = a.council and s.child = a.child and s.audit = a.line and s.stage = 'second'
      left join kith.audit_closing_current c on c.council = a.council and c.child = a.child and c.audit = a.line
    where a.council = ${who.council}::smallint and a.due >= ${since}::date order by a.due, a.line`.execute(record)
  return rows
}

export type ThemeCount = { readonly theme: string; readonly grade: string; readonly n: number }
/** Of audits that were drawn at random and handed in. */
export async function themeCounts(
  { record, who }: Asking,
  { since }: Pick<Span, 'since'>,
): Promise<readonly ThemeCount[]> {
  const { rows } = await sql<ThemeCount>`
    select t.theme, t.grade, count(*)::int as n
    from kith.practice_audit_current a
      join kith.audit_theme_current t on t.council = a.council and t.child = a.child and t.audit = a.line
      join kith.audit_grade_current f on f.council = a.council and f.child = a.child and f.audit = a.line and f.stage = 'first'
    where a.council = ${who.council}::smallint and a.drawn = 'at random' and a.due >= ${since}::date and t.grade is not null
    group by t.theme, t.grade`.execute(record)
  return rows
}

export type Loop = {
  readonly findings: number
  readonly verified: number
  readonly waiting: number
  readonly child: number
  readonly carer: number
  readonly parent: number
  readonly clear: number
  readonly some: number
  readonly early: number
  readonly none: number
}
/** Findings to improve and those of them verified; who was heard; what differs for the child. */
export async function loopCounts({ record, who }: Asking, { since }: Pick<Span, 'since'>): Promise<Loop> {
  const { rows } = await sql<Loop>`
    with a as materialized (select council, child, line from kith.practice_audit_current
      where council = ${who.council}::smallint and due >= ${since}::date),
    checked as (select v.action, bool_or(v.result = 'verified') as verified from a join kith.action_verification_current v on v.council = a.council and v.child = a.child and v.audit = a.line group by v.action)
    select
      (select count(*) from a join kith.audit_finding_current f on f.council = a.council and f.child = a.child and f.audit = a.line and f.kind = 'to improve')::int as findings,
      (select count(*) from checked where verified)::int as verified,
      (select count(*) from checked where not verified)::int as waiting,
      v.*, i.*
    from (select count(distinct audit) filter (where whose = 'child')::int as child, count(distinct audit) filter (where whose = 'carer')::int as carer,
            count(distinct audit) filter (where whose = 'parent')::int as parent
          from a join kith.audit_voice_current v on v.council = a.council and v.child = a.child and v.audit = a.line and v.part = 'said') v,
         (select (count(*) filter (where difference = 'clear'))::int as clear, (count(*) filter (where difference = 'some'))::int as some,
            (count(*) filter (where difference = 'too early'))::int as early, (count(*) filter (where difference = 'none'))::int as none
          from a join kith.audit_impact_current i on i.council = a.council and i.child = a.child and i.audit = a.line) i`.execute(
    record,
  )
  const none = {
    findings: 0,
    verified: 0,
    waiting: 0,
    child: 0,
    carer: 0,
    parent: 0,
    clear: 0,
    some: 0,
    early: 0,
    none: 0,
  }
  return rows[0] ?? none
}

export type BeforeAfter = {
  readonly whose: 'audited' | 'rest'
  readonly when: 'before' | 'after'
  readonly of: number
  readonly n: number
}
/** Duties that came due in the 90 days before and after the middle of the time, met on time: of children audited by then, and of the rest. */
export async function beforeAndAfter(
  { record, who }: Asking,
  {
    audited,
    from,
    middle,
    to,
  }: { readonly audited: readonly string[]; readonly from: IsoDay; readonly middle: IsoDay; readonly to: IsoDay },
): Promise<readonly BeforeAfter[]> {
  const { rows } = await sql<BeforeAfter>`
    with children as materialized (select distinct unnest(${[...audited]}::uuid[]) as child)
    select case when c.child is null then 'rest' else 'audited' end as whose, case when d.due < ${middle}::date then 'before' else 'after' end as "when",
      (count(*) filter (where d.standing = 'doneOnTime'))::int as of, count(*)::int as n
    from kith.duty d left join children c on c.child = d.child
    where d.council = ${who.council}::smallint and d.due >= ${from}::date and d.due < ${to}::date and d.standing in ('doneOnTime', 'doneLate', 'open')
    group by 1, 2`.execute(record)
  return rows
}

export type Elsewhere = {
  readonly source: string
  readonly about: string
  readonly times: number
  readonly children: number
}
/** In numbers alone, for who leads quality and the director; nothing for others. */
export async function elsewhereCounts({ record }: Asking, { since, until }: Span): Promise<readonly Elsewhere[]> {
  const { rows } = await sql<Elsewhere>`select * from kith.practice_counts(${since}::date, ${until}::date)`.execute(
    record,
  )
  return rows
}
export type TagCount = { readonly tag: string; readonly audits: number; readonly strengths: number }
export async function tagCounts({ record, who }: Asking, { since }: Pick<Span, 'since'>): Promise<readonly TagCount[]> {
  const { rows } = await sql<TagCount>`
    select f.tag, count(distinct f.audit) filter (where f.kind = 'to improve')::int as audits, count(distinct f.audit) filter (where f.kind = 'strength')::int as strengths
    from kith.practice_audit_current a join kith.audit_finding_current f on f.council = a.council and f.child = a.child and f.audit = a.line
    where a.council = ${who.council}::smallint and a.due >= ${since}::date group by f.tag order by 2 desc, 1`.execute(
    record,
  )
  return rows
}
