// Why a home fits, waits for a decision or cannot be: gates with their law, reasons, what is unknown, and words for the child.
import { createHash } from 'node:crypto'
import type { Share } from './factor.ts'
import type { Ground, Passed, Role, Unlock } from './gate.ts'
import { answerOf, type HomeKnown } from './home.ts'
import {
  type DistanceShown,
  distanceShown,
  distanceWords,
  type Journey,
  journeysOf,
  type Pair,
  type Wanted,
  whereOf,
} from './pair.ts'
import { type Band, bandOf, type FactorCode } from './policy.ts'
import { judged, type Measure, measureOf, middle, scoreOf, type Verdict } from './ranking.ts'
import { listed } from './request.ts'

export interface GateTold {
  readonly code: string
  readonly name: string
  readonly passed: Passed
  readonly fact: string
  readonly ground: Ground
  /** Of a gate that is shut: who may open it. */
  readonly unlock: Unlock | undefined
}
export interface FactorTold extends Share {
  readonly code: FactorCode
  readonly weight: number
  readonly because: string
}
export interface MatchExplanation {
  readonly request: string
  readonly home: string
  readonly called: string
  readonly on: string
  readonly policyVersion: string
  /** Of the request, the home and the settings, as they were asked about. */
  readonly inputsHash: string
  readonly verdict: Verdict
  readonly gates: readonly GateTold[]
  readonly distance: DistanceShown
  readonly journeys: readonly Journey[]
  /** Three facts that are often taken for one: miles, whose area, and whether it adjoins. */
  readonly inArea: boolean | 'unknown'
  readonly adjoining: boolean | 'unknown' | 'inside'
  readonly factors: readonly FactorTold[]
  readonly band: Band
  /** The bands at the ends of what is known: the same where nothing is unknown. */
  readonly bandFrom: Band
  readonly bandTo: Band
  readonly scoreLow: number
  readonly scoreHigh: number
  readonly forChild: string
  readonly ask: readonly string[]
  readonly flags: readonly string[]
}

/** Keys in order, sets and maps as lists: the same inputs give the same text. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) => {
    if (part instanceof Map) return [...part].toSorted(([one], [other]) => (one < other ? -1 : 1))
    if (part === null || typeof part !== 'object' || Array.isArray(part)) return part
    return Object.fromEntries(Object.entries(part).toSorted(([one], [other]) => (one < other ? -1 : 1)))
  })
}
/** A mark of anything plain: the same things, the same mark. */
export const hashOfAll = (parts: readonly unknown[]): string =>
  createHash('sha256').update(canonical(parts)).digest('hex')
/** What a list was made of; kept with it, so that it can be told years later whether it would come out the same. */
export function inputsHash({ request, policy }: Wanted, homes: readonly HomeKnown[]): string {
  const hash = createHash('sha256').update(canonical(request)).update(canonical(policy))
  for (const home of homes.toSorted((one, other) => (one.id < other.id ? -1 : 1))) hash.update(canonical(home))
  return hash.digest('hex')
}

function gatesTold(pair: Pair, { gates }: Measure): readonly GateTold[] {
  return gates.map((gate) => {
    const passed = gate.check(pair)
    const unlock = passed === false ? gate.unlock?.(pair) : undefined
    return {
      code: gate.code,
      name: gate.name,
      passed,
      fact: gate.fact(pair, passed),
      ground: gate.ground,
      unlock,
    }
  })
}

const ASKED_AT_MOST = 3
/** The gates first, then the reasons whose answer would move the list most. */
function questions(pair: Pair, { gates, factors }: Measure): readonly string[] {
  const shut = gates.filter((gate) => gate.check(pair) === 'unknown').map((gate) => gate.ask(pair))
  const open = factors
    .map(({ factor, weight }) => ({ ask: factor.ask, share: factor.share(pair), weight }))
    .map(({ ask, share, weight }) => ({ ask, width: weight * (share.high - share.low) }))
    .filter(({ width }) => width > 0)
    .toSorted((one, other) => other.width - one.width)
    .map(({ ask }) => ask(pair))
  return [...new Set([...shut, ...open])].slice(0, Math.max(ASKED_AT_MOST, shut.length))
}

