// What stands behind a number of sufficiency, and how it is asked for in an address: a sector's need, places by reason, who was in care, came or left. Pure.
import { type DayNumber, type IsoDay, numberOf, parseDay } from '#calendar'
import type { HomeListed } from '#who-waits'
import { NEED_CODES, NEEDS, type Need, type Needing, takes } from './needs.ts'

const CARE = { in: 'In care', came: 'Came into care', left: 'Left care' } as const
export type Behind =
  | { readonly what: 'gap'; readonly need: Need; readonly sector: string }
  | { readonly what: 'far' }
  | { readonly what: 'held'; readonly why: string }
  | { readonly what: 'free' }
  | { readonly what: 'notKnown' }
  | { readonly what: keyof typeof CARE; readonly on: IsoDay }

const SECTOR = /^[A-Z]{1,2}\d[\dA-Z]? \d$/
const isNeed = (text: string): text is Need => NEED_CODES.some((one) => one === text)
const isCare = (text: string): text is keyof typeof CARE => Object.hasOwn(CARE, text)

/** undefined: nothing of these is asked. A day that lies ahead has nobody behind it. */
export function behindIn(query: (name: string) => string | undefined, today: IsoDay): Behind | undefined {
  const what = query('what') ?? ''
  if (what === 'gap') {
    const [need, sector] = [query('need') ?? '', query('sector') ?? '']
    return isNeed(need) && SECTOR.test(sector) ? { what, need, sector } : undefined
  }
  if (what === 'held') return { what, why: (query('why') ?? '').slice(0, 60) }
  if (what === 'far' || what === 'free' || what === 'notKnown') return { what }
  const on = parseDay(query('on') ?? '')
  return isCare(what) && on !== undefined && on <= today ? { what, on } : undefined
}
export const behindAt = (of: Behind): string => `/sufficiency/behind?${new URLSearchParams({ ...of }).toString()}`

export const behindTitle = (of: Behind): string => {
  if (of.what === 'gap') return `${NEEDS[of.need]}, ${of.sector}`
  if (of.what === 'held') return 'Places that cannot be offered'
  if (of.what === 'far') return 'Far for want of a home, and wish to be nearer'
  if (of.what === 'free') return 'Homes with free places'
  return of.what === 'notKnown' ? 'Homes of which it is not known' : CARE[of.what]
}

/** Homes behind it. A sector is that of an address that may be said: protected homes stand in none. */
export function homesBehind(of: Behind, homes: readonly HomeListed[]): readonly HomeListed[] {
  if (of.what === 'gap') return homes.filter((one) => one.sector === of.sector && takes(one, of.need))
  if (of.what === 'free') return homes.filter(({ free = 0 }) => free > 0)
  if (of.what === 'notKnown') return homes.filter(({ free }) => free === undefined)
  if (of.what !== 'held') return []
  return homes.filter(({ holds }) => holds.some(({ kind, places }) => kind === of.why && places > 0))
}
export const needingBehind = (of: Behind, needing: readonly Needing[]): readonly string[] =>
  of.what === 'gap'
    ? needing.flatMap(({ need, sector, ids }) => (need === of.need && sector === of.sector ? ids : []))
    : []

type Spell = { readonly child: string; readonly since: DayNumber; readonly until: DayNumber | undefined }
const YEAR = 365
/** Of the year to the day; one home after the other on the same day is one time in care. */
export function careBehind(of: Behind, spells: readonly Spell[]): readonly string[] {
  if (!isCare(of.what) || !('on' in of)) return []
  const on = numberOf(of.on)
  const within = (day: DayNumber) => day > on - YEAR && day <= on
  const by = Map.groupBy(spells, ({ child }) => child)
  const inCare = (own: readonly Spell[], day: DayNumber) =>
    own.some(({ since, until }) => since <= day && (until === undefined || until > day))
  const found = [...by].filter(([, own]) => {
    if (of.what === 'in') return inCare(own, on)
    if (of.what === 'came') return own.some(({ since }) => within(since) && !inCare(own, since - 1))
    return own.some(({ until }) => until !== undefined && within(until) && !inCare(own, until))
  })
  return found.map(([child]) => child)
}
