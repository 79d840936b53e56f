// A child comes into care, or comes back: who, since when, by what power, where tonight, who works with them, and what is not known yet.

import type { FC } from 'hono/jsx'
import { parseDay } from '#calendar'
import { childById } from '#children'
import type { Asking, Refused } from '#database'
import {
  AddRow,
  type At,
  ChoiceField,
  DayField,
  type Fault,
  type FieldsProps,
  type FormDefinition,
  LineField,
  PickField,
  TicksField,
  TimeField,
  WordsField,
} from '#forms'
import { capital } from '#look'
import { NOTICE_ROWS, NoticeFields } from '#notices/pages'
import { ETHNICITIES, SEXES } from '#people'
import { NIGHT_KINDS, periodsOf } from '#placements'
import { colleaguesIn, type Team, teamsTo } from '#workforce'
import { type ArrivalGiven, decideArrival, type NewArrival } from '../arrival.ts'
import { comeIntoCare, teamsForReturn } from '../arrival-store.ts'
import { NEEDS, OFTEN_NOT_KNOWN } from '../plain-words-data.ts'
import { POWERS_INTO_CARE } from '../power.ts'
import { FallsDueFirst } from './falls-due.tsx'
import { HomeFields, items, PowerFields } from './shared-fields.tsx'

type Props = FieldsProps<ArrivalGiven>

const Who: FC<Props> = (of) => (
  <>
    <h2 class="govuk-heading-m">Who they are</h2>
    <LineField of={of} name="given" label="First name" hint="Leave empty what is not known" />
    <LineField of={of} name="family" label="Family name" />
    <LineField of={of} name="known_as" label="What they like to be called" />
    <DayField of={of} name="born" label="Birth date" looks="back" hint="For example 30 Apr 2014" />
    <TicksField
      of={of}
      name="born_not_known"
      label="If it is not known"
      items={[{ value: 'yes', text: 'The birth date is not known' }]}
    />
    <ChoiceField
      of={of}
      name="born_basis"
      label="How do we know the birth date?"
      items={[
        { value: 'told', text: 'Somebody told us' },
        { value: 'certificate', text: 'From a birth certificate or passport' },
        { value: 'claimed', text: 'They say so themselves' },
        { value: 'age assessment', text: 'From an age assessment' },
      ]}
    />
    <PickField of={of} name="sex" label="Sex, for the return" items={SEXES} />
    <PickField
      of={of}
      name="ethnicity"
      label="Ethnic background, for the return"
      hint="A code never says who somebody is. Ask them later what it means to them."
      items={ETHNICITIES}
    />
  </>
)

const When: FC<Props> = (of) => (
  <>
    <h2 class="govuk-heading-m">Since when, and why</h2>
    <DayField of={of} name="since" label="The day they came into care" looks="back" />
    <TimeField of={of} name="since_time" label="What time, if you know" />
    <WordsField of={of} name="why_now" label="What happened, in a few words" rows={3} />
    <PickField of={of} name="need" label="The main need, for the return" items={NEEDS} />
    <h2 class="govuk-heading-m">By what power</h2>
    <PowerFields of={of} name={of.given.name} kinds={POWERS_INTO_CARE} />
  </>
)

const Where: FC<Props> = (of) => (
  <>
    <h2 class="govuk-heading-m">Where they are</h2>
    <PickField of={of} name="night" label="Where do they sleep tonight?" items={items(NIGHT_KINDS)} />
    <LineField
      of={of}
      name="family_postcode"
      label="Postcode where they lived until now"
      hint="For the distance from home"
      width="govuk-input--width-10"
    />
    <TicksField
      of={of}
      name="no_home_yet"
      label="The home we arranged"
      items={[{ value: 'yes', text: 'No home is found yet' }]}
    />
    <HomeFields of={of} name={of.given.name} moving={false} />
  </>
)

const Work: FC<Props> = (of) => {
  const { teams, workers } = of.given
  const teamName = (id: string): string => teams.find((team) => team.id === id)?.name ?? ''
  return (
    <>
      <h2 class="govuk-heading-m">Who works with them</h2>
      <PickField of={of} name="team" label="Team" items={teams.map(({ id, name }) => ({ value: id, text: name }))} />
      <PickField
        of={of}
        name="worker"
        label="Worker"
        items={workers.map(({ id, name, team }) => ({ value: id, text: `${name}, ${teamName(team)}` }))}
        none="Nobody yet"
      />
    </>
  )
}

