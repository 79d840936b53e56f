// The forms of a child's oversight besides a time together: how often they are thought about, a decision between, and a dip sample.
import type { FC } from 'hono/jsx'
import { mayDo } from '#access'
import { actionsFrom, type NewAction, retractAction } from '#actions'
import { worksWithOn } from '#allocations'
import { dayWords } from '#calendar'
import { childById } from '#children'
import { type Asking, correct, readParts, recordFirst, retract, writeParts } from '#database'
import { decisionsOf, retractDecision } from '#decisions'
import {
  type At,
  ChoiceField,
  DayField,
  type FieldsProps,
  type Form,
  type Item,
  LineField,
  makeForm,
  makeRecordForms,
  PickField,
  reading,
  WordsField,
} from '#forms'
import { Card, InsetText } from '#look'
import { workersCalled } from '#workforce'
import { ASKED_BY, items } from '../codes-data.ts'
import { type Entry, entryRows, teamOn, usualWeeks, withWords } from '../entries-store.ts'
import { decideBetween } from '../entry-store.ts'
import { GIVEN, MARKS, RUBRIC, RUBRIC_ITEMS } from '../quality.ts'
import { actionsIn } from './entry-decided.tsx'
import { ACTION_ROWS, NextActions } from './entry-fields.tsx'

const HERE = '/children'
const toPage = ({ child }: At): string => `/children/${child}/supervision`
type Named = { readonly name: string }
const named = async (asking: Asking, { child }: At): Promise<Named | undefined> => {
  const known = child === null ? undefined : await childById(asking, child)
  return known && { name: known.name ?? 'this child' }
}

type IntervalOk = {
  readonly columns: { readonly weeks: number; readonly decided: string }
  readonly words: string | undefined
}
type Often = Named & { readonly usual: number }
const IntervalFields: FC<FieldsProps<Often>> = (of) => (
  <>
    <p>
      Every {of.given.usual} weeks, where nobody decides otherwise. This is a council’s own standard: no law says how
      often.
    </p>
    <LineField of={of} name="weeks" label="Every how many weeks?" width="govuk-input--width-5" />
    <DayField of={of} name="decided" label="Decided on which day?" looks="back" />
    <WordsField
      of={of}
      name="why"
      label="Why is this right for them?"
      hint="How settled they are, what is changing, what would be missed by waiting longer."
      rows={3}
    />
  </>
)
const intervalForms = makeRecordForms<Often, IntervalOk, 'kith.supervision_interval'>({
  ...{ name: 'supervision-interval', path: 'supervision-intervals', table: 'kith.supervision_interval', here: HERE },
  lock: { may: ['write', 'oversight'], log: 'decided how often a child is thought about' },
  words: {
    ...{ thing: 'how often a child is thought about', button: 'Save', done: 'Saved.' },
    title: ({ name }) => `How often we think about ${name} fully`,
    fields: { weeks: 'Weeks', decided: 'Decided', why: 'Why' },
  },
  given: async (asking, at) => {
    const known = await named(asking, at)
    return known && { ...known, usual: await usualWeeks(asking, at.today) }
  },
  start: () => ({ decided: ['today'] }),
  decide: (typed, { usual }, today) => {
    const read = reading(typed, today)
    const weeks = Number(typed.one('weeks'))
    if (!Number.isInteger(weeks) || weeks < 1 || weeks > 26)
      read.fault('weeks', 'Write a number of weeks, from 1 to 26.')
    const decided = read.day('decided', 'the day')
    const why = read.words('why', weeks > usual ? 'Longer than usual has to say why.' : 'Say why.')
    return read.result((): IntervalOk => ({ columns: { weeks, decided }, words: writeParts({ why }) }))
  },
  Fields: IntervalFields,
  record: async (asking, ok, { child }) => await recordFirst(asking, 'kith.supervision_interval', { child, ...ok }),
  asTyped: ({ weeks, decided, words }) => ({
    ...{ weeks: [String(weeks)], decided: [dayWords(decided)], why: [readParts(words, ['why'])?.why ?? ''] },
  }),
  correct: async (asking, { columns, words }, id) =>
    await correct(asking, 'kith.supervision_interval', { id, columns, words: words ?? null }),
  shows: ({ weeks, decided }, { name }) => ({
    title: `how often we think about ${name}`,
    rows: [
      ['Every', `${weeks} weeks`],
      ['Decided', dayWords(decided)],
    ],
  }),
  retract: async (asking, id, reason) => await retract(asking, 'kith.supervision_interval', { id, reason }),
  leadsTo: toPage,
})

