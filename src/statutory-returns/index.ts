// Statutory returns: reads, checks and explains the returns that a council owes; now the SSDA903 on children looked after.

export { checkCommand } from './commands.ts'
export { type CheckedReturn, checkSsda903, type ReturnFiles, yearsWithRules } from './ssda903/check-return.ts'
export { type Decoded, decode } from './ssda903/decode.ts'
export {
  type Finding,
  type FindingKind,
  type NamedBytes,
  type RawTable,
  type RawTables,
  type ReadReturn,
  readReturn,
} from './ssda903/read-return.ts'
export { type FlaggedRow, flaggedRows } from './ssda903/report.ts'
export { strictDay } from './ssda903/return-dates.ts'
export { type Rule, rulesOfYear } from './ssda903/rule.ts'
export { ssda903Rules } from './ssda903/rules/index.ts'
export {
  type CellKind,
  type ColumnOf,
  columnsOf,
  type TableName,
  tableNames,
  tables,
  tablesOfYear,
} from './ssda903/tables.ts'
