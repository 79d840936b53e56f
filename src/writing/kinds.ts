// The kinds of the list of visits and notes: what each chip shows, and how an entry is called.
import { MEETING_KINDS } from '#notes'

export const CHIPS = {
  visits: { words: 'Visits', kinds: ['visit'] },
  calls: { words: 'Calls and messages', kinds: ['call or message'] },
  meetings: { words: 'Meetings', kinds: MEETING_KINDS },
  'family-time': { words: 'Family time', kinds: ['family time'] },
  happened: { words: 'Things that happened', kinds: ['something happened', 'out of hours'] },
  'direct-work': { words: 'Direct work', kinds: ['direct work'] },
  'good-news': { words: 'Good news', kinds: ['good news'] },
  story: { words: 'Life story', kinds: ['life story', 'goodbye and hello', 'goodbye', 'hello'] },
  other: { words: 'Other', kinds: ['other'] },
} as const
export type Chip = keyof typeof CHIPS
export const chips = Object.keys(CHIPS).filter((text): text is Chip => Object.hasOwn(CHIPS, text))
/** undefined: everything. */
export const chipOf = (text: string | undefined): Chip | undefined => chips.find((chip) => chip === text)
