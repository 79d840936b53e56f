// Spreadsheets: writes workbooks (XLSX) to disk as their rows come, in flat memory, never a formula; and reads them.
export { type ReadSheet, readWorkbook, type WorkbookRead } from './reading-store.ts'
export type { SheetRow } from './sheet-cells.ts'
export type { CellValue, Sheet } from './sheet-xml.ts'
export { writeWorkbook } from './workbook-store.ts'
