// Agreements to a child being in care, as forms: given by one person, withdrawn by them, put right, and taken back.

import type { FC } from 'hono/jsx'
import { day, parseDay } from '#calendar'
import { childById } from '#children'
import type { Asking, Version } from '#database'
import {
  type At,
  ChoiceField,
  DayField,
  type FieldsProps,
  type Form,
  type FormDefinition,
  LineField,
  makeCorrection,
  makeForm,
  makeRetraction,
} from '#forms'
import { capital } from '#look'
import { recordNotices } from '#notices'
import { NOTICE_ROWS, NoticeFields } from '#notices/pages'
import { correctAgreed, endReasonOf } from '../correction-store.ts'
import { agreementsOf, endPower, recordAgreement, recordPower, withdrawAgreement } from '../event-store.ts'
import {
  type AgreedFacts,
  type AgreedGiven,
  type AgreementGiven,
  decideAgreed,
  decideAgreement,
  decideWithdrawal,
  follows,
  type NewAgreed,
  type NewWithdrawal,
  type WithdrawGiven,
} from '../orders.ts'
import { AGREES } from '../power.ts'
import { common, corrected, dayOrUnknown, NEVER_SO, refusedOn, shownDay, takenBack } from './event-words.tsx'
import { loadOrders, lock, open } from './orders.tsx'
import { items } from './shared-fields.tsx'

const refused = refusedOn('given')

const AgreeFacts: FC<FieldsProps<AgreementGiven>> = (of) => (
  <>
    <p>Section 20 rests on agreement. Each parent decides, and so does a child of 16.</p>
    <ChoiceField of={of} name="by" label="Who agreed?" items={items(AGREES)} />
    <LineField of={of} name="name" label="Their name" />
    <DayField of={of} name="given" label="The day they agreed" looks="back" />
  </>
)
const AgreeFields: FC<FieldsProps<AgreementGiven>> = (of) => (
  <>
    <AgreeFacts {...of} />
    <NoticeFields of={of} />
  </>
)
async function loadAgreement(asking: Asking, at: At): Promise<AgreementGiven | undefined> {
  const given = await loadOrders(asking, at)
  const known = given === undefined ? undefined : await childById(asking, given.child)
  return given === undefined ? undefined : { ...given, born: parseDay(known?.born ?? '') ?? null }
}
const agreed: FormDefinition<AgreementGiven, NewAgreed> = {
  ...common,
  name: 'agreement-given',
  path: '/children/:child/agreements/record',
  lock: lock('recorded an agreement'),
  words: {
    ...{ thing: 'an agreement', title: ({ name }) => `Somebody agrees to ${name} being in our care` },
    ...{ button: 'Save agreement', done: 'Agreement saved.', fields: { by: 'Who', name: 'Name', given: 'When' } },
  },
  load: loadAgreement,
  start: () => ({ given: ['today'] }),
  decide: decideAgreement,
  save: async (asking, { told, ...agreement }, { given: { child, powers } }) => {
    const standing = open(powers).find(({ kind }) => kind === 'section 20 agreement')
    const since = agreement.given
    const power = {
      kind: 'section 20 agreement',
      since,
      until: null,
      hearing: null,
      court: null,
      number: null,
      agreed: [],
      parts: {},
    } as const
    const basis = standing?.line ?? (await recordPower(asking, child, power))
    const { id } = await recordAgreement(asking, child, { ...agreement, basis })
    await recordNotices(asking, child, { notices: told, about: 'order or agreement' })
    return { kind: 'saved', id }
  },
  refused,
  Fields: AgreeFields,
  rows: { told_who: NOTICE_ROWS },
}

