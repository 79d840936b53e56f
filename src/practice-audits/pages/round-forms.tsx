// A round as forms: planned with its seed, drawn once from the frame of that day; and a theme with its owner, what is learned and what changes.
import type { FC } from 'hono/jsx'
import { addDays, day, daysBetween, dayWords, type IsoDay } from '#calendar'
import type { Asking } from '#database'
import type { Typed, Values } from '#drafts'
import {
  type At,
  begunFrom,
  ChoiceField,
  clashUpon,
  DayField,
  type FieldsProps,
  type Form,
  type FormDefinition,
  type Item,
  isId,
  itemsOf,
  LineField,
  makeForm,
  reading,
  TicksField,
  WordsField,
} from '#forms'
import { InsetText, SummaryList } from '#look'
import { roundHandedIn } from '#oversight-rules'
import {
  councilRowRead,
  councilRows,
  drawRound,
  type Frame,
  frameOn,
  isStratum,
  type Round,
  STRATA,
  writeCouncilRow,
} from '../round-store.ts'
import { colleagues, refused } from './audit-form.tsx'

export const KINDS = {
  case: 'Case audit, with the worker',
  thematic: 'Theme',
  'dip sample': 'Dip sample',
  'multi-agency': 'With other agencies',
  're-audit': 'Look again',
} as const
const LEAD = { as: ['quality-lead'] } as const

type Planning = { readonly colleagues: readonly Item[]; readonly of: Round | undefined }
const PlanFields: FC<FieldsProps<Planning>> = (of) => (
  <>
    <LineField of={of} name="title" label="What is the round called?" hint="For example November round" />
    <ChoiceField of={of} name="kind" label="What kind is it?" items={itemsOf(KINDS)} />
    <DayField of={of} name="month" label="In which month?" hint="Any day of it" looks="ahead" />
    <DayField of={of} name="due" label="By when are its audits handed in?" looks="ahead" />
    <LineField of={of} name="wanted" label="How many children?" width="govuk-input--width-5" />
    <TicksField
      of={of}
      name="strata"
      label="Who must be in it?"
      hint="The children are drawn in proportion, at least one of each where there are enough."
      items={itemsOf(STRATA)}
    />
    <TicksField
      of={of}
      name="auditors"
      label="Who audits?"
      hint="Nobody gets a child in whose case they have or had a part."
      items={of.given.colleagues}
    />
    <ChoiceField
      of={of}
      name="scale"
      label="Is practice graded?"
      items={[
        { value: 'inspectorate', text: 'Yes, on the council’s four words' },
        { value: 'none', text: 'No: what was seen is written, without grades' },
      ]}
    />
    <LineField
      of={of}
      name="seed"
      label="The seed"
      hint="Any words. With the same seed and the same children anybody draws the same sample again."
    />
    <WordsField of={of} name="why" label="Why this round, and what do we want to learn?" rows={3} />
  </>
)
function decidePlan(typed: Typed, given: Planning, today: IsoDay) {
  const read = reading(typed, today)
  const title = read.words('title', 'Say what the round is called.')
  const kind = read.choice(
    'kind',
    ['case', 'thematic', 'dip sample', 'multi-agency', 're-audit'],
    'Choose what kind it is.',
  )
  const month = `${read.dayAhead('month', 'a day of the month').slice(0, 7)}-01`
  const due = read.dayAhead('due', 'the day')
  if (due < month) read.fault('due', 'That is before the month begins.')
  const wanted = Number(typed.one('wanted'))
  if (!Number.isInteger(wanted) || wanted < 1 || wanted > 400)
    read.fault('wanted', 'Write a whole number from 1 to 400.')
  const strata = typed.all('strata').filter(isStratum)
  const auditors = [...new Set(typed.all('auditors').filter((one) => one !== ''))]
  if (auditors.length === 0 || auditors.some((one) => !given.colleagues.some(({ value }) => value === one)))
    read.fault('auditors', 'Tick who audits.')
  const scale = read.choice('scale', ['inspectorate', 'none'], 'Say whether practice is graded.')
  const seed = typed.one('seed')
  if (!/^[A-Za-z0-9 ,.-]{1,80}$/.test(seed)) read.fault('seed', 'Write a seed of letters and digits, at most 80.')
  if (given.of?.drawn != null) read.fault('', 'The round is drawn: its plan stays.')
  const columns = {
    kind,
    month,
    due,
    wanted,
    strata,
    auditors,
    scale,
    seed,
    drawn: null,
    frame: null,
    lately: null,
    nobody: null,
    fingerprint: null,
  }
  return read.result(() => ({ columns, words: { title, why: typed.words('why') } }))
}
type Planned = {
  readonly columns: Parameters<typeof writeCouncilRow<'kith.audit_round'>>[2]['columns']
  readonly words: { readonly title: string; readonly why: string }
}
async function loadPlan(
  asking: Asking,
  { about, anew }: Pick<At, 'about'> & { readonly anew: boolean },
): Promise<Planning | undefined> {
  const [of] = about !== null && isId(about) ? await councilRows(asking, 'kith.audit_round', about) : []
  return !anew && of === undefined ? undefined : { colleagues: await colleagues(asking), of }
}
/** The end of this month, by the rule; in its last days four weeks. */
function handedInBy(today: IsoDay): IsoDay {
  const by = roundHandedIn.ask({ month: day(`${today.slice(0, 7)}-01`), set: null })
  return by.kind === 'due' && daysBetween(today, by.day) >= 7 ? by.day : addDays(today, 28)
}
const asTyped = (of: Round): Values => ({
  ...{
    title: [of.words.title],
    why: [of.words.why],
    kind: [of.kind],
    month: [dayWords(of.month)],
    due: [dayWords(of.due)],
  },
  ...{
    wanted: [String(of.wanted)],
    strata: of.strata,
    auditors: of.auditors,
    scale: [of.scale],
    seed: [of.seed],
  },
})
const startPlan = ({ of }: Planning, today: IsoDay): Values =>
  of === undefined
    ? {
        month: [dayWords(today)],
        due: [dayWords(handedInBy(today))],
        wanted: ['18'],
        scale: ['inspectorate'],
        strata: ['team', 'age'],
        seed: [`Round of ${today}`],
      }
    : begunFrom(of, asTyped(of))

