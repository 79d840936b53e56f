// Decisions and requests about an invented child, as they are typed on 23 November 2026.
import { day } from '#calendar'
import type { TypedAnswer, TypedRequest } from './approval.ts'
import type { TypedDecision } from './decision.ts'

export const TODAY = day('2026-11-23')
export const STAYS_AT_SCHOOL: TypedDecision = {
  kind: 'other',
  decided: '2026-11-20',
  decidedAs: 'family',
  decidedBy: null,
  question: 'Does Jordan change school with the move?',
  options: 'The school near the new home; the one now, by bus.',
  decision: 'Jordan stays at the school.',
  reasons: 'Friends, and the reading group.',
  view: null,
  on: null,
  whoMayKnow: null,
}
export const AT_A_DISTANCE: Omit<TypedRequest, 'on'> = {
  kind: 'placement at a distance',
  ofRelation: null,
  ofPerson: null,
  byWhen: '2026-11-27',
  why: 'His grandmother lives there, and no nearer home would take both brothers.',
  view: null,
  askedBefore: null,
  whoMayKnow: null,
}
export const YES: TypedAnswer = { answer: 'approved', reasons: 'Family comes first here.', conditions: '' }
export const BACK: TypedAnswer = { answer: 'sent back', reasons: 'Ask Jordan himself first.', conditions: '' }
