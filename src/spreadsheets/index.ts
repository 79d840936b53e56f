// Spreadsheets: writes workbooks (XLSX) to disk as their rows come, in flat memory, never a formula; and reads them.
export { readWorkbook, type WorkbookRead } from './reading-store.ts'
export type { ReadSheet, SheetRow } from './sheet-cells.ts'
export type { CellValue, Sheet } from './sheet-xml.ts'
export { writeWorkbook } from './workbook-store.ts'
export { type Zip, zipInto } from './zip-store.ts'
