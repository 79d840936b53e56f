// The SQL of what stands above every page about a child: a few small questions, each under the reader's own sight.
import { type RawBuilder, sql } from 'kysely'
import type { Joined, Scope } from '#access'
import { day, type IsoDay, londonDay, parseInstant } from '#calendar'
import { type Asking, among } from '#database'
import { nameAndNote, shownInHeader } from '#family'
import type { KnownAs } from './child-words.ts'
import type { Frame, FrameBirth, FrameHome, FrameLegal, FrameLine, FrameSchool, FrameWorker, Part } from './frame.ts'
import { PLACE_KEPT } from './kept-store.ts'

type Said = { readonly id: string; readonly said: Buffer | null }
const dayOrNone = (text: string | null): IsoDay | undefined => (text === null ? undefined : day(text))

type Doors = { readonly scope: Scope; readonly sees: boolean; readonly writes: boolean }
async function doorsOf({ record }: Asking, child: string) {
  const { rows } = await sql<Doors>`select scope, sees, writes from kith.open_scopes(${child}::uuid)`.execute(record)
  return {
    sees: new Set(rows.filter(({ sees }) => sees).map(({ scope }) => scope)),
    writes: new Set(rows.filter(({ writes }) => writes).map(({ scope }) => scope)),
  }
}

type NameRow = Said & { readonly kind: string; readonly since: string | null; readonly line: string }
async function namesIn({ who, record }: Asking, child: string): Promise<readonly NameRow[]> {
  const { rows } = await sql<NameRow>`
    select id, line, kind, since, said from kith.child_name_current
    where council = ${who.council}::smallint and child = ${child}::uuid order by since nulls first, line`.execute(
    record,
  )
  return rows
}
async function birthIn({ who, record }: Asking, child: string): Promise<FrameBirth | undefined> {
  const { rows } = await sql<{ born: string; standing: string }>`
    select born, standing from kith.birth_claim_current
    where council = ${who.council}::smallint and child = ${child}::uuid and standing <> 'found wrong'
    order by standing = 'in force' desc, recorded desc, id desc`.execute(record)
  const [first] = rows
  if (first === undefined) return undefined
  const other = rows.some(({ born, standing }) => standing !== 'in force' && born !== first.born)
  const doubt = first.standing === 'in force' ? (other ? 'disputed' : undefined) : 'claimed'
  return { born: day(first.born), doubt }
}
async function recordNumber({ who, record }: Asking, child: string): Promise<string | undefined> {
  const { rows } = await sql<{ value: string }>`
    select value from kith.child_identifier_current
    where council = ${who.council}::smallint and child = ${child}::uuid and issuer = 'ssda903'
    order by recorded desc, id desc limit 1`.execute(record)
  return rows[0]?.value
}

type MustKnowRow = Said & {
  readonly line: string
  readonly kind: string
  readonly review_by: string
  readonly ended: string | null
}
async function mustKnowsIn({ who, record }: Asking, child: string): Promise<readonly MustKnowRow[]> {
  const { rows } = await sql<MustKnowRow>`
    select id, line, kind, review_by, ended, said from kith.must_know_current
    where council = ${who.council}::smallint and child = ${child}::uuid`.execute(record)
  return rows
}

const NOW = sql`kith.allocation_current`
async function workersIn(
  { who, record }: Asking,
  child: string,
  table: RawBuilder<unknown> = NOW,
): Promise<readonly FrameWorker[]> {
  const { rows } = await sql<{
    worker: string
    name: string
    part: string
    since: string | null
    until: string | null
  }>`
    select a.worker, coalesce(w.name, w.code) as name, a.role as part, lower(a.during) as since, upper(a.during) as until
    from ${table} a join kith.worker w on w.council = a.council and w.id = a.worker
    where a.council = ${who.council}::smallint and a.child = ${child}::uuid order by lower(a.during) nulls first, a.line`.execute(
    record,
  )
  return rows.map((row) => ({ ...row, since: dayOrNone(row.since), until: dayOrNone(row.until) }))
}

