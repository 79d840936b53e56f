// The forms of joining: that another record is of the same child, what a second person says of it, and that it was wrong.
import type { FC } from 'hono/jsx'
import { childrenCalled, recordsNumbered } from '#children'
import type { Asking } from '#database'
import {
  type At,
  ChoiceField,
  type FieldsProps,
  type Form,
  type FormDefinition,
  isId,
  LineField,
  makeForm,
  type Outcome,
  reading,
  WordsField,
} from '#forms'
import { answersTo, contradictionsOf, mayBeParted, overlapWords, type Side } from '../join.ts'
import { type Join, mayJoin, proposeJoin, sideOf, stepJoin, stepsOf } from '../store.ts'
import { joinsAt } from './show-joins.tsx'
import { Contradicts, SideBySide, WhatItMeans } from './side-by-side.tsx'

const MAY = ['takeOut', 'documents'] as const
const refusal = (field: string, says: string): Outcome => ({ kind: 'refused', faults: [{ field, says }] })
const WHY = 'Say in your own words how you know.'
const NOT_YOURS = () => ({
  field: '',
  says: 'This could not be saved: one of the records is not yours to join, or it was decided meanwhile.',
})

type Proposing = { readonly child: string; readonly name: string }
type Proposed = { readonly number: string; readonly stays: 'this' | 'other'; readonly why: string }

const ProposeFields: FC<FieldsProps<Proposing>> = (of) => (
  <>
    <WhatItMeans />
    <LineField
      of={of}
      name="number"
      label="The number of the other record"
      hint="As it stands beside the name, for example 100038"
    />
    <ChoiceField
      of={of}
      name="stays"
      label="Which record goes on?"
      hint="The one in which there is most to do now."
      items={[
        { value: 'this', text: `This one, of ${of.given.name}` },
        { value: 'other', text: 'The other one' },
      ]}
    />
    <WordsField of={of} name="why" label="How do you know that it is one child?" />
  </>
)

async function propose(asking: Asking, { number, stays, why }: Proposed, child: string): Promise<Outcome> {
  const found = (await recordsNumbered(asking, number)).filter((one) => one !== child)
  const [other] = found
  if (other === undefined)
    return refusal(
      'number',
      'You see no other record with this number. Ask somebody who sees both, such as the director.',
    )
  if (found.length > 1)
    return refusal('number', 'Several records have this number. Write the number at the end of its address.')
  if (!(await mayJoin(asking, child, other)))
    return refusal('number', 'You may not join this record. Ask somebody who may, such as the director.')
  const [closes, goesOn] = stays === 'this' ? [other, child] : [child, other]
  const { overlaps } = contradictionsOf(await sideOf(asking, closes), await sideOf(asking, goesOn))
  const [first] = overlaps
  if (first !== undefined) return refusal('number', overlapWords(first))
  return { kind: 'saved', id: await proposeJoin(asking, { child: closes, goesOn, why }) }
}

const proposing: FormDefinition<Proposing, Proposed> = {
  ...{ name: 'join-records', path: '/children/:child/joins/record', here: '/children' },
  lock: { may: MAY, log: 'proposed that two records are one' },
  words: {
    ...{ thing: 'that two records are one', button: 'Propose', done: 'Proposed. A second person has to confirm it.' },
    title: ({ name }) => `Another record is of ${name} too`,
    fields: { number: 'The number of the other record', stays: 'Which record goes on', why: 'How you know' },
  },
  load: async (asking, { child }) => {
    if (child === null) return undefined
    return { child, name: (await childrenCalled(asking, [child])).get(child) ?? 'a child without a name' }
  },
  start: () => ({}),
  decide: (typed, _, today) => {
    const r = reading(typed, today)
    const number = r.words('number', 'Write the number of the other record.')
    const stays = r.choice('stays', ['this', 'other'], 'Say which record goes on.')
    const why = r.words('why', WHY)
    return r.result(() => ({ number, stays, why }))
  },
  save: async (asking, ok, { given }) => await propose(asking, ok, given.child),
  refused: NOT_YOURS,
  leadsTo: ({ child }, id) => `${joinsAt(child ?? '')}/${id}`,
  Fields: ProposeFields,
}

type Deciding = { readonly join: Join; readonly closes: Side; readonly goesOn: Side; readonly mine: boolean }
type Decided = { readonly yes: boolean; readonly births: boolean; readonly why: string }

async function joinAt(asking: Asking, { child, about, me }: At): Promise<Deciding | undefined> {
  if (about === null || !isId(about)) return undefined
  const [join] = await stepsOf(asking, about)
  if (join === undefined || (join.child !== child && join.goesOn !== child)) return undefined
  const [closes, goesOn] = [await sideOf(asking, join.child), await sideOf(asking, join.goesOn)]
  return { join, closes, goesOn, mine: join.by === me }
}

const answersWords = ({ join: { step } }: Deciding) =>
  step === 'parting proposed'
    ? (['Yes, part them: they are not one child, or not to be read as one', 'No, they stay joined'] as const)
    : (['Yes, they are one child', 'No, they stay apart'] as const)

