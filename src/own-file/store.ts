// The SQL of one's own file: the rows of a record as their reader sees them, what was decided of each, and the files that were made.
import { sql } from 'kysely'
import {
  type Asking,
  among,
  changeFrom,
  currentOf,
  lockChildren,
  type RecordColumns,
  recordFirst,
  retract,
  type Version,
  versionOf,
  type Written,
} from '#database'
import { type FileRequest, type LeftOut, requestsOf, stepsOf } from '#file-requests'
import { recordedThing } from '#sight'
import { type Decided, type DecidedWords, type Goes, type Kept, type Line, linesOf } from './reading.ts'
import { type Held, idsNamed } from './row.ts'

const DECISION = 'kith.file_decision'
const MADE = 'kith.file_made'
export type FileMade = Version<typeof MADE>

/** The one whose file is read: of several that wait for their answer, the one that was asked for first. */
export async function openRequest(asking: Asking, child: string): Promise<FileRequest | undefined> {
  const open = (await requestsOf(asking, child)).filter(({ outcome }) => outcome === null)
  return open.toSorted((a, b) => (`${a.asked} ${a.line}` < `${b.asked} ${b.line}` ? -1 : 1))[0]
}

/** What they asked for, as it was last put right before the first step: steps of the request are notes among colleagues. */
export async function askedFor(asking: Asking, { line }: FileRequest): Promise<string> {
  const steps = await stepsOf(asking, line)
  const first = steps.findIndex(({ change }) => change === 'change')
  return (first === -1 ? steps : steps.slice(0, first)).at(-1)?.words ?? ''
}

export type RecordRead = {
  readonly request: FileRequest
  /** Of this record and of those joined with it. */
  readonly lines: readonly Line[]
  readonly kept: readonly Kept[]
  readonly drafts: number
}
/** undefined: nobody waits for this file. */
export async function readRecord(asking: Asking, child: string): Promise<RecordRead | undefined> {
  const request = await openRequest(asking, child)
  if (request === undefined) return undefined
  const every = await everyRow(asking, child, request.line)
  const rows = await rowsHeld(asking, { child, request: request.line }, every)
  const seen = new Set(rows.map(({ row }) => row.id))
  const kept = every.filter(({ id }) => !seen.has(id))
  const decisions = await decidedOf(asking, child, request.line)
  const drafts = await draftsOf(asking, child)
  const hidden = [...kept.map(({ id, line }) => ({ id, line })), ...(await sealedRelatives(asking))]
  return { request, kept, drafts, lines: linesOf({ rows, hidden, decisions, thing: recordedThing }) }
}

type OfFile = { readonly child: string; readonly request: string }
type Every = Kept & { readonly on_table: string }
/** Only tables that hold something are asked: each costs its plan. */
async function rowsHeld(
  { record }: Asking,
  { child, request }: OfFile,
  every: readonly Every[],
): Promise<readonly Held[]> {
  const tables = [...new Set(every.map(({ on_table }) => on_table))]
  const { rows } = await sql<{ on_table: string; held: Held['row'] }>`
    select on_table, held from kith.file_rows(${child}, ${request}, ${tables}::text[])`.execute(record)
  return rows.map(({ on_table: table, held: row }) => ({ table, row }))
}
async function everyRow({ record }: Asking, child: string, request: string): Promise<readonly Every[]> {
  const { rows } = await sql<Every>`
    select on_table, id, line, decided from kith.file_all(${child}, ${request})`.execute(record)
  return rows
}
/** What names somebody whose record is sealed is looked at: by their ids alone. */
async function sealedRelatives({ record }: Asking): Promise<readonly { readonly id: string; readonly line: string }[]> {
  const { rows } = await sql<{ line: string }>`select kith.sealed_relatives() as line`.execute(record)
  return rows.map(({ line }) => ({ id: line, line }))
}
async function draftsOf({ record }: Asking, child: string): Promise<number> {
  const { rows } = await sql<{ drafts: number }>`select kith.file_drafts(${child}) as drafts`.execute(record)
  return rows[0]?.drafts ?? 0
}

async function decidedOf({ record, who }: Asking, child: string, request: string): Promise<readonly Decided[]> {
  const { rows } = await sql<Decided>`
    select id, on_row, goes, kind, recorded_by, recorded, said is not null as worded from kith.file_decision_current
    where council = ${who.council}::smallint and child = ${child} and request = ${request}`.execute(record)
  return rows
}

/** The words of rows; one that is not in the answer has none, or they were taken out of sight. */
export async function wordsIn(asking: Asking, held: readonly Held[]): Promise<ReadonlyMap<string, string>> {
  const ids = held.filter(({ row }) => row.worded === true).map(({ row }) => String(row.id))
  if (ids.length === 0) return new Map()
  const { rows } = await sql<{ id: string; said: Buffer | null }>`
    select id, said from kith.file_said(${[...new Set(held.map(({ table }) => table))]}::text[], ${ids}::uuid[])`.execute(
    asking.record,
  )
  return await asking.readWords(rows)
}

/** The words of decisions. */
export async function decidedWords(asking: Asking, ids: readonly string[]): Promise<ReadonlyMap<string, DecidedWords>> {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<{ id: string; said: Buffer | null }>`
    select id, said from kith.file_decision where council = ${asking.who.council}::smallint and id ${among(ids)}`.execute(
    asking.record,
  )
  const words = await asking.readWords(rows)
  return new Map([...words].map(([id, text]) => [id, JSON.parse(text) as DecidedWords]))
}

