// The short form of how a match is, after 72 hours, 28 and 90 days: in the child's words, what has not come, and what is done.

import type { FC } from 'hono/jsx'
import { dayWords } from '#calendar'
import type { Asking } from '#database'
import { writeParts } from '#database'
import { wordOf } from '#drafts'
import { ChoiceField, DayField, type FieldsProps, type Form, itemsOf, PickField, WordsField } from '#forms'
import { chosenAmong, type FactGiven, makeFactForms } from '#people/pages'
import { GOES, STAGES } from '../request-codes-data.ts'
import { matchesOf, reviewWords } from '../store.ts'

const amongMatches = async (asking: Asking, child: string) =>
  (await matchesOf(asking, child)).map(({ line, words, starts }) => ({
    value: line,
    text: `${words.called}, from ${dayWords(starts)}`,
  }))
const Fields: FC<FieldsProps<FactGiven>> = (of) => (
  <>
    <PickField of={of} name="decision" label="Which home?" items={of.given.among} />
    <ChoiceField of={of} name="stage" label="Which look is it?" items={itemsOf(STAGES)} />
    <DayField of={of} name="happened" label="When did you talk?" looks="back" />
    <WordsField of={of} name="own" label={`How is it for ${of.given.name}, in their own words?`} rows={3} />
    <WordsField of={of} name="promised" label="What was promised and has not come?" rows={2} />
    <WordsField of={of} name="todo" label="What is done about it, by whom?" rows={2} />
    <ChoiceField of={of} name="goes" label="What follows?" items={itemsOf(GOES)} />
  </>
)
export const matchReviewForms: readonly Form[] = makeFactForms<'kith.match_review'>({
  ...{
    name: 'match-review',
    path: 'match-reviews',
    table: 'kith.match_review',
    scope: 'matching',
    tab: '/home-request',
  },
  ...{ thing: 'how a new home is', title: (name) => `How the new home is for ${name}`, among: amongMatches },
  noneToChoose: 'No home was decided on yet. Decide on one first.',
  fields: {
    ...{ decision: 'Which home', stage: 'Which look', happened: 'When', own: 'In their words' },
    ...{ promised: 'Promised and not come', todo: 'What is done', goes: 'What follows' },
  },
  start: { happened: ['today'] },
  once: ({ decision, stage }) => `${decision} ${stage}`,
  says: ({ stage, happened }) => `${wordOf(STAGES, stage)}, ${dayWords(happened)}`,
  asTyped: ({ words, ...row }) => ({
    ...{ decision: [row.decision], stage: [row.stage], happened: [dayWords(row.happened)], goes: [row.goes] },
    ...Object.fromEntries(Object.entries(reviewWords(words)).map(([part, text]) => [part, [text]])),
  }),
  read: (r, given) => ({
    decision: chosenAmong(r, given, 'decision'),
    stage: r.choice('stage', ['72 hours', '28 days', '90 days'], 'Say which look it is.'),
    happened: r.day('happened', 'the day on which you talked'),
    goes: r.choice('goes', ['goes on', 'more is needed', 'look again'], 'Say what follows.'),
  }),
  words: (r) =>
    writeParts({
      ...{ own: r.words('own', 'Write what they said, in their own words; or that they did not want to say.') },
      ...{ promised: r.typed.words('promised'), todo: r.typed.words('todo') },
    }) ?? '',
  Fields,
})
