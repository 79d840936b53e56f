// The overview: one child with every duty and its reason; and the words in which every list says a child and a day.
export { type Ahead, aheadOf, byUrgency, commonlyMissing } from './ahead.ts'
export { ageWords, calledName, homeWords, type KnownAs, legalWords } from './child-words.ts'
export { counted, dayWords, dueWords, listed, shortDay } from './day-words.ts'
export { Pages, pageOf } from './pages/pages.tsx'
export { overviewRoutes } from './routes.ts'
export { type ChildRow, childrenOn, dutiesAhead, legalBasesOn, noteShown } from './store.ts'
