// The SQL of with whom a child must not live: what stands of one child, whom it can be about, and the homes that are ruled out by it.
import { sql } from 'kysely'
import type { IsoDay } from '#calendar'
import { childrenCalled } from '#children'
import { type Asking, currentOf, readParts, type Version } from '#database'
import type { Item } from '#forms'
import { siblingsKnown } from './record-store.ts'
import type { KeptFrom } from './request.ts'
import { openRequests, requestOf, stepsOf } from './store.ts'

const WORDS = ['why', 'who'] as const
export type Apart = Omit<Version<'kith.kept_apart'>, 'words'> & {
  readonly said: Readonly<Record<(typeof WORDS)[number], string>>
}
const NO_WORDS = { why: '', who: '' }
export const apartWords = (words: string | undefined): Apart['said'] => ({ ...NO_WORDS, ...readParts(words, WORDS) })
/** What stands on the day. */
export async function keptApart(asking: Asking, child: string, today: IsoDay): Promise<readonly Apart[]> {
  const rows = await currentOf(asking, 'kith.kept_apart', child)
  return rows
    .filter(({ ended }) => ended === null || ended > today)
    .map(({ words, ...row }) => ({ ...row, said: apartWords(words) }))
}

/** Children of whom the asker may know: brothers and sisters, who lives or lived with them, who looks for a home; then homes that were asked. */
export async function apartFromWhom(asking: Asking, child: string): Promise<readonly Item[]> {
  const { council } = asking.who
  const { rows } = await sql<{ child: string }>`
    select distinct o.child from kith.placement_household_current m join kith.placement_household_current o
      on o.council = m.council and o.household = m.household and o.child <> m.child
    where m.council = ${council}::smallint and m.child = ${child}::uuid`.execute(asking.record)
  const [siblings, waiting] = [await siblingsKnown(asking, child), await openRequests(asking)]
  const others = [...siblings.map(({ value }) => value), ...[...rows, ...waiting].map((one) => one.child)]
  const ids = [...new Set(others)].filter((one) => one !== child)
  const names = ids.length === 0 ? new Map<string, string>() : await childrenCalled(asking, ids)
  const request = await requestOf(asking, child)
  const steps = request === undefined ? [] : await stepsOf(asking, request)
  const homes = new Map(steps.map(({ household, called }) => [household, called]))
  return [
    ...ids
      .flatMap((value) => (names.has(value) ? [{ value, text: names.get(value) ?? '' }] : []))
      .sort((a, b) => (a.text < b.text ? -1 : 1)),
    ...[...homes].map(([value, called]) => ({ value: `home ${value}`, text: `The home: ${called}` })),
  ]
}

/** Homes in which somebody lives who must not live with one of these children, by their record or the other's; without saying who. */
export async function homesKeptApart(
  { record }: Asking,
  children: readonly string[],
  on: IsoDay,
): Promise<readonly KeptFrom[]> {
  const { rows } = await sql<KeptFrom>`select k.household, bool_or(k.firm) as firm
    from kith.homes_kept_apart_of(${children}::uuid[], ${on}::date) k group by k.household`.execute(record)
  return rows
}
