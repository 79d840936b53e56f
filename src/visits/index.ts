// Visits to the child.
export { VISITORS, type Visit, type Visitor, type VisitRequest } from './visit.ts'
