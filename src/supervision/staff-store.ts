// The SQL of what is of staff: times together, signatures, how often, who stands in, and the part that is the worker's own.
import { type Insertable, sql } from 'kysely'
import { day, type IsoDay, numberOf } from '#calendar'
import { choicesKnown } from '#clock'
import { type Asking, among, type Database, readParts, writeParts } from '#database'
import { readingsOn } from '#duties'
import { signBy, type Terms } from './frequency.ts'

type Shape = keyof Database['door.home_shape']
type StaffTable =
  | 'kith.supervision'
  | 'kith.supervision_terms'
  | 'kith.supervision_cover'
  | 'kith.supervision_signature'
  | 'kith.supervision_personal'
type Columns<T extends StaffTable> = Omit<Insertable<Database[T]>, Shape>
type Written<T extends StaffTable> = {
  readonly columns: Columns<T>
  readonly words: Readonly<Record<string, string>>
  /** The version that it takes the place of. */
  readonly of?: { readonly id: string; readonly line: string }
}

/** Gives the id of the row. */
export async function writeStaff<T extends StaffTable>(asking: Asking, table: T, given: Written<T>): Promise<string> {
  const [id = ''] = await asking.newIds(1)
  const text = writeParts(given.words)
  const said = text === undefined ? null : (await asking.keepWords([{ record: id, child: null, text }])).get(id)
  const { council, person: recorded_by } = asking.who
  const change = given.of === undefined ? 'first' : 'correction'
  const shape = { council, id, line: given.of?.line ?? id, supersedes: given.of?.id ?? null, change, said, recorded_by }
  await asking.insert(table, [{ ...given.columns, ...shape }])
  return id
}

export type Signature = {
  readonly session: string
  readonly part: string
  readonly signer: string
  readonly answer: string
  readonly signed: IsoDay
}
export type Session = {
  readonly id: string
  readonly line: string
  readonly kind: string
  readonly worker: string | null
  readonly supervisor: string
  readonly inPlaceOf: string | null
  readonly people: readonly string[]
  readonly held: IsoDay
  /** The last day on which both sign in time; undefined: bank holidays of that year are not known. */
  readonly signBy: IsoDay | undefined
  readonly minutes: number | null
  readonly cancelled: string | null
  readonly said: Buffer | null
  readonly recorded: string
  readonly signatures: readonly Signature[]
}
/** Without words: whoever reads a child’s record is told who has signed too. */
export async function signaturesOf(
  { record }: Asking,
  sessions: readonly string[],
): Promise<ReadonlyMap<string, readonly Signature[]>> {
  if (sessions.length === 0) return new Map()
  const { rows } = await sql<Omit<Signature, 'signed'> & { signed: string }>`
    select session, part, signer, answer, signed::text from kith.supervision_signed(${[...new Set(sessions)]}::uuid[])`.execute(
    record,
  )
  return Map.groupBy(
    rows.map((row) => ({ ...row, signed: day(row.signed) })),
    ({ session }) => session,
  )
}

/** By when both sign, as the council had it on the day of the time together. */
export async function signDays(asking: Asking): Promise<(held: IsoDay) => IsoDay | undefined> {
  const choices = await choicesKnown(asking)
  return (held) => signBy(held, readingsOn(choices, numberOf(held)).supervisionSigned)
}

type Which = {
  readonly line?: string
  readonly workers?: readonly string[]
  readonly since?: IsoDay
  /** Of the asker, as one of the two. */
  readonly own?: boolean
  /** At which the asker was, as the worker or one of a group. */
  readonly attended?: boolean
  /** Of these, those that the asker has not signed. */
  readonly unsigned?: boolean
  readonly most?: number
}
const MOST = 500
/** The latest first. */
export async function sessionsOf(
  asking: Asking,
  { line, workers, since, own = false, attended = false, unsigned = false, most = MOST }: Which,
): Promise<readonly Session[]> {
  const { rows } = await sql<Omit<Session, 'held' | 'signBy' | 'signatures'> & { held: string }>`
    select s.id, s.line, s.kind, s.worker, s.supervisor, s.in_place_of as "inPlaceOf", s.people, s.held::text as held, s.minutes, s.cancelled, s.said,
      s.recorded
    from kith.supervision_current s where s.council = ${asking.who.council}::smallint
      and ${line === undefined ? sql`true` : sql`s.line = ${line}::uuid`}
      and ${workers === undefined ? sql`true` : sql`s.worker ${among(workers)}`}
      and ${own ? sql`(s.worker = ${asking.who.person}::uuid or s.supervisor = ${asking.who.person}::uuid)` : sql`true`}
      and ${attended ? sql`(s.worker = ${asking.who.person}::uuid or ${asking.who.person}::uuid = any (s.people))` : sql`true`}
      and ${since === undefined ? sql`true` : sql`s.held >= ${since}::date`}
      and ${unsigned ? sql`not exists (select from kith.supervision_signature g where g.council = s.council and g.session = s.line and g.signer = ${asking.who.person}::uuid)` : sql`true`}
    order by s.held desc, s.line desc limit ${most}`.execute(asking.record)
  const signed = await signaturesOf(
    asking,
    rows.map((row) => row.line),
  )
  const byDay = await signDays(asking)
  return rows.map((row) => {
    const held = day(row.held)
    return { ...row, held, signBy: byDay(held), signatures: signed.get(row.line) ?? [] }
  })
}
export async function sessionBy(asking: Asking, line: string): Promise<Session | undefined> {
  return (await sessionsOf(asking, { line }))[0]
}
export async function sessionWords(asking: Asking, session: Pick<Session, 'id' | 'said'>): Promise<string> {
  return readParts((await asking.readWords([session])).get(session.id), ['about'])?.about ?? ''
}

