// Who works with a child: allocating, changing, covering and ending, with the goodbye and the hello, and the actions that go along.
import type { FC } from 'hono/jsx'
import { actionsOf, isOpen, isOwnedBy, moveActions, recordAction } from '#actions'
import { formatDay } from '#calendar'
import { childById } from '#children'
import { type Asking, Refused } from '#database'
import {
  type At,
  ChoiceField,
  DayField,
  type FieldsProps,
  type Form,
  type FormDefinition,
  itemsOf,
  makeForm,
  PickField,
  TicksField,
  WordsField,
} from '#forms'
import { InsetText } from '#look'
import { colleaguesIn, officersBeside, teamsTo, workersCalled } from '#workforce'
import { ALLOCATION_PARTS, isAllocationPart } from '../allocation.ts'
import { allocate, allocationsOf, endAllocation, holdInTeam, mayAllocateHere, teamOf } from '../store.ts'
import {
  decideEnd,
  decideWork,
  type EndGiven,
  type Ending,
  type NewEnd,
  type NewWork,
  type Person,
  WHY_WORKER_CHANGED,
  type WorkGiven,
} from './change-worker-form.ts'

export const whys = itemsOf(WHY_WORKER_CHANGED)
const people = (list: readonly Person[], where = '') =>
  list.map(({ id, name }) => ({ value: id, text: `${name}${where}` }))
export const partWords = (part: string): string => (isAllocationPart(part) ? ALLOCATION_PARTS[part] : part)

const Now: FC<{ readonly given: WorkGiven }> = ({ given: { standing, nameOf, name } }) => {
  const open = standing.filter(({ until }) => until === null)
  if (open.length === 0) return <p>Nobody works with {name} now.</p>
  return (
    <ul class="govuk-list govuk-list--bullet">
      {open.map(({ worker, part, since }) => (
        <li>
          {nameOf(worker)}, {partWords(part)}
          {since !== null && ` since ${formatDay(since)}`}
        </li>
      ))}
    </ul>
  )
}

const Fields: FC<FieldsProps<WorkGiven>> = (of) => {
  const { given } = of
  return (
    <>
      <h2 class="govuk-heading-m">Who works with {given.name} now</h2>
      <Now given={given} />
      <p>
        <a href={`/children/${given.child}/organisations`}>Somebody of another organisation</a>, such as a nurse of a
        health trust, is let in by whoever manages the work with {given.name}.
      </p>
      <ChoiceField
        of={of}
        name="part"
        label="In which part will they work?"
        items={[
          { value: 'allocated-worker', text: 'Their worker', hint: 'Whoever is it now ends on that day' },
          { value: 'co-worker', text: 'Works alongside' },
          { value: 'cover', text: 'Covers while somebody is away' },
          { value: 'reviewing-officer', text: 'Reviewing officer' },
          { value: 'personal-adviser', text: 'Personal adviser', hint: 'From 16 on, and after care' },
        ]}
      />
      <PickField
        of={of}
        name="worker"
        label="Who?"
        items={[...people(given.people), ...people(given.officers, ', outside your teams')]}
      />
      <DayField
        of={of}
        name="since"
        label="From which day?"
        hint="Today or a day before; only cover and work alongside may begin later. From that day on the worker before does not see the record: let them say goodbye first."
        looks="ahead"
      />
      <DayField of={of} name="until" label="Until when?" hint="For cover. For example 27 Nov" looks="ahead" />
      <PickField
        of={of}
        name="because"
        label="Why does the worker change, if it changes?"
        items={whys}
        none="It does not change"
      />
      <ChoiceField
        of={of}
        name="actions"
        label="Open actions of the worker before"
        items={[
          { value: 'move', text: 'Go to the new worker' },
          { value: 'leave', text: 'Stay with whoever has them' },
        ]}
      />
      <WordsField of={of} name="why" label="What whoever takes over should know about this change" rows={3} />
      <TicksField
        of={of}
        name="hello"
        label="Goodbye and hello"
        items={[{ value: 'yes', text: `Put goodbye and hello to ${given.name} on the list of actions` }]}
      />
      <InsetText>
        A change of worker is a loss. Write the goodbye and the hello to {given.name} as{' '}
        <a class="govuk-link" href={`/children/${given.child}/notes/record`}>
          a note
        </a>
        .
      </InsetText>
    </>
  )
}

/** undefined: the asker may not say who works with this child. */
export async function load(asking: Asking, { child, today }: At): Promise<WorkGiven | undefined> {
  const known = child === null ? undefined : await childById(asking, child)
  if (known === undefined || !(await mayAllocateHere(asking, known.child))) return undefined
  const standing = await allocationsOf(asking, known.child)
  const managed = (await teamsTo(asking, 'allocate')).map(({ id }) => id)
  const held = await teamOf(asking, known.child)
  const teams = managed.length > 0 || held === undefined ? managed : [held.team]
  const names = await workersCalled(
    asking,
    standing.map(({ worker }) => worker),
  )
  return {
    ...{ child: known.child, name: known.name ?? 'this child', standing },
    people: await colleaguesIn(asking, teams, today),
    officers: (await officersBeside(asking, teams, today)).map((one) => ({ ...one, team: null })),
    nameOf: (worker) => names.get(worker) ?? 'a colleague',
  }
}

