// Other systems: takes what LCS, Mosaic or Eclipse give out each night into the record, and says row by row what that changed.
export { importAnnexACommand, importSsdCommand, type NightlyCommandDeps } from './commands.ts'
