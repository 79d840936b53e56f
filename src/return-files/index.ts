// The files of statutory returns: their tables and codes as data, read from CSV into columns, with days as numbers.

export { type CodeSet, type Codes, codesOf } from './codes.ts'
export { type CodeSetName, codeSets } from './codes-data.ts'
export { type Decoded, decode } from './decode.ts'
export {
  type Finding,
  type FindingKind,
  type NamedBytes,
  type RawTable,
  type RawTables,
  type ReadReturn,
  readReturn,
} from './read-return.ts'
export {
  birthday,
  type Day,
  isDay,
  lastAugustBefore,
  looseDay,
  noDay,
  strictDay,
} from './return-dates.ts'
export { childNumbers, type Days, type Measures, measures, type Source, sourceOf, type Texts, texts } from './rows.ts'
export { type Cell, splitCsv } from './split-csv.ts'
export {
  type CellKind,
  type ColumnOf,
  columnsOf,
  type TableName,
  tableNames,
  tables,
  tablesOfYear,
} from './tables.ts'
export { type WrittenXml, writeXml } from './write-xml.ts'
export { notInXml } from './xml-form-data.ts'
export { type EpisodeRows, type YearTables, yearTables } from './year-tables.ts'
