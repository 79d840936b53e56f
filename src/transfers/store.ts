// The SQL of giving a record to another council: what stands against it, that it was given, and that it was not after all.
import { sql } from 'kysely'
import type { IsoDay } from '#calendar'
import { type Asking, currentOf, lockChildren, recordFirst, retract, type Version } from '#database'

export type Given = Version<'kith.record_transfer'>

export async function mayGive({ record }: Asking, child: string): Promise<boolean> {
  const { rows } = await sql<{ may: boolean }>`select kith.may_give_record(${child}) as may`.execute(record)
  return rows[0]?.may === true
}

/** Held until the transaction ends: nobody writes into the record meanwhile. */
export async function standsAgainst(asking: Asking, child: string): Promise<readonly string[]> {
  await lockChildren(asking, [child])
  const { rows } = await sql<{ why: string }>`select why from kith.stands_against_transfer(${child})`.execute(
    asking.record,
  )
  return rows.map(({ why }) => why)
}

export type Giving = {
  readonly child: string
  readonly to: string
  readonly on: IsoDay
  readonly sums: string
  readonly why: string
}
export async function give(asking: Asking, { child, to, on, sums, why }: Giving): Promise<void> {
  const columns = { to_council: to, given_on: on, sums }
  const { line } = await recordFirst(asking, 'kith.record_transfer', { child, columns, words: why })
  await asking.note('gave the record to another council', child, { line })
}

/** Undefined: it is not given. False: somebody wrote of it meanwhile. */
export async function takeBack(asking: Asking, child: string, reason: string): Promise<boolean | undefined> {
  const [given] = await currentOf(asking, 'kith.record_transfer', child)
  if (given === undefined) return undefined
  const done = await retract(asking, 'kith.record_transfer', { id: given.id, reason })
  if ('ok' in done) await asking.note('took back that a record was given', child, { line: given.line })
  return 'ok' in done
}

/** Whose record was given, the latest first, of those whose record the asker may hand over. */
export async function childrenGiven(asking: Asking): Promise<readonly string[]> {
  const { rows } = await sql<{ child: string }>`
    select t.child from kith.record_transfer_current t
    where t.council = ${asking.who.council}::smallint and kith.may_give_record(t.child)
    order by t.given_on desc, t.id`.execute(asking.record)
  return rows.map(({ child }) => child)
}

/** As they stand, in the order of these children. */
export async function givenOf(asking: Asking, children: readonly string[]): Promise<readonly Given[]> {
  const found: Given[] = []
  for (const child of children) found.push(...(await currentOf(asking, 'kith.record_transfer', child)))
  return found
}
