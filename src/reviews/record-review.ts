// What may be recorded of reviews and of calls for one; and what is said where it may not.
import { ageOn, anyDay, formatDay, happenedDay, type IsoDay, optionalDay } from '#calendar'
import { PARTICIPATION, type Participation, type ReviewCallKind } from './review.ts'

const isParticipation = (text: string): text is Participation => Object.hasOwn(PARTICIPATION, text)

export type ReviewRefusal =
  | 'held no day'
  | 'held after today'
  | 'participation unknown'
  | 'participation missing'
  | 'not under 4'
  | 'call unknown'
  | 'called no day'
  | 'called after today'
  | 'before no day'
type Decided<Value> = { readonly ok: Value } | { readonly refused: readonly ReviewRefusal[] }

export type TypedReview = {
  readonly held: string
  /** Code of the return; empty only where the meeting was adjourned. */
  readonly participation: string
  readonly adjourned: boolean
}
export type NewReview = {
  readonly held: IsoDay
  readonly participation: Participation | null
  readonly adjourned: boolean
}
/** `born` undefined: the birth date is not known, so nothing is said of the age. */
export type ReviewSetting = { readonly today: IsoDay; readonly born: IsoDay | undefined }

const AGE_OF_TAKING_PART = 4

function participationOf(typed: TypedReview, held: IsoDay, born: IsoDay | undefined): Decided<Participation | null> {
  const code = typed.participation.trim()
  if (code === '') return typed.adjourned ? { ok: null } : { refused: ['participation missing'] }
  if (!isParticipation(code)) return { refused: ['participation unknown'] }
  const old = born !== undefined && held >= born && ageOn(born, held) >= AGE_OF_TAKING_PART
  return code === 'PN0' && old ? { refused: ['not under 4'] } : { ok: code }
}

export function mayRecordReview(typed: TypedReview, { today, born }: ReviewSetting): Decided<NewReview> {
  const held = happenedDay(typed.held, today)
  const participation = participationOf(typed, 'day' in held ? held.day : today, born)
  const refused: ReviewRefusal[] = []
  if ('fault' in held) refused.push(held.fault === 'no day' ? 'held no day' : 'held after today')
  if ('refused' in participation) refused.push(...participation.refused)
  if ('fault' in held || 'refused' in participation) return { refused }
  return { ok: { held: held.day, participation: participation.ok, adjourned: typed.adjourned } }
}

/** As the record writes each call. */
const WORD_OF_CALL = {
  placementEnding: 'placement ending',
  placingWithParent: 'placing with a parent',
  careplanChange: 'care plan change',
  otherArrangements: 'other arrangements',
  accommodationEnding: 'accommodation ending',
  reviewingOfficerAsks: 'reviewing officer asks',
  visitFinding: 'visit finding',
  childAsks: 'child asks',
} as const satisfies Record<ReviewCallKind, string>
const isCall = (text: string): text is ReviewCallKind => Object.hasOwn(WORD_OF_CALL, text)

export type TypedCall = {
  readonly kind: string
  readonly called: string
  readonly before: string
  readonly justified: boolean
}
export type NewCall = {
  readonly kind: (typeof WORD_OF_CALL)[ReviewCallKind]
  readonly called: IsoDay
  readonly before: IsoDay | null
  readonly justified: boolean
}

/** Whether a child's own asking is justified is for the reviewing officer; every other call is. */
export function mayCallReview(typed: TypedCall, today: IsoDay): Decided<NewCall> {
  const called = happenedDay(typed.called, today)
  const before = optionalDay(typed.before, anyDay)
  const refused: ReviewRefusal[] = []
  if (!isCall(typed.kind)) refused.push('call unknown')
  if ('fault' in called) refused.push(called.fault === 'no day' ? 'called no day' : 'called after today')
  if ('fault' in before) refused.push('before no day')
  if (!isCall(typed.kind) || 'fault' in called || 'fault' in before) return { refused }
  const justified = typed.kind === 'childAsks' ? typed.justified : true
  return { ok: { kind: WORD_OF_CALL[typed.kind], called: called.day, before: before.day, justified } }
}

const WORDS: Readonly<Record<ReviewRefusal, (today: IsoDay) => string>> = {
  'held no day': () => 'Write the day of the review as a day, for example 23 Nov 2026.',
  'held after today': (today) => `The review cannot be after today, ${formatDay(today)}.`,
  'participation unknown': () => 'Say how the child took part: PN0 to PN7.',
  'participation missing': () => 'Say how the child took part.',
  'not under 4': () => 'The child was 4 or older on that day. Say how they took part: PN1 to PN7.',
  'call unknown': () => 'Say what calls for the review.',
  'called no day': () => 'Write the day of the call as a day, for example 23 Nov 2026.',
  'called after today': (today) => `The call cannot be after today, ${formatDay(today)}.`,
  'before no day': () =>
    'Write the day that the review must come before as a day, such as 23 Nov 2026, or leave it empty.',
}
export const reviewRefusalWords = (refusal: ReviewRefusal, today: IsoDay): string => WORDS[refusal](today)
