// Gives the children of the demonstration council their invented names; a return holds none.
import type { Asking } from '#database'
import { inventedNames } from './naming.ts'

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
