// Reads the children of a council for lists that leave it, a batch at a time, and who works with them; the log says of whom and for what.
import { sql } from 'kysely'
import { addYears, day, type IsoDay } from '#calendar'
import type { Asking } from '#database'
import { type HeldBatch, heldInBatches, type Reading } from '#return-making'
import { type Around, type KnownChild, type Measured, MORE_COLUMNS, type More, type MoreTable } from './known-child.ts'

export type WhichChildren = {
  readonly on: IsoDay
  /** Looked after on any day since then; left out: at any time. */
  readonly since?: IsoDay
  /** Words for the access log. */
  readonly why: string
  /** Whether answers of a year are read, mothers and earlier permanence: the dataset alone tells them. */
  readonly answers?: boolean
  /** Whether names are read: they are opened one by one. */
  readonly names: boolean
}
const EVER = day('1900-01-01')
/** Fewer than for a return: all that is known of each is held at once. */
const BATCH = 250

const OF_YEARS: Reading['without'] = new Set(['year_answer', 'conviction_year', 'motherhood', 'previous_permanence'])
/** Read with everybody who works with the child, not with the allocated worker alone. */
const TWICE = 'allocation'

const readingOf = ({ on, since = EVER, why, answers = false }: WhichChildren): Reading => ({
  // No answers of a year are asked for: those of 1900 there are none of.
  ...{ year: 1900, first: since, last: on, today: on, workersSince: addYears(since, -1), why, batch: BATCH },
  without: new Set([...(answers ? [] : (OF_YEARS ?? [])), TWICE]),
})

const isMore = (name: string): name is MoreTable => Object.hasOwn(MORE_COLUMNS, name)
const moreTables: readonly MoreTable[] = Object.keys(MORE_COLUMNS).filter(isMore)

type Value = string | number | boolean | null
async function moreOf(asking: Asking, table: MoreTable, children: readonly string[]) {
  const columns = MORE_COLUMNS[table]
  // Arrays, not objects: there are many rows, and each would repeat its names.
  const wanted = sql.raw(columns.map((column) => `, r.${column}`).join(''))
  const found = await sql<{ row: [child: string, line: string, ...Value[]] }>`
    select json_build_array(r.child, r.line${wanted}) as row from kith.${sql.raw(table)}_current r
    where r.council = ${asking.who.council} and r.child = any (${children}::uuid[]) order by r.recorded, r.id`.execute(
    asking.record,
  )
  return found.rows.map(({ row: [child, line, ...values] }) => {
    const own: Record<string, Value> = {}
    for (const [at, column] of columns.entries()) own[column] = values[at] ?? null
    return { child, more: { table, line, columns: own } }
  })
}

/** Names that everybody who sees the child may know, with their words. */
async function namesOf(asking: Asking, children: readonly string[]) {
  const found = await sql<{
    id: string
    child: string
    line: string
    kind: string
    since: string | null
    said: Buffer
  }>`
    select id, child, line, kind, since::text, said from kith.child_name_current
    where council = ${asking.who.council} and child = any (${children}::uuid[]) and audience is null and must_not_know is null
    order by recorded, id`.execute(asking.record)
  const words = await asking.readWords(found.rows)
  return found.rows.map(({ id, child, line, kind, since }) => ({
    child,
    more: { table: 'child_name' as const, line, columns: { kind, since }, words: words.get(id) },
  }))
}

async function distancesOf(asking: Asking, children: readonly string[]) {
  const found = await sql<{
    child: string
    placement: string
    miles: string | null
    inside: boolean | null
    hidden: boolean
  }>`
    select child, placement, miles::text, inside, (audience is not null or must_not_know is not null) as hidden
    from kith.placement_distance where council = ${asking.who.council} and child = any (${children}::uuid[])`.execute(
    asking.record,
  )
  return found.rows
}

/** Addresses that not everybody who sees the child may know. */
async function hiddenOf({ record, who }: Asking, children: readonly string[]) {
  const found = await sql<{ child: string; line: string }>`
    select child, line from kith.address_current where council = ${who.council} and child = any (${children}::uuid[])
      and (audience is not null or must_not_know is not null)`.execute(record)
  return found.rows
}

async function known(asking: Asking, { children, records, goesOn }: HeldBatch, names: boolean): Promise<KnownChild[]> {
  const more = new Map<string, More[]>(children.map(({ child }) => [child, []]))
  const distances = new Map<string, Map<string, Measured>>(children.map(({ child }) => [child, new Map()]))
  const hidden = new Map<string, Set<string>>(children.map(({ child }) => [child, new Set()]))
  for (const table of moreTables)
    if (table !== 'child_name')
      for (const one of await moreOf(asking, table, records))
        more.get(goesOn.get(one.child) ?? one.child)?.push(one.more)
  if (names)
    for (const one of await namesOf(
      asking,
      children.map(({ child }) => child),
    ))
      more.get(one.child)?.push(one.more)
  for (const { child, line } of await hiddenOf(asking, records)) hidden.get(goesOn.get(child) ?? child)?.add(line)
  for (const { child, placement, miles, inside, hidden } of await distancesOf(asking, records))
    distances.get(goesOn.get(child) ?? child)?.set(placement, {
      ...{ miles: miles === null ? undefined : Number(miles), inside: inside ?? undefined, confidential: hidden },
    })
  return children.map((one) => ({
    ...{ ...one, more: more.get(one.child) ?? [], distances: distances.get(one.child) ?? new Map() },
    hidden: hidden.get(one.child) ?? new Set(),
  }))
}

/** Under the sight of a service: a list under one person's sight would lack what they may not see, and nobody would notice. */
export async function* knownChildren(asking: Asking, which: WhichChildren): AsyncGenerator<readonly KnownChild[]> {
  for await (const batch of heldInBatches(asking, readingOf(which))) yield await known(asking, batch, which.names)
}

/** Workers by id with their number where one was entered, and teams. */
export async function aroundChildren({ record, who }: Asking): Promise<Around> {
  const workers = await sql<{ id: string; name: string; number: string | null }>`
    select w.id, coalesce(w.name, w.code) as name, n.number from kith.worker w
      left join kith.worker_number_current n on n.council = w.council and n.worker = w.id
    where w.council = ${who.council}`.execute(record)
  const teams = await sql<{ id: string; name: string; under: string | null }>`
    select id, name, under from kith.team where council = ${who.council} order by name`.execute(record)
  return {
    workers: new Map(workers.rows.map(({ id, name, number }) => [id, { name, number: number ?? undefined }])),
    teams: new Map(teams.rows.map(({ id, name, under }) => [id, { name, under: under ?? undefined }])),
  }
}
