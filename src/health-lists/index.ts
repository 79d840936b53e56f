// Health lists: dates of referrals and assessments that a health provider sends as a file, taken row by row with where each came from.
export { type ArrivedList, listFrom, MOST_BYTES, NO_TEXT } from './arrived-store.ts'
export { type HealthListDeps, importHealthDatesCommand } from './commands.ts'
export { FIELD_WORDS } from './list-row.ts'
export { type RowOnRecord, rowsOfChild } from './store.ts'
