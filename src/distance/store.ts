// The SQL of distance, in one statement each: where children live and how far, what was said of it, approvals and their answers; homes that began in a year.
import { sql } from 'kysely'
import { addMonths, type IsoDay } from '#calendar'
import type { Asking } from '#database'
import type { ApprovalOf, FarSaid, LivesFar } from './far.ts'
import type { HomeBegun, SiblingTime, YearFacts } from './year.ts'

/** A protected address has a band and nothing more, whoever reads: of a row that says who may know it, no figure is taken. */
const MEASURED = sql`
  left join kith.placement_distance d on d.council = p.council and d.placement = p.line and d.audience is null and d.must_not_know is null
  left join lateral (select b.band from kith.distance_bands(p.child) b where b.placement = p.line and d.placement is null) b on true`
const AS_MEASURED = sql`(d.placement is null and b.band is not null) as kept, d.miles::float8 as miles, coalesce(d.band, b.band) as band, d.inside, d.adjoining`

/** Homes of record: a time away (hospital, holiday) and a short break are none, and where a child waits to be adopted is confidential. */
const IS_HOME = sql`p.kind !~ '^[AT]' and not exists (
  select from kith.legal_basis_current s where s.council = p.council and s.child = p.child and s.kind like 'short breaks%'
    and coalesce(s.made, s.made_by) <= lower(p.during) and coalesce(least(s.ended, s.until), 'infinity') > lower(p.during))`

/** The latest that was said of a home. */
const SAID = sql`
  left join lateral (
    select json_build_object('onDay', h.on_day, 'reason', h.reason, 'answer', h.answer, 'wish', h.wish, 'wouldHelp', h.would_help,
      'nearerBy', h.nearer_by, 'schoolMinutes', h.school_minutes, 'familyMinutes', h.family_minutes, 'health', h.health) as said
    from kith.home_distance_current h where h.council = p.council and h.child = p.child and h.placement = p.line
    order by h.on_day desc, h.line desc limit 1) h on true`

type LivesRow = Omit<LivesFar, 'said'> & { readonly said: FarSaid | null }
/** Where each child lives on a day, as far as the asker sees; who is far is decided above. */
export async function homesMeasured({ record, who }: Asking, on: IsoDay): Promise<readonly LivesFar[]> {
  const { rows } = await sql<LivesRow>`
    select p.child, p.line as placement, p.kind, lower(p.during)::text as since, ${AS_MEASURED}, h.said
    from kith.placement_current p ${MEASURED} ${SAID}
    where p.council = ${who.council}::smallint and p.during @> ${on}::date and ${IS_HOME}`.execute(record)
  return rows.map(({ said, ...row }) => ({ ...row, said: said ?? undefined }))
}

/** What was asked of a home out of the area, and who answered; the latest of each home. */
export async function approvalsOf(
  { record, who }: Asking,
  placements: readonly string[],
): Promise<ReadonlyMap<string, ApprovalOf>> {
  const { rows } = await sql<ApprovalOf>`
    select distinct on (r.on_line) r.on_line as placement, r.kind, a.answer, a.answered::text as answered,
      (select coalesce(w.name, w.code) from kith.worker w where w.council = a.council and w.id = a.recorded_by) || case when a.on_paper then ', who wrote it down from paper' else '' end as by
    from kith.approval_request_current r
      left join kith.approval_answer_current a on a.council = r.council and a.child = r.child and a.request = r.line
    where r.council = ${who.council}::smallint and r.on_line = any (${placements}::uuid[])
      and r.kind in ('placement at a distance', 'placement outside the area')
    order by r.on_line, r.recorded desc`.execute(record)
  return new Map(rows.map((row) => [row.placement, row]))
}

/** Homes that began in the twelve months to a day, but those with the same carers as before. */
async function begunIn({ record, who }: Asking, to: IsoDay): Promise<readonly HomeBegun[]> {
  const { rows } = await sql<HomeBegun>`
    select p.child, p.line as placement, lower(p.during)::text as began, p.planned, ${AS_MEASURED},
      not exists (select from kith.placement_current o where o.council = p.council and o.child = p.child and upper(o.during) = lower(p.during)) as first,
      exists (select from kith.placement_current o where o.council = p.council and o.child = p.child and upper(o.during) = lower(p.during) and o.kind !~ '^T') as moved,
      case when 'same school' = any (c.so) then true when 'same school' = any (c.not_so) then false end as "schoolKept",
      case when 'with brothers and sisters' = any (c.so) then true when 'with brothers and sisters' = any (c.not_so) then false end as together
    from kith.placement_current p ${MEASURED}
      left join lateral (select c.so, c.not_so from kith.home_choice_current c
        where c.council = p.council and c.child = p.child and c.placement = p.line limit 1) c on true
    where p.council = ${who.council}::smallint and ${IS_HOME} and not p.same_carers and p.start_reason is distinct from 'PLACE' and p.start_known
      and lower(p.during) > ${addMonths(to, -12)}::date and lower(p.during) <= ${to}::date
    order by lower(p.during) desc, p.line`.execute(record)
  return rows
}

/** Times with brothers and sisters of the twelve months to a day that were to happen. */
const timesOfYear = ({ who }: Asking, to: IsoDay) => sql`
    from kith.family_time_day_current t join kith.family_person_current f on f.council = t.council and f.child = t.child and f.line = t.person
    where t.council = ${who.council}::smallint and t.happens > ${addMonths(to, -12)}::date and t.happens <= ${to}::date
      and t.state <> 'planned' and f.relation ~ '(brother|sister)'`
export async function siblingTimes(asking: Asking, to: IsoDay): Promise<readonly SiblingTime[]> {
  const { rows } = await sql<SiblingTime>`
    select t.child, t.happens::text as happens, t.state in ('kept', 'cut short') as happened ${timesOfYear(asking, to)}
    order by t.happens desc, t.line desc`.execute(asking.record)
  return rows
}

export async function yearFacts(asking: Asking, to: IsoDay): Promise<YearFacts> {
  const from = addMonths(to, -12)
  const begun = await begunIn(asking, to)
  const { rows } = await sql<{ inCare: number; happened: number; of: number }>`
    select (select count(distinct p.child)::int from kith.placement_current p
        where p.council = ${asking.who.council}::smallint and ${IS_HOME} and p.during && daterange(${from}::date, ${to}::date, '(]')) as "inCare",
      (count(*) filter (where t.state in ('kept', 'cut short')))::int as happened, count(*)::int as of
    ${timesOfYear(asking, to)}`.execute(asking.record)
  const { inCare = 0, happened = 0, of = 0 } = rows[0] ?? {}
  return { begun, inCare, moves: begun.filter(({ moved }) => moved).length, siblingTimes: { happened, of } }
}
