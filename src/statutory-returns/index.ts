// Statutory returns: checks and explains the returns that a council owes; now the SSDA903 on children looked after.

export {
  type CellKind,
  type ColumnOf,
  columnsOf,
  type Decoded,
  decode,
  type Finding,
  type FindingKind,
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
export { checkCommand } from './commands.ts'
export { type CheckedReturn, checkSsda903, type ReturnFiles, yearsWithRules } from './ssda903/check-return.ts'
export { type FlaggedRow, flaggedRows } from './ssda903/report.ts'
export { type Rule, rulesOfYear } from './ssda903/rule.ts'
export { ssda903Rules } from './ssda903/rules/all-rules.ts'
