// The forms of pupil premium plus: held, spent on what, or given back; corrected, and taken back.
import type { FC } from 'hono/jsx'
import { dayTyped, dayWords, type IsoDay } from '#calendar'
import type { Filled } from '#database'
import { type Typed, wordOf } from '#drafts'
import {
  DayField,
  type FieldsProps,
  type Form,
  itemsOf,
  LineField,
  makeRecordForms,
  PickField,
  WordsField,
} from '#forms'
import { mayRecordPremium, poundsWords, USES, yearEndingOf, yearsOffered } from '../premium.ts'
import { premiums } from '../store.ts'
import { COMMON, type Given, lock } from './of-child.tsx'

const TABLE = 'kith.pupil_premium'

function decide(typed: Typed, _: Given, today: IsoDay) {
  const [year_ending, pounds, use] = [typed.one('year_ending'), typed.one('pounds'), typed.one('use')]
  const words = typed.words('what')
  const happened = dayTyped(typed.one('happened'), today, 'back')
  const may = mayRecordPremium({ year_ending, happened, pounds, use, words }, today)
  return 'ok' in may ? { ok: { columns: may.ok, words } } : may
}

/** The year of a row from longer ago stays among the choices when the row is put right. */
function yearsOf({ typed, today }: FieldsProps<Given>) {
  const known = new Set<string>(yearsOffered(today))
  const chosen = typed.one('year_ending')
  if (/^\d{4}-03-31$/.test(chosen)) known.add(chosen)
  return [...known].map((value) => ({ value, text: `The year to 31 March ${value.slice(0, 4)}` }))
}
const Fields: FC<FieldsProps<Given>> = (of) => (
  <>
    <PickField of={of} name="year_ending" label="Of which financial year?" items={yearsOf(of)} />
    <PickField of={of} name="use" label="What for?" items={itemsOf(USES)} />
    <LineField
      of={of}
      name="pounds"
      label="How much, in pounds?"
      hint="For example 450 or 1,234.50"
      width="govuk-input--width-5"
    />
    <DayField of={of} name="happened" label="When was it decided?" looks="back" />
    <WordsField
      of={of}
      name="what"
      label={`To ${of.given.name}: what it is for, and what it is meant to change`}
      hint="Name the target of the education plan that it belongs to."
      rows={3}
    />
  </>
)

export const premiumForms: readonly Form[] = makeRecordForms<Given, Filled<typeof TABLE>, typeof TABLE>({
  ...COMMON,
  ...{ name: 'pupil-premium', path: 'learning/premium', table: TABLE, decide, Fields },
  lock: lock('recorded pupil premium'),
  words: {
    ...{ thing: 'pupil premium', button: 'Save', done: 'Pupil premium saved.' },
    title: ({ name }) => `Pupil premium plus for ${name}`,
    fields: {
      year_ending: 'Of which year',
      use: 'What for',
      pounds: 'How much',
      happened: 'When it was decided',
      what: 'What it is meant to change',
    },
  },
  start: (_, today) => ({ year_ending: [yearEndingOf(today)] }),
  record: async (asking, ok, { child }) => await premiums.record(asking, ok, child),
  asTyped: ({ year_ending, happened, pence, use, words }) => ({
    ...{ year_ending: [year_ending], use: [use], happened: [dayWords(happened)], what: [words ?? ''] },
    pounds: [poundsWords(pence).slice(1)],
  }),
  correct: async (asking, ok, id) => await premiums.correct(asking, ok, id),
  shows: ({ year_ending, pence, use }) => ({
    title: `${poundsWords(pence)} of pupil premium plus`,
    rows: [
      ['Of the year to', dayWords(year_ending)],
      ['What for', wordOf(USES, use) ?? ''],
    ],
  }),
  retract: premiums.retract,
})
