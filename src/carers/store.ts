// The SQL of homes: versions of a line, none of them of a child; what stands of one home, of all, and which home a row is of.
import { type Insertable, type Selectable, sql } from 'kysely'
import { type Asking, type Database, readParts, writeParts } from '#database'

type Shape = Database['door.home_shape']
/** Each with the names of its words, the first of which stands where a text has no parts. */
const WORDS = {
  'kith.household': ['name', 'provider', 'phone', 'enjoy', 'hopes', 'about'],
  'kith.household_address': ['address', 'why', 'must_not'],
  'kith.household_person': ['name', 'about'],
  'kith.household_approval': ['decision'],
  'kith.household_skill': ['about'],
  'kith.household_hold': ['why'],
  'kith.household_event': ['found'],
} as const satisfies Readonly<Record<string, readonly [string, ...string[]]>>
export type HomeTable = keyof typeof WORDS
const isTable = (name: string): name is HomeTable => Object.hasOwn(WORDS, name)
const TABLES = Object.keys(WORDS).filter(isTable)

export type HomeWords<T extends HomeTable> = Readonly<Record<(typeof WORDS)[T][number], string>>
/** Without the home on which it hangs. */
export type HomeColumns<T extends HomeTable> = Omit<Insertable<Database[T]>, keyof Shape | 'household'>
/** As it stands in the table; `said`: its words, sealed. */
export type HomeBare<T extends HomeTable> = Omit<Selectable<Database[T]>, 'council' | 'retention_class'>
export type HomeRow<T extends HomeTable> = Omit<HomeBare<T>, 'said'> & { readonly words: HomeWords<T> }
/** What every row of homes has, whatever its table. */
export type HomeShape = Pick<
  Selectable<Shape>,
  'id' | 'line' | 'change' | 'supersedes' | 'said' | 'recorded' | 'recorded_by'
>

export async function withWords<T extends HomeTable>(
  asking: Asking,
  table: T,
  rows: readonly HomeBare<T>[],
): Promise<readonly HomeRow<T>[]> {
  const shapes = rows as readonly (HomeBare<T> & HomeShape)[]
  const words = await asking.readWords(shapes)
  const names: readonly [string, ...string[]] = WORDS[table]
  const none = Object.fromEntries(names.map((name) => [name, '']))
  return shapes.map((row) => ({
    ...row,
    words: (readParts(words.get(row.id), names) ?? none) as HomeWords<T>,
  }))
}

/** What each home is called, by its line. */
export async function homesCalled(
  asking: Asking,
  homes: readonly HomeBare<'kith.household'>[],
): Promise<ReadonlyMap<string, string>> {
  const read = await withWords(asking, 'kith.household', homes)
  return new Map(
    (homes as readonly HomeShape[]).map(({ line }, at) => [line, read[at]?.words.name || 'A home without a name']),
  )
}

/** What stands; of one home, or of all. */
export async function homeRows<T extends HomeTable>(
  { record, who }: Asking,
  table: T,
  household?: string,
): Promise<readonly (HomeBare<T> & HomeShape)[]> {
  const own = household === undefined ? sql`` : sql`and ${sql.ref(columnOfHome(table))} = ${household}::uuid`
  const { rows } = await sql<HomeBare<T> & HomeShape>`
    select * from ${sql.table(`${table}_current`)} where council = ${who.council}::smallint ${own} order by line`.execute(
    record,
  )
  return rows
}
const columnOfHome = (table: HomeTable): string => (table === 'kith.household' ? 'line' : 'household')

/** A version, standing or not: who writes upon one that does not stand any more is refused, and keeps their text. */
export async function homeRow<T extends HomeTable>(
  asking: Asking,
  table: T,
  id: string,
): Promise<(HomeRow<T> & HomeShape) | undefined> {
  const { rows } = await sql<HomeBare<T> & HomeShape>`select * from ${sql.table(table)}
    where council = ${asking.who.council}::smallint and id = ${id}::uuid and change <> 'retraction'`.execute(
    asking.record,
  )
  const [row] = await withWords(asking, table, rows)
  return row as (HomeRow<T> & HomeShape) | undefined
}

