// Health lists: dates of referrals and assessments that a health provider sends as a file, taken row by row with where each came from.
export { type HealthListDeps, importHealthDatesCommand } from './commands.ts'
export { FIELD_WORDS } from './list-row.ts'
export { type RowOnRecord, rowsOfChild } from './store.ts'
