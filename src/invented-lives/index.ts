// Invented lives: what is recorded of each child of an invented council over the years, in facts; and who is around them.
export { aroundOf } from './around.ts'
export { type Cell, ENTRY_TABLES, type Entry, inParts, isRef, type Ref } from './entry.ts'
export { factsOf, meetingsOf, plannedStarts, reviewDays } from './facts.ts'
export { TERMS } from './health-and-learning.ts'
export {
  about,
  atWork,
  type Fits,
  fits,
  iso,
  type Life,
  livedOn,
  livesIn,
  RECORDED_SINCE,
  said,
  schoolOn,
  workerOn,
  yearsOld,
} from './life.ts'
export { inventedNames } from './naming.ts'
export { returnOf, type WorkerCodes } from './return-of.ts'
export { SCHOOL_NAMES } from './schools.ts'
