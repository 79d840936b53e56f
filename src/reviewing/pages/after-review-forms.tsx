// After a review: the day on which its decisions reached the manager, and the manager's answer to them.
import type { FC } from 'hono/jsx'
import { day, dayWords, formatDay, type IsoDay } from '#calendar'
import { childById } from '#children'
import { type Asking, readParts, writeParts } from '#database'
import {
  ChoiceField,
  DayField,
  type FieldsProps,
  type Form,
  type Item,
  itemsOf,
  PickField,
  reading,
  WordsField,
} from '#forms'
import { InsetText } from '#look'
import { everyColleague } from '#workforce'
import { type HeldReview, reviewsHeld } from '../store.ts'
import { chosen, colleague } from './dispute-given.tsx'
import { hangingForms, type Of, onceOnly, Written, writtenBy } from './hanging.tsx'

const ANSWERED: Readonly<Record<string, string>> = { agreed: 'Agreed', 'not agreed': 'Not agreed' }
const REVIEW_ANSWERS = { agreed: 'I agree', 'not agreed': 'I do not agree' } as const

type Given = {
  readonly name: string
  readonly me: string
  readonly review: HeldReview
  readonly held: IsoDay
  readonly colleagues: readonly Item[]
  /** Who wrote meanwhile what this form would write once more. */
  readonly written: string | undefined
}
async function given(asking: Asking, { child, me }: Of, line: string): Promise<Given | undefined> {
  const review = (await reviewsHeld(asking, child)).find((one) => one.line === line)
  const known = review === undefined ? undefined : await childById(asking, child)
  if (review === undefined || known === undefined) return undefined
  const colleagues = (await everyColleague(asking)).map(({ id, name }) => ({ value: id, text: name }))
  return { name: known.name ?? 'this child', me, review, held: day(review.held), colleagues, written: undefined }
}
const hangsOn = ({ review }: { readonly review: string }): string => review
const leadsTo = ({ child }: { readonly child: string | null }): string => `/children/${child}/reviewing`
function afterIt(read: ReturnType<typeof reading>, field: string, { on, held }: { on: IsoDay; held: IsoDay }): void {
  if (on < held) read.fault(field, `The review was on ${formatDay(held)}: this cannot be before it.`)
}

const ReceiptFields: FC<FieldsProps<Given>> = (of) => (
  <>
    <Written by={of.given.written} />
    <InsetText>
      From that day the manager has five working days to say that they do not agree. After that silence is agreement.
    </InsetText>
    <DayField of={of} name="received" label="When did the manager have the decisions?" looks="back" />
    <PickField
      of={of}
      name="received_by"
      label="Which manager?"
      items={of.given.colleagues}
      none="Nobody of this list"
    />
  </>
)
const receiptForms = hangingForms<Given, 'kith.review_receipt'>({
  ...{
    name: 'review-receipt',
    table: 'kith.review_receipt',
    path: 'reviews/:about/received',
    below: 'review-receipts',
  },
  lock: { may: ['write', 'reviews'], log: 'said when decisions of a review were received' },
  words: {
    ...{ thing: 'when decisions of a review were received', button: 'Save', done: 'Saved.' },
    title: ({ held }) => `Decisions of the review of ${dayWords(held)} received`,
    fields: { received: 'When', received_by: 'Which manager' },
  },
  load: async (asking, at, line) => {
    const known = await given(asking, at, line)
    const before = at.about === line ? known?.review.receipt : undefined
    return known && { ...known, written: await writtenBy(asking, before) }
  },
  ...{ hangsOn, leadsTo, Fields: ReceiptFields },
  start: () => ({ received: ['today'] }),
  decide: (typed, { review, held, colleagues, written }, today) => {
    const read = reading(typed, today)
    onceOnly(read, written)
    const received = read.day('received', 'the day')
    afterIt(read, 'received', { on: received, held })
    const received_by = colleague(read, 'received_by', { colleagues })
    return read.result(() => ({ columns: { review: review.line, received, received_by }, words: undefined }))
  },
  asTyped: ({ received, received_by }) => ({ received: [dayWords(received)], received_by: [received_by ?? ''] }),
  shows: ({ received }) => [['Received', dayWords(received)]],
})

const AnswerFields: FC<FieldsProps<Answering>> = (of) => (
  <>
    <Written by={of.given.written} />
    {of.given.others.map((other) => (
      <InsetText>{other}. You may say beside it that you do not agree.</InsetText>
    ))}
    <ChoiceField of={of} name="answer" label="Do you agree with the decisions?" items={itemsOf(REVIEW_ANSWERS)} />
    <DayField of={of} name="answered" label="When do you answer?" looks="back" />
    <WordsField of={of} name="why" label="Which one not, and why?" rows={4} />
  </>
)
type Answering = Given & {
  /** What other managers answered: 'Agreed, Dawn Test, Thu 26 Nov 2026 at 14:32'. */
  readonly others: readonly string[]
}
async function answering(asking: Asking, at: Of, line: string): Promise<Answering | undefined> {
  const known = await given(asking, at, line)
  if (known === undefined) return undefined
  const { answers } = known.review
  const mine = at.about === line ? answers.find(({ answered_by }) => answered_by === at.me) : undefined
  const others: string[] = []
  for (const one of answers)
    if (one.answered_by !== at.me) others.push(`${ANSWERED[one.answer] ?? one.answer}: ${await writtenBy(asking, one)}`)
  return { ...known, others, written: await writtenBy(asking, mine) }
}
const answerForms = hangingForms<Answering, 'kith.review_answer'>({
  ...{ name: 'review-answer', table: 'kith.review_answer', path: 'reviews/:about/answer', below: 'review-answers' },
  lock: { may: ['approve', 'plan'], log: 'answered the decisions of a review' },
  words: {
    ...{ thing: 'an answer to decisions of a review', button: 'Save the answer', done: 'Answer saved.' },
    title: ({ held, name }) => `Your answer to the review of ${dayWords(held)} for ${name}`,
    fields: { answer: 'Whether you agree', answered: 'When', why: 'Which not, and why' },
  },
  ...{ load: answering, hangsOn, leadsTo, Fields: AnswerFields },
  start: () => ({ answered: ['today'] }),
  decide: (typed, { review, held, me, written, others }, today) => {
    const read = reading(typed, today)
    onceOnly(read, written)
    const answer = chosen(read, { field: 'answer', of: REVIEW_ANSWERS, says: 'Say whether you agree.' })
    if (answer === 'agreed' && others.length > 0)
      read.fault(
        'answer',
        `It is answered already (${others.join('; ')}). Beside that you may say that you do not agree.`,
      )
    const answered = read.day('answered', 'the day of your answer')
    afterIt(read, 'answered', { on: answered, held })
    const why = typed.words('why')
    if (answer === 'not agreed' && why === '') read.fault('why', 'Say which decision you do not agree with, and why.')
    const columns = { review: review.line, answer, answered, answered_by: me }
    return read.result(() => ({ columns, words: writeParts({ why }) }))
  },
  asTyped: ({ answer, answered, words }) => ({
    ...{ answer: [answer], answered: [dayWords(answered)], why: [readParts(words, ['why'])?.why ?? ''] },
  }),
  shows: ({ answer, answered, words }) => [
    ['Answer', ANSWERED[answer] ?? answer],
    ['When', dayWords(answered)],
    ['Why', readParts(words, ['why'])?.why ?? 'Nothing'],
  ],
})

export const afterReviewForms: readonly Form[] = [...receiptForms, ...answerForms]
