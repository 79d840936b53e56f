// Views: what a child, parent or carer said, in their words, who hears it, and what changed because of it.
export {
  type AnswerRefusal,
  mayAnswerView,
  mayOpen,
  mayTell,
  type NewAnswer,
  type NewOpening,
  type OpeningRefusal,
  type TypedAnswer,
  type TypedOpening,
} from './after-a-view.ts'
export {
  answersOf,
  answerView,
  closeView,
  correctAnswer,
  openingsOf,
  openView,
  retractAnswer,
  type StandingAnswer,
  type StandingOpening,
  toldOfAnswer,
  toldOfOpening,
} from './after-store.ts'
export { TheirOwnWords, wordItems } from './pages/their-words.tsx'
export {
  type Heard,
  type Hearers,
  mayChangeHearers,
  mayHear,
  mayRecordView,
  maySayView,
  type NewView,
  type TypedHearers,
  type TypedView,
  type ViewRefusal,
} from './record-view.ts'
export { viewRefusalWords } from './refusal-words.ts'
export {
  changeHearers,
  correctView,
  type LatestWords,
  latestWordsOf,
  recordView,
  retractView,
  type StandingView,
  viewHistory,
  viewsOf,
} from './store.ts'
export { THEIR_WORDS_LABELS, theirWordsOf } from './their-words.ts'
export {
  ANSWERS,
  type Answer,
  HOW,
  type How,
  NOT_TOLD_WHY,
  OPENING_POWERS,
  TOLD,
  TOLD_WORDS,
  VIEW_ABOUT,
  type ViewAbout,
  WHOSE,
  type Whose,
} from './view.ts'
