// Writes the TypeScript of the tables from the live catalogue, so that a query and its table cannot drift apart.
import type pg from 'pg'
import { withClient } from '#postgres'

type Column = {
  readonly relation: string
  readonly column: string
  readonly type: string
  readonly array: boolean
  readonly nullable: boolean
  readonly generated: 'no' | 'default' | 'always'
}

/** What `parsers.ts` makes of each type; everything else arrives as text. */
const types: Readonly<Record<string, string>> = {
  int2: 'number',
  int4: 'number',
  float4: 'number',
  float8: 'number',
  bool: 'boolean',
  bytea: 'Buffer',
  json: 'unknown',
  jsonb: 'unknown',
}

// A view `<table>_current` shows rows of its table whole, so its columns may be null only where the table's may.
const columns = `
  select n.nspname || '.' || c.relname as relation,
         a.attname as "column",
         coalesce(base_element.typname, base.typname, element.typname, t.typname) as type,
         t.typcategory = 'A' as "array",
         not (a.attnotnull or coalesce(original.attnotnull, false) or (t.typtype = 'd' and t.typnotnull)) as nullable,
         case when a.attgenerated <> '' or a.attidentity = 'a' then 'always'
              when a.atthasdef or a.attidentity = 'd' then 'default' else 'no' end as generated
  from pg_class c
  join pg_namespace n on n.oid = c.relnamespace
  join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
  join pg_type t on t.oid = a.atttypid
  left join pg_type element on element.oid = t.typelem and t.typcategory = 'A'
  left join pg_type base on base.oid = t.typbasetype and t.typtype = 'd'
  left join pg_type base_element on base_element.oid = base.typelem and base.typcategory = 'A'
  left join pg_class stands on c.relkind = 'v' and stands.relnamespace = c.relnamespace and stands.relname = regexp_replace(c.relname, '_current$', '') and stands.oid <> c.oid
  left join pg_attribute original on original.attrelid = stands.oid and original.attname = a.attname
  where n.nspname in ('kith', 'reference', 'door') and c.relkind in ('r', 'p', 'v', 'm') and not c.relispartition and c.relname not like '%\\_superseded'
  order by n.nspname collate "C", c.relname collate "C", a.attnum`

/** The text of `generated.ts` for the database that stands behind this connection. */
export async function generateTypes(connection: pg.ClientConfig): Promise<string> {
  const { rows } = await withClient(connection, async (client) => await client.query<Column>(columns))
  const relations = Map.groupBy(rows, ({ relation }) => relation)
  const tables = [...relations].map(([relation, its]) => `  '${relation}': {\n${its.map(line).join('')}  }\n`)
  const used = ['Generated', 'GeneratedAlways'].filter((name) => tables.some((table) => table.includes(`${name}<`)))
  const imported = used.length > 0 ? `import type { ${used.join(', ')} } from 'kysely'\n\n` : ''
  const head =
    '// The tables as TypeScript. Made by tools/generate-database-types.ts; a test holds it equal to the database.\n'
  return `${head}${imported}export interface Database {\n${tables.join('')}}\n`
}

function line(column: Column): string {
  const element = types[column.type] ?? 'string'
  const whole = column.array ? (element === 'unknown' ? 'unknown[]' : `${element}[]`) : element
  const value = column.nullable && whole !== 'unknown' ? `${whole} | null` : whole
  const wrapped = { no: value, default: `Generated<${value}>`, always: `GeneratedAlways<${value}>` }[column.generated]
  const name = /^[a-z_]\w*$/i.test(column.column) ? column.column : `'${column.column}'`
  return `    ${name}: ${wrapped}\n`
}
