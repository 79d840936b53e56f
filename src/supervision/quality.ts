// A dip sample of one record of supervision: eight questions about the record, never about the child; and what many of them show. Pure.
import { apart, shareOf } from '#agreement'

export const RUBRIC = {
  lived: 'What life is like for the child is there, current and specific',
  plan: 'How far the plan has come is shown, with what shows it',
  actions: 'Earlier actions were looked at, each with what came of it',
  thinking: 'There is thinking: what else could explain this, what are we not seeing',
  decision: 'The decision is clear, and so are its reasons',
  intended: 'Each action says who, by when, and what it is meant to change for the child',
  drift: 'What stands still is taken up',
  challenge: 'The plan itself is questioned where it should be',
} as const
export type Item = keyof typeof RUBRIC
const isItem = (name: string): name is Item => Object.hasOwn(RUBRIC, name)
export const RUBRIC_ITEMS: readonly Item[] = Object.keys(RUBRIC).filter(isItem)
export const GIVEN = { 0: 'Not there', 1: 'Told', 2: 'Thought through' } as const
export const MARKS = ['0', '1', '2'] as const

export type Sample = { readonly team: string; readonly quarter: string; readonly marks: Readonly<Record<Item, number>> }
export type Tally = {
  readonly team: string
  readonly quarter: string
  /** How many records were looked at: below five nothing can be read from them. */
  readonly samples: number
  /** Of each question: how many records had 0, 1 and 2. */
  readonly counts: Readonly<Record<Item, readonly [number, number, number]>>
}
export const FEW = 5

const counted = (samples: readonly Sample[], item: Item): readonly [number, number, number] => {
  const of = (mark: number): number => samples.filter(({ marks }) => marks[item] === mark).length
  return [of(0), of(1), of(2)]
}
/** By team and quarter, teams by name, the latest quarter first; counts, and no mean and no rank. */
export function tallies(samples: readonly Sample[]): readonly Tally[] {
  const groups = Map.groupBy(samples, ({ team, quarter }) => `${team}\n${quarter}`)
  return [...groups.values()]
    .flatMap((own): Tally[] => {
      const [first] = own
      if (first === undefined) return []
      const counts = Object.fromEntries(RUBRIC_ITEMS.map((item) => [item, counted(own, item)]))
      return [{ team: first.team, quarter: first.quarter, samples: own.length, counts: allOf(counts) }]
    })
    .toSorted((a, b) => a.team.localeCompare(b.team, 'en-GB') || (a.quarter < b.quarter ? 1 : -1))
}
const NONE = [0, 0, 0] as const
const allOf = (found: Readonly<Record<string, Tally['counts'][Item]>>): Tally['counts'] => ({
  ...{ lived: found['lived'] ?? NONE, plan: found['plan'] ?? NONE, actions: found['actions'] ?? NONE },
  ...{ thinking: found['thinking'] ?? NONE, decision: found['decision'] ?? NONE, intended: found['intended'] ?? NONE },
  ...{ drift: found['drift'] ?? NONE, challenge: found['challenge'] ?? NONE },
})
/** 'Oct to Dec 2026' of any of its days. */
const QUARTERS = ['Jan to Mar', 'Apr to Jun', 'Jul to Sep', 'Oct to Dec'] as const
export const quarterOf = (on: string): string => `${on.slice(0, 4)} ${Math.ceil(Number(on.slice(5, 7)) / 3)}`
export const quarterWords = (quarter: string): string => {
  const [year = '', number = '1'] = quarter.split(' ')
  return `${QUARTERS[Number(number) - 1] ?? ''} ${year}`
}

export const PERIODS = { year: 'One year', 'two-years': 'Two years', all: 'All of it' } as const
export type Period = keyof typeof PERIODS
const QUARTERS_OF: Readonly<Record<Period, number>> = { year: 4, 'two-years': 8, all: Number.POSITIVE_INFINITY }
const indexOf = (quarter: string): number => {
  const [year = '', number = '1'] = quarter.split(' ')
  return Number(year) * 4 + Number(number) - 1
}
/** Every quarter of the period up to today, the first first, also those without a record; 'all': from the first record on. */
export function quartersIn(
  period: Period,
  samples: readonly Pick<Sample, 'quarter'>[],
  today: string,
): readonly string[] {
  const last = indexOf(quarterOf(today))
  const first = Math.min(last, ...samples.map(({ quarter }) => indexOf(quarter)))
  const from = period === 'all' ? first : last - QUARTERS_OF[period] + 1
  return Array.from({ length: last - from + 1 }, (_, at) => `${Math.floor((from + at) / 4)} ${((from + at) % 4) + 1}`)
}

export type OfQuarter = {
  readonly quarter: string
  readonly n: number
  /** Of how many records the answer was not there, told, thought through. */
  readonly counts: readonly [number, number, number]
}
export type Trend = {
  readonly item: Item
  readonly quarters: readonly OfQuarter[]
  /** The last quarter with a record against the one before it: only where their intervals do not touch. */
  readonly change: 'more' | 'fewer' | 'too few to tell'
}
/** How each question was answered, quarter by quarter: counts with how many there were, and what may be said of them. */
export function trendsOf(samples: readonly Sample[], quarters: readonly string[]): readonly Trend[] {
  const of = Map.groupBy(samples, ({ quarter }) => quarter)
  return RUBRIC_ITEMS.map((item) => {
    const own = quarters.map((quarter): OfQuarter => {
      const all = of.get(quarter) ?? []
      return { quarter, n: all.length, counts: counted(all, item) }
    })
    const [now, before] = own.filter(({ n }) => n > 0).toReversed()
    const [last, other] = [now, before].map((one) => shareOf(one?.counts[2] ?? 0, one?.n ?? 0))
    const change =
      last === undefined || other === undefined || !apart(last, other)
        ? 'too few to tell'
        : last.low > other.high
          ? 'more'
          : 'fewer'
    return { item, quarters: own, change }
  })
}
