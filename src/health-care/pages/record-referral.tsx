// The forms of a referral: asked for, what happened since, corrected, and taken back.
import type { FC } from 'hono/jsx'
import { dayTyped, dayWords, type IsoDay } from '#calendar'
import { type Asking, type Filled, type Version, versionOf } from '#database'
import type { Typed, Values } from '#drafts'
import { wordOf } from '#drafts'
import {
  type At,
  ChoiceField,
  DayField,
  type FieldsProps,
  type Form,
  itemsOf,
  makeCorrection,
  makeRecordForms,
  PickField,
  WordsField,
} from '#forms'
import {
  ANSWERS,
  ASKED_BY,
  ASKED_FOR,
  ESCALATED_TO,
  MODES,
  mayRecordReferral,
  OUTCOMES,
  PAID_BY,
  SEEN_BY,
  type TypedReferral,
  WAITS_FOR,
} from '../referral.ts'
import { referrals } from '../store.ts'
import { type Given, given, leadsTo } from './of-child.tsx'

const TABLE = 'kith.health_referral'
type Referral = Version<typeof TABLE>
type Ok = Filled<typeof TABLE>
/** `once`: it is put right, and holds the one time that it was taken further. */
type WithOnce = Given & { readonly once: boolean }

const since = (typed: Typed, today: IsoDay) => ({
  answer: typed.one('answer'),
  answered: dayTyped(typed.one('answered'), today, 'back'),
  offered: dayTyped(typed.one('offered'), today, 'ahead'),
  seen: dayTyped(typed.one('seen'), today, 'back'),
  seen_by: typed.one('seen_by'),
  mode: typed.one('mode'),
  waits_for: typed.one('waits_for'),
  paid_by: typed.one('paid_by'),
  outcome: typed.one('outcome'),
  ended: dayTyped(typed.one('ended'), today, 'back'),
  words: typed.words('what'),
})
/** The one time that it was taken further, of before each time was a row: as it stands, where the form does not ask. */
function decided(typed: TypedReferral, today: IsoDay) {
  const may = mayRecordReferral(typed, today)
  if ('faults' in may) return may
  const { escalated, escalated_to, ...columns } = may.ok
  const once = typed.escalated === undefined ? {} : { escalated, escalated_to }
  return { ok: { columns: { ...columns, ...once }, words: typed.words } }
}
const onceOf = (typed: Typed, today: IsoDay) => ({
  escalated: dayTyped(typed.one('escalated'), today, 'back'),
  escalated_to: typed.one('escalated_to'),
})
const decide = (typed: Typed, { once }: WithOnce, today: IsoDay) =>
  decided(
    {
      ...since(typed, today),
      ...(once ? onceOf(typed, today) : {}),
      asked: dayTyped(typed.one('asked'), today, 'back'),
      asked_for: typed.one('asked_for'),
      asked_by: typed.one('asked_by'),
    },
    today,
  )

const Asked: FC<FieldsProps<unknown>> = (of) => (
  <>
    <PickField of={of} name="asked_for" label="What was asked for?" items={itemsOf(ASKED_FOR)} />
    <DayField of={of} name="asked" label="When was it asked for?" looks="back" />
    <PickField of={of} name="asked_by" label="Who asked?" items={itemsOf(ASKED_BY)} />
  </>
)
const Waits: FC<FieldsProps<unknown>> = (of) => (
  <PickField
    of={of}
    name="waits_for"
    label="What does it wait for now?"
    hint="The thing that would move it on. Distance is one of the answers."
    items={itemsOf(WAITS_FOR)}
    none="Not known, or nothing"
  />
)
const Pays: FC<FieldsProps<unknown>> = (of) => (
  <PickField of={of} name="paid_by" label="Whose area pays for it?" items={itemsOf(PAID_BY)} none="Not known" />
)
const Further: FC<FieldsProps<unknown>> = (of) => (
  <>
    <DayField of={of} name="escalated" label="If it did not move: when was it taken further?" looks="back" />
    <PickField
      of={of}
      name="escalated_to"
      label="To whom?"
      items={itemsOf(ESCALATED_TO)}
      none="It was not taken further"
    />
  </>
)
const Words: FC<FieldsProps<Given>> = (of) => (
  <WordsField
    of={of}
    name="what"
    label={`To ${of.given.name}: what it is for, and what was said`}
    hint="Where it was refused, write the reason that was given."
    rows={5}
  />
)
const Since: FC<FieldsProps<Given>> = (of) => (
  <>
    <ChoiceField of={of} name="answer" label="What was the answer?" inline items={[...itemsOf(ANSWERS), NO_ANSWER]} />
    <DayField of={of} name="answered" label="When did the answer come?" looks="back" />
    <DayField of={of} name="offered" label="For which day was a first appointment offered?" looks="ahead" />
    <DayField of={of} name="seen" label={`When was ${of.given.name} first seen?`} looks="back" />
    <PickField of={of} name="seen_by" label="By whom?" items={itemsOf(SEEN_BY)} none="Not seen yet" />
    <PickField of={of} name="mode" label="How?" items={itemsOf(MODES)} none="Not known" />
    <Waits {...of} />
    <Pays {...of} />
    <PickField of={of} name="outcome" label="What came of it?" items={itemsOf(OUTCOMES)} none="It is not over" />
    <DayField of={of} name="ended" label="When was it over?" looks="back" />
    <Words {...of} />
  </>
)
const NO_ANSWER = { value: '', text: 'No answer yet' }

