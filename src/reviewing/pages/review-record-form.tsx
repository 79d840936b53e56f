// The record of a review: the day on which it was written, and the day on which everybody who has to have it had it.
import type { FC } from 'hono/jsx'
import { day, dayWords, formatDay, type IsoDay } from '#calendar'
import { childById } from '#children'
import { DayField, type FieldsProps, type Form, reading, TicksField, WordsField } from '#forms'
import { InsetText } from '#look'
import { reviewsHeld } from '../store.ts'
import { RECORD_GIVEN_TO } from '../words.ts'
import { hangingForms, onceOnly, Written, writtenBy } from './hanging.tsx'

type Given = {
  readonly name: string
  readonly review: string
  readonly held: IsoDay
  readonly written: string | undefined
}
const TO = ['child', 'parents', 'carers', 'worker', 'others'] as const

const Fields: FC<FieldsProps<Given>> = (of) => (
  <>
    <Written by={of.given.written} />
    <InsetText>
      The review was on {formatDay(of.given.held)}. Its record is written within 15 working days, and given out within
      20, unless this council chose other days.
    </InsetText>
    <DayField of={of} name="written" label="When was the record written?" looks="back" />
    <DayField of={of} name="given" label="When did the last of them have it, if they all do?" looks="back" />
    <TicksField
      of={of}
      name="given_to"
      label="Who had it?"
      items={TO.map((value) => ({
        value,
        text: value === 'child' ? of.given.name : (RECORD_GIVEN_TO[value] ?? value),
      }))}
    />
    <WordsField
      of={of}
      name="left_out"
      label="Who is left out, and why?"
      hint="Only where not all of them had it. It counts as given out when each had it, or it is said here why not."
      rows={3}
    />
  </>
)

export const reviewRecordForms: readonly Form[] = hangingForms<Given, 'kith.review_record'>({
  ...{ name: 'review-record', table: 'kith.review_record', path: 'reviews/:about/written', below: 'review-records' },
  lock: { may: ['write', 'reviews'], log: 'said when the record of a review was written' },
  words: {
    ...{ thing: 'when the record of a review was written', button: 'Save', done: 'Saved.' },
    title: ({ held, name }) => `The record of the review of ${dayWords(held)} for ${name}`,
    fields: {
      written: 'When it was written',
      given: 'When it was given out',
      given_to: 'Who had it',
      left_out: 'Who is left out, and why',
    },
  },
  load: async (asking, at, line) => {
    const review = (await reviewsHeld(asking, at.child)).find((one) => one.line === line)
    const known = review === undefined ? undefined : await childById(asking, at.child)
    if (review === undefined || known === undefined) return undefined
    const before = at.about === line ? review.record : undefined
    const written = await writtenBy(asking, before)
    return { name: known.name ?? 'this child', review: review.line, held: day(review.held), written }
  },
  hangsOn: ({ review }) => review,
  leadsTo: ({ child }) => `/children/${child}/reviewing`,
  Fields,
  start: () => ({ written: ['today'] }),
  decide: (typed, { review, held, written: before }, today) => {
    const read = reading(typed, today)
    onceOnly(read, before)
    const written = read.day('written', 'the day on which it was written')
    const given = read.dayIfAny('given', 'the day on which they had it')
    const given_to = typed.all('given_to').filter((one) => one !== '')
    if (written < held) read.fault('written', `The review was on ${formatDay(held)}: its record comes after it.`)
    if (given !== null && given < written) read.fault('given', 'It cannot be given out before it was written.')
    if (given_to.some((one) => !TO.some((other) => other === one))) read.fault('given_to', 'Choose from the list.')
    if (given !== null && given_to.length === 0) read.fault('given_to', 'Say who had it.')
    if (given === null && given_to.length > 0) read.fault('given', 'Write the day on which they had it.')
    const left_out = typed.words('left_out')
    const all = TO.every((one) => given_to.includes(one))
    if (given !== null && !all && left_out.trim() === '') read.fault('left_out', 'Say why the others are left out.')
    const words = left_out.trim() === '' ? undefined : left_out
    return read.result(() => ({ columns: { review, written, given, given_to }, words }))
  },
  asTyped: ({ written, given, given_to, words }) => ({
    ...{ written: [dayWords(written)], given: [dayWords(given)], given_to, left_out: [words ?? ''] },
  }),
  shows: ({ written, given }) => [
    ['Written', dayWords(written)],
    ['Given out', dayWords(given) || 'Not said'],
  ],
})
