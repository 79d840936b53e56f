// The SQL of reviews: reviews held and calls for one.
import {
  type Asking,
  correct,
  currentOf,
  recordFirst,
  retract,
  type Superseded,
  type Version,
  type Written,
} from '#database'
import type { NewMeeting } from './meeting.ts'
import type { NewCall, NewReview } from './record-review.ts'

/** `chairedBy`: the reviewing officer's person; the words are the review's own. */
export async function recordReview(
  asking: Asking,
  child: string,
  {
    chairedBy,
    words,
    ...columns
  }: NewReview & Partial<NewMeeting> & { readonly chairedBy: string | null; readonly words?: string },
): Promise<Written> {
  return await recordFirst(asking, 'kith.review', { child, columns: { ...columns, chaired_by: chairedBy }, words })
}

/** `id`: the version that was read. What differs is given, all else carries on. */
export async function correctReview(
  asking: Asking,
  id: string,
  { words, ...columns }: Partial<NewReview & NewMeeting> & { readonly words?: string },
): Promise<Superseded<'kith.review'>> {
  return await correct(asking, 'kith.review', { id, columns, words })
}

/** The reason is for whoever reads the history. */
export async function retractReview(asking: Asking, id: string, reason: string): Promise<Superseded<'kith.review'>> {
  return await retract(asking, 'kith.review', { id, reason })
}

export async function callReview(
  asking: Asking,
  child: string,
  { words, ...columns }: NewCall & { readonly words?: string },
): Promise<Written> {
  return await recordFirst(asking, 'kith.review_call', { child, columns, words })
}

/** In the order in which they were held. */
export async function reviewsOf(asking: Asking, child: string): Promise<readonly Version<'kith.review'>[]> {
  const reviews = await currentOf(asking, 'kith.review', child)
  return [...reviews].sort((a, b) => (a.held < b.held ? -1 : 1))
}
export async function reviewCallsOf(asking: Asking, child: string): Promise<readonly Version<'kith.review_call'>[]> {
  return await currentOf(asking, 'kith.review_call', child)
}
