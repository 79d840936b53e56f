// The forms of family time: what is agreed with each person, agreed anew, ended; and each single time, as it was set and as it went.

import type { FC } from 'hono/jsx'
import { dayTyped, dayWords, type IsoDay } from '#calendar'
import type { Version } from '#database'
import type { Typed, Values } from '#drafts'
import {
  type At,
  ChoiceField,
  DayField,
  type FieldsProps,
  type Form,
  LineField,
  makeCorrection,
  makeForm,
  makeRecordForms,
  makeRetraction,
  PickField,
  TAKEN_BACK_WORDS,
  takeBackSent,
  WordsField,
} from '#forms'
import { capital } from '#look'
import {
  CANCELLERS,
  howOften,
  mayAgreeTime,
  mayTellTime,
  type NewTime,
  type NewTimeDay,
  STANCES,
  SUPPORTS,
  TIME_BASES,
  TIME_STATES,
  type TimeDayRefusal,
  type TimeRefusal,
  UNITS,
  WAYS,
} from '../family-time.ts'
import { calledPerson } from '../person.ts'
import { agreeTime, changeTime, endTime, recordTimeDay, retractTogether, tellTimeDay } from '../together-store.ts'
import { type FamilyGiven, familyGiven, faultsIn, leadsTo, lock, peopleOffered, personAt } from './family-fields.tsx'

const items = (words: readonly string[]) => words.map((value) => ({ value, text: capital(value) }))

const TIME_FIELD: Readonly<Record<TimeRefusal, string>> = {
  ...{ 'stance unknown': 'stance', 'way unknown': 'way', 'how often unclear': 'every', 'support unknown': 'support' },
  ...{ 'time basis unknown': 'basis', 'order without a court': 'basis', 'why none empty': 'note' },
  ...{ 'time since no day': 'since', 'time until no day': 'until', 'time ends before it began': 'until' },
}
const TIME_LABELS = {
  ...{ person: 'With whom', stance: 'How it stands', way: 'How they meet', every: 'How often', unit: 'How often' },
  ...{ support: 'Who is with them', basis: 'What it rests on', since: 'Since', until: 'Until', note: 'What helps' },
}
const personFault = (typed: Typed, { family }: FamilyGiven) =>
  personAt(family, typed.one('person')) === undefined
    ? [{ field: 'person', says: 'Choose whom they see. Somebody missing here is added first.' }]
    : []

function decideTime(typed: Typed, given: FamilyGiven, today: IsoDay) {
  const may = mayAgreeTime({
    ...{ person: typed.one('person'), stance: typed.one('stance'), way: typed.one('way'), every: typed.one('every') },
    ...{ unit: typed.one('unit'), support: typed.one('support'), basis: typed.one('basis'), courtOrder: null },
    since: dayTyped(typed.one('since'), today, 'back'),
    until: dayTyped(typed.one('until'), today, 'ahead'),
    note: typed.words('note'),
  })
  const faults = [...personFault(typed, given), ...('refused' in may ? faultsIn(may.refused, TIME_FIELD, today) : [])]
  return 'ok' in may && faults.length === 0 ? may : { faults }
}
const TimeFields: FC<FieldsProps<FamilyGiven>> = (of) => (
  <>
    <PickField of={of} name="person" label={`Whom does ${of.given.name} see?`} items={peopleOffered(of.given.family)} />
    <ChoiceField
      of={of}
      name="stance"
      label="How does it stand?"
      hint="A pause, or none, asks why (Children Act 1989 s.34)"
      items={items(STANCES)}
    />
    <PickField of={of} name="way" label="How do they meet?" items={items(WAYS)} />
    <LineField
      of={of}
      name="every"
      label="How often: every …"
      hint="A number, such as 2. Empty if there is no rhythm"
      width="govuk-input--width-3"
    />
    <PickField of={of} name="unit" label="… of" items={items(UNITS)} none="No rhythm" />
    <PickField of={of} name="support" label="Is somebody with them?" items={items(SUPPORTS)} />
    <PickField of={of} name="basis" label="What does it rest on?" items={items(TIME_BASES)} />
    <DayField of={of} name="since" label="Since when?" hint="Empty if nobody knows" looks="back" />
    <DayField of={of} name="until" label="Until when?" hint="Only where it ends on a day" looks="ahead" />
    <WordsField of={of} name="note" label="Where, what helps, and what the child says of it" rows={3} />
  </>
)
const timeAsTyped = (time: Version<'kith.family_time'>): Values => ({
  ...{ person: [time.person], stance: [time.stance], way: [time.way], every: [String(time.every ?? '')] },
  ...{ unit: [time.unit ?? ''], support: [time.support], basis: [time.basis], since: [dayWords(time.since)] },
  ...{ until: [dayWords(time.until)], note: [time.words ?? ''] },
})
const timeWords = {
  ...{ thing: 'family time', button: 'Save', done: 'Saved.', fields: TIME_LABELS },
  title: ({ name }: FamilyGiven) => `${name}’s time with family and friends`,
}
const agreeing = makeForm<FamilyGiven, NewTime>({
  ...{
    name: 'family-time',
    path: '/children/:child/family-time/record',
    here: '/children',
    leadsTo,
    Fields: TimeFields,
  },
  ...{ lock: lock('recorded family time'), words: timeWords, load: familyGiven, decide: decideTime },
  start: () => ({ stance: ['goes on'], way: ['in person'] }),
  save: async (asking, time, { child }) => ({ kind: 'saved', id: (await agreeTime(asking, child ?? '', time)).id }),
  undo: async (asking, id) => await takeBackSent(asking, { table: 'kith.family_time', id }),
})