const LABELS = {
  asked_for: 'What was asked for',
  asked: 'When it was asked for',
  asked_by: 'Who asked',
  answer: 'The answer',
  answered: 'When the answer came',
  offered: 'The day of the first appointment',
  seen: 'When they were first seen',
  seen_by: 'By whom',
  mode: 'How',
  waits_for: 'What it waits for',
  paid_by: 'Whose area pays',
  escalated: 'When it was taken further',
  escalated_to: 'To whom',
  outcome: 'What came of it',
  ended: 'When it was over',
  what: 'What was said',
}
const asTyped = (one: Referral): Values => ({
  asked_for: [one.asked_for],
  asked: [dayWords(one.asked)],
  asked_by: [one.asked_by],
  answer: [one.answer ?? ''],
  answered: [dayWords(one.answered)],
  offered: [dayWords(one.offered)],
  seen: [dayWords(one.seen)],
  seen_by: [one.seen_by ?? ''],
  mode: [one.mode ?? ''],
  waits_for: [one.waits_for ?? ''],
  paid_by: [one.paid_by ?? ''],
  escalated: [dayWords(one.escalated)],
  escalated_to: [one.escalated_to ?? ''],
  outcome: [one.outcome ?? ''],
  ended: [dayWords(one.ended)],
  what: [one.words ?? ''],
})
const lock = { may: ['write', 'health'], log: 'recorded a referral to a health service' } as const
const words = {
  ...{ thing: 'a referral', button: 'Save referral', done: 'Referral saved.', fields: LABELS },
  title: ({ name }: Given) => `Ask a health service to help ${name}`,
}

const withOnce = async (asking: Asking, at: At): Promise<WithOnce | undefined> => {
  const known = await given(asking, at)
  const standing = at.about === null ? undefined : await versionOf(asking, TABLE, at.about)
  return known && { ...known, once: standing?.escalated != null }
}
const whole = makeRecordForms<WithOnce, Ok, typeof TABLE>({
  ...{
    name: 'health-referral',
    path: 'health/referrals',
    table: TABLE,
    here: '/children',
    leadsTo,
    decide,
    lock,
    words,
    given: withOnce,
  },
  Fields: (of) => (
    <>
      <Asked {...of} />
      <Waits {...of} />
      <Pays {...of} />
      <Words {...of} />
    </>
  ),
  FieldsOfCorrection: (of) => (
    <>
      <Asked {...of} />
      <Since {...of} />
      {of.given.once && <Further {...of} />}
    </>
  ),
  start: () => ({ waits_for: ['an answer'] }),
  record: async (asking, ok, { child }) => await referrals.record(asking, ok, child),
  asTyped,
  correct: async (asking, ok, id) => await referrals.correct(asking, ok, id),
  shows: (one, { name }) => ({
    title: `the referral of ${name}, ${dayWords(one.asked)}`,
    rows: [
      ['What was asked for', wordOf(ASKED_FOR, one.asked_for) ?? ''],
      ['When', dayWords(one.asked)],
      ['What was written', one.words ?? 'Nothing'],
    ],
  }),
  retract: referrals.retract,
})

type Standing = Given & Pick<Referral, 'asked' | 'asked_for' | 'asked_by'>
/** What stood before was so until now. */
const news = makeCorrection<Standing, Ok, typeof TABLE>({
  name: 'health-referral-since',
  path: '/children/:child/health/referrals/:about/since',
  Fields: (of) => <Since {...of} />,
  ...{ here: '/children', leadsTo, table: TABLE, lock: { ...lock, log: 'recorded what came of a referral' } },
  words: {
    ...words,
    thing: 'what came of a referral',
    title: ({ name, asked_for, asked }) =>
      `${wordOf(ASKED_FOR, asked_for)}, asked for ${name} on ${dayWords(asked)}: what happened since`,
  },
  given: async (asking, at, { asked, asked_for, asked_by }) => {
    const known = await given(asking, at)
    return known && { ...known, asked, asked_for, asked_by }
  },
  asTyped,
  decide: (typed, { asked, asked_for, asked_by }, today) =>
    decided({ ...since(typed, today), asked, asked_for, asked_by }, today),
  correct: async (asking, ok, { version }) => await referrals.goOn(asking, ok, version),
})

export const referralForms: readonly Form[] = [...whole, news]
