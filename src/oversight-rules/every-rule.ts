// Every rule of supervision, audits and complaints, in the order of the catalogue; and of actions that are taken further.
import { actionRises } from './action-rules.ts'
import { auditModerated, inadequateAudit, roundHandedIn } from './audit-rules.ts'
import { complaintAnswered, complaintInvestigated, complaintPanel } from './complaint-rules.ts'
import {
  childDiscussed,
  managersDecision,
  supervisedMonthly,
  supervisedNew,
  supervisionSigned,
} from './supervision-rules.ts'

export const OVERSIGHT_RULES = [
  ...[supervisedNew, supervisedMonthly, childDiscussed, supervisionSigned, managersDecision],
  ...[roundHandedIn, auditModerated, inadequateAudit],
  ...[complaintAnswered, complaintInvestigated, complaintPanel],
  actionRises,
] as const
