// Children: how one comes into the record, and the few facts by which a child is known.
export { type ComingInRefusal, mayComeIn, type NewChild, type TypedChild } from './coming-in.ts'
export type { LookedFor } from './finding.ts'
export { comingInRefusalWords } from './refusal-words.ts'
export {
  type Arriving,
  bringIn,
  type ChildHeader,
  childById,
  childrenCalled,
  childrenKnown,
  childrenLookedFor,
  receive,
  recordsNumbered,
} from './store.ts'
