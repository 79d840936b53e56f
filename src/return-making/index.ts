// Return making: a council's return on children looked after from its own record, with where each value is from.
export type { Against, Behind, CheckedRecord, RecordFinding, RecordMade } from './check-record.ts'
export { checkedRecord, type Known, type Part, type ReturnCommandDeps, returnCommand, returnKnown } from './commands.ts'
export { csvFiles, type MadeReturn, rawTables } from './made-files.ts'
export { childrenIn, withheldFrom } from './make-return.ts'
