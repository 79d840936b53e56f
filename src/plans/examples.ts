// A care plan of an invented child, as it is typed.
import type { PartSave } from './merging.ts'

const TEXTS = {
  permanence: 'Jordan grows up with Sue and Mark until 18 and after.',
  health: 'Jordan is well. Dentist in March. Sue takes Jordan.',
  education: 'Year 7 at Hill School. Help with reading twice a week.',
  'emotional-behavioural': 'Jordan tells Mark when the day was hard.',
  identity: 'Jordan goes to the Caribbean supper club with Aunt Bea.',
  family: 'Mum, Aunt Bea and Kai matter most.',
  'social-presentation': 'Jordan is shy at first. Tell Jordan who will be there.',
  'self-care': 'Jordan cooks on Sundays.',
  'reviewing-officer': 'Ravi Menon.',
  'wishes-child': 'I want to stay here and see Kai more.',
  'wishes-others': 'Mum agrees that Jordan stays.',
} as const

/** Every part that the law asks for, written for the first time. */
export const WHOLE_PLAN: readonly PartSave[] = Object.entries(TEXTS).map(([part, text]) => ({ part, read: 0, text }))
export const OUTCOME: readonly PartSave[] = [
  { part: 'outcome/1/different', read: 0, text: 'Jordan sees Kai every week.' },
  { part: 'outcome/1/known', read: 0, text: 'Jordan says it is enough.' },
]
