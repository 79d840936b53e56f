// The forms of a child's oversight besides a time together: how often they are thought about, a decision between, and a dip sample.
import type { FC } from 'hono/jsx'
import { mayDo } from '#access'
import { dayWords } from '#calendar'
import { childById } from '#children'
import { type Asking, correct, readParts, recordFirst, retract, writeParts } from '#database'
import {
  type At,
  ChoiceField,
  DayField,
  type FieldsProps,
  type Form,
  LineField,
  makeForm,
  makeRecordForms,
  reading,
  WordsField,
} from '#forms'
import { Card, InsetText } from '#look'
import { type Entry, entryRows, teamOn, usualWeeks, withWords } from '../entries-store.ts'
import { GIVEN, MARKS, RUBRIC, RUBRIC_ITEMS } from '../quality.ts'

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

const TAKEN_BACK = 'Taken back by its author within ten minutes.'
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

export const childForms: readonly Form[] = [...intervalForms, sample]
