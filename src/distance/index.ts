// Distance: who lives far from home, why and since when, what would bring them nearer or keeps close what matters; and how near homes of the year are.
export { type ApprovalOf, areaWords, isMeasured, isOver20, type LivesFar, milesWords, STANDS, standsOf } from './far.ts'
export { distanceRoutes } from './routes.ts'
export { approvalsOf, homesMeasured, siblingTimes, yearFacts } from './store.ts'
export { type HomeBegun, isNear, judgedWords, type SiblingTime, type YearFacts, yearLine } from './year.ts'
