// Nobody opens their own record: the forms that say whose it is, for an administrator and for those who answer for the record.
import type { FC } from 'hono/jsx'
import { childrenCalled } from '#children'
import type { Asking } from '#database'
import {
  ChoiceField,
  DayField,
  type FieldsProps,
  type Form,
  type FormDefinition,
  itemsOf,
  LineField,
  makeForm,
  PickField,
} from '#forms'
import { InsetText } from '#look'
import { everybodyHere, workersCalled } from '#workforce'
import { decideKeep, HOW, type KeepGiven, type NewKeptOut, startOf } from '../own-record.ts'
import { isRecord, keepOut, keptOut, keptOutBy, mayKeepOut } from '../own-record-store.ts'

export const KEPT_OUT = '/settings/kept-out'

const hows = itemsOf(HOW)
const others = ({ people, worker }: KeepGiven) =>
  people.filter(({ id }) => id !== worker).map(({ id, name }) => ({ value: id, text: name }))

/** Said wherever somebody is kept out: what they do instead is no matter of a role. */
export const OwnFile: FC = () => (
  <InsetText>
    Whoever wants to read their own file asks the council for it, as anybody may (UK GDPR, Article 15). The council
    answers; nobody reads it here as a worker.
  </InsetText>
)

const Which: FC<FieldsProps<KeepGiven>> = (of) => (
  <>
    {of.given.worker === null && <PickField of={of} name="worker" label="Who works here?" items={others(of.given)} />}
    {of.given.child === null && (
      <LineField
        of={of}
        name="record"
        label="The number of the record"
        hint="Whoever answers for the record reads it there, on the page of who looked."
      />
    )}
  </>
)

const Fields: FC<FieldsProps<KeepGiven>> = (of) => (
  <>
    <p>
      From the moment that you save, they find nothing of this record, whatever their part: not in a search, a list, a
      figure or the log, and not in an emergency. They are not told what stands here.
    </p>
    {of.given.kept !== undefined && (
      <ChoiceField
        of={of}
        name="right"
        label="What is to be put right?"
        items={[
          { value: 'stands', text: 'It holds, with what is below' },
          { value: 'wrong', text: 'It was never so: they may see the record again, as their part lets them' },
        ]}
      />
    )}
    <Which {...of} />
    <ChoiceField of={of} name="how" label="Why?" items={hows} />
    <DayField of={of} name="known" label="Since when is this known here?" looks="back" />
    <PickField
      of={of}
      name="stands_in"
      label="Who answers for this record in their place?"
      hint="If they worked with this child, say also on the record who does now."
      items={others(of.given)}
      none="Their manager"
    />
    <OwnFile />
  </>
)

type Definition = FormDefinition<KeepGiven, NewKeptOut>
const LABELS = {
  ...{ worker: 'Who works here', record: 'The number of the record', how: 'Why', known: 'Since when it is known' },
  ...{ stands_in: 'Who answers in their place', right: 'What is put right' },
}

/** Everybody whom the asker may name: of themselves nobody says anything here. */
const peopleFor = async (asking: Asking) => (await everybodyHere(asking)).filter(({ id }) => id !== asking.who.person)

async function save(asking: Asking, said: NewKeptOut, { given }: { readonly given: KeepGiven }) {
  const fault = (field: string, says: string) => ({ kind: 'refused' as const, faults: [{ field, says }] })
  if (given.child === null && !(await isRecord(asking, said.child)))
    return fault('record', 'There is no record with this number. Ask whoever answers for it.')
  const standing = await keptOut(asking, said.child)
  if (!said.retracted && standing.some(({ worker, id }) => worker === said.worker && id !== given.kept?.id))
    return fault(given.worker === null ? 'worker' : 'record', 'This is said of them already. Put that right instead.')
  return { kind: 'saved' as const, id: await keepOut(asking, said, given.kept?.id ?? null) }
}

const common = {
  start: startOf,
  decide: decideKeep,
  Fields,
  save,
  refused: () => ({
    field: '',
    says: 'This could not be saved: it was put right meanwhile, or it is not yours to say.',
  }),
} satisfies Partial<Definition>
const wordsOf = (title: (name: string) => string): Definition['words'] => ({
  ...{ thing: 'who must not open a record', button: 'Save', done: 'Saved. It holds from now on.', fields: LABELS },
  title: ({ name }) => title(name),
})
const BY_TEAM = { may: ['see', 'oversight'] as const, log: 'said who must not open the record' }
const BY_ADMINISTRATOR = { may: { as: ['administrator'] as const }, log: 'said who must not open a record' }

const ofTeam = async (asking: Asking, child: string | null) => {
  if (child === null || !(await mayKeepOut(asking, child))) return undefined
  const name = (await childrenCalled(asking, [child])).get(child) ?? 'a child'
  return { name, child, worker: null, people: await peopleFor(asking), kept: undefined }
}

const team: Definition = {
  ...{ ...common, name: 'keep-out', path: '/children/:child/kept-out/record', lock: BY_TEAM, here: '/children' },
  words: wordsOf((name) => `Keep somebody who works here out of the record of ${name}`),
  load: async (asking, { child }) => await ofTeam(asking, child),
  leadsTo: ({ child }) => `/children/${child ?? ''}/access`,
}
const teamRight: Definition = {
  ...{ ...team, name: 'keep-out-right', path: '/children/:child/kept-out/:about/correct' },
  words: wordsOf((name) => `Put right who must not open the record of ${name}`),
  load: async (asking, { child, about }) => {
    const [given, kept] = [await ofTeam(asking, child), about === null ? undefined : await keptOutBy(asking, about)]
    return given === undefined || kept?.child !== child ? undefined : { ...given, worker: kept.worker, kept }
  },
}
const administrator: Definition = {
  ...{ ...common, name: 'keep-out-number', path: '/settings/people/:about/keep-out', lock: BY_ADMINISTRATOR },
  here: '/settings/people',
  words: wordsOf((name) => `Keep ${name} out of a record`),
  load: async (asking, { about }) => {
    const people = await peopleFor(asking)
    const worker = people.find(({ id }) => id === about)
    return worker && { name: worker.name, child: null, worker: worker.id, people, kept: undefined }
  },
  leadsTo: () => KEPT_OUT,
}
const administratorRight: Definition = {
  ...{ ...administrator, name: 'keep-out-number-right', path: `${KEPT_OUT}/:about/correct` },
  words: wordsOf((name) => `Put right what ${name} must not open`),
  load: async (asking, { about }) => {
    const kept = about === null ? undefined : await keptOutBy(asking, about)
    if (kept === undefined) return undefined
    const name = (await workersCalled(asking, [kept.worker])).get(kept.worker) ?? 'somebody'
    return { name, child: kept.child, worker: kept.worker, people: await peopleFor(asking), kept }
  },
}

export const keepOutForms: readonly Form[] = [team, teamRight, administrator, administratorRight].map((one) =>
  makeForm(one),
)
