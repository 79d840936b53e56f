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

/** `earlier`: the ids of records that go on in another. */
type Known = { readonly known: ReadonlyMap<string, string>; readonly earlier: ReadonlySet<string> }
/** By the id that a file gives, the record that is written: of two that were joined the one that goes on. */
export async function childrenByCode(asking: Asking, codes: readonly string[]): Promise<Known> {
  const { rows } = await sql<{ code: string; child: string; joined: boolean }>`
    select c.code, coalesce(j.goes_on, c.child) as child, j.child is not null as joined from (
      select i.value as code, i.child, array_position(${ISSUERS}::text[], i.issuer) as rank, i.recorded
      from kith.child_identifier i
      where i.change <> 'retraction' and not exists (select from kith.child_identifier n where n.council = i.council and n.supersedes = i.id) and i.council = ${asking.who.council} and i.issuer = any (${ISSUERS}::text[]) and i.value = any (${codes}::text[])
      union all
      select k.id::text, k.id, 9, k.recorded from kith.child k
      where k.council = ${asking.who.council} and k.id::text = any (${codes}::text[])) c
      left join kith.joined_child j on j.council = ${asking.who.council} and j.child = c.child
    order by (j.child is not null), c.rank, c.recorded`.execute(asking.record)
  const known = new Map<string, string>()
  const earlier = new Set<string>()
  for (const { code, child, joined } of rows) {
    if (known.has(code)) continue
    known.set(code, child)
    if (joined) earlier.add(code)
  }
  return { known, earlier }
}

/** The children of whom a source of this kind has spoken. */
export async function spokenOf(asking: Asking, kind: Kind): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ child: string }>`
    select distinct c.child from kith.source_child c join kith.source s on s.council = c.council and s.id = c.source
    where c.council = ${asking.who.council} and s.kind = ${kind}
      and not exists (select from kith.joined_child j where j.council = c.council and j.child = c.child)`.execute(
    asking.record,
  )
  return new Set(rows.map(({ child }) => child))
}

export type Closed = { readonly child: string; readonly goesOn: string }
/** The closed records of these children, and in which each goes on. */
export async function closedInto({ record, who }: Asking, children: readonly string[]): Promise<readonly Closed[]> {
  const { rows } = await sql<Closed>`
    select child, goes_on as "goesOn" from kith.joined_child
    where council = ${who.council} and goes_on = any (${children}::uuid[]) order by child`.execute(record)
  return rows
}

/** By child, the postcodes that not everybody may know. */
export async function secretPlaces(
  { record, who }: Asking,
  children: readonly string[],
): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const { rows } = await sql<{ child: string; postcode: string }>`
    select a.child, a.postcode from kith.address a
    where a.council = ${who.council} and a.child = any (${children}::uuid[]) and (a.audience is not null or a.must_not_know is not null)
      and not exists (select from kith.address n where n.council = a.council and n.supersedes = a.id)`.execute(record)
  return new Map(
    [...Map.groupBy(rows, ({ child }) => child)].map(([child, all]) => [
      child,
      new Set(all.map(({ postcode }) => postcode)),
    ]),
  )
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
    // A place is this source's own to say where its latest words are this source's, everybody may know it, and nothing else stands on it.
    const placeStands =
      table === 'placement'
        ? sql`(r.place is not null and (not exists (
            select from kith.address_current a join kith.source o on o.council = a.council and o.id = a.source and o.kind = ${kind}
            where a.council = r.council and a.line = r.place and a.audience is null and a.must_not_know is null)
          or exists (select from kith.placement p where p.council = r.council and p.child = r.child and p.line <> r.line
            and (p.place = r.place or p.home = r.place))))`
        : sql`false`
    const { rows } = await sql<{
      row: Row
      ours: boolean
      postcode: string | null
      place_stands: boolean
      said: Buffer | null
    }>`
      select to_jsonb(r) - 'said' as row, coalesce(s.kind = ${kind}, false) as ours, ${place} as postcode, ${placeStands} as place_stands, r.said
      from ${name} r left join kith.source s on s.council = r.council and s.id = r.source
      where r.council = ${asking.who.council} and r.child = any (${children}::uuid[]) ${only}
        and not exists (select from ${name} n where n.council = r.council and n.supersedes = r.id)
      order by r.recorded, r.id`.execute(asking.record)
    const words =
      table === 'child_name' ? await asking.readWords(rows.map(({ row, said }) => ({ id: row.id, said }))) : undefined
    for (const { row, ours, postcode, place_stands: placeStands, said } of rows) {
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
        unreadable: words !== undefined && said !== null && !words.has(id),
        placeStands,
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
}

type Version = {
  readonly child: string
  readonly table: TakenTable
  readonly change: 'first' | 'correction'
  readonly key: string | null
  readonly before: Line | undefined
  readonly columns: Columns
  readonly words: string | undefined
}

function versionsOf({ child, added, changed }: ToWrite): readonly Version[] {
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
  ]
}

type Address = { readonly id: string; readonly line: string } & Readonly<Record<string, unknown>>
async function latestAddresses(
  { record, who }: Asking,
  lines: readonly string[],
): Promise<ReadonlyMap<string, Address>> {
  const { rows } = await sql<Address>`
    select id, line, since, until, audience, must_not_know, audience_decision from kith.address_current
    where council = ${who.council} and line = any (${lines}::uuid[])`.execute(record)
  return new Map(rows.map((row) => [row.line, row]))
}

/** A postcode becomes a line of its own; that of a placement which had one corrects it, so that who may know it carries on. */
async function withPlaces(asking: Asking, versions: readonly Version[], source: string): Promise<readonly Version[]> {
  const { council, person } = asking.who
  const fresh = versions.filter(
    ({ table, before, columns }) =>
      table === 'placement' && columns.place !== null && columns.place !== before?.columns.place,
  )
  const ids = await asking.newIds(fresh.length)
  const lineOf = ({ before }: Version): string | undefined =>
    before?.columns.place_line === null || before === undefined ? undefined : String(before.columns.place_line)
  const idOf = new Map(fresh.map((version, at) => [version, ids[at] ?? '']))
  const latest = await latestAddresses(
    asking,
    fresh.flatMap((version) => lineOf(version) ?? []),
  )
  await asking.insert(
    'kith.address',
    fresh.map((version) => {
      const id = idOf.get(version)
      const { id: supersedes = null, line = id, ...carried } = latest.get(lineOf(version) ?? '') ?? {}
      return {
        council,
        ...{ id, line, supersedes, change: supersedes === null ? 'first' : 'correction', ...carried },
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
    const place = lineOf(version) ?? idOf.get(version) ?? null
    return { ...version, columns: { ...version.columns, place } }
  })
}

/** Whole children, in one transaction; each version names its source, and keeps the source's own id. */
export async function write(asking: Asking, all: readonly ToWrite[], source: string): Promise<void> {
  const versions = await withPlaces(asking, all.flatMap(versionsOf), source)
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
