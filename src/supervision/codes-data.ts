// The words of supervision: how a time together went, why it fell out, what asked for a decision between, and how far an outcome has come.
export const KINDS = { 'one to one': 'Worker and manager', group: 'As a group' } as const
export type Kind = keyof typeof KINDS

export const CANCELLED = {
  sickness: 'Somebody was ill',
  leave: 'Somebody was on leave',
  court: 'Court',
  emergency: 'Something urgent for a child',
  'other work': 'Other work came first',
  'nobody to lead it': 'The manager was away and nobody stood in',
} as const

export const AGREED_AS = {
  'newly qualified': 'Newly qualified: in the first year in practice',
  experienced: 'Any other worker or manager',
} as const

export const PERMANENCE = {
  clear: 'Clear and on time',
  late: 'Clear, and slower than it should be',
  unclear: 'Not clear yet',
  reached: 'Reached: this is where they stay',
} as const

/** How far a part of the plan has come, as the two of them judge it: of the plan, never of the child. */
export const PROGRESS = {
  met: 'Reached',
  progressing: 'Under way',
  drift: 'Standing still',
  none: 'Not begun',
} as const
export type Progress = keyof typeof PROGRESS

export const ASKED_BY = {
  'duty missed': 'Something that is owed was missed',
  move: 'A move, or a home that may end',
  missing: 'Going missing',
  allegation: 'An allegation or a concern',
  'before a review': 'Before a review',
  'before court': 'Before court',
  closure: 'Before our work ends',
  'worker asked': 'The worker asked',
  other: 'Something else',
} as const

export const SIGNED_AS = {
  agreed: 'I agree with this record',
  disagreed: 'I sign it, and disagree with part of it',
} as const

export const items = (
  words: Readonly<Record<string, string>>,
): readonly { readonly value: string; readonly text: string }[] =>
  Object.entries(words).map(([value, text]) => ({ value, text }))
