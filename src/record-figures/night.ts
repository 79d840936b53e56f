// What a night says: every figure to the end of each day asked for, how each child and worker stands in them, and what may be shown outward.
import { type DayNumber, dayOf, type IsoDay, monthsAfter, numberOf } from '#calendar'
import {
  type Definition,
  forOutside,
  hidden,
  indicators,
  type Measured,
  measuredOfWorkers,
  measuringRecord,
  type Reading,
  versionOf,
  type WorkerYear,
  type Year,
} from '#indicators'
import { childYear, type Prepared, prepared } from './child-year.ts'
import { NUMBERS, type Numbers } from './oversight.ts'
import type { RecordedChild, RecordedWorker } from './recorded-child.ts'
import { workerYear } from './worker-year.ts'

export type NightFigure = {
  readonly indicator: string
  readonly version: number
  readonly day: IsoDay
  readonly since: IsoDay
  readonly above: number
  readonly below: number | null
  readonly value: number | null
  readonly unknown: number
}
// WHAT IS READ OF IT by the pages.
/** `made`: the night on which it was reckoned. */
export type KeptFigure = NightFigure & { readonly made: IsoDay }

/** Every fact that is missing of a child whom the asker sees, and in how many figures; with who works with the child. */
export type MissingFactOf = {
  readonly child: string
  readonly fact: string
  readonly figures: number
  readonly owner: string | null
  readonly name: string | null
}

/** `name` null: nobody works with them now. */
export type MissingByOwner = { readonly name: string | null; readonly children: number; readonly fact: string }

/** First and last month by their first days. */
export type DecidedBaseline = {
  readonly indicator: string
  readonly first: IsoDay
  readonly last: IsoDay
  readonly aim: number | null
  readonly because: string
  readonly by: string
  readonly at: string
}

export type NewBaseline = Pick<DecidedBaseline, 'first' | 'last' | 'aim' | 'because'>

/** By indicator: 'a' above the line, 'b' below it alone, else the missing fact in words. */
export type Stands = Readonly<Record<string, string>>
export type OutsideFigure = {
  readonly indicator: string
  readonly above: string | null
  readonly below: string | null
  readonly value: string | null
}
export type OneDay = {
  readonly day: IsoDay
  readonly figures: readonly NightFigure[]
  readonly measured: readonly Measured[]
  readonly staff: readonly Measured<WorkerYear>[]
  readonly workers: readonly WorkerYear[]
  /** The same, as published figures are read. */
  readonly published: () => Generator<undefined, readonly Measured[]>
}

/** The twelve months that end with a day. */
const yearTo = (last: DayNumber): Year => ({ first: monthsAfter(last, -12) + 1, last })

const MONTHS_BACK = 24
const firstOfMonth = (day: IsoDay): DayNumber => numberOf(day) - Number(day.slice(8)) + 1
/** The last day of each of the two years of months before the month of a day, the earliest first. */
export function monthsBefore(day: IsoDay): readonly IsoDay[] {
  const first = firstOfMonth(day)
  return Array.from({ length: MONTHS_BACK }, (_, n) => dayOf(monthsAfter(first, n - MONTHS_BACK + 1) - 1))
}

/**
 * What a night has to tell to the end of a day: that day, and the end of each month since the last day that was told, of
 * nights that never ran or that broke off; where nothing was told yet, of the two years before.
 */
export function daysToTell(day: IsoDay, told: IsoDay | undefined): readonly IsoDay[] {
  return [...monthsBefore(day), day].filter((one) => told === undefined || one > told)
}

type AnyMeasured = Pick<Measured, 'above' | 'below' | 'value' | 'childrenAbove' | 'childrenBelow' | 'lacks'> & {
  readonly definition: Pick<Definition, 'id'>
}

/** By who stands somewhere. */
export function standsOf(all: readonly AnyMeasured[]): ReadonlyMap<string, Stands> {
  const stands = new Map<string, Record<string, string>>()
  const put = (id: string, indicator: string, how: string) => {
    const own = stands.get(id) ?? {}
    own[indicator] = how
    stands.set(id, own)
  }
  for (const { definition, childrenAbove, childrenBelow, lacks } of all) {
    for (const id of childrenAbove) put(id, definition.id, 'a')
    for (const id of childrenBelow) put(id, definition.id, 'b')
    for (const [id, fact] of lacks) put(id, definition.id, fact)
  }
  return stands
}

const figureOf =
  ({ first, last }: Year) =>
  ({ definition, above, below, value, lacks }: AnyMeasured): NightFigure => ({
    ...{ indicator: definition.id, version: versionOf(definition), day: dayOf(last), since: dayOf(first) },
    ...{ above, below: below ?? null, value: value ?? null, unknown: lacks.size },
  })

const written = (value: number | typeof hidden | undefined): string | null =>
  value === undefined ? null : String(value)
