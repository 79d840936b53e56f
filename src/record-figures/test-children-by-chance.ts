// Children by chance, the same every time: rows of every kind around the edges of twelve months, so that a clause which counts otherwise shows.

import { numberOf } from '#calendar'
import { type Chance, chanceFrom } from '#chance'
import { COUNTED_BASES, dutyCode, MISSING, PARTICIPATIONS, STANDINGS, YEAR_QUESTIONS } from './child-year.ts'
import type { Covered, RecordedChild, RecordedRows, RecordedWorker } from './recorded-child.ts'
import { HOLDS, LAST } from './test-twenty-data.ts'

const END = numberOf(LAST)
/** Days on which clauses turn, so that what belongs together often lies together. */
const TURNS = [END - 1600, END - 913, END - 730, END - 364, END - 183, END - 110, END - 60, END - 40, END] as const
/** Around one of them, or anywhere in three years and the month after them. */
const near = (chance: Chance) =>
  chance.happens(0.6) ? chance.pick(TURNS) + chance.whole(-2, 24) : END + 30 - chance.whole(0, 1100)
const later = (chance: Chance, since: number, most: number) =>
  chance.happens(0.4) ? null : since + chance.whole(0, most)
const maybe = <T>(chance: Chance, value: T): T | null => (chance.happens(0.8) ? value : null)
const GRADES = ['outstanding', 'good', 'requires improvement', 'inadequate'] as const
const YEAR_END = END
/** By name, so that a duty that is added to the law moves nobody. */
const BASES = ['CP-18/six-weeks', 'CP-06', 'CP-07', 'CP-08', 'ED-03'] as const

