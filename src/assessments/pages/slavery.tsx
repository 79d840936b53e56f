// The forms of a possible victim of modern slavery: seen, referred, decided; put right and taken back.
import type { FC } from 'hono/jsx'
import { dayWords } from '#calendar'
import type { Version } from '#database'
import {
  DayField,
  type FieldsProps,
  type Form,
  itemsOf,
  LineField,
  makeCorrection,
  makeRecordForms,
  PickField,
  WordsField,
} from '#forms'
import { capital } from '#look'
import { decideReferral, GUARDIAN, OUTCOMES, REFERRAL_PARTS, type WholeReferral } from '../exploitation.ts'
import { correctReferral, recordReferral, referralWentOn, retractAssessment } from '../store.ts'
import { dayIn, type Given, given, orNothing, partsOf, toMissing } from './about-child.tsx'

type Referral = Version<'kith.slavery_referral'>

const Seen: FC<FieldsProps<Given>> = (of) => (
  <>
    <DayField of={of} name="seen" label="On which day was it first seen?" looks="back" />
    <WordsField of={of} name="saw" label="What was seen or heard, and who says so" rows={4} />
  </>
)
const Sent: FC<FieldsProps<Given>> = (of) => (
  <>
    <DayField
      of={of}
      name="referred"
      label="The day of the referral to the national mechanism, if it was made"
      looks="back"
    />
    <LineField
      of={of}
      name="responder"
      label="Who referred them, as first responder"
      hint="Name, and of which service"
    />
    <LineField of={of} name="reference" label="Reference, if there is one" width="govuk-input--width-20" />
    <WordsField of={of} name="why" label="If not: why not yet" hint="The consent of a child is not needed." rows={2} />
  </>
)
const Guardian: FC<FieldsProps<Given>> = (of) => (
  <>
    <PickField
      of={of}
      name="guardian"
      label="An independent child trafficking guardian?"
      hint="Somebody who speaks for a child who may have been trafficked, where there is such a service."
      items={itemsOf(GUARDIAN)}
      none="Not yet"
    />
    <DayField of={of} name="guardian_on" label="The day of that referral, if it was made" looks="back" />
  </>
)
const outcomes = OUTCOMES.map((value) => ({ value, text: capital(value) }))
const Decided: FC<FieldsProps<Given>> = (of) => (
  <>
    <DayField
      of={of}
      name="reasonable"
      label="The day of the decision on reasonable grounds, if it came"
      looks="back"
    />
    <PickField of={of} name="reasonable_outcome" label="What was decided?" items={outcomes} none="Nothing yet" />
    <DayField
      of={of}
      name="conclusive"
      label="The day of the decision on conclusive grounds, if it came"
      looks="back"
    />
    <PickField
      of={of}
      name="conclusive_outcome"
      label="What was decided in the end?"
      items={outcomes}
      none="Nothing yet"
    />
  </>
)
const Fields: FC<FieldsProps<Given>> = (of) => (
  <>
    <p>A child who may be a victim of modern slavery is referred. They need not prove it, and need not agree.</p>
    <Seen {...of} />
    <Sent {...of} />
    <Guardian {...of} />
    <Decided {...of} />
  </>
)
const LABELS = {
  ...{ seen: 'When it was seen', saw: 'What was seen', referred: 'When they were referred', responder: 'Who referred' },
  ...{ reference: 'Reference', why: 'Why not yet', reasonable: 'Reasonable grounds', conclusive: 'Conclusive grounds' },
  ...{ reasonable_outcome: 'Decided on reasonable grounds', conclusive_outcome: 'Decided on conclusive grounds' },
  ...{ guardian: 'A guardian', guardian_on: 'When they were referred to a guardian' },
}
const asTyped = (row: Referral) => {
  const { seen: saw = '', ...parts } = partsOf(row.words, [...REFERRAL_PARTS])
  return {
    ...Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, [text]])),
    ...{ saw: [saw], seen: [dayWords(row.seen)], referred: [dayIn(row.referred)] },
    ...{ reasonable: [dayIn(row.reasonable)], reasonable_outcome: [row.reasonable_outcome ?? ''] },
    ...{ conclusive: [dayIn(row.conclusive)], conclusive_outcome: [row.conclusive_outcome ?? ''] },
    ...{ guardian: [row.guardian ?? ''], guardian_on: [dayIn(row.guardian_on)] },
  }
}
const lock = { may: ['write', 'missing'], log: 'recorded a possible victim of modern slavery' } as const
const frame = { here: '/children', leadsTo: toMissing, Fields, decide: decideReferral } as const

const whole = makeRecordForms<Given, WholeReferral, 'kith.slavery_referral'>({
  ...{ ...frame, name: 'slavery', path: 'modern-slavery', table: 'kith.slavery_referral', given, lock, asTyped },
  words: {
    ...{ thing: 'a possible victim of modern slavery', button: 'Save', done: 'Saved.', fields: LABELS },
    title: ({ name }) => `${name} may be a victim of modern slavery`,
  },
  start: () => ({ seen: ['today'] }),
  record: async (asking, ok, { child }) => await recordReferral(asking, child, ok),
  correct: async (asking, ok, id) => await correctReferral(asking, id, ok),
  shows: ({ seen, referred, words }, { name }) => ({
    title: `that ${name} may be a victim of modern slavery`,
    rows: [
      ['Seen', dayWords(seen)],
      ['What was seen', orNothing(partsOf(words, [...REFERRAL_PARTS])['seen'])],
      ['Referred', referred === null ? 'Not yet' : dayWords(referred)],
    ],
  }),
  retract: async (asking, id, reason) => await retractAssessment(asking, 'kith.slavery_referral', { id, reason }),
})

/** What stood before was right in its time. */
const wentOn = makeCorrection<Given, WholeReferral, 'kith.slavery_referral'>({
  ...frame,
  name: 'slavery-went-on',
  path: '/children/:child/modern-slavery/:about/went-on',
  lock: { ...lock, log: 'recorded a referral or a decision on modern slavery' },
  words: {
    ...{ thing: 'a decision on modern slavery', button: 'Save', done: 'Saved.', fields: LABELS },
    title: ({ name }) => `${name}: the referral, or a decision that came`,
  },
  table: 'kith.slavery_referral',
  given,
  asTyped,
  correct: async (asking, ok, { version }) => await referralWentOn(asking, version, ok),
})

export const slaveryForms: readonly Form[] = [...whole, wentOn]
