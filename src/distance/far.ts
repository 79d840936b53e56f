// Who is far, and how each stands: nobody has said why, the distance fails, they will come nearer, it is right for them, they are settled. Pure.
import { DISTANCE_REASONS } from '#demand-forecast'
import { type FarAnswer, type FarWish, isDistanceReason } from '#home-decisions'

export type FarSaid = {
  readonly onDay: string
  readonly reason: string
  readonly answer: FarAnswer
  readonly wish: FarWish
  readonly wouldHelp: readonly string[]
  readonly nearerBy: string | null
  readonly schoolMinutes: number | null
  readonly familyMinutes: number | null
  readonly health: string | null
}
export type Measured = {
  /** A protected home: only its band is said. */
  readonly kept: boolean
  /** null: not known, or kept. */
  readonly miles: number | null
  readonly band: string | null
  readonly inside: boolean | null
  readonly adjoining: boolean | null
}
export type LivesFar = Measured & {
  readonly child: string
  readonly placement: string
  readonly kind: string
  readonly since: string
  readonly said: FarSaid | undefined
}

/** What was asked of a home, and who answered. */
export type ApprovalOf = {
  readonly placement: string
  readonly kind: string
  readonly answer: string | null
  readonly answered: string | null
  readonly by: string | null
}

/** In the order in which they are looked at: what nobody has said first. Who is settled is on no list of moves. */
export const STANDS = {
  'not said': 'Nobody has said why',
  fails: 'Far for want of a home, nothing decided',
  nearer: 'Will come nearer',
  'right for them': 'Far because it is right for them',
  stays: 'Settled, stays',
} as const
export type Stands = keyof typeof STANDS
export const isStands = (text: string): text is Stands => Object.hasOwn(STANDS, text)

const FAR_MILES = 20
const FAR_BAND = 'over 20 miles'
/** Regulation 11(5): outside the area and not in one next to it; whatever the miles. */
export const isAtADistance = ({ inside, adjoining }: Measured): boolean => inside === false && adjoining === false
export const isOver20 = ({ miles, band }: Measured): boolean => (miles === null ? band === FAR_BAND : miles > FAR_MILES)
export const isFar = (home: Measured): boolean => isOver20(home) || isAtADistance(home)
export const isMeasured = ({ miles, band }: Measured): boolean => miles !== null || band !== null

export function standsOf({ said }: Pick<LivesFar, 'said'>): Stands {
  if (said === undefined) return 'not said'
  if (said.answer === 'stays') return 'stays'
  if (said.answer === 'nearer') return 'nearer'
  const protects = isDistanceReason(said.reason) && DISTANCE_REASONS[said.reason].protects
  return protects ? 'right for them' : 'fails'
}

const ORDER = Object.keys(STANDS)
/** By how they stand; then who has lived there longest: never by miles, which say nothing of how a child is. */
export function inOrder<One extends LivesFar>(all: readonly One[]): readonly One[] {
  const place = (one: One) => ORDER.indexOf(standsOf(one))
  return all.toSorted(
    (a, b) =>
      place(a) - place(b) ||
      (a.since < b.since ? -1 : a.since > b.since ? 1 : 0) ||
      (a.placement < b.placement ? -1 : 1),
  )
}

/** By how they stand, in order; also those of whom there are none. */
export function counts(all: readonly LivesFar[]): ReadonlyMap<Stands, number> {
  return new Map(ORDER.filter(isStands).map((one) => [one, all.filter((far) => standsOf(far) === one).length]))
}

/** Miles, or the band alone where an address is protected. */
export function milesWords({ miles, band }: Measured): string {
  if (miles !== null) return `${miles} ${miles === 1 ? 'mile' : 'miles'}`
  return band ?? 'not measured'
}
/** Three facts: inside, next to us, further; of a protected home none of them. */
export function areaWords({ kept, inside, adjoining }: Measured): string {
  if (kept || inside === null) return ''
  if (inside) return 'inside our area'
  if (adjoining === null) return 'outside our area'
  return adjoining ? 'outside, next to our area' : 'outside, not next to our area'
}
