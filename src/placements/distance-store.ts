// The SQL of distances: measures placements from the postcode directory, as a service worker, whenever either may have changed.
import { CompiledQuery, sql } from 'kysely'
import { type Asking, type Door, lockChildren } from '#database'
import { currentDirectory, type PostcodeList, placesOf } from '#geography'
import { bothAudiences, measured } from './whereabouts-of.ts'

type End = { readonly postcode: string; readonly audience: string[] | null; readonly mustNotKnow: string[] | null }
type Row = {
  readonly line: string
  readonly child: string
  readonly kind: string
  readonly home: End | null
  readonly place: End | null
}
export type MeasuredCount = { readonly placements: number; readonly measured: number }

const BATCH = 500

/** The directory is asked in the transaction of the asker. */
function directoryClient({ record }: Asking): Parameters<typeof placesOf>[0] {
  const query = async (text: string, values: unknown[] = []) =>
    await record.executeQuery(CompiledQuery.raw(text, values))
  return { query } as unknown as Parameters<typeof placesOf>[0]
}

/** Where these postcodes are, in the transaction of the asker. */
export const placesAsked = async (asking: Asking, postcodes: readonly string[]): Promise<PostcodeList> =>
  await placesOf(directoryClient(asking), postcodes)

async function bothEnds(asking: Asking, children: readonly string[]): Promise<readonly Row[]> {
  const end = (column: string) => sql`
    (select jsonb_build_object('postcode', a.postcode, 'audience', a.audience, 'mustNotKnow', a.must_not_know)
     from kith.address_current a
     where a.council = p.council and a.child = p.child and a.line = ${sql.ref(column)})`
  const found = await sql<Row>`
    select p.line, p.child, p.kind, ${end('p.home')} as home, ${end('p.place')} as place
    from kith.placement_current p
    where p.council = ${asking.who.council} and p.child = any (${children}::uuid[]) order by p.line`.execute(
    asking.record,
  )
  return found.rows
}

async function councilCode({ record, who }: Asking): Promise<string> {
  const found = await sql<{ code: string }>`select code from door.council where council = ${who.council}`.execute(
    record,
  )
  return found.rows[0]?.code ?? ''
}

async function placedChildren({ record, who }: Asking): Promise<readonly string[]> {
  const found = await sql<{ child: string }>`
    select distinct child from kith.placement where council = ${who.council} order by child`.execute(record)
  return found.rows.map(({ child }) => child)
}

type Distance = ReturnType<typeof measured> & {
  readonly placement: string
  readonly child: string
  readonly edition: string | null
  readonly audience: readonly string[] | null
  readonly must_not_know: readonly string[] | null
}
const inShort = ({ placement, metres, miles, band, inside, adjoining, missing, ...rest }: Distance): string =>
  JSON.stringify([
    ...[placement, metres, miles, band, inside, adjoining, missing],
    ...[rest.edition, rest.audience, rest.must_not_know],
  ])

/** What is the same stays as it was written; what differs is written anew; what stands no longer goes. */
async function replaceWhatDiffers(asking: Asking, children: readonly string[], distances: readonly Distance[]) {
  const { council, person: recorded_by } = asking.who
  const held = await sql<Distance>`
    select placement, child, metres, miles::float8 as miles, band, inside, adjoining, missing, edition, audience, must_not_know
    from kith.placement_distance where council = ${council} and child = any (${children}::uuid[])`.execute(
    asking.record,
  )
  const known = new Set(held.rows.map(inShort))
  const wanted = new Set(distances.map(inShort))
  const stale = held.rows.filter((row) => !wanted.has(inShort(row))).map(({ placement }) => placement)
  if (stale.length > 0)
    await sql`delete from kith.placement_distance where council = ${council} and placement = any (${stale}::uuid[])`.execute(
      asking.record,
    )
  const fresh = distances.filter((row) => !known.has(inShort(row)))
  await asking.insert(
    'kith.placement_distance',
    fresh.map((row) => ({ ...row, council, recorded_by })),
  )
}

