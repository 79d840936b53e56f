// The child frame: who a child is, above every page about them, and the words in which pages speak of children.

export {
  ChildFrame,
  type ChildFrameProps,
  childAddress,
  factsOf,
  sinceWords,
  type TabName,
} from './child-frame.tsx'
export {
  agedWords,
  ageWords,
  calledName,
  exactAge,
  firstName,
  type KnownAs,
  nightsBetween,
  usualSchoolYear,
} from './child-words.ts'
export { counted, type DueWords, dayWords, dueWords, listed, shortDay } from './day-words.ts'
export { type Frame, type FrameWorker, nameOf, numberAmong, type Part, theirNumber, workersNow } from './frame.ts'
export { earlierFrameOf, frameOf, inScope } from './frame-store.ts'
export { homeWords, isAdoptionHome, isTimeAway, livesIn } from './home-words.ts'
export { AN_END_KEPT, PLACE_KEPT } from './kept-store.ts'
export { legalShort, legalWords } from './legal-words.ts'
export {
  homeOn,
  isNamed,
  type Life,
  type LifeHome,
  type LifeOrder,
  type LifePerson,
  type LifeSchool,
  type LivedWith,
  type Stretch,
} from './life.ts'
export { childLine } from './pages/child-line.tsx'
