// The SQL of homes as lists and pages show them: all with their free places on a day, and which children live in one, as the asker may know.
import { sql } from 'kysely'
import { day, type IsoDay } from '#calendar'
import type { Asking } from '#database'
import { type HomeBare, type HomeShape, type HomeWords, homeRows, withWords } from './store.ts'
import { type HomeFacts, holds, type Taker, type Vacancies, vacanciesOn } from './vacancies.ts'

export type Approval = HomeBare<'kith.household_approval'> & HomeShape
export type HomeOn = {
  readonly home: HomeBare<'kith.household'> & HomeShape
  readonly approvals: readonly Approval[]
  /** Those that hold on the day. */
  readonly terms: Approval | undefined
  readonly holds: readonly (HomeBare<'kith.household_hold'> & HomeShape)[]
  /** undefined: none is recorded, or it is kept from who asks. */
  readonly address: (HomeBare<'kith.household_address'> & HomeShape) | undefined
  readonly takers: readonly Taken[]
  readonly vacancies: Vacancies
}
/** By a line of the record, without a name. */
export type Taken = Taker & { readonly taker: string; readonly since: IsoDay }
type TakenRow = {
  readonly household: string
  readonly taker: string
  readonly takes: Taker['takes']
  readonly since: string
  readonly until: string | null
  readonly exempt: boolean
  readonly siblings: boolean
}
const orNull = (text: string | null): IsoDay | null => (text === null ? null : day(text))

type TakenOn = ReadonlyMap<string, readonly TakenRow[]>
async function takenOn({ record }: Asking, days: readonly IsoDay[]): Promise<ReadonlyMap<string, TakenOn>> {
  const { rows } = await sql<TakenRow & { on_day: string }>`
    select *, on_day::text as on_day from kith.homes_taken_on(${days}::date[]) order by since, taker`.execute(record)
  const byDay = Map.groupBy(rows, ({ on_day: on }) => on)
  return new Map(days.map((on) => [on, Map.groupBy(byDay.get(on) ?? [], ({ household }) => household)]))
}
const byHome = <Row extends { readonly household: string }>(
  rows: readonly Row[],
): ReadonlyMap<string, readonly Row[]> => Map.groupBy(rows, ({ household }) => household)

/** What stands of homes whatever the day. */
async function standingRows(asking: Asking, household?: string) {
  return {
    homes: await homeRows(asking, 'kith.household', household),
    approvals: byHome(await homeRows(asking, 'kith.household_approval', household)),
    held: byHome(await homeRows(asking, 'kith.household_hold', household)),
    addresses: byHome(await homeRows(asking, 'kith.household_address', household)),
  }
}
type Rows = Awaited<ReturnType<typeof standingRows>>
/** Every home, or one of them. */
export async function homesOn(asking: Asking, on: IsoDay, household?: string): Promise<readonly HomeOn[]> {
  const taken = (await takenOn(asking, [on])).get(on) ?? new Map()
  return asOn(await standingRows(asking, household), taken, on)
}

/** Homes for one reader in one transaction, on several days: what does not change by the day is read once. */
export type HomesReader = {
  readonly on: (day: IsoDay) => Promise<readonly HomeOn[]>
  /** Days that will be asked: read together, once the first of them is. */
  readonly expect: (days: readonly IsoDay[]) => void
  readonly words: () => Promise<ReadonlyMap<string, HomeWords<'kith.household'>>>
  readonly skills: () => Promise<readonly (HomeBare<'kith.household_skill'> & HomeShape)[]>
}
export function homesReader(asking: Asking): HomesReader {
  const once = <Value>(read: () => Promise<Value>): (() => Promise<Value>) => {
    let known: Promise<Value> | undefined
    return async () => {
      known ??= read()
      return await known
    }
  }
  const rows = once(async () => await standingRows(asking))
  const expected = new Set<IsoDay>()
  const taken = new Map<string, TakenOn>()
  const days = new Map<IsoDay, readonly HomeOn[]>()
  return {
    expect: (ahead) => {
      for (const day of ahead) expected.add(day)
    },
    on: async (day) => {
      const known = days.get(day)
      if (known !== undefined) return known
      if (!taken.has(day)) {
        const unread = [...expected.add(day)].filter((one) => !taken.has(one))
        for (const [one, of] of await takenOn(asking, unread)) taken.set(one, of)
      }
      const homes = asOn(await rows(), taken.get(day) ?? new Map(), day)
      days.set(day, homes)
      return homes
    },
    words: once(async () => {
      const { homes } = await rows()
      const read = await withWords(asking, 'kith.household', homes)
      return new Map(homes.map(({ line }, at) => [line, read[at]?.words ?? NO_WORDS]))
    }),
    skills: once(async () => await homeRows(asking, 'kith.household_skill')),
  }
}
const NO_WORDS = { name: '', provider: '', phone: '', enjoy: '', hopes: '', about: '' }

