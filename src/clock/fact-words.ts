// The database's words for facts, each with what the clock calls it: one table for each code.
import type { EventKind } from '#ledger'
import type { LegalStatusCode } from '#placements'
import { PARTICIPATION, type Participation, type ReviewCallKind } from '#reviews'
import type { Visitor } from '#visits'

export const EVENT_OF_WORD: Readonly<Record<string, EventKind>> = {
  'care-period': 'carePeriod',
  'legal-status': 'legalStatus',
  placement: 'placement',
  review: 'review',
  'review-call': 'reviewCall',
  visit: 'visit',
  'visit-request': 'visitRequest',
  'placement-plan': 'placementPlan',
  'health-assessment': 'healthAssessment',
  pep: 'pep',
  missing: 'missing',
  'return-interview': 'returnInterview',
}

/** Orders that are not here (secure accommodation, child arrangements, …) give no status of their own. */
export const STATUS_OF_BASIS: Readonly<Record<string, LegalStatusCode>> = {
  'interim care order': 'C1',
  'care order': 'C2',
  'freeing order': 'D1',
  'placement order': 'E1',
  'section 20 agreement': 'V2',
  'short breaks agreement, episodes': 'V3',
  'short breaks agreement': 'V4',
  'remand to local authority accommodation': 'J1',
  'police detention in local authority accommodation': 'J2',
  'youth rehabilitation order with residence': 'J3',
  'police protection': 'L1',
  'emergency protection order': 'L2',
  'child assessment order': 'L3',
}

export const REVIEW_CALL_OF_WORD: Readonly<Record<string, ReviewCallKind>> = {
  'placement ending': 'placementEnding',
  'placing with a parent': 'placingWithParent',
  'care plan change': 'careplanChange',
  'other arrangements': 'otherArrangements',
  'accommodation ending': 'accommodationEnding',
  'reviewing officer asks': 'reviewingOfficerAsks',
  'visit finding': 'visitFinding',
  'child asks': 'childAsks',
}

export const VISITOR_OF_WORD: Readonly<Record<string, Visitor>> = {
  representative: 'representative',
  'reviewing officer': 'reviewingOfficer',
  'independent visitor': 'independentVisitor',
  advocate: 'advocate',
  'supervising worker': 'supervisingWorker',
  other: 'other',
}

export const DECISIONS = {
  intendedTo18: 'meant to last until 18',
  longTermFoster: 'long-term foster placement',
  childAgrees: 'child agrees to fewer visits',
  temporaryApproval: 'temporary approval',
  immediate: 'immediate placement with a parent',
  anotherResponsible: 'another body is responsible',
  agreedVisitWeeks: 'visit interval agreed',
} as const

export function isParticipation(text: string): text is Participation {
  return Object.hasOwn(PARTICIPATION, text)
}

const KINDS: Readonly<Record<string, string>> = {
  ssda903: 'SSDA903 return',
  ssd: 'safeguarding data set',
  'annex-a': 'child-level list for inspection',
}

export interface SourceRow {
  readonly kind: string
  /** Year of its first day and of its last; null: about no period. */
  readonly years: readonly [number, number] | null
  readonly everyChild: boolean
}

/** As in a sentence: 'the SSDA903 return 2026/27', "this council's record". */
export function sourceWords({ kind, years, everyChild }: SourceRow): string {
  if (everyChild) return "this council's record"
  const name = `the ${KINDS[kind] ?? kind}`
  if (years === null) return name
  const [from, until] = years
  return from === until ? `${name} ${from}` : `${name} ${from}/${String(until).slice(-2)}`
}
