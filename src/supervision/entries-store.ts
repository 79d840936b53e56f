// The SQL of what is of a child: what was thought of them and when, how far plans have come, how often, and dip samples of the records.
import { sql } from 'kysely'
import { day, type IsoDay, numberOf } from '#calendar'
import { choicesKnown } from '#clock'
import { type Asking, among, readParts } from '#database'
import { readingsOn } from '#duties'
import type { Item } from './quality.ts'
import { RUBRIC_ITEMS, type Sample } from './quality.ts'

export const ENTRY_WORDS = ['life', 'theirs', 'well', 'worries', 'thinking', 'nearer', 'why'] as const
export type EntryWords = Readonly<Record<(typeof ENTRY_WORDS)[number], string>>
export type EntryRow = {
  readonly id: string
  readonly line: string
  readonly child: string
  readonly session: string
  readonly kind: string
  readonly held: IsoDay
  readonly worker: string | null
  readonly supervisor: string
  readonly permanence: string | null
  readonly recorded: string
  readonly said: Buffer | null
}
export type Entry = Omit<EntryRow, 'said'> & { readonly words: EntryWords | undefined }

type Which = { readonly children?: readonly string[]; readonly session?: string; readonly since?: IsoDay }
/** Without their words; the latest first. */
export async function entryRows(asking: Asking, { children, session, since }: Which): Promise<readonly EntryRow[]> {
  const { rows } = await sql<Omit<EntryRow, 'held'> & { held: string }>`
    select id, line, child, session, kind, held::text as held, worker, supervisor, permanence, recorded, said from kith.supervision_entry_current
    where council = ${asking.who.council}::smallint and ${children === undefined ? sql`true` : sql`child ${among(children)}`}
      and ${session === undefined ? sql`true` : sql`session = ${session}::uuid`}
      and ${since === undefined ? sql`true` : sql`held >= ${since}::date`} order by held desc, line desc`.execute(
    asking.record,
  )
  return rows.map((row) => ({ ...row, held: day(row.held) }))
}
export async function withWords(asking: Asking, rows: readonly EntryRow[]): Promise<readonly Entry[]> {
  const words = await asking.readWords(rows)
  return rows.map(({ id, line, child, session, kind, held, worker, supervisor, permanence, recorded }) => ({
    ...{ id, line, child, session, kind, held, worker, supervisor, permanence, recorded },
    words: readParts(words.get(id), ENTRY_WORDS),
  }))
}

export type Progressed = {
  readonly id: string
  readonly entry: string
  readonly plan: string
  readonly part: string
  readonly progress: string
  readonly shows: string
}
export async function progressOf(asking: Asking, child: string, entry?: string): Promise<readonly Progressed[]> {
  const { rows } = await sql<Omit<Progressed, 'shows'> & { said: Buffer | null }>`
    select id, entry, plan, part, progress, said from kith.supervision_progress_current
    where council = ${asking.who.council}::smallint and child = ${child}::uuid
      and ${entry === undefined ? sql`true` : sql`entry = ${entry}::uuid`} order by line`.execute(asking.record)
  const words = await asking.readWords(rows)
  return rows.map(({ id, entry: of, plan, part, progress }) => ({
    ...{ id, entry: of, plan, part, progress },
    shows: readParts(words.get(id), ['shows'])?.shows ?? '',
  }))
}

/** The council’s own number of weeks on a day, where nobody decided otherwise. */
export const usualWeeks = async (asking: Asking, on: IsoDay): Promise<number> =>
  readingsOn(await choicesKnown(asking), numberOf(on)).childDiscussed

