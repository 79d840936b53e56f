// A yes or a no to care: to what, by whom, and whether the young person understands; an age decides nothing.
import { anyDay, happenedDay, type IsoDay, optionalDay } from '#calendar'
import { type Decided, oneOf } from '#drafts'
import type { Fault } from '#forms'

export const ABOUT = {
  'initial health assessment': 'The first health assessment in care',
  'review health assessment': 'A review health assessment',
  dentist: 'The dentist',
  immunisation: 'An immunisation',
  treatment: 'A treatment',
  'sharing what health knows': 'Sharing what health knows',
  'something else': 'Something else',
} as const
export const CONSENT_ANSWERS = { yes: 'Yes', no: 'No', 'taken back': 'The yes was taken back' } as const
export const BY_WHOM = {
  child: 'The child or young person',
  parent: 'A parent',
  'somebody with parental responsibility': 'Somebody else with parental responsibility',
  council: 'The council',
  court: 'A court',
} as const
export const UNDERSTANDS = {
  yes: 'Yes, they understand',
  no: 'No, not enough for this',
  'not judged': 'Nobody has judged it yet',
} as const

export type NewConsent = {
  readonly about: keyof typeof ABOUT
  readonly answer: keyof typeof CONSENT_ANSWERS
  readonly by_whom: keyof typeof BY_WHOM
  readonly understands: keyof typeof UNDERSTANDS
  readonly decided: IsoDay
  readonly offered_again: IsoDay | null
}
export type TypedConsent = Readonly<Record<keyof NewConsent, string>>

const noDay = (field: string): Fault => ({ field, says: 'Write it as a day, such as 23 Nov 2026.' })

function daysOf(typed: TypedConsent, today: IsoDay): Decided<Pick<NewConsent, 'decided' | 'offered_again'>> {
  const decided = happenedDay(typed.decided, today)
  const again = optionalDay(typed.offered_again, anyDay)
  const faults: Fault[] = []
  if ('fault' in decided)
    faults.push(
      decided.fault === 'no day'
        ? noDay('decided')
        : { field: 'decided', says: 'The day of the answer cannot be after today.' },
    )
  if ('fault' in again) faults.push(noDay('offered_again'))
  if ('fault' in decided || 'fault' in again) return { faults }
  if (again.day === null) return { ok: { decided: decided.day, offered_again: null } }
  const field = 'offered_again'
  if (typed.answer === 'yes')
    return { faults: [{ field, says: 'After a yes nothing is offered again. Leave this empty.' }] }
  if (again.day <= decided.day) return { faults: [{ field, says: 'It is offered again on a later day.' }] }
  return { ok: { decided: decided.day, offered_again: again.day } }
}

export function mayRecordConsent(typed: TypedConsent, today: IsoDay): Decided<NewConsent> {
  const days = daysOf(typed, today)
  const about = oneOf(ABOUT, typed.about)
  const answer = oneOf(CONSENT_ANSWERS, typed.answer)
  const by_whom = oneOf(BY_WHOM, typed.by_whom)
  const understands = oneOf(UNDERSTANDS, typed.understands)
  const faults: Fault[] = 'faults' in days ? [...days.faults] : []
  if (about === undefined) faults.push({ field: 'about', says: 'Say what the answer is about.' })
  if (answer === undefined) faults.push({ field: 'answer', says: 'Say what the answer was.' })
  if (by_whom === undefined) faults.push({ field: 'by_whom', says: 'Say who answered.' })
  if (understands === undefined)
    faults.push({ field: 'understands', says: 'Say whether they understand, or that nobody has judged it.' })
  if ('faults' in days || !about || !answer || !by_whom || !understands) return { faults }
  return { ok: { about, answer, by_whom, understands, ...days.ok } }
}

export type Standing = Pick<NewConsent, 'about' | 'answer' | 'by_whom' | 'understands'>
/** Regulation 7(4): a young person who understands enough may refuse an assessment; to take a yes back is to refuse it. */
export const stopsAssessment = ({ about, answer, by_whom, understands }: Readonly<Record<keyof Standing, string>>) =>
  answer !== 'yes' && by_whom === 'child' && understands === 'yes' && isAssessment(about)
export const isAssessment = (about: string): boolean => about.endsWith('health assessment')
