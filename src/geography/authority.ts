// The English authorities of 2025, the districts under them, and the codes that came before.
import authorities from './authorities-2025.json' with { type: 'json' }
import changed from './authority-changes.json' with { type: 'json' }

/** The codes below are those in force on this day; older ones lead to them, later ones are unknown. */
export const AUTHORITIES_AS_OF = authorities.asOf

/** To be shown wherever names, tiers or neighbours are published. */
export const AREAS_ATTRIBUTION = authorities.attribution

const names: ReadonlyMap<string, string> = new Map(Object.entries(authorities.names))
const upperTiers: ReadonlyMap<string, string> = new Map([
  ...Object.keys(authorities.names).map((code) => [code, code] as const),
  ...Object.entries(authorities.districts).flatMap(([upper, districts]) =>
    districts.map((code) => [code, upper] as const),
  ),
])
const successors: ReadonlyMap<string, string> = new Map(
  changed.changes.flatMap(({ from, to }) => from.map((code) => [code, to] as const)),
)

/** All 153, in order of code. */
export const upperTierCodes: readonly string[] = [...names.keys()].sort()

/** Name of an English upper-tier authority of 2025. */
export function authorityName(code: string): string | undefined {
  return names.get(code)
}

/** The code of 2025 that an ended code leads to; a code that has not ended comes back as it is. */
export function codeOf2025(code: string): string {
  const next = successors.get(code)
  return next === undefined ? code : codeOf2025(next)
}

export type Country = 'England' | 'Wales' | 'Scotland' | 'Northern Ireland'
const countries: ReadonlyMap<string, Country> = new Map([
  ['E', 'England'],
  ['W', 'Wales'],
  ['S', 'Scotland'],
  ['N', 'Northern Ireland'],
])

/** Country of a code; `undefined` for the Channel Islands, the Isle of Man and what is no code (`L99999999`). */
export function countryOf(code: string | null): Country | undefined {
  return code === null ? undefined : countries.get(code.slice(0, 1))
}

/**
 * The authority that looks after children where this code lies: the county of a district, else itself.
 * Outside England each council has one tier and is its own. `undefined`: no code, or one that leads nowhere
 * (a county since divided, a code later than 2025).
 */
export function upperTierOf(code: string | null): string | undefined {
  if (code === null) return undefined
  const country = countryOf(code)
  return country === 'England' ? upperTiers.get(codeOf2025(code)) : country && code
}
