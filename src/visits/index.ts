// Visits to the child: what counts as one, which rule governs, and when each is owed.
export { ALL_VISIT_BASES } from './bases.ts'
export { circumstancesOn } from './circumstances.ts'
export { governingVisitRule } from './governing.ts'
export { adoptionVisit, afterFirstYear, type FirstYearReading, longTermFoster } from './later-rules.ts'
export {
  type Asker,
  mayAskForVisit,
  mayRecordVisit,
  type NewRequest,
  type NewVisit,
  type TypedVisit,
  type VisitMode,
  type VisitRefusal,
  visitRefusalWords,
} from './record-visit.ts'
export {
  anotherResponsible,
  careOrderWithParent,
  firstYear,
  immediateWithParent,
  temporaryOrInterim,
  visitAskedFor,
  weekOfPlacement,
} from './rules.ts'
export type { Stay, Turn } from './stay.ts'
export { askForVisit, correctVisit, recordVisit, visitRequestsOf, visitsOf } from './store.ts'
export { VISITORS, type Visit, type Visitor, type VisitRequest } from './visit.ts'
export { askedVisitDuties, visitDuties } from './visit-duties.ts'
export { countsAsVisit } from './what-counts.ts'
