// The clock's SQL on facts: what the record knew of children at a moment, and the ledger refreshed in the writer's transaction.
import { sql } from 'kysely'
import { type DayNumber, type Instant, type IsoDay, numberOf } from '#calendar'
import type { Asking } from '#database'
import { type ChildFacts, dutiesOf } from '#duties'
import { dutyRow, replaceDuties } from '#ledger'
import type { TermDays } from '#schooling'
import { choicesKnown } from './choices-store.ts'
import { type KnownFacts, type SourceRow, type Surroundings, sourceWords } from './known-facts.ts'
import { factsReader } from './read-facts.ts'

interface Known {
  readonly child: string
  readonly facts: KnownFacts
}

/** How many children are refreshed by one pair of statements. */
const BATCH = 200

export function inBatches<Item>(items: readonly Item[], size: number = BATCH): Item[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, n) => items.slice(n * size, (n + 1) * size))
}

/**
 * All duties of these children anew, from their whole record, in the transaction that changed it; as of the day `on`.
 * The door in the database lets nobody but a service worker refresh a child that they did not change.
 */
export async function refreshLedger(asking: Asking, children: readonly string[], on: DayNumber): Promise<void> {
  for (const batch of inBatches(children)) {
    const facts = await lockedFacts(asking, batch)
    const rows = facts.flatMap((known) => dutiesOf(known, on).map((duty) => dutyRow(known.child, duty)))
    await replaceDuties(asking, batch, { rows, on })
  }
}

/** What the door calls with the children that a transaction has changed. */
export function ledgerRefresher(today: () => IsoDay): (asking: Asking, children: readonly string[]) => Promise<void> {
  return async (asking, children) => await refreshLedger(asking, children, numberOf(today()))
}

/** Locks these children until the transaction ends; whoever writes about them waits. */
export async function lockedFacts(asking: Asking, children: readonly string[]): Promise<readonly ChildFacts[]> {
  const known = await sql<Known>`select child, facts from kith.facts_to_refresh(${children}::uuid[])`.execute(
    asking.record,
  )
  // The ledger holds no words, so it needs none for sources.
  const read = factsReader({
    sources: new Map(),
    terms: await termsFor(asking, known.rows, 'infinity'),
    choices: await choicesKnown(asking),
  })
  return known.rows.map(({ child, facts }) => read(child, facts))
}

/** Facts under the asker's own sight: what they may not see is not in them. `undefined`: as known now. */
export async function factsKnown(
  asking: Asking,
  children: readonly string[],
  knownAt: Instant | undefined,
): Promise<readonly ChildFacts[]> {
  const { council } = asking.who
  const at = knownAt ?? 'infinity'
  const known = await sql<Known>`
    select child, facts from kith.facts_together(${council}::smallint, ${children}::uuid[], ${at}::timestamptz)
    order by child`.execute(asking.record)
  const read = factsReader({
    sources: await wordsOfSources(asking),
    terms: await termsFor(asking, known.rows, at),
    choices: await choicesKnown(asking, at),
  })
  return known.rows.map(({ child, facts }) => read(child, facts))
}

async function wordsOfSources({ who, record }: Asking): Promise<Surroundings['sources']> {
  const { rows } = await sql<{ id: string; kind: string; from: number | null; until: number | null; every: boolean }>`
    select id, kind, every_child as every, extract(year from period_from)::int as from,
      extract(year from coalesce(period_until - 1, period_from))::int as until
    from kith.source where council = ${who.council}::smallint`.execute(record)
  const inShort = ({ kind, from, until, every }: (typeof rows)[number]): SourceRow => ({
    kind,
    years: from === null || until === null ? null : [from, until],
    everyChild: every,
  })
  return new Map(rows.map((row) => [row.id, sourceWords(inShort(row))]))
}

const NO_TERMS: Surroundings['terms'] = new Map()

/** Asked for only where a child's school is known. */
async function termsFor({ who, record }: Asking, known: readonly Known[], at: string): Promise<Surroundings['terms']> {
  const named = known.flatMap(({ facts: { schools, schooling } }) => [
    ...(schools ?? []).map(([, , school]) => school),
    ...(schooling.applications ?? []).flatMap(([, , school]) => (school === null ? [] : [school])),
  ])
  const schools = [...new Set(named)]
  if (schools.length === 0) return NO_TERMS
  const { rows } = await sql<TermDays & { readonly school: string }>`
    select t.school, t.name, kith.day(t.first_day) as first, kith.day(t.last_day) as last,
      case when t.half_first is not null then array[kith.day(t.half_first), kith.day(t.half_last)] end as half,
      array(select kith.day(d) from unnest(t.training) d) as training
    from kith.school_term t
    where t.council = ${who.council}::smallint and t.school = any (${schools}::uuid[]) and not t.retracted
      and t.recorded <= ${at}::timestamptz and not exists (
        select from kith.school_term n
        where n.council = t.council and n.supersedes = t.id and n.recorded <= ${at}::timestamptz)
    order by t.first_day`.execute(record)
  return Map.groupBy(rows, ({ school }) => school)
}
