// What many audits say together: grades drawn at random over time, agreement of two auditors, audited again, done against plan. Pure.

import { apart, type Kappa, kappaOf, type Share, shareOf } from '#agreement'
import type { IsoDay } from '#calendar'
import { GRADES, type Grade, isGrade } from './scale.ts'

export type ReportedAudit = {
  readonly line: string
  readonly child: string
  readonly drawn: 'at random' | 'chosen' | 're-audit'
  readonly due: IsoDay
  /** The day of the first grade. */
  readonly submitted: IsoDay | null
  readonly first: string | null
  readonly second: string | null
  readonly again: string | null
  readonly closed: IsoDay | null
}
/** The moderated grade is the reported one. */
const reportedGrade = ({ first, second }: Pick<ReportedAudit, 'first' | 'second'>): Grade | undefined => {
  const grade = second ?? first
  return isGrade(grade) ? grade : undefined
}
const isGood = (grade: Grade): boolean => grade === 'good' || grade === 'outstanding'
const quarterOf = (day: IsoDay): string =>
  `${day.slice(0, 4)}, ${QUARTERS[Math.floor((Number(day.slice(5, 7)) - 1) / 3)]}`
const QUARTERS = ['January to March', 'April to June', 'July to September', 'October to December'] as const

export type Quarter = {
  readonly quarter: string
  readonly n: number
  readonly grades: Readonly<Record<Grade, number>>
  readonly good: Share
  /** Against the quarter before: said only where the intervals do not touch. */
  readonly change: 'better' | 'worse' | undefined
}
/** Of those drawn at random alone: who is chosen, or audited again, is not like the rest. */
export function quartersOf(audits: readonly ReportedAudit[]): readonly Quarter[] {
  const random = audits.filter(({ drawn, submitted }) => drawn === 'at random' && submitted !== null)
  const groups = [...Map.groupBy(random, ({ submitted, due }) => quarterKey(submitted ?? due))]
  let before: Share | undefined
  return groups
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([, all]) => {
      const graded = all.flatMap((one) => reportedGrade(one) ?? [])
      const good = shareOf(graded.filter(isGood).length, graded.length)
      const change =
        before !== undefined && apart(before, good) ? (good.low > before.high ? 'better' : 'worse') : undefined
      before = good
      const [first] = all
      const quarter = first === undefined ? '' : quarterOf(first.submitted ?? first.due)
      return { quarter, n: graded.length, grades: countOf(graded), good, change }
    })
}
const quarterKey = (day: IsoDay): string => `${day.slice(0, 4)} ${Math.floor((Number(day.slice(5, 7)) - 1) / 3)}`
function countOf(grades: readonly Grade[]): Readonly<Record<Grade, number>> {
  const count = { outstanding: 0, good: 0, 'requires improvement': 0, inadequate: 0 }
  for (const grade of grades) count[grade] += 1
  return count
}

export type Agreement = {
  readonly table: readonly (readonly number[])[]
  readonly n: number
  readonly same: Share
  readonly lower: number
  readonly higher: number
  readonly kappa: Kappa | undefined
}
/** First and second, blind: of audits that have both. */
export function agreementOf(audits: readonly Pick<ReportedAudit, 'first' | 'second'>[]): Agreement {
  const table = GRADES.map(() => GRADES.map(() => 0))
  let [same, lower, higher, n] = [0, 0, 0, 0]
  for (const { first, second } of audits) {
    if (!isGrade(first) || !isGrade(second)) continue
    const [row, column] = [GRADES.indexOf(first), GRADES.indexOf(second)]
    const line = table[row]
    if (line !== undefined) line[column] = (line[column] ?? 0) + 1
    n += 1
    if (row === column) same += 1
    else if (column > row) lower += 1
    else higher += 1
  }
  return { table, n, same: shareOf(same, n), lower, higher, kappa: kappaOf(table, 'linear') }
}

export type Again = { readonly n: number; readonly better: Share; readonly same: number; readonly worse: number }
/** Whose record was audited again: the grade then against the grade before. Some would improve by chance, and the page says so. */
export function againOf(audits: readonly ReportedAudit[]): Again {
  const before = new Map(audits.map((one) => [one.line, reportedGrade(one)]))
  const steps = audits.flatMap((one) => {
    const [was, is] = [one.again === null ? undefined : before.get(one.again), reportedGrade(one)]
    return was === undefined || is === undefined ? [] : [GRADES.indexOf(was) - GRADES.indexOf(is)]
  })
  const count = (holds: (step: number) => boolean): number => steps.filter(holds).length
  return {
    n: steps.length,
    better: shareOf(
      count((step) => step > 0),
      steps.length,
    ),
    ...{ same: count((step) => step === 0), worse: count((step) => step < 0) },
  }
}

export type Month = { readonly month: string; readonly planned: number; readonly done: number; readonly dip: boolean }
/** Each month's audits against what was planned; a dip: less than half of it. */
export function activityOf(
  planned: ReadonlyMap<string, number>,
  submitted: readonly IsoDay[],
  until: IsoDay,
): readonly Month[] {
  const done = Map.groupBy(submitted, (day) => day.slice(0, 7))
  const months = [...new Set([...planned.keys(), ...done.keys()])].toSorted()
  return months
    .filter((month) => month <= until.slice(0, 7))
    .map((month) => {
      const [wanted, many] = [planned.get(month) ?? 0, done.get(month)?.length ?? 0]
      return { month, planned: wanted, done: many, dip: wanted > 0 && many * 2 < wanted }
    })
}
