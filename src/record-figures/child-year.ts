// One child's rows as the plain facts of one twelve months, which the indicators look at.
import { ageOnNumber, type DayNumber } from '#calendar'
import { basisOf, EVERY_BASIS } from '#duties'
import type {
  AllInYear,
  BackAgain,
  CarePeriod,
  ChildYear,
  DutyInYear,
  LeaverAnswers,
  Practice,
  Year,
  YearAnswers,
} from '#indicators'
import { MISSING_FACTS, scopeOf } from '#ledger'
import { PARTICIPATION } from '#reviews'
import { allYear, careOf } from './care.ts'
import { type Numbers, oversightOf } from './oversight.ts'
import type { Covered, RecordedChild, RecordedRows } from './recorded-child.ts'

type Rows = Partial<RecordedRows>
/** `on`: the day on which it is looked at. `numbers`: as the council chose them. */
type Of = { readonly rows: Rows; readonly year: Year; readonly on: DayNumber; readonly numbers: Numbers }
const NONE: readonly never[] = []
const within = (day: DayNumber, { first, last }: Year) => day >= first && day <= last
const days = (rows: readonly (readonly [DayNumber, ...unknown[]])[] | undefined): readonly DayNumber[] =>
  rows === undefined ? NONE : rows.map(([day]) => day)

const reviews = /^(CP-06|CP-07|CP-08|AD-02)(\/|$)/
const visits = /^(First visit|Next visit|First short-break visit|Visit)\b/
function kindOf(basis: string): 'visit' | 'review' | 'education plan' | undefined {
  if (basis === 'ED-03') return 'education plan'
  if (reviews.test(basis)) return 'review'
  const known = basisOf(basis)
  return known && scopeOf(known) === 'visits' && visits.test(known.name) ? 'visit' : undefined
}
export const SECOND_REVIEW = 'CP-07'
const counted = EVERY_BASIS.flatMap(({ id }) => {
  const of = kindOf(id)
  return of === undefined ? [] : [{ id, of }]
})
/** Of the ledger, the duties that figures are made from; rows name them by their place. */
export const COUNTED_BASES: readonly string[] = counted.map(({ id }) => id)
export const COUNTED_KINDS: readonly number[] = counted.map(
  ({ of }) => ['visit', 'review', 'education plan'].indexOf(of) + 1,
)

/** Of the standings of the ledger those that figures are made from, and the facts that can be missing; rows name them by their place. */
export const STANDINGS = ['open', 'doneOnTime', 'doneLate', 'unknown'] as const
export const MISSING = Object.keys(MISSING_FACTS)
const words = Object.values(MISSING_FACTS)
const lacks = (missing: number) => ({ lacks: words[missing] ?? MISSING_FACTS.eventsOfKind })

/** The basis, the standing and the missing fact of a duty as one number: a council has half a million of them. */
export const STANDING_AT = 128
export const BASIS_AT = STANDING_AT * STANDINGS.length
export const dutyCode = (basis: number, standing: number, missing: number | null): number =>
  basis * BASIS_AT + standing * STANDING_AT + (missing ?? -1) + 1
const basisIn = (code: number) => counted[Math.floor(code / BASIS_AT)]
const standingIn = (code: number) => STANDINGS[Math.floor(code / STANDING_AT) % STANDINGS.length]
const missingIn = (code: number) => (code % STANDING_AT) - 1

/** Undefined: its day is not over yet. */
function keptOf([due, code, also]: RecordedRows['duties'][number], on: DayNumber): DutyInYear['kept'] | undefined {
  const standing = standingIn(code)
  if (standing === 'doneOnTime' || standing === 'doneLate') return standing === 'doneOnTime'
  if (standing === 'open' && due !== null) {
    if (due >= on) return undefined
    if (also !== null && also >= due) return false
  }
  return lacks(missingIn(code))
}

const and = (all: AllInYear, kept: DutyInYear['kept']): AllInYear => {
  if (all === 'missed' || kept === false) return 'missed'
  return typeof all === 'object' ? all : kept === true ? 'kept' : kept
}

/** Those that fell due in the year; of one whose day is not known, those that were not over before it. */
function dutiesIn({ rows: { duties = NONE }, year, on }: Of) {
  let [visits, reviews]: [AllInYear, AllInYear] = ['none', 'none']
  let secondReview: DutyInYear | undefined
  let educationPlans: DutyInYear[] | undefined
  for (const row of duties) {
    const [due, code, also] = row
    if (due === null ? also !== null && also < year.first : !within(due, year)) continue
    const [kind, kept] = [basisIn(code), keptOf(row, on)]
    if (kind === undefined || kept === undefined) continue
    if (kind.of === 'visit') visits = and(visits, kept)
    else if (kind.of === 'review') reviews = and(reviews, kept)
    else {
      educationPlans ??= []
      educationPlans.push({ due: due ?? undefined, kept, done: undefined })
    }
    if (kind.id === SECOND_REVIEW) {
      const done = standingIn(code)?.startsWith('done') ? also : null
      secondReview = { due: due ?? undefined, kept, done: done ?? undefined }
    }
  }
  return { visits, reviews, secondReview, educationPlans: educationPlans ?? NONE }
}

