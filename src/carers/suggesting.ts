// Which home of the list a placement may be in: by the number in the register, by the postcode. A person decides. Pure.
import { normalisedPostcode } from '#geography'
import { FOSTERING } from './home-codes-data.ts'

export type PlacedSomewhere = {
  readonly kind: string
  readonly registration: string | null
  readonly postcode: string | null
}
export type KnownHome = {
  readonly line: string
  readonly kind: string
  readonly number: string | null
  readonly postcode: string | null
}
export type Suggestion = { readonly home: string; readonly because: string }

const fits = (place: string, kind: string): boolean => place.startsWith('U') === FOSTERING.includes(kind)
const MOST = 3

/** A provider's number may stand for many homes, so that it alone is said as it is. */
export function suggestionsFor(placed: PlacedSomewhere, homes: readonly KnownHome[]): readonly Suggestion[] {
  const at = placed.postcode === null ? undefined : normalisedPostcode(placed.postcode)
  const found = homes.flatMap(({ line, kind, number, postcode }) => {
    const byNumber = number !== null && number === placed.registration
    const byPlace = at !== undefined && postcode !== null && normalisedPostcode(postcode) === at
    if (!fits(placed.kind, kind) || !(byNumber || byPlace)) return []
    const because = byNumber && byPlace ? 'same number and postcode' : byNumber ? 'same number' : 'same postcode'
    return [{ home: line, because, rank: byNumber && byPlace ? 0 : byPlace ? 1 : 2 }]
  })
  return found
    .toSorted((a, b) => a.rank - b.rank || (a.home < b.home ? -1 : 1))
    .slice(0, MOST)
    .map(({ home, because }) => ({ home, because }))
}
