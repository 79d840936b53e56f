// Notices: who is told of a change in a child's life, one recipient a line: planned, sent, or decided against with the reason.
export {
  HOW_TOLD,
  type HowTold,
  type NewNotice,
  NOT_TOLD_WHY,
  RECIPIENTS,
  type Recipient,
  TOLD_ABOUT,
  type ToldAbout,
} from './notice.ts'
export { AREA, answersUntold, type NoticeCase, type OwedTo, owedAtEnd, owedOf, owedTo } from './owed.ts'
export { isAnswered, type NoticeRow, ofItsEnd, type Said, saidTo } from './said.ts'
export { correctNotice, type HomeToTell, homesToTellOf, noticesOf, type On, recordNotices } from './store.ts'