type Between = Named & {
  readonly owners: readonly Item[]
  readonly nameOf: (person: string) => string
  readonly worker: string
}
type BetweenOk = {
  readonly askedBy: string
  readonly decision: string
  readonly reasons: string
  readonly actions: readonly NewAction[]
}
async function between(asking: Asking, at: At): Promise<Between | undefined> {
  const known = await named(asking, at)
  if (known === undefined || at.child === null) return undefined
  const working = await worksWithOn(asking, at.child, at.today)
  const people = [...new Set([...working.map(({ worker }) => worker), at.me])]
  const called = await workersCalled(asking, people)
  const nameOf = (person: string): string => called.get(person) ?? 'somebody'
  const owners = people.map((value) => ({ value, text: nameOf(value) }))
  return { ...known, owners, nameOf, worker: people[0] ?? at.me }
}
const TAKEN_BACK = 'Taken back by its author within ten minutes.'
async function takeBackBetween(asking: Asking, child: string, id: string): Promise<boolean> {
  const decided = (await decisionsOf(asking, child)).find((one) => one.id === id)
  if (decided === undefined) return false
  const own = await actionsFrom(asking, child, { table: 'decision', line: decided.line })
  if (own.some(({ steps, ended }) => steps.length > 0 || ended !== undefined)) return false
  for (const action of own) await retractAction(asking, action.id, TAKEN_BACK)
  return 'ok' in (await retractDecision(asking, id, TAKEN_BACK))
}
const unplanned = makeForm<Between, BetweenOk>({
  ...{ name: 'oversight', path: '/children/:child/oversight/record', here: HERE, load: between },
  lock: { may: ['write', 'oversight'], log: 'recorded a management decision between supervisions' },
  words: {
    ...{ thing: 'a management decision', button: 'Save the decision', done: 'Saved, on the record of the child.' },
    title: ({ name }) => `A management decision for ${name}`,
    fields: { asked_by: 'What asked for it', decision: 'Decision', reasons: 'Reasons', next: 'What is to be done' },
  },
  rows: ACTION_ROWS,
  start: ({ worker }) => ({ owner: [worker] }),
  decide: (typed, given, today) => {
    const read = reading(typed, today)
    const asked = Object.keys(ASKED_BY).find((one) => one === typed.one('asked_by'))
    if (asked === undefined) read.fault('asked_by', 'Say what asked for a decision now.')
    const decision = read.words('decision', 'Say what you decide. That you have read something is no decision.')
    const reasons = read.words('reasons', 'Say why.')
    const actions = actionsIn(read, given)
    return read.result((): BetweenOk => ({ askedBy: asked ?? 'other', decision, reasons, actions }))
  },
  Fields: (of) => (
    <>
      <p>
        Between two times together, in one step. It is asked about at the next one. It does not count as supervision.
      </p>
      <PickField of={of} name="asked_by" label="What asks for a decision now?" items={items(ASKED_BY)} />
      <WordsField of={of} name="decision" label="What do you decide?" rows={3} />
      <WordsField of={of} name="reasons" label="Why?" rows={3} />
      <NextActions of={of} owners={of.given.owners} name={of.given.name} />
    </>
  ),
  save: async (asking, ok, { child, today, me }) => {
    const done = await decideBetween(asking, ok, { child: child ?? '', today, me })
    return 'refused' in done
      ? { kind: 'refused', faults: [{ field: '', says: done.refused }] }
      : { kind: 'saved', id: done.id }
  },
  leadsTo: toPage,
  undo: async (asking, id, { child }) => await takeBackBetween(asking, child ?? '', id),
})

