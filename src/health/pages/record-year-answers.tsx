// The form of a year's answers for the return: all questions of one child together, as the record has them, and only what differs written.
import type { FC } from 'hono/jsx'
import { formatDay } from '#calendar'
import { childById } from '#children'
import type { Asking } from '#database'
import { type At, type FieldsProps, type Form, LineField, makeForm, PickField } from '#forms'
import { type ReturnYear, returnYearEnding, returnYears } from '#people'
import { answersOfYear, changeAnswers, putYearBack } from '../year-answer-store.ts'
import {
  answerWords,
  askedOn,
  type Change,
  CONVICTED,
  choicesOf,
  decideYear,
  readField,
  YEAR_BEGUN,
  YEAR_QUESTIONS,
  type YearGiven,
  yearAsTyped,
} from '../year-answers.ts'

const asked = (question: ReturnType<typeof askedOn>[number]): string =>
  question === CONVICTED
    ? 'Were they convicted, or given a youth caution, in the year? Asked of those of 10 and over.'
    : YEAR_QUESTIONS[question].asked
type OneProps = { readonly of: FieldsProps<YearGiven>; readonly question: ReturnType<typeof askedOn>[number] }
const One: FC<OneProps> = ({ of, question }) => {
  const stood = of.given.answers.get(question)
  const says = stood && (answerWords(question, stood.answer) ?? `the code ${stood.answer}`)
  const field = {
    of,
    name: question,
    label: asked(question),
    hint: says === undefined ? 'No answer yet' : `In the record: ${says}`,
  }
  const choices = choicesOf(question)
  return (
    <>
      <input type="hidden" name={readField(question)} value={stood?.id ?? ''} />
      {choices === 'score' ? (
        <LineField {...field} width="govuk-input--width-3" />
      ) : (
        <PickField {...field} items={choices} none="No answer yet" />
      )}
    </>
  )
}

const Fields: FC<FieldsProps<YearGiven>> = (of) => (
  <>
    <input type="hidden" name={YEAR_BEGUN} value={of.typed.one(YEAR_BEGUN) || of.given.ending} />
    <p>The year to {formatDay(of.given.ending)}. No answer is not “no”: leave it open until somebody knows.</p>
    {askedOn(of.given).map((question) => (
      <One of={of} question={question} />
    ))}
  </>
)

const loadYear =
  (which: ReturnYear) =>
  async (asking: Asking, { child, today }: At): Promise<YearGiven | undefined> => {
    const known = child === null ? undefined : await childById(asking, child)
    if (known === undefined) return undefined
    const ending = returnYearEnding(which, today)
    return { name: known.name ?? 'this child', ending, ...(await answersOfYear(asking, known.child, ending)) }
  }

const yearForm = (which: ReturnYear): Form =>
  makeForm<YearGiven, readonly Change[]>({
    name: `year-answers-${which}`,
    path: `/children/:child/year-answers/${which}`,
    lock: { may: ['write', 'health'], log: 'recorded what the return asks of a year' },
    here: '/children',
    words: {
      thing: 'the answers of a year',
      title: ({ name, ending }) => `${name} in the year to ${formatDay(ending)}, for the return`,
      ...{ button: 'Save answers', done: 'Answers saved.' },
      fields: Object.fromEntries(Object.entries(YEAR_QUESTIONS).map(([question, { name }]) => [question, name])),
    },
    load: loadYear(which),
    start: yearAsTyped,
    decide: decideYear,
    save: async (asking, changes, { child, given: { ending } }) => {
      const written = await changeAnswers(asking, { child: child ?? '', ending }, changes)
      if (written !== undefined) return { kind: 'saved', id: written.id }
      return {
        kind: 'refused',
        faults: [{ field: '', says: 'Somebody answered meanwhile. Open the form again; your answers are kept.' }],
      }
    },
    undo: putYearBack,
    leadsTo: ({ child }) => `/children/${child}/health`,
    Fields,
  })

export const yearAnswerForms: readonly Form[] = returnYears.map(yearForm)
