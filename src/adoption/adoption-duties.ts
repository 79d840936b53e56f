// The duties on the way to adoption: reviews while waiting to be placed, and the match.
import { type DayNumber, monthsAfter } from '#calendar'
import { adoptionAgencies2005, guidance } from '#law'
import { type Basis, basis, type Closing, type Duty, type Recorded, raisedBy, type Span, settle } from '#ledger'
import { matchInTime, nationalMatching, waitingReview } from './rules.ts'

const waiting = { rule: waitingReview, cites: adoptionAgencies2005('36(1)'), kind: 'review' } as const
const FIRST = basis({
  ...waiting,
  id: 'AD-01/first',
  name: 'First review while waiting to be placed',
  count: { unit: 'months', n: 3 },
  since: 'the placement order of',
})
const LATER = basis({
  ...waiting,
  id: 'AD-01/later',
  name: 'Review while waiting to be placed',
  count: { unit: 'months', n: 6 },
  since: 'the review of',
})
const MATCH = basis({
  id: 'AD-06',
  rule: matchInTime,
  name: 'Match approved',
  count: { unit: 'months', n: 6 },
  since: 'the decision of',
  cites: guidance('Statutory Guidance on Adoption (2013)', 'paragraph 4.2'),
  kind: 'adoption',
})
const REFERRED = basis({
  id: 'AD-10',
  rule: nationalMatching,
  name: 'Referred to a matching service',
  count: { unit: 'months', n: 3 },
  since: 'the decision of',
  cites: guidance('Statutory Guidance on Adoption (2013)', 'on regulation 19'),
  kind: 'matchingReferral',
  remark: 'A match meets it too.',
})
export const ADOPTION_BASES: readonly Basis[] = [FIRST, LATER, MATCH, REFERRED]

interface Ending {
  readonly closes: DayNumber | undefined
  readonly closing: Closing | undefined
}

/** A placement order while it stands and the child is not placed for adoption. */
export interface Waiting extends Ending {
  readonly order: Recorded
  readonly from: DayNumber
  /** False: it stood by that day, and the day on which it was made is not known. */
  readonly fromKnown: boolean
}
interface Held extends Recorded {
  readonly held: DayNumber
}

export function waitingReviews(
  out: Duty[],
  { order, from, fromKnown, closes, closing }: Waiting,
  { reviews, spans }: { readonly reviews: readonly Held[]; readonly spans: readonly Span[] },
): void {
  const ending = { closes, closing, spans, missing: undefined }
  let [step, day, counted]: [Recorded, DayNumber, Basis] = [order, from, FIRST]
  // Where the day of the order is not known the first day to count from is that of a review.
  let known = fromKnown
  for (const review of reviews) {
    if (review.held < from || (closes !== undefined && review.held >= closes)) continue
    if (known) {
      const due = monthsAfter(day, counted.count.n)
      out.push(settle(raisedBy(counted, step, { trigger: day, due, ...ending }), review, review.held))
    }
    ;[step, day, counted, known] = [review, review.held, LATER, true]
  }
  if (!known) return
  const due = monthsAfter(day, counted.count.n)
  out.push(settle(raisedBy(counted, step, { trigger: day, due, ...ending }), undefined, undefined))
}

/** It was decided that the child should be placed for adoption. */
export interface AdoptionDecided extends Recorded {
  readonly day: DayNumber
  readonly ceased: DayNumber | undefined
  /** Adopters who foster first were considered. */
  readonly early: DayNumber | undefined
  /** To a service that finds adopters beyond the agency's own. */
  readonly referred: DayNumber | undefined
}
export interface Match extends Recorded {
  readonly day: DayNumber
}

export function matchDuties(
  out: Duty[],
  decided: readonly AdoptionDecided[],
  known: {
    readonly matches: readonly Match[]
    readonly spans: readonly Span[]
    readonly referralSpans: readonly Span[]
    readonly on: DayNumber
    /** undefined: that day lies in no time in care. */
    readonly ending: (from: DayNumber) => Ending | undefined
  },
): void {
  const { matches, spans, on } = known
  for (const decision of decided) {
    if (decision.day > on) continue
    let met: Match | undefined
    for (const match of matches)
      if (match.day >= decision.day && match.day <= on && (met === undefined || match.day < met.day)) met = match
    const ended = known.ending(decision.day)
    if (ended === undefined) continue
    const { ceased } = decision
    const given =
      ceased !== undefined && ceased <= on && (ended.closes === undefined || ceased < ended.closes)
        ? ({ closes: ceased, closing: 'ceased' } as const)
        : ended
    const rest = { trigger: decision.day, ...given, missing: undefined }
    const due = monthsAfter(decision.day, MATCH.count.n)
    out.push(settle(raisedBy(MATCH, decision, { ...rest, due, spans }), met, met?.day))
    const sent = decision.referred !== undefined && decision.referred <= on ? decision.referred : undefined
    const either = sent !== undefined && (met === undefined || sent <= met.day) ? { ...decision, day: sent } : met
    const by = monthsAfter(decision.day, REFERRED.count.n)
    out.push(
      settle(raisedBy(REFERRED, decision, { ...rest, due: by, spans: known.referralSpans }), either, either?.day),
    )
  }
}
