// A round's children before it was drawn and some weeks after, against the rest: each figure of the night that is a share of children, with its interval. Pure.
import { apart, type Share, shareOf } from '#agreement'
import type { Definition } from '#indicators'

/** How each child stood in each figure on a day: 'a' above the line, 'b' below it alone, else the fact that is missing. */
export type StandingsOf = ReadonlyMap<string, Readonly<Record<string, string>>>
export type Whose = 'audited' | 'rest'
export type When = 'before' | 'after'
export type Days = Readonly<Record<When, StandingsOf>>
/** `elsewhere`: audited in another round about that time, and so in neither. */
export type Sets = { readonly audited: ReadonlySet<string>; readonly elsewhere: ReadonlySet<string> }

export const WEEKS = [4, 8, 12, 26] as const
export const TAKEN_WEEKS = 12
/** Two rounds nearer than this overlap: half a year. */
export const NEAR_DAYS = 183

type Figure = Pick<
  Definition,
  'id' | 'name' | 'numerator' | 'denominator' | 'unit' | 'polarity' | 'ofTheDay' | 'isPart' | 'adds' | 'addsBelow'
>
/** Each child counts once, above the line or below it: then a set of children has a share. Parts of one whole say nothing apart. */
export const isShareOfChildren = ({ unit, denominator, isPart, adds, addsBelow }: Figure): boolean =>
  unit === 'percent' && isPart !== true && denominator !== undefined && adds === undefined && addsBelow === undefined

const whoseOf = (child: string, { audited, elsewhere }: Sets): Whose | undefined =>
  audited.has(child) ? 'audited' : elsewhere.has(child) ? undefined : 'rest'

export type Behind = { readonly child: string; readonly how: 'so' | 'not so' | 'not known'; readonly lacks?: string }
/** Who is behind one number: the same list that it is counted from. */
export function behindOf(
  { days, sets }: { readonly days: Days; readonly sets: Sets },
  { indicator, whose, when }: { readonly indicator: string; readonly whose: Whose; readonly when: When },
): readonly Behind[] {
  return [...days[when]].flatMap(([child, stands]): readonly Behind[] => {
    const how = stands[indicator]
    if (how === undefined || whoseOf(child, sets) !== whose) return []
    if (how === 'a') return [{ child, how: 'so' }]
    return [how === 'b' ? { child, how: 'not so' } : { child, how: 'not known', lacks: how }]
  })
}
/** How many there are in the rest, of all who stand in some figure on one of the days. */
export const restOf = ({ days, sets }: { readonly days: Days; readonly sets: Sets }): number =>
  new Set(
    [...days.before, ...days.after].flatMap(([child, stands]) =>
      Object.keys(stands).length > 0 && whoseOf(child, sets) === 'rest' ? [child] : [],
    ),
  ).size
const shareIn = (behind: readonly Behind[]): Share =>
  shareOf(behind.filter(({ how }) => how === 'so').length, behind.filter(({ how }) => how !== 'not known').length)

export type Change = 'too few to tell' | 'higher' | 'lower'
/** Only where the two intervals do not touch. */
export const changeOf = (before: Share, after: Share): Change =>
  !apart(before, after) ? 'too few to tell' : after.low > before.high ? 'higher' : 'lower'

export type Compared = {
  readonly figure: Figure
  readonly shares: Readonly<Record<Whose, Readonly<Record<When, Share>>>>
}
/** Of those figures in which some child of the round stands on one of the days, in the order of the page. */
export function compared(
  figures: readonly Figure[],
  given: { readonly days: Days; readonly sets: Sets },
): readonly Compared[] {
  return figures.filter(isShareOfChildren).flatMap((figure) => {
    const share = (whose: Whose, when: When) => shareIn(behindOf(given, { indicator: figure.id, whose, when }))
    const shares = {
      audited: { before: share('audited', 'before'), after: share('audited', 'after') },
      rest: { before: share('rest', 'before'), after: share('rest', 'after') },
    }
    return shares.audited.before.n + shares.audited.after.n === 0 ? [] : [{ figure, shares }]
  })
}
