// Where a list and the record differ: both side by side, and a person says which is right.
import type { FC } from 'hono/jsx'
import { dayWords } from '#calendar'
import { childById } from '#children'
import { type Asking, correct, recordFirst } from '#database'
import {
  type At,
  ChoiceField,
  type FieldsProps,
  type Form,
  itemsOf,
  makeForm,
  namesOfWorkers,
  reading,
  savedAt,
  WordsField,
} from '#forms'
import { Card, DutyTable } from '#look'
import { FIELD_WORDS } from '../list-row.ts'
import { type Known, mayBeAssessment, mayBeReferral, wordsWith } from '../meeting.ts'
import { saidWords } from '../said-words.ts'
import { knownIn, type RowOnRecord, rowsOfChild } from '../store.ts'

const DECISIONS = {
  'the record stands': 'The record is right: it stands',
  'the list is right': 'The list is right',
} as const
type Given = {
  readonly name: string
  readonly row: RowOnRecord
  readonly of: Known
  /** Who decided meanwhile. */
  readonly decided: string | undefined
}

async function load(asking: Asking, { child, about }: At): Promise<Given | undefined> {
  const known = child === null ? undefined : await childById(asking, child)
  if (known === undefined || child === null) return undefined
  const row = (await rowsOfChild(asking, child)).find((one) => one.line === about && one.outcome === 'contradicts')
  if (row === undefined) return undefined
  const table = row.on_table === 'health_referral' ? 'kith.health_referral' : 'kith.health_assessment'
  const { provider, ofDay } = row.from
  const of = (await knownIn(asking, table, { child, provider, ofDay })).find(({ line }) => line === row.on_line)
  if (of === undefined) return undefined
  const by = row.decision && (await namesOfWorkers(asking, [row.decision.recorded_by])).get(row.decision.recorded_by)
  const decided = row.decision && `${by ?? 'somebody'}, ${savedAt(row.decision.recorded)}`
  return { name: known.name ?? 'this child', row, of, decided }
}

const Fields: FC<FieldsProps<Given>> = (of) => {
  const { row, of: held } = of.given
  return (
    <>
      <Card title="Side by side" flush>
        <DutyTable
          caption={`What the record says, and the list of ${row.from.provider} of ${dayWords(row.from.ofDay)}`}
          columns={['', 'The record', 'The list']}
          rows={Object.entries(row.said).map(([field, said]) => ({
            head: `${FIELD_WORDS[field] ?? field}${row.fields.includes(field) ? ' (differs)' : ''}`,
            cells: [
              field === 'reason' ? (held.words ?? 'Not said') : saidWords(field, held.values[field]),
              saidWords(field, said),
            ],
          }))}
        />
      </Card>
      <ChoiceField of={of} name="decision" label="Which is right?" items={itemsOf(DECISIONS)} />
      <WordsField
        of={of}
        name="because"
        label="How do you know?"
        hint="Whom you asked, or what you looked at. Both stay in the history."
        rows={3}
      />
    </>
  )
}
type Ok = { readonly decision: keyof typeof DECISIONS; readonly because: string }

/** The record says from now on, and said from the beginning, what the list says. */
async function putRight(asking: Asking, { row, of }: Given, today: At['today']): Promise<string | undefined> {
  const { asked: _, asked_by: __, ...said } = row.said
  if (row.on_table === 'health_referral') {
    const may = mayBeReferral(said, of, today)
    if (!('ok' in may)) return may.says
    await correct(asking, 'kith.health_referral', { id: of.id, columns: may.ok, words: wordsWith(said, of.words) })
    return undefined
  }
  const may = mayBeAssessment(said, of, today)
  if (!('ok' in may)) return may.says
  await correct(asking, 'kith.health_assessment', { id: of.id, columns: may.ok })
  return undefined
}

export const decideRowForm: Form = makeForm<Given, Ok>({
  name: 'health-list-decision',
  path: '/children/:child/health/list-rows/:about/decide',
  lock: { may: ['write', 'health'], log: 'decided between a list of a health provider and the record' },
  here: '/children',
  words: {
    ...{ thing: 'a decision on a health list', button: 'Decide', done: 'Decided. Both stay in the history.' },
    title: ({ name, row }) => `${name}: the list of ${row.from.provider} says otherwise`,
    fields: { decision: 'Which is right', because: 'How you know' },
  },
  load,
  start: () => ({}),
  Fields,
  decide: (typed, { decided }, today) => {
    const read = reading(typed, today)
    if (decided !== undefined)
      read.fault('', `This was decided already, by ${decided}. What you typed is kept here; nothing was saved.`)
    const decision = read.choice('decision', ['the record stands', 'the list is right'], 'Say which is right.')
    const because = read.words('because', 'Say how you know.')
    return read.result(() => ({ decision, because }))
  },
  save: async (asking, { decision, because }, { child, given, today }) => {
    const wrong = decision === 'the list is right' ? await putRight(asking, given, today) : undefined
    if (wrong !== undefined)
      return { kind: 'refused', faults: [{ field: 'decision', says: `The record cannot say this. ${wrong}` }] }
    const columns = { of_row: given.row.line, decision }
    const { id } = await recordFirst(asking, 'kith.health_list_decision', {
      child: child ?? '',
      columns,
      words: because,
    })
    return { kind: 'saved', id }
  },
  leadsTo: ({ child }) => `/children/${child}/health`,
})
