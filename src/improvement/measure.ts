// A measure of improvement: everything of one kind on the record, each so, not so or not known, with the page where it stands; its count is the length of the list. Pure.

import { shareOf, shareWords } from '#agreement'

export const STANDS = ['yes', 'no', 'unknown'] as const
export type Stands = (typeof STANDS)[number]
export const isStands = (text: string): text is Stands => STANDS.some((one) => one === text)

/** One child, home, action, audit or time together. */
export type Item = {
  /** null: it is of no child. */
  readonly child: string | null
  /** What it is called where it is of no child. */
  readonly label: string
  readonly stands: Stands
  /** The page on which it stands. */
  readonly to: string
  readonly note: string
  /** By what the list is told apart: a reason, or how it stands. */
  readonly group?: string
}
export type Point = 'supervision' | 'audit' | 'distance'
export type Measure = {
  readonly id: string
  readonly point: Point
  /** 'Fully thought about within their time' */
  readonly says: string
  /** 'children with a social worker' */
  readonly of: string
  readonly no: string
  readonly items: readonly Item[]
  /** Of a sample, so that its share has an interval. */
  readonly sample?: true
  /** How it is counted, or what must be kept in mind. */
  readonly note?: string
  /** Shown beside the same of the year before. */
  readonly before?: readonly Item[]
}

export const ofStands = (items: readonly Item[], stands: Stands): readonly Item[] =>
  items.filter((one) => one.stands === stands)
/** Whoever is not known is in no denominator, and is said beside. */
export function countsOf(items: readonly Item[]): {
  readonly yes: number
  readonly of: number
  readonly unknown: number
} {
  const [yes, no] = [ofStands(items, 'yes').length, ofStands(items, 'no').length]
  return { yes, of: yes + no, unknown: items.length - yes - no }
}
/** '12 of 30: 40 %' */
export function countWords(items: readonly Item[]): string {
  const { yes, of } = countsOf(items)
  return of === 0 ? 'None to count' : `${yes} of ${of}: ${Math.round((yes / of) * 100)}\u00a0%`
}
/** Of a sample with its interval, and whether it is too few to tell. */
export function figureWords({ sample }: Pick<Measure, 'sample'>, items: readonly Item[]): string {
  const { yes, of } = countsOf(items)
  return sample === true && of > 0 ? shareWords(shareOf(yes, of)) : countWords(items)
}
/** Groups with how many, the most first. */
export function groupsOf(items: readonly Item[]): readonly (readonly [string, number])[] {
  const groups = Map.groupBy(
    items.filter(({ group }) => group !== undefined),
    ({ group = '' }) => group,
  )
  return [...groups]
    .map(([group, own]) => [group, own.length] as const)
    .toSorted((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
}
/** Those that were asked for. */
export const itemsShown = (
  items: readonly Item[],
  { stands, group }: { readonly stands: Stands | undefined; readonly group: string | undefined },
): readonly Item[] =>
  items.filter((one) => (stands === undefined || one.stands === stands) && (group === undefined || one.group === group))
