// Checks a council's return against its rules as the named service worker, and keeps what was found: all of it, or of who changed.
import { sql } from 'kysely'
import type { IsoDay } from '#calendar'
import type { Asking, Door } from '#database'
import type { PostcodeList } from '#geography'
import { forOutside, type Measured, measured, type Shown } from '#indicators'
import { keysOf } from '#return-findings'
import { type CheckedRecord, checkedRecord, type RecordFinding } from '#return-making'
import { providersEntered } from '#return-settings'
import { childYears, yearOf } from '#return-statistics'
import type { Provider } from '#statutory-returns'
import { canBeFigured, type Waits, waitsOf } from './waits.ts'

/** What a return is checked against besides the record; `postcodes` undefined: no directory is loaded. */
export type Beside = {
  readonly postcodes: (named: ReadonlySet<string>) => Promise<PostcodeList | undefined>
  readonly providers: readonly Provider[]
}
export type ToCheck = { readonly council: number; readonly year: number; readonly today: IsoDay }

/** Rule 444 looks for one pupil number on two children: the only one in which a child touches another (the tests of the rules hold that). */
const TOUCHING = '444'
/** More are left to the job: a page does not wait for an import. */
const AT_ONCE = 100

/** `only`: these children; undefined: all. */
type State = { readonly snapshot: string; readonly only: readonly string[] | undefined }

