// The demonstration's own SQL: invented names for its children, since a return holds none; its director; its day.
import { sql } from 'kysely'
import type pg from 'pg'
import type { IsoDay } from '#calendar'
import type { Asking } from '#database'
import { inventedNames } from '#invented-lives'

/** Names every child that has a code of the return and no name yet; returns how many. */
export async function nameChildren(asking: Asking): Promise<number> {
  const children = await asking.record
    .selectFrom('kith.child_identifier_current as identifier')
    .select(['identifier.child', 'identifier.value'])
    .where('identifier.issuer', '=', 'ssda903')
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(selectFrom('kith.child_name').select('id').whereRef('kith.child_name.child', '=', 'identifier.child')),
      ),
    )
    .execute()
  const names = inventedNames(children.map(({ value }) => value))
  const parts = children.flatMap(({ child, value }) => {
    const name = names.get(value)
    if (name === undefined) return []
    return [
      { child, kind: 'given', text: name.given },
      { child, kind: 'family', text: name.family },
    ]
  })
  const ids = await asking.newIds(parts.length)
  const rows = parts.map((part, index) => ({ ...part, record: ids[index] ?? '' }))
  const said = await asking.keepWords(rows)
  await asking.insert(
    'kith.child_name',
    rows.map(({ record, child, kind }) => ({
      council: asking.who.council,
      id: record,
      line: record,
      child,
      kind,
      said: said.get(record),
      recorded_by: asking.who.person,
    })),
  )
  return children.length
}

/** Whether the children have been named: the last step of loading. */
export async function anyChildNamed({ record }: Asking): Promise<boolean> {
  return (await record.selectFrom('kith.child_name').select('id').limit(1).executeTakeFirst()) !== undefined
}

/** The director of this name, who sees the whole council; made where there is none. */
export async function directorOf(asking: Asking, name: string): Promise<string> {
  const { council, person: recorded_by } = asking.who
  const known = await asking.record.selectFrom('kith.worker').select('id').where('name', '=', name).executeTakeFirst()
  if (known !== undefined) return known.id
  const [id = '', relation = ''] = await asking.newIds(2)
  await asking.insert('kith.person', [{ council, id, recorded_by }])
  await asking.insert('kith.worker', [{ council, id, name, recorded_by }])
  await asking.insert('kith.standing_relation', [
    { council, id: relation, line: relation, person: id, relation: 'director', reason: 'role', recorded_by },
  ])
  return id
}

/** What the rooms of practice record from the day on which the council began with Kith; the return holds none of it. */
const RECORDED_HERE = [
  'visit',
  'review',
  'placement-plan',
  'health-assessment',
  'pep',
  'missing',
  'return-interview',
  'registration',
  'school-place',
  'suspension',
]

/** Of an invented council every home is there, of those who left too, since this day: what a forecast is set beside. */
const HOMES_SINCE = '2024-04-01'

/**
 * From this day on the council records here whatever it does, so that silence is known to be lateness.
 * `from`: what the council was invented from, kept as the fingerprint of its source.
 */
export async function recordFrom(asking: Asking, since: IsoDay, from: string | null = null): Promise<void> {
  const homes = from === null ? [] : [{ event: 'placement', since: HOMES_SINCE }]
  const { council, person: recorded_by } = asking.who
  const own = { kind: 'kith', every_child: true, fingerprint: from }
  const known = await asking.record
    .selectFrom('kith.source')
    .select('id')
    .where('kind', '=', own.kind)
    .executeTakeFirst()
  if (known !== undefined) return
  const [source = ''] = await asking.newIds(1)
  await asking.insert('kith.source', [{ council, id: source, ...own, recorded_by }])
  await asking.insert(
    'kith.source_coverage',
    [...RECORDED_HERE.map((event) => ({ event, since })), ...homes].map((one) => ({
      council,
      source,
      ...one,
      recorded_by,
    })),
  )
}

/** What the council was invented from; null: from the return; undefined: nothing is recorded yet. */
export async function inventedFrom({ record, who }: Asking): Promise<string | null | undefined> {
  const own = await record
    .selectFrom('kith.source')
    .select('fingerprint')
    .where('council', '=', who.council)
    .where('kind', '=', 'kith')
    .executeTakeFirst()
  return own?.fingerprint
}