/**
 * Works out the distance of every placement of these children anew, and writes where it differs. Only a service worker may:
 * after an import, after a new postcode directory, and each night. Where a postcode is unknown the row says which.
 * 'all': in one transaction, so for a small council only; measureCouncil takes any.
 */
export async function measurePlacements(asking: Asking, of: readonly string[] | 'all'): Promise<MeasuredCount> {
  const children = of === 'all' ? await placedChildren(asking) : of
  await lockChildren(asking, children)
  const rows = await bothEnds(asking, children)
  const code = await councilCode(asking)
  const directory = directoryClient(asking)
  const list = await placesOf(
    directory,
    rows.flatMap(({ home, place }) => [home, place].flatMap((end) => (end === null ? [] : [end.postcode]))),
  )
  const edition = (await currentDirectory(directory))?.edition ?? null
  const distances = rows.map(({ line, child, kind, home, place }): Distance => {
    const ends = { kind, home: home?.postcode, place: place?.postcode }
    const { audience, mustNotKnow } = bothAudiences([home, place].filter((end) => end !== null))
    return {
      ...{ placement: line, child, edition, audience, must_not_know: mustNotKnow },
      ...measured(code, ends, (postcode) => list.placeOf(postcode)),
    }
  })
  await replaceWhatDiffers(asking, children, distances)
  return { placements: rows.length, measured: distances.filter(({ miles }) => miles !== null).length }
}

/** Every child of a council, a batch to a transaction, so that nobody waits long for a child. */
export async function measureCouncil(door: Door, council: number): Promise<MeasuredCount> {
  const service = 'nightly refresh'
  const every = await door.asService(council, service, placedChildren)
  const total = { placements: 0, measured: 0 }
  for (let from = 0; from < every.length; from += BATCH) {
    const batch = every.slice(from, from + BATCH)
    const done = await door.asService(council, service, async (asking) => await measurePlacements(asking, batch))
    total.placements += done.placements
    total.measured += done.measured
  }
  return total
}

export type KnownDistance = {
  readonly placement: string
  readonly miles: number | null
  readonly band: string | null
  readonly inside: boolean | null
  readonly adjoining: boolean | null
  readonly missing: string | null
}

type Written = Omit<KnownDistance, 'miles'> & { readonly miles: string | null }
const read = (row: Written): KnownDistance => ({ ...row, miles: row.miles === null ? null : Number(row.miles) })

/** Of one placement. Whether there is a band is asked only where the exact distance is kept from the asker, or not measured. */
export async function distanceOf(
  { record, who }: Asking,
  { child, placement }: { readonly child: string; readonly placement: string },
): Promise<KnownDistance | undefined> {
  const { rows } = await sql<Written>`
    select placement, miles, band, inside, adjoining, missing from kith.placement_distance
    where council = ${who.council}::smallint and child = ${child}::uuid and placement = ${placement}::uuid`.execute(
    record,
  )
  if (rows[0] !== undefined) return read(rows[0])
  const bands = await sql<Written>`
    select placement, null as miles, band, null as inside, null as adjoining, null as missing
    from kith.distance_bands(${child}::uuid) where placement = ${placement}::uuid`.execute(record)
  return bands.rows[0] && read(bands.rows[0])
}

/** By line of the placement. Where an end has an audience of its own, everybody else gets the band and nothing more. */
export async function distancesOf({ record, who }: Asking, child: string): Promise<readonly KnownDistance[]> {
  const { rows } = await sql<Written>`
    select placement, miles, band, inside, adjoining, missing from kith.placement_distance
    where council = ${who.council}::smallint and child = ${child}::uuid
    union all
    select placement, null, band, null, null, null from kith.distance_bands(${child}::uuid)`.execute(record)
  // The exact ones come first, and stand.
  const known = new Map<string, KnownDistance>()
  for (const row of rows) if (!known.has(row.placement)) known.set(row.placement, read(row))
  return [...known.values()].sort((a, b) => (a.placement < b.placement ? -1 : 1))
}
