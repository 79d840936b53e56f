// Measures the forecast of a large council's history and the curve of recruiting, and counts how often the interval held the truth.
import { chanceFrom } from '#chance'
import { type CarerOption, type CurveAsked, forecast, recruitmentCurve } from '#demand-forecast'
import { asKnownOn } from '../../src/demand-forecast/forecast.ts'
import { inCareOn, spellsByChild } from '../../src/demand-forecast/history.ts'
import { FIRST_DAY, inventedHistory } from '../../src/demand-forecast/test-histories.ts'
import { bestOf, type Figure } from './measure.ts'

const YEAR = 365
const SEEDS = 200

/** Of the true numbers one and two years on, the share inside the 95 % interval. */
function coverage(): readonly [number, number] {
  const held = [0, 0]
  for (let seed = 0; seed < SEEDS; seed += 1) {
    const history = inventedHistory({ seed: `coverage ${seed}`, years: 8, comeInAYear: 70 })
    const on = FIRST_DAY + 6 * YEAR
    const by = spellsByChild(history)
    const { points } = forecast(asKnownOn(history, on), {
      on,
      days: 2 * YEAR,
      every: YEAR,
      looksBack: 2 * YEAR,
      futures: 200,
      seed: `${seed}`,
    })
    for (const years of [1, 2]) {
      const was = inCareOn(by, on + years * YEAR).length
      const said = points[years]?.all
      if (said && was >= said.low && was <= said.high) held[years - 1] = (held[years - 1] ?? 0) + 1
    }
  }
  return [(held[0] ?? 0) / SEEDS, (held[1] ?? 0) / SEEDS]
}

/** 95 groups far away, 25 places free, 54 sectors and 6 kinds of carer: the measure of a city. */
function city(): CurveAsked {
  const chance = chanceFrom('city')
  const spot = () => ({ x: chance.next() * 60, y: chance.next() * 60 })
  const groups = Array.from({ length: 95 }, (_, each) => ({
    id: `g${each}`,
    size: chance.happens(0.2) ? 2 : 1,
    solo: chance.happens(0.04),
    at: spot(),
    kind: chance.whole(0, 5),
  }))
  const near = (at: { x: number; y: number }, kind: number | undefined) =>
    groups.flatMap((group, each) =>
      Math.hypot(group.at.x - at.x, group.at.y - at.y) < 20 && (kind === undefined || group.kind % 3 === kind % 3)
        ? [each]
        : [],
    )
  const options: CarerOption[] = Array.from({ length: 54 }, spot).flatMap((at, sector) =>
    Array.from({ length: 6 }, (_, kind) => ({
      id: `${sector}-${kind}`,
      kind: `kind ${kind}`,
      area: `QX${sector}`,
      places: 1 + (kind % 3),
      most: 5,
      near: near(at, kind),
    })),
  )
  const vacancies = Array.from({ length: 25 }, (_, each) => ({
    id: `v${each}`,
    places: 1,
    near: near(spot(), chance.whole(0, 5)),
  }))
  return { groups, vacancies, options, carers: 30 }
}

export async function benchForecast(): Promise<readonly Figure[]> {
  const history = inventedHistory({ seed: 'large', years: 7, comeInAYear: 1430 })
  const children = new Set(history.map(({ child }) => child)).size
  const on = FIRST_DAY + 7 * YEAR
  const asked = { on, days: 2 * YEAR, every: 30, looksBack: YEAR, futures: 500, seed: 'bench' }
  const inCare = forecast(history, { ...asked, futures: 1 }).inCare
  const best = await bestOf(() => forecast(history, asked))
  const [one, two] = coverage()
  console.log(
    `forecast: over ${SEEDS} fixed seeds the 95 % interval held ${one} one year on and ${two} two years on (0.90 to 0.99 promised)`,
  )
  const curve = recruitmentCurve(city())
  console.log(
    `recruitment: ${curve.already.near} near without anybody, ${curve.steps.at(-1)?.near ?? 0} with ${curve.steps.length} more carers`,
  )
  return [
    {
      name: `forecast of ${children} children’s history (${history.length} homes, ${inCare} in care), 500 futures of two years`,
      target: 0.8,
      counts: 'cpu',
      best,
    },
    {
      name: 'recruitment curve of 30 carers, 324 options, 95 groups',
      target: 0.1,
      counts: 'cpu',
      best: await bestOf(() => recruitmentCurve(city())),
    },
  ]
}
