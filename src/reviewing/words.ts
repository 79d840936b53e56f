// The words of alerts and disputes: what they are about, how they end, and what each tier is called.
import type { Tier } from './dispute.ts'

export const ALERT_KINDS = {
  'good practice': 'Good practice, that others may learn from',
  concern: 'A concern',
} as const
export const ALERT_ABOUT = {
  'care plan': 'The care plan is not up to date',
  permanence: 'Where they will grow up',
  visits: 'Visits',
  'report late': 'A report that came late',
  'health or learning out of date': 'Health or learning is out of date',
  'decision not carried out': 'A decision that is not carried out',
  'what the carer may decide': 'What the carer may decide',
  'family time': 'Family time',
  advocate: 'An advocate',
  court: 'It drifts in court',
  'unregistered home': 'A home that is not registered',
  'section 20': 'The agreement that they live with us',
  other: 'Something else',
} as const
export const ALERT_OUTCOMES = {
  'put right': 'It is put right',
  'taken up as a dispute': 'It is taken up as a dispute',
  'no longer a concern': 'It is no longer a concern',
} as const

export const DISPUTE_ABOUT = {
  plan: 'The plan',
  home: 'Where they live',
  delay: 'It takes too long',
  review: 'A review, or its decisions',
  visits: 'Visits',
  health: 'Health',
  learning: 'Learning',
  'family time': 'Family time',
  advocacy: 'An advocate',
  rights: 'Their rights',
  'taking part': 'Taking part',
  safety: 'Safety',
  means: 'Money or people that are missing',
} as const
export const CHILD_TOLD = {
  told: 'Yes',
  'not yet': 'Not yet',
  'not told': 'No, and it would not be good for them',
} as const
export const ANSWERS = {
  agreed: 'Agreed',
  'agreed in part': 'Agreed in part',
  'not agreed': 'Not agreed',
} as const
export const DISPUTE_OUTCOMES = {
  changed: 'Their life has changed as we asked',
  'changed in part': 'Some of it has changed, and that is enough',
  withdrawn: 'I withdraw it',
} as const
export const REFERRALS = {
  referred: 'I refer it to Cafcass',
  'decided not to': 'I do not refer it now',
} as const
export const TIER_WORDS: Readonly<Record<Tier, string>> = {
  informal: 'Informally, with the worker',
  'team manager': 'Team manager',
  'service manager': 'Service manager',
  'head of service': 'Head of service',
  director: 'Director',
  'chief executive': 'Chief executive',
}

export const wordsOf = (table: Readonly<Record<string, string>>, key: string): string =>
  Object.hasOwn(table, key) ? (table[key] ?? key) : key
/** Besides the child. */
export const RECORD_GIVEN_TO: Readonly<Record<string, string>> = {
  parents: 'Parents, and whoever else has parental responsibility',
  carers: 'Carers, or the home',
  worker: 'The social worker',
  others: 'Others who have to have it',
}
