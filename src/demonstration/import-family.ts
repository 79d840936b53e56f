// Tells who is around a child of a story: people, homes, ties, brothers and sisters, and time together.
import { mayLimitAudience } from '#audiences'
import type { Asking } from '#database'
import {
  agreeTime,
  countGroup,
  decideSiblings,
  mayAgreeTime,
  mayCountGroup,
  mayDecideSiblings,
  mayRecordHome,
  mayRecordPerson,
  mayTellTime,
  recordHome,
  recordPerson,
  recordTie,
  recordTimeDay,
} from '#family'
import { allowed, type Story, type StoryPerson, type Told } from './story.ts'

type Lines = Map<string, string>

export async function tellFamily(asking: Asking, story: Story, told: Told): Promise<void> {
  const people: Lines = new Map()
  const homes: Lines = new Map()
  for (const person of story.people) {
    const typed = typedPerson(person)
    people.set(person.key, (await recordPerson(asking, told.child, allowed(mayRecordPerson(typed, told.today)))).line)
    await tellHome(asking, person, { ...told, people, homes })
  }
  const lineOf = (key: string): string | null => (key === '' ? null : (people.get(key) ?? null))
  for (const { one, other, kind, state = 'goes on' } of story.ties) {
    const typed = { one: lineOf(one), other: lineOf(other), kind, state, since: '', until: '', note: '' }
    allowed(await recordTie(asking, told.child, typed))
  }
  await tellSiblings(asking, story, { ...told, people })
  await tellTime(asking, story, { ...told, people })
}

const typedPerson = ({ relation, gap, name, sex, born, responsibility, ground = '', note = '' }: StoryPerson) => ({
  ...{ relation, gap: gap === true, name, note, sex, born, responsibility, ground },
  ...{ died: gap === true ? 'not known' : 'living', diedWhen: '', responsibleSince: '', responsibleUntil: '' },
})

async function tellHome(
  asking: Asking,
  { key, home }: StoryPerson,
  { child, today, people, homes }: Told & { readonly people: Lines; readonly homes: Lines },
): Promise<void> {
  if (home === undefined) return
  const { where, since, household, withChild, kept } = home
  const shared = household === undefined ? null : (homes.get(household) ?? null)
  const may = allowed(mayRecordHome({ where, household: shared, withChild: withChild === true, since, until: '' }))
  const audience = kept === undefined ? undefined : allowed(mayLimitAudience(keptBy(kept, since), today))
  const { line } = await recordHome(asking, { child, person: people.get(key) ?? '' }, { ...may, audience })
  homes.set(key, line)
}
const keptBy = (power: string, decided: string) => ({
  ...{ relations: ['allocated-worker', 'manager-line', 'out-of-hours', 'director'], mustNotKnow: [], power, decided },
  ...{ decidedBy: '', until: '', order: '', withheldFrom: [] },
  because: 'Somebody who frightened the family must not learn where they live.',
})

type Around = Told & { readonly people: Lines }
async function tellSiblings(
  asking: Asking,
  { siblings }: Story,
  { child, today, people, worker }: Around,
): Promise<void> {
  if (siblings === undefined) return
  const { members, counted, said, decision } = siblings
  const typed = { members: members.flatMap((key) => people.get(key) ?? []), counted, said }
  const { line } = await countGroup(asking, child, allowed(mayCountGroup(typed, today)))
  const decided = { ...decision, decider: decision.by === 'social worker' ? worker : null }
  await decideSiblings(asking, { child, group: line }, allowed(mayDecideSiblings(decided, today)))
}

async function tellTime(
  asking: Asking,
  { times = [], timeDays = [] }: Story,
  { child, today, people }: Around,
): Promise<void> {
  for (const { person, ...time } of times) {
    const typed = { ...time, person: people.get(person) ?? '', courtOrder: null, until: '' }
    await agreeTime(asking, child, allowed(mayAgreeTime(typed)))
  }
  for (const { person, by = '', ...kept } of timeDays) {
    const typed = { ...kept, person: people.get(person) ?? '', cancelledBy: by }
    await recordTimeDay(asking, child, allowed(mayTellTime(typed, today)))
  }
}
