// The SQL of the numbers that returns give: whose each is, and under which a record goes on that was joined to another.
import { sql } from 'kysely'
import type { Asking } from '#database'

const KIND = 'ssda903'

/**
 * By the number in returns the record that is written: of two that were joined the one that goes on. Whoever holds the number now
 * comes first; whoever held it before is found by it only where nobody else does.
 */
export async function childrenByCode(asking: Asking, codes: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const found = await sql<{ value: string; child: string }>`
    select i.value, coalesce(j.goes_on, i.child) as child
    from (select value, council, child, recorded, id, true as now from kith.child_identifier_current
        where council = ${asking.who.council} and issuer = ${KIND} and value = any (${codes})
      union all select value, council, child, recorded, id, false from kith.child_identifier
        where council = ${asking.who.council} and issuer = ${KIND} and value = any (${codes})) i
      left join kith.joined_child j on j.council = i.council and j.child = i.child
    order by i.now desc, i.recorded, i.id`.execute(asking.record)
  const known = new Map<string, string>()
  for (const { value, child } of found.rows) if (!known.has(value)) known.set(value, child)
  return known
}

/** Of these numbers those of records that go on under another: which one. A record that goes on without a number takes the earlier one's. */
export async function goingOnUnder(asking: Asking, codes: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ code: string; number: string }>`
    select i.value as code, coalesce(min(o.value) filter (where o.value = i.value), min(o.value), min(first.value)) as number
    from kith.child_identifier i
      join kith.joined_child j on j.council = i.council and j.child = i.child
      left join kith.child_identifier_current o on o.council = i.council and o.child = j.goes_on and o.issuer = ${KIND}
      left join kith.joined_child k on k.council = j.council and k.goes_on = j.goes_on
      left join kith.child_identifier_current first on first.council = k.council and first.child = k.child and first.issuer = ${KIND}
    where i.council = ${asking.who.council} and i.issuer = ${KIND} and i.value = any (${codes})
      and not exists (select from kith.child_identifier_current c where c.council = i.council and c.issuer = ${KIND} and c.value = i.value
        and coalesce((select x.goes_on from kith.joined_child x where x.council = c.council and x.child = c.child), c.child) <> j.goes_on)
    group by i.value`.execute(asking.record)
  return new Map(rows.flatMap(({ code, number }) => (code === number ? [] : [[code, number] as const])))
}

/** The closed records of these children, and in which each goes on. */
export async function closedInto(
  { record, who }: Asking,
  children: readonly string[],
): Promise<readonly { readonly child: string; readonly goesOn: string }[]> {
  const { rows } = await sql<{ child: string; goesOn: string }>`
    select child, goes_on as "goesOn" from kith.joined_child
    where council = ${who.council} and goes_on = any (${children}::uuid[]) order by child`.execute(record)
  return rows
}
