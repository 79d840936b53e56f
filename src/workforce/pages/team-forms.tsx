// The forms of teams, for administrators: a team, somebody who works here, who joins a team in which part, and how that changes.
import type { FC } from 'hono/jsx'
import { formatDay } from '#calendar'
import {
  ChoiceField,
  DayField,
  type FieldsProps,
  type Form,
  isId,
  LineField,
  makeForm,
  PickField,
  type Reading,
  reading,
  TicksField,
} from '#forms'
import { capital } from '#look'
import {
  type MembershipRefusal,
  mayJoin,
  membershipRefusalWords,
  type NewMembership,
  TEAM_PARTS,
} from '../membership.ts'
import {
  addWorker,
  changeMembership,
  everyColleague,
  holdMember,
  joinTeam,
  type MembershipChange,
  makeTeam,
  type StandingMembership,
} from '../store.ts'
import { everyTeam, membershipById, membershipsIn, type NamedMembership, teamsOfMine } from '../teams-store.ts'
import { MAY, partWords, percentOf, TEAMS } from './teams.tsx'

const same = (one: string, other: string) => one.trim().toLowerCase() === other.trim().toLowerCase()

type TeamGiven = {
  readonly teams: readonly { readonly id: string; readonly name: string }[]
  readonly mine: ReadonlySet<string>
}
const NOT_ONES_OWN =
  'You are in that team, or manage it, or one above it: whoever joins it opens records to you. Ask another administrator.'
const newTeam: Form = makeForm<TeamGiven, { name: string; under: string | null }>({
  ...{ name: 'team-add', path: `${TEAMS}/add`, here: TEAMS, leadsTo: (_, id) => `${TEAMS}/${id}`, start: () => ({}) },
  lock: { may: MAY, log: 'added a team' },
  words: {
    ...{ thing: 'a team', title: () => 'Add a team', button: 'Save team', done: 'Team saved.' },
    fields: { name: 'Name', under: 'Under which team' },
  },
  load: async (asking, { today }) => ({ teams: await everyTeam(asking, today), mine: await teamsOfMine(asking) }),
  Fields: (of) => (
    <>
      <LineField of={of} name="name" label="Name of the team" hint="It stays as it is written." />
      <PickField
        of={of}
        name="under"
        label="Under which team or service?"
        hint="Who manages that one sees this one’s children too."
        items={of.given.teams.map(({ id, name }) => ({ value: id, text: name }))}
        none="Under no other"
      />
    </>
  ),
  decide: (typed, { teams, mine }, today) => {
    const r = reading(typed, today)
    const name = typed.one('name')
    if (name === '') r.fault('name', 'Write the name of the team.')
    else if (teams.some((one) => same(one.name, name))) r.fault('name', 'A team of this name is in the list.')
    const under = typed.one('under') === '' ? null : typed.one('under')
    if (under !== null && !teams.some(({ id }) => id === under)) r.fault('under', 'Choose a team from the list.')
    else if (under !== null && mine.has(under)) r.fault('under', NOT_ONES_OWN)
    return r.result(() => ({ name, under }))
  },
  save: async (asking, team) => ({ kind: 'saved', id: await makeTeam(asking, team) }),
  refused: () => ({ field: 'name', says: 'Another team has this name.' }),
})

const newWorker: Form = makeForm<Record<never, never>, { name: string; code: string | null }>({
  ...{ name: 'worker-add', path: `${TEAMS}/workers/add`, here: TEAMS, leadsTo: () => TEAMS, start: () => ({}) },
  lock: { may: MAY, log: 'added somebody who works here' },
  words: {
    ...{ thing: 'somebody who works here', title: () => 'Add somebody who works here', button: 'Save' },
    ...{ done: 'Saved. Link their account, and let them join a team.', fields: { name: 'Name', code: 'Code' } },
  },
  load: async () => ({}),
  Fields: (of) => (
    <>
      <LineField of={of} name="name" label="Name, as colleagues know them" />
      <LineField
        of={of}
        name="code"
        label="How another system of the council knows them, if one does"
        hint="For example a number of staff. What that system sends is theirs from then on."
        width="govuk-input--width-20"
      />
    </>
  ),
  decide: (typed, _, today) => {
    const r = reading(typed, today)
    const [name, code] = [typed.one('name'), typed.one('code')]
    if (name === '') r.fault('name', 'Write their name.')
    return r.result(() => ({ name, code: code === '' ? null : code }))
  },
  save: async (asking, { name, code }) => ({ kind: 'saved', id: await addWorker(asking, name, code) }),
  refused: () => ({ field: 'code', says: 'Somebody else has this code.' }),
})

