// Alerts of a reviewing officer: good practice and concerns, and what became of a concern.
import type { FC } from 'hono/jsx'
import { day, dayWords, type IsoDay } from '#calendar'
import { childById } from '#children'
import { type Asking, correct, readParts, recordFirst, retract, type Version, writeParts } from '#database'
import type { Typed } from '#drafts'
import {
  type At,
  ChoiceField,
  DayField,
  type FieldsProps,
  type Form,
  itemsOf,
  makeRecordForms,
  PickField,
  reading,
  WordsField,
} from '#forms'
import { InsetText } from '#look'
import { alertsOf } from '../store.ts'
import { ALERT_ABOUT, ALERT_KINDS, ALERT_OUTCOMES, wordsOf } from '../words.ts'
import { chosen, notBefore } from './dispute-given.tsx'
import { hangingForms, type Of, onceOnly, type Row, Written, writtenBy } from './hanging.tsx'

type Given = { readonly name: string }
const leadsTo = ({ child }: Pick<At, 'child'>): string => `/children/${child}/reviewing`
const OFFICER = ['write', 'reviews'] as const

const Fields: FC<FieldsProps<Given>> = (of) => (
  <>
    <ChoiceField of={of} name="kind" label="What is it?" items={itemsOf(ALERT_KINDS)} />
    <PickField of={of} name="about" label="What is it about?" items={itemsOf(ALERT_ABOUT)} />
    <DayField of={of} name="raised" label="When did you raise it?" looks="back" />
    <WordsField
      of={of}
      name="what"
      label="What do you say?"
      hint={`What it does for ${of.given.name}, and what you ask for.`}
    />
  </>
)
function decide(typed: Typed, _: Given, today: IsoDay) {
  const read = reading(typed, today)
  const columns = {
    kind: chosen(read, { field: 'kind', of: ALERT_KINDS, says: 'Say whether it is good practice or a concern.' }),
    about: chosen(read, { field: 'about', of: ALERT_ABOUT, says: 'Say what it is about.' }),
    raised: read.day('raised', 'the day on which you raised it'),
  }
  const words = writeParts({ what: read.words('what', 'Say what it is.') })
  return read.result(() => ({ columns, words }))
}

const alertRecordForms = makeRecordForms<Given, Row<'kith.reviewer_alert'>, 'kith.reviewer_alert'>({
  ...{
    name: 'reviewer-alert',
    path: 'alerts',
    table: 'kith.reviewer_alert',
    here: '/children',
    decide,
    Fields,
    leadsTo,
  },
  lock: { may: OFFICER, log: 'raised an alert' },
  words: {
    ...{ thing: 'an alert', button: 'Raise the alert', done: 'Alert raised.' },
    title: ({ name }) => `An alert for ${name}`,
    fields: { kind: 'What it is', about: 'What it is about', raised: 'When', what: 'What you say' },
  },
  given: async (asking, { child }) => {
    const known = child === null ? undefined : await childById(asking, child)
    return known && { name: known.name ?? 'this child' }
  },
  start: () => ({ raised: ['today'], kind: ['concern'] }),
  record: async (asking, row, { child }) => await recordFirst(asking, 'kith.reviewer_alert', { child, ...row }),
  asTyped: ({ kind, about, raised, words }) => ({
    ...{ kind: [kind], about: [about], raised: [dayWords(raised)], what: [readParts(words, ['what'])?.what ?? ''] },
  }),
  correct: async (asking, { columns, words }, id) =>
    await correct(asking, 'kith.reviewer_alert', { id, columns, words: words ?? null }),
  shows: ({ kind, about, raised, words }, { name }) => ({
    title: `the alert for ${name} of ${dayWords(raised)}`,
    rows: [
      ['What it is', wordsOf(ALERT_KINDS, kind)],
      ['What it is about', wordsOf(ALERT_ABOUT, about)],
      ['What was written', readParts(words, ['what'])?.what ?? 'Nothing'],
    ],
  }),
  retract: async (asking, id, reason) => await retract(asking, 'kith.reviewer_alert', { id, reason }),
})

type AlertGiven = Given & {
  readonly alert: Version<'kith.reviewer_alert'>
  readonly raised: IsoDay
  /** Who said meanwhile what became of it. */
  readonly written: string | undefined
}
async function alertGiven(asking: Asking, { child, about }: Of, line: string): Promise<AlertGiven | undefined> {
  const alert = (await alertsOf(asking, child)).find((one) => one.line === line)
  const known = alert?.kind === 'concern' ? await childById(asking, child) : undefined
  if (alert === undefined || known === undefined) return undefined
  const written = await writtenBy(asking, about === line ? alert.outcome : undefined)
  return { name: known.name ?? 'this child', alert, raised: day(alert.raised), written }
}
const OutcomeFields: FC<FieldsProps<AlertGiven>> = (of) => (
  <>
    <Written by={of.given.written} />
    <InsetText>
      {wordsOf(ALERT_ABOUT, of.given.alert.about)}: {readParts(of.given.alert.words, ['what'])?.what}
    </InsetText>
    <ChoiceField of={of} name="outcome" label="What became of it?" items={itemsOf(ALERT_OUTCOMES)} />
    <DayField of={of} name="happened" label="When?" looks="back" />
    <WordsField of={of} name="changed" label={`What is different for ${of.given.name}?`} rows={3} />
  </>
)
const outcomeForms = hangingForms<AlertGiven, 'kith.reviewer_alert_outcome'>({
  ...{ name: 'reviewer-alert-outcome', table: 'kith.reviewer_alert_outcome' },
  ...{ path: 'alerts/:about/outcome', below: 'alert-outcomes', leadsTo, load: alertGiven, Fields: OutcomeFields },
  lock: { may: OFFICER, log: 'said what became of an alert' },
  words: {
    ...{ thing: 'what became of an alert', button: 'Save', done: 'Saved.' },
    title: ({ name }) => `What became of the alert for ${name}`,
    fields: { outcome: 'What became of it', happened: 'When', changed: 'What is different' },
  },
  hangsOn: ({ alert }) => alert,
  start: () => ({ happened: ['today'] }),
  decide: (typed, given, today) => {
    const read = reading(typed, today)
    onceOnly(read, given.written)
    const outcome = chosen(read, { field: 'outcome', of: ALERT_OUTCOMES, says: 'Say what became of it.' })
    const happened = read.day('happened', 'the day')
    notBefore(read, 'happened', { day: happened, first: given.raised })
    const changed = typed.words('changed')
    if (outcome === 'put right' && changed === '') read.fault('changed', `Say what is different for ${given.name}.`)
    return read.result(() => ({
      columns: { alert: given.alert.line, outcome, happened },
      words: writeParts({ changed }),
    }))
  },
  asTyped: ({ outcome, happened, words }) => ({
    ...{ outcome: [outcome], happened: [dayWords(happened)], changed: [readParts(words, ['changed'])?.changed ?? ''] },
  }),
  shows: ({ outcome, happened, words }) => [
    ['What became of it', wordsOf(ALERT_OUTCOMES, outcome)],
    ['When', dayWords(happened)],
    ['What is different', readParts(words, ['changed'])?.changed ?? 'Nothing'],
  ],
})

export const alertForms: readonly Form[] = [...alertRecordForms, ...outcomeForms]
