// That a home is not told something that it should know: by a named manager only, with the reason, as a decision of their own.
import type { IsoDay } from '#calendar'
import { childById } from '#children'
import { decisionRefusalWords, recordDecision } from '#decisions'
import { type Fault, type Form, isId, makeForm, reading, WordsField } from '#forms'
import { InsetText } from '#look'
import { LEFT_OUT, type MustKnowTold, toKeepSafe } from '../store.ts'
import { REQUEST_PAGE } from './request-page.tsx'

type Given = { readonly name: string; readonly fact: MustKnowTold }
export const leaveOut: Form = makeForm<Given, { readonly why: string; readonly today: IsoDay }>({
  ...{ name: 'must-know-left-out', path: '/children/:child/must-knows/:about/leave-out', here: '/homes/wanted' },
  lock: { may: ['approve', 'matching'], log: 'left out what a home must know' },
  leadsTo: REQUEST_PAGE,
  words: {
    ...{ thing: 'leaving out what a home must know', button: 'Leave it out', done: 'Left out, in your name.' },
    title: ({ name }) => `Leave out what a home must know of ${name}`,
    fields: { why: 'Why' },
  },
  load: async (asking, { child, about, today }) => {
    if (child === null || about === null || !isId(about)) return undefined
    const known = await childById(asking, child)
    const fact = known && (await toKeepSafe(asking, child, today)).told.find(({ line }) => line === about)
    return fact && { name: known.name ?? 'this child', fact }
  },
  start: () => ({}),
  Fields: (of) => (
    <>
      <InsetText>{of.given.fact.words}</InsetText>
      <p>
        A carer who is not told this may not be able to keep {of.given.name} or others safe. Only a manager of the
        child’s team or the director decides that. Your name and your reason stand beside it.
      </p>
      <WordsField of={of} name="why" label="Why it is left out, and how everybody is kept safe without it" rows={4} />
    </>
  ),
  decide: (typed, _, today) => {
    const r = reading(typed, today)
    const why = r.words('why', 'Say why, and how everybody is kept safe without it.')
    return r.result(() => ({ why, today }))
  },
  save: async (asking, { why, today }, { child, me, given: { fact } }) => {
    const typed = {
      ...{ kind: LEFT_OUT, decided: today, decidedAs: 'worker', decidedBy: me, options: '', reasons: why, view: null },
      ...{ question: 'Is a home told this?', decision: 'It is left out.', whoMayKnow: null },
      on: { table: 'must_know', line: fact.line },
    }
    const done = await recordDecision(asking, child ?? '', { typed, today })
    if ('ok' in done) return { kind: 'saved', id: done.ok.id }
    const says = (one: (typeof done.refused)[number]): Fault => ({
      field: '',
      says: decisionRefusalWords(one, today, { nameOf: (person) => person, on: (at) => at }),
    })
    return { kind: 'refused', faults: done.refused.map(says) }
  },
  refused: ({ kind }) =>
    kind === 'not allowed'
      ? { field: '', says: 'Only a manager of the child’s team, or the director, can leave this out. Ask them.' }
      : undefined,
})
