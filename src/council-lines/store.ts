// The SQL of lines of the council: what stands of a table, a version more, and one taken back with its reason.
import { type Insertable, type Selectable, sql } from 'kysely'
import { type Asking, type Database, readParts, writeParts } from '#database'

type Shape = Database['door.home_shape']
type Tables = {
  [T in keyof Database & `kith.${string}`]: Database[T] extends Shape ? T : never
}[keyof Database & `kith.${string}`]
type Table = Tables
type Words<Name extends string> = Readonly<Record<Name, string>>
export type CouncilLine<T extends Table, Name extends string> = Omit<
  Selectable<Database[T]>,
  'said' | 'council' | 'retention_class'
> &
  Pick<Selectable<Shape>, 'id' | 'line' | 'recorded' | 'recorded_by'> & { readonly words: Words<Name> }

type Asked<T extends Table, Name extends string> = {
  readonly table: T
  /** The parts of its words; the first stands where a text has none. */
  readonly words: readonly [Name, ...Name[]]
}
/** What stands, the latest line first; of one line, or of all. A part that nobody wrote is ''. */
export async function councilLines<T extends Table, Name extends string>(
  asking: Asking,
  { table, words: names }: Asked<T, Name>,
  line?: string,
): Promise<readonly CouncilLine<T, Name>[]> {
  const own = line === undefined ? sql`` : sql`and line = ${line}::uuid`
  const { rows } = await sql<Selectable<Database[T]> & Pick<Selectable<Shape>, 'id' | 'said'>>`
    select * from ${sql.table(`${table}_current`)} where council = ${asking.who.council}::smallint ${own} order by line desc`.execute(
    asking.record,
  )
  return (await opened(asking, rows, names)) as readonly CouncilLine<T, Name>[]
}

/** One version of a line by its id, whether it stands or not: what somebody read before another wrote. */
export async function lineVersion<T extends Table, Name extends string>(
  asking: Asking,
  { table, words: names }: Asked<T, Name>,
  id: string,
): Promise<CouncilLine<T, Name> | undefined> {
  const { rows } = await sql<Selectable<Database[T]> & Pick<Selectable<Shape>, 'id' | 'said'>>`
    select * from ${sql.table(table)} where council = ${asking.who.council}::smallint and id = ${id}::uuid and change <> 'retraction'`.execute(
    asking.record,
  )
  return (await opened(asking, rows, names))[0] as CouncilLine<T, Name> | undefined
}
async function opened<Row extends { readonly id: string; readonly said: Buffer | null }>(
  asking: Asking,
  rows: readonly Row[],
  names: readonly [string, ...string[]],
): Promise<readonly unknown[]> {
  const words = await asking.readWords(rows)
  const none = Object.fromEntries(names.map((name) => [name, '']))
  return rows.map((row) => ({ ...row, words: { ...none, ...readParts(words.get(row.id), names) } }))
}

export type NewCouncilLine<T extends Table, Name extends string> = {
  readonly columns: Omit<Insertable<Database[T]>, keyof Shape>
  readonly words: Partial<Words<Name>>
  /** The version that stood when it was written. */
  readonly of?: Pick<Selectable<Shape>, 'id' | 'line'> | undefined
}
/** A first version, or a change upon `of`: of two at once the second is refused. Gives the line. */
export async function writeCouncilLine<T extends Table, Name extends string>(
  asking: Asking,
  table: T,
  { columns, words, of }: NewCouncilLine<T, Name>,
): Promise<string> {
  const text = writeParts(words as Readonly<Record<string, string>>) ?? ''
  return await insertLine(asking, table, { columns, text, of, change: of === undefined ? 'first' : 'change' })
}

/** It should never have stood: the row stays, with the reason in words. Gives the line. */
export async function takeBackLine<T extends Table>(
  asking: Asking,
  table: T,
  { of, why }: { readonly of: CouncilLine<T, string>; readonly why: string },
): Promise<string> {
  const shape = ['id', 'line', 'supersedes', 'change', 'said', 'council', 'recorded', 'recorded_by', 'words']
  const columns = Object.fromEntries(
    Object.entries(of).filter(([name]) => !shape.includes(name) && !name.startsWith('retention_')),
  )
  return await insertLine(asking, table, { columns, text: why, of, change: 'retraction' })
}

type Inserting = {
  readonly columns: object
  readonly text: string
  readonly of: Pick<Selectable<Shape>, 'id' | 'line'> | undefined
  readonly change: 'first' | 'change' | 'retraction'
}
async function insertLine(asking: Asking, table: Table, { columns, text, of, change }: Inserting): Promise<string> {
  const [id = ''] = await asking.newIds(1)
  const said = text === '' ? null : (await asking.keepWords([{ record: id, child: null, text }])).get(id)
  const { council, person: recorded_by } = asking.who
  const shape = { council, id, line: of?.line ?? id, supersedes: of?.id ?? null, recorded_by, said, change }
  await asking.insert(table, [{ ...columns, ...shape }])
  return of?.line ?? id
}
