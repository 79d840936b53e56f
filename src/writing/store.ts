// The SQL of writing: for whom else somebody may write, and what the database's clock says.
import { sql } from 'kysely'
import { addDays, type Instant, type IsoDay, instant, londonDay, londonMidnight } from '#calendar'
import type { Asking } from '#database'
import { nameInForce, shownName } from '#people'

/** The moment until which things can have happened: now; on a day that is only pretended, its end. */
export async function momentOf(asking: Asking, today: IsoDay): Promise<Instant> {
  const { rows } = await sql<{ now: string }>`select now() as now`.execute(asking.record)
  const now = instant(rows[0]?.now ?? '')
  return londonDay(now) === today ? now : londonMidnight(addDays(today, 1))
}

export type OtherChild = { readonly child: string; readonly name: string }
const MOST_OFFERED = 30

/**
 * Children of whom somebody may write in this part, for an event with several: brothers and sisters as the family says, and
 * whoever shares the family name, first. The family is not always written down yet, so the others are offered too, unless they
 * are many.
 */
export async function othersToWriteFor(
  asking: Asking,
  child: string,
  part: 'visits' | 'story',
): Promise<readonly OtherChild[]> {
  const { council } = asking.who
  const { rows } = await sql<{
    id: string
    child: string
    line: string
    kind: string
    since: string | null
    said: Buffer | null
  }>`
    select n.id, n.child, n.line, n.kind, n.since, n.said from kith.child_name_current n
    where n.council = ${council} and (n.child = ${child} or kith.may(n.child, 'write', ${part})) order by n.line`.execute(
    asking.record,
  )
  const kin = await linkedTo(asking, child)
  const words = await asking.readWords(rows)
  const names = Map.groupBy(
    rows.map((row) => ({ ...row, words: words.get(row.id) })),
    (row) => row.child,
  )
  const family = nameInForce(names.get(child) ?? [], 'family')
  const others = [...names].flatMap(([id, known]) => {
    const name = shownName(known)
    const same = kin.has(id) || (family !== undefined && nameInForce(known, 'family') === family)
    return id === child || name === undefined ? [] : [{ child: id, name, same }]
  })
  const offered = others.length > MOST_OFFERED ? others.filter(({ same }) => same) : others
  const order = ({ same, name }: (typeof others)[number]) => `${same ? 0 : 1} ${name}`
  return offered.sort((a, b) => (order(a) < order(b) ? -1 : 1)).map(({ child: id, name }) => ({ child: id, name }))
}

/** Brothers and sisters who are children of the record themselves, as far as the asker may know it. */
async function linkedTo(asking: Asking, child: string): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ other: string }>`
    select l.other_child as other from kith.family_link_current l
      join kith.family_person_current p on p.council = l.council and p.child = l.child and p.line = l.person
    where l.council = ${asking.who.council} and l.child = ${child} and p.relation ~ '(brother|sister)'`.execute(
    asking.record,
  )
  return new Set(rows.map(({ other }) => other))
}
