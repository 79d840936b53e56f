// What has really changed: points of months against a usual range from a baseline that was decided; the sentence comes from the same marks as the dots.
import { addDays, addMonths, type DayNumber, type IsoDay, numberOf } from '#calendar'

export type MonthPoint = { readonly day: IsoDay; readonly value: number | undefined }
export type Baseline = { readonly first: IsoDay; readonly last: IsoDay }
export type Polarity = 'high' | 'low' | 'none'

/** A dot that is no usual up and down. Of a figure that is neither good nor bad when it is high, only that it changed. */
export type Mark = 'better' | 'worse' | 'changed'
/** Outside the range; one of seven on one side; one of six that rose or fell in a row. */
type Rule = 'outside' | 'side' | 'trend'
type Way = 'above' | 'below'
type Hit = { readonly rule: Rule; readonly way: Way }

export type ChartPoint = MonthPoint & { readonly hits: readonly Hit[]; readonly mark: Mark | undefined }
export type Range = { readonly mean: number; readonly low: number; readonly high: number }
export type Chart = {
  readonly points: readonly ChartPoint[]
  readonly range: Range | undefined
  readonly verdict: Mark | 'usual' | 'no baseline' | 'too few'
  readonly sentence: string
}

/** XmR: limits lie 2.66 mean moving ranges from the mean. */
const LIMITS = 2.66
export const LEAST_MONTHS = 6
const SIDE = 7
const TREND = 6
/** A signal is spoken of while it stands in the last three months. */
const RECENT = 3

type Known = { readonly at: number; readonly value: number }

export function usualRange(values: readonly number[]): Range | undefined {
  if (values.length < LEAST_MONTHS) return undefined
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  const moved = values.slice(1).reduce((sum, value, at) => sum + Math.abs(value - (values[at] ?? value)), 0)
  const reach = (LIMITS * moved) / (values.length - 1)
  return { mean, low: mean - reach, high: mean + reach }
}

/** Of every run of so many that hold together, all its members. */
function inRuns(known: readonly Known[], length: number, holds: (one: Known, before: Known | undefined) => boolean) {
  const members = new Set<number>()
  let run: number[] = []
  for (const [n, one] of known.entries()) {
    // A month without a figure ends a run.
    const before = known[n - 1]?.at === one.at - 1 ? known[n - 1] : undefined
    if (before === undefined) run = []
    run = holds(one, before) ? [...run, one.at] : []
    if (run.length >= length) for (const at of run) members.add(at)
  }
  return members
}

type Found = { readonly hit: Hit; readonly at: ReadonlySet<number> }

function found(known: readonly Known[], { mean, low, high }: Range): readonly Found[] {
  const where = (is: (value: number) => boolean) => new Set(known.filter(({ value }) => is(value)).map(({ at }) => at))
  // A trend of six has five steps between its members: the first of them is the one before the first step.
  const rising = inRuns(known, TREND - 1, (one, before) => before !== undefined && one.value > before.value)
  const falling = inRuns(known, TREND - 1, (one, before) => before !== undefined && one.value < before.value)
  return [
    { hit: { rule: 'outside', way: 'above' }, at: where((value) => value > high) },
    { hit: { rule: 'outside', way: 'below' }, at: where((value) => value < low) },
    { hit: { rule: 'side', way: 'above' }, at: inRuns(known, SIDE, ({ value }) => value > mean) },
    { hit: { rule: 'side', way: 'below' }, at: inRuns(known, SIDE, ({ value }) => value < mean) },
    { hit: { rule: 'trend', way: 'above' }, at: rising },
    { hit: { rule: 'trend', way: 'below' }, at: falling },
  ]
}

function markOf(hits: readonly Hit[], polarity: Polarity): Mark | undefined {
  const way = hits.at(0)?.way
  if (way === undefined) return undefined
  if (polarity === 'none' || hits.some((hit) => hit.way !== way)) return 'changed'
  return (way === 'above') === (polarity === 'high') ? 'better' : 'worse'
}

