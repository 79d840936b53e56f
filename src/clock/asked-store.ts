// Duties as somebody asks for them: on a day, as known at a moment, with reasons only where the asker may see them.
import { sql } from 'kysely'
import type { DayNumber, Instant } from '#calendar'
import type { Asking, Door } from '#database'
import type { ChildFacts } from '#duties'
import { factsKnown, inBatches } from './store.ts'

export interface Question {
  readonly council: number
  /** undefined: the command line, as the council's own service worker. */
  readonly person: string | undefined
  /** The record's id or the return's; undefined: all. */
  readonly child: string | undefined
  readonly on: DayNumber
  readonly knownAt: Instant | undefined
}

/** A child as the asker may know them. */
export interface ChildSeen {
  readonly id: string
  /** The id in the return where there is one: children have no other name until somebody gives them one. */
  readonly shown: string
  /** The parts of the record that the asker may see. */
  readonly scopes: ReadonlySet<string>
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

/** Children whose duties the asker may see. A service worker sees every part of every record. */
async function childrenSeen({ who, record }: Asking, child: string | undefined): Promise<readonly ChildSeen[]> {
  const id = child !== undefined && UUID.test(child) ? child : null
  const called = id === null ? (child ?? null) : null
  const { rows } = await sql<{ id: string; shown: string; scopes: string[] }>`
    with seen as (
      select k.id, case when current_setting('role') = 'kith_service' then -1 else
          (case when k.id = any (array(select kith.kept_from_me())) then 0 else (select kith.council_scopes('see')) end)
          | coalesce((select bit_or(v.sees) from kith.visible_child v where v.council = k.council
              and v.person = (select kith.me()) and v.child = k.id and v.since <= now() and v.until > now()), 0) end as bits
      from kith.child k
      where k.council = ${who.council}::smallint and (${id}::uuid is null or k.id = ${id}::uuid)
        and (${called}::text is null or k.id in (
          select i.child from kith.child_identifier_current i
          where i.council = ${who.council}::smallint and i.value = ${called}::text)))
    select s.id, coalesce((select i.value from kith.child_identifier_current i
        where i.council = ${who.council}::smallint and i.child = s.id and i.issuer = 'ssda903'
        order by i.recorded desc, i.id desc limit 1), s.id::text) as shown,
      array(select c.name from reference.scope c where (c.bit & s.bits) <> 0) as scopes
    from seen s where (s.bits & (select bit from reference.scope where name = 'duties')) <> 0
    order by s.id`.execute(record)
  return rows.map(({ scopes, ...row }) => ({ ...row, scopes: new Set(scopes) }))
}

/** One line of the access log for each child looked at. */
async function noteReading({ noteEach }: Asking, children: readonly ChildSeen[]): Promise<void> {
  await noteEach(
    'read duties',
    children.map(({ id }) => id),
  )
}

async function look(asking: Asking, child: string | undefined): Promise<readonly ChildSeen[]> {
  const seen = await childrenSeen(asking, child)
  await noteReading(asking, seen)
  return seen
}

/**
 * Who the asker may see is settled, and logged, as the asker. The facts are then read whole by the service worker: from
 * the part that a person sees, what lies in the rest would look as if it had never happened.
 */
export async function eachChildAsked(
  door: Door,
  { council, person, child, knownAt }: Question,
  work: (seen: ChildSeen, facts: ChildFacts) => void,
): Promise<number> {
  const looking = async (asking: Asking) => await look(asking, child)
  const seen =
    person === undefined
      ? await door.asService(council, 'command line', looking)
      : await door.as({ council, person }, looking)
  for (const batch of inBatches(seen)) {
    const ids = batch.map(({ id }) => id)
    const known = await door.asService(
      council,
      'command line',
      async (asking) => await factsKnown(asking, ids, knownAt),
    )
    const factsOf = new Map(known.map((facts) => [facts.child, facts]))
    for (const one of batch) {
      const facts = factsOf.get(one.id)
      if (facts !== undefined) work(one, facts)
    }
  }
  return seen.length
}
