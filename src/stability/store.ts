// The SQL of stability: homes that ended in a year with what came of it, facts of today, and places that are reserved for a move.
import { sql } from 'kysely'
import { addDays, addMonths, day, type IsoDay } from '#calendar'
import type { Asking } from '#database'
import type { Ended } from './ended.ts'
import type { FactOf } from './signals.ts'

const orNull = (text: string | null): IsoDay | null => (text === null ? null : day(text))
type Row = Omit<Ended, 'since' | 'ended' | 'held' | 'ahead'> & {
  readonly since: string
  readonly ended: string
  readonly held: string | null
  readonly ahead: string | null
}
/** A meeting of that kind counts for an end from a month before it to half a year after. */
export async function endedIn({ record, who }: Asking, to: IsoDay): Promise<readonly Ended[]> {
  const { rows } = await sql<Row>`
    select p.child, p.line as placement, n.line as next, p.kind, lower(p.during)::text as since, upper(p.during)::text as ended, n.planned,
      coalesce((select bool_or(c.emergency) from kith.home_check_current c where c.council = n.council and c.child = n.child and c.placement = n.line), false) as emergency,
      n.start_reason as reason, m.held, m.note, a.ahead, coalesce(d.actions, 0) as actions, coalesce(d.done, 0) as done
    from kith.placement_current p join kith.placement_current n on n.council = p.council and n.child = p.child and lower(n.during) = upper(p.during)
      left join lateral (select o.line as note, o.happened::text as held from kith.note_current o
        where o.council = p.council and o.child = p.child and o.kind = 'disruption meeting'
          and o.happened between upper(p.during) - 31 and upper(p.during) + 183 order by o.happened limit 1) m on true
      left join lateral (select min(f.meets)::text as ahead from kith.planned_meeting_current f
        where f.council = p.council and f.child = p.child and f.kind = 'disruption meeting' and f.state = 'ahead' and f.meets >= upper(p.during)) a on true
      left join lateral (select count(*)::int as actions, (count(*) filter (where exists (select from kith.action_outcome_current x
          where x.council = t.council and x.child = t.child and x.action = t.line)))::int as done
        from kith.action_current t where t.council = p.council and t.child = p.child and t.on_line = m.note) d on true
    where p.council = ${who.council}::smallint and p.kind !~ '^[AT]' and n.kind !~ '^[AT]' and not n.same_carers and n.start_reason is distinct from 'PLACE'
      and upper(p.during) > ${addMonths(to, -12)}::date and upper(p.during) <= ${to}::date`.execute(record)
  return rows.map((row) => ({
    ...row,
    ...{ since: day(row.since), ended: day(row.ended), held: orNull(row.held), ahead: orNull(row.ahead) },
  }))
}

/** How far back a fact is told. */
const RECENT = 90
const LIVES = sql`exists (select from kith.placement_current p where p.council = f.council and p.child = f.child and p.during @> `

/** Of children in care on a day whom the asker sees. */
export async function factsOn({ record, who }: Asking, on: IsoDay): Promise<readonly FactOf[]> {
  const { council } = who
  const recent = addDays(on, -RECENT)
  const year = addMonths(on, -12)
  const { rows } = await sql<Omit<FactOf, 'on'> & { on: string }>`
    select f.child, f.code, max(f.on)::text as on, count(*)::int as times from (
      select m.council, m.child, 'missing' as code, m.since as on from kith.missing_episode_current m
        where m.council = ${council}::smallint and m.since > ${recent}::date and m.since <= ${on}::date
      union all select e.council, e.child, 'suspended', e.began from kith.exclusion_current e
        where e.council = ${council}::smallint and e.began > ${recent}::date and e.began <= ${on}::date
      union all select a.council, a.child, 'worker', lower(a.during) from kith.allocation_current a
        where a.council = ${council}::smallint and a.role = 'allocated-worker' and lower(a.during) > ${recent}::date and a.during @> ${on}::date
          and exists (select from kith.allocation_current b where b.council = a.council and b.child = a.child and b.role = a.role and lower(b.during) < lower(a.during))
      union all select r.council, r.child, 'asked to end', r.recorded::date from kith.approval_request_current r
        join kith.placement_current q on q.council = r.council and q.child = r.child and q.line = r.on_line and q.during @> ${on}::date
        where r.council = ${council}::smallint and r.kind = 'home ended' and r.recorded::date <= ${on}::date
      union all select h.council, h.child, 'pause', g.since from kith.placement_household_current h
        join kith.placement_current q on q.council = h.council and q.child = h.child and q.line = h.placement and q.during @> ${on}::date
        join kith.household_hold_current g on g.council = h.council and g.household = h.household and g.kind = 'asked for a pause'
          and g.since <= ${on}::date and (g.until is null or g.until > ${on}::date)
        where h.council = ${council}::smallint
      union all select q.council, q.child, 'moved', lower(q.during) from kith.placement_current q
        where q.council = ${council}::smallint and q.kind !~ '^[AT]' and not q.same_carers and q.start_reason is distinct from 'PLACE' and lower(q.during) > ${year}::date and lower(q.during) <= ${on}::date
          and exists (select from kith.placement_current o where o.council = q.council and o.child = q.child and upper(o.during) = lower(q.during) and o.kind !~ '^T')
    ) f where ${LIVES} ${on}::date) group by f.child, f.code having f.code <> 'moved' or count(*) >= 2`.execute(record)
  return rows.map((row) => ({ ...row, on: day(row.on) }))
}

export type MoveAhead = {
  readonly child: string
  readonly since: IsoDay
  /** The day for which a meeting that plans it is set, or when it was. */
  readonly meeting: IsoDay | null
  readonly asked: number
}
/** Places that are reserved for a child, and whether the move is planned with those around the child. */
export async function movesAhead({ record, who }: Asking, on: IsoDay): Promise<readonly MoveAhead[]> {
  const { rows } = await sql<Omit<MoveAhead, 'since' | 'meeting'> & { since: string; meeting: string | null }>`
    select h.child, h.since::text as since, m.meeting, coalesce(m.asked, 0) as asked from kith.place_held_current h
      left join lateral (select f.meets::text as meeting, (select count(*)::int from kith.meeting_invitation_current i
          where i.council = f.council and i.child = f.child and i.planned = f.line) as asked
        from kith.planned_meeting_current f where f.council = h.council and f.child = h.child
          and f.kind in ('placement planning meeting', 'family meeting') and f.state <> 'cancelled' and f.meets >= h.since - 90
        order by f.meets desc limit 1) m on true
    where h.council = ${who.council}::smallint and h.kind = 'reserved' and h.until is null and h.since <= ${addMonths(on, 12)}::date
    order by h.since, h.line`.execute(record)
  return rows.map((row) => ({ ...row, since: day(row.since), meeting: orNull(row.meeting) }))
}
