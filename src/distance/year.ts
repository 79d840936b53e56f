// How near the homes of a year are: new placements and planned moves alone, with stability, school and brothers and sisters on the same line. Pure.
import { apart, shareOf as wilsonOf } from '#agreement'
import { isMeasured, isOver20, type Measured } from './far.ts'

export type HomeBegun = Measured & {
  readonly child: string
  readonly placement: string
  readonly began: string
  /** The first home of a time in care. */
  readonly first: boolean
  /** They came from another home. */
  readonly moved: boolean
  /** null: nobody has said. */
  readonly planned: boolean | null
  /** As was recorded when the home was chosen; null: nobody has answered. */
  readonly schoolKept: boolean | null
  readonly together: boolean | null
}
/** A time with brothers and sisters that was to happen. */
export type SiblingTime = { readonly child: string; readonly happens: string; readonly happened: boolean }
export type YearFacts = {
  readonly begun: readonly HomeBegun[]
  /** Children who were in care on any day of the year. */
  readonly inCare: number
  /** Moves of the year, planned or not: every home but the first of a time in care. */
  readonly moves: number
  /** Times with brothers and sisters of the year that happened, of those that were to happen. */
  readonly siblingTimes: { readonly happened: number; readonly of: number }
}
type Share = { readonly of: number; readonly yes: number; readonly notKnown: number }
export type YearLine = {
  readonly counted: readonly HomeBegun[]
  readonly near: Share
  readonly schoolKept: Share
  readonly together: Share
  readonly moves: number
  readonly inCare: number
  readonly siblingTimes: YearFacts['siblingTimes']
}

const shareOf = (values: readonly (boolean | null)[]): Share => ({
  of: values.filter((one) => one !== null).length,
  yes: values.filter((one) => one === true).length,
  notKnown: values.filter((one) => one === null).length,
})
/** Distance is judged only where somebody could choose: a first home, or a move that was planned. */
const isCounted = ({ first, planned }: Pick<HomeBegun, 'first' | 'planned'>): boolean => first || planned === true
export const isNear = (home: Measured): boolean | null => (isMeasured(home) ? !isOver20(home) : null)

export function yearLine({ begun, inCare, moves, siblingTimes }: YearFacts): YearLine {
  const counted = begun.filter(isCounted)
  return {
    ...{ counted, inCare, moves, siblingTimes },
    near: shareOf(counted.map(isNear)),
    schoolKept: shareOf(counted.map(({ schoolKept }) => schoolKept)),
    together: shareOf(counted.map(({ together }) => together)),
  }
}

const part = ({ of, yes }: Share): number => (of === 0 ? 0 : yes / of)
const movesEach = ({ moves, inCare }: YearLine): number => (inCare === 0 ? 0 : moves / inCare)
export type Judged = 'nearer' | 'nearer with more moves' | 'further' | 'the same' | 'not known'

/** Fewer miles that were bought with more moves are worse, and are said so. Two years of few children can differ by chance. */
export function judged(now: YearLine, before: YearLine): Judged {
  if (now.near.of === 0 || before.near.of === 0) return 'not known'
  if (part(now.near) < part(before.near)) return 'further'
  if (part(now.near) === part(before.near)) return 'the same'
  return movesEach(now) > movesEach(before) ? 'nearer with more moves' : 'nearer'
}
const JUDGED: Readonly<Record<Judged, string>> = {
  nearer: 'A larger share of the homes chosen this year is near than the year before, without more moves.',
  'nearer with more moves':
    'Worse: a larger share of the homes chosen this year is near, and children moved more often. Fewer miles are no gain then.',
  further: 'A smaller share of the homes chosen this year is near than the year before.',
  'the same': 'The same share of the homes chosen this year is near as the year before.',
  'not known': 'The two years cannot be compared: of one of them no home is measured.',
}

/** What the two years say, and that it may be chance where their intervals touch. */
export function judgedWords(now: YearLine, before: YearLine): string {
  const verdict = judged(now, before)
  const told = JUDGED[verdict]
  if (verdict === 'not known' || verdict === 'the same') return told
  const differ = apart(wilsonOf(now.near.yes, now.near.of), wilsonOf(before.near.yes, before.near.of))
  return differ ? told : `${told} So few may differ by chance: it is no change yet.`
}
