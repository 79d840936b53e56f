// A referral taken further: to whom, on which day, what was asked, what was answered; and how long an answer has been waited for.
import { anyDay, day, daysBetween, happenedDay, type IsoDay, optionalDay } from '#calendar'
import { type Decided, oneOf } from '#drafts'
import type { Fault } from '#forms'
import { ESCALATED_TO } from './referral.ts'

export const STEP_ANSWERS = {
  'it moves': 'It moves on',
  'a day is promised': 'A day is promised',
  'somebody else decides': 'They say that somebody else decides',
  'it does not move': 'They do not move it',
} as const

export type NewStep = {
  readonly taken: IsoDay
  readonly to_whom: keyof typeof ESCALATED_TO
  readonly answer_by: IsoDay | null
  readonly answer: keyof typeof STEP_ANSWERS | null
  readonly answered: IsoDay | null
}
export type TypedStep = { readonly [Name in keyof NewStep]: string } & {
  readonly asked: string
  readonly said: string
}
type Allowed = { readonly asked: IsoDay; readonly today: IsoDay }

const DAY_NAMES = {
  taken: 'the day on which it was taken further',
  answer_by: 'the day by which an answer is asked for',
  answered: 'the day of the answer',
} as const
function daysOf(typed: TypedStep, today: IsoDay) {
  const faults: Fault[] = []
  const read = (field: keyof typeof DAY_NAMES): IsoDay | null => {
    const found = optionalDay(typed[field], (text) => (field === 'answer_by' ? anyDay(text) : happenedDay(text, today)))
    if ('day' in found) return found.day
    const name = DAY_NAMES[field]
    const ahead = `${name.replace(/^t/, 'T')} cannot be after today.`
    faults.push({ field, says: found.fault === 'no day' ? `Write ${name} as a day, such as 23 Nov 2026.` : ahead })
    return null
  }
  return { taken: read('taken'), answer_by: read('answer_by'), answered: read('answered'), faults }
}

/** `asked`: when the referral itself was asked for. */
export function mayTakeFurther(typed: TypedStep, { asked, today }: Allowed): Decided<NewStep> {
  const { taken, answer_by, answered, faults } = daysOf(typed, today)
  const to_whom = oneOf(ESCALATED_TO, typed.to_whom)
  const answer = oneOf(STEP_ANSWERS, typed.answer) ?? null
  const fault = (field: string, says: string): void => {
    if (faults.every((one) => one.field !== field)) faults.push({ field, says })
  }
  if (taken === null) fault('taken', `Write ${DAY_NAMES.taken}, such as 23 Nov 2026.`)
  else if (taken < asked) fault('taken', 'That is before it was asked for.')
  if (to_whom === undefined) fault('to_whom', 'Say to whom it was taken.')
  if (typed.asked === '') fault('asked', 'Write what was asked of them.')
  if (typed.answer !== '' && answer === null) fault('answer', 'Choose from the list.')
  if (answer !== null && answered === null) fault('answered', 'Write the day of the answer.')
  if (answer === null && (answered !== null || typed.said !== '')) fault('answer', 'Say what they answered.')
  if (answer === 'it does not move' && typed.said === '') fault('said', 'Write why not, as they said it.')
  if (taken !== null && answered !== null && answered < taken) fault('answered', 'That is before it was taken to them.')
  if (taken !== null && answer_by !== null && answer_by < taken)
    fault('answer_by', 'That is before it was taken to them.')
  if (taken === null || to_whom === undefined || faults.length > 0) return { faults }
  return { ok: { taken, to_whom, answer_by, answer, answered } }
}

export type WaitsForAnswer = {
  readonly days: number
  /** Days since the day by which an answer was asked for; undefined: it has not passed, or none was said. */
  readonly beyond: number | undefined
}
/** undefined: it was answered. */
export function waitsForAnswer(
  {
    taken,
    answer,
    answer_by,
  }: { readonly taken: string; readonly answer: string | null; readonly answer_by: string | null },
  today: IsoDay,
): WaitsForAnswer | undefined {
  if (answer !== null) return undefined
  const beyond = answer_by !== null && answer_by < today ? daysBetween(day(answer_by), today) : undefined
  return { days: daysBetween(day(taken), today), beyond }
}
