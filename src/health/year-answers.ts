// What the return asks of a year of a child's health: the questions, what answers each takes, and what changed against the record. Pure.
import { dayWords, type IsoDay } from '#calendar'
import type { Typed, Values } from '#drafts'
import type { Fault } from '#forms'
import type { Said } from '#people'

const YES_NO: readonly Said[] = [
  { value: '1', text: 'Yes' },
  { value: '0', text: 'No' },
]
const NO_SCORE_BECAUSE: readonly Said[] = [
  { value: 'SDQ1', text: 'No form, since they are under 4 or over 16' },
  { value: 'SDQ2', text: 'The carer did not want to fill one in' },
  { value: 'SDQ3', text: 'Their disability is too severe for the questions' },
  { value: 'SDQ4', text: 'Another reason' },
  { value: 'SDQ5', text: 'They said no' },
]

/** `asked`: in full, on the form. `of`: what may be answered; a score is a number from 0 to 40. */
type Question = { readonly name: string; readonly asked: string; readonly of: readonly Said[] | 'score' }

export const YEAR_QUESTIONS = {
  'health-assessed': { name: 'Health assessed in the year', asked: 'Was their health assessed?', of: YES_NO },
  'teeth-checked': { name: 'Teeth checked in the year', asked: 'Did a dentist check their teeth?', of: YES_NO },
  'immunisations-up-to-date': {
    ...{ name: 'Immunisations up to date', asked: 'Are their immunisations up to date?', of: YES_NO },
  },
  'health-surveillance-up-to-date': {
    ...{ name: 'Early health checks up to date', of: YES_NO },
    asked: 'Are their early health checks up to date? Asked of children under five.',
  },
  'strengths-and-difficulties-score': {
    ...{ name: 'Strengths and difficulties score', of: 'score' },
    asked: 'Which score has the strengths and difficulties questionnaire of their carer? 0 to 40.',
  },
  'strengths-and-difficulties-none-because': {
    ...{ name: 'Why there is no score', asked: 'If there is no score: why?', of: NO_SCORE_BECAUSE },
  },
  'substance-misuse-found': {
    ...{ name: 'Drugs or alcohol a worry', asked: 'Was a problem with drugs or alcohol found?', of: YES_NO },
  },
  'intervention-received': {
    ...{ name: 'Help with that taken up', asked: 'If so: did they take up help with it?', of: YES_NO },
  },
  'intervention-offered': {
    ...{ name: 'Help with that offered', asked: 'If they took up none: was it offered?', of: YES_NO },
  },
} as const satisfies Readonly<Record<string, Question>>
export type YearQuestion = keyof typeof YEAR_QUESTIONS
const isYearQuestion = (text: string): text is YearQuestion => Object.hasOwn(YEAR_QUESTIONS, text)
const yearQuestions: readonly YearQuestion[] = Object.keys(YEAR_QUESTIONS).filter(isYearQuestion)
export const CONVICTED = 'convicted'

/** In words; undefined: no such answer. */
export function answerWords(question: string, answer: string): string | undefined {
  if (question === CONVICTED) return YES_NO.find(({ value }) => value === answer)?.text
  if (!isYearQuestion(question)) return undefined
  const { of }: Question = YEAR_QUESTIONS[question]
  return of === 'score' ? answer : of.find(({ value }) => value === answer)?.text
}
export const choicesOf = (question: YearQuestion | typeof CONVICTED): readonly Said[] | 'score' =>
  question === CONVICTED ? YES_NO : YEAR_QUESTIONS[question].of

/** The version that stands. */
export type Answered = { readonly id: string; readonly answer: string }
export type YearGiven = {
  readonly name: string
  readonly ending: IsoDay
  readonly answers: ReadonlyMap<string, Answered>
  /** Convictions stand with orders and courts: not everybody who writes of health writes of them. */
  readonly convictions: boolean
}
export const askedOn = ({ convictions }: YearGiven): readonly (YearQuestion | typeof CONVICTED)[] =>
  convictions ? [...yearQuestions, CONVICTED] : yearQuestions

/** `answer` null: taken off. */
export type Change = {
  readonly question: YearQuestion | typeof CONVICTED
  readonly stood: Answered | undefined
  readonly answer: string | null
}

/** The hidden field with the version that the asker read. */
export const readField = (question: string): string => `read-${question}`

/** The hidden field with the year for which the form was begun: on 1 April its address means another. */
export const YEAR_BEGUN = 'year-begun'

export const yearAsTyped = ({ answers, ending }: YearGiven): Values => ({
  [YEAR_BEGUN]: [ending],
  ...Object.fromEntries([...answers].map(([question, { answer }]) => [question, [answer]])),
})

function wrong(question: YearQuestion | typeof CONVICTED, answer: string): string | undefined {
  const of = choicesOf(question)
  if (answer === '') return undefined
  if (of === 'score')
    return /^\d{1,2}$/.test(answer) && Number(answer) <= 40
      ? undefined
      : 'Write the score as a number from 0 to 40, or leave it empty.'
  return of.some(({ value }) => value === answer) ? undefined : 'Choose an answer, or that there is none yet.'
}

/** Only what differs is written. What somebody else answered meanwhile is shown before it is written over. */
export function decideYear(
  typed: Typed,
  given: YearGiven,
): { readonly ok: readonly Change[] } | { readonly faults: readonly Fault[] } {
  const begun = typed.one(YEAR_BEGUN)
  if (begun !== '' && begun !== given.ending)
    return {
      faults: [
        {
          field: '',
          says: `You wrote this for the year to ${dayWords(begun)}, and the year has turned since. Write it in the form of that year: this one is of the year to ${dayWords(given.ending)}.`,
        },
      ],
    }
  const faults: Fault[] = []
  const changes: Change[] = []
  for (const question of askedOn(given)) {
    const [answer, stood] = [typed.one(question), given.answers.get(question)]
    const says = wrong(question, answer)
    if (says !== undefined) faults.push({ field: question, says })
    if (answer === (stood?.answer ?? '')) continue
    if (typed.one(readField(question)) !== (stood?.id ?? ''))
      faults.push({
        field: question,
        says: 'Somebody answered this meanwhile. Read what the record says now, and save again if yours is to stand.',
      })
    else changes.push({ question, stood, answer: answer === '' ? null : answer })
  }
  if (faults.length > 0) return { faults }
  return changes.length > 0
    ? { ok: changes }
    : { faults: [{ field: '', says: 'The record says all of this already. Nothing was saved.' }] }
}
