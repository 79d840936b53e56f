// Lists that are sent as a CSV file: the file as it arrives, its rows by their headings, and what is wrong beside each.
export { type ArrivedList, listIn, NO_TEXT, takesList } from './arrived-store.ts'
export { type Cells, dayWithYear, plain, type RowFault, type RowRead, tableIn } from './table.ts'
