// Closing an action with what changed for the child, or why it was not done; and carrying it on with the reason.
import type { FC } from 'hono/jsx'
import {
  type Action,
  actionRefusalWords,
  actionsOf,
  carryOn,
  correctOutcome,
  endAction,
  mayEnd,
  type NewOutcome,
  NO_DUE_WHY,
  type OutcomeRefusal,
  retractOutcome,
  retractStep,
  risesAfter,
  type StepRefusal,
  type TypedDue,
  type TypedOutcome,
  takeFurther,
} from '#actions'
import { dayTyped, dayWords, type IsoDay } from '#calendar'
import { childrenCalled } from '#children'
import type { Asking } from '#database'
import type { Typed } from '#drafts'
import {
  type At,
  ChoiceField,
  CORRECTED,
  DayField,
  type Fault,
  type FieldsProps,
  type Form,
  type FormDefinition,
  makeCorrection,
  makeForm,
  PickField,
  WordsField,
} from '#forms'
import { Card, Facts, Notice } from '#look'
import { workersCalled } from '#workforce'
import { momentWords, spokenDayOf } from './request.tsx'

type Given = {
  readonly action: Action
  readonly name: string
  readonly nameOf: (person: string) => string
  /** Working days after which it goes to the next tier, as the council has it today. */
  readonly rises: number
}

async function load(asking: Asking, { child, about, today }: At): Promise<Given | undefined> {
  const action = child === null ? undefined : (await actionsOf(asking, child)).find(({ line }) => line === about)
  if (action === undefined) return undefined
  const workers = await workersCalled(asking, [action.wrote.by, action.ended?.by ?? action.wrote.by])
  const name = (await childrenCalled(asking, [action.child])).get(action.child) ?? 'this child'
  const rises = (await risesAfter(asking))(today)
  return { action, name, rises, nameOf: (person) => workers.get(person) ?? 'somebody' }
}

const What: FC<Given> = ({ action: { what, intended, due, ended }, nameOf }) => (
  <>
    {ended !== undefined && (
      <Notice title={`Closed by ${nameOf(ended.by)}: ${ended.outcome}`} role="status">
        <p>{momentWords(ended.at)}</p>
      </Notice>
    )}
    <Card title="The action">
      <Facts
        kind="wide"
        facts={[
          { name: 'What', fact: { words: what ?? 'Taken out of sight' } },
          { name: 'What it is meant to change', fact: { words: intended ?? 'Taken out of sight' } },
          { name: 'By', fact: { words: 'day' in due ? spokenDayOf(due.day) : `No day: ${due.none}` } },
        ]}
      />
    </Card>
  </>
)

type Refusal = OutcomeRefusal | StepRefusal
function faultsOf(
  refused: readonly Refusal[],
  fields: Readonly<Record<string, string>>,
  { nameOf, today }: Shown,
): readonly Fault[] {
  return refused.map((one) => ({
    field: typeof one === 'string' ? (fields[one] ?? '') : '',
    says: actionRefusalWords(one, today, { nameOf, on: momentWords }),
  }))
}
type Shown = Pick<Given, 'nameOf'> & { readonly today: IsoDay }
const which = ({ child, about }: At) => ({ child: child ?? '', action: about ?? '' })
const TAKEN_BACK = 'Taken back by its author within ten minutes.'

const EndFields: FC<FieldsProps<Given>> = (of) => (
  <>
    <What {...of.given} />
    <ChoiceField
      of={of}
      name="outcome"
      label="What became of it?"
      items={[
        { value: 'done', text: 'Done' },
        { value: 'not done', text: 'Not done, and it will not be' },
        { value: 'no longer needed', text: 'No longer needed' },
      ]}
    />
    <DayField of={of} name="happened" label="On which day?" looks="back" />
    <WordsField
      of={of}
      name="said"
      label={`What changed for ${of.given.name}; or why it was not done`}
      hint="Not what was filled in: what is different in their life."
    />
  </>
)
const END_FIELDS = {
  'outcome unknown': 'outcome',
  'outcome no day': 'happened',
  'outcome after today': 'happened',
  'what changed missing': 'said',
  'why missing': 'said',
}

const typedOutcome = (typed: Typed, today: IsoDay): TypedOutcome => ({
  outcome: typed.one('outcome'),
  happened: dayTyped(typed.one('happened'), today, 'back'),
  said: typed.words('said'),
})
const ending: FormDefinition<Given, TypedOutcome> = {
  name: 'action-end',
  path: '/children/:child/actions/:about/end',
  lock: { may: ['see', 'plan'], log: 'closed an action' },
  here: '/actions',
  words: {
    thing: 'the end of an action',
    title: ({ name }) => `Close an action for ${name}`,
    button: 'Close action',
    done: 'Action closed.',
    fields: { outcome: 'What became of it', happened: 'The day', said: 'What changed' },
  },
  load,
  start: () => ({ happened: ['today'] }),
  decide: (typed, _, today) => ({ ok: typedOutcome(typed, today) }),
  save: async (asking, typed, at) => {
    const done = await endAction(asking, which(at), { ...typed, today: at.today })
    return 'refused' in done
      ? { kind: 'refused', faults: faultsOf(done.refused, END_FIELDS, { ...at.given, today: at.today }) }
      : { kind: 'saved', id: done.ok.id }
  },
  leadsTo: () => '/actions',
  undo: async (asking, id) => 'ok' in (await retractOutcome(asking, id, TAKEN_BACK)),
  Fields: EndFields,
}

