// The database: brought up to date, councils made in it, and one door to it through which every query goes.

export { withClient } from '#postgres'
export type { Asking, Words } from './asking.ts'
export { makeCouncil, type NewCouncil } from './councils.ts'
export {
  type Council,
  type Door,
  type DoorOptions,
  NobodyHere,
  openDoor,
  type ServiceName,
  together,
  type Who,
} from './door.ts'
export type { Database } from './generated.ts'
export { type CouncilKeys, councilKeysIn } from './keys.ts'
export { migrate, type RecordedMigration, recordedMigrations } from './migrate.ts'
export { migrationFiles } from './migration-files.ts'
export { among } from './prepared.ts'
export {
  asKnown,
  changeFrom,
  correct,
  currentOf,
  type Filled,
  type First,
  firstHands,
  type Hand,
  historyOf,
  lockChildren,
  type RecordColumns,
  type RecordTable,
  recordFirst,
  retract,
  type Superseded,
  type Superseding,
  type Version,
  type VersionShape,
  versionOf,
  type Written,
  writerOf,
} from './recording.ts'
export {
  DatabaseBroke,
  type Latest,
  type MaySupersede,
  maySupersede,
  type RefusalKind,
  Refused,
  type SupersedeRefusal,
} from './refusals.ts'
export {
  openWords,
  type PiecePlace,
  type RowBytes,
  readParts,
  rowBytes,
  sealAgain,
  wrapKey,
  writeParts,
} from './words.ts'
