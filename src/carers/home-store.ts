// The SQL of one home whole, as its page shows it; and of what is owed to every home of ours.

import { day, type IsoDay } from '#calendar'
import { childrenCalled } from '#children'
import type { Asking } from '#database'
import { workersCalled } from '#workforce'
import { type DueFacts, duesOn, type HomeDue } from './home-dues.ts'
import { childrenOf, type HomeOn, homesOn, type LivesThere, noteWhere, reservedFor } from './homes-store.ts'
import { type HomeRow, type HomeShape, type HomeTable, homeOf, homeRows, withWords } from './store.ts'

type Row<T extends HomeTable> = HomeRow<T> & HomeShape
export type WholeHome = {
  readonly home: Row<'kith.household'>
  readonly on: HomeOn
  readonly supervisor: string | undefined
  readonly addresses: readonly Row<'kith.household_address'>[]
  readonly people: readonly Row<'kith.household_person'>[]
  readonly approvals: readonly Row<'kith.household_approval'>[]
  readonly skills: readonly Row<'kith.household_skill'>[]
  readonly holds: readonly Row<'kith.household_hold'>[]
  readonly events: readonly Row<'kith.household_event'>[]
  readonly dues: readonly HomeDue[]
  /** Whom the asker may know of. */
  readonly children: readonly LivesThere[]
  readonly reserved: ReadonlyMap<string, string>
  readonly called: ReadonlyMap<string, string>
}

async function rowsOf<T extends HomeTable>(asking: Asking, table: T, home: string): Promise<readonly Row<T>[]> {
  return (await withWords(asking, table, await homeRows(asking, table, home))) as readonly Row<T>[]
}
const newest = <One>(rows: readonly One[], on: (one: One) => string | null): readonly One[] =>
  rows.toSorted((a, b) => ((on(a) ?? '') < (on(b) ?? '') ? 1 : -1))

/** By the id of the home or of anything that hangs on it; undefined: there is none, or not for who asks. */
export async function wholeHome(asking: Asking, id: string, today: IsoDay): Promise<WholeHome | undefined> {
  const found = await homeOf(asking, id)
  const [on] = found === undefined ? [] : await homesOn(asking, today, found.home.line)
  if (found === undefined || on === undefined) return undefined
  const { home } = found
  const { line, supervisor } = home
  const events = newest(await rowsOf(asking, 'kith.household_event', line), ({ happened }) => happened)
  const children = await childrenOf(asking, line)
  const reserved = await reservedFor(asking, line)
  const known = [...new Set([...children.map(({ child }) => child), ...reserved.values()])]
  await noteWhere(asking, known)
  return {
    ...{ home, on, events, children, reserved },
    supervisor: supervisor === null ? undefined : (await workersCalled(asking, [supervisor])).get(supervisor),
    addresses: newest(await rowsOf(asking, 'kith.household_address', line), ({ since }) => since),
    people: await rowsOf(asking, 'kith.household_person', line),
    approvals: newest(await rowsOf(asking, 'kith.household_approval', line), ({ since }) => since),
    skills: await rowsOf(asking, 'kith.household_skill', line),
    holds: newest(await rowsOf(asking, 'kith.household_hold', line), ({ since }) => since),
    dues: duesOn(dueFacts(on, events), today),
    called: known.length === 0 ? new Map<string, string>() : await childrenCalled(asking, known),
  }
}

const orNull = (text: string | null): IsoDay | null => (text === null ? null : day(text))
const dueFacts = ({ home, approvals }: HomeOn, events: readonly { kind: string; happened: string }[]): DueFacts => ({
  ...{ kind: home.kind, closed: orNull(home.closed), supervisionWeeks: home.supervision_weeks },
  approvals: approvals.map(({ temporary, kinds, since, until }) => ({
    ...{ temporary, kinds, since: day(since), until: orNull(until) },
  })),
  events: events.map(({ kind, happened }) => ({ kind, happened: day(happened) })),
})

export type DueAtHome = { readonly home: HomeOn; readonly due: HomeDue }
/** What is open of every home of ours: late first, then by day; what is not known last. */
export async function duesOfHomes(asking: Asking, today: IsoDay): Promise<readonly DueAtHome[]> {
  const homes = await homesOn(asking, today)
  const events = Map.groupBy(await homeRows(asking, 'kith.household_event'), ({ household }) => household)
  const all = homes.flatMap((home) =>
    duesOn(dueFacts(home, events.get(home.home.line) ?? []), today).map((due) => ({ home, due })),
  )
  return all.toSorted((a, b) => ((a.due.due ?? '9') < (b.due.due ?? '9') ? -1 : 1))
}
