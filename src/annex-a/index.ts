// Annex A: the eleven child-level lists that an inspection asks for, made from the record as one workbook.
export { annexACommand, type ListsCommandDeps } from './commands.ts'
export { ANNEX_A } from './lists-data.ts'
export { EMPTY_COLUMNS, EMPTY_LISTS, READING } from './not-carried-data.ts'
export { rowsOf } from './rows.ts'
export { annexA, type Lists, type Postcodes, streamOfLists, writeLists } from './workbook-store.ts'
