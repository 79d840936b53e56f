// A home of the record as matching reads it: its standing on the day, its terms, its free places, and what its people said they can do. Pure.
import type { Vacancies } from '#carers'
import type { Place } from '#geography'
import type { HomeKind, HomeKnown, Sex, Standing, Terms } from '#matching'

type Held = {
  readonly kind: string
  readonly places: number | null
  readonly since: string
  readonly until: string | null
}
/** What the list of homes gives of one. */
type HomeOn = {
  readonly home: { readonly line: string; readonly kind: string; readonly closed: string | null }
  readonly vacancies: Vacancies
  readonly address: { readonly postcode: string; readonly audience: readonly string[] | null } | undefined
  readonly takers: readonly { readonly taker: string }[]
  readonly terms:
    | {
        readonly places: number
        readonly age_from: number
        readonly age_to: number
        readonly sexes: string
        readonly temporary: boolean
        readonly named_only: boolean
      }
    | undefined
  readonly holds: readonly Held[]
}
export type Skill = { readonly household: string; readonly kind: string; readonly level: string }
export type HomeListed = {
  readonly home: HomeKnown
  /** undefined: not known, with what is missing. */
  readonly free: number | undefined
  readonly missing: string | undefined
  /** Of the postcode; undefined: protected, or not recorded. */
  readonly sector: string | undefined
  /** Why places that are approved are not free. */
  readonly holds: readonly { readonly kind: string; readonly places: number }[]
  readonly approved: number | undefined
  readonly taken: number
}

const KINDS: Readonly<Record<string, HomeKind>> = {
  ...{ 'our foster home': 'foster', 'agency foster home': 'foster', "children's home": 'childrensHome' },
  'supported accommodation': 'supportedAccommodation',
}
const SEXES: Readonly<Record<string, Sex>> = { girls: 'female', boys: 'male' }

/** `VD4 1QZ` is in the sector `VD4 1`. */
export const sectorOf = (postcode: string): string => postcode.trim().slice(0, -2).trimEnd()

type Of = {
  readonly on: string
  readonly called: string
  readonly at: Place | undefined
  readonly skills: readonly Skill[]
}
const stands = ({ since, until }: Held, on: string): boolean => since <= on && (until === null || until > on)

function standingOf({ home, terms, holds }: HomeOn, on: string): Standing {
  if (home.closed !== null && home.closed <= on) return 'ended'
  if (terms === undefined) return 'unknown'
  if (holds.some((hold) => stands(hold, on) && hold.places === null && hold.kind !== 'other councils')) return 'onHold'
  if (terms.temporary) return 'temporary'
  return KINDS[home.kind] === 'foster' ? 'approved' : 'registered'
}
const termsOf = ({ terms }: HomeOn): Terms | 'unknown' =>
  terms === undefined
    ? 'unknown'
    : {
        ...{ most: terms.places, fromAge: terms.age_from, toAge: terms.age_to, sex: SEXES[terms.sexes] },
        onlyFor: terms.named_only ? [] : undefined,
      }

export function homeKnown(of: HomeOn, { on, called, at, skills }: Of): HomeListed {
  const { home, vacancies, address, takers, terms, holds } = of
  const foster = KINDS[home.kind] === 'foster'
  const kept = address !== undefined && address.audience !== null
  return {
    home: {
      ...{ id: home.line, called, kind: KINDS[home.kind] ?? 'foster', at, precision: 'full', protected: kept },
      ...{ standing: standingOf(of, on), approvedByUs: home.kind === 'our foster home', terms: termsOf(of) },
      free: vacancies.known ? vacancies.free : 0,
      living: takers.map(({ taker }) => ({ id: taker, age: undefined, fostered: foster })),
      ...{ exempted: [], apartFrom: [], declines: [], keen: false },
      answers: {
        yes: skills.filter(({ level }) => level !== 'willing to learn').map(({ kind }) => kind),
        willing: skills.filter(({ level }) => level === 'willing to learn').map(({ kind }) => kind),
        no: [],
      },
    },
    free: vacancies.known ? vacancies.free : undefined,
    missing: vacancies.known ? undefined : vacancies.missing,
    sector: address === undefined || kept ? undefined : sectorOf(address.postcode),
    holds: holds
      .filter((hold) => stands(hold, on))
      .map(({ kind, places }) => ({ kind, places: places ?? Math.max(0, (terms?.places ?? 0) - takers.length) })),
    ...{ approved: terms?.places, taken: takers.length },
  }
}
