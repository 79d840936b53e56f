// The SQL of the demonstration's homes: where its children live today, with whom by the record, and homes for them, in a few statements.
import { sql } from 'kysely'
import { day, type IsoDay } from '#calendar'
import type { Asking } from '#database'

/** The code of a child in the return: the same in every loading, as an id is not. */
const CODE = sql`(select i.value from kith.child_identifier_current i
  where i.council = p.council and i.child = p.child and i.issuer = 'ssda903' order by i.value limit 1)`
/** Of a placement, by its child and first day. */
export const STABLE = sql`coalesce(${CODE}, '') || ' ' || lower(p.during)::text`

export type LivedIn = {
  readonly child: string
  readonly placement: string
  readonly kind: string
  readonly provider: string | null
  readonly registration: string | null
  readonly since: IsoDay
  readonly postcode: string | null
  readonly age: number | null
}
/** In foster homes and registered homes. */
export async function livedInOn({ record, who }: Asking, on: IsoDay): Promise<readonly LivedIn[]> {
  const { rows } = await sql<Omit<LivedIn, 'since'> & { since: string }>`
    select p.child, p.line as placement, p.kind, p.provider, p.registration, lower(p.during)::text as since,
      (select a.postcode from kith.address_current a where a.council = p.council and a.child = p.child and a.line = p.place) as postcode,
      (select date_part('year', age(${on}::date, b.born))::int from kith.birth_claim_current b
        where b.council = p.council and b.child = p.child order by b.id limit 1) as age
    from kith.placement_current p
    where p.council = ${who.council}::smallint and p.during @> ${on}::date and p.kind ~ '^(U[1-6]|K[123]|H5|R1|R3|S1)$'
    order by p.registration, ${STABLE}`.execute(record)
  return rows.map(({ since, ...row }) => ({ ...row, since: day(since) }))
}

/** Who cares for each child now, as the record of those around the child names them. */
export async function carersNamed(asking: Asking, on: IsoDay): Promise<ReadonlyMap<string, readonly string[]>> {
  const { rows } = await sql<{ id: string; child: string; said: Buffer | null }>`
    select p.id, p.child, p.said from kith.family_person_current p join kith.family_home_current h
      on h.council = p.council and h.child = p.child and h.person = p.line
    where p.council = ${asking.who.council}::smallint and h.with_child and p.relation in ('carer', 'grandparent', 'aunt', 'uncle') and p.died <> 'died'
      and p.audience is null and p.must_not_know is null
      and coalesce(h.since, '-infinity') <= ${on}::date and coalesce(h.until, 'infinity') > ${on}::date order by p.id`.execute(
    asking.record,
  )
  const words = await asking.readWords(rows)
  const named = rows.flatMap(({ id, child }) => {
    const name = (words.get(id) ?? '').split('\n')[0]?.trim()
    return name ? [{ child, name }] : []
  })
  return new Map(
    [...Map.groupBy(named, ({ child }) => child)].map(([child, all]) => [child, all.map(({ name }) => name)]),
  )
}

/** Whether the council has any of these already: a start may have been cut short. */
export async function hasAny(
  { record, who }: Asking,
  table:
    | 'kith.household'
    | 'kith.home_request'
    | 'kith.home_distance'
    | 'kith.match_decision'
    | 'kith.recruitment_campaign'
    | 'kith.meeting',
): Promise<boolean> {
  const found = await record
    .selectFrom(table)
    .select('id')
    .where('council', '=', who.council)
    .limit(1)
    .executeTakeFirst()
  return found !== undefined
}

export type NewRow = {
  readonly table: string
  readonly id: string
  readonly columns: Readonly<Record<string, unknown>>
  readonly words: string | undefined
  readonly child?: string
}
/** First versions, table by table in the order in which they first come. */
export async function writeRows(asking: Asking, rows: readonly NewRow[]): Promise<void> {
  const { council, person: recorded_by } = asking.who
  const said = await asking.keepWords(
    rows.flatMap(({ id, child = null, words }) => (words === undefined ? [] : [{ record: id, child, text: words }])),
  )
  for (const [table, own] of Map.groupBy(rows, (row) => row.table))
    await asking.insert(
      table as Parameters<Asking['insert']>[0],
      own.map(({ id, columns, child }) => ({
        ...{ council, id, line: id, said: said.get(id) ?? null, recorded_by },
        ...columns,
        ...(child === undefined ? {} : { child }),
      })),
    )
}