async function end(asking: Asking, { allocation, until, because }: Ending): Promise<void> {
  const ended = await endAllocation(asking, { ...allocation, endReason: null }, { until, because })
  if ('refused' in ended) throw new Refused('corrected already')
}

/** The team first: whoever allocates sees the child through it while one worker goes and another comes. */
const save: FormDefinition<WorkGiven, NewWork>['save'] = async (asking, work, { given: { child } }) => {
  const { worker, part, since, until, team, ending, moveTo, why, hello } = work
  if (team !== null) await holdInTeam(asking, child, { team, since })
  if (ending !== undefined) await end(asking, ending)
  const made = await allocate(asking, child, { worker, part, since, until: until ?? '' })
  if ('refused' in made) throw new Refused('corrected already')
  if (ending !== undefined && moveTo !== null)
    await moveActions(asking, child, { from: ending.allocation.worker, to: moveTo, why })
  for (const action of hello)
    await recordAction(asking, child, { ...action, from: { table: 'allocation', line: made.ok.line } })
  return { kind: 'saved', id: made.ok.id }
}

const refused: FormDefinition<WorkGiven, NewWork>['refused'] = ({ kind }) =>
  kind === 'not allowed'
    ? {
        field: 'worker',
        says: 'You may not allocate this person here. Choose somebody of your teams; your text is kept.',
      }
    : {
        field: '',
        says: 'Somebody changed who works with this child meanwhile. Open the form again; your text is kept.',
      }

export const common = {
  lock: { may: ['see', 'header'], log: 'changed who works with a child' },
  here: '/children',
  leadsTo: ({ child }: At) => `/children/${child}/record`,
} as const
export const LABELS = {
  part: 'The part',
  worker: 'Who',
  since: 'From',
  until: 'Until',
  because: 'Why',
  why: 'About the change',
}

const changing: FormDefinition<WorkGiven, NewWork> = {
  ...common,
  name: 'change-worker',
  path: '/children/:child/worker',
  words: {
    thing: 'who works with a child',
    title: ({ name }) => `Who works with ${name}`,
    button: 'Save who works with them',
    done: 'Saved.',
    fields: LABELS,
  },
  load,
  start: () => ({ part: ['allocated-worker'], since: ['today'], actions: ['move'], hello: ['yes'] }),
  decide: decideWork,
  save,
  refused,
  Fields,
}

const EndFields: FC<FieldsProps<EndGiven & { readonly open: number }>> = (of) => {
  const { given } = of
  return (
    <>
      <p>
        {given.nameOf(given.ends.worker)}, {partWords(given.ends.part)}. They have {given.open} open{' '}
        {given.open === 1 ? 'action' : 'actions'} for {given.name}.
      </p>
      <DayField of={of} name="until" label="From which day do they no longer work together?" looks="back" />
      <PickField of={of} name="because" label="Why?" items={whys} />
      <PickField
        of={of}
        name="to"
        label="Who takes over the open actions?"
        items={people(given.people)}
        none="Nobody yet: leave them"
      />
      <WordsField of={of} name="why" label="What whoever takes over should know" rows={3} />
      <p>{given.name} stays with the team, and stands on its list of children without a worker.</p>
    </>
  )
}

const ending: FormDefinition<EndGiven & { readonly open: number }, NewEnd> = {
  ...common,
  name: 'end-allocation',
  path: '/children/:child/worker/:about/end',
  words: {
    thing: 'the end of working with a child',
    title: ({ nameOf, ends, name }) => `${nameOf(ends.worker)} no longer works with ${name}`,
    button: 'Save the end',
    done: 'Saved.',
    fields: { until: 'From', because: 'Why', to: 'Who takes over' },
  },
  load: async (asking, at) => {
    const given = await load(asking, at)
    const ends = given?.standing.find(({ id }) => id === at.about)
    if (given === undefined || ends === undefined) return undefined
    const open = (await actionsOf(asking, given.child)).filter((one) => isOpen(one) && isOwnedBy(one, ends.worker))
    return { ...given, ends, open: open.length }
  },
  start: () => ({ until: ['today'] }),
  decide: decideEnd,
  save: async (asking, { ending: ends, moveTo, why }, { given: { child, people: colleagues } }) => {
    const team = colleagues.find(({ id }) => id === ends.allocation.worker)?.team ?? colleagues[0]?.team ?? null
    const since = ends.allocation.since ?? ends.until
    if (team !== null && (await teamOf(asking, child)) === undefined) await holdInTeam(asking, child, { team, since })
    if (moveTo !== null) await moveActions(asking, child, { from: ends.allocation.worker, to: moveTo, why })
    await end(asking, ends)
    return { kind: 'saved', id: ends.allocation.id }
  },
  refused,
  Fields: EndFields,
}

export const changingForms: readonly Form[] = [makeForm(changing), makeForm(ending)]
