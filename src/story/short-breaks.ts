// A child who comes for short breaks and lives at home between them: each stay told once, and their series as one stretch.
import { nightsBetween, type Stretch } from '#child-frame'
import type { HomeRow, OrderRow, PeriodRow, StoryRows } from './rows.ts'

/** Single stays, or one agreement for a series: of the second, what is as short as a stay may be. */
const AGREED = ['short breaks agreement, episodes', 'short breaks agreement']
/** The Care Planning, Placement and Case Review (England) Regulations 2010, reg 48: no stay lasts longer. */
const MOST_DAYS = 17
const isBreak = ({ kind, since, until }: OrderRow): boolean =>
  until === null ? kind === AGREED[0] : AGREED.includes(kind) && nightsBetween(since, until) <= MOST_DAYS

export type ShortBreak = Stretch & { readonly home: HomeRow | undefined }
export type WithBreaks = {
  readonly breaks: readonly ShortBreak[]
  /** What is left when the breaks are told by themselves. */
  readonly rest: StoryRows
}

const sameDays = (a: Stretch, b: Stretch): boolean => a.since === b.since && a.until === b.until

/** A stay is a period of care under such an agreement on the very same days, with no more than one home in it. */
export function withBreaks(rows: StoryRows): WithBreaks {
  const { periods = [], orders = [], homes = [] } = rows
  const agreed = orders.filter(isBreak)
  const inPeriod = (period: PeriodRow) =>
    homes.filter(({ since }) => period.since <= since && (period.until === null || since < period.until))
  const stays = periods.filter(
    (period) =>
      agreed.some((order) => sameDays(order, period)) && inPeriod(period).every((home) => sameDays(home, period)),
  )
  const within = (row: Stretch) => stays.some((stay) => sameDays(stay, row))
  const breaks = stays.map((stay) => ({ ...stay, home: inPeriod(stay)[0] }))
  const left = <Row extends Stretch>(list: readonly Row[] | undefined, taken: (row: Row) => boolean) =>
    list?.filter((row) => !taken(row))
  return {
    breaks,
    rest: {
      ...rows,
      periods: left(rows.periods, within),
      orders: left(rows.orders, (order: OrderRow) => isBreak(order) && within(order)),
      homes: left(rows.homes, within),
    },
  }
}

export type Series = Stretch & { readonly breaks: readonly ShortBreak[] }
/** Breaks with no other time in care between them. */
export function seriesOf({ breaks, rest }: WithBreaks): readonly Series[] {
  const series: Series[] = []
  for (const stay of breaks) {
    const before = series.at(-1)
    const between = rest.periods?.some(
      ({ since }) => before !== undefined && before.since < since && since < stay.since,
    )
    if (before === undefined || between === true) series.push({ ...stay, breaks: [stay] })
    else series[series.length - 1] = { ...before, until: stay.until, breaks: [...before.breaks, stay] }
  }
  return series
}
