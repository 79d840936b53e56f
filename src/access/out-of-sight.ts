// Taking words out of sight: one person asks, another agrees; the key is destroyed, the row and its reason stay.

import { sql } from 'kysely'
import type { Asking } from '#database'

export type OutOfSightReason = 'wrong record' | 'protected fact' | 'court or data-protection right'

/** Asks for the words of one record row to be taken out of sight; returns the request. Without the right: refused. */
export async function askOutOfSight(
  asking: Asking,
  child: string,
  words: { readonly record: string; readonly reason: OutOfSightReason },
): Promise<string> {
  const { rows } = await sql<{ request: string }>`
    select kith.ask_out_of_sight(${child}, ${words.record}, ${words.reason}) as request`.execute(asking.record)
  return rows[0]?.request ?? ''
}

/** Agrees, as a second person: from here on nobody can read the words. Whoever asked is refused. */
export async function agreeOutOfSight(asking: Asking, request: string): Promise<void> {
  await sql`select kith.agree_out_of_sight(${request})`.execute(asking.record)
}

export type AskedOutOfSight = {
  readonly request: string
  readonly record: string
  readonly reason: string
  readonly asked_by: string
  readonly asked: string
}

/** What was asked of a child's record and waits for a second person; empty for whoever may not take words out of sight. */
export async function askedOutOfSight(asking: Asking, child: string): Promise<readonly AskedOutOfSight[]> {
  const { rows } = await sql<AskedOutOfSight>`select * from kith.asked_out_of_sight(${child})`.execute(asking.record)
  return rows
}
