// On the way to adoption: reviews while a child waits to be placed, the panel, the match, and the measures of time; and special guardianship.
export {
  ADOPTION_BASES,
  type AdoptionDecided,
  type Match,
  matchDuties,
  type Waiting,
  waitingReviews,
} from './adoption-duties.ts'
export { EARLY_BASES, earlyDuties, fosterToAdopt } from './early-permanence.ts'
export { GUARDIANSHIP_BASES, type GuardianshipNotice, guardianshipDuties, guardianshipReport } from './guardianship.ts'
export { type KnownPanels, type PanelFacts, panelsOf } from './known-panels.ts'
export { PANEL_ABOUT, PANEL_DECISIONS } from './panel-words.ts'
export { type AdoptionPanel, adoptionPanelDuties, PANEL_DECISION_BASES, panelDecided } from './panels.ts'
export { adoptionThresholds, matchInTime, nationalMatching, placementOrderEnds, waitingReview } from './rules.ts'
export { adoptionPanelsOf } from './store.ts'
