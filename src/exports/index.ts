// Exports: the whole record of a council, or of one child, in open formats; and a council's put into an empty Kith.
export { exportChild, findRecord } from './child-store.ts'
export { type ExportCommandDeps, type ExportHouse, exportCommand, exportKeyCommand, putInWords } from './commands.ts'
export { conditionsOf } from './conditions.ts'
export { exportCouncil } from './export-store.ts'
export { isExport, restoreExport } from './import-export-store.ts'
export { asOneFolder } from './sinks-store.ts'
