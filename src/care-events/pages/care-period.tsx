// Putting right since when and why a child is in care, and taking back a period that never was.
import type { FC } from 'hono/jsx'
import { formatDay, type IsoDay } from '#calendar'
import { type Asking, correct } from '#database'
import {
  type At,
  DayField,
  type FieldsProps,
  type Form,
  makeCorrection,
  makeRetraction,
  PickField,
  reading,
  WordsField,
} from '#forms'
import { periodsOf, type Span } from '#placements'
import { calledChild, partsOf, wordsIn } from '../event-store.ts'
import type { Parts } from '../home.ts'
import type { Child } from '../orders.ts'
import { NEEDS } from '../plain-words-data.ts'
import { common, corrected, dayOrUnknown, NEVER_SO, refusedOn, shownDay, takenBack } from './event-words.tsx'

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

/** A period begins by coming into care, and is only corrected here. */
const correcting = makeCorrection<Given, Since, 'kith.care_period'>({
  ...{ ...common, refused: refusedOn('since'), Fields },
  name: 'care-correct',
  path: '/children/:child/care/:about/correct',
  lock: lock('corrected since when a child is in care'),
  words: {
    ...corrected('since when a child is in care'),
    title: ({ name }) => `Put right since when ${name} is in care`,
    fields: { since: 'Since', need: 'The main need', why_now: 'What happened' },
  },
  table: 'kith.care_period',
  given: async (asking: Asking, at: At, { line }) => {
    const child = await calledChild(asking, at)
    return child && { ...child, others: (await periodsOf(asking, child.child)).filter((one) => one.line !== line) }
  },
  asTyped: ({ began, began_by, need, words }) => ({
    ...{ since: shownDay(began ?? began_by), need: [need ?? ''], why_now: [partsOf(words, 'why')['why'] ?? ''] },
  }),
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
  correct: async (asking, { began, need, parts }, { version: id }) =>
    await correct(asking, 'kith.care_period', {
      id,
      columns: { began, began_by: null, need },
      words: wordsIn(parts).words ?? null,
    }),
})
const takingBack = makeRetraction({
  ...takenBack('a time in care'),
  name: 'care-retract',
  path: '/children/:child/care/:about/retract',
  lock: lock('took back a time in care'),
  table: 'kith.care_period',
  given: calledChild,
  shows: ({ began, began_by, ended }, { name }) => ({
    title: `a time in care of ${name}`,
    rows: [
      ['In care since', dayOrUnknown(began ?? began_by)],
      ['Until', ended === null ? 'Now' : dayOrUnknown(ended)],
    ],
    also: `${NEVER_SO} Homes and orders of that time stay, unless you take them back too.`,
  }),
})

export const carePeriodForms: readonly Form[] = [correcting, takingBack]
