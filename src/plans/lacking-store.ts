// The SQL that says what an edition still has to hold: its parts, and why a placement plan was not made before the move.
import { sql } from 'kysely'
import type { Asking } from '#database'
import type { PlanPart } from '#plan-kinds'
import { lackingIn } from './plan.ts'
import type { Edition, PartText } from './reading-store.ts'

/**
 * The beginning of the home of today, where the record has no placement plan that was made by its first day; undefined:
 * there is no such home.
 */
async function homeBeforeItsPlan(asking: Asking, child: string): Promise<string | undefined> {
  const { rows } = await sql<{ began: string }>`
    select lower(h.during)::text as began from kith.placement_current h
    where h.council = ${asking.who.council} and h.child = ${child} and upper(h.during) is null and h.start_known
      and not exists (select from kith.placement_plan_current m
        where m.council = h.council and m.child = h.child and m.placement = h.line and m.prepared <= lower(h.during))
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
