// Disputes and what hangs on them, of some children, in one question: six tables that are small, and always read together.
import { type RawBuilder, sql } from 'kysely'
import { type Asking, among, type RecordTable, type Version } from '#database'

type DisputeTable = Extract<RecordTable, `kith.dispute${string}`>
export type WithoutWords = { readonly id: string; readonly said: Buffer | null }
type Read = WithoutWords & { readonly of: DisputeTable; readonly columns: Readonly<Record<string, unknown>> }
/** Every row as it stands, by its table; its words still closed, so that others can be opened with them. */
export type DisputeRows = readonly Read[]

/** `children` null: of all whom the asker sees. Days are as in every row; moments are written with a T. */
export async function disputeRows(
  { record, who }: Asking,
  tables: readonly DisputeTable[],
  children: readonly string[] | null,
): Promise<DisputeRows> {
  const ofChildren = children === null ? sql`true` : sql`child ${among(children)}`
  const each = tables.map(
    (table): RawBuilder<Read> => sql`
      select ${sql.lit(table)} as of, id, line, said, to_jsonb(r) - 'said' as columns from ${sql.table(`${table}_current`)} r
      where council = ${who.council}::smallint and ${ofChildren}`,
  )
  const { rows } = await sql<Read>`${sql.join(each, sql` union all `)} order by line`.execute(record)
  return rows
}

/** Those of one table, with their words where they were opened. */
export const rowsOf = <T extends DisputeTable>(
  rows: DisputeRows,
  table: T,
  words: ReadonlyMap<string, string>,
): readonly Version<T>[] =>
  rows
    .filter(({ of }) => of === table)
    .map(({ id, columns }): Version<T> => {
      const version: unknown = { ...columns, words: words.get(id) }
      return version as Version<T>
    })