/** Whoever wrote or is named; an id without a name says nothing to a stranger. */
export async function namesIn({ record, who }: Asking, held: readonly Held[]): Promise<ReadonlyMap<string, string>> {
  const ids = new Set(held.flatMap((one) => [...idsNamed(one), String(one.row.recorded_by)]))
  const { rows } = await sql<{ id: string; name: string | null }>`
    select id, coalesce(name, code) as name from kith.worker where council = ${who.council}::smallint and id ${among([...ids])}
    union all select id, name from kith.team where council = ${who.council}::smallint and id ${among([...ids])}
    union all select id, name from kith.school where council = ${who.council}::smallint and id ${among([...ids])}`.execute(
    record,
  )
  return new Map(rows.flatMap(({ id, name }) => (name === null ? [] : [[id, name] as const])))
}

export type Deciding = {
  readonly child: string
  readonly request: string
  readonly table: string
  readonly row: string
}
export type NewDecision = { readonly goes: Goes; readonly kind: LeftOut | null; readonly words: DecidedWords | null }

/** What stands, once nobody else can decide of this child's file. */
export async function standingOf(asking: Asking, { child, request, row }: Deciding): Promise<Decided | undefined> {
  await lockChildren(asking, [child])
  return (await decidedOf(asking, child, request)).find(({ on_row }) => on_row === row)
}

export async function decide(
  asking: Asking,
  { child, request, table, row }: Deciding,
  { goes, kind, words }: NewDecision,
): Promise<Written> {
  const columns = { request, on_table: table, on_row: row, goes, kind }
  return await recordFirst(asking, DECISION, {
    child,
    columns,
    words: words === null ? undefined : JSON.stringify(words),
  })
}

/** Second thoughts: the earlier decision stays in the history. */
export const decideAnew = async (asking: Asking, id: string, { goes, kind, words }: NewDecision) =>
  await changeFrom(asking, DECISION, {
    id,
    columns: { goes, kind },
    words: words === null ? null : JSON.stringify(words),
  })

/** Once the request is answered what went out stays as it is. */
async function waitsStill(asking: Asking, of: { readonly child: string; readonly request: string } | undefined) {
  return of !== undefined && (await openRequest(asking, of.child))?.line === of.request
}
/** At once, by whoever wrote it; false: it is too late. */
export const undecide = async (asking: Asking, id: string): Promise<boolean> =>
  (await waitsStill(asking, await versionOf(asking, DECISION, id))) &&
  'ok' in (await retract(asking, DECISION, { id, reason: 'Taken back at once.' }))

/** A version of a decision, standing or not. */
export async function decisionRead(asking: Asking, id: string): Promise<Decided | undefined> {
  const version = await versionOf(asking, DECISION, id)
  return version as (typeof version & Decided) | undefined
}

/** All of these go out whole, in one statement; no words are written of them. */
export async function letOut(
  asking: Asking,
  { child, request }: Pick<Deciding, 'child' | 'request'>,
  lines: readonly Line[],
): Promise<void> {
  const ids = await asking.newIds(lines.length)
  const { council, person } = asking.who
  const shape = { council, child, request, said: null, recorded_by: person, goes: 'whole', kind: null }
  await asking.insert(
    DECISION,
    lines.map(({ held, id }, at) => ({ ...shape, id: ids[at], line: ids[at], on_table: held.table, on_row: id })),
  )
}

export type NewFile = RecordColumns<typeof MADE>
export const makeFile = async (
  asking: Asking,
  child: string,
  { words, ...columns }: NewFile & { readonly words: string },
): Promise<Written> => await recordFirst(asking, MADE, { child, columns, words })

export const unmakeFile = async (asking: Asking, id: string): Promise<boolean> =>
  (await waitsStill(asking, await versionOf(asking, MADE, id))) &&
  'ok' in (await retract(asking, MADE, { id, reason: 'Taken back at once.' }))

/** The last one first. */
export const filesMade = async (asking: Asking, child: string): Promise<readonly FileMade[]> =>
  (await currentOf(asking, MADE, child)).toSorted((a, b) => (a.recorded < b.recorded ? 1 : -1))
export const fileMade = async (asking: Asking, id: string): Promise<FileMade | undefined> =>
  await versionOf(asking, MADE, id)

export type OutOf = Pick<Line, 'held' | 'day'> & { readonly decided: Decided }
/** What a file holds, as its decisions were when it was made, in their order; undefined: not all of it is this reader's to read. */
export async function contentsOf(
  asking: Asking,
  { child, request, decided }: FileMade,
): Promise<readonly OutOf[] | undefined> {
  const { rows: decisions } = await sql<Decided>`
    select id, on_row, goes, kind, recorded_by, recorded, said is not null as worded from kith.file_decision
    where council = ${asking.who.council}::smallint and id = any (${decided}::uuid[])`.execute(asking.record)
  const rows = await rowsHeld(asking, { child, request }, await everyRow(asking, child, request))
  const lines = linesOf({ rows, hidden: [], decisions, thing: recordedThing })
  const out = lines.flatMap(({ held, day, decided: stands, lapsed }) => {
    const one = stands ?? lapsed
    return one === undefined ? [] : [{ held, day, decided: one }]
  })
  return out.length === decided.length ? out : undefined
}
