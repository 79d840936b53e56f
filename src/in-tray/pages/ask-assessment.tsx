// Asking that somebody who did not write an assessment reads it, and approves it or sends it back.
import type { FC } from 'hono/jsx'
import { exploitationOf } from '#assessments'
import { dayTyped, formatDay, type IsoDay, parseDay } from '#calendar'
import { childById } from '#children'
import type { Asking } from '#database'
import { askApproval, decidersOf, decisionRefusalWords, type TypedRequest } from '#decisions'
import {
  type At,
  DayField,
  type FieldsProps,
  type Form,
  type FormDefinition,
  type Item,
  makeForm,
  PickField,
  reading,
  takeBackSent,
  WordsField,
} from '#forms'
import { workersCalled } from '#workforce'

const KIND = 'assessment approved'
type Given = { readonly name: string; readonly line: string; readonly on: string; readonly deciders: readonly Item[] }

async function load(asking: Asking, { child: id, about }: At): Promise<Given | undefined> {
  const known = id === null ? undefined : await childById(asking, id)
  if (known === undefined) return undefined
  const assessment = (await exploitationOf(asking, known.child)).find(({ line }) => line === about)
  const on = parseDay(assessment?.assessed ?? '')
  if (assessment === undefined || on === undefined) return undefined
  const names = await workersCalled(asking, await decidersOf(asking, known.child, KIND))
  const deciders = [...names].map(([value, text]) => ({ value, text })).sort((a, b) => (a.text < b.text ? -1 : 1))
  return { name: known.name ?? 'this child', line: assessment.line, on: formatDay(on), deciders }
}

const Fields: FC<FieldsProps<Given>> = (of) => (
  <>
    <p>Nobody approves what they wrote themselves. Whoever reads it may send it back with what is missing.</p>
    <WordsField of={of} name="why" label="What they should look at, and why now" rows={3} />
    <PickField
      of={of}
      name="decider"
      label="Who is to read it?"
      none="Whoever may decide it"
      items={of.given.deciders}
    />
    <DayField of={of} name="by_when" label="By when do you need it?" looks="ahead" />
  </>
)

const SHOWN = { nameOf: (person: string) => person, on: (at: string) => at }
const asking: FormDefinition<Given, TypedRequest> = {
  name: 'assessment-approval',
  path: '/children/:child/exploitation/:about/ask-approval',
  lock: { may: ['write', 'plan'], log: 'asked that an assessment is approved' },
  here: '/approvals',
  words: {
    thing: 'a request that an assessment is approved',
    title: ({ name, on }) => `Ask somebody to approve what was written of ${name} on ${on}`,
    button: 'Ask',
    done: 'Asked. It waits for whoever decides.',
    fields: { why: 'Why', decider: 'Who reads it', by_when: 'By when' },
  },
  load,
  start: () => ({}),
  decide: (typed, { line, deciders }, today) => {
    const r = reading(typed, today)
    const why = r.words('why', 'Say what they should look at.')
    const decider = typed.one('decider')
    if (decider !== '' && !deciders.some(({ value }) => value === decider))
      r.fault('decider', 'They may not decide this. Choose somebody else, or nobody by name.')
    const byWhen = dayTyped(typed.one('by_when'), today, 'ahead')
    const on = { table: 'exploitation_assessment', line }
    return r.result(
      (): TypedRequest => ({
        ...{ kind: KIND, ofRelation: null, ofPerson: decider === '' ? null : decider, on, askedBefore: null },
        ...{ byWhen, why, view: null, whoMayKnow: null },
      }),
    )
  },
  save: async (record, typed, { child, today }) => {
    const done = await askApproval(record, child ?? '', { typed, today })
    if ('ok' in done) return { kind: 'saved', id: done.ok.id }
    return { kind: 'refused', faults: done.refused.map((one) => ({ field: fieldOf(one), says: saysOf(one, today) })) }
  },
  leadsTo: ({ child }) => `/children/${child}/missing`,
  undo: async (record, id) => await takeBackSent(record, { table: 'kith.approval_request', id }),
  Fields,
}
type Refusal = Parameters<typeof decisionRefusalWords>[0]
const saysOf = (one: Refusal, today: IsoDay): string => decisionRefusalWords(one, today, SHOWN)
const fieldOf = (one: Refusal): string =>
  typeof one !== 'string' ? '' : one.startsWith('by when') ? 'by_when' : one === 'asked of oneself' ? 'decider' : ''

export const askingOfAssessments: readonly Form[] = [makeForm(asking)]
