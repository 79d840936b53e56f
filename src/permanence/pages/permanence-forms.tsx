// The form of permanence: the way, its alternatives that are followed at the same time, and what it waits for since when.
import type { FC } from 'hono/jsx'
import { day, dayWords, type IsoDay } from '#calendar'
import { childById } from '#children'
import {
  type Asking,
  changeFrom,
  correct,
  currentOf,
  type RecordColumns,
  readParts,
  recordFirst,
  retract,
  type Version,
  writeParts,
} from '#database'
import type { Typed, Values } from '#drafts'
import {
  type At,
  ChoiceField,
  DayField,
  type FieldsProps,
  type Form,
  type Item,
  itemsOf,
  makeCorrection,
  makeRecordForms,
  PickField,
  reading,
  TicksField,
  WordsField,
} from '#forms'
import { ALTERNATIVES, isOption, isWaitsFor, OPTIONS, WAITS } from '../permanence.ts'
import { type PermanencePlan, permanenceOf } from '../store.ts'

type Plan = Version<'kith.permanence_plan'>
type Given = {
  readonly name: string
  readonly reviews: readonly (Item & { readonly held: IsoDay })[]
  /** From which another one begins. */
  readonly standing: PermanencePlan | undefined
}
type Ok = { readonly columns: RecordColumns<'kith.permanence_plan'>; readonly words: string | undefined }

const MOST_REVIEWS = 12
/** `version`: the one that is put right, whose review stays among those to choose from, however long ago it was. */
async function given(asking: Asking, { child }: At, version?: Plan): Promise<Given | undefined> {
  const known = child === null ? undefined : await childById(asking, child)
  if (known === undefined || child === null) return undefined
  const reviews = await currentOf(asking, 'kith.review', child)
  const shown = reviews
    .toSorted((a, b) => (a.held < b.held ? 1 : -1))
    .filter(({ line }, at) => at < MOST_REVIEWS || line === version?.review)
  return {
    name: known.name ?? 'this child',
    reviews: shown.map(({ line, held }) => ({ value: line, text: `The review of ${dayWords(held)}`, held: day(held) })),
    standing: version === undefined ? (await permanenceOf(asking, child)).standing : undefined,
  }
}

const Fields: FC<FieldsProps<Given>> = (of) => (
  <>
    <ChoiceField of={of} name="option" label={`Where will ${of.given.name} grow up?`} items={itemsOf(OPTIONS)} />
    <TicksField
      of={of}
      name="parallel"
      label="What is followed at the same time, in case that cannot be?"
      hint="Parallel plans: nobody waits for one to fail before the other begins."
      items={ALTERNATIVES.map((value) => ({ value, text: OPTIONS[value] }))}
    />
    <DayField of={of} name="decided" label="Since when is that the plan?" looks="back" />
    <PickField of={of} name="review" label="Which review named it?" items={of.given.reviews} none="None" />
    <WordsField of={of} name="why" label={`Why is that right for ${of.given.name}?`} rows={4} />
    <WaitFields {...of} />
  </>
)
const WaitFields: FC<FieldsProps<unknown>> = (of) => (
  <>
    <ChoiceField of={of} name="waits_for" label="What does it wait for?" items={itemsOf(WAITS)} />
    <DayField of={of} name="waits_since" label="Since when does it wait?" looks="back" />
    <WordsField of={of} name="next" label="What is done about it next, and by whom?" rows={3} />
  </>
)

function waitIn(read: ReturnType<typeof reading>) {
  const waits_for = read.typed.one('waits_for')
  if (!isWaitsFor(waits_for)) read.fault('waits_for', 'Say what it waits for, or that it waits for nothing.')
  const waits_since = waits_for === 'nothing' ? null : read.day('waits_since', 'the day since which it waits')
  if (waits_for === 'nothing' && read.typed.one('waits_since') !== '')
    read.fault('waits_since', 'It waits for nothing, so leave the day empty.')
  return { waits_for, waits_since }
}

function decide(typed: Typed, { name, reviews }: Given, today: IsoDay) {
  const read = reading(typed, today)
  const [option, review] = [typed.one('option'), typed.one('review')]
  const parallel = typed.all('parallel').filter((one) => one !== '')
  if (!isOption(option)) read.fault('option', `Say where ${name} will grow up.`)
  if (parallel.some((one) => !ALTERNATIVES.some((other) => other === one)))
    read.fault('parallel', 'Choose from the list.')
  else if (parallel.includes(option)) read.fault('parallel', 'That is the plan itself. Choose another, or none.')
  const decided = read.day('decided', 'the day')
  const named = reviews.find(({ value }) => value === review)
  if (review !== '' && named === undefined) read.fault('review', 'Choose the review from the list.')
  if (named !== undefined && decided < named.held)
    read.fault('decided', `The review that named it was on ${dayWords(named.held)}: this cannot be before it.`)
  const waits = waitIn(read)
  const words = writeParts({ why: read.words('why', `Say why that is right for ${name}.`), next: typed.words('next') })
  const columns = { option, parallel, decided, review: review === '' ? null : review, ...waits }
  return read.result(() => ({ columns, words }))
}

