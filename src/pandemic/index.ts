// The rules of the pandemic, for the days when they held: what was relaxed in 2020, and when a visit by screen could count.
export { approvalWeeks, RELAXED, RELAXED_UNTIL, relaxations, wasRelaxed } from './relaxations.ts'
export { approvalTrail, countsVirtually, virtualVisits } from './virtual-visits.ts'
