// The forms of a practice: registered, changed or found near enough still, corrected, and taken back.
import type { FC } from 'hono/jsx'
import { dayTyped, dayWords, type IsoDay } from '#calendar'
import type { Filled, Version } from '#database'
import type { Typed, Values } from '#drafts'
import { wordOf } from '#drafts'
import {
  ChoiceField,
  DayField,
  type FieldsProps,
  type Form,
  itemsOf,
  LineField,
  makeCorrection,
  makeRecordForms,
} from '#forms'
import { mayRegister, PRACTICES, type TypedPractice } from '../practice.ts'
import { practices } from '../store.ts'
import { type Given, given, leadsTo } from './of-child.tsx'

const TABLE = 'kith.practice'
type Practice = Version<typeof TABLE>
type Ok = Filled<typeof TABLE>

const later = (typed: Typed, today: IsoDay) => ({
  until: dayTyped(typed.one('until'), today, 'back'),
  near: dayTyped(typed.one('near'), today, 'back'),
})
function decided(typed: TypedPractice, today: IsoDay) {
  const may = mayRegister(typed, today)
  return 'ok' in may ? { ok: { columns: may.ok, words: typed.words } } : may
}
function decide(typed: Typed, _: Given, today: IsoDay) {
  const since = dayTyped(typed.one('since'), today, 'back')
  return decided({ kind: typed.one('kind'), since, words: typed.one('what'), ...later(typed, today) }, today)
}

const Registered: FC<FieldsProps<Given>> = (of) => (
  <>
    <ChoiceField of={of} name="kind" label="What kind of practice?" inline items={itemsOf(PRACTICES)} />
    <LineField of={of} name="what" label="Its name, and where it is" />
    <DayField of={of} name="since" label={`From which day is ${of.given.name} registered there?`} looks="back" />
  </>
)
const Later: FC<FieldsProps<Given>> = (of) => (
  <>
    <DayField
      of={of}
      name="near"
      label="After a move: on which day was it found near enough to the new home?"
      hint="Leave it empty where it never had to be asked."
      looks="back"
    />
    <DayField
      of={of}
      name="until"
      label={`First day on which ${of.given.name} is no longer registered there`}
      hint="Leave it empty while they are."
      looks="back"
    />
  </>
)
const lock = { may: ['write', 'health'], log: 'recorded a practice' } as const
const words = {
  ...{ thing: 'a practice', button: 'Save practice', done: 'Practice saved.' },
  title: ({ name }: Given) => `A practice with which ${name} is registered`,
  fields: {
    kind: 'What kind',
    what: 'Its name',
    since: 'Registered from',
    near: 'Found near enough on',
    until: 'No longer registered from',
  },
}
const asTyped = ({ kind, since, until, near, words: name }: Practice): Values => ({
  ...{ kind: [kind], what: [name ?? ''], since: [dayWords(since)], until: [dayWords(until)], near: [dayWords(near)] },
})

const whole = makeRecordForms<Given, Ok, typeof TABLE>({
  ...{
    name: 'practice',
    path: 'health/practices',
    table: TABLE,
    here: '/children',
    leadsTo,
    given,
    decide,
    lock,
    words,
  },
  Fields: Registered,
  FieldsOfCorrection: (of) => (
    <>
      <Registered {...of} />
      <Later {...of} />
    </>
  ),
  start: () => ({}),
  record: async (asking, ok, { child }) => await practices.record(asking, ok, child),
  asTyped,
  correct: async (asking, ok, id) => await practices.correct(asking, ok, id),
  shows: ({ kind, since, words: name }) => ({
    title: `this ${wordOf(PRACTICES, kind)?.toLowerCase()}`,
    rows: [
      ['Its name', name ?? 'Not known'],
      ['From', dayWords(since)],
    ],
  }),
  retract: practices.retract,
})

type Standing = Given & { readonly of: Pick<Practice, 'kind' | 'since' | 'words'> }
/** What stood before was so until now. */
const goesOn = makeCorrection<Standing, Ok, typeof TABLE>({
  name: 'practice-change',
  path: '/children/:child/health/practices/:about/change',
  Fields: (of) => <Later {...of} />,
  ...{ here: '/children', leadsTo, table: TABLE, lock: { ...lock, log: 'recorded a change of practice' } },
  words: {
    ...words,
    thing: 'a change of practice',
    title: ({ name, of }) => `${wordOf(PRACTICES, of.kind)} of ${name}: near enough still, or left`,
  },
  given: async (asking, at, version) => {
    const known = await given(asking, at)
    return known && { ...known, of: version }
  },
  asTyped,
  decide: (typed, { of: { kind, since, words: name } }, today) =>
    decided({ kind, since, words: name ?? '', ...later(typed, today) }, today),
  correct: async (asking, ok, { version }) => await practices.goOn(asking, ok, version),
})

export const practiceForms: readonly Form[] = [...whole, goesOn]