const FIELD_OF: Readonly<Record<MembershipRefusal, string>> = {
  'part unknown': 'part',
  'since no day': 'since',
  'until no day': 'until',
  'ends before it starts': 'until',
  'there already': 'since',
}
const WHOLE = /^(?:[1-9]\d?|100)$/
/** null: nobody says. */
function shareIn(r: Reading): number | null {
  const text = r.typed.one('share').replace(/\s*%$/, '')
  if (text === '') return null
  if (!WHOLE.test(text)) r.fault('share', 'Write a whole number from 1 to 100, for example 60, or leave it empty.')
  return Number(text) / 100
}
type Days = { readonly person: string; readonly team: string; readonly part: string }
/** `standing`: what else that person does, as it stands. */
function joinedIn(r: Reading, of: Days, standing: readonly StandingMembership[]): NewMembership | undefined {
  const before = r.faults.length
  const since = r.dayAhead('since', 'the first day')
  const until = r.dayAheadIfAny('until', 'the day from which they no longer belong')
  if (r.faults.length > before) return undefined
  const may = mayJoin({ ...of, since, until: until ?? '' }, standing)
  if ('ok' in may) return may.ok
  for (const refusal of may.refused) r.fault(FIELD_OF[refusal], membershipRefusalWords(refusal))
  return undefined
}
const SpanFields: FC<FieldsProps<unknown>> = (of) => (
  <>
    <DayField of={of} name="since" label="First day" looks="ahead" />
    <DayField
      of={of}
      name="until"
      label="Day from which they no longer belong"
      hint="Leave it empty where nobody knows one."
      looks="ahead"
    />
    <LineField
      of={of}
      name="share"
      label="How much of a full post do they work here, in per cent?"
      hint="100 is a full post. Where it is empty, their caseload is not compared with others."
      width="govuk-input--width-5"
    />
  </>
)
const FIELDS = { part: 'What they do', since: 'First day', until: 'Until', share: 'How much of a post' }

type JoinGiven = {
  readonly team: string
  readonly called: string
  readonly me: string
  readonly people: readonly { readonly value: string; readonly text: string }[]
  /** Of this team, as they stand. */
  readonly standing: readonly NamedMembership[]
  readonly own: boolean
}
const NOT_ONESELF = 'Nobody puts themselves into a team: it opens children’s records. Ask another administrator.'
type Joins = { readonly joining: NewMembership; readonly share: number | null }
const joins: Form = makeForm<JoinGiven, Joins>({
  ...{ name: 'team-join', path: `${TEAMS}/:about/join`, here: TEAMS, leadsTo: ({ about }) => `${TEAMS}/${about}` },
  lock: { may: MAY, log: 'let somebody join a team' },
  words: {
    ...{ thing: 'somebody who joins a team', title: ({ called }) => `Somebody joins ${called}`, button: 'Save' },
    ...{ done: 'Saved.', fields: { person: 'Who', ...FIELDS } },
  },
  load: async (asking, { about, today, me }) => {
    const team = (await everyTeam(asking, today)).find(({ id }) => id === about)
    if (team === undefined) return undefined
    const people = (await everyColleague(asking)).map(({ id, name }) => ({ value: id, text: name }))
    const own = (await teamsOfMine(asking)).has(team.id)
    return { team: team.id, called: team.name, me, people, standing: await membershipsIn(asking, team.id), own }
  },
  start: () => ({ since: ['today'] }),
  Fields: (of) => (
    <>
      <PickField
        of={of}
        name="person"
        label="Who?"
        hint="Whoever is not in the list is added first, as somebody who works here."
        items={of.given.people}
      />
      <ChoiceField
        of={of}
        name="part"
        label="What do they do in it?"
        items={Object.entries(TEAM_PARTS).map(([value, text]) => ({ value, text: capital(text) }))}
      />
      <SpanFields {...of} />
    </>
  ),
  decide: (typed, { team, me, people, standing, own }, today) => {
    const r = reading(typed, today)
    const [person, part] = [typed.one('person'), typed.one('part')]
    if (!people.some(({ value }) => value === person)) r.fault('person', 'Choose somebody from the list.')
    else if (person === me) r.fault('person', NOT_ONESELF)
    else if (own) r.fault('person', NOT_ONES_OWN)
    const share = shareIn(r)
    const joining = joinedIn(r, { person, team, part }, standing)
    return joining === undefined ? { faults: r.faults } : r.result(() => ({ joining, share }))
  },
  save: async (asking, { joining, share }) => {
    await holdMember(asking, joining.person)
    const may = mayJoin({ ...joining, until: joining.until ?? '' }, await membershipsIn(asking, joining.team))
    if ('refused' in may)
      return { kind: 'refused', faults: [{ field: 'since', says: membershipRefusalWords('there already') }] }
    return { kind: 'saved', id: await joinTeam(asking, { ...joining, share }) }
  },
  refused: () => ({ field: 'person', says: NOT_ONESELF }),
})

