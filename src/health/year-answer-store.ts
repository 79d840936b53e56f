// The SQL of a year's answers for the return: what stands, what a form changes in one transaction, and that put back.
import { sql } from 'kysely'
import { mayDo } from '#access'
import type { IsoDay } from '#calendar'
import {
  type Asking,
  correct,
  currentOf,
  recordFirst,
  retract,
  type SupersedeRefusal,
  type Version,
  versionOf,
  type Written,
} from '#database'
import { type Answered, type Change, CONVICTED } from './year-answers.ts'

/** One answer to each question: the one recorded last, where there are two. */
export async function answersOfYear(
  asking: Asking,
  child: string,
  ending: IsoDay,
): Promise<{ readonly answers: ReadonlyMap<string, Answered>; readonly convictions: boolean }> {
  const ofYear = <Row extends { year_ending: string }>(rows: readonly Row[]) =>
    rows.filter(({ year_ending }) => year_ending === ending)
  const convictions = await mayDo(asking, child, ['write', 'legal'])
  const convicted = convictions ? ofYear(await currentOf(asking, 'kith.conviction_year', child)) : []
  const byHand = (one: Pick<Version<'kith.year_answer'>, 'recorded' | 'id'>) => `${one.recorded} ${one.id}`
  const answered = ofYear(await currentOf(asking, 'kith.year_answer', child)).toSorted((a, b) =>
    byHand(a) < byHand(b) ? -1 : 1,
  )
  return {
    convictions,
    answers: new Map([
      ...answered.map(({ id, question, answer }) => [question, { id, answer }] as const),
      ...convicted.map(({ id, convicted: was }) => [CONVICTED, { id, answer: was ? '1' : '0' }] as const),
    ]),
  }
}

const TAKEN_OFF = 'Taken off where the answers of the year were put right.'
type Upon = { readonly child: string; readonly ending: IsoDay }
type Done = { readonly ok: Written } | SupersedeRefusal

async function changeAnswer(asking: Asking, { child, ending }: Upon, change: Change): Promise<Done> {
  const { question, stood, answer } = change
  const id = stood?.id ?? ''
  if (question === CONVICTED) {
    if (answer === null) return await retract(asking, 'kith.conviction_year', { id, reason: TAKEN_OFF })
    const columns = { year_ending: ending, convicted: answer === '1' }
    if (stood !== undefined) return await correct(asking, 'kith.conviction_year', { id, columns })
    return { ok: await recordFirst(asking, 'kith.conviction_year', { child, columns }) }
  }
  if (answer === null) return await retract(asking, 'kith.year_answer', { id, reason: TAKEN_OFF })
  const columns = { year_ending: ending, question, answer }
  if (stood !== undefined) return await correct(asking, 'kith.year_answer', { id, columns })
  return { ok: await recordFirst(asking, 'kith.year_answer', { child, columns }) }
}

/** undefined: somebody was quicker with one of them; then the caller lets all of it go. */
export async function changeAnswers(
  asking: Asking,
  upon: Upon,
  changes: readonly Change[],
): Promise<Written | undefined> {
  let first: Written | undefined
  for (const change of changes) {
    const done = await changeAnswer(asking, upon, change)
    if (!('ok' in done)) return undefined
    first ??= done.ok
  }
  return first
}

const TABLES = ['kith.year_answer', 'kith.conviction_year'] as const
type Table = (typeof TABLES)[number]
type Sent = { readonly id: string; readonly line: string; readonly supersedes: string | null; readonly change: string }

/** What one form wrote of a child: by one author, at one moment. */
async function sentTogether({ record, who }: Asking, table: Table, id: string): Promise<readonly Sent[]> {
  const moments = sql.join(
    TABLES.map(
      (name) => sql`select o.child, o.recorded from ${sql.table(name)} o
      where o.council = ${who.council}::smallint and o.id = ${id}::uuid and o.recorded_by = ${who.person}::uuid`,
    ),
    sql` union all `,
  )
  const { rows } = await sql<Sent>`
    select r.id, r.line, r.supersedes, r.change from ${sql.table(table)} r
      join (${moments}) m on m.child = r.child and m.recorded = r.recorded
    where r.council = ${who.council}::smallint and r.recorded_by = ${who.person}::uuid`.execute(record)
  return rows
}

/** A new answer is taken back, a changed one says what it said before, and one that was taken off is given again. */
async function putBack(asking: Asking, table: Table, { id, line, supersedes, change }: Sent): Promise<boolean> {
  if (supersedes === null) return line === id && 'ok' in (await retract(asking, table, { id, reason: TAKEN_BACK }))
  if (table === 'kith.year_answer') {
    const was = await versionOf(asking, table, supersedes)
    if (was === undefined) return false
    const columns = { year_ending: was.year_ending, question: was.question, answer: was.answer }
    if (change === 'retraction') return (await recordFirst(asking, table, { child: was.child, columns })).id !== ''
    return 'ok' in (await correct(asking, table, { id, columns }))
  }
  const was = await versionOf(asking, table, supersedes)
  if (was === undefined) return false
  const columns = { year_ending: was.year_ending, convicted: was.convicted }
  if (change === 'retraction') return (await recordFirst(asking, table, { child: was.child, columns })).id !== ''
  return 'ok' in (await correct(asking, table, { id, columns }))
}
const TAKEN_BACK = 'Taken back by its author within ten minutes.'

/** False where somebody has gone on from any of it: then the caller lets all of it go. */
export async function putYearBack(asking: Asking, id: string): Promise<boolean> {
  let any = false
  for (const table of TABLES)
    for (const one of await sentTogether(asking, table, id)) {
      if (!(await putBack(asking, table, one))) return false
      any = true
    }
  return any
}