const asTyped = ({ option, parallel, decided, review, waits_for, waits_since, words }: Plan): Values => {
  const said = readParts(words, ['why', 'next'])
  return {
    ...{ option: [option], parallel, decided: [dayWords(decided)], review: [review ?? ''], waits_for: [waits_for] },
    waits_since: [waits_since === null ? '' : dayWords(waits_since)],
    ...{ why: [said?.why ?? ''], next: [said?.next ?? ''] },
  }
}
const leadsTo = ({ child }: At): string => `/children/${child}/plan`
const LOCK = { may: ['write', 'plan'], log: 'recorded a plan for permanence' } as const
const FIELDS = {
  ...{ option: 'Where', parallel: 'At the same time', decided: 'Since when', review: 'Which review', why: 'Why' },
  ...{ waits_for: 'What it waits for', waits_since: 'Since when it waits', next: 'What is next' },
}

const whole = makeRecordForms<Given, Ok, 'kith.permanence_plan'>({
  ...{ name: 'permanence', path: 'permanence', table: 'kith.permanence_plan', here: '/children', decide, Fields },
  ...{ given, leadsTo, lock: LOCK, asTyped },
  words: {
    ...{ thing: 'a plan for permanence', button: 'Save the plan', done: 'Plan for permanence saved.' },
    title: ({ name }) => `Where ${name} will grow up`,
    fields: FIELDS,
  },
  // What goes on as it is need not be typed again; the day and the review are of the new decision.
  start: ({ standing }) => ({
    ...(standing === undefined ? {} : asTyped(standing)),
    ...{ decided: ['today'], review: [''] },
  }),
  record: async (asking, row, { child }) => await recordFirst(asking, 'kith.permanence_plan', { child, ...row }),
  correct: async (asking, { columns, words }, id) =>
    await correct(asking, 'kith.permanence_plan', { id, columns, words: words ?? null }),
  shows: ({ option, decided, words }, { name }) => ({
    title: `the plan for permanence for ${name} of ${dayWords(decided)}`,
    rows: [
      ['Where', isOption(option) ? OPTIONS[option] : option],
      ['Why', readParts(words, ['why'])?.why ?? 'Nothing'],
    ],
  }),
  retract: async (asking, id, reason) => await retract(asking, 'kith.permanence_plan', { id, reason }),
})

type Waits = { readonly name: string; readonly option: string; readonly decided: string; readonly why: string }
type Waited = { readonly columns: ReturnType<typeof waitIn>; readonly next: string }
/** The plan stays as it is, from the day on which it was decided. */
const waits = makeCorrection<Waits, Waited, 'kith.permanence_plan'>({
  ...{ name: 'permanence-waits', path: '/children/:child/permanence/:about/waits', table: 'kith.permanence_plan' },
  ...{
    here: '/children',
    leadsTo,
    Fields: (of) => <WaitFields {...of} />,
    lock: { ...LOCK, log: 'said what permanence waits for' },
  },
  words: {
    ...{ thing: 'what permanence waits for', button: 'Save', done: 'Saved. The plan stays as it was.' },
    title: ({ name, option, decided }) =>
      `What it waits for now, for ${name}: ${isOption(option) ? OPTIONS[option] : option}, the plan since ${dayWords(decided)}`,
    fields: FIELDS,
  },
  given: async (asking, { child }, { option, decided, words }) => {
    const known = child === null ? undefined : await childById(asking, child)
    const why = readParts(words, ['why'])?.why ?? ''
    return known && { name: known.name ?? 'this child', option, decided, why }
  },
  asTyped: (plan) => {
    const { waits_for = [], waits_since = [], next = [] } = asTyped(plan)
    return { waits_for, waits_since, next }
  },
  decide: (typed, _, today) => {
    const read = reading(typed, today)
    const columns = waitIn(read)
    return read.result(() => ({ columns, next: typed.words('next') }))
  },
  correct: async (asking, { columns, next }, { version, given: { why } }) =>
    await changeFrom(asking, 'kith.permanence_plan', {
      id: version,
      columns,
      words: writeParts({ why, next }) ?? null,
    }),
})

export const permanenceForms: readonly Form[] = [...whole, waits]