const alike = new Set(indicators.map(({ id }) => id))
/** One to five on either side of the line would tell of few. */
const isSafe = (count: number) => count === 0 || count > 5

/** A figure that stands by itself: its value alone, without counts that could be put beside others, and only where both sides are many. */
function alone({ definition, above, below = 0, value, childrenAbove, childrenBelow }: Measured): OutsideFigure {
  const sides = [childrenAbove.length, childrenBelow.length]
  const shown = sides.every(isSafe) && (definition.unit === 'count' || below > 0) && sides.some((count) => count > 0)
  return {
    indicator: definition.id,
    above: hidden,
    below: hidden,
    value: shown && value !== undefined ? written(definition.unit === 'count' ? above : value) : hidden,
  }
}

/** As published figures are read; those that a return gives are hidden together, so that none gives another away. */
function outsideFrom(all: readonly Measured[]): readonly OutsideFigure[] {
  const together = forOutside(all.filter(({ definition }) => alike.has(definition.id)))
  const by = new Map(together.map((one) => [one.id, one]))
  return all.map((one): OutsideFigure => {
    const own = by.get(one.definition.id)
    if (!own) return alone(one)
    return {
      indicator: one.definition.id,
      above: written(own.above),
      below: written(own.below),
      value: written(own.value),
    }
  })
}

export type Loaded = {
  readonly children: readonly RecordedChild[]
  readonly workers: readonly RecordedWorker[]
  /** As the council chose them; left out: as they stand where nobody chose. */
  readonly numbers?: Numbers
}

type Ready = Omit<Loaded, 'children'> & { readonly children: readonly (RecordedChild | Prepared)[] }
const isPrepared = (child: RecordedChild | Prepared): child is Prepared => 'periods' in child

/** So many children, and whoever else waits for this process is let in. */
const SLICE = 250
function* inSlices<One, Made>(all: readonly One[], make: (one: One) => Made): Generator<undefined, Made[]> {
  const made: Made[] = []
  for (const [at, one] of all.entries()) {
    if (at > 0 && at % SLICE === 0) yield undefined
    made.push(make(one))
  }
  return made
}

type At = { readonly last: DayNumber; readonly on: DayNumber; readonly numbers: Numbers }

/** Each child's year is forgotten when every figure has it: kept together, they would cost more than the figures. */
function* everyFigure(children: Ready['children'], { last, ...looked }: At, reading: Reading) {
  const year = yearTo(last)
  const figures = measuringRecord(year, reading)
  for (const [at, child] of children.entries()) {
    if (at > 0 && at % SLICE === 0) yield undefined
    const one = childYear(isPrepared(child) ? child : prepared(child), year, looked)
    for (const figure of figures) figure.add(one)
  }
  return figures.map((figure) => figure.measured())
}

function* oneDay({ children, workers }: Ready, at: At): Generator<undefined, OneDay> {
  const year = yearTo(at.last)
  const ofWorkers = workers.map((worker) => workerYear(worker, year))
  const measured = yield* everyFigure(children, at, 'as known')
  const staff = measuredOfWorkers(ofWorkers, year)
  return {
    day: dayOf(at.last),
    figures: [...measured.map(figureOf(year)), ...staff.map(figureOf(year))],
    ...{ measured, staff, workers: ofWorkers, published: () => everyFigure(children, at, 'as published') },
  }
}

/** The same day as it may leave the council. */
export function* outsideInSteps({ published }: OneDay): Generator<undefined, readonly OutsideFigure[]> {
  return outsideFrom(yield* published())
}

/**
 * Of each of these days, one after the other, as the record stands on a day: what is due on that day, and not done, is not
 * late yet. Without it, the last of these days is over. Undefined again and again between them: a moment at which whoever
 * else waits can be let in.
 */
export function* figuresInSteps(
  { children, workers, numbers = NUMBERS }: Loaded,
  days: readonly IsoDay[],
  on?: IsoDay,
): Generator<OneDay | undefined, void> {
  // Of one day alone nothing is worth keeping.
  const ready = { children: days.length > 1 ? yield* inSlices(children, prepared) : children, workers }
  const lookedAt = on === undefined ? Math.max(...days.map(numberOf)) + 1 : numberOf(on)
  for (const day of days) yield yield* oneDay(ready, { last: numberOf(day), on: lookedAt, numbers })
}

/** Done to its end; at each pause `between` is awaited. */
export async function toTheEnd<Made>(
  steps: Generator<undefined, Made>,
  between: () => Promise<unknown>,
): Promise<Made> {
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
    await between()
  }
}

/** The same without a pause. */
export function figuresOf(loaded: Loaded, days: readonly IsoDay[], on?: IsoDay): readonly OneDay[] {
  return [...figuresInSteps(loaded, days, on)].filter((one) => one !== undefined)
}
