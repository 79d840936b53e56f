// The access log of an export: each line is the very text of which its hash is taken, and each block says what verifies it.
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import type pg from 'pg'
import { sealsFile } from '#access'
import { rowsOf } from './lines-store.ts'

/** Up to which moment the log is written: all of it, or what a council brought with it when it was put into this Kith. */
export type LogUntil = { readonly block: number; readonly beforeEra: number | undefined }

const ofEra = ({ beforeEra }: LogUntil): string => (beforeEra === undefined ? '' : ` and e.era < ${beforeEra}`)

export async function* entryLines(client: pg.ClientBase, council: number, until: LogUntil): AsyncGenerator<string> {
  const query = `select jsonb_build_array(e.council, e.era, e.tx::text, e.id, (extract(epoch from e.at) * 1000000)::bigint,
      e.person, e.child, e.what, e.subject)::text as line
    from kith.access_entry e where e.council = ${council}${ofEra(until)} order by e.era, e.tx, e.id`
  for await (const rows of rowsOf<{ line: string }>(client, query, 'entries'))
    yield rows.map(({ line }) => `${line}\n`).join('')
}

export async function* blockLines(client: pg.ClientBase, council: number, { block }: LogUntil): AsyncGenerator<string> {
  const query = `select (select row_to_json(x)::text from (select b.number, b.era, b.from_tx::text, b.below_tx::text, b.entries,
      encode(b.previous, 'hex') as previous, encode(b.hash, 'hex') as hash, b.sealed) x) as line
    from kith.access_block b where b.council = ${council} and b.number <= ${block} order by b.number`
  for await (const rows of rowsOf<{ line: string }>(client, query, 'blocks'))
    yield rows.map(({ line }) => `${line}\n`).join('')
}

/** The entries of one child, for an export of the child: who read and wrote what, and when. */
export async function* entriesOfChildren(
  client: pg.ClientBase,
  council: number,
  children: string,
): AsyncGenerator<string> {
  const query = `select row_to_json(x)::text as line from (select e.at, e.person, e.child, e.what, e.subject
    from kith.access_entry e where e.council = ${council} and e.child = any (${children}) order by e.era, e.tx, e.id) x`
  for await (const rows of rowsOf<{ line: string }>(client, query, 'entries'))
    yield rows.map(({ line }) => `${line}\n`).join('')
}

/** The seals that stood outside the database, as they stood, without those of later blocks. */
export async function sealLines(folder: string, code: string, { block }: LogUntil): Promise<string | undefined> {
  const path = sealsFile(folder, code)
  if (!existsSync(path)) return undefined
  const lines = (await readFile(path, 'utf8')).split('\n').filter((line) => numberOf(line) <= block)
  return lines.map((line) => `${line}\n`).join('')
}

/** A line that cannot be read is torn: it stands again, whole, below. */
function numberOf(line: string): number {
  try {
    const found: { number?: unknown } = JSON.parse(line) as { number?: unknown }
    return typeof found.number === 'number' ? found.number : Number.POSITIVE_INFINITY
  } catch {
    return Number.POSITIVE_INFINITY
  }
}

type Head = { readonly number: number; readonly hash: string }
export type LogState = { readonly entries: number; readonly head: Head | null }

export async function logState(client: pg.ClientBase, council: number, until: LogUntil): Promise<LogState> {
  const { rows } = await client.query<{ entries: number; number: number | null; hash: string | null }>(
    `select (select count(*)::int from kith.access_entry e where e.council = $1${ofEra(until)}) as entries, h.number, h.hash
     from (select) one left join (select number, encode(hash, 'hex') as hash from kith.access_block
       where council = $1 and number <= $2 order by number desc limit 1) h on true`,
    [council, until.block],
  )
  const { entries = 0, number = null, hash = null } = rows[0] ?? {}
  return { entries, head: number === null || hash === null ? null : { number, hash } }
}

export const ALL_OF_THE_LOG: LogUntil = { block: 2_147_483_647, beforeEra: undefined }
/** What the log says when a council was put into this Kith; by it is known what it brought with it. */
export const PUT_IN = 'put the exported record of the council into this Kith'

export type PutIn = LogUntil & { readonly made: string }

export async function lastPutIn(client: pg.ClientBase, council: number): Promise<PutIn | undefined> {
  const { rows } = await client.query<{ block: number; beforeEra: number; made: string }>(
    `select (subject ->> 'block')::int as block, era::int as "beforeEra", subject ->> 'made' as made from kith.access_entry
     where council = $1 and what = $2 order by era desc, tx desc, id desc limit 1`,
    [council, PUT_IN],
  )
  return rows[0]
}
