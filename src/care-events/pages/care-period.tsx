// Putting right since when and why a child is in care, and taking back a period that never was.
import type { FC } from 'hono/jsx'
import { formatDay, type IsoDay } from '#calendar'
import {
  correctionOf,
  DayField,
  type FieldsProps,
  type Form,
  type FormDefinition,
  makeForm,
  PickField,
  reading,
  retractionOf,
  WordsField,
} from '#forms'
import { periodsOf, type Span } from '#placements'
import { calledChild, partsOf, wordsIn } from '../event-store.ts'
import type { Parts } from '../home.ts'
import type { Child } from '../orders.ts'
import { NEEDS } from '../plain-words-data.ts'
import { common, refusedOn, shownDay } from './event-words.tsx'

type Given = Child & { readonly others: readonly Span[] }
type Since = { readonly began: IsoDay; readonly need: string | null; readonly parts: Parts }
const lock = (log: string) => ({ may: ['write', 'legal'], log }) as const

const Fields: FC<FieldsProps<Given>> = (of) => (
  <>
    <p>Where the home or the order began on another day too, put these right as well.</p>
    <DayField of={of} name="since" label="The day they came into care" looks="back" />
    <PickField of={of} name="need" label="The main need, for the return" items={NEEDS} />
    <WordsField of={of} name="why_now" label="What happened, in a few words" rows={3} />
  </>
)

/** The form that is put right: a period begins by coming into care, and is only corrected here. */
const since: FormDefinition<Given, Since> = {
  ...common,
  name: 'care-period',
  path: '/children/:child/care/:about/correct',
  lock: lock('corrected since when a child is in care'),
  words: {
    ...{ thing: 'since when a child is in care', title: ({ name }) => `Since when ${name} is in care` },
    ...{ button: 'Save', done: 'Saved.', fields: { since: 'Since', need: 'The main need', why_now: 'What happened' } },
  },
  load: async (asking, at) => {
    const child = await calledChild(asking, at)
    return child && { ...child, others: (await periodsOf(asking, child.child)).filter(({ id }) => id !== at.about) }
  },
  start: () => ({}),
  decide: (typed, { others }, today) => {
    const r = reading(typed, today)
    const began = r.day('since', 'the day on which they came into care')
    const before = others.find(({ since: from, until }) => from <= began && until !== null && began < until)
    if (before !== undefined) r.fault('since', `They were in care from ${formatDay(before.since)} already.`)
    const need = r.choiceIfAny(
      'need',
      NEEDS.map(({ value }) => value),
    )
    return r.result(() => ({ began, need, parts: { why: typed.words('why_now') } }))
  },
  save: async () => await Promise.reject(new Error('A period of care is only put right here.')),
  refused: refusedOn('since'),
  Fields,
}

const corrected = correctionOf(since, {
  ...{ name: 'care-correct', path: since.path, thing: 'since when a child is in care' },
  title: ({ name }) => `Put right since when ${name} is in care`,
  table: 'kith.care_period',
  asTyped: ({ began, began_by, need, words }) => ({
    ...{ since: shownDay(began ?? began_by), need: [need ?? ''], why_now: [partsOf(words, 'why')['why'] ?? ''] },
  }),
  written: ({ began, need, parts }) => ({
    columns: { began, began_by: null, need },
    words: wordsIn(parts).words ?? null,
  }),
})
const takenBack = retractionOf({
  ...{ ...common, name: 'care-retract', path: '/children/:child/care/:about/retract', thing: 'a time in care' },
  ...{ table: 'kith.care_period', lock: lock('took back a time in care') },
})

export const carePeriodForms: readonly Form[] = [makeForm(corrected), makeForm(takenBack)]
