// Every home sorted into the three stages, those that fit ranked, the search widened in stated steps. Nothing is chosen.
import type { BoardInput } from '#placing-together'
import { CARE_GATES } from './care-gates.ts'
import { FACTORS, type Factor, type Share } from './factor.ts'
import type { Gate } from './gate.ts'
import type { HomeKnown } from './home.ts'
import { LAW_GATES } from './law-gates.ts'
import { milesOf, type Pair, type Wanted } from './pair.ts'
import { type Band, bandOf } from './policy.ts'

export type Verdict = 'cannot' | 'needsDecision' | 'fits'

/** What applies to this request: of it alone, so that a child loses nothing by having no school or no brothers and sisters. */
export interface Measure {
  readonly gates: readonly Gate[]
  readonly mayRuleOut: readonly Gate[]
  readonly mayBeDecided: readonly Gate[]
  readonly factors: readonly { readonly factor: Factor; readonly weight: number }[]
}

export function measureOf(wanted: Wanted): Measure {
  const gates = [...LAW_GATES, ...CARE_GATES].filter(({ applies }) => applies === undefined || applies(wanted))
  const factors = FACTORS.filter(({ applies }) => applies(wanted))
    .map((factor) => ({ factor, weight: wanted.policy.weights[factor.code] * (factor.times?.(wanted) ?? 1) }))
    .filter(({ weight }) => weight > 0)
  const of = (wantedStage: Gate['stage']) => gates.filter(({ stage }) => stage === wantedStage)
  return { gates, mayRuleOut: of('cannot'), mayBeDecided: of('decision'), factors }
}

/** `by`: the first gate that nobody may open; of what needs a decision the first that somebody has to. */
export type Judged =
  | { readonly verdict: 'cannot' | 'needsDecision'; readonly by: Gate }
  | { readonly verdict: 'fits'; readonly by: undefined }
const FITS: Judged = { verdict: 'fits', by: undefined }

export function judged(pair: Pair, { mayRuleOut, mayBeDecided }: Measure): Judged {
  let waits: Gate | undefined
  for (const gate of mayRuleOut) {
    const passed = gate.check(pair)
    if (passed === true) continue
    if (passed === false && gate.unlock?.(pair) === undefined) return { verdict: 'cannot', by: gate }
    waits ??= gate
  }
  // Where somebody may decide anyway, one gate that is shut says as much as three.
  if (waits === undefined) waits = mayBeDecided.find((gate) => gate.check(pair) !== true)
  return waits === undefined ? FITS : { verdict: 'needsDecision', by: waits }
}

/** What cannot be compared by anything is known of nothing. */
export function scoreOf(pair: Pair, { factors }: Measure): Share {
  let low = 0
  let high = 0
  let all = 0
  for (const { factor, weight } of factors) {
    const share = factor.share(pair)
    low += weight * share.low
    high += weight * share.high
    all += weight
  }
  return all === 0 ? { low: 0, high: 1 } : { low: low / all, high: high / all }
}

export const middle = ({ low, high }: Share): number => (low + high) / 2

export interface Ranked {
  readonly pair: Pair
  readonly miles: number | undefined
  readonly score: Share
  readonly band: Band
}

// Nine decimals: the same reasons in another order of adding must not decide who stands first.
const evened = (share: Share): number => Math.round(middle(share) * 1e9)

/** By the middle of what is known, then the keen, then the nearer, then by id: never by the order in which homes came. */
function inOrder(one: Ranked, other: Ranked): number {
  const gap = evened(other.score) - evened(one.score)
  if (gap !== 0) return gap
  if (one.pair.home.keen !== other.pair.home.keen) return one.pair.home.keen ? -1 : 1
  return nearestFirst(one, other)
}

interface Waiting {
  readonly pair: Pair
  readonly miles: number | undefined
}
/** Those that wait for a decision are in no ranking: the nearest are told first. */
function nearestFirst(one: Waiting, other: Waiting): number {
  const nearer = (one.miles ?? Infinity) - (other.miles ?? Infinity)
  if (nearer !== 0 && !Number.isNaN(nearer)) return nearer
  return one.pair.home.id < other.pair.home.id ? -1 : 1
}

interface Few<One> {
  readonly offer: (one: One) => void
  readonly kept: One[]
}
/** Keeps the first few of many without sorting them all. */
function firstFew<One>(most: number, order: (one: One, other: One) => number): Few<One> {
  const kept: One[] = []
  const offer = (one: One) => {
    const last = kept.at(-1)
    if (kept.length === most && last !== undefined && order(one, last) > 0) return
    const at = kept.findIndex((other) => order(one, other) < 0)
    kept.splice(at === -1 ? kept.length : at, 0, one)
    if (kept.length > most) kept.pop()
  }
  return { offer, kept }
}

