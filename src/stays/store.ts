// The SQL of places kept or reserved and of stays that are planned: written, gone on from, and what the page of where a child lives shows.
import { addDays, day, type IsoDay } from '#calendar'
import { type Asking, changeFrom, currentOf, type Version, writerOf } from '#database'
import type { HeldOutcome } from './stay.ts'

export const heldPlaces = writerOf('kith.place_held')
export const patterns = writerOf('kith.stay_pattern')

export type Stays = {
  /** Those that stand, then those that are over, the latest first. */
  readonly held: readonly Version<'kith.place_held'>[]
  readonly patterns: readonly Version<'kith.stay_pattern'>[]
}
export async function staysOf(asking: Asking, child: string): Promise<Stays> {
  const held = await currentOf(asking, 'kith.place_held', child)
  const planned = await currentOf(asking, 'kith.stay_pattern', child)
  const open = ({ until }: { readonly until: string | null }) => (until === null ? 0 : 1)
  return {
    held: held.toSorted((a, b) => open(a) - open(b) || (a.since < b.since ? 1 : -1)),
    patterns: planned.toSorted((a, b) => (a.first < b.first ? 1 : -1)),
  }
}

export type HeldIn = { readonly child: string; readonly household: string }
/** Places that are reserved for a child in a home of the list, and that nobody has ended. */
export const openHolds = async (asking: Asking, { child, household }: HeldIn) =>
  (await currentOf(asking, 'kith.place_held', child)).filter((one) => one.household === household && one.until === null)
type Ending = HeldIn & { readonly on: IsoDay; readonly outcome: HeldOutcome }
/** From that day on the place is free again. */
export async function endHolds(asking: Asking, { on, outcome, ...where }: Ending): Promise<void> {
  for (const { id, since } of await openHolds(asking, where)) {
    const until = on > since ? on : addDays(day(since), 1)
    await changeFrom(asking, 'kith.place_held', { id, columns: { until, outcome } })
  }
}
