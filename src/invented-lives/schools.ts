// The schools of a child by phase and by home: invented names, the same for everybody who lives near.
import { addYears, type DayNumber, dayOf, numberOf } from '#calendar'
import { type Chance, chanceFrom } from '#chance'
import { type Home, type InventedChild, isInside } from '#invented-council'

export type School = {
  readonly name: string
  readonly since: DayNumber
  readonly until: DayNumber | undefined
  readonly because: 'a move of home' | 'the usual end' | null
}
const NEAR = {
  primary: [
    'Thornbury Park Primary',
    'Saint Olave Primary',
    'Mill Bank Primary',
    'Hartley Fields Primary',
    'Kingfisher Primary',
    'Oakmere Primary',
    'Station Road Primary',
    'All Hallows Primary',
  ],
  secondary: [
    'Wexmoor High School',
    'Hartley Academy',
    'Canalside School',
    'Queen Philippa School',
    'Fenwick Park School',
  ],
  college: ['Wexmoor College', 'Hartley Sixth Form'],
} as const
const AWAY = {
  primary: [
    'Brook Lane Primary',
    'Saint Petroc Primary',
    'The Downs Primary',
    'Priory Primary',
    'Longmeadow Primary',
    'Hill Top Primary',
  ],
  secondary: ['Marlpit School', 'Northgate School', 'Saint Hild Academy', 'The Vale School', 'Castle Hill School'],
  college: ['Marlpit College', 'The Vale College'],
} as const
type Phase = keyof typeof NEAR

/** The first of September on or after a birthday. */
function septemberAfter(birthday: DayNumber): DayNumber {
  const day = dayOf(birthday)
  const year = Number(day.slice(0, 4))
  const of = (which: number) => numberOf(addYears(dayOf(SEPTEMBER), which - 2000))
  return of(year) >= birthday ? of(year) : of(year + 1)
}
/** The second of September 2000. */
const SEPTEMBER = 11_202

function schoolFor(phase: Phase, home: Home): string {
  const list: readonly string[] = isInside(home.postcode) === false ? AWAY[phase] : NEAR[phase]
  const outward = home.postcode?.split(' ')[0] ?? ''
  return list[chanceFrom(`school ${outward}`).whole(0, list.length - 1)] ?? list[0] ?? ''
}

/** Every school that anybody may go to. */
export const SCHOOL_NAMES: readonly string[] = [NEAR, AWAY].flatMap((list) => Object.values(list).flat())

/** A school lasts as long as the phase does; a move into or out of the council's area is a move of school, others seldom. */
export function schoolsOf(child: InventedChild, until: DayNumber, chance: Chance): readonly School[] {
  const birthday = (years: number) => numberOf(addYears(dayOf(child.born), years))
  const phases = [
    { phase: 'primary', from: septemberAfter(birthday(4)) },
    { phase: 'secondary', from: septemberAfter(birthday(11)) },
    { phase: 'college', from: septemberAfter(birthday(16)) },
  ] as const
  const schools: School[] = []
  for (const [at, { phase, from }] of phases.entries()) {
    const ends = phases[at + 1]?.from ?? Number.POSITIVE_INFINITY
    for (const { begins, home } of staysWithin(child, from, Math.min(ends, until))) {
      const name = schoolFor(phase, home)
      const last = schools.at(-1)
      const fresh = last === undefined || last.since < from
      if (last !== undefined && begins <= last.since) continue
      if (last?.name === name || !(fresh || isInside(home.postcode) === false || chance.happens(0.3))) continue
      const because = fresh ? 'the usual end' : 'a move of home'
      if (last !== undefined) schools[schools.length - 1] = { ...last, until: begins, because }
      schools.push({ name, since: begins, until: undefined, because: null })
    }
  }
  return schools
}

/** Where the child lived within a phase; before care the school was near the first home. Who came alone began soon after. */
function staysWithin({ homes, came, alone }: InventedChild, from: DayNumber, ends: DayNumber) {
  return homes.flatMap((home) => {
    const first = home.since === came ? (alone ? came + 12 : from) : home.since
    const begins = Math.max(from, first)
    return (home.until ?? ends) <= from || begins >= ends ? [] : [{ begins, home }]
  })
}
