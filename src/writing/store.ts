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
 * Children of whom somebody may write in this part, for an event with several: whoever shares the family name first. Who is
 * brother or sister is for the writer to say; of many only those of the same name are offered.
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
  const words = await asking.readWords(rows)
  const names = Map.groupBy(
    rows.map((row) => ({ ...row, words: words.get(row.id) })),
    (row) => row.child,
  )
  const family = nameInForce(names.get(child) ?? [], 'family')
  const others = [...names].flatMap(([id, known]) => {
    const name = shownName(known)
    const same = family !== undefined && nameInForce(known, 'family') === family
    return id === child || name === undefined ? [] : [{ child: id, name, same }]
  })
  const offered = others.length > MOST_OFFERED ? others.filter(({ same }) => same) : others
  const order = ({ same, name }: (typeof others)[number]) => `${same ? 0 : 1} ${name}`
  return offered.sort((a, b) => (order(a) < order(b) ? -1 : 1)).map(({ child: id, name }) => ({ child: id, name }))
}
