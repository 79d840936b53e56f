// The SQL of who may know: the decision with its words, and what a decision can name.
import { type RawBuilder, sql } from 'kysely'
import { type Asking, changeFrom, lockChildren, Refused, recordFirst, type Superseded } from '#database'
import type { NewAudience } from './limiting.ts'
import { NOBODY_LEFT } from './nobody-could.ts'
import { type LimitedTable, STATEMENTS } from './statement.ts'

const NOBODY_LIMITED = { audience: null, must_not_know: null, audience_decision: null }

/** Writes the decision; the columns are what the database holds a statement to. undefined: whoever sees that part. */
export async function limitColumns(asking: Asking, child: string, audience: NewAudience | undefined) {
  if (audience === undefined) return NOBODY_LIMITED
  const { relations, mustNotKnow, power, decided, because, decidedBy, until, order, withheldFrom } = audience
  const columns = {
    ...{ power, decided, until, decided_by: decidedBy, legal_basis: order },
    withheld_from: withheldFrom?.slice() ?? null,
  }
  const decision = await recordFirst(asking, 'kith.audience_decision', { child, columns, words: because })
  return {
    audience: relations?.slice() ?? null,
    must_not_know: mustNotKnow?.slice() ?? null,
    audience_decision: decision.line,
  }
}

/** As `isKept`, of the row with that alias: 'a'. */
export const keptOf = (row: string): RawBuilder<boolean> => {
  const of = (column: string) => sql.ref(`${row}.${column}`)
  return sql`(${of('audience')} is not null or ${of('must_not_know')} is not null or ${of('audience_decision')} is not null)`
}

export type Order = { readonly line: string; readonly kind: string; readonly made: string | null }
/** Those that stand now, as far as the asker sees orders. */
export async function ordersOf({ record, who }: Asking, child: string): Promise<readonly Order[]> {
  const { rows } = await sql<Order>`
    select line, kind, made from kith.legal_basis_current
    where council = ${who.council}::smallint and child = ${child}::uuid and ended is null and kind <> 'section 20 agreement'
    order by made nulls first, line`.execute(record)
  return rows
}

export type Around = { readonly line: string; readonly relation: string; readonly words: string | undefined }
/** The people around the child of whom the asker may know, no gap among them. */
export async function peopleAround(asking: Asking, child: string): Promise<readonly Around[]> {
  const { rows } = await sql<{ id: string; line: string; relation: string; said: Buffer | null }>`
    select id, line, relation, said from kith.family_person_current
    where council = ${asking.who.council}::smallint and child = ${child}::uuid and not gap and died <> 'died'
    order by responsibility = 'yes' desc, line`.execute(asking.record)
  const words = await asking.readWords(rows)
  return rows.map(({ id, line, relation }) => ({ line, relation, words: words.get(id)?.split('\n')[0] }))
}

export type Decision = {
  readonly line: string
  readonly power: string
  readonly decided: string
  readonly decided_by: string | null
  readonly until: string | null
  readonly legal_basis: string | null
  readonly withheld_from: readonly string[] | null
  readonly recorded_by: string
  /** Empty: nothing was written; undefined: taken out of sight. */
  readonly because: string | undefined
}
/** By line: those behind statements that the asker reads, and no others. */
export async function decisionsOf(asking: Asking, child: string): Promise<ReadonlyMap<string, Decision>> {
  const { rows } = await sql<Omit<Decision, 'because'> & { id: string; said: Buffer | null }>`
    select id, line, power, decided, decided_by, until, legal_basis, withheld_from, recorded_by, said
    from kith.audience_decision_current
    where council = ${asking.who.council}::smallint and child = ${child}::uuid`.execute(asking.record)
  const words = await asking.readWords(rows)
  return new Map(
    rows.map(({ said, id, ...row }) => [row.line, { ...row, because: said === null ? '' : words.get(id) }]),
  )
}

