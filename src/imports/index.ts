// Imports: takes what other systems give out into the record, and keeps every row that it cannot take.
export { type ImportCommandDeps, type ImportHouse, importSsda903Command } from './commands.ts'
export { type ImportRequest, importSsda903 } from './import-ssda903.ts'
export { keepRows, keepStrays, keptRowsOf, type ShownKeptRow } from './kept-store.ts'
export type { ImportReport } from './report.ts'
export { coverChildren, gatherStatistics, makeChildren, takeTurn } from './store.ts'
