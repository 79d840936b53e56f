// The SQL of managers' and leaders' homes: what is late by child, caseloads, who is not allocated, distances, broken glass.
import { sql } from 'kysely'
import { addMonths, type DayNumber, type IsoDay } from '#calendar'
import { type Asking, among } from '#database'
import { basisOf } from '#duties'
import { dueWithin, lateOn, SOON } from '#lists'
import type { Told } from './in-the-way.ts'

export type LateRow = { readonly child: string; readonly scope: string; readonly name: string; readonly due: DayNumber }

/** `children`: of these; null: of everybody whom the asker sees. The longest late first. */
export async function lateDuties(
  { record, who }: Asking,
  children: readonly string[] | null,
  on: IsoDay,
): Promise<readonly LateRow[]> {
  const { rows } = await sql<Omit<LateRow, 'name'> & { basis: string }>`
    select d.child, d.scope, d.basis, kith.day(d.due) as due from kith.duty d
    where d.council = ${who.council}::smallint and ${children === null ? sql`true` : sql`d.child ${among(children)}`}
      and ${lateOn(on)} order by d.due, d.child, d.basis`.execute(record)
  return rows.flatMap(({ basis, ...row }) => {
    const known = basisOf(basis)
    return known === undefined ? [] : [{ ...row, name: known.name }]
  })
}

/** What the record tells of what stands in the way of these children's duties. */
export async function toldOf({ record, who }: Asking, children: readonly string[], on: IsoDay): Promise<Told> {
  const since = addMonths(on, -12)
  const { council } = who
  const { rows } = await sql<{ child: string; scope: string }>`
    select child, 'health' as scope from kith.health_assessment_current
      where council = ${council}::smallint and child ${among(children)} and outcome = 'refused' and happened >= ${since}::date
    union select child, 'health' from kith.health_consent_current
      where council = ${council}::smallint and child ${among(children)} and answer = 'no' and by_whom = 'child' and about like '%health assessment' and decided >= ${since}::date
    union select child, 'missing' from kith.return_interview_current
      where council = ${council}::smallint and child ${among(children)} and outcome = 'declined' and happened >= ${since}::date
    union select a.child, 'waiting' from kith.action_current a
      where a.council = ${council}::smallint and a.child ${among(children)} and a.owned_by = 'another service'
        and not exists (select from kith.action_outcome_current o where o.council = a.council and o.child = a.child and o.action = a.line)`.execute(
    record,
  )
  const refused = Map.groupBy(
    rows.filter(({ scope }) => scope !== 'waiting'),
    ({ child }) => child,
  )
  return {
    refused: new Map([...refused].map(([child, own]) => [child, new Set(own.map(({ scope }) => scope))])),
    waiting: new Set(rows.filter(({ scope }) => scope === 'waiting').map(({ child }) => child)),
  }
}

export type Distances = {
  readonly inside: number
  readonly adjoining: number
  readonly beyond: number
  readonly unknown: number
}
/** Of the homes of children in care now whom the asker sees; facts, and no list of whom to move. */
export async function distancesNow({ record, who }: Asking, on: IsoDay): Promise<Distances> {
  const { rows } = await sql<Distances>`
    select (count(*) filter (where x.inside))::int as inside, (count(*) filter (where not x.inside and x.adjoining))::int as adjoining,
      (count(*) filter (where not x.inside and not x.adjoining))::int as beyond, (count(*) filter (where x.inside is null))::int as unknown
    from kith.placement_current p left join kith.placement_distance x on x.council = p.council and x.placement = p.line
    where p.council = ${who.council}::smallint and p.during @> ${on}::date`.execute(record)
  return rows[0] ?? { inside: 0, adjoining: 0, beyond: 0, unknown: 0 }
}

export type BrokenGlass = { readonly child: string; readonly by: string; readonly at: string; readonly until: string }
/** In the last 30 days, the latest first, on records whose oversight the asker sees. */
export async function glassBroken({ record, who }: Asking): Promise<readonly BrokenGlass[]> {
  const { rows } = await sql<BrokenGlass>`
    select child, person as by, recorded as at, until from kith.break_glass_use
    where council = ${who.council}::smallint and recorded > now() - interval '30 days' order by recorded desc`.execute(
    record,
  )
  return rows
}

export type AskedFor = { readonly child: string; readonly decided: string }
/** Closed records for which others are told to ask this person. */
export async function closedAskingMe({ record, who }: Asking): Promise<readonly AskedFor[]> {
  const { rows } = await sql<AskedFor>`
    select child, decided::text as decided from kith.restriction_current
    where council = ${who.council}::smallint and kind = 'closed' and ask = ${who.person} order by decided desc`.execute(
    record,
  )
  return rows
}

/** Children in care now without an allocated worker, as far as the asker sees them. */
export async function notAllocated({ record, who }: Asking, on: IsoDay): Promise<readonly string[]> {
  const { rows } = await sql<{ child: string }>`
    select distinct p.child from kith.placement_current p
    where p.council = ${who.council}::smallint and p.during @> ${on}::date and not exists (
      select from kith.allocation_current a where a.council = p.council and a.child = p.child
        and a.role = 'allocated-worker' and a.during @> ${on}::date) order by p.child`.execute(record)
  return rows.map(({ child }) => child)
}

export type FieldCount = {
  readonly scope: string
  readonly late: number
  readonly soon: number
  readonly unknown: number
}
/** By the part of the record, how many of the children whose duties the asker sees; as many as the lists of them hold. No child is named. */
export async function countsByField({ record, who }: Asking, on: IsoDay): Promise<readonly FieldCount[]> {
  const { rows } = await sql<FieldCount>`
    select d.scope, (count(distinct d.child) filter (where ${lateOn(on)}))::int as late,
      (count(distinct d.child) filter (where ${dueWithin(on, SOON)}))::int as soon,
      (count(distinct d.child) filter (where d.standing = 'unknown' or d.covered_until is null or d.due < ${on}::date and d.covered_until < d.due))::int as unknown
    from kith.duty d where d.council = ${who.council}::smallint and d.standing in ('open', 'unknown')
      and (d.closes is null or d.closes > ${on}::date) group by d.scope order by d.scope`.execute(record)
  return rows
}

export type TeamMember = {
  readonly team: string
  readonly under: string | null
  readonly name: string | null
  readonly part: string | null
}
/** Every team with who belongs to it on a day; a team without anybody has one row without a name. */
export async function teamsNow({ record, who }: Asking, on: IsoDay): Promise<readonly TeamMember[]> {
  const { rows } = await sql<TeamMember>`
    select t.name as team, u.name as under, coalesce(w.name, w.code) as name, m.role as part
    from kith.team t left join kith.team u on u.council = t.council and u.id = t.under
      left join kith.team_membership m on m.council = t.council and m.team = t.id and not m.retracted and m.during @> ${on}::date
        and not exists (select from kith.team_membership n where n.council = m.council and n.supersedes = m.id)
      left join kith.worker w on w.council = m.council and w.id = m.person
    where t.council = ${who.council}::smallint order by t.name, m.role, 3`.execute(record)
  return rows
}

export type GlassNotice = { readonly child: string; readonly by: string; readonly at: string }
/** What this person was told in the last 14 days: who opened which record in an emergency. */
export async function glassNotices({ record, who }: Asking): Promise<readonly GlassNotice[]> {
  const { rows } = await sql<GlassNotice>`
    select child, subject ->> 'by' as by, recorded as at from kith.notice
    where council = ${who.council}::smallint and recipient = ${who.person} and what = 'break glass'
      and recorded > now() - interval '14 days' order by recorded desc`.execute(record)
  return rows
}
