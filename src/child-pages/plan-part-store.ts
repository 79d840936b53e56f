// The SQL of one part of the agreed plan, for the tab that it is about.
import { sql } from 'kysely'
import type { Frame } from '#child-frame'
import { type Asking, among } from '#database'

/** undefined: none is agreed, the reader may not see plans, or the words were taken out of sight. */
export async function planPart(asking: Asking, { plan }: Frame, part: string): Promise<string | undefined> {
  if (plan === undefined || plan === null) return undefined
  const { rows } = await sql<{ id: string; said: Buffer | null }>`
    select id, said from kith.plan_part
    where council = ${asking.who.council}::smallint and id ${among(plan.versions)} and part = ${part}`.execute(
    asking.record,
  )
  return (await asking.readWords(rows)).get(rows[0]?.id ?? '')
}
