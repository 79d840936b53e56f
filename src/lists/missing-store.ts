// The SQL of who is missing, and of whom something is owed after a time missing, of all whom the asker sees.
import { sql } from 'kysely'
import type { Instant, IsoDay } from '#calendar'
import type { Asking } from '#database'

export type MissingNow = {
  readonly child: string
  readonly kind: string
  readonly since: IsoDay
  readonly sinceAt: Instant | null
  readonly grading: string | null
  /** The day on which the police were told of this time. */
  readonly policeTold: IsoDay | null
}
/** Whoever has gone longest comes first. */
export async function missingNow({ who, record }: Asking): Promise<readonly MissingNow[]> {
  const { rows } = await sql<MissingNow>`
    select m.child, m.kind, m.since::text, to_char(m.since_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "sinceAt",
      m.police_grading as grading,
      (select min(t.told)::text from kith.told_current t where t.council = m.council and t.child = m.child and t.on_line = m.line
        and t.recipient = 'police') as "policeTold"
    from kith.missing_episode_current m
    where m.council = ${who.council}::smallint and m.until is null
    order by m.since, m.child`.execute(record)
  return rows
}

export type Back = {
  readonly child: string
  readonly line: string
  readonly until: IsoDay
  readonly untilAt: Instant | null
  /** Whether the asker may record the talk. */
  readonly writes: boolean
}
/** Back in the last days, and no talk recorded after that time; who came back first comes first. */
export async function talksOwed({ who, record }: Asking, today: IsoDay, days: number): Promise<readonly Back[]> {
  const { rows } = await sql<Back>`
    select m.child, m.line, m.until::text, to_char(m.until_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "untilAt",
      kith.may(m.child, 'write', 'missing') as writes
    from kith.missing_episode_current m
    where m.council = ${who.council}::smallint and m.until > ${today}::date - ${days}::int and m.until <= ${today}::date
      and not exists (select from kith.return_interview_current i where i.council = m.council and i.child = m.child and i.episode = m.line)
    order by m.until, m.child`.execute(record)
  return rows
}

/** Children of whom the clock says that those who work with them have still to meet: only to whoever may know of the time missing. */
export async function meetingsOwed({ who, record }: Asking, today: IsoDay): Promise<readonly string[]> {
  const { rows } = await sql<{ child: string }>`
    select d.child from kith.duty d
    where d.council = ${who.council}::smallint and d.rule = 'MI-04' and d.standing = 'open' and (d.closes is null or d.closes > ${today}::date)
      and exists (select from kith.missing_episode_current m where m.council = d.council and m.child = d.child and m.line::text = d.occurrence)
    group by d.child order by min(d.occurrence)`.execute(record)
  return rows.map(({ child }) => child)
}

export type AtRisk = { readonly child: string; readonly assessed: IsoDay }
/** Where the last look saw a risk and no safety plan was ever approved: only to whoever would see the plan. */
export async function plansOwed({ who, record }: Asking): Promise<readonly AtRisk[]> {
  const { rows } = await sql<AtRisk>`
    select a.child, a.assessed::text from (
      select distinct on (child) council, child, assessed, risk from kith.exploitation_assessment_current
      where council = ${who.council}::smallint order by child, assessed desc, line desc) a
    where a.risk = 'yes' and kith.may(a.child, 'see', 'plan') and not exists (
      select from kith.plan_current p join kith.plan_state s on s.council = p.council and s.child = p.child and s.plan = p.line
      where p.council = a.council and p.child = a.child and p.kind = 'safety plan' and s.state = 'approved')
    order by a.assessed, a.child`.execute(record)
  return rows
}
