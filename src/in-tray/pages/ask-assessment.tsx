// Asking that somebody who did not write an assessment, of whichever kind, reads it, and approves it or sends it back.
import type { FC } from 'hono/jsx'
import { dayTyped, formatDay, type IsoDay, parseDay } from '#calendar'
import { childById } from '#children'
import { type Asking, currentOf, type RecordTable, type Version } from '#database'
import { askApproval, decidersWhoMayKnow, decisionRefusalWords, type TypedRequest } from '#decisions'
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
import { InsetText } from '#look'
import { workersCalled } from '#workforce'

import { ASSESSMENT, ASSESSMENT_KINDS, type AssessmentKind } from '../assessment-kinds.ts'

type Given = { readonly name: string; readonly line: string; readonly on: string; readonly deciders: readonly Item[] }

type Dated = { readonly line: string; readonly on: string }
type Read = (asking: Asking, child: string) => Promise<readonly Dated[]>
const dated =
  <T extends RecordTable>(table: T, dayOf: (version: Version<T>) => string): Read =>
  async (asking, child) =>
    (await currentOf(asking, table, child)).map((version) => ({ line: version.line, on: dayOf(version) }))
const READS: Readonly<Record<AssessmentKind, Read>> = {
  exploitation_assessment: dated('kith.exploitation_assessment', ({ assessed }) => assessed),
  identity_talk: dated('kith.identity_talk', ({ happened }) => happened),
  needs_assessment: dated('kith.needs_assessment', ({ completed }) => completed),
  age_assessment: dated('kith.age_assessment', ({ doubted }) => doubted),
  parent_assessment: dated('kith.parent_assessment', ({ completed }) => completed),
}

/** Whoever may not read it finds none. */
async function load(asking: Asking, { child: id, about }: At, kind: AssessmentKind): Promise<Given | undefined> {
  const known = id === null ? undefined : await childById(asking, id)
  if (known === undefined) return undefined
  const assessment = (await READS[kind](asking, known.child)).find(({ line }) => line === about)
  const on = parseDay(assessment?.on ?? '')
  if (assessment === undefined || on === undefined) return undefined
  const of = { child: known.child, kind: ASSESSMENT, on: { table: kind, line: assessment.line } }
  const names = await workersCalled(asking, await decidersWhoMayKnow(asking, of))
  const deciders = [...names].map(([value, text]) => ({ value, text })).sort((a, b) => (a.text < b.text ? -1 : 1))
  return { name: known.name ?? 'this child', line: assessment.line, on: formatDay(on), deciders }
}

const Fields: FC<FieldsProps<Given>> = (of) => (
  <>
    <p>Nobody approves what they wrote themselves. Whoever reads it may send it back with what is missing.</p>
    {of.given.deciders.length === 0 && (
      <InsetText>
        Nobody who may know it can approve it now. If it is kept to few, say first who else may know; until then it
        waits.
      </InsetText>
    )}
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
const asking = (kind: AssessmentKind): FormDefinition<Given, TypedRequest> => ({
  name: `${ASSESSMENT_KINDS[kind].path}-approval`,
  path: `/children/:child/${ASSESSMENT_KINDS[kind].path}/:about/ask-approval`,
  lock: { may: ['write', 'plan'], log: 'asked that an assessment is approved' },
  here: '/approvals',
  words: {
    thing: 'a request that an assessment is approved',
    title: ({ name, on }) => `${name}: ask somebody to approve ${ASSESSMENT_KINDS[kind].called}, ${on}`,
    button: 'Ask',
    done: 'Asked. It waits for whoever decides.',
    fields: { why: 'Why', decider: 'Who reads it', by_when: 'By when' },
  },
  load: async (record, at) => await load(record, at, kind),
  start: () => ({}),
  decide: (typed, { line, deciders }, today) => {
    const r = reading(typed, today)
    const why = r.words('why', 'Say what they should look at.')
    const decider = typed.one('decider')
    if (decider !== '' && !deciders.some(({ value }) => value === decider))
      r.fault('decider', 'They may not decide this. Choose somebody else, or nobody by name.')
    const byWhen = dayTyped(typed.one('by_when'), today, 'ahead')
    const on = { table: kind, line }
    return r.result(
      (): TypedRequest => ({
        ...{ kind: ASSESSMENT, ofRelation: null, ofPerson: decider === '' ? null : decider, on, askedBefore: null },
        ...{ byWhen, why, view: null, whoMayKnow: null },
      }),
    )
  },
  save: async (record, typed, { child, today }) => {
    const done = await askApproval(record, child ?? '', { typed, today })
    if ('ok' in done) return { kind: 'saved', id: done.ok.id }
    return { kind: 'refused', faults: done.refused.map((one) => ({ field: fieldOf(one), says: saysOf(one, today) })) }
  },
  leadsTo: ({ child }) => `/children/${child}/${ASSESSMENT_KINDS[kind].tab}`,
  undo: async (record, id) => await takeBackSent(record, { table: 'kith.approval_request', id }),
  Fields,
})
type Refusal = Parameters<typeof decisionRefusalWords>[0]
const saysOf = (one: Refusal, today: IsoDay): string => decisionRefusalWords(one, today, SHOWN)
const fieldOf = (one: Refusal): string =>
  typeof one !== 'string' ? '' : one.startsWith('by when') ? 'by_when' : one === 'asked of oneself' ? 'decider' : ''

export const askingOfAssessments: readonly Form[] = [
  makeForm(asking('exploitation_assessment')),
  makeForm(asking('identity_talk')),
  makeForm(asking('needs_assessment')),
  makeForm(asking('age_assessment')),
  makeForm(asking('parent_assessment')),
]
