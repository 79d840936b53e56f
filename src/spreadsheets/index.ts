// Spreadsheets: writes workbooks (XLSX) to disk as their rows come, in flat memory; every cell is text or a number, never a formula.
export type { CellValue, Sheet } from './sheet-xml.ts'
export { writeWorkbook } from './workbook-store.ts'
export { type Zip, zipInto } from './zip-store.ts'
