// The overview: every child whom somebody may see with what lies ahead, and the pages of a long list.
export { type Ahead, aheadOf, byUrgency, commonlyMissing } from './ahead.ts'
export { Pages, pageOf } from './pages/pages.tsx'
export { type Basis, type ChildRow, childrenOn, legalBasesOn, noteShown } from './store.ts'