type OfTime = FamilyGiven & { readonly who: string }
const timeGiven = async (asking: Parameters<typeof familyGiven>[0], at: At, row: { readonly person: string }) => {
  const known = await familyGiven(asking, at)
  return known && { ...known, who: calledPerson(personAt(known.family, row.person)) }
}
const ofTime = { here: '/children', leadsTo, table: 'kith.family_time', given: timeGiven } as const
const anew = makeCorrection<OfTime, NewTime, 'kith.family_time'>({
  ...{ ...ofTime, name: 'family-time-change', path: '/children/:child/family-time/:about/change' },
  Fields: (of) => <TimeFields {...of} />,
  lock: lock('recorded that family time was agreed anew'),
  words: {
    ...{ ...timeWords, thing: 'family time agreed anew', done: 'Saved. What was agreed before stays true of then.' },
    title: ({ name, who }) => `${name}’s time with ${who}, agreed anew`,
  },
  ...{ asTyped: timeAsTyped, decide: decideTime },
  correct: async (asking, time, { version }) => await changeTime(asking, version, time),
})
const UntilFields: FC<FieldsProps<OfTime>> = (of) => (
  <DayField of={of} name="until" label="First day on which it is no longer agreed" looks="ahead" />
)
const ending = makeCorrection<OfTime, IsoDay, 'kith.family_time'>({
  ...{ ...ofTime, name: 'family-time-end', path: '/children/:child/family-time/:about/end', Fields: UntilFields },
  lock: lock('recorded that family time ended'),
  words: {
    ...{ thing: 'the end of family time', button: 'Save', done: 'Saved.', fields: { until: 'Until' } },
    title: ({ name, who }) => `${name}’s time with ${who} ends`,
  },
  asTyped: ({ until }) => ({ until: [dayWords(until)] }),
  given: timeGiven,
  decide: (typed, _, today) => {
    const plain = { person: '', stance: 'goes on', way: 'in person', every: '', unit: '', support: 'not said' }
    const until = dayTyped(typed.one('until'), today, 'ahead')
    const may = mayAgreeTime({ ...plain, basis: 'not known', courtOrder: null, since: '', until, note: '' })
    if ('refused' in may) return { faults: faultsIn(may.refused, TIME_FIELD, today) }
    return may.ok.until === null ? { faults: faultsIn(['time until no day'], TIME_FIELD, today) } : { ok: may.ok.until }
  },
  correct: async (asking, until, { version }) => await endTime(asking, version, until),
})
const timeTakenBack = makeRetraction<OfTime, 'kith.family_time'>({
  ...{ ...ofTime, name: 'family-time-retraction', path: '/children/:child/family-time/:about/retract' },
  ...{ lock: lock('took back family time'), thing: 'taking back family time', done: TAKEN_BACK_WORDS },
  shows: (time, { name, who }) => ({
    title: `${name}’s time with ${who}`,
    rows: [
      ['How often', howOften(time)],
      ['How they meet', capital(time.way)],
    ],
  }),
  retract: async (asking, which) => await retractTogether(asking, 'kith.family_time', which),
})

