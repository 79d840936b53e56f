// The XML form of the SSDA903: where each column of the ten tables stands in it. SWEpisodes and DoLo have no known place.
import type { TableName } from './tables.ts'

export const rootName = 'EXPSSDA903'

/** Tables whose rows are elements of their own, within CHILD or within its HEADER; columns bear their own names in it. */
export const repeated = [
  { table: 'Episodes', within: 'CHILD', element: 'EPISODE', tags: { PLACE: 'PL' } },
  { table: 'Reviews', within: 'HEADER', element: 'AREVIEW', tags: {} },
  { table: 'OC2', within: 'HEADER', element: 'OC2', tags: {} },
  { table: 'PlacedAdoption', within: 'HEADER', element: 'AD_PLACED', tags: {} },
  { table: 'PrevPerm', within: 'HEADER', element: 'PERMANENCE', tags: {} },
  { table: 'Missing', within: 'HEADER', element: 'AMISSING', tags: {} },
] as const satisfies readonly {
  table: TableName
  within: 'CHILD' | 'HEADER'
  element: string
  tags: Readonly<Record<string, string>>
}[]

/** Tables of one row for each child, whose columns stand in HEADER itself. */
export const flat = [
  { table: 'OC3', columns: ['IN_TOUCH', 'ACTIV', 'ACCOM'] },
  { table: 'AD1', columns: ['DATE_INT', 'DATE_MATCH', 'FOSTER_CARE', 'NB_ADOPTR', 'SEX_ADOPTR', 'LS_ADOPTR'] },
] as const satisfies readonly { table: TableName; columns: readonly string[] }[]

export const headerColumns = ['SEX', 'DOB', 'ETHNIC', 'UPN', 'MOTHER', 'MC_DOB'] as const

/** The tables that the XML form cannot carry, as far as is known. */
export const notInXml = ['SWEpisodes', 'DoLo'] as const satisfies readonly TableName[]
