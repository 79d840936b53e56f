// Decisions about a child: what was decided, by whom, why, who was told; and asking for approval, which nobody gives themselves.
export {
  type Answered,
  type AnsweredAlready,
  type AnswerRefusal,
  APPROVALS,
  type Approval,
  type ApprovalRequest,
  type AskRefusal,
  isOpen,
  mayAnswer,
  mayAsk,
  mayWithdraw,
  type NewAnswer,
  type NewRequest,
  type OnPaperBy,
  type TypedAnswer,
  type TypedRequest,
} from './approval.ts'
export {
  answerRequest,
  askApproval,
  askedByMe,
  correctAnswer,
  decidersOf,
  type RequestVersions,
  requestHistory,
  requestsOf,
  retractAnswer,
  unanswered,
  waitingForMe,
  withdrawRequest,
} from './approval-store.ts'
export {
  DECIDED_AS,
  type DecidedAs,
  type DecisionKind,
  type DecisionRefusal,
  mayRecordDecision,
  mayTell,
  type NewDecision,
  type NewTelling,
  type TellingRefusal,
  TOLD_HOW,
  TOLD_WHOM,
  type TypedDecision,
  type TypedTelling,
} from './decision.ts'
export { ON_PAPER, type PaperRefusal, type TypedPaper, whoAnswered } from './paper.ts'
export { mayWriteOnPaper, writePaperAnswer } from './paper-store.ts'
export { decisionRefusalWords, paperRefusalWords } from './refusal-words.ts'
export {
  correctDecision,
  decisionHistory,
  decisionKinds,
  decisionsOf,
  recordDecision,
  retractDecision,
  retractTelling,
  type StandingDecision,
  type StandingTelling,
  tellDecision,
} from './store.ts'
