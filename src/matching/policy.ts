// A council's settings of matching: weights, bands, steps of widening and its own stricter rule; each list keeps their version.
const FACTOR_CODES = ['home', 'school', 'visits', 'needs', 'likes', 'matters', 'askedFor'] as const
export type FactorCode = (typeof FACTOR_CODES)[number]

export interface MatchingPolicy {
  readonly version: string
  readonly weights: Readonly<Record<FactorCode, number>>
  /** From these shares of what could be, in the middle of what is known. */
  readonly bands: { readonly strong: number; readonly good: number }
  /** Miles, in the order in which a search widens; after the last comes anywhere. */
  readonly steps: readonly number[]
  /** A search widens while fewer homes than this fit. */
  readonly enough: number
  readonly most: number
  /** A journey to school is kept up to `far`, and easy up to `near`. */
  readonly school: { readonly minutes: NearFar; readonly miles: NearFar }
  readonly visit: { readonly minutes: NearFar; readonly miles: NearFar }
  /** What this council asks beyond the law. */
  readonly local?: { readonly overMiles: number; readonly by: 'nominatedOfficer' | 'director' }
}
export interface NearFar {
  readonly near: number
  readonly far: number
}

export const STANDARD_POLICY: MatchingPolicy = {
  version: 'standard-1',
  weights: { home: 20, school: 18, visits: 12, needs: 20, likes: 10, matters: 10, askedFor: 10 },
  bands: { strong: 0.75, good: 0.5 },
  steps: [10, 20, 40],
  enough: 3,
  most: 5,
  school: { minutes: { near: 30, far: 75 }, miles: { near: 5, far: 15 } },
  visit: { minutes: { near: 30, far: 120 }, miles: { near: 5, far: 40 } },
}

export type Band = 'strong' | 'good' | 'possible'

export function bandOf(share: number, { bands }: MatchingPolicy): Band {
  if (share >= bands.strong) return 'strong'
  return share >= bands.good ? 'good' : 'possible'
}
