// The database: opens PostgreSQL, brings it up to date, backs it up. Queries go through the door.
import './parsers.ts'

export type { Asking, Words } from './asking.ts'
export { type DatabaseCommandDeps, databaseCommands } from './commands.ts'
export { makeCouncil, type NewCouncil } from './councils.ts'
export { type Council, type Door, type DoorOptions, NobodyHere, openDoor, type ServiceName, type Who } from './door.ts'
export type { Database } from './generated.ts'
export { type CouncilKeys, councilKeysIn } from './keys.ts'
export { migrate } from './migrate.ts'
export { type OpenedDatabase, type OpenOptions, openDatabase, withClient } from './open.ts'
export { DatabaseBroke, type RefusalKind, Refused } from './refusals.ts'
export { stopOnSignals } from './signals.ts'
