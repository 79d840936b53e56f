// Rule PL-07: in school years 10 and 11 a move that breaks off school is approved before it happens.
import { type DayNumber, day, type IsoDay } from '#calendar'
import { carePlanning2010, rule } from '#law'
import {
  type Basis,
  basis,
  type Closing,
  coveredThrough,
  type Duty,
  type Recorded,
  raisedBy,
  type Span,
  settle,
} from '#ledger'
import { type Placement, placeGroup } from '#placements'
import type { Approved } from './home-case.ts'

const ON = { on: day('2026-06-01') } as const
const isExamYear = (year: number): boolean => year === 10 || year === 11

export const examYears = rule<
  {
    readonly on: IsoDay
    readonly schoolYear: number
    readonly disrupts: boolean
    readonly approved: boolean
    readonly atOnce?: boolean
  },
  'met' | 'owed' | 'notOwed'
>({
  id: 'PL-07',
  name: 'Moves in the exam years',
  says: 'In school years 10 and 11 a move that would disrupt education is not put into effect before a nominated officer approves, with the designated teacher and the reviewing officer asked; unless the placement had to be ended at once.',
  level: 'regulation',
  verification: 'primary',
  cites: [carePlanning2010('10(1) to (3)')],
  inForce: { from: day('2011-04-01') },
  responsible: 'A nominated officer',
  trigger: 'the last day at a school that was left because of a move of home, in school year 10 or 11',
  satisfiedBy: {
    fact: 'approval',
    table: 'kith.decision, kith.approval_answer, kith.school_place',
    words: 'The approval of a move in the exam years, dated on or before the last day at that school.',
  },
  waitsFor: 'That the designated teacher and the reviewing officer were asked: only the approval is looked for.',
  decidedOn: ({ on }) => on,
  apply: ({ schoolYear, disrupts, approved, atOnce }) => {
    if (!isExamYear(schoolYear) || !disrupts || atOnce === true) return 'notOwed'
    return approved ? 'met' : 'owed'
  },
  examples: [
    {
      name: 'year 11, not approved',
      vector: 'PL-07#1',
      given: { ...ON, schoolYear: 11, disrupts: true, approved: false },
      expect: 'owed',
    },
    {
      name: 'year 9: other arrangements are owed, and no approval',
      vector: 'PL-07#2',
      given: { ...ON, schoolYear: 9, disrupts: true, approved: false },
      expect: 'notOwed',
    },
    {
      name: 'year 10, the placement ended at once',
      vector: 'PL-07#3',
      given: { ...ON, schoolYear: 10, disrupts: true, approved: false, atOnce: true },
      expect: 'notOwed',
    },
    {
      name: 'year 10, approved',
      given: { ...ON, schoolYear: 10, disrupts: true, approved: true },
      expect: 'met',
    },
  ],
})

const EXAM_MOVE = basis({
  id: 'PL-07',
  rule: examYears,
  name: 'Approval of a move in the exam years',
  count: { unit: 'byEnd', n: 0 },
  since: 'the last day at the school before,',
  cites: carePlanning2010('10(1)'),
  kind: 'homeDecision',
  remark: 'It is owed before the child moves.',
})
export const EXAM_BASES: readonly Basis[] = [EXAM_MOVE]

/** A school that was left because of a move of home. */
export interface SchoolLeft extends Recorded {
  readonly lastDay: DayNumber
  /** The first day at the school after it, where one is known. */
  readonly next?: DayNumber | undefined
  /** The school year in which it was left; undefined: not said. */
  readonly year: number | undefined
}
export interface ExamCase {
  readonly left: readonly SchoolLeft[]
  readonly placements: readonly Placement[]
  readonly approved: readonly Approved[]
  readonly spans: readonly Span[]
  readonly on: DayNumber
  readonly closes: DayNumber | undefined
  readonly closing: Closing | undefined
}
const KIND = 'move in the exam years'
const LONGEST_NOTICE = 183
/** A child may move some days before the old school ends, and go on at it for some days from the new home. */
const BEFORE = 7
const AFTER = 28

/** The home for which that school was left, and the one before it. */
function movedFor({ lastDay, next }: SchoolLeft, placements: readonly Placement[]) {
  const homes = placements.filter(({ place }) => placeGroup(place) !== 'temporary')
  const firstBy = (until: DayNumber): number =>
    homes.findIndex(({ began }, at) => at > 0 && began >= lastDay - BEFORE && began <= until)
  const bySchool = firstBy(next ?? lastDay + AFTER)
  const at = bySchool === -1 ? firstBy(lastDay + AFTER) : bySchool
  return { moved: homes[at], before: homes[at - 1] }
}

export function examDuties(out: Duty[], { left, placements, approved, spans, on, closes, closing }: ExamCase): void {
  for (const school of left) {
    const { lastDay, year } = school
    if (year === undefined || !isExamYear(year) || lastDay > on || coveredThrough(spans, lastDay) === undefined)
      continue
    const { moved, before } = movedFor(school, placements)
    if (moved?.planned === false) continue
    const met = approved
      .filter(({ kind, day: at, about }) => {
        if (kind !== KIND || at > on) return false
        if (about === undefined) return at >= lastDay - LONGEST_NOTICE
        return about === moved?.line || about === before?.line
      })
      .toSorted((a, b) => a.day - b.day)[0]
    const rest = { trigger: lastDay, due: lastDay, closes, closing, spans, missing: undefined }
    out.push(settle(raisedBy(EXAM_MOVE, school, rest), met, met?.day))
  }
}
