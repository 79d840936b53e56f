// The dataset as types: its tables, a row of one with every field, and which children's rows stand together. Pure.
import { DATASET_TABLES } from './tables-data.ts'

export type TableName = keyof typeof DATASET_TABLES
export type FieldOf<T extends TableName> = keyof (typeof DATASET_TABLES)[T] & string
/** By field; what is left out is empty in the file. */
export type DatasetRow = Readonly<Record<string, string>>
export type Rows = ReadonlyMap<TableName, readonly DatasetRow[]>

const isTable = (name: string): name is TableName => Object.hasOwn(DATASET_TABLES, name)
export const tableNames: readonly TableName[] = Object.keys(DATASET_TABLES).filter(isTable)
export const fieldsOf = (table: TableName): readonly string[] => Object.keys(DATASET_TABLES[table])
export const kindOf = (table: TableName, field: string): string | undefined =>
  Object.entries(DATASET_TABLES[table]).find(([name]) => name === field)?.[1]

/** A row of those fields that say something. */
export function rowOf<T extends TableName>(
  _table: T,
  says: { readonly [F in FieldOf<T>]?: string | undefined },
): DatasetRow {
  const row: Record<string, string> = {}
  for (const [field, value] of Object.entries<string | undefined>(says))
    if (value !== undefined && value !== '') row[field] = value
  return row
}

export const yesNo = (value: unknown): string | undefined => (value === true ? 'Y' : value === false ? 'N' : undefined)
