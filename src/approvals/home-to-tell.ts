// Of which home notice is owed, and whether there were carers before: one answer for the clock, the form and the page. Pure.
import { groupedByCarers, isPlaceCode, type PlaceCode, placeGroup } from '#placements'

type Carried = { readonly place: PlaceCode; readonly sameCarers: boolean }
export type HomeToTell<Home> = {
  /** The home and those that carry it on with the same carers: notice is owed of the beginning of the first. */
  readonly all: readonly [Home, ...Home[]]
  /** There was another home, with other carers, before it in this time in care. */
  readonly moved: boolean
  /** Placing for adoption, and a temporary move, have rules of their own. */
  readonly owed: boolean
  /** Somebody other than a parent has the care of them there. */
  readonly cared: boolean
}

/** `homes`: of one time in care, in order. */
export const homesToTell = <Home extends Carried>(homes: readonly Home[]): readonly HomeToTell<Home>[] =>
  groupedByCarers(homes).map((all, at) => {
    const group = placeGroup(all[0].place)
    const cared = group !== 'parent' && all[0].place !== 'P2'
    return { all, moved: at > 0, owed: group !== 'adoption' && group !== 'temporary', cared }
  })

type Row = { readonly line: string; readonly kind: string; readonly sameCarers: boolean; readonly since: string }
/** That of a home as the record holds it. `cameIn`: by its line, the day on which the time in care began in which it lies. */
export function homeToTell<Home extends Row>(
  homes: readonly Home[],
  { line, cameIn }: { readonly line: string; readonly cameIn: ReadonlyMap<string, string | null> },
): HomeToTell<Home & Carried> | undefined {
  const within = homes
    .filter((home) => (cameIn.get(home.line) ?? null) === (cameIn.get(line) ?? null))
    .map((home) => ({ ...home, place: isPlaceCode(home.kind) ? home.kind : ('Z1' as const) }))
    .toSorted((a, b) => (a.since < b.since ? -1 : 1))
  return homesToTell(within).find(({ all }) => all.some((home) => home.line === line))
}
