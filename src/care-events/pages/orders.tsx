// Orders and agreements as forms: made, ended, suspended or standing again; agreement given by one person, and withdrawn.

import type { FC } from 'hono/jsx'
import { type Asking, correct } from '#database'
import {
  type At,
  ChoiceField,
  DayField,
  type FieldsProps,
  type Form,
  type FormDefinition,
  itemsOf,
  makeCorrection,
  makeForm,
  makeRetraction,
  PickField,
  TicksField,
} from '#forms'
import { capital } from '#look'
import { recordNotices } from '#notices'
import { NOTICE_ROWS, NoticeFields } from '#notices/pages'
import { retractPower } from '../correction-store.ts'
import {
  agreementsOf,
  calledChild,
  endPower,
  partsOf,
  powersOf,
  recordPower,
  suspend,
  wordsIn,
} from '../event-store.ts'
import {
  decideOrder,
  decideOrderAgain,
  decideOrderEnd,
  decideSuspension,
  type EndGiven,
  type NewOrder,
  type NewOrderEnd,
  type NewSuspension,
  type OrdersGiven,
  type StandingPower,
  WHY_ORDER_ENDED,
} from '../orders.ts'
import { ORDERS, POWER_WORDS } from '../power.ts'
import { common, corrected, dayOrUnknown, NEVER_SO, refusedOn, shownDay, takenBack } from './event-words.tsx'
import { PowerFields } from './shared-fields.tsx'

export const powerWords = (kind: string): string =>
  Object.entries(POWER_WORDS).find(([one]) => one === kind)?.[1] ?? capital(kind)
const picks = (powers: readonly StandingPower[], by: 'id' | 'line') =>
  powers.map((one) => ({ value: one[by], text: powerWords(one.kind) }))
export const open = (powers: readonly StandingPower[]) => powers.filter(({ ended }) => ended === null)

export async function loadOrders(asking: Asking, at: At): Promise<OrdersGiven | undefined> {
  const child = await calledChild(asking, at)
  return child === undefined ? undefined : { ...child, powers: await powersOf(asking, child.child) }
}
async function loadEnd(asking: Asking, at: At): Promise<EndGiven | undefined> {
  const given = await loadOrders(asking, at)
  const ends = given?.powers.find(({ id }) => id === at.about)
  return given === undefined || ends === undefined ? undefined : { ...given, ends }
}

export const lock = (log: string) => ({ may: ['write', 'legal'], log }) as const
const refused = refusedOn('since')
const LABELS = {
  power: 'Which order',
  since: 'Made',
  until: 'Ends',
  hearing: 'Next hearing',
  court: 'Court',
  number: 'Number',
  power_words: 'What was said',
}

const OrderFacts: FC<FieldsProps<OrdersGiven>> = (of) => (
  <>
    <PowerFields of={of} name={of.given.name} kinds={ORDERS} />
    <DayField of={of} name="since" label="The day it was made" looks="back" />
  </>
)
const OrderFields: FC<FieldsProps<OrdersGiven>> = (of) => {
  const standing = open(of.given.powers)
  return (
    <>
      <OrderFacts {...of} />
      {standing.length > 0 && (
        <TicksField
          of={of}
          name="suspends"
          label="Does it suspend another order while it stands?"
          hint="A placement order suspends a care order."
          items={picks(standing, 'id')}
        />
      )}
      <NoticeFields of={of} />
    </>
  )
}

const made: FormDefinition<OrdersGiven, NewOrder> = {
  ...common,
  name: 'order-made',
  path: '/children/:child/orders/record',
  lock: lock('recorded an order'),
  words: {
    thing: 'an order',
    title: ({ name }) => `An order about ${name}`,
    button: 'Save order',
    done: 'Order saved.',
    fields: LABELS,
  },
  load: loadOrders,
  start: () => ({ since: ['today'] }),
  decide: decideOrder,
  save: async (asking, { power, suspends, told }, { given: { child } }) => {
    const line = await recordPower(asking, child, power)
    for (const id of suspends) await suspend(asking, id, line)
    await recordNotices(asking, child, { notices: told, about: 'order or agreement' })
    return { kind: 'saved', id: line }
  },
  refused,
  Fields: OrderFields,
  rows: { told_who: NOTICE_ROWS },
}
/** Orders only: who agreed to an agreement stands on lines of its own. */
const correcting = makeCorrection<OrdersGiven, NewOrder, 'kith.legal_basis'>({
  ...{ ...common, refused, decide: decideOrderAgain, Fields: OrderFacts },
  name: 'order-correct',
  path: '/children/:child/orders/:about/correct',
  lock: lock('corrected an order'),
  words: { ...corrected('an order'), title: ({ name }) => `Put right an order about ${name}`, fields: LABELS },
  table: 'kith.legal_basis',
  given: loadOrders,
  asTyped: ({ kind, made: on, made_by, until, hearing, court, number, words }) => ({
    ...{ power: [kind], since: shownDay(on ?? made_by), until: shownDay(until), hearing: shownDay(hearing) },
    ...{ court: [court ?? ''], number: [number ?? ''], power_words: [partsOf(words, 'why')['why'] ?? ''] },
  }),
  correct: async (asking, { power: { kind, since, until, hearing, court, number, parts } }, { version: id }) =>
    await correct(asking, 'kith.legal_basis', {
      id,
      columns: { kind, made: since, made_by: null, until, hearing, court, number },
      words: wordsIn(parts).words ?? null,
    }),
})

