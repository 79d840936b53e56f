// Every rule of supervision and audits, in the order of the catalogue.
import { auditModerated, inadequateAudit, roundHandedIn } from './audit-rules.ts'
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
] as const
