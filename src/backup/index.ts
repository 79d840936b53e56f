// Backups: the whole record written to a folder as one snapshot, and put back into an empty database.
export { backUp, copyKeys } from './backup.ts'
export { checkFiles } from './backup-manifest.ts'
export { allTables, type BackupTable, neverBackedUp, plainText, quoted, quotedTable } from './backup-tables.ts'
export { type DatabaseCommandDeps, databaseCommands } from './commands.ts'
export { takeOutAgain } from './out-of-sight-again.ts'
export { checkMigrations, checkTarget, holdOff, refuseCouncils, restore } from './restore.ts'
