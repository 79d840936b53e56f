// The SQL of the list of visits and notes: one page of it newest first, counted by kind, with the words of that page only.
import { sql } from 'kysely'
import { type Asking, among, type Hand, historyOf, type Version } from '#database'
import type { NotePart } from '#notes'

export type Table = 'visit' | NotePart
/** One line of the list. `kind` of a visit is 'visit'. */
export type Entry = {
  readonly table: Table
  readonly line: string
  readonly id: string
  readonly kind: string
  readonly happened: string
  readonly began: string | null
  readonly mode: string | null
  readonly seen: boolean | null
  readonly alone: boolean | null
  readonly terms: string
  readonly wrote: Hand
  /** Whether it was corrected since. */
  readonly corrected: boolean
  /** The visit's words, or the first paragraph that the asker may read; undefined: none, or taken out of sight. */
  readonly words: string | undefined
  readonly paragraphs: number
}

const entries = (council: number, child: string) => sql`
  select 'visit' as "table", line, id, 'visit' as kind, happened, began, mode, seen, alone, 'own record' as terms
    from kith.visit_current where council = ${council} and child = ${child}
  union all select 'visits', line, id, kind, happened, began, null, null, null, terms
    from kith.note_current where council = ${council} and child = ${child}
  union all select 'story', line, id, kind, happened, began, null, null, null, terms
    from kith.story_note_current where council = ${council} and child = ${child}`

/** How many there are of each kind, of what the asker may read. */
export async function countedByKind(asking: Asking, child: string): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ kind: string; n: number }>`
    select kind, count(*)::int as n from (${entries(asking.who.council, child)}) e group by kind`.execute(asking.record)
  return new Map(rows.map(({ kind, n }) => [kind, n]))
}

type Asked = { readonly kinds: readonly string[] | undefined; readonly offset: number; readonly most: number }
type Bare = Omit<Entry, 'wrote' | 'words' | 'paragraphs' | 'corrected'>

/** `kinds` undefined: everything. */
export async function entriesOf(
  asking: Asking,
  child: string,
  { kinds, offset, most }: Asked,
): Promise<readonly Entry[]> {
  const { rows } = await sql<Bare>`
    select * from (${entries(asking.who.council, child)}) e
    where (${kinds === undefined} or kind = any (${kinds ?? []}::text[]))
    order by happened desc, began desc nulls last, line desc limit ${most} offset ${offset}`.execute(asking.record)
  const lines = rows.map(({ line }) => line)
  const [hands, texts] = [await handsOf(asking, lines), await textsOf(asking, child, lines)]
  return rows.map((row) => ({
    ...row,
    wrote: hands.get(row.line) ?? { by: '', at: '' },
    corrected: row.id !== row.line,
    words: texts.get(row.line)?.words,
    paragraphs: texts.get(row.line)?.paragraphs ?? 0,
  }))
}

async function handsOf(asking: Asking, lines: readonly string[]): Promise<ReadonlyMap<string, Hand>> {
  const { council } = asking.who
  const { rows } = await sql<Hand & { id: string }>`
    select id, recorded_by as by, recorded as at from kith.visit where council = ${council} and id ${among(lines)}
    union all select id, recorded_by, recorded from kith.note where council = ${council} and id ${among(lines)}
    union all select id, recorded_by, recorded from kith.story_note where council = ${council} and id ${among(lines)}`.execute(
    asking.record,
  )
  return new Map(rows.map(({ id, by, at }) => [id, { by, at }]))
}

type Text = { readonly words: string | undefined; readonly paragraphs: number }
async function textsOf(asking: Asking, child: string, lines: readonly string[]): Promise<ReadonlyMap<string, Text>> {
  const { council } = asking.who
  const { rows } = await sql<{ of: string; id: string; said: Buffer | null; n: number }>`
    select v.line as of, v.id, v.said, 1 as n from kith.visit_current v
      where v.council = ${council} and v.child = ${child} and v.line ${among(lines)}
    union all (select distinct on (p.note) p.note, p.id, p.said, count(*) over (partition by p.note)::int from kith.note_paragraph_current p
      where p.council = ${council} and p.child = ${child} and p.note ${among(lines)} order by p.note, p.place)
    union all (select distinct on (p.note) p.note, p.id, p.said, count(*) over (partition by p.note)::int from kith.story_note_paragraph_current p
      where p.council = ${council} and p.child = ${child} and p.note ${among(lines)} order by p.note, p.place)`.execute(
    asking.record,
  )
  const words = await asking.readWords(rows)
  return new Map(rows.map(({ of, id, n }) => [of, { words: words.get(id), paragraphs: n }]))
}

/** In which table a line stands that the asker may see, standing or taken back. */
export async function tableOfLine(asking: Asking, child: string, line: string): Promise<Table | undefined> {
  const { council } = asking.who
  const { rows } = await sql<{ table: Table }>`
    select 'visit' as "table" from kith.visit where council = ${council} and child = ${child} and id = ${line} and line = id
    union all select 'visits' from kith.note where council = ${council} and child = ${child} and id = ${line} and line = id
    union all select 'story' from kith.story_note where council = ${council} and child = ${child} and id = ${line} and line = id`.execute(
    asking.record,
  )
  return rows[0]?.table
}

/** Every version of a visit, first to last. */
export async function visitHistory(asking: Asking, line: string): Promise<readonly Version<'kith.visit'>[]> {
  return await historyOf(asking, 'kith.visit', line)
}
