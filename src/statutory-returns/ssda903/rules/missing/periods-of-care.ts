// Unbroken periods of being looked after, put together from episodes that follow each other.
import { type Day, type Days, type EpisodeRows, isDay } from '#return-files'

/** `ended` is NaN while the child is still looked after. */
export type PeriodOfCare = { began: Day; ended: Day }

/** The child's periods of care, in order of time; episodes without a real start are left out. */
export function periodsOfCare(episodes: EpisodeRows, child: number): PeriodOfCare[] {
  const periods: PeriodOfCare[] = []
  for (const row of episodes.inOrder(child)) {
    const [began, ended] = [episodes.DECOM.at(row), episodes.DEC.at(row)]
    if (!isDay(began)) continue
    const current = periods.at(-1)
    if (current && began === current.ended) current.ended = ended
    else periods.push({ began, ended })
  }
  return periods
}

const holds = ({ began, ended }: PeriodOfCare, day: Day): boolean => day >= began && !(day > ended)

/** Whether some period holds the day. */
export const inCareOn = (periods: readonly PeriodOfCare[], day: Day): boolean =>
  periods.some((period) => holds(period, day))

/** A spell is held against the last period that began before the spell ended, or the last of all while it is open. */
export function spellFits(periods: readonly PeriodOfCare[], began: Day, ended: Day | null): boolean {
  const period = periods.findLast((one) => ended === null || one.began <= ended)
  if (!period) return false
  return ended === null ? !isDay(period.ended) && began >= period.began : !(ended > period.ended)
}

/** The later of two spells that overlap, as the return looks for it: by their ends, a spell without one by its start. */
export function overlapping(rows: readonly number[], begins: Days, ends: Days): number[] {
  const key = (row: number) => (isDay(ends.at(row)) ? ends.at(row) : begins.at(row))
  const last = (day: Day) => (isDay(day) ? day : Number.MAX_SAFE_INTEGER)
  const sorted = [...rows].sort((one, other) => last(key(one)) - last(key(other)))
  return sorted.filter((row, at) => {
    const before = sorted[at - 1]
    if (before === undefined) return false
    return !isDay(ends.at(before)) || begins.at(row) < ends.at(before)
  })
}
