// Which invented name a demonstration child gets: always the same for the same council, and no two alike while names last.
import { FAMILY_NAMES, GIVEN_NAMES } from './names-data.ts'

export type InventedName = { readonly given: string; readonly family: string }

const pairs = GIVEN_NAMES.length * FAMILY_NAMES.length
/** Shares no factor with the number of pairs, so that stepping by it meets every pair once. */
const step = 6_701

/** A name for each code; the same codes get the same names, in whatever order they come. */
export function inventedNames(codes: readonly string[]): ReadonlyMap<string, InventedName> {
  const named = new Map<string, InventedName>()
  for (const [index, code] of [...new Set(codes)].sort().entries()) {
    const pair = (index * step) % pairs
    const given = GIVEN_NAMES[pair % GIVEN_NAMES.length]
    const family = FAMILY_NAMES[Math.floor(pair / GIVEN_NAMES.length)]
    if (given !== undefined && family !== undefined) named.set(code, { given, family })
  }
  return named
}
