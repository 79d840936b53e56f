// The walled tables as the live catalogue names them, and a lawful row for each of them.
import type pg from 'pg'

export type Asks = Pick<pg.Pool, 'query'>
export type Column = {
  readonly name: string
  readonly type: string
  readonly required: boolean
  readonly firstAllowed: string | null
}
export type WalledTable = {
  readonly name: string
  /** The part of the record; `any` for keys of words. */
  readonly scope: string
  readonly derived: boolean
  /** The column that names the child. */
  readonly subject: string
  /** The view of what stands now, where there is one. */
  readonly current: string | null
  readonly columns: readonly Column[]
}
export type Row = Readonly<Record<string, unknown>>

/** Every table whose comment names a scope. */
export async function walledTables(client: Asks): Promise<readonly WalledTable[]> {
  const { rows } = await client.query<{ name: string; comment: string; current: string | null; columns: Column[] }>(`
    select 'kith.' || c.relname as name, obj_description(c.oid) as comment,
      'kith.' || (select v.relname from pg_class v where v.relnamespace = c.relnamespace and v.relname = c.relname || '_current') as current,
      (select json_agg(json_build_object('name', a.attname, 'type', format_type(a.atttypid, null),
         'required', a.attnotnull and not a.atthasdef and a.attidentity = '',
         'firstAllowed', (select (regexp_match(pg_get_constraintdef(k.oid), a.attname || ' = ANY \\(ARRAY\\[''([^'']*)''::text'))[1]
                          from pg_constraint k where k.conrelid = c.oid and k.contype = 'c'
                            and pg_get_constraintdef(k.oid) ~ ('\\(' || a.attname || ' = ANY') limit 1)) order by a.attnum)
       from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped) as columns
    from pg_class c
    where c.relkind in ('r', 'p') and c.relnamespace = 'kith'::regnamespace and obj_description(c.oid) like 'scope: %'
    order by 1`)
  return rows.map(({ name, comment, current, columns }) => ({
    name,
    scope: /^scope: ([a-z]+)/.exec(comment)?.[1] ?? '',
    derived: comment.endsWith('; derived'),
    subject: columns.some((column) => column.name === 'child') ? 'child' : 'id',
    current,
    columns,
  }))
}

const byType: Readonly<Record<string, unknown>> = {
  date: '2026-01-05',
  'timestamp with time zone': '2026-01-05T09:00:00Z',
  daterange: '[2026-01-05,2026-02-05)',
  boolean: false,
  smallint: 1,
  integer: 1,
  bytea: '\\x00',
  text: 'x',
  'uuid[]': [],
  'text[]': [],
}

/** What a row of this table must at least hold; what no type can tell stands in `special`. */
export function lawfulRow(table: WalledTable, given: Row, special: Row): Row {
  const row: Record<string, unknown> = {}
  for (const { name, type, required, firstAllowed } of table.columns) {
    if (name in special) row[name] = special[name]
    else if (name in given && (required || name === 'id')) row[name] = given[name]
    else if (required) row[name] = firstAllowed ?? byType[type] ?? given['id']
  }
  return row
}

export async function insertAsOwner(client: Asks, table: string, row: Row): Promise<void> {
  const columns = Object.keys(row).join(', ')
  await client.query(
    `insert into ${table} (${columns}) select ${columns} from json_populate_record(null::${table}, $1::json)`,
    [JSON.stringify(row)],
  )
  // In the town it is a row like any other: given away, the record would take none after it.
  if (table === 'kith.record_transfer') await client.query('delete from kith.transferred_child')
}
