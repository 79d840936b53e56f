// Backups: the whole record written to a folder as one snapshot, and put back into an empty database.
export { backUp, copyKeys } from './backup.ts'
export { type DatabaseCommandDeps, databaseCommands } from './commands.ts'
export { takeOutAgain } from './out-of-sight-again.ts'
export { restore } from './restore.ts'
