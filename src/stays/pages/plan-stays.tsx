// The forms of shared care or short breaks as they are planned: recorded, changed from now on, corrected, and taken back.
import type { FC } from 'hono/jsx'
import { dayTyped, dayWords, type IsoDay } from '#calendar'
import { childById } from '#children'
import type { Asking, Filled, Version } from '#database'
import { type Typed, type Values, wordOf } from '#drafts'
import {
  type At,
  ChoiceField,
  DayField,
  type FieldsProps,
  type Form,
  itemsOf,
  LineField,
  makeCorrection,
  makeRecordForms,
  WordsField,
} from '#forms'
import { mayPlanStays, PATTERNS, patternWords, UNITS } from '../stay.ts'
import { patterns } from '../store.ts'
import { leadsTo } from './hold-place.tsx'

const TABLE = 'kith.stay_pattern'
type Pattern = Version<typeof TABLE>
type Ok = Filled<typeof TABLE>
type Given = { readonly name: string }

async function given(asking: Asking, { child }: At): Promise<Given | undefined> {
  const known = child === null ? undefined : await childById(asking, child)
  return known && { name: known.name ?? 'this child' }
}

function decide(typed: Typed, _: Given, today: IsoDay) {
  const words = typed.words('what')
  const may = mayPlanStays({
    ...{ kind: typed.one('kind'), unit: typed.one('unit'), every: typed.one('every'), nights: typed.one('nights') },
    first: dayTyped(typed.one('first'), today, 'ahead'),
    until: dayTyped(typed.one('until'), today, 'ahead'),
    words,
  })
  return 'ok' in may ? { ok: { columns: may.ok, words } } : may
}

const Fields: FC<FieldsProps<Given>> = (of) => (
  <>
    <ChoiceField of={of} name="kind" label="What is planned?" inline items={itemsOf(PATTERNS)} />
    <DayField of={of} name="first" label="On which day does the first stay begin?" looks="ahead" />
    <LineField of={of} name="every" label="How often: every how many weeks or months?" width="govuk-input--width-3" />
    <ChoiceField of={of} name="unit" label="Weeks or months?" inline items={itemsOf(UNITS)} />
    <LineField of={of} name="nights" label="How many nights each time?" width="govuk-input--width-3" />
    <DayField
      of={of}
      name="until"
      label="From which day does no stay begin any more, if that is agreed?"
      looks="ahead"
    />
    <WordsField
      of={of}
      name="what"
      label={`To ${of.given.name}: with whom, from when to when in the day, and what you said of it`}
      rows={4}
    />
  </>
)
const asTyped = ({ kind, first, every, unit, nights, until, words }: Pattern): Values => ({
  ...{ kind: [kind], first: [dayWords(first)], every: [String(every)], unit: [unit], nights: [String(nights)] },
  ...{ until: [dayWords(until)], what: [words ?? ''] },
})
const lock = { may: ['write', 'where'], log: 'planned stays' } as const
const words = {
  ...{ thing: 'stays that are planned', button: 'Save', done: 'Saved. Each stay is recorded when it happens.' },
  title: ({ name }: Given) => `Shared care or short breaks that are planned for ${name}`,
  fields: {
    ...{ kind: 'What is planned', first: 'The first stay', every: 'How often', unit: 'Weeks or months' },
    ...{ nights: 'How many nights', until: 'Until', what: 'With whom, and what they said' },
  },
}

const whole = makeRecordForms<Given, Ok, typeof TABLE>({
  ...{
    name: 'stay-pattern',
    path: 'stays-planned',
    table: TABLE,
    here: '/children',
    leadsTo,
    given,
    decide,
    lock,
    words,
  },
  ...{ Fields, start: () => ({ unit: ['weeks'] }), asTyped },
  record: async (asking, ok, { child }) => await patterns.record(asking, ok, child),
  correct: async (asking, ok, id) => await patterns.correct(asking, ok, id),
  shows: (one) => ({
    title: 'this plan',
    rows: [
      ['What is planned', wordOf(PATTERNS, one.kind) ?? one.kind],
      ['How often', patternWords(one)],
      ['From', dayWords(one.first)],
    ],
  }),
  retract: patterns.retract,
})

/** What was planned before was planned until now. */
const changes = makeCorrection<Given, Ok, typeof TABLE>({
  name: 'stay-pattern-change',
  path: '/children/:child/stays-planned/:about/change',
  ...{ here: '/children', leadsTo, table: TABLE, lock: { ...lock, log: 'changed stays that are planned' }, Fields },
  words: { ...words, thing: 'a change of planned stays', title: ({ name }) => `From now on, the stays of ${name}` },
  ...{ given, asTyped, decide },
  correct: async (asking, ok, { version }) => await patterns.goOn(asking, ok, version),
})

export const patternForms: readonly Form[] = [...whole, changes]