/** The home, and what it is called, by the id of any version of it or of anything that hangs on it. */
export async function homeOf(
  asking: Asking,
  id: string,
): Promise<{ readonly table: HomeTable; readonly home: HomeRow<'kith.household'> & HomeShape } | undefined> {
  const where = (
    table: HomeTable,
  ) => sql`select ${table}::text as tabled, ${sql.ref(columnOfHome(table))} as home from ${sql.table(table)}
    where council = ${asking.who.council}::smallint and id = ${id}::uuid`
  const { rows } = await sql<{
    tabled: string
    home: string
  }>`${sql.join(TABLES.map(where), sql` union all `)}`.execute(asking.record)
  const [found] = rows
  if (found === undefined || !isTable(found.tabled)) return undefined
  const [home] = await withWords(asking, 'kith.household', await homeRows(asking, 'kith.household', found.home))
  return home && { table: found.tabled, home: home as HomeRow<'kith.household'> & HomeShape }
}

/** What comes later in the life of a row, and is no correction of what stood. */
const LATER: Readonly<Record<HomeTable, readonly string[]>> = {
  'kith.household': [
    'supervisor',
    'supervision_weeks',
    'prefers',
    'closed',
    'languages',
    'pets',
    'bedrooms',
    'step_free',
  ],
  'kith.household_address': ['audience', 'power', 'decided'],
  'kith.household_person': ['until'],
  'kith.household_approval': ['until'],
  'kith.household_skill': ['renew_by'],
  'kith.household_hold': ['places', 'until'],
  'kith.household_event': [],
}
type Written<T extends HomeTable> = {
  readonly columns: HomeColumns<T>
  readonly words: Partial<HomeWords<T>>
  /** The line of the home; of the home itself none. */
  readonly home: string
  readonly of?: HomeShape
}

/** A first version, or one upon `of`. Two people cannot both take its place: the second is refused. */
export async function writeHome<T extends HomeTable>(
  asking: Asking,
  table: T,
  { columns: own, words, home, of }: Written<T>,
): Promise<string> {
  const columns = table === 'kith.household' ? own : { ...own, household: home }
  const change = of === undefined ? 'first' : changed(table, columns, of) ? 'change' : 'correction'
  return await insertHome(asking, table, {
    columns,
    text: writeParts(words as Readonly<Record<string, string>>) ?? '',
    change,
    of,
  })
}
function changed(table: HomeTable, columns: object, of: HomeShape): boolean {
  const before = new Map<string, unknown>(Object.entries(of))
  const differ = Object.entries(columns).filter(
    ([name, value]) => JSON.stringify(value) !== JSON.stringify(before.get(name)),
  )
  return differ.length > 0 && differ.every(([name]) => LATER[table].includes(name))
}

type TakenBack = { readonly of: HomeShape; readonly why: string }
/** It should never have stood. The row stays, with the reason in words. */
export async function takeBackHome(asking: Asking, table: HomeTable, { of, why }: TakenBack): Promise<string> {
  const shape = ['id', 'line', 'supersedes', 'change', 'said', 'recorded', 'recorded_by', 'council', 'words']
  const own = Object.entries(of).filter(([name]) => !shape.includes(name) && !name.startsWith('retention_'))
  return await insertHome(asking, table, { columns: Object.fromEntries(own), text: why, change: 'retraction', of })
}

type Inserted = {
  readonly columns: object
  readonly text: string
  readonly change: string
  readonly of: HomeShape | undefined
}
async function insertHome(asking: Asking, table: HomeTable, { columns, text, change, of }: Inserted): Promise<string> {
  const [id = ''] = await asking.newIds(1)
  const said = text === '' ? null : (await asking.keepWords([{ record: id, child: null, text }])).get(id)
  const { council, person: recorded_by } = asking.who
  const shape = { council, id, line: of?.line ?? id, supersedes: of?.id ?? null, change, said, recorded_by }
  await asking.insert(table, [{ ...columns, ...shape }])
  return id
}
