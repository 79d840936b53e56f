// What whoever acts must know: short, for those who need it to act, looked at again in time, and never more than three at once.
import { type AudienceRelation, isAudienceRelation, withKeeper } from '#audiences'
import { addYears, anyDay, type IsoDay } from '#calendar'
import type { Decided } from './person.ts'

/** In the order in which they are shown. */
export const MUST_KNOW_KINDS = ['safety', 'health', 'communication', 'wish'] as const
export type MustKnowKind = (typeof MUST_KNOW_KINDS)[number]
const isKind = (text: string): text is MustKnowKind => MUST_KNOW_KINDS.some((kind) => kind === text)
const MOST_CHARACTERS = 120

export type MustKnowRefusal =
  | 'fact empty'
  | 'fact too long'
  | 'kind of fact unknown'
  | 'nobody needs it'
  | 'need unknown'
  | 'fact review no day'
  | 'fact review not ahead'
  | 'fact review beyond a year'
  | 'end reason unknown'
  | 'ended already'
export type TypedMustKnow = {
  readonly kind: string
  readonly fact: string
  /** Relations that need it to act. */
  readonly audience: readonly string[]
  /** People who must not know, whatever their relation. */
  readonly mustNotKnow: readonly string[]
  readonly reviewBy: string
}
export type NewMustKnow = {
  readonly kind: MustKnowKind
  readonly words: string
  readonly audience: readonly AudienceRelation[]
  readonly must_not_know: readonly string[] | null
  readonly review_by: IsoDay
}

/** The review is our own rule, a year at most: what is never looked at again stops being true without anybody saying so. */
export function mayReviewBy(typed: string, today: IsoDay): Decided<IsoDay, MustKnowRefusal> {
  const review = anyDay(typed)
  if ('fault' in review) return { refused: ['fact review no day'] }
  if (review.day <= today) return { refused: ['fact review not ahead'] }
  return review.day > addYears(today, 1) ? { refused: ['fact review beyond a year'] } : { ok: review.day }
}

export function mayRecordMustKnow(typed: TypedMustKnow, today: IsoDay): Decided<NewMustKnow, MustKnowRefusal> {
  const { kind, audience, mustNotKnow } = typed
  const words = typed.fact.trim().replace(/\s+/g, ' ')
  const review = mayReviewBy(typed.reviewBy, today)
  const known = audience.filter(isAudienceRelation)
  const refused: MustKnowRefusal[] = []
  if (words === '') refused.push('fact empty')
  if (words.length > MOST_CHARACTERS) refused.push('fact too long')
  if (!isKind(kind)) refused.push('kind of fact unknown')
  if (audience.length === 0) refused.push('nobody needs it')
  if (known.length < audience.length) refused.push('need unknown')
  if ('refused' in review) refused.push(...review.refused)
  if (!isKind(kind) || 'refused' in review || refused.length > 0) return { refused }
  const barred = mustNotKnow.length === 0 ? null : [...new Set(mustNotKnow)]
  return { ok: { kind, words, audience: withKeeper(known), must_not_know: barred, review_by: review.ok } }
}

export const END_REASONS = ['no longer so', 'was for a time', 'said elsewhere now'] as const
export type EndReason = (typeof END_REASONS)[number]
const isEndReason = (text: string): text is EndReason => END_REASONS.some((reason) => reason === text)
export function mayEndMustKnow(
  standing: { readonly ended: string | null },
  reason: string,
): Decided<EndReason, MustKnowRefusal> {
  if (standing.ended !== null) return { refused: ['ended already'] }
  return isEndReason(reason) ? { ok: reason } : { refused: ['end reason unknown'] }
}

export type KnownFact = {
  readonly line: string
  readonly kind: string
  readonly review_by: string
  readonly ended: string | null
}
export type ShownFact<Fact> = { readonly fact: Fact; readonly overdue: boolean }
const MOST_SHOWN = 3
const rank = (kind: string): number => {
  const kinds: readonly string[] = MUST_KNOW_KINDS
  return kinds.includes(kind) ? kinds.indexOf(kind) : kinds.length
}
/** All that still stand, safety first, then health; one past its review says so and keeps its place. */
export function standingFacts<Fact extends KnownFact>(
  facts: readonly Fact[],
  today: IsoDay,
): readonly ShownFact<Fact>[] {
  return facts
    .filter(({ ended }) => ended === null || ended > today)
    .sort((a, b) => rank(a.kind) - rank(b.kind) || (a.line < b.line ? -1 : 1))
    .map((fact) => ({ fact, overdue: fact.review_by < today }))
}
/** At most three of them. `more` are a click away. */
export function shownInHeader<Fact extends KnownFact>(
  facts: readonly Fact[],
  today: IsoDay,
): { readonly shown: readonly ShownFact<Fact>[]; readonly more: number } {
  const standing = standingFacts(facts, today)
  const shown = standing.slice(0, MOST_SHOWN)
  return { shown, more: standing.length - shown.length }
}
