// The SQL of searching: filling the index as a service worker, what has changed since, and what the asker may see of the found.
import { sql } from 'kysely'
import { keptOf as isKeptRow } from '#audiences'
import type { DayNumber, IsoDay } from '#calendar'
import type { Asking, Door } from '#database'
import { nameInForce } from '#people'
import type { Entry, NameHeld } from './search-index.ts'

type NameRow = {
  readonly id: string
  readonly line: string
  readonly child: string
  readonly kind: string
  readonly since: string | null
  readonly said: Buffer | null
}

/** What is kept from some people is not in the index: it is found by those who may know it, under their own sight. */
const KEPT = isKeptRow('r')
export type Held = 'open' | 'as the asker reads'
const heldAs = (held: Held) => (held === 'open' ? sql`not ${KEPT}` : sql`true`)

const of = (children: readonly string[] | undefined) => {
  const asked = children ?? null
  return sql`(${asked}::uuid[] is null or r.child = any (${asked}::uuid[]))`
}

/** The name of its kind that is in force comes first in the eyes of a reader; the others stay findable. */
export async function namesHeld(
  asking: Asking,
  children: readonly string[] | undefined,
  held: Held = 'open',
): Promise<ReadonlyMap<string, readonly NameHeld[]>> {
  const { rows } = await sql<NameRow>`
    select r.id, r.line, r.child, r.kind, r.since, r.said from kith.child_name_current r
    where r.council = ${asking.who.council}::smallint and r.kind <> all ('{pronouns,gender}') and ${of(children)} and ${heldAs(held)}`.execute(
    asking.record,
  )
  const words = await asking.readWords(rows)
  const known = Map.groupBy(rows, ({ child }) => child)
  return new Map(
    [...known].map(([child, own]) => {
      const named = own.map((row) => ({ ...row, words: words.get(row.id) }))
      const inForce = new Map(KINDS.map((kind) => [kind, nameInForce(named, kind)] as const))
      const held = named.flatMap(({ kind, words: text }) =>
        text === undefined ? [] : [{ kind, text, now: KINDS.some((one) => one === kind && inForce.get(one) === text) }],
      )
      return [child, held] as const
    }),
  )
}
const KINDS = ['given', 'family', 'known as'] as const

type Gathered = {
  readonly child: string
  readonly born: readonly DayNumber[] | null
  readonly numbers: readonly string[] | null
  readonly workers: readonly string[] | null
}

type Which = { readonly on: IsoDay; readonly children?: readonly string[]; readonly held?: Held }
/** Everything by which these children, or all of the council, are found. */
export async function entriesOf(asking: Asking, { on, children, held = 'open' }: Which): Promise<readonly Entry[]> {
  const { council } = asking.who
  const names = await namesHeld(asking, children, held)
  const { rows } = await sql<Gathered>`
    with births as (select r.child, array_agg(kith.day(r.born)) as born from kith.birth_claim_current r
      where r.council = ${council}::smallint and r.standing <> 'found wrong' and ${of(children)} and ${heldAs(held)} group by r.child),
    numbers as (select r.child, array_agg(r.value) as numbers from kith.child_identifier_current r
      where r.council = ${council}::smallint and ${of(children)} group by r.child),
    workers as (select r.child, array_agg(coalesce(w.name, w.code)) as workers from kith.allocation_current r
      join kith.worker w on w.council = r.council and w.id = r.worker
      where r.council = ${council}::smallint and r.role = 'allocated-worker' and r.during @> ${on}::date and ${of(children)} group by r.child),
    r as (select id as child from kith.child where council = ${council}::smallint)
    select r.child, births.born, numbers.numbers, workers.workers
    from r left join births using (child) left join numbers using (child) left join workers using (child)
    where ${of(children)}`.execute(asking.record)
  return rows.map(({ child, born, numbers, workers }) => ({
    ...{ child, names: names.get(child) ?? [], born: born ?? [] },
    ...{ numbers: [...(numbers ?? []), child], workers: workers ?? [] },
  }))
}

/** Children of whom the asker reads a name or a birth date that is kept from others. */
export async function keptOf({ record, who }: Asking): Promise<readonly string[]> {
  const { rows } = await sql<{ child: string }>`
    select r.child from kith.child_name_current r where r.council = ${who.council}::smallint and ${KEPT}
    union select r.child from kith.birth_claim_current r where r.council = ${who.council}::smallint and ${KEPT}`.execute(
    record,
  )
  return rows.map(({ child }) => child)
}

/** Up to where everything has been read: every transaction below this one was over. */
export async function markNow({ record }: Asking): Promise<string> {
  const { rows } = await sql<{ mark: string }>`select pg_snapshot_xmin(pg_current_snapshot())::text as mark`.execute(
    record,
  )
  return rows[0]?.mark ?? '0'
}

export async function changedSince({ record, who }: Asking, mark: string): Promise<readonly string[]> {
  const newer = (table: string) =>
    sql`select child from ${sql.table(table)} where council = ${who.council}::smallint and tx >= ${mark}::xid8`
  const { rows } = await sql<{ child: string }>`
    ${newer('kith.child_name')} union ${newer('kith.birth_claim')} union ${newer('kith.child_identifier')}
    union ${newer('kith.allocation')}`.execute(record)
  return rows.map(({ child }) => child)
}

/** Those of these children of whom the asker may read what a child is found by. */
export async function seenOf({ record, who }: Asking, children: readonly string[]): Promise<ReadonlySet<string>> {
  const from = (table: string) =>
    sql`select child from ${sql.table(table)} where council = ${who.council}::smallint and child = any (${children}::uuid[])`
  const { rows } = await sql<{ child: string }>`
    ${from('kith.child_name')} union ${from('kith.child_identifier')} union ${from('kith.birth_claim')}`.execute(record)
  return new Set(rows.map(({ child }) => child))
}

/** Of these records those that are closed to writing, and in which each goes on, where the asker sees both. */
export async function goingOn({ record }: Asking, children: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ child: string; goes_on: string }>`
    select child, goes_on from kith.joined_of(${children}::uuid[])`.execute(record)
  return new Map(rows.map(({ child, goes_on }) => [child, goes_on]))
}

export type ClosedRecord = { readonly child: string; readonly ask: string | null }

/** Those of these children who are there, and closed to the asker; hidden ones are not there. */
export async function closedOf({ record, who }: Asking, children: readonly string[]): Promise<readonly ClosedRecord[]> {
  const { rows } = await sql<ClosedRecord>`
    select u.child, coalesce(w.name, w.code) as ask from unnest(${children}::uuid[]) u (child)
      cross join lateral kith.look(u.child) l left join kith.worker w on w.council = ${who.council}::smallint and w.id = l.ask
    where l.answer = 'closed'`.execute(record)
  return rows
}

/** Children at an address whose postcode begins so, as far as the asker may know the address. */
export async function childrenAt({ record, who }: Asking, postcode: string): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ child: string }>`
    select distinct child from kith.address_current
    where council = ${who.council}::smallint and starts_with(replace(postcode, ' ', ''), ${postcode}) limit 500`.execute(
    record,
  )
  return new Set(rows.map(({ child }) => child))
}

/** Filled by the service worker that also works through the ledger by night: no person's sight decides what is in it. */
export async function asIndexer<T>(door: Door, council: number, work: (asking: Asking) => Promise<T>): Promise<T> {
  return await door.asService(council, 'nightly refresh', work)
}