const DecideFields: FC<FieldsProps<Deciding>> = (of) => {
  const { given } = of
  const [yes, no] = answersWords(given)
  const differ = given.join.step === 'proposed' && contradictionsOf(given.closes, given.goesOn).births === 'differ'
  return (
    <>
      {answersTo(given.join.step) === undefined && <p>Nothing waits here any more.</p>}
      {given.mine && <p>You proposed it: you can say no. Yes is for somebody else.</p>}
      <SideBySide {...given} />
      <Contradicts {...given} />
      <WhatItMeans />
      <ChoiceField
        of={of}
        name="answer"
        label="What do you say?"
        items={[
          { value: 'yes', text: yes },
          { value: 'no', text: no },
        ]}
      />
      {differ && (
        <ChoiceField
          of={of}
          name="births"
          label="Which birth date is right?"
          items={[
            { value: 'goes on', text: 'The one of the record that goes on' },
            { value: 'earlier', text: 'The other one, or nobody knows' },
          ]}
        />
      )}
      <WordsField of={of} name="why" label="Why?" />
    </>
  )
}

const decideJoin: FormDefinition<Deciding, Decided>['decide'] = (typed, given, today) => {
  const r = reading(typed, today)
  if (answersTo(given.join.step) === undefined) r.fault('', 'Somebody has decided it since you opened it.')
  const answer = r.choice('answer', ['yes', 'no'], 'Say yes or no.')
  const { overlaps, births } = contradictionsOf(given.closes, given.goesOn)
  const joins = answer === 'yes' && given.join.step === 'proposed'
  if (answer === 'yes' && given.mine) r.fault('answer', 'You proposed it. Somebody else has to say yes.')
  const [first] = overlaps
  if (joins && first !== undefined) r.fault('answer', overlapWords(first))
  if (joins && births === 'differ' && typed.one('births') !== 'goes on')
    r.fault('births', 'Put the birth date right in the record that goes on first, then confirm.')
  const why = r.words('why', WHY)
  return r.result(() => ({ yes: answer === 'yes', births: joins && births === 'differ', why }))
}

const MEANWHILE = 'Somebody has decided it since you opened it. Look at it anew.'
const common = { here: '/children', load: joinAt, start: () => ({}), refused: NOT_YOURS } as const
const FIELDS = { answer: 'What you say', births: 'Which birth date is right', why: 'Why' }
const ledTo = ({ child, about }: At) => `${joinsAt(child ?? '')}/${about ?? ''}`

const deciding: FormDefinition<Deciding, Decided> = {
  ...{ ...common, name: 'join-decide', path: '/children/:child/joins/:about/decide', Fields: DecideFields },
  lock: { may: MAY, log: 'decided whether two records are one' },
  words: {
    ...{ thing: 'whether two records are one', button: 'Save', done: 'Saved.', fields: FIELDS },
    title: ({ join }) => (join.step === 'parting proposed' ? 'Part two records again?' : 'Join two records?'),
  },
  decide: decideJoin,
  save: async (asking, { yes, births, why }, { given: { join } }) => {
    const answers = answersTo(join.step)
    if (answers === undefined) return refusal('', MEANWHILE)
    const step = yes ? answers.yes : answers.no
    const done = await stepJoin(asking, { join, step, why, birthsAnswered: births || join.birthsAnswered })
    return done ? { kind: 'saved', id: join.line } : refusal('', MEANWHILE)
  },
  leadsTo: ledTo,
}

const PartFields: FC<FieldsProps<Deciding>> = (of) => (
  <>
    <p>
      A second person has to agree. Then each record stands for itself again, as before. What was written since stays
      where it is.
    </p>
    <SideBySide {...of.given} />
    <WordsField of={of} name="why" label="Why was it wrong to join them?" />
  </>
)

const parting: FormDefinition<Deciding, string> = {
  ...{ ...common, name: 'join-part', path: '/children/:child/joins/:about/part', Fields: PartFields },
  lock: { may: MAY, log: 'proposed to part two records' },
  words: {
    ...{
      thing: 'that two records are to be parted',
      button: 'Propose',
      done: 'Proposed. A second person has to agree.',
    },
    ...{ title: () => 'Part two records again', fields: FIELDS },
  },
  decide: (typed, { join }, today) => {
    const r = reading(typed, today)
    if (!mayBeParted(join.step)) r.fault('', 'They are not joined now, or it is proposed already.')
    const why = r.words('why', 'Say in your own words why.')
    return r.result(() => why)
  },
  save: async (asking, why, { given: { join } }) =>
    (await stepJoin(asking, { join, step: 'parting proposed', why }))
      ? { kind: 'saved', id: join.line }
      : refusal('', MEANWHILE),
  leadsTo: ledTo,
}

export const joiningForms: readonly Form[] = [makeForm(proposing), makeForm(deciding), makeForm(parting)]