type HomeRow = {
  readonly kind: string
  readonly since: string
  readonly start_known: boolean
  /** Its address is kept from somebody, or from the reader. */
  readonly kept: boolean
}
async function homeIn(
  { who, record }: Asking,
  child: string,
  today: IsoDay,
): Promise<Omit<FrameHome, 'carers'> | null> {
  const { rows } = await sql<HomeRow>`
    select p.kind, lower(p.during) as since, p.start_known,
      ${PLACE_KEPT} as kept
    from kith.placement_current p
    where p.council = ${who.council}::smallint and p.child = ${child}::uuid and p.during @> ${today}::date limit 1`.execute(
    record,
  )
  const [home] = rows
  if (home === undefined) return null
  return {
    kind: home.kind,
    since: day(home.since),
    sinceKnown: home.start_known,
    kept: home.kept,
  }
}
async function livesWith({ who, record }: Asking, child: string, today: IsoDay): Promise<readonly Said[]> {
  const homes = await sql<{ person: string }>`
    select person from kith.family_home_current
    where council = ${who.council}::smallint and child = ${child}::uuid and with_child
      and audience is null and must_not_know is null
      and (since is null or since <= ${today}::date) and (until is null or until > ${today}::date)`.execute(record)
  if (homes.rows.length === 0) return []
  const { rows } = await sql<Said>`
    select id, said from kith.family_person_current
    where council = ${who.council}::smallint and child = ${child}::uuid and line ${among(homes.rows.map(({ person }) => person))}
      and relation in ('carer', 'mother', 'father', 'parent', 'grandparent', 'aunt', 'uncle') and died <> 'died'
      and audience is null and must_not_know is null order by line`.execute(record)
  return rows
}

async function legalIn({ who, record }: Asking, child: string, today: IsoDay): Promise<readonly FrameLegal[]> {
  const { rows } = await sql<{ kind: string; made: string | null; until: string | null }>`
    select kind, made, until from kith.legal_basis_current
    where council = ${who.council}::smallint and child = ${child}::uuid and coalesce(made, made_by) <= ${today}::date
      and (ended is null or ended > ${today}::date) and (until is null or until > ${today}::date) and suspended_by is null
    order by made, kind`.execute(record)
  return rows.map(({ kind, made, until }) => ({ kind, since: dayOrNone(made), until: dayOrNone(until) }))
}

/** The day of the period that goes on; null: not in care, as far as is recorded. */
async function cameIn({ who, record }: Asking, child: string): Promise<IsoDay | null> {
  const { rows } = await sql<{ began: string }>`
    select coalesce(began, began_by) as began from kith.care_period_current
    where council = ${who.council}::smallint and child = ${child}::uuid and ended is null
    order by began desc limit 1`.execute(record)
  return rows[0] === undefined ? null : day(rows[0].began)
}

async function schoolIn({ who, record }: Asking, child: string, today: IsoDay): Promise<FrameSchool | null> {
  const { rows } = await sql<{ name: string; since: string | null }>`
    select s.name, lower(p.during) as since from kith.school_place_current p join kith.school s on s.council = p.council and s.id = p.school
    where p.council = ${who.council}::smallint and p.child = ${child}::uuid and p.during @> ${today}::date
    order by p.line desc limit 1`.execute(record)
  const [school] = rows
  return school === undefined ? null : { name: school.name, since: dayOrNone(school.since) }
}

type Approved = { readonly approved: IsoDay; readonly versions: readonly string[]; readonly longTerm: Said | undefined }
async function planIn({ who, record }: Asking, child: string, today: IsoDay): Promise<Approved | null> {
  const states = await sql<{ versions: string[]; at: string }>`
    select versions, recorded as at from kith.plan_state
    where council = ${who.council}::smallint and child = ${child}::uuid and state = 'approved'
    order by recorded desc, id desc`.execute(record)
  for (const { versions, at } of states.rows) {
    const { rows } = await sql<Said>`
      select id, said from kith.plan_part
      where council = ${who.council}::smallint and id ${among(versions)} and part = 'permanence'`.execute(record)
    const moment = parseInstant(at)
    if (rows.length > 0)
      return { approved: moment === undefined ? today : londonDay(moment), versions, longTerm: rows[0] }
  }
  return null
}

/** `undefined` where that part of the record is closed to the reader. */
export const inScope = async <Value>(open: boolean, read: () => Promise<Value>): Promise<Value | undefined> =>
  open ? await read() : undefined

function calledFrom(names: readonly NameRow[], words: ReadonlyMap<string, string>, shown: string): KnownAs {
  const latest = (kind: string) =>
    names
      .filter((name) => name.kind === kind)
      .flatMap(({ id }) => words.get(id) ?? [])
      .at(-1)
  return {
    given: latest('given'),
    family: latest('family'),
    knownAs: latest('known as'),
    pronouns: latest('pronouns'),
    shown,
  }
}

const wordsOf = (row: Said | undefined, words: ReadonlyMap<string, string>): string | undefined =>
  row === undefined ? undefined : words.get(row.id)

