// The SQL of what forms say of people and moments: how a worker is called, and whether what was sent may still be taken back.
import { sql } from 'kysely'
import type { Asking } from '#database'

/** How these workers are called, by their ids; whoever is no worker of the council is not in the answer. */
export async function namesOfWorkers(asking: Asking, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ id: string; called: string | null }>`
    select id, coalesce(name, code) as called from kith.worker
    where council = ${asking.who.council} and id = any (${[...new Set(ids)]}::uuid[])`.execute(asking.record)
  return new Map(rows.flatMap(({ id, called }) => (called === null ? [] : [[id, called]])))
}

/** Sent within the last ten minutes, for which an undo is offered. */
export async function sentJustNow(asking: Asking, draft: string): Promise<boolean> {
  const { rows } = await sql<{ fresh: boolean }>`
    select ended_at > now() - interval '10 minutes' as fresh from kith.draft
    where council = ${asking.who.council} and id = ${draft} and author = ${asking.who.person} and ended = 'submitted'`.execute(
    asking.record,
  )
  return rows[0]?.fresh === true
}
