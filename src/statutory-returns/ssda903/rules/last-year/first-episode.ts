// The child's first episode this year against the episode still open at the end of last year: they have to be one.
import { type Day, isDay } from '#return-files'
import type { Given, OneYear } from '../../given.ts'
import { eachChild, type Rule, type RuleWords } from '../../rule.ts'

type Pair = { now: number; before: number }

/** The child's first episode this year, and the last episode of last year where that was left open. */
function openPair({ Episodes, last }: Given, child: number): Pair | undefined {
  const now = Episodes.inOrder(child)[0]
  const before = last.Episodes.inOrder(child).findLast((row) => isDay(last.Episodes.DECOM.at(row)))
  if (now === undefined || before === undefined || !isDay(Episodes.DECOM.at(now))) return undefined
  return last.Episodes.written.DEC.at(before) === null ? { now, before } : undefined
}

const known = new WeakMap<Given, ReadonlyMap<number, Pair>>()

/** Those pairs by child, found once for the eleven rules that compare them. */
function openPairs(given: Given): ReadonlyMap<number, Pair> {
  const found = known.get(given)
  if (found) return found
  const pairs = new Map<number, Pair>()
  for (const child of given.Episodes.everyChild()) {
    const pair = openPair(given, child)
    if (pair) pairs.set(child, pair)
  }
  known.set(given, pairs)
  return pairs
}

type Episodes = OneYear['Episodes']
type Differs = (given: Given, pair: Pair) => boolean

const field =
  (read: (episodes: Episodes, row: number) => string | null): Differs =>
  ({ Episodes, last }, { now, before }) =>
    read(Episodes, now) !== read(last.Episodes, before)

/** Distances are rounded, so a tenth of a mile is no difference. */
function distanceDiffers(now: Day, before: Day): boolean {
  if (isDay(now) && isDay(before)) return Math.abs(now - before) >= 0.2
  return isDay(now) !== isDay(before)
}

/** Codes that were split or replaced: last year's one may have become this year's other. */
function placeWasRecoded(before: string | null, now: string | null, year: number): boolean {
  if (year <= 2025) return before === 'H5' && now === 'K3'
  return year === 2026 && before === 'Z1' && ['Z11', 'Z12', 'Z13', 'Z14'].includes(now ?? '')
}

type Comparison = Pick<RuleWords, 'code' | 'needsPostcodes' | 'needsAuthority'> & {
  field: string
  called: string
  differs: Differs
}

// For 503G, and 453 below. Reference says: a distance missing last year only counts as different. We say: this year too.
const comparisons: readonly Comparison[] = [
  {
    code: '503A',
    field: 'RNE',
    called: 'reason for the new episode',
    differs: field((episodes, row) => episodes.RNE.at(row)),
  },
  { code: '503B', field: 'LS', called: 'legal status', differs: field((episodes, row) => episodes.LS.at(row)) },
  { code: '503C', field: 'CIN', called: 'category of need', differs: field((episodes, row) => episodes.CIN.at(row)) },
  {
    code: '503D',
    field: 'PLACE',
    called: 'placement type',
    differs: ({ Episodes, last, year }, { now, before }) => {
      const [earlier, later] = [last.Episodes.PLACE.at(before), Episodes.PLACE.at(now)]
      return earlier !== later && !placeWasRecoded(earlier, later, year)
    },
  },
  {
    code: '503E',
    field: 'PLACE_PROVIDER',
    called: 'placement provider',
    differs: field((episodes, row) => episodes.PLACE_PROVIDER.at(row)),
  },
  { code: '503F', field: 'URN', called: 'URN', differs: field((episodes, row) => episodes.URN.at(row)) },
  {
    code: '503G',
    field: 'PL_DISTANCE',
    needsPostcodes: true,
    called: 'distance from home',
    differs: ({ Episodes, last }, { now, before }) =>
      distanceDiffers(Episodes.PL_DISTANCE.at(now), last.Episodes.PL_DISTANCE.at(before)),
  },
  {
    code: '503H',
    field: 'PL_LA',
    needsPostcodes: true,
    called: 'authority of the placement',
    differs: field((episodes, row) => episodes.PL_LA.at(row)),
  },
  {
    code: '503J',
    field: 'PL_LOCATION',
    needsPostcodes: true,
    needsAuthority: true,
    called: 'placement inside or outside the area',
    differs: field((episodes, row) => episodes.PL_LOCATION.at(row)),
  },
]

