// The SQL of what stands above every page about a child: a few small questions, each under the reader's own sight.
import { type RawBuilder, sql } from 'kysely'
import type { Joined, Scope } from '#access'
import { day, type IsoDay } from '#calendar'
import type { Asking } from '#database'
import { nameAndNote, shownInHeader } from '#family'
import { PLAN_IN_LINES } from '#plan-kinds'
import type { KnownAs } from './child-words.ts'
import type { Frame, FrameBirth, FrameLine, FramePlanLine, FrameWorker, Part } from './frame.ts'
import { goesOnSince, holdsOn, homeOn, isNamed, type Life, lawOn, schoolOn } from './life.ts'
import { homesIn, livedWithIn, ordersIn, peopleIn, periodsIn, schoolsIn } from './life-store.ts'

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

type NameRow = Said & { readonly kind: string }
type Head = {
  readonly names: readonly NameRow[]
  readonly birth: FrameBirth | undefined
  readonly number: string | undefined
}
type HeadRow = Said & {
  readonly of: 'name' | 'birth' | 'number'
  readonly line: string
  /** Of a name its kind, of a birth how it stands, else the number. */
  readonly kind: string
  readonly on: string | null
}
/** What a child is called, when they were born, and their number in the return: three small tables that are always read together. */
async function whoIn({ who, record }: Asking, child: string): Promise<Head> {
  const theirs = sql`council = ${who.council}::smallint and child = ${child}::uuid`
  const { rows } = await sql<HeadRow>`
    select "of", id, line, kind, "on", said from (
      select 'name' as "of", id, line, kind, since as "on", said, recorded from kith.child_name_current where ${theirs}
      union all
      select 'birth', id, line, standing, born, null, recorded from kith.birth_claim_current
      where ${theirs} and standing <> 'found wrong'
      union all
      select 'number', id, line, value, null, null, recorded from kith.child_identifier_current
      where ${theirs} and issuer = 'ssda903') head
    order by recorded desc, id desc`.execute(record)
  const of = (what: HeadRow['of']) => rows.filter((row) => row.of === what)
  return { names: of('name').toSorted(earlierFirst), birth: birthFrom(of('birth')), number: of('number')[0]?.kind }
}
/** A name without a day is the earliest. */
const earlierFirst = (one: HeadRow, other: HeadRow): number => {
  const [first, second] = [`${one.on ?? ''} ${one.line}`, `${other.on ?? ''} ${other.line}`]
  return first < second ? -1 : Number(first > second)
}
const IN_FORCE = 'in force'
/** The last that was recorded first. */
function birthFrom(claims: readonly HeadRow[]): FrameBirth | undefined {
  const first = claims.find(({ kind }) => kind === IN_FORCE) ?? claims[0]
  if (first === undefined || first.on === null) return undefined
  const other = claims.some(({ on, kind }) => kind !== IN_FORCE && on !== first.on)
  const doubt = first.kind === IN_FORCE ? (other ? 'disputed' : undefined) : 'claimed'
  return { born: day(first.on), doubt }
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

/** What was approved last and says for how long: of what is approved, only a care plan does. */
async function planIn({ who, record }: Asking, child: string): Promise<Approved | null> {
  const { rows } = await sql<FramePlanLine & { state: string; on: string }>`
    select s.id as state, coalesce(s.agreed, (s.recorded at time zone 'Europe/London')::date)::text as "on", p.id, p.part, p.said
    from kith.plan_state s join kith.plan_part p on p.council = s.council and p.id = any (s.versions)
      and p.part = any (${[...PLAN_IN_LINES]})
    where s.council = ${who.council}::smallint and s.child = ${child}::uuid and s.state = 'approved'
    order by s.recorded desc, s.id desc`.execute(record)
  const last = rows.find(({ part }) => part === 'permanence')
  if (last === undefined) return null
  return { approved: day(last.on), lines: rows.filter(({ state }) => state === last.state) }
}
type Approved = {
  readonly approved: IsoDay
  readonly lines: readonly FramePlanLine[]
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
  const [head, mustKnow] = await Promise.all([whoIn(asking, child), mustKnowsIn(asking, child)])
  return { ...head, mustKnow }
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

type Place = Pick<Life, 'homes' | 'livedWith'>
/** Who lives there is said only where a home may be named. */
async function placeIn(asking: Asking, child: string, family: boolean): Promise<Place> {
  const [homes, livedWith] = await Promise.all([
    homesIn(asking, child),
    inScope(family, async () => await livedWithIn(asking, child)),
  ])
  return { homes, livedWith: homes.some(isNamed) ? (livedWith ?? []) : [] }
}
/** Who cares for the child where they live today, as far as that may be said. */
function carersIn({ homes, livedWith, people }: Pick<Life, 'homes' | 'livedWith' | 'people'>, today: IsoDay) {
  const now = homes && homeOn(homes, today)
  if (now === undefined || now === null || !isNamed(now)) return []
  const there = new Set(livedWith.filter((one) => holdsOn(one, today)).map(({ person }) => person))
  return people.filter(({ line, raises }) => raises && there.has(line))
}

/** Only the parts that this reader may see are asked for; undefined: no such child, or none whose header they may see. */
export async function frameOf(asking: Asking, child: string, today: IsoDay): Promise<Frame | undefined> {
  const { sees, writes } = await doorsOf(asking, child)
  if (!sees.has('header')) return undefined
  const [head, place, people = [], plan, periods, orders, schools, workers] = await Promise.all([
    headIn(asking, child),
    inScope(sees.has('where'), async () => await placeIn(asking, child, sees.has('family'))),
    inScope(sees.has('family'), async () => await peopleIn(asking, child)),
    inScope(sees.has('plan'), async () => await planIn(asking, child)),
    inScope(sees.has('legal'), async () => await periodsIn(asking, child)),
    inScope(sees.has('legal'), async () => await ordersIn(asking, child)),
    inScope(sees.has('learning'), async () => await schoolsIn(asking, child)),
    workersIn(asking, child),
  ])
  const { names, mustKnow, number, birth } = head
  const { homes, livedWith = [] } = place ?? {}
  const carers = carersIn({ homes, livedWith, people }, today)
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
    life: { periods, orders, homes, schools, livedWith, people },
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