const DAY_FIELD: Readonly<Record<TimeDayRefusal, string>> = {
  ...{ 'time day no day': 'happens', 'time state unknown': 'state', 'happened after today': 'happens' },
  ...{ 'canceller unknown': 'cancelled_by', 'canceller of a kept time': 'cancelled_by', 'why cancelled empty': 'note' },
}
function decideDay(typed: Typed, given: FamilyGiven, today: IsoDay) {
  const said = { person: typed.one('person'), state: typed.one('state'), cancelledBy: typed.one('cancelled_by') }
  const looks = said.state === 'planned' ? 'ahead' : 'back'
  const may = mayTellTime(
    { ...said, happens: dayTyped(typed.one('happens'), today, looks), note: typed.words('note') },
    today,
  )
  const faults = [...personFault(typed, given), ...('refused' in may ? faultsIn(may.refused, DAY_FIELD, today) : [])]
  return 'ok' in may && faults.length === 0 ? may : { faults }
}
const DayFields: FC<FieldsProps<FamilyGiven>> = (of) => (
  <>
    <PickField of={of} name="person" label="With whom?" items={peopleOffered(of.given.family)} />
    <ChoiceField of={of} name="state" label="How does it stand?" items={items(TIME_STATES)} />
    <DayField of={of} name="happens" label="When?" looks={of.typed.one('state') === 'planned' ? 'ahead' : 'back'} />
    <PickField
      of={of}
      name="cancelled_by"
      label="If it was cancelled: by whom?"
      items={Object.entries(CANCELLERS).map(([value, text]) => ({ value, text: capital(text) }))}
      none="It was not cancelled"
    />
    <WordsField of={of} name="note" label={`How was it for ${of.given.name}? Or why did it not happen?`} rows={4} />
  </>
)
const dayForms = makeRecordForms<FamilyGiven, NewTimeDay, 'kith.family_time_day'>({
  ...{ name: 'family-time-day', path: 'family-days', table: 'kith.family_time_day', here: '/children', leadsTo },
  ...{ lock: lock('recorded a time with family'), decide: decideDay, Fields: DayFields, given: familyGiven },
  words: {
    ...{ thing: 'a time with family', button: 'Save', done: 'Saved.' },
    title: ({ name }) => `A time of ${name} with family or friends`,
    fields: {
      person: 'With whom',
      happens: 'When',
      state: 'How it stands',
      cancelled_by: 'Who cancelled',
      note: 'How it was',
    },
  },
  start: () => ({ state: ['kept'] }),
  record: async (asking, time, { child }) => await recordTimeDay(asking, child, time),
  asTyped: ({ person, happens, state, cancelled_by, words }) => ({
    ...{ person: [person], happens: [dayWords(happens)], state: [state], cancelled_by: [cancelled_by ?? ''] },
    note: [words ?? ''],
  }),
  // A planned time that has come is told, not corrected: that it was planned stays in its history either way.
  correct: async (asking, time, id) => await tellTimeDay(asking, id, time),
  shows: ({ happens, state, person }, { family, name }) => ({
    title: `a time of ${name} with ${calledPerson(personAt(family, person))}`,
    rows: [
      ['When', dayWords(happens)],
      ['How it stands', capital(state)],
    ],
  }),
  retract: async (asking, id, reason) => await retractTogether(asking, 'kith.family_time_day', { id, reason }),
})

export const timeForms: readonly Form[] = [agreeing, anew, ending, timeTakenBack, ...dayForms]