type CarriedOn = TypedDue & { readonly why: string }
const CarryFields: FC<FieldsProps<Given>> = (of) => (
  <>
    <What {...of.given} />
    <DayField of={of} name="due" label="The new day" looks="ahead" />
    <PickField
      of={of}
      name="noDueWhy"
      label="Or why there is no day"
      none="There is a day"
      items={NO_DUE_WHY.map((value) => ({ value, text: value.slice(0, 1).toUpperCase() + value.slice(1) }))}
    />
    <WordsField
      of={of}
      name="why"
      label="Why it is carried on"
      hint="What stands in the way, and what you do about it."
      rows={3}
    />
  </>
)
const CARRY_FIELDS = {
  'due no day': 'due',
  'due before today': 'due',
  'a day, or why none': 'due',
  'the day is the same': 'due',
  'why missing': 'why',
}

const carrying: FormDefinition<Given, CarriedOn> = {
  name: 'action-carry-on',
  path: '/children/:child/actions/:about/carry-on',
  lock: { may: ['see', 'plan'], log: 'carried an action on' },
  here: '/actions',
  words: {
    thing: 'carrying an action on',
    title: ({ name }) => `Carry an action on for ${name}`,
    button: 'Carry on',
    done: 'Carried on. It is counted.',
    fields: { due: 'The new day', noDueWhy: 'Why there is no day', why: 'Why it is carried on' },
  },
  load,
  start: () => ({}),
  decide: (typed, _, today) => ({
    ok: { due: dayTyped(typed.one('due'), today, 'ahead'), noDueWhy: typed.one('noDueWhy'), why: typed.words('why') },
  }),
  save: async (asking, typed, at) => {
    const done = await carryOn(asking, which(at), { ...typed, today: at.today })
    return 'refused' in done
      ? { kind: 'refused', faults: faultsOf(done.refused, CARRY_FIELDS, { ...at.given, today: at.today }) }
      : { kind: 'saved', id: done.ok.id }
  },
  leadsTo: () => '/actions',
  undo: async (asking, id) => 'ok' in (await retractStep(asking, id, TAKEN_BACK)),
  Fields: CarryFields,
}

const FurtherFields: FC<FieldsProps<Given>> = (of) => (
  <>
    <What {...of.given} />
    <p>
      It goes to the team manager, and stays whose it is. Every {of.given.rises} working days after the day by which it
      was to be done it rises by itself: to the head of service, then to the director. It stays there until it is closed
      with what changed for {of.given.name}.
    </p>
    <WordsField of={of} name="why" label={`Why it cannot wait, and what it means for ${of.given.name}`} rows={4} />
  </>
)
const further: FormDefinition<Given, { readonly why: string }> = {
  name: 'action-take-further',
  path: '/children/:child/actions/:about/take-further',
  lock: { may: ['see', 'plan'], log: 'took an action further' },
  here: '/actions',
  words: {
    thing: 'taking an action further',
    title: ({ name }) => `Take an action further for ${name}`,
    button: 'Take it further',
    done: 'Taken further. It rises by itself until it is closed.',
    fields: { why: 'Why it cannot wait' },
  },
  load,
  start: () => ({}),
  decide: (typed) => ({ ok: { why: typed.words('why') } }),
  save: async (asking, typed, at) => {
    const done = await takeFurther(asking, which(at), typed)
    return 'refused' in done
      ? { kind: 'refused', faults: faultsOf(done.refused, { 'why missing': 'why' }, { ...at.given, today: at.today }) }
      : { kind: 'saved', id: done.ok.id }
  },
  leadsTo: () => '/actions?whose=further',
  undo: async (asking, id) => 'ok' in (await retractStep(asking, id, TAKEN_BACK)),
  Fields: FurtherFields,
}

const FIELD_NAMES = { outcome: 'What became of it', happened: 'The day', said: 'What changed' }
/** What was kept of an answer, put right from the record of supervision, and back to it. */
const puttingRight = makeCorrection<Given, NewOutcome, 'kith.action_outcome'>({
  ...{ name: 'action-outcome-correction', path: '/children/:child/action-outcomes/:about/correct', here: '/actions' },
  lock: { may: ['see', 'plan'], log: 'corrected what became of an action' },
  words: {
    ...{ thing: 'a correction of what became of an action', fields: FIELD_NAMES, ...CORRECTED },
    title: ({ name }) => `Correct: what became of an action for ${name}`,
  },
  table: 'kith.action_outcome',
  given: async (asking, at, version) => await load(asking, { ...at, about: version.action }),
  asTyped: ({ outcome, happened, words }) => ({
    ...{ outcome: [outcome], happened: [dayWords(happened)], said: [words ?? ''] },
  }),
  decide: (typed, { nameOf }, today) => {
    const may = mayEnd({ ended: undefined }, typedOutcome(typed, today), today)
    return 'ok' in may ? may : { faults: faultsOf(may.refused, END_FIELDS, { nameOf, today }) }
  },
  Fields: (of) => <EndFields {...of} />,
  correct: async (asking, ok, { version }) => await correctOutcome(asking, version, ok),
  leadsTo: ({ child }) => `/children/${child}/supervision`,
  elsewhere: { unlessSees: 'oversight', to: () => '/actions' },
})

export const actionForms: readonly Form[] = [...[makeForm(ending), makeForm(carrying), makeForm(further)], puttingRight]
