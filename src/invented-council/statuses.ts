// On what each child is looked after, and how it came to that: agreements, interim orders, care orders, placement orders.

import { type DayNumber, isWorkingDayNumber } from '#calendar'
import { type Chance, quotasOf } from '#chance'
import type { Person } from './families.ts'
import { STATUSES } from './published-data.ts'

export type StatusCode = 'L1' | 'V2' | 'C1' | 'C2' | 'E1'
export type Status = { readonly code: StatusCode; readonly since: DayNumber }
export type Standing = keyof typeof STATUSES

const YEAR = 365.25
/** No care order, nor an interim one, is made of somebody who is 17 (Children Act 1989 s.31(3)). */
const orderStillBefore = (born: DayNumber): DayNumber => Math.floor(born + 17 * YEAR) - 2

const ageThen = ({ born }: Pick<Person, 'born'>, on: DayNumber): number => (on - born) / YEAR

/** Young enough for adoption, and here for long enough that a court could decide. */
function mayHavePlacementOrder(person: Person, today: DayNumber): boolean {
  const age = ageThen(person, today)
  return !person.alone && age > 0.55 && age < 7.2 && today - person.came > 165 && today - person.came < 1500
}

/** How the law stands today, child by child; families stand alike but for the smallest, whose future may be another family. */
export function standingOf(people: readonly Person[], today: DayNumber, chance: Chance): ReadonlyMap<string, Standing> {
  const left = new Map(quotasOf(STATUSES, people.length))
  const standing = new Map<string, Standing>()
  const give = (members: readonly Person[], code: Standing): void => {
    for (const { code: child } of members) standing.set(child, code)
    left.set(code, (left.get(code) ?? 0) - members.length)
  }
  const open = (code: Standing, size: number): boolean => (left.get(code) ?? 0) >= size
  give(
    people.filter(({ alone, born, came }) => alone || came >= orderStillBefore(born) - 40),
    'V2',
  )
  const youngest = chance.shuffled(people).filter((one) => mayHavePlacementOrder(one, today))
  const late = (one: Person) => ageThen(one, today) > 4.8 || today - one.came > 1050
  const orders = youngest.toSorted((a, b) => Number(late(a)) - Number(late(b)))
  give(
    orders.slice(0, Math.max(0, left.get('E1') ?? 0)).filter(({ code }) => !standing.has(code)),
    'E1',
  )
  const families = [
    ...Map.groupBy(
      people.filter(({ code }) => !standing.has(code)),
      ({ family }) => family,
    ).values(),
  ]
  const bySize = chance.shuffled(families).toSorted((a, b) => Number(b.length > 1) - Number(a.length > 1))
  // The newest are before a court, or here by agreement; nobody has a care order within four months.
  for (const family of bySize.filter((members) => members.some(({ stay }) => stay === 'short')))
    give(family, open('C1', family.length) && chance.happens(0.8) ? 'C1' : earlier(family, { today, open }))
  const rest = bySize.filter((members) => members.every(({ code }) => !standing.has(code)))
  const recent = rest.toSorted((a, b) => (b[0]?.came ?? 0) - (a[0]?.came ?? 0))
  for (const family of recent.filter((members) => members.every(({ stay }) => stay === 'middle')))
    if (open('C1', family.length + 2)) give(family, 'C1')
  for (const family of rest.filter((members) => !standing.has(members[0]?.code ?? '')))
    give(family, family.length === 1 && open('V2', 1) && ageThen(family[0] ?? NOBODY, today) > 11 ? 'V2' : 'C2')
  return standing
}
const NOBODY = { born: 0 } as const satisfies Pick<Person, 'born'>

type Open = { readonly today: DayNumber; readonly open: (code: Standing, size: number) => boolean }
function earlier(family: readonly Person[], { today, open }: Open): Standing {
  if (open('V2', family.length)) return 'V2'
  return family.every(({ came }) => today - came > 130) ? 'C2' : 'C1'
}

/** Police protection lasts three days at most; a court then decides within months, the last word within a year where it can. */
export function statusesOf(person: Person, standing: Standing, { today, chance }: Telling): readonly Status[] {
  const { came } = person
  if (standing === 'V2') return [{ code: 'V2', since: came }]
  const first = chance.weighted({ V2: 42, C1: 40, L1: 18 })
  const until = Math.min(today - came, orderStillBefore(person.born) - came)
  const interim =
    first === 'C1'
      ? 0
      : first === 'L1'
        ? Math.min(chance.whole(1, 3), until)
        : Math.min(chance.whole(8, 55), Math.floor(until * 0.5))
  const begun: readonly Status[] = [
    ...(interim > 0 ? [{ code: first, since: came }] : []),
    { code: 'C1', since: came + interim },
  ]
  if (standing === 'C1') return begun.map(inCourt)
  const soon = chance.whole(150, 290)
  const latest = standing === 'E1' ? Math.max(soon, Math.floor(until * 0.55)) : soon
  const decided = Math.min(latest, Math.floor(until * 0.88))
  return [...begun, { code: standing, since: came + Math.max(decided, interim + 7) }].map(inCourt)
}
/** A court sits on working days; what began with care itself, or right after, stays where it is. */
function inCourt(status: Status, at: number, all: readonly Status[]): Status {
  let { since } = status
  while (isWorkingDayNumber(since) === false) since -= 1
  const before = all[at - 1]?.since
  return before === undefined || since <= before ? status : { ...status, since }
}
type Telling = { readonly today: DayNumber; readonly chance: Chance }
