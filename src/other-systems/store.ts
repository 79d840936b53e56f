// The SQL of other systems' files: the source and what it covers, children by their ids, lines as they stand, and what is written.
import { sql } from 'kysely'
import type { Asking } from '#database'
import type { Changed, Line } from './compare.ts'
import type { Fact, SourceFile } from './facts.ts'
import { type Columns, specOf, type TakenTable, takenTables } from './said.ts'

export type Kind = SourceFile['kind']
/** By which a child is known to another system of the council, the newest way first. */
const ISSUERS = ['ssd', 'annex-a', 'ssda903']

type Covering = { readonly events: readonly string[]; readonly since: string; readonly until: string }

/** One source for all nights of a system; what it covers grows with each. */
export async function sourceFor(asking: Asking, kind: Kind, { events, since, until }: Covering): Promise<string> {
  const { council, person } = asking.who
  const found = await sql<{ id: string }>`
    select id from kith.source where council = ${council} and kind = ${kind} order by recorded, id limit 1`.execute(
    asking.record,
  )
  const [fresh = ''] = found.rows.length > 0 ? [] : await asking.newIds(1)
  const source = found.rows[0]?.id ?? fresh
  if (found.rows.length === 0) await asking.insert('kith.source', [{ council, id: source, kind, recorded_by: person }])
  const held = await sql<{ event: string; since: string; until: string }>`
    select event, since::text, until::text from kith.source_coverage where council = ${council} and source = ${source}`.execute(
    asking.record,
  )
  const covered = (event: string) =>
    held.rows.some((one) => one.event === event && one.since <= since && one.until >= until)
  await asking.insert(
    'kith.source_coverage',
    (since < until ? events : [])
      .filter((event) => !covered(event))
      .map((event) => ({ council, source, event, since, until, recorded_by: person })),
  )
  return source
}

export async function childrenByCode(asking: Asking, codes: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ code: string; child: string }>`
    select c.code, c.child from (
      select i.value as code, i.child, array_position(${ISSUERS}::text[], i.issuer) as rank, i.recorded
      from kith.child_identifier_current i
      where i.council = ${asking.who.council} and i.issuer = any (${ISSUERS}::text[]) and i.value = any (${codes}::text[])
      union all
      select k.id::text, k.id, 9, k.recorded from kith.child k
      where k.council = ${asking.who.council} and k.id::text = any (${codes}::text[])) c
    order by c.rank, c.recorded`.execute(asking.record)
  const known = new Map<string, string>()
  for (const { code, child } of rows) if (!known.has(code)) known.set(code, child)
  return known
}

/** How many children a source of this kind has spoken of; and how many of them it names now. */
export async function spokenOf(asking: Asking, kind: Kind): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ child: string }>`
    select distinct c.child from kith.source_child c join kith.source s on s.council = c.council and s.id = c.source
    where c.council = ${asking.who.council} and s.kind = ${kind}
      and not exists (select from kith.joined_child j where j.council = c.council and j.child = c.child)`.execute(
    asking.record,
  )
  return new Set(rows.map(({ child }) => child))
}

