// How many children will need a home, by kind, with an honest range; and how such forecasts made earlier came out here.
import { addDays, type DayNumber, dayOf, type IsoDay } from '#calendar'
import { chanceFrom } from '#chance'
import { bandOn, birthdays, counted, type HomeSpell, inCareOn, kindsOf, spellsByChild } from './history.ts'
import { drawnRates, evidences } from './rates.ts'
import { future, type Horizon } from './simulation.ts'

export interface ForecastAsked extends Horizon {
  /** How far back the rates look, in days. */
  readonly looksBack: number
  readonly futures: number
  readonly seed: string
}

export interface Range {
  readonly low: number
  readonly middle: number
  readonly high: number
}
export interface Forecast {
  readonly on: IsoDay
  readonly inCare: number
  readonly points: readonly {
    readonly day: IsoDay
    readonly all: Range
    readonly byKind: Readonly<Record<string, Range>>
  }[]
}

/** The middle 95 of a hundred futures, in whole children. */
function rangeOf(values: Int32Array): Range {
  const sorted = values.toSorted()
  const at = (share: number) => sorted[Math.round(share * (sorted.length - 1))] ?? 0
  return { low: at(0.025), middle: at(0.5), high: at(0.975) }
}

/** One future at a time, so that whoever calls can let others have their turn between. */
export function* forecastInSteps(spells: readonly HomeSpell[], asked: ForecastAsked): Generator<undefined, Forecast> {
  const { on, days, every, looksBack, futures } = asked
  const [by, kinds] = [spellsByChild(spells), kindsOf(spells)]
  yield undefined
  const events = counted(by, kinds, { from: on - looksBack, to: on })
  yield undefined
  const evidence = evidences(events)
  const starting = inCareOn(by, on).map(({ kind, born }) => {
    const turns = birthdays(born)
    return { kind: kinds.indexOf(kind), band: bandOn(turns, on), turns }
  })
  const chance = chanceFrom(asked.seed)
  const runs: Int32Array[] = []
  while (runs.length < futures) {
    runs.push(future(starting, { evidence, rates: drawnRates(evidence, chance), horizon: { on, days, every }, chance }))
    yield undefined
  }
  const points = Array.from({ length: Math.floor(days / every) + 1 }, (_, point) => {
    const of = (kind: number) => Int32Array.from(runs, (run) => run[point * kinds.length + kind] ?? 0)
    const each = kinds.map((_kind, at) => of(at))
    const all = Int32Array.from(runs, (_run, at) => each.reduce((sum, values) => sum + (values[at] ?? 0), 0))
    const byKind = Object.fromEntries(kinds.map((kind, at) => [kind, rangeOf(each[at] ?? new Int32Array())]))
    return { day: addDays(dayOf(on), point * every), all: rangeOf(all), byKind }
  })
  return { on: dayOf(on), inCare: starting.length, points }
}

const atOnce = <Made>(steps: Generator<undefined, Made>): Made => {
  let step = steps.next()
  while (step.done !== true) step = steps.next()
  return step.value
}
export const forecast = (spells: readonly HomeSpell[], asked: ForecastAsked): Forecast =>
  atOnce(forecastInSteps(spells, asked))

/** What was known on a day: nothing that began later, no end that came later. */
export function asKnownOn(spells: readonly HomeSpell[], on: DayNumber): readonly HomeSpell[] {
  return spells
    .filter(({ since }) => since <= on)
    .map((spell) => (spell.until !== undefined && spell.until > on ? { ...spell, until: undefined } : spell))
}

export interface Backtested {
  readonly from: IsoDay
  readonly to: IsoDay
  readonly said: Range
  readonly was: number
  readonly held: boolean
}

export interface BacktestAsked extends Pick<ForecastAsked, 'looksBack' | 'futures' | 'seed'> {
  /** The days from which to forecast as if they were today. */
  readonly origins: readonly DayNumber[]
  readonly days: number
  /** The record covers the days from the first up to, and with, the last. */
  readonly covers: { readonly from: DayNumber; readonly to: DayNumber }
}

/** Forecasts from the council's own past, beside what came; origins whose past or future the record does not hold are left out. */
export function* backtestInSteps(
  spells: readonly HomeSpell[],
  asked: BacktestAsked,
): Generator<undefined, readonly Backtested[]> {
  const { origins, days, looksBack, covers } = asked
  const by = spellsByChild(spells)
  yield undefined
  const tested: Backtested[] = []
  for (const origin of origins) {
    if (origin - looksBack < covers.from || origin + days > covers.to) continue
    const made = yield* forecastInSteps(asKnownOn(spells, origin), { ...asked, on: origin, every: days })
    const said = made.points.at(-1)?.all
    if (said === undefined) continue
    const was = inCareOn(by, origin + days).length
    const held = was >= said.low && was <= said.high
    tested.push({ from: dayOf(origin), to: dayOf(origin + days), said, was, held })
  }
  return tested
}
export const backtest = (spells: readonly HomeSpell[], asked: BacktestAsked): readonly Backtested[] =>
  atOnce(backtestInSteps(spells, asked))

export function backtestWords(tested: readonly Backtested[]): string {
  if (tested.length === 0) return 'The record does not reach far enough back to test this forecast on our own past.'
  const held = tested.filter(({ held: one }) => one).length
  return `Of ${tested.length} forecasts made in this way from our own past, ${held} held the number that came.`
}
