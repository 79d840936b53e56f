// What was found in a return, read under the sight of whoever asks: flags that stand, what changed since a check, the figures.
import { type RawBuilder, sql } from 'kysely'
import { type Scope, scopes } from '#access'
import type { Asking } from '#database'
import { type KnownName, shownName } from '#people'
import type { Behind as BehindFlag } from '#return-making'
import type { StandingFlag } from './standing-flag.ts'
import type { Waits } from './waits.ts'

export type Run = {
  readonly id: string
  readonly year: number
  readonly made: string
  readonly day: string
  readonly waits: Waits
}

/** Kept checks of every child, the latest first; without their counts, which hold children whom nobody may count. */
export async function runsOf({ record, who }: Asking, year: number): Promise<readonly Run[]> {
  const { rows } = await sql<Run>`
    select r.id, r.year, r.made::text, r.day::text, r.waits from kith.return_run r
    where r.council = ${who.council}::smallint and r.year = ${year} and r.whole
    order by r.made desc, r.id desc limit 60`.execute(record)
  return rows
}

/** How many flags are of children whose record is closed to the asker; a hidden one and the asker's own family count nowhere. */
export async function closedFlags({ record }: Asking, year: number): Promise<number> {
  const { rows } = await sql<{ flags: number }>`select kith.closed_flags(${year}::int) as flags`.execute(record)
  return rows[0]?.flags ?? 0
}

/** The year of a check. */
export async function yearOfRun({ record, who }: Asking, run: string): Promise<number | undefined> {
  const { rows } = await sql<{ year: number }>`
    select r.year from kith.return_run r where r.council = ${who.council}::smallint and r.id = ${run}::uuid`.execute(
    record,
  )
  return rows[0]?.year
}

type Whose = 'every' | 'own' | 'team'

/** Own: of whom the asker is the worker. Team: of the children of those whose manager the asker is, up the line. */
function whose({ who }: Asking, of: Whose): RawBuilder<unknown> {
  if (of === 'every') return sql`true`
  if (of === 'own') return sql`f.owner = ${who.person}::uuid`
  return sql`f.child = any (array(select v.child from kith.visible_child v
    where v.council = ${who.council}::smallint and v.person = ${who.person}::uuid and v.relation = 'manager-line'
      and v.since <= now() and v.until > now()))`
}

const COLUMNS = sql`f.id, f.key, f.child, f.shown, f.rule, f.part, f.owner, f.found::text as found, f.behind,
  (select s.severity from kith.return_severity s where s.council = f.council and s.rule = f.rule
    order by s.recorded desc, s.id desc limit 1) as severity,
  (select coalesce(w.name, w.code) from kith.worker w where w.council = f.council and w.id = f.owner) as "ownerName"`

/** Flags that stand, by child and key: the one list, of which everybody sees their part. */
export async function flagsStanding(asking: Asking, year: number, of: Whose): Promise<readonly StandingFlag[]> {
  const { record, who } = asking
  const { rows } = await sql<StandingFlag>`
    select ${COLUMNS} from kith.return_flag f
    where f.council = ${who.council}::smallint and f.year = ${year} and f.gone is null and ${whose(asking, of)}
    order by f.shown, f.child, f.key`.execute(record)
  return rows
}

/** As they stood after that check and as they stand now: what came, and what is gone. */
export async function changesSinceRun({ record, who }: Asking, year: number, run: Pick<Run, 'made'>) {
  const stood = sql`b.council = f.council and b.year = f.year and b.key = f.key and b.id <> f.id
    and b.found <= ${run.made}::timestamptz and b.gone > ${run.made}::timestamptz`
  // What was put right and has come back stood then and stands now: it is still there.
  const { rows } = await sql<StandingFlag & { how: 'fresh' | 'mended' | 'still' }>`
    select ${COLUMNS}, case when f.gone is not null then 'mended'
      when f.found > ${run.made}::timestamptz and not exists (select from kith.return_flag b where ${stood}) then 'fresh'
      else 'still' end as how
    from kith.return_flag f
    where f.council = ${who.council}::smallint and f.year = ${year}
      and (f.gone is null or f.gone > ${run.made}::timestamptz and f.found <= ${run.made}::timestamptz
        and not exists (select from kith.return_flag n
          where n.council = f.council and n.year = f.year and n.key = f.key and n.gone is null))
    order by f.shown, f.child, f.key`.execute(record)
  const those = (how: 'fresh' | 'mended' | 'still') => rows.filter((row) => row.how === how)
  return { fresh: those('fresh'), mended: those('mended'), still: those('still') }
}