/** Who lives there is told, and counts for nothing. */
function flagsOf({ home: { living, precision } }: Pair): readonly string[] {
  const others = living?.length ?? 0
  return [
    living === undefined ? 'Who lives there is not known.' : '',
    others > 0 ? `${others} ${others === 1 ? 'child lives' : 'children live'} there now.` : '',
    precision === 'sector' ? 'Only the postcode sector of this home is known: miles are rough.' : '',
  ].filter((flag) => flag !== '')
}

/** Strengths first; no risk, no code, and no number that would find a protected home. */
function forChild(pair: Pair): string {
  const { request } = pair.wanted
  const shared = request.likes.filter((word) => answerOf(pair.home, word) === 'yes')
  const asked = request.askedFor.filter((word) => answerOf(pair.home, word) === 'yes')
  const distance = distanceShown(pair)
  return [
    shared.length > 0 ? `The people here like ${listed(shared)} too.` : '',
    asked.length > 0 ? `You asked for ${listed(asked)}: it is here.` : '',
    request.children.length > 1
      ? `There is room for ${listed(request.children.map(({ called }) => called))} together.`
      : '',
    distance.kind === 'miles' || distance.kind === 'band' ? `It is ${distanceWords(distance)}.` : '',
  ]
    .filter((words) => words !== '')
    .join(' ')
}

export function explain(wanted: Wanted, home: HomeKnown): MatchExplanation {
  const pair: Pair = { wanted, home }
  const measure = measureOf(wanted)
  const { request, policy } = wanted
  const score = scoreOf(pair, measure)
  const where = whereOf(pair)
  return {
    ...{ request: request.id, home: home.id, called: home.called, on: request.on, policyVersion: policy.version },
    inputsHash: inputsHash(wanted, [home]),
    verdict: judged(pair, measure).verdict,
    gates: gatesTold(pair, measure),
    distance: distanceShown(pair),
    journeys: journeysOf(pair),
    inArea: where === 'unknown' ? 'unknown' : where === 'inside',
    adjoining:
      where === 'inside' ? 'inside' : where === 'unknown' || where === 'outside' ? 'unknown' : where === 'adjoining',
    factors: measure.factors.map(({ factor, weight }) => ({
      ...{ code: factor.code, weight, because: factor.because(pair) },
      ...factor.share(pair),
    })),
    band: bandOf(middle(score), policy),
    bandFrom: bandOf(score.low, policy),
    bandTo: bandOf(score.high, policy),
    ...{ scoreLow: score.low, scoreHigh: score.high },
    forChild: forChild(pair),
    ask: questions(pair, measure),
    flags: flagsOf(pair),
  }
}

export interface RuledOut {
  readonly home: string
  readonly called: string
  readonly because: readonly { readonly fact: string; readonly ground: Ground }[]
}
/** Every home that cannot be, with all that stands against it. */
export function ruledOut(wanted: Wanted, homes: Iterable<HomeKnown>): readonly RuledOut[] {
  const measure = measureOf(wanted)
  return [...homes].flatMap((home) => {
    const pair: Pair = { wanted, home }
    if (judged(pair, measure).verdict !== 'cannot') return []
    const because = gatesTold(pair, measure)
      .filter(({ passed, unlock }) => passed === false && unlock === undefined)
      .map(({ fact, ground }) => ({ fact, ground }))
    return [{ home: home.id, called: home.called, because }]
  })
}

/** Who has to decide what before this home is to be had, each once. */
export function decisionsNeeded({
  gates,
}: MatchExplanation): readonly { readonly by: Role; readonly decision: string; readonly ground: Ground }[] {
  return gates.flatMap(({ unlock, ground }) => (unlock === undefined ? [] : [{ ...unlock, ground }]))
}

/** The kinds in which the record is asked for the decisions that our own council takes. */
export function approvalsNeeded({ gates }: Pick<MatchExplanation, 'gates'>): readonly string[] {
  return gates.flatMap(({ code, unlock }) => {
    if (unlock === undefined) return []
    if (code === 'area' || code === 'localDistance')
      return [unlock.by === 'director' ? 'placement at a distance' : 'placement outside the area']
    return code === 'examYears' ? ['move in the exam years'] : []
  })
}