/** Children by their code in the return. */
export async function childrenByCode({ record, who }: Asking): Promise<ReadonlyMap<string, string>> {
  const rows = await record
    .selectFrom('kith.child_identifier_current')
    .select(['child', 'value'])
    .where('council', '=', who.council)
    .where('issuer', '=', 'ssda903')
    .execute()
  return new Map(rows.map(({ child, value }) => [value, child]))
}

/** Of these children, those of whom this table already holds a row. */
export async function heldIn(
  { record, who }: Asking,
  table: 'child_name' | 'family_person' | 'midpoint_check',
  children: readonly string[],
): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ child: string }>`
    select distinct child from ${sql.table(`kith.${table}`)} where council = ${who.council} and child = any (${children}::uuid[])`.execute(
    record,
  )
  return new Set(rows.map(({ child }) => child))
}

/** The lines of placements and of agreements, by child and first day. */
export async function linesByDay(
  { record, who }: Asking,
  children: readonly string[],
): Promise<Readonly<Record<'placement' | 'basis', ReadonlyMap<string, string>>>> {
  const placed = await sql<{ key: string; line: string }>`
    select child || ' ' || lower(during) as key, line from kith.placement_current
    where council = ${who.council} and child = any (${children}::uuid[])`.execute(record)
  const agreed = await sql<{ key: string; line: string }>`
    select child || ' ' || made as key, line from kith.legal_basis_current
    where council = ${who.council} and child = any (${children}::uuid[]) and kind = 'section 20 agreement'`.execute(
    record,
  )
  const byKey = (rows: readonly { key: string; line: string }[]) => new Map(rows.map(({ key, line }) => [key, line]))
  return { placement: byKey(placed.rows), basis: byKey(agreed.rows) }
}

/** Says of placements whether they began as planned, which no return says: a later version that corrects the first. */
export async function sayHowPlanned(
  { record, who }: Asking,
  starts: readonly { readonly child: string; readonly since: string; readonly planned: boolean }[],
): Promise<void> {
  await sql`
    insert into kith.placement (council, id, line, supersedes, change, child, source, source_key, said, recorded_by,
      during, start_known, kind, provider, registration, home, place, start_reason, same_carers, planned)
    select p.council, kith.new_id(), p.line, p.id, 'correction', p.child, p.source, p.source_key, p.said, ${who.person}::uuid,
      p.during, p.start_known, p.kind, p.provider, p.registration, p.home, p.place, p.start_reason, p.same_carers, s.planned
    from kith.placement_current p
      join jsonb_to_recordset(${JSON.stringify(starts)}::jsonb) as s (child uuid, since date, planned boolean)
        on s.child = p.child and s.since = lower(p.during)
    where p.council = ${who.council} and p.planned is null`.execute(record)
}

type WaitingPlan = {
  readonly id: string
  readonly line: string
  readonly child: string
  readonly plan: string
  readonly edition: string
  readonly versions: string[]
}
/** Plans of these children that wait for approval, with what stands in them. */
export async function plansWaiting(
  { record, who }: Asking,
  children: readonly string[],
): Promise<readonly WaitingPlan[]> {
  const { rows } = await sql<WaitingPlan>`
    select s.id, s.line, s.child, s.plan, s.edition,
      (select array_agg(p.id order by p.id) from kith.plan_part_current p where p.council = s.council and p.plan = s.plan) as versions
    from kith.plan_state_current s
    where s.council = ${who.council} and s.state = 'sent for approval' and s.child = any (${children}::uuid[]) order by s.id`.execute(
    record,
  )
  return rows
}

/** Whoever works with a child on this day sees them, whatever the clock says. Asked by the owner of the database. */
export async function standStill(client: pg.ClientBase, council: number, on: IsoDay): Promise<void> {
  const { rowCount } = await client.query(
    'update door.council set stands_on = $2 where council = $1 and stands_on is distinct from $2',
    [council, on],
  )
  if (rowCount === 0) return
  await client.query('select kith.refresh_sight(council, id) from kith.child where council = $1 order by id', [council])
}