export type Disagreement = { readonly part: string; readonly signer: string; readonly words: string }
/** Only those who see the time itself read with what somebody disagrees. */
export async function disagreements(asking: Asking, session: string): Promise<readonly Disagreement[]> {
  const { rows } = await sql<{ id: string; part: string; signer: string; said: Buffer | null }>`
    select id, part, signer, said from kith.supervision_signature
    where council = ${asking.who.council}::smallint and session = ${session}::uuid and answer = 'disagreed' order by id`.execute(
    asking.record,
  )
  const words = await asking.readWords(rows)
  return rows.map(({ id, part, signer }) => ({
    ...{ part, signer },
    words: readParts(words.get(id), ['why'])?.why ?? 'Taken out of sight',
  }))
}

export type Supervisee = {
  readonly id: string
  readonly name: string
  readonly team: string
  readonly part: string
}
/** Whom the asker supervises, by team and name. Each once: where somebody belongs to several teams, under the first. */
export async function supervisees({ record, who }: Asking, on: IsoDay): Promise<readonly Supervisee[]> {
  const { rows } = await sql<Supervisee>`
    select distinct on (w.id) w.id, coalesce(w.name, w.code) as name, t.name as team, m.role as part
    from kith.worker w join kith.team_membership m on m.council = w.council and m.person = w.id and m.role in ('worker', 'manager', 'duty')
      and not m.retracted and m.during @> ${on}::date
      and not exists (select from kith.team_membership n where n.council = m.council and n.supersedes = m.id)
      join kith.team t on t.council = m.council and t.id = m.team
    where w.council = ${who.council}::smallint and w.id in (select kith.my_supervisees()) order by w.id, m.role, t.name`.execute(
    record,
  )
  return rows.toSorted((a, b) => `${a.team} ${a.name}`.localeCompare(`${b.team} ${b.name}`, 'en-GB'))
}

export type StandingTerms = Terms & { readonly id: string; readonly line: string; readonly worker: string }
/** Of each worker what was said last. */
export async function termsOf(asking: Asking, workers: readonly string[]): Promise<ReadonlyMap<string, StandingTerms>> {
  const { rows } = await sql<Omit<StandingTerms, 'began'> & { began: string }>`
    select distinct on (worker) id, line, worker, kind, began::text as began, weeks from kith.supervision_terms_current
    where council = ${asking.who.council}::smallint and worker ${among(workers)} order by worker, recorded desc, id desc`.execute(
    asking.record,
  )
  return new Map(rows.map((row) => [row.worker, { ...row, began: day(row.began) }]))
}

/** The last time that each was supervised one to one, and how many times fell out since. */
export type Last = { readonly worker: string; readonly held: IsoDay | null; readonly cancelled: number }
export async function lastTimes(asking: Asking, workers: readonly string[]): Promise<ReadonlyMap<string, Last>> {
  const { rows } = await sql<{ worker: string; held: string | null; cancelled: number }>`
    with known as (select worker, held, cancelled from kith.supervision_current
      where council = ${asking.who.council}::smallint and worker ${among(workers)}),
    last as (select worker, max(held) filter (where cancelled is null) as held from known group by worker)
    select l.worker, l.held::text as held, (count(*) filter (where k.cancelled is not null and (l.held is null or k.held > l.held)))::int as cancelled
    from last l join known k on k.worker = l.worker group by l.worker, l.held`.execute(asking.record)
  return new Map(rows.map((row) => [row.worker, { ...row, held: row.held === null ? null : day(row.held) }]))
}