export interface Step {
  /** Undefined: anywhere. */
  readonly miles: number | undefined
  readonly fits: number
}

export interface Sorted {
  readonly wanted: Wanted
  readonly measure: Measure
  /** The steps that the search took; the last is the one that is shown. */
  readonly steps: readonly Step[]
  /** Three to five where there are as many: beyond the third only while as good as it. */
  readonly shown: readonly Ranked[]
  readonly fits: number
  readonly needsDecision: { readonly count: number; readonly first: readonly Ranked[] }
  readonly ruledOut: ReadonlyMap<Gate, number>
  readonly ruledOutCount: number
}

/** The step in which a home lies: how far is not known, only in the last. */
function stepOf(miles: number | undefined, steps: readonly number[]): number {
  const at = miles === undefined ? -1 : steps.findIndex((most) => miles <= most)
  return at === -1 ? steps.length : at
}

function cut(kept: readonly Ranked[], enough: number): readonly Ranked[] {
  const third = kept[enough - 1]
  return kept.filter(({ band }, at) => at < enough || band === third?.band)
}

export function sorted(wanted: Wanted, homes: Iterable<HomeKnown>): Sorted {
  const { policy } = wanted
  const measure = measureOf(wanted)
  const ranked = (pair: Pair, miles: number | undefined): Ranked => {
    const score = scoreOf(pair, measure)
    return { pair, miles, score, band: bandOf(middle(score), policy) }
  }
  const within = [...policy.steps, Infinity].map(() => ({ ...firstFew(policy.most, inOrder), fits: 0 }))
  const waiting = firstFew<Waiting>(policy.most, nearestFirst)
  // By gate, in an array: a map asked a hundred thousand times is the dearest line of all.
  const out = measure.mayRuleOut.map(() => 0)
  let waits = 0
  for (const home of homes) {
    const pair = { wanted, home }
    const { verdict, by } = judged(pair, measure)
    if (verdict === 'cannot') {
      const at = measure.mayRuleOut.indexOf(by)
      out[at] = (out[at] ?? 0) + 1
      continue
    }
    const miles = milesOf(pair)
    if (verdict === 'needsDecision') {
      waiting.offer({ pair, miles })
      waits += 1
      continue
    }
    const step = within[stepOf(miles, policy.steps)]
    step?.offer(ranked(pair, miles))
    if (step) step.fits += 1
  }
  const needsDecision = { count: waits, first: waiting.kept.map(({ pair, miles }) => ranked(pair, miles)) }
  const ruledOut = new Map(measure.mayRuleOut.flatMap((gate, at) => (out[at] ? [[gate, out[at]] as const] : [])))
  const ruledOutCount = out.reduce((sum, count) => sum + count, 0)
  return { wanted, measure, ...widened(within, wanted), needsDecision, ruledOut, ruledOutCount }
}

type Within = { readonly kept: readonly Ranked[]; readonly fits: number }

/** From the nearest step on, until enough fit or there is nowhere further to look. */
function widened(within: readonly Within[], { policy }: Wanted): Pick<Sorted, 'steps' | 'shown' | 'fits'> {
  const steps: Step[] = []
  const found: Ranked[] = []
  let fits = 0
  for (const [at, step] of within.entries()) {
    fits += step.fits
    found.push(...step.kept)
    steps.push({ miles: policy.steps[at], fits })
    if (fits >= policy.enough) break
  }
  const shown = cut(found.toSorted(inOrder).slice(0, policy.most), policy.enough)
  return { steps, shown, fits }
}

/** The whole board of those who wait: homes that fit without any decision, worth the middle of what is known in hundredths. */
export function boardInput(waiting: readonly Wanted[], homes: readonly HomeKnown[]): BoardInput {
  const pairs = waiting.flatMap((wanted) => {
    const measure = measureOf(wanted)
    return homes.flatMap((home) => {
      const pair = { wanted, home }
      if (judged(pair, measure).verdict !== 'fits') return []
      return [
        { group: wanted.request.id, home: home.id, score: Math.round(1000 * middle(scoreOf(pair, measure))) / 10 },
      ]
    })
  })
  const groups = waiting.map(({ request, size }) => ({
    id: request.id,
    size,
    solo: request.livingWith === 'nobodyElse',
  }))
  return {
    groups,
    homes: homes.map(({ id, free }) => ({ id, free: free === 'unknown' ? 0 : Math.max(0, free) })),
    pairs,
  }
}
