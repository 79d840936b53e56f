// The forms of what the return asks of some children only: whether she is a mother, who came here alone, and permanence before this care.
import type { FC } from 'hono/jsx'
import { dayWords } from '#calendar'
import { ChoiceField, DayField, type FieldsProps, type Form, LineField, PickField } from '#forms'
import { EARLIER_PERMANENCE, saidOf, valuesIn } from '../return-codes-data.ts'
import { type FactGiven, makeFactForms } from './fact-forms.tsx'

const MotherFields: FC<FieldsProps<FactGiven>> = (of) => (
  <>
    <ChoiceField
      of={of}
      name="is_mother"
      label={`Is ${of.given.name} a mother?`}
      hint="The return asks it of girls of 12 and over."
      items={[
        { value: 'yes', text: 'Yes' },
        { value: 'no', text: 'No' },
      ]}
    />
    <DayField of={of} name="first_child_born" label="When was her first child born, if she is?" looks="back" />
  </>
)
const motherForms = makeFactForms<'kith.motherhood'>({
  ...{ name: 'motherhood', path: 'motherhood', table: 'kith.motherhood', scope: 'family', tab: '/family' },
  ...{ thing: 'whether she is a mother', title: (name) => `Whether ${name} is a mother` },
  fields: { is_mother: 'Whether she is a mother', first_child_born: 'When her first child was born' },
  once: () => '',
  says: ({ is_mother, first_child_born: born }) =>
    !is_mother ? 'not a mother' : born === null ? 'a mother' : `a mother, first child born ${dayWords(born)}`,
  asTyped: ({ is_mother, first_child_born }) => ({
    is_mother: [is_mother ? 'yes' : 'no'],
    first_child_born: [dayWords(first_child_born)],
  }),
  read: (r) => {
    const is_mother = r.choice('is_mother', ['yes', 'no'], 'Say whether she is a mother.') === 'yes'
    const first_child_born = r.dayIfAny('first_child_born', 'the day on which her first child was born')
    if (!is_mother && first_child_born !== null)
      r.fault('first_child_born', 'Leave the day empty, or say that she is a mother.')
    return { is_mother, first_child_born }
  },
  Fields: MotherFields,
})

const AloneFields: FC<FieldsProps<FactGiven>> = (of) => (
  <>
    <p>
      {of.given.name} came to this country alone and asks, or asked, for asylum. Money for their care depends on it.
    </p>
    <DayField
      of={of}
      name="until"
      label="The day on which they were no longer an unaccompanied asylum seeker, if it has come"
      hint="Their 18th birthday, or the day on which they were reunited or their claim was decided for good"
      looks="ahead"
    />
  </>
)
const aloneForms = makeFactForms<'kith.unaccompanied'>({
  ...{ name: 'came-alone', path: 'asylum-status', table: 'kith.unaccompanied', scope: 'legal' },
  ...{ thing: 'that a child came here alone', title: (name) => `${name} came here alone` },
  fields: { until: 'Until when' },
  once: () => '',
  says: ({ until }) => (until === null ? 'came here alone' : `came here alone; until ${dayWords(until)}`),
  asTyped: ({ until }) => ({ until: [dayWords(until)] }),
  read: (r) => ({ until: r.dayAheadIfAny('until', 'the day on which it ended') }),
  Fields: AloneFields,
})

const PermanenceFields: FC<FieldsProps<FactGiven>> = (of) => (
  <>
    <PickField
      of={of}
      name="kind"
      label={`Did ${of.given.name} have a lasting home by law before this care?`}
      items={EARLIER_PERMANENCE}
    />
    <LineField
      of={of}
      name="authority"
      label="Which authority arranged it?"
      hint="Its three digits, 999 where nobody knows, or WAL, SCO, NIR, NUK"
      width="govuk-input--width-5"
    />
    <LineField
      of={of}
      name="ended_day"
      label="The day of the order, if it is known"
      hint="1 to 31"
      width="govuk-input--width-2"
    />
    <LineField of={of} name="ended_month" label="The month" hint="1 to 12" width="govuk-input--width-2" />
    <LineField of={of} name="ended_year" label="The year" hint="For example 2019" width="govuk-input--width-4" />
  </>
)

type Within = { readonly from: number; readonly to: number; readonly says: string }
const PARTS = {
  ended_day: { from: 1, to: 31, says: 'Write the day as a number from 1 to 31, or leave it empty.' },
  ended_month: { from: 1, to: 12, says: 'Write the month as a number from 1 to 12, or leave it empty.' },
  ended_year: { from: 1980, to: 2199, says: 'Write the year in four digits, or leave it empty.' },
} as const satisfies Readonly<Record<string, Within>>

const permanenceForms = makeFactForms<'kith.previous_permanence'>({
  ...{ name: 'previous-permanence', path: 'previous-permanence', table: 'kith.previous_permanence', scope: 'legal' },
  ...{ thing: 'earlier permanence', title: (name) => `A lasting home of ${name} before this care` },
  fields: {
    ...{ kind: 'What it was', authority: 'Which authority' },
    ...{ ended_day: 'Day', ended_month: 'Month', ended_year: 'Year' },
  },
  once: () => '',
  says: ({ kind, authority, ended_year: year }) =>
    [saidOf(EARLIER_PERMANENCE, kind), authority ?? '', year ?? ''].filter((part) => part !== '').join(', '),
  asTyped: ({ kind, authority, ended_day, ended_month, ended_year }) => ({
    ...{ kind: [kind], authority: [authority ?? ''] },
    ...{ ended_day: [String(ended_day ?? '')], ended_month: [String(ended_month ?? '')] },
    ended_year: [String(ended_year ?? '')],
  }),
  read: (r) => {
    const part = (field: keyof typeof PARTS): number | null => {
      const [text, { from, to, says }] = [r.typed.one(field), PARTS[field]]
      if (text === '') return null
      const number = /^\d{1,4}$/.test(text) ? Number(text) : Number.NaN
      if (!(number >= from && number <= to)) r.fault(field, says)
      return Number.isNaN(number) ? null : number
    }
    const authority = r.typed.one('authority').toUpperCase()
    if (authority !== '' && !/^(?:\d{3}|WAL|SCO|NIR|NUK)$/.test(authority))
      r.fault('authority', 'Write three digits, or WAL, SCO, NIR or NUK.')
    return {
      kind: r.choice('kind', valuesIn(EARLIER_PERMANENCE), 'Choose what it was. Where there was none, say so.'),
      authority: authority === '' ? null : authority,
      ...{ ended_day: part('ended_day'), ended_month: part('ended_month'), ended_year: part('ended_year') },
    }
  },
  Fields: PermanenceFields,
})

export const askedByTheReturn: readonly Form[] = [...motherForms, ...aloneForms, ...permanenceForms]
