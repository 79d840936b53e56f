// Reasons why a home fits: each a share of what could be, as far as known, with the words for it.

import { schoolReach } from './care-gates.ts'
import { answerOf } from './home.ts'
import { distanceShown, distanceWords, milesOf, milesSeen, type Pair, type Wanted } from './pair.ts'
import type { FactorCode, NearFar } from './policy.ts'
import { listed } from './request.ts'

/** From 0 to 1: what is not known counts as nothing in `low` and as all in `high`. */
export interface Share {
  readonly low: number
  readonly high: number
}
const exactly = (share: number): Share => ({ low: share, high: share })
const NOT_KNOWN: Share = { low: 0, high: 1 }

export interface Factor {
  readonly code: FactorCode
  readonly applies: (wanted: Wanted) => boolean
  readonly share: (pair: Pair) => Share
  /** Of the weight: an exam year counts double. */
  readonly times?: (wanted: Wanted) => number
  readonly because: (pair: Pair) => string
  /** In a sentence on what one home has over another. */
  readonly better: (pair: Pair) => string
  readonly worse: (pair: Pair) => string
  readonly ask: (pair: Pair) => string
}

/** Whole up to `near`, none from `far` on. */
const falling = (value: number, { near, far }: NearFar): number =>
  Math.min(1, Math.max(0, (far - value) / (far - near)))

const STEP_AT = 20
const STEP = 0.1
/** Whole to 3 miles, falling to none at 40, with a step where the statistics begin to count a child as far away. */
function nearness(miles: number): number {
  const fallen = falling(miles, { near: 3, far: 40 })
  return miles > STEP_AT ? Math.max(0, fallen - STEP) : fallen
}

const home: Factor = {
  code: 'home',
  applies: ({ request }) => request.from !== 'none',
  share: (pair) => {
    const miles = milesOf(pair)
    return miles === undefined ? NOT_KNOWN : exactly(nearness(miles))
  },
  because: (pair) => `It is ${distanceWords(distanceShown(pair))}.`.replace('It is how', 'How'),
  better: () => 'is nearer home',
  worse: () => 'further from home',
  ask: () => 'Where exactly is this home?',
}

const school: Factor = {
  code: 'school',
  applies: ({ request }) => request.school !== undefined,
  share: (pair) => {
    const reach = schoolReach(pair)
    return reach === undefined ? NOT_KNOWN : exactly(falling(reach.far, pair.wanted.policy.school[reach.unit]))
  },
  times: ({ request }) => (request.school?.year === 10 || request.school?.year === 11 ? 2 : 1),
  because: (pair) => {
    const reach = schoolReach(pair)
    const called = pair.wanted.request.school?.called ?? ''
    if (reach === undefined) return `How far ${called} is, is not known.`
    if (reach.far > pair.wanted.policy.school[reach.unit].far) return `${called} is too far to stay at.`
    if (reach.unit === 'minutes') return `${called} is ${reach.far} minutes away.`
    return pair.home.protected ? `${called} is within reach.` : `${called} is ${reach.far} miles away.`
  },
  better: ({ wanted }) => `makes it easier to stay at ${wanted.request.school?.called ?? 'school'}`,
  worse: ({ wanted }) => `with a longer way to ${wanted.request.school?.called ?? 'school'}`,
  ask: ({ wanted }) => `How many minutes is it to ${wanted.request.school?.called ?? 'school'}?`,
}

const visits: Factor = {
  code: 'visits',
  applies: ({ request }) => request.visits.some(({ perWeek }) => perWeek > 0),
  share: (pair) => {
    const { request, policy } = pair.wanted
    let [low, high, all] = [0, 0, 0]
    for (const { at, perWeek, minutes, protected: hidden = false } of request.visits) {
      const typed = minutes?.get(pair.home.id)
      const miles = typed === undefined ? milesSeen(at, pair.home, hidden) : undefined
      all += perWeek
      if (typed !== undefined) low += perWeek * falling(typed, policy.visit.minutes)
      else if (miles !== undefined) low += perWeek * falling(miles, policy.visit.miles)
      high += typed === undefined && miles === undefined ? perWeek : 0
    }
    return { low: low / all, high: (low + high) / all }
  },
  because: ({ wanted: { request } }) => `They go to ${listed(request.visits.map(({ to }) => to))} regularly.`,
  better: ({ wanted }) => `is nearer to ${listed(wanted.request.visits.map(({ to }) => to))}`,
  worse: ({ wanted }) => `further from ${listed(wanted.request.visits.map(({ to }) => to))}`,
  ask: ({ wanted }) => `How many minutes is it to ${listed(wanted.request.visits.map(({ to }) => to))}?`,
}

