// The form of a step of a time missing that goes on: who of ours was told, or that everybody met.
import type { FC } from 'hono/jsx'
import { dayWords, instant, timeInLondon } from '#calendar'
import { DayField, type FieldsProps, type Form, PickField, TimeField, WordsField } from '#forms'
import { saidOf, valuesIn } from '#people'
import { chosenAmong, type FactGiven, makeFactForms } from '#people/pages'
import { STEP_WORDS } from '../steps.ts'
import { episodesOf } from '../store.ts'

const Fields: FC<FieldsProps<FactGiven>> = (of) => (
  <>
    <PickField of={of} name="episode" label="Of which time missing?" items={of.given.among} />
    <PickField of={of} name="step" label="What was done?" items={STEP_WORDS} />
    <DayField of={of} name="taken" label="When?" looks="back" />
    <TimeField of={of} name="taken_time" label="At what time?" />
    <WordsField of={of} name="words" label="Who, and what was agreed" rows={4} />
  </>
)

export const missingStepForms: readonly Form[] = makeFactForms<'kith.missing_step'>({
  ...{ name: 'missing-step', path: 'missing-steps', table: 'kith.missing_step', scope: 'missing', tab: '/missing' },
  ...{ thing: 'a step while they were missing', title: (name) => `A step while ${name} is missing` },
  fields: { episode: 'Which time', step: 'What was done', taken: 'When', taken_time: 'At what time', words: 'Who' },
  among: async (asking, child) =>
    (await episodesOf(asking, child))
      .filter(({ kind }) => kind === 'missing')
      .toReversed()
      .map(({ line, since }) => ({ value: line, text: `Missing since ${dayWords(since)}` })),
  noneToChoose: 'No time missing is recorded. Record that they are missing first.',
  once: ({ episode, step }) => `${episode} ${step}`,
  start: { taken: ['today'] },
  says: ({ step, taken }) => `${saidOf(STEP_WORDS, step).toLowerCase()}, ${dayWords(taken)}`,
  asTyped: ({ episode, step, taken, taken_at, words }) => ({
    ...{ episode: [episode], step: [step], taken: [dayWords(taken)] },
    ...{ taken_time: [taken_at === null ? '' : timeInLondon(instant(taken_at))], words: [words ?? ''] },
  }),
  read: (r, given) => {
    const episode = chosenAmong(r, given, 'episode')
    const step = r.choice('step', valuesIn(STEP_WORDS), 'Choose what was done.')
    const { day: taken, at: taken_at } = r.moment('taken', 'the day on which it was done')
    return { episode, step, taken, taken_at }
  },
  words: (r) => r.typed.words('words'),
  Fields,
})
