// The SQL that says what an edition still has to hold: its parts, and why a placement plan was not made before the move.
import { sql } from 'kysely'
import type { Asking } from '#database'
import type { PlanPart } from '#plan-kinds'
import { lackingIn } from './plan.ts'
import type { Edition, PartText } from './reading-store.ts'

/** A plan for a home that is to begin is approved in the weeks before: an older one was for another home. */
const WEEKS_BEFORE = 4

/**
 * The beginning of the home of today, where the record speaks of placement plans by then and has none that was made or
 * approved by its first day; undefined: there is no such home.
 */
async function homeBeforeItsPlan(asking: Asking, child: string): Promise<string | undefined> {
  const { rows } = await sql<{ began: string }>`
    select lower(h.during)::text as began from kith.placement_current h
    where h.council = ${asking.who.council} and h.child = ${child} and upper(h.during) is null and h.start_known
      and exists (select from kith.source_coverage v
        where v.council = h.council and v.event = 'placement-plan' and v.since <= lower(h.during) and (v.until is null or v.until > lower(h.during))
          and v.source in (select s.source from kith.source_child s where s.council = h.council and s.child = h.child
            union all select e.id from kith.source e where e.council = h.council and e.every_child))
      and not exists (select from kith.placement_plan_current m
        where m.council = h.council and m.child = h.child and m.placement = h.line and m.prepared <= lower(h.during))
      and not exists (select from kith.plan_state s join kith.plan p on p.council = s.council and p.id = s.plan and p.kind = 'placement plan'
        where s.council = h.council and s.child = h.child and s.state = 'approved'
          and (s.recorded at time zone 'Europe/London')::date between lower(h.during) - ${7 * WEEKS_BEFORE}::int and lower(h.during))
    order by lower(h.during) desc limit 1`.execute(asking.record)
  return rows[0]?.began
}

/** What this edition has to hold and does not, as it stands. */
export async function lackingNow(
  asking: Asking,
  edition: Edition,
  texts: readonly PartText[],
): Promise<readonly PlanPart[]> {
  const late = edition.kind === 'placement plan' ? await homeBeforeItsPlan(asking, edition.child) : undefined
  return lackingIn(edition, texts, late)
}
