// A campaign of recruiting carers, from plain facts: whether it runs, what its counts say, what came of it. Pure.
import type { IsoDay } from '#calendar'

export const LOOKS_FOR = {
  'under 5': 'Children under 5',
  '5 to 10': 'Children aged 5 to 10',
  '11 to 17': 'Children aged 11 to 17',
  'brothers and sisters': 'Brothers and sisters together',
  'children with disabilities': 'Children with disabilities',
  'parent and child': 'A parent with their child',
  anybody: 'Any child',
} as const
export type LooksFor = keyof typeof LOOKS_FOR
export const AREA = /^[A-Z]{1,2}\d[\dA-Z]?( \d)?$/

/** Since it began, as somebody counted on a day. */
export type Count = {
  readonly counted: IsoDay
  readonly enquiries: number
  readonly visits: number
  readonly applications: number
  readonly withdrawn: number
}
/** A home whose carers came through it. `approved`: since when; undefined: not yet, or not recorded. */
export type CameOf = {
  readonly home: string
  readonly approved: IsoDay | undefined
  readonly places: number | undefined
  readonly children: number
}
export type Facts = {
  readonly began: IsoDay
  readonly ends: IsoDay | null
  readonly homes: number
  readonly cost: number | null
  readonly counts: readonly Count[]
  readonly came: readonly CameOf[]
}

const isOver = ({ ends }: Pick<Facts, 'ends'>, today: IsoDay): boolean => ends !== null && ends < today
export function stateOf(of: Pick<Facts, 'began' | 'ends'>, today: IsoDay): 'begins' | 'runs' | 'over' {
  return of.began > today ? 'begins' : isOver(of, today) ? 'over' : 'runs'
}
/** The last of all days; undefined: nobody has counted. */
export const lastCount = ({ counts }: Pick<Facts, 'counts'>): Count | undefined =>
  counts.toSorted((a, b) => (a.counted < b.counted ? -1 : 1)).at(-1)

export type Outcome = {
  readonly approved: number
  readonly places: number
  /** Homes whose places are not known: in no sum. */
  readonly placesNotKnown: number
  readonly children: number
  /** Whole pounds for each home that was approved; undefined: no cost is known, or no home came of it. */
  readonly costOfOne: number | undefined
}
/** What was approved before it began came of something else, and is not counted. */
export function outcomeOf({ began, came, cost }: Facts): Outcome {
  const approved = came.filter((one) => one.approved !== undefined && one.approved >= began)
  return {
    approved: approved.length,
    places: approved.reduce((sum, { places = 0 }) => sum + places, 0),
    placesNotKnown: approved.filter(({ places }) => places === undefined).length,
    children: approved.reduce((sum, { children }) => sum + children, 0),
    costOfOne: cost === null || approved.length === 0 ? undefined : Math.round(cost / approved.length),
  }
}

/** Counts only grow: a later day on which fewer had asked is a mistake in one of the two. */
export function growthFault(count: Count, others: readonly Count[]): string | undefined {
  const parts = ['enquiries', 'visits', 'applications', 'withdrawn'] as const
  for (const other of others)
    for (const part of parts) {
      if (other.counted < count.counted && other[part] > count[part]) return part
      if (other.counted > count.counted && other[part] < count[part]) return part
    }
  return undefined
}
