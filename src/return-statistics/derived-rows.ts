// The columns that a return does not hold and that are worked out from it: of each episode of this year, and of each child.
import { ageOnNumber, dayOf } from '#calendar'
import { type ChildYear, currentPeriod, currentStay, placementsInYear, type Year } from '#indicators'
import { type Given, isDay } from '#statutory-returns'

export type Cell = string | number | null
export type Derived = { readonly columns: readonly string[]; readonly rows: readonly (readonly Cell[])[] }

const dayCell = (day: number | undefined): Cell => (day === undefined || !isDay(day) ? null : dayOf(day))
const daysCell = (from: number | undefined, to: number): Cell =>
  from === undefined || !isDay(from) || !isDay(to) ? null : to - from
const ageCell = (born: number | undefined, on: number | undefined): Cell =>
  born === undefined || on === undefined || !isDay(on) ? null : ageOnNumber(born, on)

const episodeColumns = [
  'CHILD',
  'DECOM',
  'DEC',
  'PLACE',
  'PL_LA',
  'PL_LOCATION',
  'PL_DISTANCE',
  'DAYS_TO_END_OF_YEAR_OR_EPISODE',
  'AGE_AT_START',
  'AGE_AT_END',
] as const

/** In the order of the file. */
export function derivedEpisodes(given: Given, children: readonly ChildYear[]): Derived {
  const { Episodes, end } = given
  const rows = Array.from({ length: Episodes.count }, (_, row): readonly Cell[] => {
    const child = children[Episodes.childOf(row)]
    const [since, until, miles] = [Episodes.DECOM.at(row), Episodes.DEC.at(row), Episodes.PL_DISTANCE.at(row)]
    return [
      Episodes.CHILD.at(row),
      dayCell(since),
      dayCell(until),
      Episodes.PLACE.at(row),
      Episodes.PL_LA.at(row),
      Episodes.PL_LOCATION.at(row),
      isDay(miles) ? miles : null,
      daysCell(since, isDay(until) ? until : end),
      ageCell(child?.born, since),
      ageCell(child?.born, until),
    ]
  })
  return { columns: episodeColumns, rows }
}

const childColumns = [
  'CHILD',
  'AGE_AT_YEAR_END',
  'LOOKED_AFTER_AT_YEAR_END',
  'LOOKED_AFTER_ALL_YEAR',
  'PERIOD_SINCE',
  'PERIOD_SINCE_IS_KNOWN',
  'AGE_AT_START_OF_PERIOD',
  'DAYS_IN_PERIOD',
  'PLACEMENT_SINCE',
  'PLACEMENT_SINCE_IS_KNOWN',
  'DAYS_IN_PLACEMENT',
  'PLACEMENTS_IN_YEAR',
  'MILES_FROM_HOME',
  'PLACED_IN_AREA',
  'SOCIAL_WORKERS_IN_YEAR',
  'TIMES_MISSING',
  'TIMES_AWAY',
] as const

const yes = (is: boolean | undefined): Cell => (is === undefined ? null : is ? 1 : 0)

function childRow(child: ChildYear, year: Year): readonly Cell[] {
  const [period, stay] = [currentPeriod(child, year), currentStay(child, year)]
  return [
    child.id,
    ageCell(child.born, year.last),
    yes(period !== undefined),
    yes(child.allYear),
    dayCell(period?.since),
    yes(period?.sinceKnown),
    ageCell(child.born, period?.since),
    daysCell(period?.since, year.last),
    dayCell(stay?.since),
    yes(stay?.sinceKnown),
    daysCell(stay?.since, year.last),
    placementsInYear(child, year),
    stay?.milesFromHome ?? null,
    yes(stay?.inArea),
    child.workers,
    child.timesMissing,
    child.timesAway,
  ]
}

export const derivedChildren = (children: readonly ChildYear[], year: Year): Derived => ({
  columns: childColumns,
  rows: children.map((child) => childRow(child, year)),
})
