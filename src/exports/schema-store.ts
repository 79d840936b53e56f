// The schema of an export, in the words of JSON Schema: each table with its columns, key, references and what it refuses.
import type pg from 'pg'
import { type ExportTable, plainColumns } from './lines-store.ts'

type Column = {
  readonly table: string
  readonly name: string
  readonly type: string
  readonly nullable: boolean
}
type Constraint = { readonly table: string; readonly kind: string; readonly says: string }

/** As JSON writes what PostgreSQL holds: numbers, truth and lists as such, everything else as text. */
function jsonType(type: string): Readonly<Record<string, unknown>> {
  if (type.endsWith('[]')) return { type: 'array', items: jsonType(type.slice(0, -2)) }
  if (/^(smallint|integer|bigint)$/.test(type)) return { type: 'integer' }
  if (/^(numeric|double precision|real)/.test(type)) return { type: 'number' }
  if (type === 'boolean') return { type: 'boolean' }
  if (type === 'uuid') return { type: 'string', format: 'uuid' }
  if (type === 'date') return { type: 'string', description: 'a day as 2026-11-26, or infinity' }
  if (type.startsWith('timestamp'))
    return { type: 'string', description: 'a moment in UTC as 2026-11-26T10:00:00+00:00, or infinity' }
  if (type === 'daterange') return { type: 'string', description: 'days as [first,last): the last is not part of it' }
  if (type === 'bytea') return { type: 'string', description: 'bytes as \\x and hexadecimal' }
  if (/^jsonb?$/.test(type)) return {}
  return { type: 'string' }
}

const orNull = (schema: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> =>
  'type' in schema ? { ...schema, type: [schema.type, 'null'] } : schema

async function columnsIn(client: pg.ClientBase): Promise<readonly Column[]> {
  const { rows } = await client.query<Column>(`
    select n.nspname || '.' || c.relname as table, a.attname::text as name, format_type(a.atttypid, a.atttypmod) as type, not a.attnotnull as nullable
    from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid
    where n.nspname in ('kith', 'door') and a.attnum > 0 and not a.attisdropped order by c.oid, a.attnum`)
  return rows
}

async function constraintsIn(client: pg.ClientBase): Promise<readonly Constraint[]> {
  const { rows } = await client.query<Constraint>(`
    select n.nspname || '.' || c.relname as table, k.contype::text as kind, pg_get_constraintdef(k.oid) as says
    from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
    where n.nspname in ('kith', 'door') and k.contype in ('c', 'f', 'u') order by k.conname collate "C"`)
  return rows
}

async function commentsIn(client: pg.ClientBase): Promise<ReadonlyMap<string, string>> {
  const { rows } = await client.query<{ table: string; says: string }>(`
    select n.nspname || '.' || c.relname as table, obj_description(c.oid, 'pg_class') as says
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname in ('kith', 'door') and obj_description(c.oid, 'pg_class') is not null`)
  return new Map(rows.map(({ table, says }) => [table, says]))
}

const WORDS = {
  words: {
    description:
      'the words of the row: as text, or, where they are in parts, one name for each part; null: none, or out of sight',
    type: ['string', 'object', 'null'],
  },
  outOfSight: { description: 'true: there were words, and two people had them taken out of sight', const: true },
} as const
const BYTES = {
  bytes: { description: 'how many bytes of the file are in this piece; null: out of sight', type: ['integer', 'null'] },
  last: { description: 'whether it is the last piece of the file', type: ['boolean', 'null'] },
} as const

/** Of every table that holds rows of a council; the same for each export that stands on the same migrations. */
export async function schemaOf(client: pg.ClientBase, tables: readonly ExportTable[]): Promise<string> {
  const columns = await columnsIn(client)
  const constraints = await constraintsIn(client)
  const comments = await commentsIn(client)
  const ofTable = (table: ExportTable) => {
    const shown = new Set(plainColumns(table))
    const own = columns.filter((one) => one.table === table.name && shown.has(one.name))
    const says = (kind: string) =>
      constraints.filter((one) => one.table === table.name && one.kind === kind).map((one) => one.says)
    return {
      title: table.name,
      description: `One line of ${table.file}. ${comments.get(table.name) ?? ''}`.trim(),
      type: 'object',
      properties: {
        ...Object.fromEntries(
          own.map(({ name, type, nullable }) => [name, nullable ? orNull(jsonType(type)) : jsonType(type)]),
        ),
        ...(table.columns.includes('said') ? WORDS : {}),
        ...(table.name === 'kith.document_piece' ? BYTES : {}),
      },
      required: own.map(({ name }) => name),
      'x-key': table.key.filter((name) => name !== 'council'),
      'x-unique': says('u'),
      'x-refers': says('f'),
      'x-holds': says('c'),
    }
  }
  const schema = {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $comment:
      'One definition for each file of tables/. x-key, x-unique, x-refers and x-holds are in the words of PostgreSQL; the column council is the one of manifest.json and stands in no line.',
    $defs: Object.fromEntries(tables.map((table) => [table.name, ofTable(table)])),
  }
  return `${JSON.stringify(schema, null, 1)}\n`
}