/** Of whom somebody is the allocated worker on that day, and since when; with what supervision knows of each. */
export type Caseload = {
  readonly child: string
  readonly worker: string
  readonly since: IsoDay
  /** From when it can be said that they were not thought about: since then this worker’s supervision is recorded here; null: it is not. */
  readonly from: IsoDay | null
  /** Weeks between two full discussions: as decided for this child, or as the council has it. */
  readonly weeks: number
  readonly full: IsoDay | null
  readonly spoken: IsoDay | null
  readonly lastWasLine: boolean
}
/** `before`: what was said at a time together is left out, since that one is being written. */
export async function caseloads(
  asking: Asking,
  workers: readonly string[],
  { on, before }: { readonly on: IsoDay; readonly before?: string },
): Promise<readonly Caseload[]> {
  const { record, who } = asking
  const { council } = who
  const usual = await usualWeeks(asking, on)
  const { rows } = await sql<
    Omit<Caseload, 'weeks' | 'since' | 'from' | 'full' | 'spoken'> & {
      weeks: number | null
      since: string
      from: string | null
      full: string | null
      spoken: string | null
    }
  >`
    with mine as materialized (
      select a.child, a.worker, min(lower(a.during)) as since from kith.allocation_current a
      where a.council = ${council}::smallint and a.worker ${among(workers)} and a.role = 'allocated-worker' and a.during @> ${on}::date
      group by a.child, a.worker),
    said as (
      select e.child, max(e.held) filter (where e.kind = 'full') as full, max(e.held) as spoken,
        (array_agg(e.kind order by e.held desc, e.line desc))[1] = 'line' as line
      from kith.supervision_entry_current e where e.council = ${council}::smallint and e.child = any (array(select child from mine))
        and ${before === undefined ? sql`true` : sql`e.session <> ${before}::uuid`} and e.held <= ${on}::date group by e.child),
    begun as (
      select worker, min(held) as first from kith.supervision_current where council = ${council}::smallint and worker ${among(workers)}
        and cancelled is null group by worker),
    decided as (
      select distinct on (i.child) i.child, i.weeks from kith.supervision_interval_current i
      where i.council = ${council}::smallint and i.child = any (array(select child from mine)) and i.decided <= ${on}::date
      order by i.child, i.decided desc, i.line desc)
    select m.child, m.worker, m.since::text as since, (case when b.first is not null then greatest(b.first, m.since) end)::text as "from", d.weeks, s.full::text as full, s.spoken::text as spoken, coalesce(s.line, false) as "lastWasLine"
    from mine m left join said s on s.child = m.child left join decided d on d.child = m.child left join begun b on b.worker = m.worker order by m.worker, m.child`.execute(
    record,
  )
  const dayOrNull = (text: string | null): IsoDay | null => (text === null ? null : day(text))
  return rows.map((row) => ({
    ...row,
    weeks: row.weeks ?? usual,
    since: day(row.since),
    from: dayOrNull(row.from),
    full: dayOrNull(row.full),
    spoken: dayOrNull(row.spoken),
  }))
}

export type Interval = {
  readonly id: string
  readonly weeks: number
  readonly decided: IsoDay
  readonly by: string
  readonly why: string
}
/** The last that was decided first. */
export async function intervalsOf(asking: Asking, child: string): Promise<readonly Interval[]> {
  const { rows } = await sql<{ id: string; weeks: number; decided: string; by: string; said: Buffer | null }>`
    select id, weeks, decided::text as decided, recorded_by as by, said from kith.supervision_interval_current
    where council = ${asking.who.council}::smallint and child = ${child}::uuid order by decided desc, line desc`.execute(
    asking.record,
  )
  const words = await asking.readWords(rows)
  return rows.map(({ id, weeks, decided, by }) => ({
    ...{ id, weeks, by, decided: day(decided) },
    why: readParts(words.get(id), ['why'])?.why ?? '',
  }))
}

export type Sampled = {
  readonly id: string
  readonly entry: string
  readonly sampled: IsoDay
  readonly by: string
  readonly marks: Sample['marks']
  readonly words: { readonly good: string; readonly better: string } | undefined
}
const marksOf = (marks: readonly number[]): Sample['marks'] => {
  const at = (item: Item): number => marks[RUBRIC_ITEMS.indexOf(item)] ?? 0
  return {
    ...{ lived: at('lived'), plan: at('plan'), actions: at('actions'), thinking: at('thinking') },
    ...{ decision: at('decision'), intended: at('intended'), drift: at('drift'), challenge: at('challenge') },
  }
}
export async function samplesOf(asking: Asking, child: string): Promise<readonly Sampled[]> {
  const { rows } = await sql<{
    id: string
    entry: string
    sampled: string
    by: string
    marks: number[]
    said: Buffer | null
  }>`
    select id, entry, sampled::text as sampled, recorded_by as by, marks, said from kith.supervision_sample_current
    where council = ${asking.who.council}::smallint and child = ${child}::uuid order by sampled desc, line desc`.execute(
    asking.record,
  )
  const words = await asking.readWords(rows)
  return rows.map(({ id, entry, sampled, by, marks }) => ({
    ...{ id, entry, by, sampled: day(sampled), marks: marksOf(marks) },
    words: readParts(words.get(id), ['good', 'better']),
  }))
}
/** Of every child whose audits the asker sees, without a word and without the child. */
export async function everySample({
  record,
  who,
}: Asking): Promise<readonly (Sample & { readonly sampled: IsoDay })[]> {
  const { rows } = await sql<{ team: string | null; sampled: string; marks: number[] }>`
    select t.name as team, p.sampled::text as sampled, p.marks from kith.supervision_sample_current p
      left join kith.team t on t.council = p.council and t.id = p.team
    where p.council = ${who.council}::smallint order by p.sampled`.execute(record)
  return rows.map(({ team, sampled, marks }) => ({
    ...{ team: team ?? 'No team', sampled: day(sampled), marks: marksOf(marks) },
    quarter: `${sampled.slice(0, 4)} ${Math.ceil(Number(sampled.slice(5, 7)) / 3)}`,
  }))
}
/** Records of a time since a day that nobody has sampled: of children whom the asker sees, in no order that says anything. */
export async function toSample(
  { record, who }: Asking,
  since: IsoDay,
): Promise<readonly Pick<EntryRow, 'line' | 'child' | 'held'>[]> {
  const { rows } = await sql<{ line: string; child: string; held: string }>`
    select e.line, e.child, e.held::text as held from kith.supervision_entry_current e
    where e.council = ${who.council}::smallint and e.kind = 'full' and e.held >= ${since}::date
      and e.supervisor <> ${who.person}::uuid and e.worker is distinct from ${who.person}::uuid
      and not exists (select from kith.supervision_sample_current p where p.council = e.council and p.child = e.child and p.entry = e.line)
    order by md5(e.line::text) limit 10`.execute(record)
  return rows.map((row) => ({ ...row, held: day(row.held) }))
}
/** The team in which a worker works on that day: by it samples are counted. */
export async function teamOn({ record, who }: Asking, worker: string | null, on: IsoDay): Promise<string | null> {
  if (worker === null) return null
  const { rows } = await sql<{ team: string }>`
    select m.team from kith.team_membership m where m.council = ${who.council}::smallint and m.person = ${worker}::uuid and not m.retracted
      and m.during @> ${on}::date and not exists (select from kith.team_membership n where n.council = m.council and n.supersedes = m.id)
    order by m.role = 'worker' desc, m.id limit 1`.execute(record)
  return rows[0]?.team ?? null
}

