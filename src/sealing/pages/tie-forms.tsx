// The forms of what leads from a sealed record: that the child is known here again, that a brother or sister may read the name, and yes, no or no longer.
import type { FC } from 'hono/jsx'
import { recordsNumbered } from '#children'
import type { Asking } from '#database'
import {
  type At,
  ChoiceField,
  type FieldsProps,
  type Form,
  type FormDefinition,
  LineField,
  makeForm,
  type Outcome,
  PickField,
  reading,
  WordsField,
} from '#forms'
import { InsetText } from '#look'
import { sealOf } from '../store.ts'
import { decideTie, TIE_WORDS, type TieGiven, type TieKind } from '../tie.ts'
import { type Numbered, proposeTie, stepTie, type Tie, tiedTo, tiesOf } from '../tie-store.ts'
import { sealAt } from './sealed.tsx'

const MAY = ['approve', 'adoption'] as const
const refused = () => ({
  field: '',
  says: 'This could not be saved: it is not yours to say, it stands already, or it was decided meanwhile.',
})
const WHY = 'Say in your own words what it rests on.'
const common = { here: '/children', refused, leadsTo: ({ child }: Pick<At, 'child'>) => sealAt(child ?? '') } as const

type Proposing = { readonly child: string; readonly records: readonly Numbered[] }
type Proposed = { readonly typed: string; readonly why: string }

/** Only while it is sealed, and for who is named: to anybody else there is no such form. */
async function sealedHere(asking: Asking, { child, me }: At): Promise<Proposing | undefined> {
  const standing = child === null ? undefined : await sealOf(asking, child)
  if (child === null || standing === undefined || standing.step === 'opened' || !standing.named.includes(me))
    return undefined
  return { child, records: await tiedTo(asking, child) }
}

async function saveTie(
  asking: Asking,
  child: string,
  tie: { other: string; kind: TieKind; why: string },
): Promise<Outcome> {
  return { kind: 'saved', id: await proposeTie(asking, { child, ...tie }) }
}

const AgainFields: FC<FieldsProps<Proposing>> = (of) => (
  <>
    <InsetText>
      The link is kept in this sealed record alone. The other record says nothing of it, nor does its log. Somebody else
      who is named has to agree.
    </InsetText>
    <LineField of={of} name="number" label="The number of the new record" width="govuk-input--width-20" />
    <WordsField of={of} name="why" label="How do you know that it is the same child?" />
  </>
)
const again: FormDefinition<Proposing, Proposed> = {
  ...{ ...common, name: 'seal-known-again', path: '/children/:child/seal/known-again', Fields: AgainFields },
  lock: { may: MAY, log: 'proposed what leads from a sealed record' },
  words: {
    ...{ thing: 'that a child is known here again', button: 'Propose', done: 'Proposed.' },
    ...{ title: () => 'The child is known here again', fields: { number: 'The number', why: 'How you know' } },
  },
  load: sealedHere,
  start: () => ({}),
  decide: (typed, _, today) => {
    const r = reading(typed, today)
    const number = typed.one('number')
    if (number === '') r.fault('number', 'Write the number of the new record.')
    const why = r.words('why', WHY)
    return r.result(() => ({ typed: number, why }))
  },
  save: async (asking, { typed, why }, { given: { child } }) => {
    const [other, ...more] = (await recordsNumbered(asking, typed)).filter((one) => one !== child)
    if (other === undefined || more.length > 0)
      return { kind: 'refused', faults: [{ field: 'number', says: 'You see no one other record with this number.' }] }
    return await saveTie(asking, child, { other, kind: 'known again', why })
  },
}

const ShownFields: FC<FieldsProps<Proposing>> = (of) => (
  <>
    <InsetText>
      The name that stood in their record before the seal is read there again, by whoever sees their family. The new
      name and who adopted are not said. Somebody else who is named has to agree.
    </InsetText>
    <PickField
      of={of}
      name="record"
      label="In whose record? It is of a brother or sister in whose family this child stands."
      items={of.given.records.map(({ child, number }) => ({ value: child, text: `Record ${number}` }))}
    />
    <WordsField of={of} name="why" label="What does the decision rest on?" hint="Who wishes it, and who agreed" />
  </>
)
const shown: FormDefinition<Proposing, Proposed> = {
  ...{ ...common, name: 'seal-shown-to', path: '/children/:child/seal/shown-to', Fields: ShownFields },
  lock: { may: MAY, log: 'proposed what leads from a sealed record' },
  words: {
    ...{ thing: 'that a brother or sister may read a name', button: 'Propose', done: 'Proposed.' },
    ...{ title: () => 'Let a brother or sister read the name', fields: { record: 'In whose record', why: 'Why' } },
  },
  load: sealedHere,
  start: () => ({}),
  decide: (typed, { records }, today) => {
    const r = reading(typed, today)
    const other = typed.one('record')
    if (!records.some(({ child }) => child === other)) r.fault('record', 'Choose one of these records.')
    const why = r.words('why', WHY)
    return r.result(() => ({ typed: other, why }))
  },
  save: async (asking, { typed, why }, { given: { child } }) =>
    await saveTie(asking, child, { other: typed, kind: 'shown to', why }),
}

type Deciding = TieGiven & { readonly tie: Tie }
const DecideFields: FC<FieldsProps<Deciding>> = (of) => (
  <>
    {of.given.step === 'proposed' ? (
      <ChoiceField
        of={of}
        name="answer"
        label={`${TIE_WORDS[of.given.tie.kind]}: what do you say?`}
        items={[
          { value: 'yes', text: 'Yes' },
          { value: 'no', text: 'No' },
        ]}
      />
    ) : (
      <p>{TIE_WORDS[of.given.tie.kind]}: it stands. From now on it does not.</p>
    )}
    <WordsField of={of} name="why" label="Why?" />
  </>
)
const deciding: FormDefinition<Deciding, { readonly step: Tie['step']; readonly why: string }> = {
  ...{ ...common, name: 'seal-tie-decide', path: '/children/:child/seal/ties/:about/decide', Fields: DecideFields },
  lock: { may: MAY, log: 'decided what leads from a sealed record' },
  words: {
    ...{ thing: 'what leads from a sealed record', button: 'Save', done: 'Saved.' },
    title: ({ tie }) => TIE_WORDS[tie.kind],
    fields: { answer: 'What you say', why: 'Why' },
  },
  load: async (asking, at) => {
    const known = await sealedHere(asking, at)
    const tie = known === undefined ? undefined : (await tiesOf(asking, known.child)).find(({ id }) => id === at.about)
    return tie && { tie, step: tie.step, mine: tie.by === at.me }
  },
  start: () => ({}),
  decide: decideTie,
  save: async (asking, { step, why }, { given: { tie } }) =>
    (await stepTie(asking, { id: tie.id, step, why }))
      ? { kind: 'saved', id: tie.id }
      : { kind: 'refused', faults: [{ field: '', says: 'Somebody decided it since you opened this. Look anew.' }] },
}

export const tieForms: readonly Form[] = [makeForm(again), makeForm(shown), makeForm(deciding)]
