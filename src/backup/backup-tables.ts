// The tables of a backup: which there are, and each as CSV text with its rows counted and hashed.
import { createHash, type Hash } from 'node:crypto'
import { Transform, Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type pg from 'pg'
import { to as copyTo } from 'pg-copy-streams'

export type BackupTable = {
  readonly name: string
  readonly columns: readonly string[]
  readonly key: readonly string[]
}
export type Contents = { readonly rows: number; readonly sha256: string }

/** Loaded again from the public directory rather than from a backup, unless it is asked for. */
export const postcodeTables: readonly string[] = ['reference.postcode', 'reference.postcode_directory']
/**
 * Never restored: the first is the database's own; transaction numbers of the second would name strangers on another
 * server; a session that somebody has ended since would open again.
 */
export const neverBackedUp: readonly string[] = [
  'door.migration',
  'kith.child_changed',
  'door.session',
  'door.signing_in',
]

/** Every table of Kith's own schemas in a fixed order, without the columns that PostgreSQL computes. */
export async function allTables(client: pg.ClientBase): Promise<BackupTable[]> {
  const { rows } = await client.query<{ name: string; columns: string[]; key: string[] }>(`
    select n.nspname || '.' || c.relname as name,
           array(select attname::text from pg_attribute a
                 where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '' order by a.attnum) as columns,
           array(select a.attname::text from pg_index i cross join unnest(i.indkey) with ordinality as k (number, place)
                 join pg_attribute a on a.attrelid = c.oid and a.attnum = k.number
                 where i.indrelid = c.oid and i.indisprimary order by k.place) as key
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname in ('kith', 'reference', 'door') and c.relkind in ('r', 'p') and not c.relispartition
    order by n.nspname collate "C", c.relname collate "C"`)
  return rows
}

/** Where each counter of those tables stands. */
export async function sequences(client: pg.ClientBase): Promise<{ name: string; last: string }[]> {
  const { rows } = await client.query<{ name: string; last: string }>(`
    select quote_ident(schemaname) || '.' || quote_ident(sequencename) as name, last_value::text as last from pg_sequences
    where schemaname in ('kith', 'reference', 'door') and last_value is not null order by schemaname collate "C", sequencename collate "C"`)
  return rows
}

/** Settings that decide how values look as text, and that refuse to hide rows silently. */
export const plainText = `set local timezone = 'UTC'; set local datestyle = 'ISO, YMD'; set local intervalstyle = 'postgres';
  set local extra_float_digits = 1; set local bytea_output = 'hex'; set local row_security = off; set local search_path = pg_catalog`

type Onward = NodeJS.ReadWriteStream | NodeJS.WritableStream

/** Sends one table as CSV through the streams, in the order of its key; counts and hashes what went by. */
export async function copyOut(client: pg.ClientBase, table: BackupTable, onward: readonly Onward[]): Promise<Contents> {
  const hash = createHash('sha256')
  const order = (table.key.length > 0 ? table.key : table.columns).map(quoted).join(', ')
  const rows = `select ${table.columns.map(quoted).join(', ')} from ${quotedTable(table.name)} order by ${order}`
  const stream = client.query(copyTo(`copy (${rows}) to stdout with (format csv, header)`))
  await pipeline([stream, hashing(hash), ...onward])
  // The last row may come before the server says how many there were: it has said so once it answers again.
  await client.query('select')
  return { rows: stream.rowCount, sha256: hash.digest('hex') }
}

/** The same without keeping the text. */
export async function contentsOf(client: pg.ClientBase, table: BackupTable): Promise<Contents> {
  return await copyOut(client, table, [new Writable({ write: (_chunk, _encoding, done) => done() })])
}

/** Lets everything through and adds it to the hash. */
function hashing(hash: Hash): Transform {
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk)
      done(null, chunk)
    },
  })
}

export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`
export const quotedTable = (name: string): string => name.split('.').map(quoted).join('.')
