// The forms of a suspension or permanent exclusion: recorded, what happened since, corrected, and taken back.
import type { FC } from 'hono/jsx'
import { dayTyped, dayWords, type IsoDay } from '#calendar'
import type { Filled, Version } from '#database'
import type { Typed, Values } from '#drafts'
import {
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
import { EXCLUSIONS, lengthWords, mayRecordExclusion, type TypedExclusion } from '../exclusion.ts'
import { exclusions } from '../store.ts'
import { COMMON, type Given, given, leadsTo, lock } from './of-child.tsx'

const TABLE = 'kith.exclusion'
type Exclusion = Version<typeof TABLE>
type Ok = Filled<typeof TABLE>

const since = (typed: Typed, today: IsoDay) => ({
  told: dayTyped(typed.one('told'), today, 'back'),
  education_from: dayTyped(typed.one('education_from'), today, 'ahead'),
  governors: dayTyped(typed.one('governors'), today, 'ahead'),
  overturned: dayTyped(typed.one('overturned'), today, 'back'),
  words: typed.words('what'),
})
function decided(typed: TypedExclusion, today: IsoDay) {
  const may = mayRecordExclusion(typed, today)
  return 'ok' in may ? { ok: { columns: may.ok, words: typed.words } } : may
}
function decide(typed: Typed, _: Given, today: IsoDay) {
  const began = dayTyped(typed.one('began'), today, 'back')
  return decided({ kind: typed.one('kind'), began, days: typed.one('days'), ...since(typed, today) }, today)
}

const Began: FC<FieldsProps<Given>> = (of) => (
  <>
    <ChoiceField of={of} name="kind" label="What was it?" items={itemsOf(EXCLUSIONS)} />
    <DayField of={of} name="began" label="First school day of it" looks="back" />
    <LineField
      of={of}
      name="days"
      label="For how many school days?"
      hint="Of a suspension. Half a day is .5"
      width="govuk-input--width-4"
    />
  </>
)
const Told: FC<FieldsProps<Given>> = (of) => (
  <>
    <DayField
      of={of}
      name="told"
      label="When were we told?"
      hint="The social worker or the virtual school."
      looks="back"
    />
    <DayField
      of={of}
      name="education_from"
      label="From which day is there other education?"
      hint="From the sixth school day it has to be there."
      looks="ahead"
    />
  </>
)
const What: FC<FieldsProps<Given>> = (of) => (
  <WordsField
    of={of}
    name="what"
    label={`What happened, and what ${of.given.name} says of it`}
    hint="Say who told you, where you were not there."
    rows={5}
  />
)
const Since: FC<FieldsProps<Given>> = (of) => (
  <>
    <Told {...of} />
    <DayField of={of} name="governors" label="When did governors look at it?" looks="ahead" />
    <DayField of={of} name="overturned" label="When was it overturned, if it was?" looks="back" />
    <What {...of} />
  </>
)
const words = {
  ...{ thing: 'an exclusion', button: 'Save', done: 'Saved.' },
  title: ({ name }: Given) => `${name} is suspended or excluded`,
  fields: {
    kind: 'What it was',
    began: 'First school day',
    days: 'How many school days',
    told: 'When we were told',
    education_from: 'Other education from',
    governors: 'Day of the governors',
    overturned: 'Overturned on',
    what: 'What happened',
  },
}
const daysWords = ({ half_days }: Exclusion): string => (half_days === null ? '' : String(half_days / 2))
const asTyped = (one: Exclusion): Values => ({
  ...{ kind: [one.kind], began: [dayWords(one.began)], days: [daysWords(one)], told: [dayWords(one.told)] },
  ...{ education_from: [dayWords(one.education_from)], governors: [dayWords(one.governors)] },
  ...{ overturned: [dayWords(one.overturned)], what: [one.words ?? ''] },
})

const whole = makeRecordForms<Given, Ok, typeof TABLE>({
  ...COMMON,
  ...{ name: 'exclusion', path: 'learning/exclusions', table: TABLE, decide, words, asTyped },
  lock: lock('recorded a suspension or exclusion'),
  Fields: (of) => (
    <>
      <Began {...of} />
      <Told {...of} />
      <What {...of} />
    </>
  ),
  FieldsOfCorrection: (of) => (
    <>
      <Began {...of} />
      <Since {...of} />
    </>
  ),
  record: async (asking, ok, { child }) => await exclusions.record(asking, ok, child),
  correct: async (asking, ok, id) => await exclusions.correct(asking, ok, id),
  shows: (one, { name }) => ({
    title: `that ${name} was sent home, ${dayWords(one.began)}`,
    rows: [
      ['For how long', lengthWords(one)],
      ['What was written', one.words ?? 'Nothing'],
    ],
  }),
  retract: exclusions.retract,
})

type Standing = Given & { readonly of: Exclusion }
/** What stood before was so until now. */
const news = makeCorrection<Standing, Ok, typeof TABLE>({
  name: 'exclusion-since',
  path: '/children/:child/learning/exclusions/:about/since',
  ...{ here: '/children', leadsTo, table: TABLE, asTyped, lock: lock('recorded what came of an exclusion') },
  Fields: (of) => <Since {...of} />,
  words: {
    ...words,
    thing: 'what came of an exclusion',
    title: ({ name, of }) => `${name}, sent home from ${dayWords(of.began)}: what happened since`,
  },
  given: async (asking, at, version) => {
    const known = await given(asking, at)
    return known && { ...known, of: version }
  },
  decide: (typed, { of }, today) =>
    decided({ kind: of.kind, began: of.began, days: daysWords(of), ...since(typed, today) }, today),
  correct: async (asking, ok, { version }) => await exclusions.goOn(asking, ok, version),
})

export const exclusionForms: readonly Form[] = [...whole, news]
