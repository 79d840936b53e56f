// Return making: a council's return on children looked after from its own record, with where each value is from.
export type { Against, Behind, CheckedRecord, RecordFinding } from './check-record.ts'
export { checkedRecord, type ReturnCommandDeps, returnCommand } from './commands.ts'
