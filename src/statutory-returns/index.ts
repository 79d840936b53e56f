// Statutory returns: checks and explains the returns that a council owes; now the SSDA903 on children looked after.

export {
  type CellKind,
  type ColumnOf,
  columnsOf,
  type Decoded,
  decode,
  type Finding,
  type FindingKind,
  isDay,
  type NamedBytes,
  type RawTable,
  type RawTables,
  type ReadReturn,
  readReturn,
  strictDay,
  type TableName,
  tableNames,
  tables,
  tablesOfYear,
} from '#return-files'
export {
  asksForFolders,
  asksForSet,
  type FilesAsked,
  type FilesCommandDeps,
  filesAsked,
  misuseOfFiles,
  misuseOfPaths,
  terminal,
} from './commands.ts'
export {
  type CheckedReturn,
  checkSsda903,
  collectionYearOf,
  type ReturnFiles,
  yearsInWords,
  yearsWithRules,
} from './ssda903/check-return.ts'
export { deviationOf } from './ssda903/deviations-data.ts'
export type { Given, OneYear, Provider } from './ssda903/given.ts'
export {
  type Folders,
  filesIn,
  filesOfFolders,
  filesOfSet,
  isFolder,
  type LoadedPlaces,
  partsOfSet,
  providersFrom,
} from './ssda903/import-files.ts'
export { type Rule, rulesOfYear } from './ssda903/rule.ts'
export { ssda903Rules } from './ssda903/rules/all-rules.ts'
export { postcodeDirectory } from './ssda903/run-rules.ts'
export type { Severity } from './ssda903/severities-data.ts'
export { readSeverities, type Severities, severityOf } from './ssda903/severity.ts'
