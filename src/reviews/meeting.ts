// What may be recorded of the meeting of a review: who was there, and the day proposed for the next one.
import { anyDay, formatDay, type IsoDay, optionalDay } from '#calendar'
import { isPresent, type Present } from '#notes'

/** What the review decided on an independent visitor (regulation 47): empty where it was not thought of. */
export const VISITOR = {
  'has one': 'Yes, and there is one',
  wanted: 'Yes, and one is to be found',
  'not wanted now': 'The child does not want one now',
  'not good for the child': 'It would not be good for the child',
} as const

export type MeetingRefusal = 'visitor unknown' | 'present unknown' | 'next no day' | 'next not after this one'
export type TypedMeeting = {
  readonly present: readonly string[]
  readonly next: string
  readonly visitor: string
  /** The pathway plan was considered. */
  readonly pathway: boolean
}
/** As the record holds it. */
export type NewMeeting = {
  readonly present: Present[]
  readonly next_proposed: IsoDay | null
  readonly visitor: string | null
  /** null: not said. */
  readonly pathway: true | null
}

/** `held` undefined: the day of the review is wrong, and said there. */
export function mayHoldMeeting(
  typed: TypedMeeting,
  held: IsoDay | undefined,
): { readonly ok: NewMeeting } | { readonly refused: readonly MeetingRefusal[] } {
  const present = typed.present.filter(isPresent)
  const next = optionalDay(typed.next, anyDay)
  const refused: MeetingRefusal[] = []
  if (typed.visitor !== '' && !Object.hasOwn(VISITOR, typed.visitor)) refused.push('visitor unknown')
  if (present.length !== typed.present.length) refused.push('present unknown')
  if ('fault' in next) refused.push('next no day')
  else if (next.day !== null && held !== undefined && next.day <= held) refused.push('next not after this one')
  if ('fault' in next || refused.length > 0) return { refused }
  return {
    ok: {
      present,
      next_proposed: next.day,
      visitor: typed.visitor === '' ? null : typed.visitor,
      pathway: typed.pathway ? true : null,
    },
  }
}

const WORDS: Readonly<Record<MeetingRefusal, (held: IsoDay | undefined) => string>> = {
  'visitor unknown': () => 'Choose from the list whether an independent visitor would be good.',
  'present unknown': () => 'Choose who was there from the list.',
  'next no day': () => 'Write the day proposed for the next review, or leave it empty.',
  'next not after this one': (held) =>
    `The next review has to be after this one${held === undefined ? '' : `, ${formatDay(held)}`}.`,
}
export const meetingRefusalWords = (refusal: MeetingRefusal, held: IsoDay | undefined): string => WORDS[refusal](held)