const comparisonRule = ({ field: name, called, differs, ...of }: Comparison): Rule =>
  eachChild({
    ...of,
    says: `The ${called} of the first episode is not that of the episode left open last year.`,
    fields: [name],
    needs: ['Episodes', 'last Episodes'],
    among: (given) => openPairs(given).keys(),
    check: (given, child, flag) => {
      const pair = openPairs(given).get(child)
      if (pair && differs(given, pair)) flag('Episodes', pair.now)
    },
  })

const sameReason = ({ Episodes, last }: Given, { now, before }: Pair) =>
  Episodes.RNE.at(now) === last.Episodes.RNE.at(before)

export const firstEpisodeRules: readonly Rule[] = [
  ...comparisons.map(comparisonRule),
  eachChild({
    code: '452',
    says: 'The authority of the placement changed since last year, without a new episode.',
    fields: ['PL_LA'],
    needsPostcodes: true,
    needs: ['Episodes', 'last Episodes'],
    among: (given) => openPairs(given).keys(),
    check: (given, child, flag) => {
      const pair = openPairs(given).get(child)
      if (!pair || !sameReason(given, pair)) return
      if (given.Episodes.PL_LA.at(pair.now) !== given.last.Episodes.PL_LA.at(pair.before)) flag('Episodes', pair.now)
    },
  }),
  eachChild({
    code: '453',
    says: 'The distance from home changed since last year, without a new episode.',
    fields: ['PL_DISTANCE'],
    needsPostcodes: true,
    needs: ['Episodes', 'last Episodes'],
    among: (given) => openPairs(given).keys(),
    check: (given, child, flag) => {
      const pair = openPairs(given).get(child)
      if (!pair || !sameReason(given, pair)) return
      const [now, before] = [given.Episodes.PL_DISTANCE.at(pair.now), given.last.Episodes.PL_DISTANCE.at(pair.before)]
      if (distanceDiffers(now, before)) flag('Episodes', pair.now)
    },
  }),
  eachChild({
    code: '502',
    says: 'The first episode does not start when the episode left open last year did.',
    fields: ['DECOM'],
    needs: ['Episodes', 'last Episodes'],
    check: ({ Episodes, last }, child, flag) => {
      const first = Episodes.inOrder(child)[0]
      if (first === undefined) return
      const open = last.Episodes.of(child).filter((row) => last.Episodes.written.DEC.at(row) === null)
      if (open.some((row) => last.Episodes.DECOM.at(row) !== Episodes.DECOM.at(first))) flag('Episodes', first)
    },
  }),
  eachChild({
    code: '562',
    says: 'The first episode started before this year, but is not the last one of last year’s return.',
    fields: ['DECOM'],
    needs: ['Episodes', 'last Episodes'],
    check: ({ Episodes, last, start }, child, flag) => {
      const first = Episodes.inOrder(child)[0]
      if (first === undefined || !(Episodes.DECOM.at(first) < start)) return
      const final = last.Episodes.inOrder(child).findLast((row) => isDay(last.Episodes.DECOM.at(row)))
      if (final === undefined || last.Episodes.DECOM.at(final) !== Episodes.DECOM.at(first)) flag('Episodes', first)
    },
  }),
  eachChild({
    code: 'NoE',
    says: 'The child came into care before this year, but was not in last year’s return.',
    fields: ['DECOM'],
    needs: ['Episodes', 'last Episodes'],
    check: ({ Episodes, last, start }, child, flag) => {
      if (last.Episodes.of(child).length > 0) return
      for (const row of Episodes.of(child)) if (Episodes.DECOM.at(row) < start) flag('Episodes', row)
    },
  }),
]
