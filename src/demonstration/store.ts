// The demonstration's own SQL: invented names for its children, since a return holds none; its director; its day.
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
]

/** From this day on the council records here whatever it does, so that silence is known to be lateness. */
export async function recordFrom(asking: Asking, since: IsoDay): Promise<void> {
  const { council, person: recorded_by } = asking.who
  const own = { kind: 'kith', every_child: true }
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
    RECORDED_HERE.map((event) => ({ council, source, event, since, recorded_by })),
  )
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
