// Which part of the record a duty reads: who may not see that part reads the rule and its state, and not the reasons.
import type { Basis } from './basis.ts'
import type { EventKind } from './coverage.ts'

/** Names of `reference.scope`. */
const SCOPE_OF_KIND = {
  carePeriod: 'legal',
  legalStatus: 'legal',
  placement: 'where',
  review: 'reviews',
  reviewCall: 'reviews',
  visit: 'visits',
  visitRequest: 'visits',
  placementPlan: 'plan',
  healthAssessment: 'health',
  pep: 'learning',
  missing: 'missing',
  returnInterview: 'missing',
  carePlan: 'plan',
  reviewingOfficer: 'reviews',
  reviewerTalk: 'visits',
  reviewDecision: 'reviews',
  approval: 'plan',
  told: 'where',
  notice: 'where',
  healthYear: 'health',
  adoption: 'adoption',
  policeTold: 'missing',
  strategyMeeting: 'missing',
  exploitation: 'missing',
  slaveryReferral: 'missing',
  leavingCare: 'plan',
  registration: 'health',
  pupilPremium: 'learning',
  unaccompanied: 'legal',
  reachUs: 'visits',
  immigration: 'legal',
  traffickingGuardian: 'missing',
  matchingReferral: 'adoption',
  whoDecides: 'plan',
  visitorConsidered: 'reviews',
  reviewRecord: 'reviews',
  homeDecision: 'plan',
  courtStep: 'legal',
  parentAssessment: 'legal',
  adoptionPanel: 'adoption',
  missingStep: 'missing',
} as const satisfies Record<EventKind, string>

export type Scope = (typeof SCOPE_OF_KIND)[EventKind]

/** The adoption track is closed to most of those who see reviews and visits. */
export function scopeOf({ kind, rule }: Basis): Scope {
  return rule.id.startsWith('AD-') ? 'adoption' : SCOPE_OF_KIND[kind]
}
