// The midpoint between two reviews, when the reviewing officer looks in between; and the words of what is found there.
import type { DayNumber } from '#calendar'

export const LOOKED_AT = {
  decisions: 'What the review decided',
  'care plan': 'The care plan',
  home: 'How it is at home',
  visits: 'Visits by the social worker',
  health: 'Health',
  learning: 'Learning',
  'family time': 'Family time',
  court: 'What the court asked',
  permanence: 'Where they will grow up',
  identity: 'Who they are: heritage, language, faith',
} as const
export const CONTACT = {
  seen: 'Saw them',
  'spoken with': 'Spoke with them',
  'written with': 'Wrote to each other',
  'through somebody else': 'Heard from them through somebody else',
  'no contact': 'Not in touch with them this time',
} as const
export const TRACK = {
  'on track': 'It goes as decided',
  concern: 'Something worries me',
  'to be taken further': 'It has to be taken further',
} as const
export const PROGRESS = {
  'carried out': 'Carried out',
  'under way': 'Under way',
  'not begun': 'Not begun',
  'no longer right': 'No longer right for the child',
} as const

/** Halfway, to the earlier day. The handbook asks the officer to watch between reviews; the middle is a local habit. */
export const midpointOf = (last: DayNumber, next: DayNumber): DayNumber => last + Math.floor((next - last) / 2)