export type LooksForHome = { readonly child: string; readonly postcode: string | null; readonly born: string | null }
/** Foster children who moved in the last two months, the latest first: for whom a placement worker looks. */
export async function soonToMove(
  { record, who }: Asking,
  { today, most }: { readonly today: IsoDay; readonly most: number },
): Promise<readonly LooksForHome[]> {
  const { rows } = await sql<LooksForHome>`
    select p.child,
      (select a.postcode from kith.address_current a where a.council = p.council and a.child = p.child and a.line = p.home and a.audience is null) as postcode,
      (select b.born::text from kith.birth_claim_current b where b.council = p.council and b.child = p.child order by b.id limit 1) as born
    from kith.placement_current p where p.council = ${who.council}::smallint and p.during @> ${today}::date and p.kind ~ '^U[46]$'
      and lower(p.during) >= ${today}::date - 50 order by (p.home is null), lower(p.during) desc, ${STABLE} limit ${most}`.execute(
    record,
  )
  return rows
}

export type FarHome = {
  readonly child: string
  readonly placement: string
  readonly kind: string
  readonly since: IsoDay
  readonly age: number | null
  /** The same in every loading. */
  readonly seed: string
  /** Outside the area, and not in one next to it. */
  readonly distant: boolean
}

export async function farOn({ record, who }: Asking, on: IsoDay): Promise<readonly FarHome[]> {
  const { rows } = await sql<Omit<FarHome, 'since'> & { since: string }>`
    select p.child, p.line as placement, ${STABLE} as seed, p.kind, lower(p.during)::text as since, (d.inside = false and d.adjoining = false) is true as distant,
      (select date_part('year', age(${on}::date, b.born))::int from kith.birth_claim_current b
        where b.council = p.council and b.child = p.child order by b.id limit 1) as age
    from kith.placement_current p join kith.placement_distance d on d.council = p.council and d.placement = p.line
    where p.council = ${who.council}::smallint and p.during @> ${on}::date and p.kind !~ '^[AT]'
      and (d.miles > 20 or (d.inside = false and d.adjoining = false)) order by ${STABLE}`.execute(record)
  return rows.map(({ since, ...row }) => ({ ...row, since: day(since) }))
}

export type BegunHome = {
  readonly child: string
  readonly seed: string
  readonly placement: string
  readonly since: IsoDay
  readonly miles: number | null
}
/** Homes that began since a day, of which nobody has said how they were chosen. */
export async function begunSince(
  { record, who }: Asking,
  { since, on }: { readonly since: IsoDay; readonly on: IsoDay },
): Promise<readonly BegunHome[]> {
  const { rows } = await sql<Omit<BegunHome, 'since'> & { since: string }>`
    select p.child, p.line as placement, ${STABLE} as seed, lower(p.during)::text as since, d.miles::float8 as miles
    from kith.placement_current p left join kith.placement_distance d on d.council = p.council and d.placement = p.line
    where p.council = ${who.council}::smallint and p.kind !~ '^[AT]' and not p.same_carers and p.start_known
      and lower(p.during) between ${since}::date and ${on}::date
      and not exists (select from kith.home_choice_current c where c.council = p.council and c.child = p.child and c.placement = p.line)
    order by ${STABLE}`.execute(record)
  return rows.map((row) => ({ ...row, since: day(row.since) }))
}

/** Open requests in the order in which they were invented. */
export async function openedRequests({
  record,
  who,
}: Asking): Promise<readonly { readonly child: string; readonly request: string }[]> {
  const { rows } = await sql<{ child: string; request: string }>`
    select p.child, p.line as request from kith.home_request_current p
    where p.council = ${who.council}::smallint and p.closed is null order by p.needed_by, ${CODE}`.execute(record)
  return rows
}
