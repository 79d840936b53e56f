// Whose area a home stands in: inside, outside and adjoining are three facts, and each may be unknown.
import { countryOf, upperTierCodes, upperTierOf } from './authority.ts'
import reviewed from './neighbour-overrides.json' with { type: 'json' }
import published from './neighbours-2025.json' with { type: 'json' }
import type { Place } from './postcode.ts'

/** One correction of who adjoins whom; it holds both ways. `adjoining: false` takes a neighbour away. */
export type NeighbourOverride = {
  readonly between: readonly string[]
  readonly adjoining: boolean
  readonly reason: string
}

/** Upper-tier authority → those that adjoin it. An authority that is not in it has unknown neighbours. */
export type Neighbours = ReadonlyMap<string, ReadonlySet<string>>

function applied(to: Map<string, Set<string>>, override: NeighbourOverride): void {
  const [one, other] = override.between.map((code) => upperTierOf(code))
  if (one === undefined || other === undefined || one === other) return
  for (const [from, towards] of [
    [one, other],
    [other, one],
  ] as const) {
    // Only England's neighbours are known whole: a Welsh council does not become known by one English neighbour.
    const beside = to.get(from)
    if (override.adjoining) beside?.add(towards)
    else beside?.delete(towards)
  }
}

/** The published neighbours, then the reviewed overrides, then a council's own corrections, the last word winning. */
export function neighboursWith(corrections: readonly NeighbourOverride[]): Neighbours {
  const neighbours = new Map(upperTierCodes.map((code) => [code, new Set<string>()]))
  for (const [code, beside] of Object.entries(published.neighbours)) neighbours.set(code, new Set(beside))
  for (const override of [...reviewed.overrides, ...corrections]) applied(neighbours, override)
  return neighbours
}

/** The neighbours of the 153 English authorities as shipped, reviewed overrides included. */
export const neighboursOf2025: Neighbours = neighboursWith([])

type Known = boolean | 'unknown'

/** `adjoining` is null inside, where the question does not arise. */
export type Whereabouts = { readonly inside: Known; readonly outside: Known; readonly adjoining: Known | null }

const nothingKnown: Whereabouts = { inside: 'unknown', outside: 'unknown', adjoining: 'unknown' }

/** Where a home stands, seen from the council that looks after the child. */
export function whereabouts(
  council: string,
  home: Place | undefined,
  neighbours: Neighbours = neighboursOf2025,
): Whereabouts {
  const ours = upperTierOf(council)
  const code = home?.authority ?? null
  if (ours === undefined || code === null) return nothingKnown
  // A code of no country (Jersey, Guernsey, Man) is outside every council and adjoins none.
  if (countryOf(code) === undefined) return { inside: false, outside: true, adjoining: false }
  const theirs = upperTierOf(code)
  if (theirs === undefined) return nothingKnown
  if (theirs === ours) return { inside: true, outside: false, adjoining: null }
  return { inside: false, outside: true, adjoining: neighbours.get(ours)?.has(theirs) ?? 'unknown' }
}
