// Putting right what the return asks of care and homes beside what moves the clock: how care ended, a legal status, who provides a home.
import type { FC } from 'hono/jsx'
import { dayWords } from '#calendar'
import { correct, type RecordTable, retract, type Version } from '#database'
import { type At, DayField, type FieldsProps, type Form, LineField, makeRecordForms, PickField } from '#forms'
import { PROVIDERS, WHY_CARE_ENDED } from '../care-codes-data.ts'
import { isLegalBasisKind, LEGAL_BASES } from '../starts-and-ends.ts'
import {
  type Address,
  type Child,
  calledChild,
  correctDetails,
  correctStatus,
  type DetailsGiven,
  detailsGiven,
  type EndGiven,
  endGiven,
} from './corrections-store.ts'
import {
  type CareEnd,
  type Details,
  decideCareEnd,
  decideDetails,
  decideStatus,
  type StatusFacts,
} from './decide-corrections.ts'

const common = {
  here: '/children',
  leadsTo: ({ child }: Pick<At, 'child'>): string => `/children/${child}/record`,
} as const
const shownDay = (text: string | null): readonly string[] => [dayWords(text)]
const postcodeOf = (address: Address): string => (address === null || address === 'kept' ? '' : address.postcode)
/** 'Interim care order' */
const powerWords = (kind: string): string => kind.slice(0, 1).toUpperCase() + kind.slice(1)

type Whole<Given, Ok, T extends RecordTable> = Parameters<typeof makeRecordForms<Given, Ok, T>>[0]

/** What begins elsewhere, and is only put right here. */
function correctingOnly<Given, Ok, T extends RecordTable>(
  of: Omit<Whole<Given, Ok, T>, 'start' | 'record' | 'shows' | 'retract' | 'here' | 'leadsTo'>,
): readonly Form[] {
  const forms = makeRecordForms<Given, Ok, T>({
    ...{ ...of, ...common, start: () => ({}), shows: () => ({ title: of.name, rows: [] }) },
    record: async () => await Promise.reject(new Error(`${of.name} is only put right.`)),
    retract: async (asking, id, reason) => await retract(asking, of.table, { id, reason }),
  })
  return forms.filter(({ name }) => name === `${of.name}-correction`)
}

const EndFields: FC<FieldsProps<EndGiven>> = (of) => (
  <>
    <p>
      Where the home or an order ended on another day too, put these right as well. Who is in care still leaves it on{' '}
      <a class="govuk-link" href={`/children/${of.given.child}/leaves-care`}>
        a form of its own
      </a>
      .
    </p>
    <DayField of={of} name="ended" label="The day they left care" looks="back" />
    <PickField of={of} name="reason" label="Where did they go, or why did it end?" items={WHY_CARE_ENDED} />
  </>
)
const careEnds = correctingOnly<EndGiven, CareEnd, 'kith.care_period'>({
  ...{ name: 'care-end', path: 'care-ends', table: 'kith.care_period', given: endGiven, Fields: EndFields },
  lock: { may: ['write', 'legal'], log: 'recorded how care ended' },
  words: {
    ...{ thing: 'how care ended', title: ({ name }) => `How care ended for ${name}`, button: 'Save', done: 'Saved.' },
    fields: { ended: 'The day', reason: 'Why' },
  },
  decide: decideCareEnd,
  asTyped: ({ ended, end_reason }) => ({ ended: shownDay(ended), reason: [end_reason ?? ''] }),
  correct: async (asking, { ended, reason }, id) =>
    await correct(asking, 'kith.care_period', { id, columns: { ended, end_reason: reason } }),
})

const KINDS = Object.keys(LEGAL_BASES)
  .filter(isLegalBasisKind)
  .map((value) => ({ value, text: powerWords(value) }))
const StatusFields: FC<FieldsProps<Child>> = (of) => (
  <>
    <p>
      The return asks for one legal status of each day, and takes it from the orders and agreements that stand then. Put
      right what this one is and when it stood.
    </p>
    <PickField of={of} name="power" label="What is it?" items={KINDS} />
    <DayField of={of} name="since" label="The day it was made, or given" looks="back" />
    <DayField of={of} name="ended" label="The day it ended, if it has" looks="back" />
  </>
)
const statuses = correctingOnly<Child, StatusFacts, 'kith.legal_basis'>({
  ...{ name: 'legal-status', path: 'statuses', table: 'kith.legal_basis', given: calledChild, Fields: StatusFields },
  lock: { may: ['write', 'legal'], log: 'recorded a legal status' },
  words: {
    ...{ thing: 'a legal status', title: ({ name }) => `A legal status of ${name}`, button: 'Save', done: 'Saved.' },
    fields: { power: 'What it is', since: 'Made', ended: 'Ended' },
  },
  decide: decideStatus,
  asTyped: ({ kind, made, made_by, ended }) => ({
    ...{ power: [kind], since: shownDay(made ?? made_by), ended: shownDay(ended) },
  }),
  correct: correctStatus,
})

const DetailFields: FC<FieldsProps<DetailsGiven>> = ({ given, ...of }) => (
  <>
    <p>
      The home since {dayWords(given.since ?? null)}. Kind, days and why it changed are put right on{' '}
      <a class="govuk-link" href={`/children/${given.child}/homes/${given.id}/correct`}>
        the form of the home
      </a>
      .
    </p>
    <PickField of={of} name="provider" label="Who provides it?" items={PROVIDERS} none="Not known, or nobody" />
    <LineField
      of={of}
      name="registration"
      label="Ofsted’s number of the home or agency, if it is registered"
      hint="The URN, for example SC123456; XXXXXXX where a regional adoption agency has none"
      width="govuk-input--width-20"
    />
    {given.home === 'kept' ? (
      <p>Where they lived before care is kept from you. Who may know it can put its postcode right.</p>
    ) : (
      <LineField
        of={of}
        name="home_postcode"
        label="Postcode of where they lived when they came into care"
        width="govuk-input--width-10"
      />
    )}
    {given.place === 'kept' ? (
      <p>Where this home is, is kept from you. Who may know it can put its postcode right.</p>
    ) : (
      <LineField of={of} name="place_postcode" label="Postcode of this home" width="govuk-input--width-10" />
    )}
  </>
)
const details = correctingOnly<DetailsGiven, Details, 'kith.placement'>({
  ...{ name: 'home-details', path: 'home-details', table: 'kith.placement', given: detailsGiven, Fields: DetailFields },
  lock: { may: ['write', 'where'], log: 'recorded who provides a home' },
  words: {
    thing: 'who provides a home',
    title: ({ name }) => `Who provides a home of ${name}, and where it is`,
    ...{ button: 'Save', done: 'Saved.' },
    fields: {
      ...{ provider: 'Who provides it', registration: 'Ofsted’s number' },
      ...{ home_postcode: 'Postcode before care', place_postcode: 'Postcode of the home' },
    },
  },
  decide: decideDetails,
  asTyped: ({ provider, registration }: Version<'kith.placement'>, { home, place }) => ({
    ...{ provider: [provider ?? ''], registration: [registration ?? ''] },
    ...{ home_postcode: [postcodeOf(home)], place_postcode: [postcodeOf(place)] },
  }),
  correct: correctDetails,
})

export const returnCorrections: readonly Form[] = [...careEnds, ...statuses, ...details]
