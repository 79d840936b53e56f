// What a view is: whose, how it came to us, what about, and who hears it: those of whom they were told.
import type { AudienceRelation } from '#people'

export const WHOSE = ['child', 'parent', 'carer'] as const
export type Whose = (typeof WHOSE)[number]
export const HOW = [
  'said',
  'wrote',
  'drew',
  'signed',
  'through an interpreter',
  'through an advocate',
  'through somebody else',
] as const
export type How = (typeof HOW)[number]
export const VIEW_ABOUT = ['home', 'family time', 'school', 'health', 'plan', 'review', 'worker', 'other'] as const
export type ViewAbout = (typeof VIEW_ABOUT)[number]

/** Said before a child speaks or writes; TOLD below is what the database is given to hold. */
export const TOLD_WORDS =
  'Your worker and their managers can read this. So can your reviewing officer, whoever covers, and people who check our work. Your carers and parents cannot, unless you say so.'
/** The relations that this sentence means. */
export const TOLD = [
  'allocated-worker',
  'co-worker',
  'manager-line',
  'director',
  'reviewing-officer',
  'cover',
  'duty',
  'auditor',
  'inspector',
] as const satisfies readonly AudienceRelation[]
const told: readonly string[] = TOLD
export const isTold = (relation: string): boolean => told.includes(relation)

export const OPENING_POWERS = [
  'safety of the child',
  'safety of somebody else',
  'court order',
  'required by law',
] as const
export type OpeningPower = (typeof OPENING_POWERS)[number]
export const NOT_TOLD_WHY = ['not safe yet', 'not reached yet', 'would harm an inquiry', 'a court forbids it'] as const
export type NotToldWhy = (typeof NOT_TOLD_WHY)[number]
export const ANSWERS = ['changed', 'partly changed', 'nothing changed'] as const
export type Answer = (typeof ANSWERS)[number]
