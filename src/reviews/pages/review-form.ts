// What the form of a review decides: the meeting, how the child took part, their words, and each decision with what is to be done.
import { type ActionRefusal, actionRefusalWords, mayRecordAction, type NewAction } from '#actions'
import { dayTyped, type IsoDay, parseDay } from '#calendar'
import { type DecisionRefusal, decisionRefusalWords, mayRecordDecision, type TypedDecision } from '#decisions'
import type { Typed } from '#drafts'
import { type Fault, fieldInRow } from '#forms'
import { theirWordsOf } from '#views'
import { type MeetingRefusal, mayHoldMeeting, meetingRefusalWords, type NewMeeting } from '../meeting.ts'
import { mayRecordReview, type NewReview, type ReviewRefusal, reviewRefusalWords } from '../record-review.ts'

export type ReviewGiven = {
  readonly child: string
  readonly name: string
  readonly born: IsoDay | undefined
  readonly me: string
  /** Who may be asked to do something: workers of the child, the writer among them. */
  readonly owners: readonly { readonly id: string; readonly name: string }[]
  /** The last that the child said, with its day, and its line. */
  readonly said: { readonly line: string; readonly words: string; readonly on: string } | undefined
}
export type ReviewOk = {
  readonly review: NewReview & NewMeeting & { readonly words: string }
  readonly view: ReturnType<typeof theirWordsOf>['view']
  /** Each with the action that carries it out. */
  readonly decided: readonly { readonly decision: TypedDecision; readonly action: NewAction | undefined }[]
}

export const DECISION_FIELDS = ['decided', 'reasons', 'owner', 'service', 'intended', 'by_when'] as const

const FIELD_OF: Readonly<Partial<Record<ReviewRefusal | MeetingRefusal, string>>> = {
  'held no day': 'happened',
  'held after today': 'happened',
  'participation unknown': 'participation',
  'participation missing': 'participation',
  'not under 4': 'participation',
  'visitor unknown': 'visitor',
  'present unknown': 'present',
  'next no day': 'next_review',
  'next not after this one': 'next_review',
}

/** The review itself, as a correction asks it too. */
export function reviewOf(
  typed: Typed,
  { born }: Pick<ReviewGiven, 'born'>,
  today: IsoDay,
): { readonly ok: NewReview & NewMeeting } | { readonly faults: readonly Fault[] } {
  const held = dayTyped(typed.one('happened'), today, 'back')
  const given = { held, participation: typed.one('participation'), adjourned: typed.one('outcome') === 'adjourned' }
  const review = mayRecordReview(given, { today, born })
  const on = parseDay(held)
  const next = dayTyped(typed.one('next_review'), today, 'ahead')
  const meeting = mayHoldMeeting(
    { present: typed.all('present'), next, visitor: typed.one('visitor'), pathway: typed.ticked('pathway') },
    on,
  )
  const faults: Fault[] = []
  if ('refused' in review)
    faults.push(...review.refused.map((one) => ({ field: FIELD_OF[one] ?? '', says: reviewRefusalWords(one, today) })))
  if ('refused' in meeting)
    faults.push(...meeting.refused.map((one) => ({ field: FIELD_OF[one] ?? '', says: meetingRefusalWords(one, on) })))
  if (!['held', 'adjourned'].includes(typed.one('outcome')))
    faults.push({ field: 'outcome', says: 'Say whether the review was held, or adjourned.' })
  if ('refused' in review || 'refused' in meeting || faults.length > 0) return { faults }
  return { ok: { ...review.ok, ...meeting.ok } }
}

const SHOWN = { nameOf: (person: string) => person, on: (at: string) => at }
const fieldOfAction = (refusal: ActionRefusal): string =>
  refusal.startsWith('what')
    ? 'decided'
    : refusal.startsWith('intended')
      ? 'intended'
      : refusal.startsWith('owner')
        ? 'owner'
        : 'by_when'
const fieldOfDecision = (refusal: DecisionRefusal): string => (refusal === 'reasons missing' ? 'reasons' : 'decided')

/** `decided`: the day of the review. */
function decisionIn(
  typed: Typed,
  given: ReviewGiven,
  { at, held, today }: { at: number; held: IsoDay; today: IsoDay },
) {
  const value = (name: string): string => (typed.all(name)[at] ?? '').trim()
  const decision: TypedDecision = {
    ...{ kind: 'review', decided: held, decidedAs: 'worker', decidedBy: given.me, options: '' },
    ...{ question: 'What the review decided', decision: value('decided'), reasons: value('reasons') },
    ...{ view: given.said?.line ?? null, on: null, whoMayKnow: null },
  }
  const kinds = [{ name: 'review', scope: 'reviews', deciders: [], basis: 'law', says: '' }] as const
  const mayDecide = mayRecordDecision(decision, { kinds, today, me: given.me, mayDecide: true })
  const service = value('service')
  const owner = { worker: service === '' ? value('owner') || given.me : null, service }
  const due = dayTyped(value('by_when'), today, 'ahead')
  const asked = { what: decision.decision, intended: value('intended'), origin: 'review', from: null, whoMayKnow: null }
  const action = mayRecordAction({ ...asked, owner, due, noDueWhy: '' }, today)
  const faults = new Map<string, string>()
  const add = (field: string, says: string): void => void (faults.has(field) || faults.set(field, says))
  if ('refused' in mayDecide)
    for (const one of mayDecide.refused) add(fieldOfDecision(one), decisionRefusalWords(one, today, SHOWN))
  if ('refused' in action)
    for (const one of action.refused) add(fieldOfAction(one), actionRefusalWords(one, today, SHOWN))
  if (service === '' && value('owner') !== '' && !given.owners.some(({ id }) => id === value('owner')))
    add('owner', 'Choose whose this is from the list, or name another service.')
  const said = [...faults].map(([field, says]) => ({ field: fieldInRow(field, at), says }))
  return { decision, action: 'ok' in action ? action.ok : undefined, faults: said }
}

export function decideReview(
  typed: Typed,
  given: ReviewGiven,
  today: IsoDay,
): { readonly ok: ReviewOk } | { readonly faults: readonly Fault[] } {
  const review = reviewOf(typed, given, today)
  const held = 'ok' in review ? review.ok.held : today
  const said = theirWordsOf(typed, { toldTo: given.me, unless: 'review', today })
  const rows = typed.all('decided').flatMap((_, at) => {
    const empty = DECISION_FIELDS.every((name) => name === 'owner' || (typed.all(name)[at] ?? '').trim() === '')
    return empty ? [] : [decisionIn(typed, given, { at, held, today })]
  })
  const faults = [...('faults' in review ? review.faults : []), ...said.faults, ...rows.flatMap((row) => row.faults)]
  if ('faults' in review || faults.length > 0) return { faults }
  return { ok: { review: { ...review.ok, words: typed.words('what') }, view: said.view, decided: rows } }
}
