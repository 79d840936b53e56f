// What a file of school terms may hold: its columns, and a row as it was understood.
import type { IsoDay } from '#calendar'
import type { RowFault } from '#sent-lists'

/** The heading in the file, and what it is called in a sentence. */
export const COLUMNS = {
  ...{ school: 'School', urn: 'URN', term: 'Term', first_day: 'First day', last_day: 'Last day' },
  ...{ half_term_from: 'Half-term from', half_term_to: 'Half-term to', training_days: 'Training days' },
} as const
export type Column = keyof typeof COLUMNS
/** These have to be there, with the school’s name or its number. */
export const NEEDED = ['term', 'first_day', 'last_day'] as const satisfies readonly Column[]

export type TermRow = {
  readonly row: number
  /** As it stands in the file; '': by the other alone. */
  readonly school: string
  readonly urn: string
  readonly name: string
  readonly first: IsoDay
  readonly last: IsoDay
  /** null: the file says nothing of it, and what stands goes on. */
  readonly half: readonly [IsoDay, IsoDay] | null
  readonly training: readonly IsoDay[] | null
}
export type TermFault = RowFault<Column>
export type ReadTerms = {
  readonly rowsRead: number
  readonly rows: readonly TermRow[]
  readonly faults: readonly TermFault[]
}