function asOn({ homes, approvals, held, addresses }: Rows, taken: TakenOn, on: IsoDay): readonly HomeOn[] {
  return homes.map((home) => {
    const own = {
      approvals: (approvals.get(home.line) ?? []).toSorted((a, b) => (a.since < b.since ? 1 : -1)),
      holds: held.get(home.line) ?? [],
    }
    const takers = (taken.get(home.line) ?? []).map((one) => ({
      ...{ takes: one.takes, taker: one.taker, exempt: one.exempt, since: day(one.since), until: orNull(one.until) },
    }))
    const siblings = (taken.get(home.line) ?? []).every((one) => one.siblings)
    const address = (addresses.get(home.line) ?? []).toSorted((a, b) => (a.since < b.since ? 1 : -1))[0]
    const vacancies = vacanciesOn(factsOf({ home, ...own, takers, siblings }), on)
    const terms = own.approvals.find(({ since, until }) => holds({ since: day(since), until: orNull(until) }, on))
    return { home, ...own, terms, address, takers, vacancies }
  })
}
type Known = Pick<HomeOn, 'home' | 'approvals' | 'holds' | 'takers'> & { readonly siblings: boolean }
const factsOf = ({ home, approvals, holds, takers, siblings }: Known): HomeFacts => ({
  ...{ kind: home.kind, closed: orNull(home.closed), takers, siblings },
  terms: approvals.map(({ places, named_only, since, until }) => ({
    ...{ places, namedOnly: named_only, since: day(since), until: orNull(until) },
  })),
  holds: holds.map(({ kind, places, since, until }) => ({
    ...{ others: kind === 'other councils', places, since: day(since), until: orNull(until) },
  })),
})

export type LivesThere = {
  /** The version of what ties them, and its line. */
  readonly id: string
  readonly line: string
  readonly child: string
  readonly since: IsoDay
  readonly until: IsoDay | null
}
/** Children who live or lived there whom the asker may know of, the latest first. */
export async function childrenOf({ record, who }: Asking, household: string): Promise<readonly LivesThere[]> {
  const { rows } = await sql<{ id: string; line: string; child: string; since: string; until: string | null }>`
    select h.id, h.line, h.child, lower(p.during)::text as since, upper(p.during)::text as until
    from kith.placement_household_current h join kith.placement_current p on p.council = h.council and p.child = h.child and p.line = h.placement
    where h.council = ${who.council}::smallint and h.household = ${household}::uuid order by lower(p.during) desc, h.line`.execute(
    record,
  )
  return rows.map((row) => ({ ...row, since: day(row.since), until: orNull(row.until) }))
}
/** For whom a place there is reserved or kept, of those whom the asker may know of: the child by the line. */
export async function reservedFor({ record, who }: Asking, household: string): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ line: string; child: string }>`select h.line, h.child from kith.place_held_current h
    where h.council = ${who.council}::smallint and h.until is null and (h.household = ${household}::uuid or h.placement in (
      select t.placement from kith.placement_household_current t
      where t.council = ${who.council}::smallint and t.household = ${household}::uuid))`.execute(record)
  return new Map(rows.map(({ line, child }) => [line, child]))
}

export async function noteWhere({ noteEach }: Asking, children: readonly string[]): Promise<void> {
  await noteEach('read in which home they live', children)
}

export type Untied = {
  readonly child: string
  readonly placement: string
  readonly kind: string
  readonly since: IsoDay
  readonly registration: string | null
  readonly postcode: string | null
}
const A_PAGE = 50
/** Placements of today in a home of somebody that nobody has tied to one, as the asker may know of them. */
export async function untiedOn(
  { record, who }: Asking,
  on: IsoDay,
  page: number,
): Promise<{ readonly of: number; readonly rows: readonly Untied[] }> {
  const { rows } = await sql<Omit<Untied, 'since'> & { since: string; of: number }>`
    select p.child, p.line as placement, p.kind, lower(p.during)::text as since, p.registration,
      (select a.postcode from kith.address_current a where a.council = p.council and a.child = p.child and a.line = p.place) as postcode,
      (count(*) over ())::int as of
    from kith.placement_current p where p.council = ${who.council}::smallint and p.during @> ${on}::date
      and p.kind ~ '^(U[1-6]|K[123]|H5|R1|R3|S1)$'
      and not exists (select from kith.placement_household_current h where h.council = p.council and h.child = p.child and h.placement = p.line)
    order by lower(p.during) desc, p.line limit ${A_PAGE} offset ${(page - 1) * A_PAGE}`.execute(record)
  return {
    of: rows[0]?.of ?? 0,
    rows: rows.map(({ child, placement, kind, since, registration, postcode }) => ({
      ...{ child, placement, kind, since: day(since), registration, postcode },
    })),
  }
}
