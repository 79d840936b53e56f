// Return facts: what a return says of each child, as plain facts for the record, and every row that could not be taken.
export { type Changes, changesOf, type Line, plain } from './changes.ts'
export {
  FACT_COLUMNS,
  type Fact,
  type FactTable,
  factTables,
  type Plain,
  type Refusal,
  readInFull,
  type TablesRead,
} from './facts.ts'
export { besideClosed } from './joining.ts'
export { type KeptRow, keptRow, verbatim } from './kept.ts'
export { bothYears, planChild } from './plan-child.ts'
export { REASONS, type Reason } from './reasons-data.ts'
export { byCells, type GatheredRows, gatherRows, type ReturnYear, text, underOneNumber } from './rows.ts'