export type Figure = {
  readonly indicator: string
  readonly above: number
  readonly below: number | null
  readonly value: number | null
  readonly unknown: number
}
export async function figuresOf({ record, who }: Asking, year: number): Promise<readonly Figure[]> {
  const { rows } = await sql<Figure>`
    select i.indicator, i.above, i.below, i.value, i.unknown from kith.return_figure i
    where i.council = ${who.council}::smallint and i.year = ${year}`.execute(record)
  return rows
}

export type OutsideFigure = {
  readonly indicator: string
  readonly above: string
  readonly below: string | null
  readonly value: string | null
}
export async function figuresOutside({ record, who }: Asking, year: number): Promise<readonly OutsideFigure[]> {
  const { rows } = await sql<OutsideFigure>`
    select i.indicator, i.above, i.below, i.value from kith.return_figure_outside i
    where i.council = ${who.council}::smallint and i.year = ${year}`.execute(record)
  return rows
}

export type Behind = { readonly child: string; readonly shown: string; readonly how: 'a' | 'b' | 'u' }
/** The children behind one figure whom the asker may see. */
export async function childrenBehind({ record, who }: Asking, year: number, indicator: string) {
  const { rows } = await sql<Behind>`
    select s.child, s.shown, s.stands ->> ${indicator} as how from kith.return_standing s
    where s.council = ${who.council}::smallint and s.year = ${year} and s.stands ? ${indicator}
    order by s.shown, s.child`.execute(record)
  return rows
}

/** One line of the access log for each child whose flags a page has shown. */
export async function noteShown({ noteEach }: Asking, children: readonly string[]): Promise<void> {
  await noteEach('saw what the return says', children)
}

/** What of each child's record the asker may write: 'child scope'. */
export async function writableParts({ record }: Asking, children: readonly string[]): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ child: string; scope: Scope }>`
    select c.child, s.scope from unnest(${children}::uuid[]) as c (child), unnest(${scopes}::text[]) as s (scope)
    where kith.may(c.child, 'write', s.scope)`.execute(record)
  return new Set(rows.map(({ child, scope }) => `${child} ${scope}`))
}

/** From each line to the version that stands of it; a line that the asker does not see is left out. */
export async function versionsStanding(
  { record, who }: Asking,
  behind: readonly BehindFlag[],
): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>()
  for (const [table, own] of Map.groupBy(behind, ({ record: of }) => of)) {
    const lines = [...new Set(own.map(({ line }) => line))]
    const { rows } = await sql<{ line: string; id: string }>`
      select v.line, v.id from ${sql.table(`kith.${table}_current`)} v
      where v.council = ${who.council}::smallint and v.line = any (${lines}::uuid[])`.execute(record)
    for (const { line, id } of rows) found.set(line, id)
  }
  return found
}

export type Naming = { readonly name: string; readonly until: string }
/** The names that were told to the asker and that they may see now, by child; nobody else is told any. */
export async function namesTold(asking: Asking): Promise<ReadonlyMap<string, Naming>> {
  const { rows } = await sql<KnownName & { id: string; child: string; until: string; said: Buffer | null }>`
    select n.id, n.child, n.until::text as until, n.line, n.kind, n.since::text as since, n.said
    from kith.names_to_mend() n`.execute(asking.record)
  const words = await asking.readWords(rows)
  const known = Map.groupBy(
    rows.map((row) => ({ ...row, words: words.get(row.id) })),
    ({ child }) => child,
  )
  return new Map(
    [...known].map(([child, own]) => {
      return [child, { name: shownName(own) ?? 'No name is recorded', until: own[0]?.until ?? '' }] as const
    }),
  )
}

export type Told = { readonly kind: 'told'; readonly id: string } | { readonly kind: 'not found' | 'enough' }
/** Refused by the database to everybody but an analyst, and of every child whose flag the asker may not know of. */
export async function tellName(asking: Asking, flag: string, why: string): Promise<Told> {
  const [id = ''] = await asking.newIds(1)
  const { rows } = await sql<{ answer: string }>`
    select kith.name_to_mend(${flag}::uuid, ${id}::uuid, ${why}) as answer`.execute(asking.record)
  const answer = rows[0]?.answer
  if (answer === 'told') return { kind: 'told', id }
  return { kind: answer === 'enough' ? 'enough' : 'not found' }
}

/** One line of the access log for each child whose name a page has shown. */
export async function noteNamed({ noteEach }: Asking, children: readonly string[]): Promise<void> {
  await noteEach('saw the name that was told for the return', children)
}

/** A flag that stands, of whatever year; undefined: there is none that the asker may know of. */
export async function flagById(
  { record, who }: Asking,
  id: string,
): Promise<(StandingFlag & { year: number }) | undefined> {
  const { rows } = await sql<StandingFlag & { year: number }>`
    select ${COLUMNS}, f.year from kith.return_flag f
    where f.council = ${who.council}::smallint and f.id = ${id}::uuid and f.gone is null`.execute(record)
  return rows[0]
}
