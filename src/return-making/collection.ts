// The days that a collection is about, and how a span of days stands in it.
import { addDays, addYears, day, type IsoDay } from '#calendar'

export type Collection = {
  /** The year in which it ends: 2027 for 2026/27. */
  readonly year: number
  readonly first: IsoDay
  /** The last day that may be spoken of: 31 March, or today where that is earlier. */
  readonly last: IsoDay
  /** The day on which it is made: who works with a child then can put things right. */
  readonly today: IsoDay
  /** Workers are asked for from here: a year before the collection begins. */
  readonly workersSince: IsoDay
}

export function collectionOf(year: number, today: IsoDay): Collection {
  const first = day(`${year - 1}-04-01`)
  const end = day(`${year}-03-31`)
  return { year, first, today, last: today < end ? today : end, workersSince: addYears(first, -1) }
}

export type Span = { readonly from: string; readonly until: string | undefined }

/** An end that had not come by the last day is not said. */
export const knownEnd = (until: string | undefined, { last }: Collection): string | undefined =>
  until !== undefined && until <= last ? until : undefined

/** Begun by the last day, and not ended before the first (or before `since`). */
export function within({ from, until }: Span, { last, first }: Collection, since: string = first): boolean {
  return from <= last && (until === undefined || until >= since)
}

/** Looked after on every day of the collection, which is over. */
export const throughout = ({ from, until }: Span, { year, first, last }: Collection): boolean =>
  last === addDays(day(`${year}-04-01`), -1) && from <= first && (until === undefined || until > last)