export type Cover = { readonly away: string; readonly standsIn: string; readonly since: IsoDay; readonly until: IsoDay }
/** Who is away on that day or later, and who stands in. */
export async function coversFrom({ record, who }: Asking, on: IsoDay): Promise<readonly Cover[]> {
  const { rows } = await sql<{ away: string; standsIn: string; since: string; until: string }>`
    select away, stands_in as "standsIn", since::text, until::text from kith.supervision_cover_current
    where council = ${who.council}::smallint and until >= ${on}::date order by since, line`.execute(record)
  return rows.map((row) => ({ ...row, since: day(row.since), until: day(row.until) }))
}
/** Who manages some team above or beside that of a manager: they see its children already, so they can stand in. */
export async function mayStandIn(
  asking: Asking,
  away: string,
  on: IsoDay,
): Promise<readonly Pick<Supervisee, 'id' | 'name'>[]> {
  const { rows } = await sql<Pick<Supervisee, 'id' | 'name'>>`
    with recursive standing as (
      select person, team, role from kith.team_membership m where m.council = ${asking.who.council}::smallint and not m.retracted
        and m.during @> ${on}::date and not exists (select from kith.team_membership n where n.council = m.council and n.supersedes = m.id)),
    above as (
      select team from standing where person = ${away}::uuid and role = 'manager'
      union select t.under from above a join kith.team t on t.council = ${asking.who.council}::smallint and t.id = a.team where t.under is not null)
    select distinct w.id, coalesce(w.name, w.code) as name from above a join standing s on s.team = a.team and s.role = 'manager'
      join kith.worker w on w.council = ${asking.who.council}::smallint and w.id = s.person
    where s.person <> ${away}::uuid order by 2, 1`.execute(asking.record)
  return rows
}

export type Personal = {
  readonly id: string
  readonly line: string
  /** null: written before a time together, and none was held since. */
  readonly session: string | null
  /** Written before a time together: on that day. */
  readonly written: string | null
  readonly by: string
  readonly recorded: string
  readonly words: { readonly being: string; readonly learning: string; readonly work: string } | undefined
}
/** Read by the two whose time it was; of any number of times, the latest first. 'own': all that is of the asker as a worker. */
export async function personalOf(asking: Asking, of: readonly string[] | 'own'): Promise<readonly Personal[]> {
  if (of.length === 0) return []
  const { council, person } = asking.who
  const at = sql`kith.time_of_personal(p.council, p.line, p.session, p.worker, p.written)`
  // arrays, so that an index finds both kinds; where a row without a time belongs is asked of these workers' rows alone
  const times = (which: ReturnType<typeof sql>) =>
    sql`from kith.supervision_current s where s.council = ${council}::smallint and ${which}`
  const { rows } = await sql<Omit<Personal, 'words'> & { said: Buffer | null }>`
    select p.id, p.line, ${at} as session, p.written::text as written, p.recorded_by as by, p.recorded, p.said from kith.supervision_personal_current p
    where p.council = ${council}::smallint and ${
      of === 'own'
        ? sql`(p.worker = ${person}::uuid or p.session = any (array(select s.line ${times(sql`s.worker = ${person}::uuid`)})))`
        : sql`(p.session ${among(of)}
          or p.worker = any (array(select s.worker ${times(sql`s.line ${among(of)}`)})) and ${at} ${among(of)})`
    } order by p.recorded desc, p.id desc`.execute(asking.record)
  const words = await asking.readWords(rows)
  return rows.map(({ id, line, session, written, by, recorded }) => ({
    ...{ id, line, session, written, by, recorded },
    words: readParts(words.get(id), ['being', 'learning', 'work']),
  }))
}
/** The time that what the asker wrote on that day, and keeps now, would belong to: open already; null: none yet. */
export async function timeAhead({ record, who }: Asking, written: string): Promise<string | null> {
  const { rows } = await sql<{ session: string | null }>`
    select kith.supervision_after(${who.council}::smallint, ${who.person}::uuid, ${written}::date, now()) as session`.execute(
    record,
  )
  return rows[0]?.session ?? null
}

type Gone = { readonly session: Session; readonly reason: string }
/** A time that never was: only while nothing hangs on it. */
export async function takeBackSession(asking: Asking, { session, reason }: Gone): Promise<string | undefined> {
  const { rows } = await sql`
    select from kith.supervision_entry_current where council = ${asking.who.council}::smallint and session = ${session.line}::uuid
    union all select from kith.supervision_personal_current where council = ${asking.who.council}::smallint and session = ${session.line}::uuid limit 1`.execute(
    asking.record,
  )
  if (rows.length > 0 || session.signatures.length > 0) return undefined
  const [id = ''] = await asking.newIds(1)
  const said = (await asking.keepWords([{ record: id, child: null, text: reason }])).get(id)
  const { council, person: recorded_by } = asking.who
  const { line, kind, worker, supervisor, inPlaceOf: in_place_of, people, held, minutes, cancelled } = session
  const shape = { council, id, line, supersedes: session.id, change: 'retraction', said, recorded_by }
  await asking.insert('kith.supervision', [
    { ...shape, kind, worker, supervisor, in_place_of, people, held, minutes, cancelled },
  ])
  return id
}