const WithdrawFields: FC<FieldsProps<WithdrawGiven>> = (of) => (
  <>
    <p>The agreement of: {of.given.agreement.by}.</p>
    <DayField of={of} name="withdrawn" label="The day they withdrew it" looks="back" />
    <ChoiceField
      of={of}
      name="ends"
      label="Does the agreement as a whole end?"
      hint="Somebody with parental responsibility may take a child home at any time, unless an order says otherwise."
      items={[
        { value: 'yes', text: 'Yes, it ends that day' },
        { value: 'no', text: 'No, others still agree' },
      ]}
    />
  </>
)
const withdrawn: FormDefinition<WithdrawGiven, NewWithdrawal> = {
  ...common,
  name: 'agreement-withdrawn',
  path: '/children/:child/agreements/:about/withdraw',
  lock: lock('recorded that an agreement was withdrawn'),
  words: {
    ...{
      thing: 'an agreement that was withdrawn',
      title: ({ name }) => `Somebody no longer agrees to ${name} being in our care`,
    },
    ...{ button: 'Save', done: 'Saved.', fields: { withdrawn: 'When', ends: 'Whether all of it ends' } },
  },
  load: async (asking, at) => {
    const given = await loadOrders(asking, at)
    if (given === undefined) return undefined
    const found = (await agreementsOf(asking, given.child)).find(({ id }) => id === at.about)
    if (found === undefined) return undefined
    const { id, by, given: on, withdrawn: off, basis } = found
    const agreement = { id, by, given: day(on), withdrawn: off === null ? null : day(off) }
    return { ...given, agreement, basis: given.powers.find(({ line }) => line === basis) }
  },
  start: () => ({ withdrawn: ['today'] }),
  decide: decideWithdrawal,
  save: async (asking, { withdrawn: on, endsAll }, { given: { agreement, basis } }) => {
    const written = await withdrawAgreement(asking, agreement.id, on)
    if ('refused' in written)
      return { kind: 'refused', faults: [{ field: '', says: 'Somebody changed this meanwhile.' }] }
    if (endsAll && basis?.ended === null) await endPower(asking, basis.id, { ended: on, reason: 'withdrawn' })
    return { kind: 'saved', id: written.ok.id }
  },
  refused,
  Fields: WithdrawFields,
}

async function agreedGiven(
  asking: Asking,
  at: At,
  { line, given: on, withdrawn: off, basis }: Version<'kith.agreement'>,
): Promise<AgreedGiven | undefined> {
  const given = await loadAgreement(asking, at)
  if (given === undefined) return undefined
  const whole = given.powers.find((power) => power.line === basis)
  const others = (await agreementsOf(asking, given.child)).filter((one) => one.basis === basis && one.line !== line)
  return {
    ...{ ...given, agreement: { given: day(on), withdrawn: off === null ? null : day(off) } },
    basis: whole && { ...whole, endReason: await endReasonOf(asking, whole.id) },
    others: others.map((one) => day(one.given)),
  }
}

const CorrectionFields: FC<FieldsProps<AgreedGiven>> = (of) => {
  const { begin, end } = follows(of.given)
  return (
    <>
      <AgreeFacts {...of} />
      {begin && <p>The agreement as a whole begins with the first who agreed: where this changes that, it follows.</p>}
      {of.given.agreement.withdrawn !== null && (
        <DayField
          of={of}
          name="withdrawn"
          label="The day they withdrew it"
          hint="Empty it where they never withdrew it."
          looks="back"
        />
      )}
      {end && (
        <p>The agreement as a whole ended with this withdrawal: it follows this day, and stands where you empty it.</p>
      )}
      <p>Since when {of.given.name} is in care is put right apart, and so is who was told.</p>
    </>
  )
}
const correcting = makeCorrection<AgreedGiven, AgreedFacts, 'kith.agreement'>({
  ...{ ...common, refused, decide: decideAgreed, Fields: CorrectionFields },
  name: 'agreement-correct',
  path: '/children/:child/agreements/:about/correct',
  lock: lock('corrected an agreement'),
  words: {
    ...corrected('what somebody agreed'),
    title: ({ name }) => `Put right what somebody agreed about ${name}`,
    fields: { by: 'Who', name: 'Name', given: 'When', withdrawn: 'Withdrawn' },
  },
  table: 'kith.agreement',
  given: agreedGiven,
  asTyped: ({ by, given, withdrawn: off, words }) => ({
    ...{ by: [by], name: [words ?? ''], given: shownDay(given), withdrawn: shownDay(off) },
  }),
  correct: correctAgreed,
})

const takingBack = makeRetraction({
  ...takenBack('what somebody agreed'),
  name: 'agreement-retract',
  path: '/children/:child/agreements/:about/retract',
  lock: lock('took back an agreement'),
  table: 'kith.agreement',
  given: agreedGiven,
  shows: ({ by, given, withdrawn: off, words }, { child, name, basis, others }) => ({
    title: `what somebody agreed about ${name}`,
    rows: [
      ['Who', capital(by)],
      ['Name', words ?? 'Not known'],
      ['Agreed', dayOrUnknown(given)],
      ...(off === null ? [] : [['Withdrawn', dayOrUnknown(off)] as const]),
    ],
    also: `${NEVER_SO} What others agreed stays, and so do the days of the agreement as a whole.`,
    ...(basis === undefined || others.length > 0
      ? {}
      : {
          refused: {
            says: 'Nobody else’s agreement is recorded, and section 20 rests on one. Where nobody ever agreed, take the whole agreement back.',
            to: { at: `/children/${child}/orders/${basis.id}/retract`, words: 'Take the whole agreement back' },
          },
        }),
  }),
})

export const agreementForms: readonly Form[] = [makeForm(agreed), makeForm(withdrawn), correcting, takingBack]
