// Invented audits: two years of rounds with a dip and a recovery, closed with what changed, and one that is drawn and waits.
export { inventAudits } from './import-audits.ts'
