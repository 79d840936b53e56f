// The SQL of what a return is checked against: severities and providers entered, who entered them, and what holds.
import { sql } from 'kysely'
import type { Asking } from '#database'
import { strictDay } from '#return-files'
import type { Provider } from '#statutory-returns'
import type { NewProvider, NewSeverity, Origin, Severity } from './entered-lists.ts'

export type Entered = { readonly by: string | null; readonly recorded: string }
export type EnteredSeverity = NewSeverity & Entered & { readonly origin: Origin }

/** The last of each rule, by its code. */
export async function severitiesEntered({ record, who }: Asking): Promise<readonly EnteredSeverity[]> {
  const { rows } = await sql<EnteredSeverity & { severity: Severity }>`
    select distinct on (s.rule) s.rule, s.severity, s.origin, s.recorded, coalesce(w.name, w.code) as by
    from kith.return_severity s left join kith.worker w on w.council = s.council and w.id = s.recorded_by
    where s.council = ${who.council}::smallint order by s.rule, s.recorded desc, s.id desc`.execute(record)
  return rows
}

export async function enterSeverities(asking: Asking, rows: readonly NewSeverity[], origin: Origin): Promise<void> {
  const { council, person: recorded_by } = asking.who
  const ids = await asking.newIds(rows.length)
  const all = rows.map((row, at) => ({ council, id: ids[at] ?? '', ...row, origin, recorded_by }))
  await asking.insert('kith.return_severity', all)
}

/** What came with the last list or since, each URN once; what was taken off is not among them. */
const standing = (council: number) => sql`
  select * from (
    select distinct on (p.urn) p.* from kith.return_provider p
    where p.council = ${council}::smallint and p.recorded >= coalesce((
      select max(l.recorded) from kith.return_provider l where l.council = ${council}::smallint and l.list is not null), '-infinity')
    order by p.urn, p.recorded desc, p.id desc) s
  where not s.gone`

type Row = NewProvider & { readonly ended: string | null }
export async function providersEntered({ record, who }: Asking): Promise<readonly Provider[]> {
  const { rows } = await sql<Row>`
    select s.urn, s.places, s.sectors, kith.day(s.ended) as ended, s.postcode, s.authority
    from (${standing(who.council)}) s order by s.urn`.execute(record)
  const codes = (text: string): ReadonlySet<string> => new Set(text.split(',').filter((code) => code !== ''))
  return rows.map(({ urn, places, sectors, ended, postcode, authority }) => ({
    ...{ urn, places: codes(places), sectors: codes(sectors), postcode, authority },
    ended: strictDay((ended ?? '').split('-').toReversed().join('/')),
  }))
}

export type ProvidersNow = { readonly count: number; readonly last: Entered | undefined }
export async function providersNow({ record, who }: Asking): Promise<ProvidersNow> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from (${standing(who.council)}) s`.execute(record)
  const { rows: last } = await sql<Entered>`
    select p.recorded, coalesce(w.name, w.code) as by
    from kith.return_provider p left join kith.worker w on w.council = p.council and w.id = p.recorded_by
    where p.council = ${who.council}::smallint order by p.recorded desc, p.id desc limit 1`.execute(record)
  return { count: rows[0]?.count ?? 0, last: last[0] }
}

/** The one of that URN; undefined: it is not on the list. */
export async function providerOf({ record, who }: Asking, urn: string): Promise<NewProvider | undefined> {
  const { rows } = await sql<NewProvider>`
    select s.urn, s.places, s.sectors, kith.day(s.ended) as ended, s.postcode, s.authority
    from (${standing(who.council)}) s where s.urn = ${urn}`.execute(record)
  return rows[0]
}

type Entering = { readonly list: boolean; readonly gone?: boolean }
const AT_ONCE = 1_000

/** `list`: all of them, in place of what stood; otherwise each beside the others, or in place of the one with its URN. */
export async function enterProviders(
  asking: Asking,
  rows: readonly NewProvider[],
  { list, gone = false }: Entering,
): Promise<void> {
  const { council, person: recorded_by } = asking.who
  const [listId = ''] = await asking.newIds(1)
  for (let from = 0; from < rows.length; from += AT_ONCE) {
    const some = rows.slice(from, from + AT_ONCE)
    const ids = await asking.newIds(some.length)
    const all = some.map((row, at) => ({
      ...{ council, id: ids[at] ?? '', ...row, list: list ? listId : null, gone, recorded_by },
    }))
    await asking.insert('kith.return_provider', all)
  }
}
