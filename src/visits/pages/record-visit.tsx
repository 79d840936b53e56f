// Recording a visit: six questions, the child's own words with who may read them, and what happens next.
import type { FC } from 'hono/jsx'
import { recordAction, WHAT_NEXT_LABELS, WHAT_NEXT_ROWS, WhatNext } from '#actions'
import { childById } from '#children'
import type { Asking } from '#database'
import {
  type At,
  ChoiceField,
  DayField,
  type FieldsProps,
  type Form,
  type FormDefinition,
  itemsOf,
  makeForm,
  type Outcome,
  TicksField,
  TimeField,
  takeBackSent,
  WordsField,
} from '#forms'
import { WordsToRead } from '#notes'
import { recordView, THEIR_WORDS_LABELS, TheirOwnWords } from '#views'
import { recordVisit } from '../store.ts'
import { decideVisit, MODES, type VisitGiven, type VisitOk } from './visit-form.ts'

const VISITED_BY = [
  {
    value: 'representative',
    text: 'Social worker or personal adviser',
    hint: 'Only their visits count for the visits that the law asks for',
  },
  { value: 'reviewingOfficer', text: 'Reviewing officer' },
  { value: 'independentVisitor', text: 'Independent visitor' },
  { value: 'advocate', text: 'Advocate' },
  { value: 'supervisingWorker', text: 'The carer’s supervising social worker' },
  { value: 'other', text: 'Somebody else' },
] as const

export const WhenAndWho: FC<FieldsProps<VisitGiven>> = (of) => (
  <>
    <DayField of={of} name="happened" label="When was it?" looks="back" />
    <TimeField of={of} name="began" label="What time, if you know" />
    <ChoiceField of={of} name="by" label="Who visited?" items={VISITED_BY} />
    <ChoiceField of={of} name="mode" label="How?" items={itemsOf(MODES)} />
    <TicksField
      of={of}
      name="seen"
      label="Who did you see?"
      items={[
        { value: 'seen', text: of.given.name },
        { value: 'alone', text: `${of.given.name}, on their own` },
      ]}
    />
    <TicksField
      of={of}
      name="told_how"
      label="Reaching us"
      hint="Asked for in each new home."
      items={[{ value: 'told', text: `I told ${of.given.name} how to reach me, and who answers at night` }]}
    />
  </>
)

export const WhatWeDid: FC<FieldsProps<VisitGiven>> = (of) => (
  <>
    <WordsField
      of={of}
      name="what"
      label={`To ${of.given.name}: what we did and talked about`}
      hint={`Write it to ${of.given.name}, who may read it one day.`}
      rows={8}
    />
    <WordsToRead name={of.given.name} />
  </>
)

const Fields: FC<FieldsProps<VisitGiven>> = (of) => (
  <>
    <WhenAndWho {...of} />
    <TheirOwnWords of={of} name={of.given.name} />
    <WhatWeDid {...of} />
    <WhatNext of={of} name={of.given.name} />
  </>
)

export async function visitGiven(asking: Asking, { child, me }: At): Promise<VisitGiven | undefined> {
  const known = child === null ? undefined : await childById(asking, child)
  return known === undefined ? undefined : { child: known.child, name: known.name ?? 'this child', me }
}

export const VISIT_LABELS = {
  happened: 'When it was',
  began: 'What time',
  by: 'Who visited',
  mode: 'How',
  seen: 'Who was seen',
  told_how: 'Told how to reach us',
  what: 'What you did and talked about',
}

async function save(asking: Asking, { visit, view, actions }: VisitOk, { child }: At): Promise<Outcome> {
  const to = child ?? ''
  const { id, line } = await recordVisit(asking, to, visit)
  if (view !== undefined) await recordView(asking, to, view)
  for (const action of actions) await recordAction(asking, to, { ...action, from: { table: 'visit', line } })
  return { kind: 'saved', id }
}

const recording: FormDefinition<VisitGiven, VisitOk> = {
  name: 'visit',
  path: '/children/:child/visits/record',
  lock: { may: ['write', 'visits'], log: 'recorded a visit' },
  here: '/children',
  words: {
    thing: 'a visit',
    title: ({ name }) => `A visit to ${name}`,
    button: 'Save visit',
    done: 'Visit saved.',
    fields: { ...VISIT_LABELS, ...THEIR_WORDS_LABELS, ...WHAT_NEXT_LABELS },
  },
  load: visitGiven,
  start: () => ({ happened: ['today'], by: ['representative'], mode: ['in person'] }),
  decide: decideVisit,
  save,
  leadsTo: ({ child }) => `/children/${child}/visits`,
  elsewhere: { unlessSees: 'visits', to: ({ child }) => `/children/${child}/tonight` },
  undo: async (asking, id) => await takeBackSent(asking, { table: 'kith.visit', id }),
  Fields,
  rows: WHAT_NEXT_ROWS,
}

export const visitRecording: Form = makeForm(recording)
