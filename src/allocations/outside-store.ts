// The SQL of people of organisations with a child: whom one may let work with them, who does, one more, and one whose work with them is over.
import { type RawBuilder, sql } from 'kysely'
import { type Instant, type IsoDay, londonMidnight } from '#calendar'
import { type Asking, lockChildren, Refused } from '#database'
import type { Agreed } from './outside.ts'

type Named = {
  readonly person: string
  readonly name: string
  readonly organisation: string
  readonly relation: string
}
export type MayWork = Named & {
  readonly purpose: string
  /** Of the agreement. */
  readonly lastDay: IsoDay
}
/** By organisation and name: what the agreements hold that run, or will. */
export async function whoMayWork({ record, who }: Asking, today: IsoDay): Promise<readonly MayWork[]> {
  const { rows } = await sql<MayWork>`
    select w.person, coalesce(k.name, k.code) as name, o.name as organisation, r.relation, q.name as purpose, (o.until - 1)::text as "lastDay"
    from kith.organisation_worker_current w
    join kith.organisation_current o on o.council = w.council and o.line = w.organisation
    join kith.worker k on k.council = w.council and k.id = w.person
    join reference.purpose q on q.name = any (o.purposes) cross join lateral unnest(q.relations) r (relation)
    where w.council = ${who.council}::smallint and w.works_there and o.until > greatest(o.since, ${today}::date) and r.relation <> 'member'
    order by lower(o.name), name, purpose, w.person`.execute(record)
  return rows
}

export type Works = Named & {
  readonly id: string
  readonly line: string
  readonly since: string
  /** null: as long as the agreement. */
  readonly until: string | null
  /** Somebody ended it, or its last day is over. */
  readonly over: boolean
  /** What stands with their organisation: they may be let in and see nothing. */
  readonly agreed: Agreed
}
async function worksWhere(
  { record, who }: Asking,
  child: string,
  which: RawBuilder<unknown>,
): Promise<readonly Works[]> {
  const { rows } = await sql<Works>`
    select s.id, s.line, s.until <= now() as over, s.person, coalesce(k.name, k.code) as name, o.name as organisation, s.relation, s.since::text as since,
      nullif(s.until, 'infinity')::text as until, json_build_object('purposes', o.purposes, 'since', o.since::text, 'until', o.until::text,
        'worksThere', w.works_there, 'relation', s.relation) as agreed
    from kith.standing_relation s
    join kith.organisation_worker_current w on w.council = s.council and w.person = s.person
    join kith.organisation_current o on o.council = w.council and o.line = w.organisation
    join kith.worker k on k.council = s.council and k.id = s.person
    where s.council = ${who.council}::smallint and s.child = ${child}::uuid and not s.retracted and ${which}
      and not exists (select from kith.standing_relation n where n.council = s.council and n.supersedes = s.id)
    order by lower(coalesce(k.name, k.code)), s.relation, s.id`.execute(record)
  return rows
}
/** Who of an organisation is let in to this child, by name. */
export const outsideOf = async (asking: Asking, child: string): Promise<readonly Works[]> =>
  await worksWhere(asking, child, sql`s.until > now()`)
/** One of them, as it stands or ended. */
export const workOf = async (asking: Asking, child: string, line: string): Promise<Works | undefined> =>
  (await worksWhere(asking, child, sql`s.line = ${line}::uuid`))[0]

type Letting = {
  readonly child: string
  readonly person: string
  readonly relation: string
  readonly until: IsoDay | null
}
/** `until`: exclusive; null: as long as the agreement. `already`: somebody else let them in meanwhile, for the same. */
export async function letWork(
  asking: Asking,
  { child, person, relation, until }: Letting,
): Promise<'let in' | 'already'> {
  // Before the child's lock, as whoever changes what was agreed takes the two: nobody is let in while it ends.
  await sql`select pg_advisory_xact_lock_shared(hashtextextended(w.organisation::text, w.council)) from kith.organisation_worker_current w
    where w.council = ${asking.who.council}::smallint and w.person = ${person}::uuid`.execute(asking.record)
  await lockChildren(asking, [child])
  const stands = await outsideOf(asking, child)
  if (stands.some((one) => one.person === person && one.relation === relation)) return 'already'
  const [id = ''] = await asking.newIds(1)
  const { council, person: recorded_by } = asking.who
  const ends: Instant | null = until === null ? null : londonMidnight(until)
  await asking.insert('kith.standing_relation', [
    {
      ...{ council, id, line: id, child, person, relation, recorded_by },
      reason: WHY,
      ...(ends !== null && { until: ends }),
    },
  ])
  return 'let in'
}
const WHY = 'agreement with another organisation'

type Ending = { readonly child: string; readonly of: string; readonly until: IsoDay | null }
/** `until`: exclusive; null: from now on. */
export async function endWork(asking: Asking, { child, of, until }: Ending): Promise<void> {
  const [id = ''] = await asking.newIds(1)
  const { council, person } = asking.who
  await lockChildren(asking, [child])
  const ends = until === null ? sql`greatest(now(), since + interval '1 microsecond')` : sql`${londonMidnight(until)}`
  const { rows } = await sql`
    insert into kith.standing_relation (council, id, line, supersedes, person, child, relation, since, until, retracted, reason, recorded_by)
    select council, ${id}::uuid, line, id, person, child, relation, since, ${ends}, false, ${WHY}, ${person}::uuid
    from kith.standing_relation where council = ${council}::smallint and id = ${of}::uuid and child = ${child}::uuid
    returning id`.execute(asking.record)
  if (rows.length === 0) throw new Refused('not in the record')
}
