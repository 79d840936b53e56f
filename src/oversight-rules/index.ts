// The duties of supervision, of audits and of complaints as rules: owed to workers, of a council’s own audits, to whoever complains; beside the ledger of children, and on the rulebook.
export { ACTION_DAYS } from './action-rules.ts'
export {
  ANSWERED_DAYS,
  auditModerated,
  IMPROVEMENT_WEEKS,
  INADEQUATE_WEEKS,
  inadequateAudit,
  MODERATED_DAYS,
  RISES_DAYS,
  roundHandedIn,
} from './audit-rules.ts'
export { complaintAnswered, complaintInvestigated, complaintPanel } from './complaint-rules.ts'
export { OVERSIGHT_RULES } from './every-rule.ts'
export {
  BEFORE_DAYS,
  childDiscussed,
  DECIDED_ALSO,
  DECISION_DAYS,
  DISCUSSED_WEEKS,
  managersDecision,
  SIGNED_DAYS,
  supervisedMonthly,
  supervisedNew,
  supervisionSigned,
} from './supervision-rules.ts'
