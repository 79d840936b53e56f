// Practice audits: how good our practice was for a child, graded twice and blind; what comes of it, until somebody else verifies that it did.
export { answerInvitation, invitableFor, invitationsOf, invite } from './invitations-store.ts'
export { answerState, reAuditDue, WORRIES } from './loop.ts'
export { PARTS } from './questions.ts'
export { isTag, QUESTIONS, TAGS, type Tag } from './questions-data.ts'
export {
  auditsStanding,
  councilRows,
  drawRound,
  type Round,
  writeCouncilRow,
  writeRound,
  writeWording,
} from './round-store.ts'
export { GRADES, type Grade, stepsLower, THEMES } from './scale.ts'
export { type OpenConcern, openConcerns } from './store.ts'