type Make<Kind extends keyof RecordedRows> = (chance: Chance) => RecordedRows[Kind][number]
const MAKE: { readonly [Kind in keyof RecordedRows]: readonly [most: number, make: Make<Kind>] } = {
  births: [1, (chance) => [0, END - Math.round(chance.whole(0, 22) * 365.25) - chance.whole(-3, 220)]],
  periods: [
    2,
    (chance) => {
      const since = near(chance)
      const ended = later(chance, since, 700)
      const known = chance.happens(0.9)
      return [
        known ? since : null,
        since,
        ended,
        ended === null ? null : chance.pick(['E11', 'E12', 'E4A', 'E45', 'E8', 'X9']),
      ]
    },
  ],
  bases: [1, (chance) => [chance.pick(['short breaks agreement', 'care order']), near(chance), null]],
  placements: [
    5,
    (chance) => {
      const since = near(chance)
      const kind = chance.pick(['U4', 'U4', 'U6', 'K2', 'T1', 'A5'])
      const home = chance.pick(['one', 'two', 'three'])
      return [
        ...([since, chance.happens(0.9), later(chance, since, 500), kind, chance.happens(0.2), home] as const),
        ...([maybe(chance, chance.whole(10, 30)), maybe(chance, chance.happens(0.5))] as const),
      ]
    },
  ],
  unaccompanied: [1, (chance) => [chance.happens(0.5) ? null : near(chance)]],
  allocations: [
    4,
    (chance) => {
      const since = near(chance)
      const until = later(chance, since, 300)
      return [since, until, chance.pick(['one', 'two', 'three', 'four']), since % 3 === 0 ? null : since - 50]
    },
  ],
  missing: [
    3,
    (chance) => {
      const since = near(chance)
      const until = later(chance, since, 5)
      const kind = chance.pick(['missing', 'away without authorisation'])
      return [since, kind, until, until && maybe(chance, until * 86_400_000), chance.pick(['m1', 'm2'])]
    },
  ],
  interviews: [
    3,
    (chance) => {
      const day = near(chance)
      const at = maybe(chance, day * 86_400_000 + chance.whole(0, 40) * 3_600_000)
      return [day, chance.pick(['m1', 'm2']), day, at, chance.pick(['held', 'declined', 'not held'])]
    },
  ],
  reviews: [4, (chance) => [near(chance), maybe(chance, chance.whole(0, PARTICIPATIONS.length - 1))]],
  officerVisits: [2, (chance) => [near(chance)]],
  midpoints: [3, (chance) => [near(chance), chance.pick(['seen', 'no contact'])]],
  carePlans: [2, (chance) => [near(chance)]],
  permanence: [1, (chance) => [near(chance)]],
  health: [4, (chance) => [near(chance), chance.pick(['initial', 'review'])]],
  yearAnswers: [
    1,
    (chance) => [
      YEAR_END,
      ...YEAR_QUESTIONS.map((question) =>
        maybe(chance, question.endsWith('-score') ? String(chance.whole(0, 40)) : String(chance.whole(0, 1))),
      ),
    ],
  ],
  convictions: [1, (chance) => [YEAR_END, chance.happens(0.5)]],
  leaver: [
    1,
    (chance) => [
      ...([YEAR_END - chance.pick([0, 0, 90]), maybe(chance, chance.pick(['YES', 'NO']))] as const),
      ...([maybe(chance, chance.pick(['F1', 'P5', 'G4'])), maybe(chance, chance.pick(['B1', 'Z1', 'X2']))] as const),
    ],
  ],
  schools: [3, (chance) => [maybe(chance, near(chance)), null, chance.pick(['one', 'two'])]],
  attendance: [
    2,
    (chance) => {
      const since = near(chance)
      return [since, since + chance.whole(5, 90), 20, chance.whole(16, 20)]
    },
  ],
  suspensions: [1, (chance) => [near(chance)]],
  fullDiscussions: [3, (chance) => [near(chance)]],
  discussionIntervals: [1, (chance) => [near(chance), chance.pick([4, 6, 8])]],
  audits: [
    3,
    (chance) => {
      const due = near(chance)
      const moderated = later(chance, due, 40)
      const themes = Array.from({ length: 7 }, () => chance.pick(['-', '0', '1', '2', '3'])).join('')
      return [
        ...([due, chance.pick(['one', 'two']), later(chance, due - 10, 20), chance.pick(GRADES)] as const),
        ...([moderated, moderated === null ? null : chance.pick(GRADES)] as const),
        ...([chance.pick([null, 'one', 'two']), themes, later(chance, due, 90)] as const),
      ]
    },
  ],
  auditActions: [
    2,
    (chance) => {
      const due = near(chance)
      return [due, later(chance, due - 10, 20)]
    },
  ],
  duties: [
    5,
    (chance) => {
      const due = maybe(chance, near(chance))
      const standing = chance.whole(0, STANDINGS.length - 1)
      const missing = standing === 3 ? chance.whole(0, MISSING.length - 1) : null
      const code = dutyCode(COUNTED_BASES.indexOf(chance.pick(BASES)), standing, missing)
      return [due, code, maybe(chance, (due ?? END) + chance.whole(-10, 10))]
    },
  ],
}
const KINDS = Object.keys(MAKE) as (keyof RecordedRows)[]

const EVERYTHING: readonly Covered[] = HOLDS.map((event) => [event, END - 2000, null])

/** A stream of chance for each kind: one that is added moves no row of another. */
function rowsOf<Kind extends keyof RecordedRows>(kind: Kind, n: number): RecordedRows[Kind][number][] {
  const chance = chanceFrom(`${kind} of ${n}`)
  const [most, make] = MAKE[kind]
  const count =
    kind === 'births' || kind === 'periods'
      ? chance.whole(most === 1 && n % 20 === 0 ? 0 : 1, most)
      : chance.whole(0, most)
  return Array.from({ length: count }, () => make(chance)).sort(
    ([one], [other]) => Number(one ?? 0) - Number(other ?? 0),
  )
}

const children = Array.from(
  { length: 800 },
  (_, n): RecordedChild => ({
    id: String(n),
    rows: Object.fromEntries(KINDS.map((kind) => [kind, rowsOf(kind, n)])),
    coverage: n % 4 === 0 ? [] : EVERYTHING,
  }),
)
const workers = Array.from({ length: 40 }, (_, n): RecordedWorker => {
  const chance = chanceFrom(`worker ${n}`)
  const since = near(chance)
  return {
    id: `W${n}`,
    memberships: [[since, later(chance, since, 700), maybe(chance, chance.pick([0.5, 0.8, 1]))]],
    children: n % 3 === 0 ? [] : [[near(chance), null, String(n)]],
  }
})

export const councilByChance = { children, workers }