const planned = (anew: boolean): FormDefinition<Planning, Planned> => ({
  ...{
    name: anew ? 'audit-round' : 'audit-round-change',
    path: anew ? '/audits/record' : '/audits/:about/change',
    here: '/audits',
    refused,
  },
  lock: { may: LEAD, log: anew ? 'planned a round of audits' : 'changed the plan of a round of audits' },
  words: {
    ...{
      thing: 'a round of audits',
      title: () => (anew ? 'Plan a round of audits' : 'Change the plan of a round'),
      button: 'Save the plan',
      done: 'Saved.',
    },
    fields: {
      ...{
        title: 'What it is called',
        kind: 'Kind',
        month: 'Month',
        due: 'Handed in by',
        wanted: 'How many',
        strata: 'Who must be in it',
      },
      ...{ auditors: 'Who audits', scale: 'Graded or not', seed: 'Seed', why: 'Why' },
    },
  },
  load: async (asking, { about }) => await loadPlan(asking, { about, anew }),
  start: startPlan,
  decide: decidePlan,
  save: async (asking, ok, { given: { of }, read }) => {
    const versionRead = async (id: string) => await councilRowRead(asking, 'kith.audit_round', id)
    const clash = await clashUpon({ of, read, asTyped, versionRead })
    const written = { ...ok, ...(of === undefined ? {} : { of }) }
    return clash ?? { kind: 'saved', id: await writeCouncilRow(asking, 'kith.audit_round', written) }
  },
  leadsTo: (_, id) => `/audits/${id}`,
  Fields: PlanFields,
})

type Drawing = { readonly round: Round; readonly frame: Frame; readonly auditors: readonly string[] }
const DrawFields: FC<FieldsProps<Drawing>> = (of) => {
  const { round, frame, auditors } = of.given
  return (
    <>
      <SummaryList
        rows={[
          { key: 'Children in care today who are not kept from others', value: String(frame.frame) },
          { key: 'Audited in the last six months: left out', value: String(frame.lately) },
          { key: 'Of whom no auditor is without a part: left out', value: String(frame.nobody) },
          { key: 'Drawn from', value: String(frame.candidates.length) },
          { key: 'How many', value: String(Math.min(round.wanted, frame.candidates.length)) },
          { key: 'Seed', value: round.seed },
          { key: 'Auditors', value: auditors.join(', ') },
        ]}
      />
      <InsetText>
        It is drawn once. Nobody chooses a child, and nobody is told a name here. Auditors see the records they audit
        from then on.
      </InsetText>
      <TicksField
        of={of}
        name="sure"
        label="Before you draw"
        items={[{ value: 'yes', text: 'Plan, auditors and seed are as they should be' }]}
      />
    </>
  )
}

async function loadDrawing(asking: Asking, { about, today }: At): Promise<Drawing | undefined> {
  const [round] = about !== null && isId(about) ? await councilRows(asking, 'kith.audit_round', about) : []
  if (round === undefined) return undefined
  const names = new Map((await colleagues(asking)).map(({ value, text }) => [value, text]))
  const frame = await frameOn(asking, { on: today, ...round })
  return { round, frame, auditors: round.auditors.map((one) => names.get(one) ?? 'somebody') }
}
const drawing: FormDefinition<Drawing, true> = {
  ...{ name: 'audit-draw', path: '/audits/:about/draw', here: '/audits', refused, Fields: DrawFields },
  lock: { may: LEAD, log: 'drew a round of audits' },
  words: {
    thing: 'the draw of a round',
    title: ({ round }) => `Draw the sample: ${round.words.title}`,
    button: 'Draw the sample',
    done: 'Drawn. The seed is on its page.',
    fields: { sure: 'Before you draw' },
  },
  load: loadDrawing,
  start: () => ({}),
  decide: (typed, { round, frame }, today) => {
    const read = reading(typed, today)
    if (round.drawn !== null) read.fault('', 'It is drawn already.')
    else if (frame.candidates.length === 0) read.fault('', 'Nobody can be drawn: look at who audits.')
    if (!typed.ticked('sure')) read.fault('sure', 'Tick that you have looked at it.')
    return read.result(() => true as const)
  },
  save: async (asking, _, { given: { round }, today }) => {
    await drawRound(asking, round, today)
    return { kind: 'saved', id: round.line }
  },
  leadsTo: (_, id) => `/audits/${id}`,
}

export const roundForms: readonly Form[] = [...[true, false].map((anew) => makeForm(planned(anew))), makeForm(drawing)]
