// The SQL of what forms say of people: how a worker is called.
import { sql } from 'kysely'
import { type Asking, among } from '#database'

/** How these workers are called, by their ids; whoever is no worker of the council is not in the answer. */
export async function namesOfWorkers(asking: Asking, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ id: string; called: string | null }>`
    select id, coalesce(name, code) as called from kith.worker
    where council = ${asking.who.council} and id ${among([...new Set(ids)])}`.execute(asking.record)
  return new Map(rows.flatMap(({ id, called }) => (called === null ? [] : [[id, called]])))
}
