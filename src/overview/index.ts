// The overview: every child whom somebody may see, with what lies ahead.
export { type Ahead, aheadOf, byUrgency, commonlyMissing } from './ahead.ts'
export { type Basis, type ChildRow, childrenOn, legalBasesOn, noteShown } from './store.ts'
