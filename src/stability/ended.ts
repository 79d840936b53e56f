// How a home ended, and whether those around the child came together about it: planned, unplanned and emergency told apart. Pure.
import { type IsoDay, workingDaysBetween } from '#calendar'

export const HOW_ENDED = {
  emergency: 'An emergency',
  unplanned: 'Unplanned',
  planned: 'Planned',
  'not said': 'Nobody has said',
} as const
export type HowEnded = keyof typeof HOW_ENDED
export const isHowEnded = (text: string): text is HowEnded => Object.hasOwn(HOW_ENDED, text)

export type Ended = {
  readonly child: string
  /** The home that ended, and the one after it. */
  readonly placement: string
  readonly next: string
  readonly kind: string
  readonly since: IsoDay
  readonly ended: IsoDay
  /** As was said of the home after it. */
  readonly planned: boolean | null
  readonly emergency: boolean
  /** The return's code of why. */
  readonly reason: string | null
  /** The note of the meeting, and its day. */
  readonly held: IsoDay | null
  readonly note: string | null
  /** The day for which one is set. */
  readonly ahead: IsoDay | null
  readonly actions: number
  readonly done: number
}

export function howEnded({ planned, emergency }: Pick<Ended, 'planned' | 'emergency'>): HowEnded {
  if (emergency) return 'emergency'
  return planned === null ? 'not said' : planned ? 'planned' : 'unplanned'
}

export type Met =
  | { readonly kind: 'not asked' }
  | { readonly kind: 'held'; readonly on: IsoDay; readonly days: number }
  | { readonly kind: 'set'; readonly on: IsoDay }
  | { readonly kind: 'none'; readonly days: number; readonly late: boolean }

/**
 * `within`: working days in which those around the child come together, as the council chose: local practice, no law.
 * Of a planned move none is asked; where nobody said how it was, none is owed either, and that is what is missing.
 */
export function metOf(one: Ended, today: IsoDay, within: number): Met {
  const days = (until: IsoDay) => workingDaysBetween(one.ended, until) ?? 0
  if (one.held !== null) return { kind: 'held', on: one.held, days: one.held < one.ended ? 0 : days(one.held) }
  const how = howEnded(one)
  if (how === 'planned' || how === 'not said') return { kind: 'not asked' }
  if (one.ahead !== null) return { kind: 'set', on: one.ahead }
  return { kind: 'none', days: days(today), late: days(today) > within }
}

/** Nobody has come together about it, nor set a day. */
export const isOpen = (one: Ended, today: IsoDay): boolean => metOf(one, today, 0).kind === 'none'
/** What nobody has come together about first, the longest ago first; then the latest. */
export function endedInOrder(all: readonly Ended[], today: IsoDay): readonly Ended[] {
  const open = (one: Ended) => isOpen(one, today)
  return all.toSorted((a, b) => {
    if (open(a) !== open(b)) return open(a) ? -1 : 1
    const earlier = a.ended < b.ended ? -1 : a.ended > b.ended ? 1 : 0
    return (open(a) ? earlier : -earlier) || (a.placement < b.placement ? -1 : 1)
  })
}

export function endedCounts(all: readonly Ended[]): ReadonlyMap<HowEnded, number> {
  return new Map(
    Object.keys(HOW_ENDED)
      .filter(isHowEnded)
      .map((how) => [how, all.filter((one) => howEnded(one) === how).length]),
  )
}
