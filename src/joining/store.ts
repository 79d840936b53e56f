// The SQL of joining records: what stands beside what, the steps of two people, and what they may see of it.
import { sql } from 'kysely'
import type { IsoDay } from '#calendar'
import { childrenCalled } from '#children'
import { type Asking, changeFrom, lockChildren, recordFirst } from '#database'
import { identifiersOf, namesOf } from '#people'
import { workersCalled } from '#workforce'
import { isStep, type Period, type Side, type Step } from './join.ts'

export type Join = {
  readonly id: string
  readonly line: string
  /** The record that is closed, or will be. */
  readonly child: string
  readonly goesOn: string
  readonly step: Step
  readonly birthsAnswered: boolean
  readonly by: string
  readonly at: string
  readonly why: string | undefined
}
type Row = {
  readonly id: string
  readonly line: string
  readonly child: string
  readonly goes_on: string
  readonly step: string
  readonly births_answered: boolean
  readonly recorded_by: string
  readonly recorded: string
  readonly said: Buffer | null
}
const columns = sql.raw(
  'r.id, r.line, r.child, r.goes_on, r.step, r.births_answered, r.recorded_by, r.recorded, r.said',
)
const both = sql`kith.may_join_records(r.child, r.goes_on)`

async function joinsIn(asking: Asking, rows: readonly Row[]): Promise<readonly Join[]> {
  const words = await asking.readWords(rows)
  return rows.flatMap(({ id, line, child, goes_on: goesOn, step, births_answered: birthsAnswered, ...row }) =>
    isStep(step)
      ? [{ id, line, child, goesOn, step, birthsAnswered, by: row.recorded_by, at: row.recorded, why: words.get(id) }]
      : [],
  )
}

/** As they stand: of one record, whichever of the two it is, or all; none of which the asker may not see both records. */
export async function joinsOf(asking: Asking, child?: string): Promise<readonly Join[]> {
  const asked = child ?? null
  const { rows } = await sql<Row>`
    select ${columns} from kith.record_join_current r
    where r.council = ${asking.who.council}::smallint and (${asked}::uuid is null or r.child = ${asked}::uuid or r.goes_on = ${asked}::uuid)
      and ${both} order by r.recorded desc, r.id`.execute(asking.record)
  return await joinsIn(asking, rows)
}

/** Every step of one join, the latest first; empty: there is none that the asker may see. */
export async function stepsOf(asking: Asking, line: string): Promise<readonly Join[]> {
  const { rows } = await sql<Row>`
    select ${columns} from kith.record_join r
    where r.council = ${asking.who.council}::smallint and r.line = ${line} and ${both} order by r.recorded desc, r.id desc`.execute(
    asking.record,
  )
  return await joinsIn(asking, rows)
}

export async function mayJoin({ record }: Asking, one: string, other: string): Promise<boolean> {
  const { rows } = await sql<{ may: boolean }>`select kith.may_join_records(${one}, ${other}) as may`.execute(record)
  return rows[0]?.may === true
}

type Facts = {
  readonly born: IsoDay | null
  readonly team: string | null
  readonly workers: readonly string[] | null
  readonly periods: readonly Period[] | null
}
/** Who the child of a record is and when they were in care, as far as the asker sees it. */
export async function sideOf(asking: Asking, child: string): Promise<Side> {
  const { council } = asking.who
  const { rows } = await sql<Facts>`
    select (select b.born::text from kith.birth_claim_current b where b.council = ${council}::smallint and b.child = ${child} and b.standing = 'in force' limit 1) as born,
      (select t.name from kith.team_of_child_current h join kith.team t on t.council = h.council and t.id = h.team
        where h.council = ${council}::smallint and h.child = ${child} and upper_inf(h.during) limit 1) as team,
      (select array_agg(distinct a.worker::text) from kith.allocation_current a
        where a.council = ${council}::smallint and a.child = ${child} and upper_inf(a.during)) as workers,
      (select json_agg(json_build_object('since', coalesce(p.began, p.began_by), 'until', p.ended) order by p.began)
        from kith.care_period_current p where p.council = ${council}::smallint and p.child = ${child}) as periods`.execute(
    asking.record,
  )
  const { born = null, team = null, workers, periods } = rows[0] ?? { workers: null, periods: null }
  const names = await namesOf(asking, child)
  const working = await workersCalled(asking, workers ?? [])
  return {
    ...{ child, born, team, periods: periods ?? [], workers: [...working.values()] },
    name: (await childrenCalled(asking, [child])).get(child) ?? 'a child without a name',
    names: names.flatMap(({ kind, words }) =>
      words === undefined || kind === 'pronouns' || kind === 'gender' ? [] : [words],
    ),
    numbers: (await identifiersOf(asking, child)).map(({ value }) => value),
  }
}

type Proposal = { readonly child: string; readonly goesOn: string; readonly why: string }
export async function proposeJoin(asking: Asking, { child, goesOn, why }: Proposal): Promise<string> {
  await lockChildren(asking, [child, goesOn])
  const columns = { goes_on: goesOn, step: 'proposed' as const }
  const { line } = await recordFirst(asking, 'kith.record_join', { child, columns, words: why })
  await asking.note('proposed that two records are one', goesOn, { line })
  return line
}

type Next = { readonly join: Join; readonly step: Step; readonly why: string; readonly birthsAnswered?: boolean }
/** False: somebody took a step since the asker read it. */
export async function stepJoin(asking: Asking, { join, step, why, birthsAnswered }: Next): Promise<boolean> {
  await lockChildren(asking, [join.child, join.goesOn])
  const columns = { step, births_answered: birthsAnswered ?? join.birthsAnswered }
  const done = await changeFrom(asking, 'kith.record_join', { id: join.id, columns, words: why })
  if ('ok' in done) await asking.note(`said of two records: ${step}`, join.goesOn, { line: join.line })
  return 'ok' in done
}
