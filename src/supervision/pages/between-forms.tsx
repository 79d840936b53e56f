// The forms of a decision between two times together: taken in one step, and put right with what was wrong.
import type { FC } from 'hono/jsx'
import { actionsFrom, type NewAction, retractAction } from '#actions'
import { worksWithOn } from '#allocations'
import { dayWords, day as isoDay } from '#calendar'
import { childById } from '#children'
import { type Asking, readParts } from '#database'
import { decisionsOf, retractDecision } from '#decisions'
import {
  type At,
  CORRECTED,
  type FieldsProps,
  type Form,
  type Item,
  makeCorrection,
  makeForm,
  PickField,
  type Reading,
  reading,
  WordsField,
} from '#forms'
import { workersCalled } from '#workforce'
import { ASKED_BY, items } from '../codes-data.ts'
import { correctBetween, decideBetween, OVERSIGHT } from '../entry-store.ts'
import { actionsIn } from './entry-decided.tsx'
import { ACTION_ROWS, NextActions } from './entry-fields.tsx'

const HERE = '/children'
const toPage = ({ child }: At): string => `/children/${child}/supervision`

type Between = {
  readonly name: string
  readonly owners: readonly Item[]
  readonly nameOf: (person: string) => string
  readonly worker: string
}
type DecidedOk = { readonly askedBy: string; readonly decision: string; readonly reasons: string }
type BetweenOk = DecidedOk & { readonly actions: readonly NewAction[] }
function decidedIn(read: Reading): DecidedOk {
  const asked = Object.keys(ASKED_BY).find((one) => one === read.typed.one('asked_by'))
  if (asked === undefined) read.fault('asked_by', 'Say what asked for a decision now.')
  const decision = read.words('decision', 'Say what you decide. That you have read something is no decision.')
  const reasons = read.words('reasons', 'Say why.')
  return { askedBy: asked ?? 'other', decision, reasons }
}
const DecisionFields: FC<{ readonly of: FieldsProps<unknown> }> = ({ of }) => (
  <>
    <PickField of={of} name="asked_by" label="What asks for a decision now?" items={items(ASKED_BY)} />
    <WordsField of={of} name="decision" label="What do you decide?" rows={3} />
    <WordsField of={of} name="reasons" label="Why?" rows={3} />
  </>
)
async function between(asking: Asking, at: At): Promise<Between | undefined> {
  const known = at.child === null ? undefined : await childById(asking, at.child)
  if (known === undefined || at.child === null) return undefined
  const working = await worksWithOn(asking, at.child, at.today)
  const people = [...new Set([...working.map(({ worker }) => worker), at.me])]
  const called = await workersCalled(asking, people)
  const nameOf = (person: string): string => called.get(person) ?? 'somebody'
  const owners = people.map((value) => ({ value, text: nameOf(value) }))
  return { name: known.name ?? 'this child', owners, nameOf, worker: people[0] ?? at.me }
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
    const decided = decidedIn(read)
    const actions = actionsIn(read, given)
    return read.result((): BetweenOk => ({ ...decided, actions }))
  },
  Fields: (of) => (
    <>
      <p>
        Between two times together, in one step. It is asked about at the next one. It does not count as supervision.
      </p>
      <DecisionFields of={of} />
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

type Corrected = { readonly name: string; readonly decided: string }
const correcting = makeCorrection<Corrected, DecidedOk & { readonly because: string }, 'kith.decision'>({
  ...{ name: 'oversight-correction', path: '/children/:child/oversight/:about/correct', here: HERE },
  lock: { may: ['write', 'oversight'], log: 'corrected a management decision between supervisions' },
  words: {
    ...{ thing: 'a correction of a management decision', ...CORRECTED },
    title: ({ name, decided }) => `Correct: a management decision for ${name}, ${dayWords(decided)}`,
    fields: { asked_by: 'What asked for it', decision: 'Decision', reasons: 'Reasons', because: 'What was wrong' },
  },
  table: 'kith.decision',
  given: async (asking, { child, me }, { kind, on_table, decided_by, decided }) => {
    const known = child === null ? undefined : await childById(asking, child)
    const own = kind === OVERSIGHT && on_table === null && decided_by === me
    return known === undefined || !own ? undefined : { name: known.name ?? 'this child', decided }
  },
  asTyped: ({ words }) => {
    const said = readParts(words, ['question', 'decision', 'reasons'])
    return { asked_by: [said?.question ?? ''], decision: [said?.decision ?? ''], reasons: [said?.reasons ?? ''] }
  },
  decide: (typed, _, today) => {
    const read = reading(typed, today)
    const decided = decidedIn(read)
    const because = read.words('because', 'Say what was wrong in it: whoever acted on it reads this.')
    return read.result(() => ({ ...decided, because }))
  },
  Fields: (of) => (
    <>
      <p>Only what was written down wrongly is put right here. What you decide anew is another decision.</p>
      <DecisionFields of={of} />
      <WordsField of={of} name="because" label="What was wrong in it?" rows={2} />
    </>
  ),
  correct: async (asking, ok, { version, given, child, today }) =>
    await correctBetween(asking, ok, { child: child ?? '', today, id: version, decided: isoDay(given.decided) }),
  leadsTo: toPage,
})

export const betweenForms: readonly Form[] = [unplanned, correcting]
