// Which home somebody has: by the parts in which they stand; who has several, chooses.

export const HOMES = {
  worker: { words: 'Your children', of: ['allocated-worker', 'co-worker', 'cover'] },
  duty: { words: 'On duty', of: ['duty'] },
  manager: { words: 'Your team', of: ['manager-line'] },
  reviewing: { words: 'Your reviews', of: ['reviewing-officer'] },
  leaders: { words: 'The council', of: ['director'] },
  health: { words: 'Health', of: ['health-team'] },
  learning: { words: 'Learning', of: ['virtual-school'] },
  homes: { words: 'Homes', of: ['placement-team', 'supervising-worker'] },
  support: { words: 'Reviews and letters', of: ['business-support'] },
  adoption: { words: 'Adoption', of: ['adoption-team'] },
  quality: { words: 'Duties across the council', of: ['quality-lead', 'analyst'] },
  lists: { words: 'Teams and workers', of: ['administrator'] },
  others: {
    words: 'Records open to you',
    of: ['legal', 'auditor', 'inspector', 'records-officer', 'sibling-worker', 'break-glass'],
  },
  tonight: { words: 'Tonight', of: ['out-of-hours'] },
  outside: { words: 'Children you work with', of: ['out-of-hours', 'supervising-worker'] },
  counts: { words: 'Your part in this council', of: ['member'] },
} as const satisfies Readonly<Record<string, { readonly words: string; readonly of: readonly string[] }>>
export type Home = keyof typeof HOMES
const isHome = (name: string): name is Home => Object.hasOwn(HOMES, name)
const ORDER = Object.keys(HOMES).filter(isHome)

/** Of people of an organisation: what is about the children whom they work with, or counts; nothing across children. */
const OUTSIDE: ReadonlySet<Home> = new Set<Home>(['health', 'others', 'outside', 'counts'])

type Standing = {
  /** Whoever manages teams below a team sees the whole of their service. */
  readonly leads: boolean
  /** They work for an organisation beside the council. */
  readonly outside: boolean
}
/** In the order in which they are offered. */
export function homesOf(parts: readonly string[], { leads, outside }: Standing): readonly Home[] {
  const own = ORDER.filter(
    (home) => (outside ? OUTSIDE.has(home) : home !== 'outside') && HOMES[home].of.some((part) => parts.includes(part)),
  )
  if (!leads || own.includes('leaders')) return own
  return own.map((home) => (home === 'manager' ? 'leaders' : home))
}

/** The one that is asked for, where it is theirs; else their first. */
export const chosenHome = (homes: readonly Home[], asked: string | undefined): Home | undefined =>
  homes.find((home) => home === asked) ?? homes[0]
