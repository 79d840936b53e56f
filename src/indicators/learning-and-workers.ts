// Indicators on school, and on the workers themselves: who left, and how many children each post carries.
import { ageOnNumber, type DayNumber, dayNumber, dayOf } from '#calendar'
import type { AtSchool, ChildYear, Year } from './child-year.ts'
import { type Definition, lacking, type Standing } from './definition.ts'
import { currentPeriod } from './in-care.ts'

const percent = { unit: 'percent', decimals: 0, polarity: 'low' } as const
const pupils = 'children of school age looked after at the end of the year whose school is known'
const SCHOOL_AGE = 'School age: 5 to 15 on the last 31 August.'

/** As published figures of absence have it: the age on the 31 August with which the school year began decides for all of it. */
const AGES = { from: 5, to: 15 }
export function ageAtSchoolYear(born: DayNumber, on: DayNumber): number {
  const year = Number(dayOf(on).slice(0, 4))
  const began = dayNumber(year, 8, 31)
  return ageOnNumber(born, began <= on ? began : dayNumber(year - 1, 8, 31))
}
export const isOfSchoolAge = (age: number): boolean => age >= AGES.from && age <= AGES.to

/** Published figures count those whom the school census finds; here, those whose school is recorded. */
function asPupil(child: ChildYear, year: Year): Standing | undefined {
  if (!currentPeriod(child, year) || !child.practice) return 'outside'
  if (child.born === undefined) return lacking('the birth date')
  if (!isOfSchoolAge(ageAtSchoolYear(child.born, year.last))) return 'outside'
  return child.practice.schools.length === 0 ? lacking('the school') : undefined
}

const isSummer = (day: DayNumber) => ['08', '09'].includes(dayOf(day).slice(5, 7))

/** Into another school than before, on a day of the year that is not in August or September, once they first came into care in it. */
function moved(schools: readonly AtSchool[], { periods }: ChildYear, { first, last }: Year): boolean {
  const entered = periods.find(({ until }) => until === undefined || until >= first)?.since ?? last
  return schools.some(({ school, since }, at) => {
    if (since === undefined || since < Math.max(first, entered) || since > last || isSummer(since)) return false
    const before = schools[at - 1]
    return before !== undefined && before.school !== school
  })
}

const tenth = 0.1

const school: readonly Definition[] = [
  {
    ...percent,
    id: 'school_mid_year_move_pct',
    name: 'Changed school in the middle of a year',
    numerator: 'children who changed school in the year, not in August or September and not before they came into care',
    denominator: pupils,
    denominatorKey: 'pupils of known schools',
    note: `${SCHOOL_AGE} Where nothing says that every school of the year is recorded, a child without a change is not known. From no school into one is no change here: published figures count it.`,
    stands: (child, year) => {
      const outside = asPupil(child, year)
      if (outside) return outside
      if (moved(child.practice?.schools ?? [], child, year)) return 'above'
      return child.practice?.holds.has('school-place') ? 'below' : lacking('every school of the year')
    },
  },
  {
    ...percent,
    decimals: 1,
    id: 'suspension_pct',
    name: 'Suspended from school',
    numerator: 'children who were suspended from school at least once in the year',
    denominator: pupils,
    denominatorKey: 'pupils of known suspensions',
    note: `${SCHOOL_AGE} Where nothing says that every suspension is recorded, a child without one is not known. One before they came into care, and in the year, counts.`,
    stands: (child, year) => {
      const outside = asPupil(child, year)
      if (outside) return outside
      if (child.practice?.suspended) return 'above'
      return child.practice?.holds.has('suspension') ? 'below' : lacking('whether they were suspended')
    },
  },
  {
    ...percent,
    decimals: 1,
    id: 'persistent_absence_pct',
    name: 'Away from school for a tenth or more',
    numerator: 'children who missed a tenth or more of the half days on which they could have been at school',
    denominator: 'children of school age looked after for the whole year whose attendance is recorded',
    denominatorKey: 'pupils with attendance',
    note: `${SCHOOL_AGE} Of the stretches of attendance that lie in the twelve months from their first day to their last; published figures are of the terms of a school year.`,
    stands: (child, year) => {
      const outside = child.allYear ? asPupil(child, year) : 'outside'
      if (outside) return outside
      const attendance = child.practice?.attendance
      if (!attendance || attendance.possible === 0) return lacking('attendance')
      return 1 - attendance.attended / attendance.possible >= tenth - 1e-9 ? 'above' : 'below'
    },
  },
]

/** Somebody who works with children in a team, on the last day of the year or before. */
export type WorkerYear = {
  readonly id: string
  /** Of a full post on the last day, or on their last day; undefined: nobody has said. */
  readonly posts: number | undefined
  readonly inPost: boolean
  /** Left every team in the year. */
  readonly left: boolean
  /** Children whom they work with on the last day as the worker responsible. */
  readonly children: number
}

const share = 'how much of a post they work'
const known = (worker: WorkerYear, standing: Standing): Standing =>
  worker.posts === undefined ? lacking(share) : standing

export const workerIndicators: readonly Definition<WorkerYear>[] = [
  {
    id: 'sw_turnover_pct',
    name: 'Workers who left',
    numerator: 'full posts of workers who left every team in the year',
    denominator: 'full posts of workers in a team on the last day',
    denominatorKey: undefined,
    unit: 'percent',
    decimals: 1,
    polarity: 'low',
    note: 'Of everybody who works with children in a team: who is a registered social worker, and who an agency’s, is not recorded. Over the twelve months to the last day; the published one is to 30 September.',
    stands: (worker) => (worker.left || worker.inPost ? known(worker, worker.left ? 'above' : 'below') : 'outside'),
    adds: ({ posts = 0 }) => posts,
    addsBelow: ({ posts = 0, left }) => (left ? 0 : posts),
  },
  {
    id: 'sw_caseload',
    ofTheDay: true,
    name: 'Children for each full post',
    numerator: 'children with a worker responsible for them on the last day',
    denominator: 'full posts of the workers who are responsible for at least one child',
    denominatorKey: undefined,
    unit: 'number',
    decimals: 1,
    polarity: 'low',
    note: 'On the last day; the published one is on 30 September. Agency workers with a child are in both numbers. A brother and a sister are two.',
    stands: (worker) => (worker.children > 0 ? known(worker, 'above') : 'outside'),
    adds: ({ children }) => children,
    addsBelow: ({ posts = 0 }) => posts,
  },
]

export const schoolIndicators: readonly Definition[] = school