const OUTSIDE: Readonly<Record<Way, string>> = { above: 'Above the usual range', below: 'Below the usual range' }
const SIDES: Readonly<Record<Way, string>> = { above: 'above the old average', below: 'below the old average' }
const TRENDS: Readonly<Record<Way, string>> = { above: 'Rising month after month', below: 'Falling month after month' }

const months = (count: number): string => (count === 1 ? 'one month' : `${count} months`)

/** Why the last marked month is marked, in words, each way once; counted from the same hits as the dots. */
function because(points: readonly ChartPoint[], latest: ChartPoint): string {
  const ways = [...new Set(latest.hits.map(({ way }) => way))]
  const said = ways.flatMap((way) => latest.hits.find((hit) => hit.way === way) ?? [])
  return said.map((hit) => wordsOf(hit, points, latest)).join(' ')
}

function wordsOf({ rule, way }: Hit, points: readonly ChartPoint[], latest: ChartPoint): string {
  const has = (point: ChartPoint | undefined) =>
    point?.hits.some((hit) => hit.rule === rule && hit.way === way) === true
  const known = points.filter(({ value }) => value !== undefined)
  const until = points.lastIndexOf(latest)
  let run = 0
  while (run <= until && has(points[until - run])) run += 1
  if (rule === 'side') return `${months(run)[0]?.toUpperCase()}${months(run).slice(1)} ${SIDES[way]}.`
  if (rule === 'trend') return `${TRENDS[way]}.`
  const recent = known.slice(-5)
  return `${OUTSIDE[way]} in ${recent.filter(has).length} of the last ${months(recent.length)}.`
}

const VERDICTS: Readonly<Record<Mark, string>> = {
  better: 'Really better.',
  worse: 'Really worse.',
  changed: 'Really changed.',
}

type Given = {
  readonly points: readonly MonthPoint[]
  readonly baseline: Baseline | undefined
  readonly polarity: Polarity
}

const isWithin = (day: DayNumber, { first, last }: Baseline) => day >= numberOf(first) && day <= numberOf(last)

/** `baseline`: from its first day to its last. */
export function controlChart({ points, baseline, polarity }: Given): Chart {
  const plain = points.map((point) => ({ ...point, hits: [], mark: undefined }))
  if (baseline === undefined)
    return {
      ...{ points: plain, range: undefined, verdict: 'no baseline' },
      sentence: 'Nobody has decided yet what is usual, so nobody can say what has changed.',
    }
  const known = points.flatMap(({ value }, at): Known[] => (value === undefined ? [] : [{ at, value }]))
  const range = usualRange(
    points.flatMap(({ day, value }) => (value !== undefined && isWithin(numberOf(day), baseline) ? [value] : [])),
  )
  if (range === undefined)
    return {
      ...{ points: plain, range, verdict: 'too few' },
      sentence: `Fewer than ${LEAST_MONTHS} months of the baseline have a figure: not enough to say what is usual.`,
    }
  const all = found(known, range)
  const marked = points.map((point, at): ChartPoint => {
    const hits = all.filter((one) => one.at.has(at)).map(({ hit }) => hit)
    return { ...point, hits, mark: markOf(hits, polarity) }
  })
  const latest = marked
    .filter(({ value }) => value !== undefined)
    .slice(-RECENT)
    .findLast(({ mark }) => mark !== undefined)
  if (latest?.mark === undefined)
    return { points: marked, range, verdict: 'usual', sentence: 'No real change: up and down as usual.' }
  return {
    ...{ points: marked, range, verdict: latest.mark },
    sentence: `${VERDICTS[latest.mark]} ${because(marked, latest)}`,
  }
}

/** The last day of the month that begins with a day. */
export const monthEnd = (first: IsoDay): IsoDay => addDays(addMonths(first, 1), -1)