/** One check of a return at a time; what the record holds from here on is in the next one. */
async function takeTurn({ record, who }: Asking, year: number): Promise<string> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`return-run ${year}`}, ${who.council}))`.execute(record)
  const { rows } = await sql<{ state: string }>`select pg_current_snapshot()::text as state`.execute(record)
  return rows[0]?.state ?? ''
}

/** Who was changed since the last check; undefined: there was none, or its numbers mean nothing in this database. */
async function changedSince({ record, who }: Asking, year: number): Promise<readonly string[] | undefined> {
  const { rows: runs } = await sql<{ record_state: string }>`
    select r.record_state from kith.return_run r
    where r.council = ${who.council} and r.year = ${year} and r.era = kith.era_now()
    order by r.made desc, r.id desc limit 1`.execute(record)
  const last = runs[0]?.record_state
  if (last === undefined) return undefined
  const { rows } = await sql<{ child: string }>`
    select distinct c.child from kith.child_changed c
    where c.council = ${who.council}::smallint and c.tx >= pg_snapshot_xmin(${last}::pg_snapshot)
      and not pg_visible_in_snapshot(c.tx, ${last}::pg_snapshot)
    order by c.child`.execute(record)
  return rows.map(({ child }) => child)
}

/** These children, and all whom a rule has to see together with them: who shares an id, and who shared a pupil number. */
async function withTheirs({ record, who }: Asking, year: number, children: readonly string[]) {
  const { rows } = await sql<{ child: string }>`
    select unnest(${children}::uuid[]) as child
    union
    select o.child from kith.child_identifier_current i
      join kith.child_identifier_current o on o.council = i.council and o.issuer = i.issuer and o.value = i.value
    where i.council = ${who.council}::smallint and i.child = any (${children}::uuid[]) and i.issuer in ('upn', 'ssda903')
    union
    select f.child from kith.return_flag f
    where f.council = ${who.council}::smallint and f.year = ${year} and f.gone is null and f.rule = ${TOUCHING}`.execute(
    record,
  )
  return rows.map(({ child }) => child)
}

/** Who works with each child on the day: the one who can put things right. */
async function ownersOn({ record, who }: Asking, on: IsoDay): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ child: string; worker: string }>`
    select distinct on (a.child) a.child, a.worker from kith.allocation_current a
    where a.council = ${who.council}::smallint and a.role = 'allocated-worker' and a.during @> ${on}::date
    order by a.child, lower(a.during) desc, a.id`.execute(record)
  return new Map(rows.map(({ child, worker }) => [child, worker]))
}

type Kept = { readonly key: string; readonly found: RecordFinding; readonly child: string }

/** With its key; what needs a directory that is not there is not counted as found. */
function keptOf({ checked, found }: CheckedRecord): readonly Kept[] {
  const keys = keysOf(checked, found)
  return found.flatMap((one, at) => {
    const [key, child] = [keys[at], one.record]
    return key === undefined || child === undefined ? [] : [{ key, found: one, child }]
  })
}

type Found = { readonly kept: readonly Kept[]; readonly owners: ReadonlyMap<string, string> }

/** Flags that are gone end, new ones begin, the others stay: of these children, or of everybody. */
async function keepFlags({ record, who }: Asking, of: { year: number; only: readonly string[] | null }, found: Found) {
  const { kept, owners } = found
  const rows = kept.map(({ key, child, found: { rule, table, child: shown, behind } }) => ({
    ...{ key, child, shown, rule: rule.code, part: table, owner: owners.get(child) ?? null, behind },
  }))
  await sql`
    with given as materialized (
      select * from json_to_recordset(${JSON.stringify(rows)}::json)
        as g (key text, child uuid, shown text, rule text, part text, owner uuid, behind jsonb)
    ), over as (
      update kith.return_flag f set gone = now()
      where f.council = ${who.council}::smallint and f.year = ${of.year} and f.gone is null
        and (${of.only}::uuid[] is null or f.child = any (${of.only}::uuid[]))
        and not exists (select from given g where g.key = f.key)
    ), moved as (
      update kith.return_flag f set owner = g.owner, shown = g.shown, child = g.child, behind = g.behind from given g
      where f.council = ${who.council}::smallint and f.year = ${of.year} and f.gone is null and f.key = g.key
        and (f.owner is distinct from g.owner or f.child <> g.child or f.behind <> g.behind)
    )
    insert into kith.return_flag (council, year, key, child, shown, rule, part, owner, behind)
    select ${who.council}::smallint, ${of.year}, g.key, g.child, g.shown, g.rule, g.part, g.owner, g.behind from given g
    where not exists (select from kith.return_flag f
      where f.council = ${who.council}::smallint and f.year = ${of.year} and f.key = g.key and f.gone is null)`.execute(
    record,
  )
}

type Run = { readonly whole: boolean; readonly day: IsoDay; readonly snapshot: string }

async function noteRun({ record, who }: Asking, year: number, run: Run & { children: number; waits: Waits }) {
  await sql`
    insert into kith.return_run (council, year, whole, day, record_state, children, flags, waits)
    select ${who.council}::smallint, ${year}, ${run.whole}, ${run.day}::date, ${run.snapshot}, ${run.children},
      (select count(*)::int from kith.return_flag f where f.council = ${who.council}::smallint and f.year = ${year} and f.gone is null),
      ${JSON.stringify(run.waits)}::jsonb`.execute(record)
}

type Standings = Readonly<Record<string, Readonly<Record<string, 'a' | 'b' | 'u'>>>>

/** By the child's id in the return. */
function standingsOf(all: readonly Measured[]): Standings {
  const stands: Record<string, Record<string, 'a' | 'b' | 'u'>> = {}
  const put = (ids: readonly string[], indicator: string, how: 'a' | 'b' | 'u') => {
    for (const id of ids) stands[id] = { ...stands[id], [indicator]: how }
  }
  for (const { definition, childrenAbove, childrenBelow, childrenUnknown } of all) {
    put(childrenAbove, definition.id, 'a')
    put(childrenBelow, definition.id, 'b')
    put(childrenUnknown, definition.id, 'u')
  }
  return stands
}

const written = (value: Shown['above'] | undefined): string | null => (value === undefined ? null : String(value))

async function keepFigures(asking: Asking, year: number, result: CheckedRecord) {
  const { checked, records } = result
  const { insert, record, who } = asking
  const { council } = who
  const all = measured(childYears(checked.given), yearOf(checked.given)).filter(({ definition: { id } }) =>
    canBeFigured(id, checked.given.hasPostcodes),
  )
  for (const table of ['kith.return_figure', 'kith.return_figure_outside', 'kith.return_standing'])
    await sql`delete from ${sql.table(table)} where council = ${council}::smallint and year = ${year}`.execute(record)
  await insert(
    'kith.return_figure',
    all.map(({ definition: { id }, above, below, value, childrenUnknown }) => ({
      ...{ council, year, indicator: id, above, below: below ?? null, value: value ?? null },
      unknown: childrenUnknown.length,
    })),
  )
  await insert(
    'kith.return_figure_outside',
    forOutside(all).map(({ id, above, below, value }) => ({
      ...{ council, year, indicator: id, above: String(above), below: written(below), value: written(value) },
    })),
  )
  const rows = Object.entries(standingsOf(all)).flatMap(([shown, stands]) => {
    const child = records.get(shown)
    return child === undefined ? [] : [{ council, year, child, shown, stands }]
  })
  await insert('kith.return_standing', rows)
}

async function checkNow(asking: Asking, to: ToCheck & State, beside: Beside): Promise<void> {
  const { year, today, snapshot, only } = to
  const entered = await providersEntered(asking)
  const part = { year, today, ...(only ? { only } : {}) }
  const result = await checkedRecord(asking, part, async (named) => {
    const providers = entered.length > 0 ? entered : beside.providers
    return { authority: await codeOf(asking), postcodes: await beside.postcodes(named), providers }
  })
  const waits = waitsOf(result.checked)
  const kept = keptOf(result)
  await keepFlags(asking, { year, only: only ?? null }, { kept, owners: await ownersOn(asking, today) })
  if (only === undefined) await keepFigures(asking, year, result)
  const run = { whole: only === undefined, day: today, snapshot }
  await noteRun(asking, year, { ...run, children: only?.length ?? result.children, waits })
}

async function codeOf({ record, who }: Asking): Promise<string> {
  const { rows } = await sql<{ code: string }>`select code from door.council where council = ${who.council}`.execute(
    record,
  )
  return rows[0]?.code ?? ''
}

/** Every child, every rule, every figure. */
export async function checkWhole(door: Door, to: ToCheck, beside: Beside): Promise<void> {
  await door.asService(to.council, 'nightly refresh', async (asking) => {
    const snapshot = await takeTurn(asking, to.year)
    await checkNow(asking, { ...to, snapshot, only: undefined }, beside)
  })
}

/** How what is kept stands to the record: `waiting` children were changed and are left to the job. */
export type Freshness = { readonly kind: 'not checked' } | { readonly kind: 'checked'; readonly waiting: number }

/** Before anybody is shown what was found: who was changed since is checked again. */
export async function freshen(door: Door, to: ToCheck, beside: Beside): Promise<Freshness> {
  return await door.asService(to.council, 'nightly refresh', async (asking) => {
    const before = await changedSince(asking, to.year)
    if (before === undefined) return { kind: 'not checked' }
    if (before.length === 0) return { kind: 'checked', waiting: 0 }
    const snapshot = await takeTurn(asking, to.year)
    const changed = (await changedSince(asking, to.year)) ?? []
    if (changed.length > AT_ONCE) return { kind: 'checked', waiting: changed.length }
    if (changed.length > 0)
      await checkNow(asking, { ...to, snapshot, only: await withTheirs(asking, to.year, changed) }, beside)
    return { kind: 'checked', waiting: 0 }
  })
}

/** The collections of a council that have been checked before. */
export async function yearsChecked(door: Door, council: number): Promise<readonly number[]> {
  return await door.asService(council, 'nightly refresh', async ({ record }) => {
    const { rows } = await sql<{ year: number }>`
      select distinct year from kith.return_run where council = ${council}::smallint order by year`.execute(record)
    return rows.map(({ year }) => year)
  })
}