type Sampling = Named & { readonly entry: Entry; readonly team: string | null }
type SampleOk = { readonly marks: number[]; readonly words: string | undefined }
async function sampling(asking: Asking, at: At): Promise<Sampling | undefined> {
  const known = await named(asking, at)
  if (known === undefined || at.child === null || at.about === null) return undefined
  const row = (await entryRows(asking, { children: [at.child] })).find(
    ({ line, kind }) => line === at.about && kind === 'full',
  )
  if (row === undefined || row.supervisor === at.me || row.worker === at.me) return undefined
  const may =
    (await mayDo(asking, at.child, ['write', 'audit'])) || (await mayDo(asking, at.child, ['write', 'oversight']))
  const [entry] = await withWords(asking, [row])
  return !may || entry === undefined ? undefined : { ...known, entry, team: await teamOn(asking, row.worker, row.held) }
}
const sample = makeForm<Sampling, SampleOk>({
  ...{
    name: 'supervision-sample',
    path: '/children/:child/supervision-samples/:about/record',
    here: HERE,
    load: sampling,
  },
  lock: { may: ['see', 'oversight'], log: 'recorded a dip sample of a supervision record' },
  words: {
    ...{
      thing: 'a dip sample of a supervision record',
      button: 'Save',
      done: 'Saved. It is of the record, not of the child.',
    },
    title: ({ name, entry }) => `A dip sample: ${name}, supervision of ${dayWords(entry.held)}`,
    fields: { ...RUBRIC, good: 'What is good', better: 'What would help' },
  },
  start: () => ({}),
  decide: (typed, _, today) => {
    const read = reading(typed, today)
    const marks = RUBRIC_ITEMS.map((item) => Number(read.choice(item, MARKS, 'Choose one.')))
    const good = read.words('good', 'Say what is good in it: whoever wrote it reads this.')
    const better = typed.words('better')
    return read.result((): SampleOk => ({ marks, words: writeParts({ good, better }) }))
  },
  Fields: (of) => (
    <>
      <InsetText>
        Eight questions about the record of supervision. It says nothing of the child, and is no score of anybody.
      </InsetText>
      <Card title={`What was written on ${dayWords(of.given.entry.held)}`} tone="quiet">
        <p>{of.given.entry.words?.life ?? 'Taken out of sight'}</p>
        <p class="kith-quiet">{of.given.entry.words?.thinking}</p>
        <p>
          <a href={`/children/${of.given.entry.child}/supervision`}>The whole record</a>
        </p>
      </Card>
      {RUBRIC_ITEMS.map((item) => (
        <ChoiceField
          of={of}
          inline
          name={item}
          label={RUBRIC[item]}
          items={MARKS.map((value) => ({ value, text: GIVEN[value] }))}
        />
      ))}
      <WordsField of={of} name="good" label="What is good in it" rows={2} />
      <WordsField of={of} name="better" label="What would help" rows={2} />
    </>
  ),
  save: async (asking, { marks, words }, { child, today, given, me }) => {
    const columns = { entry: given.entry.line, sampled: today, sampled_by: me, team: given.team, marks }
    const { id } = await recordFirst(asking, 'kith.supervision_sample', { child: child ?? '', columns, words })
    return { kind: 'saved', id }
  },
  leadsTo: toPage,
  undo: async (asking, id) => 'ok' in (await retract(asking, 'kith.supervision_sample', { id, reason: TAKEN_BACK })),
})

export const childForms: readonly Form[] = [...intervalForms, unplanned, sample]
