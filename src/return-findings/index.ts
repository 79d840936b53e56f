// Return findings: what the rules found in a return, as work: whose it is, what to put right and where, and what changed.
export { type Changes, changesSince, type FlagKey, keysOf, type Run } from './changes.ts'
export { checkCommand } from './commands.ts'
export { byChild, byOwner, byRule, type Flagged, flaggedRows, type Group, type Told } from './flagged.ts'
export { listings, summary, warnings } from './lines.ts'
export { type FieldToMend, fieldsToMend } from './mending.ts'
export { type MendAt, mending } from './mending-data.ts'
