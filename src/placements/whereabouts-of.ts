// Addresses and who may know them, where the child sleeps tonight, and what is said of the distance of a placement.
import { anyDay, type Instant, type IsoDay, millisecondsOf, optionalDay, parseInstant } from '#calendar'
import {
  type DistanceBand,
  distanceBand,
  distanceBetweenPlaces,
  looksLikePostcode,
  type Place,
  shownPostcode,
  whereabouts,
} from '#geography'
import { isPlaceCode, placeGroup } from './place-codes.ts'

const ADDRESS_KINDS = ['home', 'placement', 'tonight', 'contact'] as const
export type AddressKind = (typeof ADDRESS_KINDS)[number]
const isAddressKind = (text: string): text is AddressKind => ADDRESS_KINDS.some((kind) => kind === text)
export type TypedAddress = { readonly kind: string; readonly postcode: string; readonly since: string }
export type NewAddress = { readonly kind: AddressKind; readonly postcode: string; readonly since: IsoDay | null }
export type AddressRefusal = 'kind of address unknown' | 'not a postcode' | 'address since no day'

export function mayRecordAddress(
  typed: TypedAddress,
): { readonly ok: NewAddress } | { readonly refused: readonly AddressRefusal[] } {
  const since = optionalDay(typed.since, anyDay)
  const { kind, postcode } = typed
  const refused: AddressRefusal[] = []
  if (!isAddressKind(kind)) refused.push('kind of address unknown')
  if (!looksLikePostcode(postcode)) refused.push('not a postcode')
  if ('fault' in since) refused.push('address since no day')
  if (!isAddressKind(kind) || 'fault' in since || refused.length > 0) return { refused }
  return { ok: { kind, postcode: shownPostcode(postcode), since: since.day } }
}
const ADDRESS_WORDS: Readonly<Record<AddressRefusal, string>> = {
  'kind of address unknown': 'Say what this address is: home, placement, tonight, or contact.',
  'not a postcode': 'Write a full postcode, for example AB1 2CD.',
  'address since no day': 'Write the day from which it holds, for example 27 Nov 2026, or leave it empty.',
}
export const addressRefusalWords = (refusal: AddressRefusal): string => ADDRESS_WORDS[refusal]

export const NIGHT_KINDS = [
  'at home',
  'hospital',
  'holiday',
  'with family',
  'short break',
  'custody',
  'missing',
  'not known',
  'elsewhere',
] as const
export type NightKind = (typeof NIGHT_KINDS)[number]
const isNightKind = (text: string): text is NightKind => NIGHT_KINDS.some((kind) => kind === text)
export type NightRefusal = 'kind of night unknown' | 'night start no moment' | 'night start ahead'

export function mayRecordNight(
  typed: { readonly kind: string; readonly since: string },
  now: Instant,
):
  | { readonly ok: { readonly kind: NightKind; readonly since: Instant } }
  | { readonly refused: readonly NightRefusal[] } {
  const since = parseInstant(typed.since.trim())
  const refused: NightRefusal[] = []
  if (!isNightKind(typed.kind)) refused.push('kind of night unknown')
  if (since === undefined) refused.push('night start no moment')
  else if (millisecondsOf(since) > millisecondsOf(now)) refused.push('night start ahead')
  if (!isNightKind(typed.kind) || since === undefined || refused.length > 0) return { refused }
  return { ok: { kind: typed.kind, since } }
}
const NIGHT_WORDS: Readonly<Record<NightRefusal, string>> = {
  'kind of night unknown': 'Say where the child is: at home, hospital, holiday, with family, missing, not known, …',
  'night start no moment': 'Write since when, with day and time.',
  'night start ahead': 'That moment lies ahead. Write where the child is now.',
}
export const nightRefusalWords = (refusal: NightRefusal): string => NIGHT_WORDS[refusal]

/** What the distance of a placement is worked out from; undefined: no such address is recorded. */
export type BothEnds = {
  readonly kind: string
  readonly home: string | undefined
  readonly place: string | undefined
}
export type Measured = {
  readonly metres: number | null
  readonly miles: number | null
  readonly band: DistanceBand | null
  readonly inside: boolean | null
  readonly adjoining: boolean | null
  /** Which fact is not known, in words; null: everything was measured. */
  readonly missing: string | null
}
const NOTHING = { metres: null, miles: null, band: null, inside: null, adjoining: null } as const
const known = (fact: boolean | 'unknown' | null): boolean | null => (fact === 'unknown' ? null : fact)

function missingOf(end: 'home' | 'placement', postcode: string | undefined, place: Place | undefined): string[] {
  if (postcode === undefined) return [`no ${end} postcode is recorded`]
  if (place === undefined) return [`the ${end} postcode is not in the directory`]
  return place.easting === null ? [`the directory has no position for the ${end} postcode`] : []
}

/** As the statistics measure. A placement for adoption is kept confidential: nothing is measured. */
export function measured(
  council: string,
  { kind, home, place }: BothEnds,
  placeOf: (postcode: string) => Place | undefined,
): Measured {
  if (isPlaceCode(kind) && placeGroup(kind) === 'adoption')
    return { ...NOTHING, missing: 'placed for adoption: kept confidential' }
  const from = home === undefined ? undefined : placeOf(home)
  const to = place === undefined ? undefined : placeOf(place)
  const distance = distanceBetweenPlaces(from, to)
  const where = whereabouts(council, to)
  const missing = [...missingOf('home', home, from), ...missingOf('placement', place, to)]
  return {
    metres: distance?.metres ?? null,
    miles: distance?.miles ?? null,
    band: distance === undefined ? null : distanceBand(distance.miles),
    inside: known(where.inside),
    adjoining: known(where.adjoining),
    missing: missing.length === 0 ? null : missing.join('; '),
  }
}

/** Who may know a distance: those who may know both ends, and nobody who must not know one of them. */
export function bothAudiences(
  ends: readonly { readonly audience: readonly string[] | null; readonly mustNotKnow: readonly string[] | null }[],
): { readonly audience: readonly string[] | null; readonly mustNotKnow: readonly string[] | null } {
  const audiences = ends.flatMap(({ audience }) => (audience === null ? [] : [audience]))
  const [first, ...rest] = audiences
  const barred = [...new Set(ends.flatMap(({ mustNotKnow }) => mustNotKnow ?? []))]
  return {
    audience: first === undefined ? null : first.filter((one) => rest.every((other) => other.includes(one))),
    mustNotKnow: barred.length === 0 ? null : barred,
  }
}