const EndFields: FC<FieldsProps<EndGiven>> = (of) => (
  <>
    <p>{powerWords(of.given.ends.kind)}.</p>
    <DayField of={of} name="ended" label="The day it ended" looks="back" />
    <PickField of={of} name="reason" label="Why did it end?" items={itemsOf(WHY_ORDER_ENDED)} />
    <p>What it suspended stands again from that day.</p>
  </>
)
const ended: FormDefinition<EndGiven, NewOrderEnd> = {
  ...common,
  name: 'order-ends',
  path: '/children/:child/orders/:about/end',
  lock: lock('recorded the end of an order'),
  words: {
    ...{ thing: 'the end of an order', title: ({ name }) => `An order about ${name} ends`, button: 'Save the end' },
    ...{ done: 'Saved.', fields: { ended: 'Ended', reason: 'Why' } },
  },
  load: loadEnd,
  start: () => ({ ended: ['today'] }),
  decide: decideOrderEnd,
  save: async (asking, { ended: on, reason, revives }, { given: { ends } }) => {
    await endPower(asking, ends.id, { ended: on, reason })
    for (const id of revives) await suspend(asking, id, null)
    return { kind: 'saved', id: ends.line }
  },
  refused,
  Fields: EndFields,
}

const SuspendFields: FC<FieldsProps<EndGiven>> = (of) => {
  const others = open(of.given.powers).filter(({ line }) => line !== of.given.ends.line)
  return (
    <ChoiceField
      of={of}
      name="by"
      label={`${powerWords(of.given.ends.kind)}: what suspends it?`}
      items={[...picks(others, 'line'), { value: 'none', text: 'Nothing: it stands again' }]}
    />
  )
}
const suspended: FormDefinition<EndGiven, NewSuspension> = {
  ...common,
  name: 'order-suspended',
  path: '/children/:child/orders/:about/suspend',
  lock: lock('recorded that an order is suspended'),
  words: {
    ...{ thing: 'an order that is suspended', title: ({ name }) => `An order about ${name} is suspended` },
    ...{ button: 'Save', done: 'Saved.', fields: { by: 'By what' } },
  },
  load: loadEnd,
  start: ({ ends }) => ({ by: ends.suspendedBy === null ? [] : [ends.suspendedBy] }),
  decide: decideSuspension,
  save: async (asking, { by }, { given }) => ({ kind: 'saved', id: await suspend(asking, given.ends.id, by) }),
  refused,
  Fields: SuspendFields,
}

const takingBack = makeRetraction({
  ...takenBack('an order or agreement'),
  name: 'order-retract',
  path: '/children/:child/orders/:about/retract',
  lock: lock('took back an order'),
  table: 'kith.legal_basis',
  given: async (asking, at, { line }) => {
    const given = await loadOrders(asking, at)
    return (
      given && { ...given, agreed: (await agreementsOf(asking, given.child)).filter(({ basis }) => basis === line) }
    )
  },
  shows: ({ line, kind, made: on, made_by, court, number, ended }, { name, powers, agreed }) => ({
    title: `an order or agreement about ${name}`,
    rows: [
      ['What it is', powerWords(kind)],
      ['Made', dayOrUnknown(on ?? made_by)],
      ['Court', [court, number].filter(Boolean).join(', ') || 'Not known'],
      ...(ended === null ? [] : [['Ended', dayOrUnknown(ended)] as const]),
    ],
    also: [
      NEVER_SO,
      agreed.length > 0 ? `What was agreed goes with it: ${agreed.map(({ by }) => by).join(', ')}.` : '',
      ...powers
        .filter(({ suspendedBy }) => suspendedBy === line)
        .map((one) => `It suspends another, which then stands again: ${powerWords(one.kind)}.`),
    ]
      .filter(Boolean)
      .join(' '),
  }),
  retract: async (asking, taking, { given: { child } }) => await retractPower(asking, taking, child),
})

export const orderForms: readonly Form[] = [
  ...[makeForm(made), correcting, makeForm(ended), makeForm(suspended), takingBack],
]
