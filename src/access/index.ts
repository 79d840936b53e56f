// Access: who may see and do what with a child's record, what restricts it, and the sealed log of every look and change.
export { type BrokenGlass, breakGlass } from './break-glass.ts'
export { type AccessCommandDeps, accessCommands } from './commands.ts'
export {
  type AccessLine,
  accessHistory,
  type Doing,
  type Joined,
  type Looked,
  mayDo,
  openRecord,
  scopesOpen,
} from './looking.ts'
export { type Action, actions, isRelation, type Relation, relations, type Scope, scopes } from './matrix.ts'
export {
  type AskedOutOfSight,
  agreeOutOfSight,
  askedOutOfSight,
  askOutOfSight,
  type OutOfSightReason,
} from './out-of-sight.ts'
export { type Restricted, type Restriction, type RestrictionDecision, restrict } from './restriction.ts'
export { keepSealing, type SealedCouncil, type Sealing, sealLog } from './seal-log.ts'
export { sealsFile, sealsFolder } from './seals-file.ts'
export { readTakenOut } from './taken-out.ts'
export { type CouncilVerdict, type Fault, verifyLog } from './verify-log.ts'
export { holdsTheirOwn, isWorker, mayTakeOut, noteTakenOut, standsAs } from './worker.ts'
