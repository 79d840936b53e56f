// Why this home and not that one: the trade-off in one sentence, and up to four homes side by side.

import { explain, type MatchExplanation } from './explanation.ts'
import type { Factor } from './factor.ts'
import type { HomeKnown } from './home.ts'
import { distanceShown, type Pair, type Wanted } from './pair.ts'
import { type Measure, measureOf, middle, type Sorted } from './ranking.ts'
import { listed } from './request.ts'

/** Too small to be spoken of. */
const NOTHING = 0.5

interface Differs {
  readonly factor: Factor
  /** In points of weight; above nought: this one has more of it. */
  readonly by: number
}
function differences(one: Pair, other: Pair, { factors }: Measure): readonly Differs[] {
  return factors
    .map(({ factor, weight }) => ({ factor, by: weight * (middle(factor.share(one)) - middle(factor.share(other))) }))
    .filter(({ by }) => Math.abs(by) >= NOTHING)
    .toSorted((a, b) => Math.abs(b.by) - Math.abs(a.by))
}

/** In miles only where both addresses may be found. */
function worseWords({ factor }: Differs, one: Pair, other: Pair): string {
  const [here, there] = [distanceShown(one), distanceShown(other)]
  if (factor.code !== 'home' || here.kind !== 'miles' || there.kind !== 'miles') return factor.worse(one)
  const more = Math.round(here.miles - there.miles)
  return more < 1 ? factor.worse(one) : `${more} ${more === 1 ? 'mile' : 'miles'} further from home`
}

/** `8 miles further from home than Hill House, but makes it easier to stay at Elm School and has more of the skills that are needed.` */
export function tradeOff(wanted: Wanted, home: HomeKnown, other: HomeKnown): string {
  const [one, two]: [Pair, Pair] = [
    { wanted, home },
    { wanted, home: other },
  ]
  const all = differences(one, two, measureOf(wanted))
  const worse = all.filter(({ by }) => by < 0).map((each) => worseWords(each, one, two))
  const better = all.filter(({ by }) => by > 0).map(({ factor }) => factor.better(one))
  const [minus, plus] = [listed(worse.slice(0, 2)), listed(better.slice(0, 2))]
  if (minus === '' && plus === '') return `By all that is known, as good as ${other.called}.`
  if (plus === '') return capital(`${minus} than ${other.called}, and with nothing that ${other.called} has less of.`)
  if (minus === '') return capital(`${plus}, and gives up nothing against ${other.called}.`)
  return capital(`${minus} than ${other.called}, but ${plus}.`)
}
const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1)

export interface Shown extends MatchExplanation {
  /** Against the first; of the first, against the second. */
  readonly tradeOff: string
}

/** The list as it is shown: three to five, each with what it gives and takes. */
export function shownHomes({ wanted, shown }: Sorted): readonly Shown[] {
  return shown.map(({ pair: { home } }, at) => {
    const against = shown[at === 0 ? 1 : 0]?.pair.home
    return {
      ...explain(wanted, home),
      tradeOff: against === undefined ? 'There is no other to set it against.' : tradeOff(wanted, home, against),
    }
  })
}

export const COMPARED_AT_MOST = 4
export interface Compared {
  readonly homes: readonly MatchExplanation[]
  /** By reason, in the order of the homes. */
  readonly rows: readonly { readonly code: string; readonly cells: readonly string[]; readonly differs: boolean }[]
}
export type NotCompared = 'tooFew' | 'tooMany'

/** Two to four side by side, those that need a decision or cannot be among them, said so. */
export function compared(wanted: Wanted, homes: readonly HomeKnown[]): Compared | NotCompared {
  if (homes.length < 2) return 'tooFew'
  if (homes.length > COMPARED_AT_MOST) return 'tooMany'
  const explained = homes.map((home) => explain(wanted, home))
  const rows = (explained[0]?.factors ?? []).map(({ code }) => {
    const of = explained.map(({ factors }) => factors.find((factor) => factor.code === code))
    const shares = of.map((factor) => (factor === undefined ? 0 : Math.round(middle(factor) * 100)))
    return { code, cells: of.map((factor) => factor?.because ?? ''), differs: new Set(shares).size > 1 }
  })
  return { homes: explained, rows }
}

/** What was done to find enough, in words: `Within 10 miles 1 home fits; within 20 miles 4.` */
export function stepsWords({ steps }: Pick<Sorted, 'steps'>): string {
  const words = steps.map(({ miles, fits }) => {
    const where = miles === undefined ? 'anywhere' : `within ${miles} miles`
    return `${where} ${fits === 0 ? 'none' : fits} ${fits === 1 ? 'fits' : 'fit'}`
  })
  return `${capital(words.join('; '))}.`
}