/** From the first day to the last, on which they were in care for a part of it. */
const isInCare = (periods: readonly CarePeriod[], day: DayNumber) =>
  periods.some(({ since, until }) => since <= day && (until === undefined || until >= day))

/** Of those that began in care, by what happened to the child afterwards. */
function backAgain(
  { rows: { missing = [], interviews = [] }, year }: Of,
  periods: readonly CarePeriod[],
  holdsTalks: boolean,
): readonly BackAgain[] {
  return missing.flatMap(([since, kind, until, untilAt, line]): BackAgain[] => {
    if (kind !== 'missing' || until === null || !within(until, year) || !isInCare(periods, since)) return []
    const own = interviews.filter(([, episode]) => episode === line)
    const held = own.find(([, , , , outcome]) => outcome === 'held')
    return [
      {
        ...{ day: until, at: untilAt ?? undefined },
        offered: own.length > 0 ? true : holdsTalks ? false : undefined,
        talk: held && { day: held[0], at: held[3] ?? undefined },
        declined: own.some(([, , , , outcome]) => outcome === 'declined'),
      },
    ]
  })
}

/** What stretches of one kind cover together, from the first day to the last without a gap. */
function coversAll(stretches: readonly Covered[], first: DayNumber, last: DayNumber): boolean {
  let until = first
  for (const [, since, end] of stretches.toSorted((one, other) => one[1] - other[1]))
    if (since <= until) until = Math.max(until, end ?? Number.POSITIVE_INFINITY)
  return until > last
}

const known = new WeakMap<readonly Covered[], Map<string, ReadonlySet<string>>>()
/** Of the days of the year on which the child was in care, worked out once for all children of the same sources. */
function heldIn(coverage: readonly Covered[], first: DayNumber, last: DayNumber): ReadonlySet<string> {
  const own = known.get(coverage) ?? new Map<string, ReadonlySet<string>>()
  known.set(coverage, own)
  const key = `${first} ${last}`
  const found = own.get(key)
  if (found) return found
  const kindsHeld = Map.groupBy(coverage, ([event]) => event)
  const holds = new Set([...kindsHeld].flatMap(([event, some]) => (coversAll(some, first, last) ? [event] : [])))
  own.set(key, holds)
  return holds
}

function practiceOf(of: Of, coverage: readonly Covered[], periods: readonly CarePeriod[]): Practice {
  const { rows, year } = of
  const since = periods.find(({ until }) => until === undefined || until >= year.first)?.since ?? year.first
  const holds = heldIn(coverage, Math.max(year.first, Math.min(since, year.last)), year.last)
  const attended = (rows.attendance ?? []).filter(([from, to]) => from >= year.first && to <= year.last)
  const total = (at: 2 | 3) => attended.reduce((sum, row) => sum + row[at], 0)
  return {
    ...dutiesIn(of),
    reviewsHeld: days(rows.reviews),
    carePlansApproved: days(rows.carePlans),
    permanenceDecided: days(rows.permanence),
    midpoints: days(rows.midpoints),
    officerContacts: [
      ...days(rows.officerVisits),
      ...days((rows.midpoints ?? []).filter(([, contact]) => contact !== 'no contact')),
    ],
    initialHealth: days((rows.health ?? []).filter(([, kind]) => kind === 'initial')),
    backAgain: backAgain(of, periods, holds.has('return-interview')),
    schools: (rows.schools ?? []).map(([from, until, school]) => ({
      ...{ school, since: from ?? undefined, until: until ?? undefined },
    })),
    attendance: attended.length === 0 ? undefined : { possible: total(2), attended: total(3) },
    ...oversightOf(of),
    suspended: (rows.suspensions ?? []).some(([began]) => within(began, year)),
    holds,
  }
}

export const PARTICIPATIONS: readonly string[] = Object.keys(PARTICIPATION)

const yesOrNo = (answer: string | undefined) => (answer === undefined ? undefined : answer === '1')
const underFive = 5

type AboutHealth = {
  readonly answer: boolean | undefined
  readonly born: DayNumber | undefined
  readonly held: boolean
}
/** One in the year from five on, two before; where the days do not show it, what was answered for the year. */
function healthAssessed({ rows: { health = [] }, year }: Of, { answer, born, held }: AboutHealth) {
  const needed = born !== undefined && ageOnNumber(born, year.last) < underFive ? 2 : 1
  if (health.filter(([day]) => within(day, year)).length >= needed) return true
  return answer ?? (held ? false : undefined)
}