function mustKnowsFrom(rows: readonly MustKnowRow[], words: ReadonlyMap<string, string>, today: IsoDay) {
  const facts = rows.flatMap((row) => {
    const said = words.get(row.id)
    return said === undefined ? [] : [{ ...row, words: said }]
  })
  const { shown, more } = shownInHeader(facts, today)
  return {
    mustKnow: shown.map(({ fact, overdue }) => ({ kind: fact.kind, words: fact.words, overdue })),
    moreMustKnow: more,
  }
}

const headIn = async (asking: Asking, child: string) => {
  const [names, mustKnow, number, birth] = await Promise.all([
    namesIn(asking, child),
    mustKnowsIn(asking, child),
    recordNumber(asking, child),
    birthIn(asking, child),
  ])
  return { names, mustKnow, number, birth }
}

/** Who a child is and what must be known, and no more: for what stands above a form. undefined: as below. */
export async function lineOf(asking: Asking, child: string, today: IsoDay): Promise<FrameLine | undefined> {
  const { sees, writes } = await doorsOf(asking, child)
  if (!sees.has('header')) return undefined
  const { names, mustKnow, number, birth } = await headIn(asking, child)
  const words = await asking.readWords([...names, ...mustKnow])
  return {
    ...{ id: child, sees, writes, ...mustKnowsFrom(mustKnow, words, today) },
    called: calledFrom(names, words, number ?? child),
    birth,
  }
}

type Place = { readonly home: Omit<FrameHome, 'carers'> | null; readonly carers: readonly Said[] }
async function placeIn(asking: Asking, child: string, of: { today: IsoDay; family: boolean }): Promise<Place> {
  const home = await homeIn(asking, child, of.today)
  const named = home !== null && !home.kept && !home.kind.startsWith('A') && of.family
  return { home, carers: named ? await livesWith(asking, child, of.today) : [] }
}

/** Only the parts that this reader may see are asked for; undefined: no such child, or none whose header they may see. */
export async function frameOf(asking: Asking, child: string, today: IsoDay): Promise<Frame | undefined> {
  const { sees, writes } = await doorsOf(asking, child)
  if (!sees.has('header')) return undefined
  const [head, place, plan, legal, began, school, workers] = await Promise.all([
    headIn(asking, child),
    inScope(sees.has('where'), async () => await placeIn(asking, child, { today, family: sees.has('family') })),
    inScope(sees.has('plan'), async () => await planIn(asking, child, today)),
    inScope(sees.has('legal'), async () => await legalIn(asking, child, today)),
    inScope(sees.has('legal'), async () => await cameIn(asking, child)),
    inScope(sees.has('learning'), async () => await schoolIn(asking, child, today)),
    workersIn(asking, child),
  ])
  const { names, mustKnow, number, birth } = head
  const { home, carers = [] } = place ?? {}
  const words = await asking.readWords([
    ...names,
    ...mustKnow,
    ...carers,
    ...(plan?.longTerm === undefined ? [] : [plan.longTerm]),
  ])
  return {
    ...{ id: child, sees, writes, ...mustKnowsFrom(mustKnow, words, today) },
    called: calledFrom(names, words, number ?? child),
    birth,
    home: home && { ...home, carers: carers.flatMap((row) => nameAndNote(wordsOf(row, words)).name ?? []) },
    legal,
    cameIn: began,
    plan: plan && { ...plan, longTerm: wordsOf(plan.longTerm, words) },
    school,
    workers,
  }
}

/** Of a record that is closed nobody is a worker now, so the view of what stands holds none of it. */
const WHOEVER_WORKED = sql`(select r.* from kith.allocation r where r.change <> 'retraction'
  and not exists (select from kith.allocation_superseded n where n.council = r.council and n.supersedes = r.id))`
type Earlier = { readonly today: IsoDay; readonly part: Part; readonly log: string }
/** The earlier record of a child with two, where the reader sees this part of both; read only where the lock found one. */
export async function earlierFrameOf(
  asking: Asking,
  joined: Joined | undefined,
  { today, part, log }: Earlier,
): Promise<Frame | undefined> {
  if (joined === undefined || joined.closed || joined.other === null) return undefined
  const frame = await frameOf(asking, joined.other, today)
  if (frame === undefined || !frame.sees.has(part)) return undefined
  await asking.note(log, frame.id)
  return { ...frame, workers: await workersIn(asking, frame.id, WHOEVER_WORKED) }
}
