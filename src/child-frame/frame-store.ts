// The SQL of what stands above every page about a child: a few small questions, each under the reader's own sight.
import { type RawBuilder, sql } from 'kysely'
import type { Joined, Scope } from '#access'
import { day, type IsoDay } from '#calendar'
import { type Asking, among } from '#database'
import { nameAndNote, shownInHeader } from '#family'
import { PLAN_IN_LINES } from '#plan-kinds'
import type { KnownAs } from './child-words.ts'
import type { Frame, FrameBirth, FrameLine, FramePlanLine, FrameWorker, Part } from './frame.ts'
import { goesOnSince, holdsOn, homeOn, isNamed, type Life, lawOn, schoolOn } from './life.ts'
import { homesIn, livedWithIn, ordersIn, periodsIn, schoolsIn } from './life-store.ts'

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

async function carersNow({ who, record }: Asking, child: string, people: readonly string[]): Promise<readonly Said[]> {
  if (people.length === 0) return []
  const { rows } = await sql<Said>`
    select id, said from kith.family_person_current
    where council = ${who.council}::smallint and child = ${child}::uuid and line ${among(people)}
      and relation in ('carer', 'mother', 'father', 'parent', 'grandparent', 'aunt', 'uncle') and died <> 'died'
      and audience is null and must_not_know is null order by line`.execute(record)
  return rows
}

type Approved = {
  readonly approved: IsoDay
  readonly lines: readonly FramePlanLine[]
}
async function planIn({ who, record }: Asking, child: string): Promise<Approved | null> {
  const states = await sql<{ versions: string[]; on: string }>`
    select versions, coalesce(agreed, (recorded at time zone 'Europe/London')::date)::text as "on" from kith.plan_state
    where council = ${who.council}::smallint and child = ${child}::uuid and state = 'approved'
    order by recorded desc, id desc`.execute(record)
  for (const { versions, on } of states.rows) {
    const { rows } = await sql<FramePlanLine>`
      select id, part, said from kith.plan_part
      where council = ${who.council}::smallint and id ${among(versions)} and part = any (${[...PLAN_IN_LINES]})`.execute(
      record,
    )
    // only a care plan says for how long
    if (rows.some(({ part }) => part === 'permanence')) return { approved: day(on), lines: rows }
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

type Place = Pick<Life, 'homes' | 'livedWith'> & { readonly carers: readonly Said[] }
/** Who lives there is asked for only where a home may be named. */
async function placeIn(asking: Asking, child: string, of: { today: IsoDay; family: boolean }): Promise<Place> {
  const homes = await homesIn(asking, child)
  const livedWith = of.family && homes.some(isNamed) ? await livedWithIn(asking, child) : []
  const now = homeOn(homes, of.today)
  const there = now !== null && isNamed(now) ? livedWith.filter((one) => holdsOn(one, of.today)) : []
  const carers = await carersNow(
    asking,
    child,
    there.map(({ person }) => person),
  )
  return { homes, livedWith, carers }
}

/** Only the parts that this reader may see are asked for; undefined: no such child, or none whose header they may see. */
export async function frameOf(asking: Asking, child: string, today: IsoDay): Promise<Frame | undefined> {
  const { sees, writes } = await doorsOf(asking, child)
  if (!sees.has('header')) return undefined
  const [head, place, plan, periods, orders, schools, workers] = await Promise.all([
    headIn(asking, child),
    inScope(sees.has('where'), async () => await placeIn(asking, child, { today, family: sees.has('family') })),
    inScope(sees.has('plan'), async () => await planIn(asking, child)),
    inScope(sees.has('legal'), async () => await periodsIn(asking, child)),
    inScope(sees.has('legal'), async () => await ordersIn(asking, child)),
    inScope(sees.has('learning'), async () => await schoolsIn(asking, child)),
    workersIn(asking, child),
  ])
  const { names, mustKnow, number, birth } = head
  const { homes, livedWith = [], carers = [] } = place ?? {}
  const longTerm = plan?.lines.find(({ part }) => part === 'permanence')
  const words = await asking.readWords([
    ...names,
    ...mustKnow,
    ...carers,
    ...(longTerm === undefined ? [] : [longTerm]),
  ])
  const home = homes && homeOn(homes, today)
  return {
    ...{ id: child, sees, writes, ...mustKnowsFrom(mustKnow, words, today) },
    called: calledFrom(names, words, number ?? child),
    birth,
    home: home && { ...home, carers: carers.flatMap((row) => nameAndNote(wordsOf(row, words)).name ?? []) },
    legal: orders && lawOn(orders, today),
    cameIn: periods && goesOnSince(periods),
    plan: plan && { ...plan, longTerm: wordsOf(longTerm, words) },
    school: schools && schoolOn(schools, today),
    workers,
    life: { periods, orders, homes, schools, livedWith },
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