export const VIEW_WORDS = ['life', 'worries', 'ask'] as const
/** What a worker wrote of a child before a time together, in their own name. */
export type OwnView = {
  readonly id: string
  readonly line: string
  readonly child: string
  readonly worker: string
  readonly written: IsoDay
  readonly recorded: string
  /** Where it is shown: the first of their times since it was written; null: none was held yet. */
  readonly session: string | null
  readonly words: Readonly<Record<(typeof VIEW_WORDS)[number], string>> | undefined
}
type WhichViews = { readonly children: readonly string[]; readonly worker?: string | null }
/** The latest first. */
export async function viewsOf(asking: Asking, { children, worker }: WhichViews): Promise<readonly OwnView[]> {
  if (children.length === 0 || worker === null) return []
  const { rows } = await sql<Omit<OwnView, 'written' | 'words'> & { written: string; said: Buffer | null }>`
    select v.id, v.line, v.child, v.worker, v.written::text as written, v.recorded, v.said,
      kith.supervision_after(v.council, v.worker, v.written, (select f.recorded from kith.supervision_view f where f.council = v.council and f.child = v.child and f.id = v.line)) as session
    from kith.supervision_view_current v where v.council = ${asking.who.council}::smallint and v.child ${among(children)}
      and ${worker === undefined ? sql`true` : sql`v.worker = ${worker}::uuid`} order by v.recorded desc, v.id desc`.execute(
    asking.record,
  )
  const words = await asking.readWords(rows)
  return rows.map(({ id, line, child, worker: by, written, recorded, session }) => ({
    ...{ id, line, child, worker: by, recorded, session },
    written: day(written),
    words: readParts(words.get(id), VIEW_WORDS),
  }))
}
/**
 * Without words: of these children, on which day the asker wrote the view that stands for the next time. Only what was written since the day
 * of their last time can still be for the next, so only that is asked about.
 */
export async function viewsAhead(
  { record, who }: Asking,
  children: readonly string[],
): Promise<ReadonlyMap<string, IsoDay>> {
  if (children.length === 0) return new Map()
  const { rows } = await sql<{ child: string; written: string }>`
    with since as materialized (select v.* from kith.supervision_view_current v
      where v.council = ${who.council}::smallint and v.child ${among(children)} and v.worker = ${who.person}::uuid
        and v.written >= coalesce((select max(s.held) from kith.supervision_current s where s.council = ${who.council}::smallint
          and s.worker = ${who.person}::uuid and s.cancelled is null), '-infinity'))
    select v.child, max(v.written)::text as written from since v
    where kith.supervision_after(v.council, v.worker, v.written, (select f.recorded from kith.supervision_view f where f.council = v.council and f.child = v.child and f.id = v.line)) is null
    group by v.child`.execute(record)
  return new Map(rows.map(({ child, written }) => [child, day(written)]))
}
