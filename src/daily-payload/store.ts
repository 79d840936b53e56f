// The SQL of sending: what the Department holds by what was sent last, receipts as they come, and each sending with its answer.
import { sql } from 'kysely'
import { day, type IsoDay } from '#calendar'
import type { Asking, Door } from '#database'
import { aroundChildren, inCareOn, knownChildren, overlaps, periodsOf } from '#safeguarding-dataset'
import type { Sent, Telling, ToSend } from './changes.ts'
import { type Told, toldOf } from './payload.ts'

/**
 * One sending of a council at a time; undefined: another is under way. The turn is held by a session, not by a transaction:
 * a sending waits for minutes, and an open transaction would keep the access log from being sealed.
 */
export async function inTurn<T>(door: Door, council: number, work: () => Promise<T>): Promise<T | undefined> {
  const turn = sql`hashtextextended('sending to the Department', ${council})`
  return await door.outside(async (database) =>
    database.connection().execute(async (session) => {
      const { rows } = await sql<{ mine: boolean }>`select pg_try_advisory_lock(${turn}) as mine`.execute(session)
      if (rows[0]?.mine !== true) return undefined
      try {
        return await work()
      } finally {
        await sql`select pg_advisory_unlock(${turn})`.execute(session)
      }
    }),
  )
}

export async function sentBefore({ record, who }: Asking): Promise<readonly Sent[]> {
  const { rows } = await sql<{ child: string; sent_as: string; hash: string; parts: string }>`
    select child, sent_as, hash, parts from (
      select distinct on (r.child) r.child, r.sent_as, r.hash, r.parts, r.removed from kith.department_receipt r
      where r.council = ${who.council} order by r.child, r.recorded desc, r.id desc) last
    where not removed order by child`.execute(record)
  return rows.map(({ child, sent_as: sentAs, hash, parts }) => ({
    ...{ child, sentAs, hash, parts: parts === '' ? [] : parts.split(' ') },
  }))
}

/** The children whom the Department holds. */
export async function sentToDepartment(asking: Asking): Promise<ReadonlySet<string>> {
  return new Set((await sentBefore(asking)).map(({ child }) => child))
}

/** The first day of the year of the return that holds this day. */
export const yearBegan = (on: IsoDay): IsoDay => {
  const year = Number(on.slice(0, 4)) - (on.slice(5) < '04-01' ? 1 : 0)
  return day(`${year}-04-01`)
}

/** Whoever was looked after on any day of the year of the return, and whoever was sent before and is still in the record. */
export async function allTold(asking: Asking, on: IsoDay, sent: readonly Sent[]): Promise<Telling> {
  const around = await aroundChildren(asking)
  const since = yearBegan(on)
  const before = new Set(sent.map(({ child }) => child))
  const all: Told[] = []
  const unnamed: string[] = []
  for await (const batch of knownChildren(asking, { on, why: 'what the Department is told', names: true }))
    for (const known of batch) {
      const asked = inCareOn(known, on) || periodsOf(known, on).some((period) => overlaps(period, since, on))
      if (!asked && !before.has(known.child)) continue
      const told = toldOf(known, around, on)
      if (told === undefined) unnamed.push(known.child)
      else all.push(told)
    }
  return { all, unnamed }
}

/** One row for each child; the database notes each in the access log. */
export async function keepReceipts(
  asking: Asking,
  batch: readonly ToSend[],
  receipt: string | undefined,
): Promise<void> {
  const { council, person } = asking.who
  await asking.insert(
    'kith.department_receipt',
    batch.map(({ child, sentAs, hash, parts, removed }) => ({
      ...{ council, child, sent_as: sentAs, hash, parts: parts.join(' '), removed },
      ...{ receipt: receipt ?? null, recorded_by: person },
    })),
  )
}

export type Outcome = {
  readonly day: IsoDay
  readonly host: string
  readonly outcome: 'all received' | 'some refused' | 'stopped'
  readonly stopped_by: string | null
  readonly asked: number
  readonly received: number
  readonly refused: number
  readonly removed: number
  readonly same: number
  readonly unnamed: number
}

export async function keepSending(asking: Asking, outcome: Outcome): Promise<void> {
  const { council, person } = asking.who
  await asking.insert('kith.department_sending', [{ council, ...outcome, recorded_by: person }])
}

/** The latest first. */
export async function sendings({ record, who }: Asking): Promise<readonly (Outcome & { readonly recorded: string })[]> {
  const { rows } = await sql<Outcome & { recorded: string }>`
    select day::text, host, outcome, stopped_by, asked, received, refused, removed, same, unnamed, recorded::text
    from kith.department_sending where council = ${who.council} order by recorded desc, id desc limit 60`.execute(
    record,
  )
  return rows
}
