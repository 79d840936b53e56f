// The forms of what a child, parent or carer said apart from any event: written, corrected, taken back.
import type { FC } from 'hono/jsx'
import { dayWords } from '#calendar'
import { childById } from '#children'
import type { Asking } from '#database'
import {
  type At,
  ChoiceField,
  DayField,
  type FieldsProps,
  type Form,
  makeRecordForms,
  PickField,
  TicksField,
  WordsField,
} from '#forms'
import { correctView, HOW, recordView, retractView, TOLD_WORDS, VIEW_ABOUT, WHOSE, wordItems } from '#views'
import { decideView, type ViewGiven, type ViewOk } from './view-form.ts'

type Fields = FieldsProps<ViewGiven>
export const whoseWords = (whose: string, name: string): string =>
  whose === 'child' ? name : whose === 'parent' ? 'Mum, Dad or another parent' : 'Their carer'

const Said: FC<Fields> = (of) => (
  <>
    <ChoiceField
      of={of}
      name="whose"
      label="Whose words are these?"
      items={WHOSE.map((value) => ({ value, text: whoseWords(value, of.given.name) }))}
    />
    <DayField of={of} name="happened" label="When did they say it?" looks="back" />
    <WordsField of={of} name="words" label="In their own words" hint={`${TOLD_WORDS} Say this before they speak.`} />
    <PickField of={of} name="how" label="How did they say it?" items={wordItems(HOW)} none="Said" />
    <PickField of={of} name="about" label="What is it about?" items={wordItems(VIEW_ABOUT)} none="Something else" />
    <PickField
      of={of}
      name="toldTo"
      label="Whom did they tell?"
      none="Me"
      items={[{ value: 'somebody else', text: 'Somebody else' }]}
    />
  </>
)

const AllFields: FC<Fields> = (of) => (
  <>
    <Said {...of} />
    <TicksField
      of={of}
      name="letKnow"
      label="Did they say that somebody else may know?"
      items={[{ value: 'carer', text: 'Their carer may read it' }]}
    />
  </>
)

const CorrectionFields: FC<Fields> = (of) => (
  <>
    <Said {...of} />
    <p class="govuk-hint">Who may read it stays as it is.</p>
  </>
)

export async function viewGiven(asking: Asking, { child, me }: At): Promise<ViewGiven | undefined> {
  const known = child === null ? undefined : await childById(asking, child)
  return known === undefined ? undefined : { name: known.name ?? 'this child', me }
}
export const toViews = ({ child }: Pick<At, 'child'>): string => `/children/${child}/views`
const plain = (value: string, usual: string): readonly string[] => (value === usual ? [] : [value])

export const viewForms: readonly Form[] = makeRecordForms<ViewGiven, ViewOk, 'kith.view'>({
  ...{ name: 'view', path: 'views', table: 'kith.view', here: '/children', leadsTo: toViews, given: viewGiven },
  ...{ decide: decideView, Fields: AllFields, FieldsOfCorrection: CorrectionFields },
  lock: { may: ['write', 'story'], log: 'recorded what somebody said' },
  words: {
    ...{ thing: 'what somebody said', button: 'Save their words', done: 'Their words are saved.' },
    title: ({ name }) => `What ${name}, a parent or a carer said`,
    fields: {
      ...{ whose: 'Whose words', happened: 'When', words: 'Their own words', how: 'How they said it' },
      ...{ about: 'What about', toldTo: 'Whom they told', letKnow: 'Who else may know' },
    },
  },
  start: () => ({ whose: ['child'], happened: ['today'] }),
  record: async (asking, ok, { child }) => await recordView(asking, child, ok),
  asTyped: ({ whose, happened, how, about, told_to, words }) => ({
    ...{ whose: [whose], happened: [dayWords(happened)], words: [words ?? ''] },
    ...{ how: plain(how, 'said'), about: plain(about, 'other'), toldTo: told_to === null ? ['somebody else'] : [] },
  }),
  correct: async (asking, ok, id) => await correctView(asking, id, ok),
  shows: ({ whose, happened, words }, { name }) => ({
    title: `what was said, ${dayWords(happened)}`,
    rows: [
      ['Whose words', whoseWords(whose, name)],
      ['When', dayWords(happened)],
      ['Their own words', words ?? 'Taken out of sight.'],
    ],
    also: 'What changed because of it can then no longer be read with it.',
  }),
  retract: retractView,
})