export type Stands = {
  readonly audience: readonly string[] | null
  readonly must_not_know: readonly string[] | null
  readonly audience_decision: string | null
}
export async function standsOf(asking: Asking, table: LimitedTable, id: string): Promise<Stands | undefined> {
  const { rows } = await sql<Stands>`
    select audience, must_not_know, audience_decision from ${sql.table(table)}
    where council = ${asking.who.council}::smallint and id = ${id}::uuid`.execute(asking.record)
  return rows[0]
}

async function somebodyMayKnow(
  { record }: Asking,
  child: string,
  { relations, mustNotKnow }: NewAudience,
): Promise<boolean> {
  const { rows } = await sql<{ may: boolean }>`
    select kith.somebody_may_know(${child}::uuid, ${relations}::text[], ${mustNotKnow}::uuid[]) as may`.execute(record)
  return rows[0]?.may === true
}

/** As `limitColumns`, of what is kept to few as it is written: refused where nobody could read it then, or open it again. */
export async function limitFirst(asking: Asking, child: string, audience: NewAudience | undefined) {
  await lockChildren(asking, [child])
  if (audience !== undefined && !(await somebodyMayKnow(asking, child, audience)))
    throw new Refused('against a rule of the table', NOBODY_LEFT)
  return await limitColumns(asking, child, audience)
}

type Which = {
  readonly table: LimitedTable
  readonly child: string
  readonly id: string
  readonly more?: Readonly<Record<string, unknown>>
}
/** From now on only these may know, of every version of the line; undefined: whoever sees that part of the record. */
export async function limitStatement(
  asking: Asking,
  { table, child, id, more = {} }: Which,
  audience: NewAudience | undefined,
): Promise<Superseded<LimitedTable>> {
  const columns = { ...(await limitFirst(asking, child, audience)), ...more }
  return await changeFrom<LimitedTable>(asking, table, { id, columns })
}

type Row = Stands & {
  readonly table: LimitedTable
  readonly id: string
  readonly line: string
  readonly said: Buffer | null
  /** What no words say: a postcode, a day, a code. */
  readonly code: string | null
}
export type Statement = Omit<Row, 'said'> & { readonly words: string | undefined }

const CODES: Readonly<Partial<Record<LimitedTable, string>>> = {
  'kith.address': "r.kind || ', ' || r.postcode",
  'kith.birth_claim': 'r.born::text',
  'kith.identity_code': "r.kind || ': ' || r.code",
  'kith.child_name': 'r.kind',
  'kith.identity_talk': "r.side || ', ' || r.happened::text",
  'kith.exploitation_assessment': 'r.assessed::text',
  'kith.family_home': "case when r.with_child then 'with the child' end",
}
const isTable = (name: string): name is LimitedTable => Object.hasOwn(STATEMENTS, name)
const KINDS = Object.keys(STATEMENTS).filter(isTable)
const SAID_OF_THE_CHILD: readonly LimitedTable[] = ['kith.child_name', 'kith.birth_claim', 'kith.identity_code']

/** What is kept from some people, and what is said of the child themselves, as far as the asker may know. */
export async function statementsOf(asking: Asking, child: string): Promise<readonly Statement[]> {
  const parts = KINDS.map((table) => {
    // Who may know a paragraph that was only never released to carers and the child is decided by nobody.
    const kept = table.endsWith('_paragraph') ? sql`r.audience_why is distinct from 'not released'` : sql`true`
    const all = SAID_OF_THE_CHILD.includes(table)
    return sql`select ${table}::text as "table", r.id, r.line, r.said, r.audience, r.must_not_know, r.audience_decision,
      ${sql.raw(CODES[table] ?? 'null')}::text as code from ${sql.table(`${table}_current`)} r
      where r.council = ${asking.who.council}::smallint and r.child = ${child}::uuid
        and (${all} or (${keptOf('r')} and ${kept}))`
  })
  const { rows } = await sql<Row>`${sql.join(parts, sql` union all `)} order by 1, 3`.execute(asking.record)
  const words = await asking.readWords(rows)
  return rows.map(({ table, id, line, audience, must_not_know, audience_decision, code }) => ({
    ...{ table, id, line, audience, must_not_know, audience_decision, code },
    words: words.get(id),
  }))
}
