// What the yearly return asks of a child's health, in words; an answer of a year is no event on a day, and none is not "no".

import { answerWords, YEAR_QUESTIONS } from '#health'

const NAMES = new Map<string, string>(Object.entries(YEAR_QUESTIONS).map(([question, { name }]) => [question, name]))
/** These are asked of every child: where nobody answered, that is said. */
const ALWAYS = ['health-assessed', 'teeth-checked', 'immunisations-up-to-date'] as const

export type YearAnswer = { readonly question: string; readonly answer: string }
export type ShownAnswer = { readonly name: string; readonly words: string | undefined }

export function shownAnswers(answers: readonly YearAnswer[]): readonly ShownAnswer[] {
  const given = new Map(answers.map(({ question, answer }) => [question, answer]))
  const asked = [...ALWAYS, ...[...given.keys()].filter((question) => !ALWAYS.some((one) => one === question))]
  return asked.map((question) => {
    const answer = given.get(question)
    const words = answer === undefined ? undefined : (answerWords(question, answer) ?? answer)
    return { name: NAMES.get(question) ?? question, words }
  })
}