const NotKnown: FC<Props> = (of) => (
  <>
    <h2 class="govuk-heading-m">What is not known yet</h2>
    <TicksField
      of={of}
      name="not_known"
      label="Tick what nobody knows yet"
      hint="Each becomes an action, so that it is not forgotten"
      items={Object.entries(OFTEN_NOT_KNOWN).map(([value, [text]]) => ({ value, text: capital(text) }))}
    />
    {Array.from({ length: Math.max(1, of.typed.all('not_known_more').length) }, (_, at) => (
      <LineField
        of={{ ...of, typed: { ...of.typed, one: (name) => of.typed.all(name)[at] ?? '' } }}
        name="not_known_more"
        label="Something else that is not known"
      />
    ))}
    <AddRow row="not_known_more">Add another</AddRow>
    <DayField of={of} name="not_known_by" label="Find out by, if there is a day" looks="ahead" />
  </>
)

const Fields: FC<Props> = (of) => (
  <>
    {of.given.again === null && <Who {...of} />}
    <When {...of} />
    <Where {...of} />
    <Work {...of} />
    <NoticeFields of={of} />
    <NotKnown {...of} />
    <FallsDueFirst typed={of.typed} today={of.today} born={of.given.born} />
  </>
)

const people = async (asking: Asking, teams: readonly Team[], { today, me }: At) => ({
  teams,
  workers: await colleaguesIn(
    asking,
    teams.map(({ id }) => id),
    today,
  ),
  me,
})

async function givenNew(asking: Asking, at: At): Promise<ArrivalGiven | undefined> {
  const teams = await teamsTo(asking, 'receive')
  if (teams.length === 0) return undefined
  return { again: null, name: 'the child', born: null, ...(await people(asking, teams, at)) }
}

async function givenAgain(asking: Asking, at: At): Promise<ArrivalGiven | undefined> {
  const child = at.child === null ? undefined : await childById(asking, at.child)
  if (child === undefined) return undefined
  const teams = await teamsForReturn(asking, child.child)
  const inCare = (await periodsOf(asking, child.child)).some(({ until }) => until === null)
  if (teams.length === 0 || inCare) return undefined
  const born = parseDay(child.born ?? '') ?? null
  return { again: child.child, name: child.name ?? 'this child', born, ...(await people(asking, teams, at)) }
}

const REFUSED: Readonly<Record<string, Fault>> = {
  'in care already': {
    field: 'since',
    says: 'The record has this child in care for some of that time already. Look at the day.',
  },
  'overlaps a placement': {
    field: 'home_kind',
    says: 'The record has another home for some of those days. End that one first.',
  },
  'another is allocated': {
    field: 'worker',
    says: 'Somebody works with this child already. Leave the worker empty, or end theirs first.',
  },
}
const NOT_ALLOWED: Fault = {
  field: 'team',
  says: 'You may not bring a child into this team. Your text is kept; ask the manager of the team.',
}
function refused(refusal: Refused): Fault {
  if (refusal.kind === 'not allowed') return NOT_ALLOWED
  return (
    REFUSED[refusal.constraint ?? ''] ?? {
      field: '',
      says: 'The record does not take this as it is. Look at the days.',
    }
  )
}

const LABELS = { since: 'The day', power: 'By what power', night: 'Where tonight', home_kind: 'The home', team: 'Team' }
const common = {
  here: '/',
  start: () => ({ since: ['today'], who_may_know: ['all'], born_basis: ['told'] }),
  decide: decideArrival,
  refused,
  leadsTo: (_: At, id: string) => `/children/${id}/record`,
  Fields,
  rows: { told_who: NOTICE_ROWS, not_known_more: ['not_known_more'], due: [] },
}
type Definition = FormDefinition<ArrivalGiven, NewArrival>
const save: Definition['save'] = async (asking, arrival, { given: { again }, today }) => {
  return { kind: 'saved', id: await comeIntoCare(asking, arrival, { again, today }) }
}

export const comesIntoCare: Definition = {
  ...common,
  name: 'comes-into-care',
  path: '/comes-into-care/new',
  lock: { may: 'worker', log: 'brought a child into care' },
  words: {
    thing: 'a child who comes into care',
    title: () => 'A child comes into care',
    button: 'Bring them into care',
    done: 'Saved. What is owed to them is counted from now on.',
    fields: LABELS,
  },
  load: givenNew,
  save,
}

export const comesBack: Definition = {
  ...common,
  name: 'comes-back',
  path: '/children/:child/comes-back',
  lock: { may: ['see', 'header'], log: 'brought a child back into care' },
  words: {
    thing: 'a child who comes back into care',
    title: ({ name }) => `${name} comes back into care`,
    button: 'Bring them back into care',
    done: 'Saved. What is owed to them is counted from now on.',
    fields: LABELS,
  },
  load: givenAgain,
  save,
}