/** Of these children, how many records go on in another and take no more writing. */
export async function closedRecords({ record, who }: Asking, children: readonly string[]): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from kith.joined_child where council = ${who.council} and child = any (${children}::uuid[])`.execute(
    record,
  )
  return rows[0]?.n ?? 0
}

type Row = Columns & {
  readonly id: string
  readonly line: string
  readonly child: string
  readonly source_key: string | null
  readonly change: string
}

export type LineOfChild = Line & { readonly child: string }

/** The latest version of every line of these children, taken back or not; a placement with the postcode of its place. */
export async function linesOf(
  asking: Asking,
  kind: Kind,
  children: readonly string[],
): Promise<readonly LineOfChild[]> {
  const all: LineOfChild[] = []
  for (const table of takenTables) {
    const name = sql.table(`kith.${table}`)
    const only = table === 'birth_claim' ? sql`and r.standing = 'in force'` : sql``
    const place =
      table === 'placement'
        ? sql`(select a.postcode from kith.address_current a where a.council = r.council and a.line = r.place)`
        : sql`null`
    const { rows } = await sql<{ row: Row; ours: boolean; postcode: string | null; said: Buffer | null }>`
      select to_jsonb(r) - 'said' as row, coalesce(s.kind = ${kind}, false) as ours, ${place} as postcode, r.said
      from ${name} r left join kith.source s on s.council = r.council and s.id = r.source
      where r.council = ${asking.who.council} and r.child = any (${children}::uuid[]) ${only}
        and not exists (select from ${name} n where n.council = r.council and n.supersedes = r.id)
      order by r.recorded, r.id`.execute(asking.record)
    const words =
      table === 'child_name' ? await asking.readWords(rows.map(({ row, said }) => ({ id: row.id, said }))) : undefined
    for (const { row, ours, postcode } of rows) {
      const more: Columns =
        table === 'child_name'
          ? { words: words?.get(row.id) ?? null }
          : table === 'placement'
            ? { place: postcode, place_line: row.place ?? null }
            : {}
      const { id, line, child, source_key: key, change } = row
      all.push({
        table,
        line,
        id,
        child,
        key: key ?? undefined,
        ours,
        retracted: change === 'retraction',
        columns: { ...row, ...more },
      })
    }
  }
  return all
}

export type ToWrite = {
  readonly child: string
  readonly added: readonly Fact[]
  readonly changed: readonly Changed[]
  readonly vanished: readonly Line[]
}

type Version = {
  readonly child: string
  readonly table: TakenTable
  readonly change: 'first' | 'correction' | 'retraction'
  readonly key: string | null
  readonly before: Line | undefined
  readonly columns: Columns
  readonly words: string | undefined
}

function versionsOf({ child, added, changed, vanished }: ToWrite, because: string): readonly Version[] {
  return [
    ...added.map(
      ({ table, key, said }): Version => ({
        ...{ child, table, change: 'first', key, before: undefined, words: said.words },
        columns: specOf(table).columns(said, undefined),
      }),
    ),
    ...changed.map(
      ({ fact, line }): Version => ({
        ...{ child, table: fact.table, change: 'correction', key: fact.key, before: line, words: fact.said.words },
        columns: specOf(fact.table).columns(fact.said, line.columns),
      }),
    ),
    ...vanished.map(
      (line): Version => ({
        ...{ child, table: line.table, change: 'retraction', key: line.key ?? null, before: line, words: because },
        columns: specOf(line.table).columns(specOf(line.table).says(line.columns), line.columns),
      }),
    ),
  ]
}

/** A postcode becomes a line of its own; the one that a placement had goes on where it says the same. */
async function withPlaces(asking: Asking, versions: readonly Version[], source: string): Promise<readonly Version[]> {
  const { council, person } = asking.who
  const fresh = versions.filter(
    ({ table, before, columns }) =>
      table === 'placement' && columns.place !== null && columns.place !== before?.columns.place,
  )
  const ids = await asking.newIds(fresh.length)
  const idOf = new Map(fresh.map((version, at) => [version, ids[at] ?? '']))
  await asking.insert(
    'kith.address',
    fresh.map((version) => {
      const id = idOf.get(version)
      return {
        council,
        id,
        line: id,
        child: version.child,
        source,
        kind: 'placement',
        postcode: version.columns.place,
        recorded_by: person,
      }
    }),
  )
  return versions.map((version) => {
    if (version.table !== 'placement') return version
    const place =
      idOf.get(version) ?? (version.columns.place === null ? null : (version.before?.columns.place_line ?? null))
    return { ...version, columns: { ...version.columns, place } }
  })
}

/** Whole children, in one transaction; each version names its source, and keeps the source's own id. */
export async function write(
  asking: Asking,
  all: readonly ToWrite[],
  { source, because }: { source: string; because: string },
): Promise<void> {
  const versions = await withPlaces(
    asking,
    all.flatMap((one) => versionsOf(one, because)),
    source,
  )
  const ids = await asking.newIds(versions.length)
  const numbered = versions.map((version, at) => ({ ...version, id: ids[at] ?? '' }))
  const spoken = numbered.flatMap(({ id, child, words }) =>
    words === undefined ? [] : [{ record: id, child, text: words }],
  )
  const said = await asking.keepWords(spoken)
  const { council, person } = asking.who
  for (const table of takenTables) {
    const own = numbered.filter((version) => version.table === table)
    const names = [...new Set(own.flatMap(({ columns }) => Object.keys(columns)))]
    await asking.insert(
      `kith.${table}`,
      own.map(({ id, child, change, key, before, columns }) => ({
        ...{ council, id, line: before?.line ?? id, supersedes: before?.id ?? null, change, child, source },
        ...{ source_key: key, said: said.get(id) ?? null, recorded_by: person },
        ...Object.fromEntries(names.map((name) => [name, columns[name] ?? null])),
      })),
    )
  }
}

/** What a new child is called by the system that named them. */
export async function nameChildren(
  asking: Asking,
  made: readonly { readonly child: string; readonly code: string }[],
  { source, kind }: { source: string; kind: Kind },
): Promise<void> {
  const { council, person } = asking.who
  const ids = await asking.newIds(made.length)
  await asking.insert(
    'kith.child_identifier',
    made.map(({ child, code }, at) => {
      const id = ids[at] ?? ''
      return { council, id, line: id, child, source, source_key: kind, issuer: kind, value: code, recorded_by: person }
    }),
  )
}
