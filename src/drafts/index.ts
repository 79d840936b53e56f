// Drafts: what somebody is still writing, kept as they type, also where it is half-typed or wrong; and how texts are merged.
export { type Merged, merge, type Part } from './merging.ts'
export {
  countUnfinished,
  type Draft,
  draftById,
  endDraft,
  forgetDrafts,
  holdDraft,
  isOf,
  reopenDraft,
  type Saved,
  type Subject,
  saveDraft,
  thrownAway,
  unfinished,
} from './store.ts'
export { sameValues, type Typed, textOf, typed, type Values } from './values.ts'
export { type DayAsked, type Decided, daysTyped, oneOf, wholeTyped, wordOf } from './worded.ts'
