// The forms of sealing: that a record is sealed and for whom, a look into it with its reason, and opening it again by two.
import type { FC } from 'hono/jsx'
import { formatDay } from '#calendar'
import { childrenCalled } from '#children'
import {
  type At,
  ChoiceField,
  DayField,
  type FieldsProps,
  type Form,
  type FormDefinition,
  makeForm,
  PickField,
  WordsField,
} from '#forms'
import { InsetText, WarningText } from '#look'
import { everyColleague } from '#workforce'
import {
  decideOpening,
  decideReason,
  decideSeal,
  type NewSeal,
  type OpenGiven,
  type Opening,
  type Reason,
  type SealGiven,
} from '../seal.ts'
import { adoptedOn, openSealed, seal, sealedForMe, sealOf, stepSeal } from '../store.ts'
import { SEALED, sealAt } from './sealed.tsx'

const MAY = ['approve', 'adoption'] as const
const refused = () => ({
  field: '',
  says: 'This could not be saved: it is not yours to decide, or it was decided meanwhile.',
})

const SealFields: FC<FieldsProps<SealGiven>> = (of) => {
  const people = of.given.people.map(({ id, name }) => ({ value: id, text: name }))
  return (
    <>
      <WarningText>
        Nobody finds this record any more, you among them: not in a search, a list, a team, a figure or the family of a
        brother or sister. Who is named opens it, each time with a reason.
      </WarningText>
      <InsetText>
        Write the new name of the child, and who adopted them, nowhere in this record. If the child is known here again,
        it is a new record.
      </InsetText>
      <DayField of={of} name="order_made" label="The day of the adoption order" looks="back" />
      <DayField of={of} name="decided" label="The day on which you decide to seal it" looks="back" />
      <PickField of={of} name="second" label="Who may open it besides you?" items={people} />
      <PickField of={of} name="third" label="And a third person, if you want" items={people} none="Nobody else" />
      <WordsField
        of={of}
        name="why"
        label="What does the decision rest on?"
        hint="The court, and the day and number of the order"
        rows={2}
      />
    </>
  )
}

const sealing: FormDefinition<SealGiven, NewSeal> = {
  ...{ name: 'seal-record', path: '/children/:child/seal/record', here: '/children', refused, Fields: SealFields },
  lock: { may: MAY, log: 'decided to seal the record' },
  words: {
    ...{
      thing: 'the sealing of a record',
      button: 'Seal the record',
      done: 'Sealed. It is on this page for who is named.',
    },
    title: ({ name }) => `Seal the record of ${name}`,
    fields: { order_made: 'The order', decided: 'Decided', second: 'Who besides you', third: 'A third', why: 'Why' },
  },
  load: async (asking, { child, me }) => {
    if (child === null) return undefined
    const people = (await everyColleague(asking)).filter(({ id }) => id !== me)
    const name = (await childrenCalled(asking, [child])).get(child) ?? 'a child without a name'
    return { name, adopted: await adoptedOn(asking, child), people, me }
  },
  start: ({ adopted: [last] }) => ({ order_made: [last === undefined ? '' : formatDay(last)], decided: ['today'] }),
  decide: decideSeal,
  save: async (asking, ok, { child }) => ({ kind: 'saved', id: await seal(asking, child ?? '', ok) }),
  leadsTo: () => SEALED,
}

type LookGiven = { readonly number: string }
const HOURS = [1, 2, 3, 4].map((hours) => ({ value: String(hours), text: hours === 1 ? '1 hour' : `${hours} hours` }))
const LookFields: FC<FieldsProps<LookGiven>> = (of) => (
  <>
    <p>Your reason is kept with the record, for the others who are named. Every page that you look at is logged.</p>
    <WordsField of={of} name="reason" label="Why do you have to read this record now?" />
    <ChoiceField of={of} name="hours" label="For how long?" inline items={HOURS} />
  </>
)
const looking: FormDefinition<LookGiven, Reason> = {
  ...{ name: 'open-sealed', path: `${SEALED}/:about/open`, here: SEALED, refused, Fields: LookFields },
  lock: { may: 'worker', log: 'asked to open a sealed record' },
  words: {
    ...{ thing: 'a reason for opening a sealed record', button: 'Open the record', done: 'The record is open to you.' },
    ...{ title: ({ number }) => `Open the sealed record ${number}`, fields: { reason: 'Why', hours: 'For how long' } },
  },
  load: async (asking, { about }) => (await sealedForMe(asking)).find(({ child }) => child === about),
  start: () => ({ hours: ['1'] }),
  decide: decideReason,
  save: async (asking, ok, { about }) => {
    const use = await openSealed(asking, about ?? '', ok)
    return use === undefined ? { kind: 'refused', faults: [refused()] } : { kind: 'saved', id: use }
  },
  leadsTo: ({ about }) => `/children/${about ?? ''}`,
}

const OpenFields: FC<FieldsProps<OpenGiven>> = (of) => (
  <>
    <p>Opened again, the record is found and read by everybody who works with it, as it was before it was sealed.</p>
    {of.given.step === 'opening proposed' && (
      <ChoiceField
        of={of}
        name="answer"
        label="It is proposed to open it again. What do you say?"
        items={[
          { value: 'yes', text: 'Yes, open it for everybody as before' },
          { value: 'no', text: 'No, it stays sealed' },
        ]}
      />
    )}
    <WordsField of={of} name="why" label="Why?" />
  </>
)
const opening: FormDefinition<OpenGiven, Opening> = {
  ...{ name: 'open-again', path: '/children/:child/seal/open-again', here: '/children', refused, Fields: OpenFields },
  lock: { may: MAY, log: 'decided whether a sealed record is opened again' },
  words: {
    ...{ thing: 'whether a sealed record is opened again', button: 'Save', done: 'Saved.' },
    ...{ title: () => 'Open a sealed record again', fields: { answer: 'What you say', why: 'Why' } },
  },
  load: async (asking, { child, me }: At) => {
    const standing = child === null ? undefined : await sealOf(asking, child)
    if (child === null || standing === undefined) return undefined
    return { child, step: standing.step, mine: standing.recorded_by === me, version: standing.id }
  },
  start: () => ({}),
  decide: decideOpening,
  save: async (asking, { step, why }, { given: { version } }) =>
    (await stepSeal(asking, { version, step, why }))
      ? { kind: 'saved', id: version }
      : { kind: 'refused', faults: [{ field: '', says: 'Somebody decided it since you opened this. Look anew.' }] },
  leadsTo: ({ child }) => sealAt(child ?? ''),
}

export const forms: readonly Form[] = [makeForm(sealing), makeForm(looking), makeForm(opening)]