const ASKED = {
  score: 'strengths-and-difficulties-score',
  noScore: 'strengths-and-difficulties-none-because',
  development: 'health-surveillance-up-to-date',
  immunised: 'immunisations-up-to-date',
  teeth: 'teeth-checked',
  health: 'health-assessed',
  misuse: 'substance-misuse-found',
} as const
export const YEAR_QUESTIONS: readonly string[] = Object.values(ASKED)
const places = new Map<string, number>(Object.keys(ASKED).map((asked, at) => [asked, at + 1]))

function answersOf(of: Of, about: Omit<AboutHealth, 'answer'>): YearAnswers {
  const { yearAnswers = [], convictions = [] } = of.rows
  const last = yearAnswers.findLast(([end]) => within(end, of.year))?.[0]
  // Of two records of one child each may have answered a part of one year.
  const told = yearAnswers.filter(([end]) => end === last)
  const answer = (asked: keyof typeof ASKED): string | undefined => {
    const at = places.get(asked) ?? 0
    const said = told.findLast((row) => row[at] !== null)?.[at]
    return typeof said === 'string' ? said : undefined
  }
  const score = answer('score')
  return {
    difficultiesScore: score === undefined ? undefined : Number(score),
    noScore: answer('noScore') !== undefined,
    convicted: convictions.findLast(([end]) => within(end, of.year))?.[1],
    developmentChecked: yesOrNo(answer('development')),
    immunised: yesOrNo(answer('immunised')),
    teethChecked: yesOrNo(answer('teeth')),
    healthAssessed: healthAssessed(of, { ...about, answer: yesOrNo(answer('health')) }),
    substanceMisuse: yesOrNo(answer('misuse')),
  }
}

function leaverOf({ rows: { leaver = [] }, year }: Of): LeaverAnswers | undefined {
  const row = leaver.findLast(([end]) => within(end, year))
  return (
    row && {
      yearEnd: row[0],
      inTouch: row[1] ?? undefined,
      activity: row[2] ?? undefined,
      accommodation: row[3] ?? undefined,
    }
  )
}

/** Different ones, also while the child was not looked after. */
function workersOf({ rows: { allocations = [] }, year }: Of): number {
  const inYear = allocations.filter(
    ([since, until]) => (since ?? 0) <= year.last && (until ?? year.last + 1) > year.first,
  )
  return new Set(inYear.map(([, , worker]) => worker)).size
}

const times = ({ rows: { missing = [] }, year }: Of, periods: readonly CarePeriod[], of: string) =>
  missing.filter(([since, kind]) => kind === of && within(since, year) && isInCare(periods, since)).length

/** Under four nobody is asked, whatever was typed; of four and over, nobody said, where the answer is that of a younger child. */
const ASKED_FROM = 4
const TOO_YOUNG = 'PN0'
function tookPart([held, code]: RecordedRows['reviews'][number], born: DayNumber | undefined): string {
  const said = PARTICIPATIONS[code ?? -1] ?? ''
  if (born === undefined) return said
  if (ageOnNumber(born, held) < ASKED_FROM) return TOO_YOUNG
  return said === TOO_YOUNG ? '' : said
}

/** Of several in force, the one typed last. */
const bornOf = ({ births = [] }: Rows) => births.at(-1)?.[1]

export type Prepared = RecordedChild & { readonly periods: readonly CarePeriod[]; readonly born: DayNumber | undefined }
/** What is the same for every year. The rows are asked for once: they are put together each time. */
export function prepared({ id, coverage, rows }: RecordedChild): Prepared {
  return { id, coverage, rows, periods: careOf(rows), born: bornOf(rows) }
}

export function childYear(
  { id, rows, coverage, periods, born }: Prepared,
  year: Year,
  looked: Pick<Of, 'on' | 'numbers'>,
): ChildYear {
  const of = { rows, year, ...looked }
  const practice = practiceOf(of, coverage, periods)
  return {
    ...{ id, born, periods, practice },
    unaccompanied: (rows.unaccompanied ?? []).some(([until]) => until === null || until > year.last),
    allYear: allYear(periods, year.first, year.last),
    workers: workersOf(of),
    timesMissing: times(of, periods, 'missing'),
    timesAway: times(of, periods, 'away without authorisation'),
    reviews: (rows.reviews ?? []).filter(([held]) => within(held, year)).map((row) => tookPart(row, born)),
    answers: answersOf(of, { born, held: practice.holds.has('health-assessment') }),
    leaver: leaverOf(of),
  }
}