type ChangeGiven = {
  readonly membership: NamedMembership
  readonly called: string
  readonly me: string
  readonly standing: readonly NamedMembership[]
  readonly own: boolean
}
const changes: Form = makeForm<ChangeGiven, MembershipChange>({
  ...{ name: 'team-membership', path: `${TEAMS}/memberships/:about`, here: TEAMS, leadsTo: () => TEAMS },
  lock: { may: MAY, log: 'changed who is in a team' },
  words: {
    thing: 'a change of who is in a team',
    title: ({ membership: { name }, called }) => `${name} in ${called}`,
    ...{ button: 'Save', done: 'Saved.', fields: { ...FIELDS, never: 'Never' } },
  },
  load: async (asking, { about, today, me }) => {
    const membership = about !== null && isId(about) ? await membershipById(asking, about) : undefined
    const team = (await everyTeam(asking, today)).find(({ id }) => id === membership?.team)
    if (membership === undefined || team === undefined) return undefined
    const own = (await teamsOfMine(asking)).has(team.id)
    return { membership, called: team.name, me, standing: await membershipsIn(asking, team.id), own }
  },
  start: ({ membership: { since, until, share } }) => ({
    ...{ since: [formatDay(since)], until: [until === null ? '' : formatDay(until)] },
    share: [String(percentOf(share) ?? '')],
  }),
  Fields: (of) => (
    <>
      <p>
        {capital(partWords(of.given.membership.part))}. Somebody who works more or less from a day on leaves on that
        day, and joins again with what they work then.
      </p>
      <SpanFields {...of} />
      <TicksField
        of={of}
        name="never"
        label="Was it entered by mistake?"
        items={[{ value: 'yes', text: 'Yes: they were never in this team in this part' }]}
      />
    </>
  ),
  decide: (typed, { membership, me, standing, own }, today) => {
    const r = reading(typed, today)
    if (membership.person === me) r.fault('since', NOT_ONESELF)
    else if (own) r.fault('since', NOT_ONES_OWN)
    const share = shareIn(r)
    const others = standing.filter(({ id }) => id !== membership.id)
    const joining = joinedIn(r, membership, others)
    if (joining === undefined) return { faults: r.faults }
    const { since, until } = joining
    return r.result(() => ({ since, until, share, never: typed.all('never').includes('yes') }))
  },
  save: async (asking, change, { given: { membership } }) => {
    const done = await changeMembership(asking, membership, change)
    if ('ok' in done) return { kind: 'saved', id: done.ok }
    const says = 'Somebody changed this meanwhile. What you typed is kept; look at the team.'
    return { kind: 'refused', faults: [{ field: '', says }] }
  },
  refused: () => ({ field: 'since', says: NOT_ONESELF }),
})

export const teamForms: readonly Form[] = [newTeam, newWorker, joins, changes]
