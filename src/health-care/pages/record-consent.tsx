// The forms of a yes or a no to care: recorded, corrected, and taken back.
import type { FC } from 'hono/jsx'
import { dayTyped, dayWords, type IsoDay } from '#calendar'
import type { Filled, Version } from '#database'
import type { Typed, Values } from '#drafts'
import { wordOf } from '#drafts'
import {
  ChoiceField,
  DayField,
  type FieldsProps,
  type Form,
  itemsOf,
  makeRecordForms,
  PickField,
  WordsField,
} from '#forms'
import { ABOUT, BY_WHOM, CONSENT_ANSWERS, mayRecordConsent, UNDERSTANDS } from '../consent.ts'
import { consents } from '../store.ts'
import { type Given, given, leadsTo } from './of-child.tsx'

const TABLE = 'kith.health_consent'
type Consent = Version<typeof TABLE>

function decide(typed: Typed, _: Given, today: IsoDay) {
  const [about, answer, by_whom] = [typed.one('about'), typed.one('answer'), typed.one('by_whom')]
  const decided = dayTyped(typed.one('decided'), today, 'back')
  const offered_again = dayTyped(typed.one('offered_again'), today, 'ahead')
  const understands = typed.one('understands')
  const may = mayRecordConsent({ about, answer, by_whom, understands, decided, offered_again }, today)
  return 'ok' in may ? { ok: { columns: may.ok, words: typed.words('what') } } : may
}

const Fields: FC<FieldsProps<Given>> = (of) => (
  <>
    <PickField of={of} name="about" label="What was offered?" items={itemsOf(ABOUT)} />
    <ChoiceField of={of} name="answer" label="What was the answer?" items={itemsOf(CONSENT_ANSWERS)} />
    <ChoiceField of={of} name="by_whom" label="Who answered?" items={itemsOf(BY_WHOM)} />
    <ChoiceField
      of={of}
      name="understands"
      label={`Does ${of.given.name} understand what was offered, and what a no would mean?`}
      hint="This decides, and no age does. Only the no of somebody who understands stops a health assessment."
      items={itemsOf(UNDERSTANDS)}
    />
    <DayField of={of} name="decided" label="When was the answer given?" looks="back" />
    <WordsField
      of={of}
      name="what"
      label="In their own words"
      hint={`As it was said. Below it, how anybody knows what ${of.given.name} understands.`}
      rows={4}
    />
    <DayField of={of} name="offered_again" label="After a no: when is it offered again?" looks="ahead" />
  </>
)

export const consentForms: readonly Form[] = makeRecordForms<Given, Filled<typeof TABLE>, typeof TABLE>({
  ...{
    name: 'health-consent',
    path: 'health/answers',
    table: TABLE,
    here: '/children',
    leadsTo,
    given,
    decide,
    Fields,
  },
  lock: { may: ['write', 'health'], log: 'recorded a yes or no to health care' },
  words: {
    ...{ thing: 'a yes or no to care', button: 'Save answer', done: 'Answer saved.' },
    title: ({ name }) => `A yes or no to care for ${name}`,
    fields: {
      about: 'What was offered',
      answer: 'The answer',
      by_whom: 'Who answered',
      understands: 'Whether they understand',
      decided: 'When it was given',
      what: 'In their own words',
      offered_again: 'When it is offered again',
    },
  },
  start: () => ({}),
  record: async (asking, ok, { child }) => await consents.record(asking, ok, child),
  asTyped: (one: Consent): Values => ({
    about: [one.about],
    answer: [one.answer],
    by_whom: [one.by_whom],
    understands: [one.understands],
    decided: [dayWords(one.decided)],
    what: [one.words ?? ''],
    offered_again: [dayWords(one.offered_again)],
  }),
  correct: async (asking, ok, id) => await consents.correct(asking, ok, id),
  shows: ({ about, answer, decided, words }, { name }) => ({
    title: `the answer about ${name}, ${dayWords(decided)}`,
    rows: [
      ['What was offered', wordOf(ABOUT, about) ?? ''],
      ['The answer', wordOf(CONSENT_ANSWERS, answer) ?? ''],
      ['What was written', words ?? 'Nothing'],
    ],
  }),
  retract: consents.retract,
})
