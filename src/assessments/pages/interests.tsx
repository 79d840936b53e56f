// The forms of what a child likes to do: written, changed from now on, put right and taken back.
import type { FC } from 'hono/jsx'
import type { Version } from '#database'
import {
  ChoiceField,
  DayField,
  type FieldsProps,
  type Form,
  LineField,
  makeCorrection,
  makeRecordForms,
  WordsField,
} from '#forms'
import { capital } from '#look'
import { decideInterest, INTEREST_PARTS, INTEREST_STATES, type NewInterest } from '../identity.ts'
import { changeInterest, correctInterest, recordInterest, retractAssessment } from '../store.ts'
import { dayIn, type Given, given, orNothing, partsOf, toWho } from './about-child.tsx'

const STATES: Readonly<Record<(typeof INTEREST_STATES)[number], string>> = {
  'does it': 'They do it',
  'wants to': 'They want to',
  stopped: 'They stopped',
}
const Fields: FC<FieldsProps<Given>> = (of) => {
  const { name } = of.given
  return (
    <>
      <LineField
        of={of}
        name="what"
        label={`What does ${name} like to do?`}
        hint="One thing: football, drawing, the choir"
      />
      <ChoiceField
        of={of}
        name="state"
        label="How is it now?"
        items={INTEREST_STATES.map((value) => ({ value, text: STATES[value] }))}
      />
      <DayField of={of} name="since" label="Since when, if you know" looks="back" />
      <WordsField of={of} name="means" label={`What it is to ${name}, in their words`} rows={2} />
      <WordsField
        of={of}
        name="way"
        label="What stands in the way, if anything"
        hint="A fare, a form, a far home, nobody to take them"
        rows={2}
      />
      <DayField of={of} name="hindered_since" label="Since when does it stand in the way?" looks="back" />
      <WordsField of={of} name="do" label="What we do about it, and who" rows={2} />
    </>
  )
}
const LABELS = {
  ...{ what: 'What it is', state: 'How it is now', since: 'Since when', means: 'What it is to them' },
  ...{ way: 'What stands in the way', hindered_since: 'In the way since', do: 'What we do' },
}
const asTyped = ({ state, since, hindered_since, words }: Version<'kith.interest'>) => ({
  ...Object.fromEntries(Object.entries(partsOf(words, [...INTEREST_PARTS])).map(([name, text]) => [name, [text]])),
  ...{ state: [state], since: [dayIn(since)], hindered_since: [dayIn(hindered_since)] },
})
const lock = { may: ['write', 'plan'], log: 'recorded what a child likes to do' } as const
const frame = { here: '/children', leadsTo: toWho, Fields, decide: decideInterest } as const

const whole = makeRecordForms<Given, NewInterest, 'kith.interest'>({
  ...{ ...frame, name: 'interest', path: 'interests', table: 'kith.interest', given, lock, asTyped },
  words: {
    ...{ thing: 'something a child likes to do', button: 'Save', done: 'Saved.', fields: LABELS },
    title: ({ name }) => `What ${name} likes to do`,
  },
  start: () => ({ state: ['does it'] }),
  record: async (asking, ok, { child }) => await recordInterest(asking, child, ok),
  correct: async (asking, ok, id) => await correctInterest(asking, id, ok),
  shows: ({ state, words }, { name }) => ({
    title: `something ${name} likes to do`,
    rows: [
      ['What it is', orNothing(partsOf(words, [...INTEREST_PARTS])['what'])],
      ['How it is now', capital(state)],
    ],
  }),
  retract: async (asking, id, reason) => await retractAssessment(asking, 'kith.interest', { id, reason }),
})
/** What stood before was right in its time. */
const changed = makeCorrection<Given, NewInterest, 'kith.interest'>({
  ...frame,
  name: 'interest-change',
  path: '/children/:child/interests/:about/change',
  lock: { ...lock, log: 'recorded a change in what a child likes to do' },
  words: {
    ...{ thing: 'a change in what a child likes to do', button: 'Save', done: 'Saved.', fields: LABELS },
    title: ({ name }) => `What ${name} likes to do: what is different now`,
  },
  table: 'kith.interest',
  given,
  asTyped,
  correct: async (asking, ok, { version }) => await changeInterest(asking, version, ok),
})

export const interestForms: readonly Form[] = [...whole, changed]
