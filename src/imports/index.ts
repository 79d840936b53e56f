// Imports: takes what other systems give out into the record, and keeps every row that it cannot take.
export { type ImportCommandDeps, importSsda903Command } from './commands.ts'
export { type ImportRequest, importSsda903 } from './import-ssda903.ts'
export { keptRowsOf, type ShownKeptRow } from './kept-store.ts'
export type { ImportReport } from './report.ts'
export { gatherStatistics } from './store.ts'
