// From a rule and the table in which it flags a row, to the fields that may be put right, and where in the record.
import { columnsOf, type Rule, type TableName, tableNames } from '#statutory-returns'
import { derivedFrom, type Mend, mending } from './mending-data.ts'

export type FieldToMend = Mend & { readonly table: TableName; readonly column: string }

const mendOf = (table: TableName, column: string): FieldToMend[] => {
  const fields: Readonly<Record<string, Mend>> = mending[table]
  const mend = fields[column]
  return mend === undefined ? [] : [{ ...mend, table, column }]
}

/** A field of the flagged table itself where it has one of that name, else of the first table that has. */
function fieldOf(column: string, flagged: TableName): readonly FieldToMend[] {
  const derived = derivedFrom[column]
  if (derived) return derived.flatMap((from) => mendOf(from.table, from.column))
  const table = [flagged, ...tableNames].find((name) => columnsOf(name).includes(column))
  return table === undefined ? [] : mendOf(table, column)
}

const known = new Map<string, readonly FieldToMend[]>()

/** Each field once. */
export function fieldsToMend({ code, fields }: Rule, table: TableName): readonly FieldToMend[] {
  const key = `${code} ${fields.join(' ')} ${table}`
  const remembered = known.get(key)
  if (remembered) return remembered
  const found = fields.flatMap((column) => fieldOf(column, table))
  const once = found.filter(
    (field, at) => found.findIndex((one) => one.table === field.table && one.column === field.column) === at,
  )
  known.set(key, once)
  return once
}
