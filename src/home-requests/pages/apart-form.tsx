// The forms of with whom a child must not live: a named child, a home, or children younger than an age; why, and who decided.
import type { FC } from 'hono/jsx'
import { dayWords } from '#calendar'
import { recordFirst, writeParts } from '#database'
import { wholeTyped } from '#drafts'
import {
  ChoiceField,
  DayField,
  type FieldsProps,
  type Form,
  itemsOf,
  LineField,
  PickField,
  type Reading,
  WordsField,
} from '#forms'
import { type FactGiven, makeFactForms } from '#people/pages'
import { apartFromWhom, apartWords } from '../apart-store.ts'
import { FIRMNESS } from '../request-codes-data.ts'

const Fields: FC<FieldsProps<FactGiven>> = (of) => (
  <>
    <p>
      A home where they live is then ruled out, or waits for a plan for the risk. It is ruled out the other way round
      too: for whoever looks for the other child. Whoever looks for a home reads that somebody is to be kept apart, and
      not who.
    </p>
    <PickField
      of={of}
      name="other"
      label="With whom, or in which home?"
      hint="Children whom you may know of: brothers and sisters, who lived with them, who looks for a home."
      none="With younger children, whoever they are"
      items={of.given.among}
    />
    <LineField
      of={of}
      name="under_age"
      label="With no child younger than which age?"
      hint="Only where it is about younger children."
      width="govuk-input--width-2"
    />
    <ChoiceField of={of} name="firmness" label="How firmly?" items={itemsOf(FIRMNESS)} />
    <WordsField of={of} name="why" label="Why" hint="What happened, and who would come to harm." rows={3} />
    <LineField of={of} name="who" label="Who decided it?" />
    <DayField of={of} name="decided" label="When was it decided?" looks="back" />
    <DayField of={of} name="ended" label="From which day does it stand no longer, if it ended?" looks="back" />
  </>
)

const HOME = 'home '
type Of = {
  readonly kind: string
  readonly other: string | null
  readonly household: string | null
  readonly under_age: number | null
}
function whomIn(r: Reading, { among }: FactGiven, before: string | undefined): Of {
  const chosen = r.typed.one('other')
  const typed = r.typed.one('under_age')
  const age = wholeTyped(typed)
  if (chosen === '') {
    if (age === undefined || age < 1 || age > 18)
      r.fault(typed === '' ? 'other' : 'under_age', 'Choose with whom; or write an age from 1 to 18.')
    return { kind: 'children under', other: null, household: null, under_age: age ?? null }
  }
  if (typed !== '') r.fault('under_age', 'Leave the age empty where it is about one child or home.')
  // Who puts it right may not know of a child whom somebody else named.
  if (chosen !== before && !among.some(({ value }) => value === chosen)) r.fault('other', 'Choose from the list.')
  return chosen.startsWith(HOME)
    ? { kind: 'home', other: null, household: chosen.slice(HOME.length), under_age: null }
    : { kind: 'child', other: chosen, household: null, under_age: null }
}
const chosenIn = ({ other, household }: Pick<Of, 'other' | 'household'>): string =>
  household === null ? (other ?? '') : `${HOME}${household}`

export const apartForms: readonly Form[] = makeFactForms<'kith.kept_apart'>({
  ...{ name: 'kept-apart', path: 'kept-apart', table: 'kith.kept_apart', scope: 'matching', tab: '/home-request' },
  ...{ thing: 'with whom they must not live', title: (name) => `With whom ${name} must not live` },
  fields: {
    ...{ other: 'With whom', under_age: 'Younger than', firmness: 'How firmly', why: 'Why' },
    ...{ who: 'Who decided', decided: 'When', ended: 'Until' },
  },
  start: { decided: ['today'] },
  among: apartFromWhom,
  once: (row) => `${row.kind} ${row.other ?? row.household ?? row.under_age ?? ''}`,
  says: ({ kind, under_age, decided }) =>
    `${kind === 'child' ? 'one child' : kind === 'home' ? 'one home' : `children under ${under_age}`}, decided ${dayWords(decided)}`,
  asTyped: ({ words, ...row }) => {
    const { why, who } = apartWords(words)
    return {
      ...{ other: [chosenIn(row)], under_age: [String(row.under_age ?? '')], firmness: [row.firmness], why: [why] },
      ...{ who: [who], decided: [dayWords(row.decided)], ended: [dayWords(row.ended)] },
    }
  },
  read: (r, given, before) => {
    const of = whomIn(r, given, before && chosenIn(before))
    const firmness = r.choice('firmness', ['never', 'with a plan'], 'Say how firmly.')
    const decided = r.day('decided', 'the day on which it was decided')
    const ended = r.dayIfAny('ended', 'the day from which it stands no longer')
    if (ended !== null && ended < decided) r.fault('ended', 'It cannot end before it was decided. Look at both days.')
    return { ...of, firmness, decided, ended }
  },
  words: (r) => writeParts({ why: r.words('why', 'Say why.'), who: r.words('who', 'Say who decided it.') }) ?? '',
  record: async (asking, child, { columns, words }) =>
    await recordFirst(asking, 'kith.kept_apart', { child, columns, words }),
  Fields,
})
