// The SQL of children whom other councils placed here: versions of a line, none of them of our own record.
import { sql } from 'kysely'
import { type Asking, readParts, writeParts } from '#database'
import { PARTS, type Placed, type Words } from './placed.ts'

export type PlacedRow = Placed & {
  readonly id: string
  readonly line: string
  readonly recorded_by: string
  readonly recorded: string
}
/** Before its words are read. */
export type PlacedBare = Omit<PlacedRow, 'words'> & { readonly said: Buffer }
const NO_WORDS: Words = { authority: '', name: '', home: '', worker: '', by_day: '', by_night: '' }

const columns = sql`id, line, noticed::text, began::text, left_on::text, legal, health_told::text, virtual_school_told::text,
  out_of_hours_told::text, said, recorded_by, recorded`

export async function withWords(asking: Asking, rows: readonly PlacedBare[]): Promise<readonly PlacedRow[]> {
  const words = await asking.readWords(rows)
  return rows.map((row) => ({ ...row, words: { ...NO_WORDS, ...readParts(words.get(row.id), [...PARTS]) } }))
}

/** Who lives here, and who left; the latest to come first. */
export async function placedHere(asking: Asking): Promise<readonly PlacedBare[]> {
  const { rows } =
    await sql<PlacedBare>`select ${columns} from kith.placed_here_current where council = ${asking.who.council}
    order by left_on is not null, began desc, line`.execute(asking.record)
  return rows
}

/** A version, standing or not: who writes upon one that does not stand any more is refused, and keeps their text. */
export async function placedById(asking: Asking, id: string): Promise<PlacedRow | undefined> {
  const { rows } = await sql<PlacedBare>`select ${columns} from kith.placed_here
    where council = ${asking.who.council} and id = ${id} and change <> 'retraction'`.execute(asking.record)
  return (await withWords(asking, rows))[0]
}

type Superseding = { readonly of: PlacedRow; readonly change: 'correction' | 'change' | 'retraction' }
/** A version; `of`: the one that it takes the place of. Two people cannot both take it: the second is refused. */
export async function writePlaced(
  asking: Asking,
  { words, ...placed }: Placed,
  superseding?: Superseding & { readonly why?: string },
): Promise<string> {
  const [id = ''] = await asking.newIds(1)
  const { council, person: recorded_by } = asking.who
  const { of, change = 'first', why } = superseding ?? {}
  const text = change === 'retraction' ? (why ?? '') : (writeParts(words) ?? '')
  const said = (await asking.keepWords([{ record: id, child: null, text }])).get(id)
  const line = of?.line ?? id
  const shape = { council, id, line, supersedes: of?.id ?? null, change, said: said ?? '', recorded_by }
  await asking.insert('kith.placed_here', [{ ...placed, ...shape }])
  return id
}