const WORTH = { yes: 1, willing: 0.5, no: 0 } as const

/** The share of these words that the home answers; `weigh` doubles what is essential. */
function answered({ home: of }: Pair, words: readonly string[], weigh?: (at: number) => number): Share {
  let low = 0
  let high = 0
  let all = 0
  for (let at = 0; at < words.length; at += 1) {
    const answer = answerOf(of, words[at] ?? '')
    const weight = weigh === undefined ? 1 : weigh(at)
    all += weight
    if (answer === 'unknown') high += weight
    else {
      low += weight * WORTH[answer]
      high += weight * WORTH[answer]
    }
  }
  return { low: low / all, high: high / all }
}

/** `Yes to a and b; would learn c; d is not known.` */
function answersWords(
  { home: of }: Pair,
  words: readonly string[],
  { yes, willing }: { yes: string; willing: string },
): string {
  const by = Map.groupBy(words, (word) => answerOf(of, word))
  const parts = [
    by.has('yes') ? `${yes} ${listed(by.get('yes') ?? [])}` : '',
    by.has('willing') ? `${willing} ${listed(by.get('willing') ?? [])}` : '',
    by.has('no') ? `not ${listed(by.get('no') ?? [])}` : '',
    by.has('unknown') ? `not known: ${listed(by.get('unknown') ?? [])}` : '',
  ].filter((part) => part !== '')
  const all = parts.join('; ')
  return `${all.charAt(0).toUpperCase()}${all.slice(1)}.`
}

type Words = (wanted: Wanted) => readonly string[]
type Said = { readonly yes: string; readonly willing: string; readonly better: string; readonly worse: string }
const byAnswers = (code: FactorCode, words: Words, said: Said): Factor => ({
  code,
  applies: (wanted) => words(wanted).length > 0,
  share: (pair) => answered(pair, words(pair.wanted)),
  because: (pair) => answersWords(pair, words(pair.wanted), said),
  better: () => said.better,
  worse: () => said.worse,
  ask: (pair) => `Ask about ${listed(words(pair.wanted).filter((word) => answerOf(pair.home, word) === 'unknown'))}.`,
})

const mattersWords: Words = ({ request }) => request.matters.map(({ word }) => word)
const matters: Factor = {
  ...byAnswers('matters', mattersWords, {
    yes: 'here is what matters to them:',
    willing: 'would make room for',
    better: 'has more of what matters to them',
    worse: 'with less of what matters to them',
  }),
  share: (pair) => {
    const { matters: said } = pair.wanted.request
    return answered(pair, mattersWords(pair.wanted), (at) => (said[at]?.strength === 'essential' ? 2 : 1))
  },
}

export const FACTORS: readonly Factor[] = [
  home,
  school,
  visits,
  byAnswers('needs', ({ request }) => request.needs, {
    yes: 'skilled in, and has done,',
    willing: 'would train in',
    better: 'has more of the skills that are needed',
    worse: 'with fewer of the skills that are needed',
  }),
  byAnswers('likes', ({ request }) => request.likes, {
    yes: 'here too they like',
    willing: 'would take up',
    better: 'shares more of what they like',
    worse: 'with less of what they like',
  }),
  matters,
  byAnswers('askedFor', ({ request }) => request.askedFor, {
    yes: 'as was asked for:',
    willing: 'would bring about',
    better: 'has more of what they asked for',
    worse: 'with less of what they asked for',
  }),
]
