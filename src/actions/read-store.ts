// The SQL of reading actions: of a child, of an owner across children, of the line from which they came, of workers who left.

import type { Selectable } from 'kysely'
import { sql } from 'kysely'
import { day, type IsoDay } from '#calendar'
import { type Asking, among, type Database, firstHands, historyOf, readParts, type Version } from '#database'
import {
  type Action,
  afterSteps,
  type Due,
  type Ended,
  isOpen,
  isOwnedBy,
  type Line,
  NO_DUE_WHY,
  type Origin,
  type Owner,
  openFirstDue,
  type Step,
} from './action.ts'
import { RISES_AFTER, type RisesAfter } from './rising.ts'

type Row<T extends 'kith.action' | 'kith.action_step' | 'kith.action_outcome'> = Selectable<Database[T]>
const PARTS = ['what', 'intended', 'service'] as const
const STEP_PARTS = ['why', 'service'] as const

const dueOf = ({ due, no_due_why }: { readonly due: string | null; readonly no_due_why: string | null }): Due =>
  due === null
    ? { none: NO_DUE_WHY.find((one) => one === no_due_why) ?? 'the day is not known yet' }
    : { day: day(due) }
const ownerOf = (worker: string | null, service: string | undefined): Owner =>
  worker === null ? { service: service ?? '' } : { worker }

function stepOf(row: Row<'kith.action_step'>, words: string | undefined): Step {
  const { id, line, kind, recorded_by: by, recorded: at } = row
  const said = readParts(words, [...STEP_PARTS])
  if (kind === 'taken further') return { id, line, by, at, change: { kind }, why: said?.why }
  const change =
    kind === 'carried on'
      ? ({ kind, due: dueOf(row) } as const)
      : ({ kind: 'owner changed', owner: ownerOf(row.owner, said?.service) } as const)
  return { id, line, by, at, change, why: said?.why }
}
const endedOf = (row: Row<'kith.action_outcome'>, said: string | undefined): Ended => {
  const { id, line, outcome, happened, recorded_by: by, recorded: at } = row
  return { id, line, outcome, happened, by, at, said }
}

/** The actions of these rows with what was done upon them, in the order of their lines; of `open` ones no end is asked for. */
async function withSteps(
  asking: Asking,
  rows: readonly Row<'kith.action'>[],
  standing?: 'open',
): Promise<readonly Action[]> {
  if (rows.length === 0) return []
  const lines = rows.map(({ line }) => line)
  const children = [...new Set(rows.map(({ child }) => child))]
  const upon = async <T extends 'kith.action_step' | 'kith.action_outcome'>(table: T) =>
    (
      await sql<Row<T>>`
        select * from ${sql.table(`${table}_current`)} where council = ${asking.who.council}
          and child ${among(children)} and action ${among(lines)} order by line`.execute(asking.record)
    ).rows
  const [steps, outcomes, hands] = await Promise.all([
    upon('kith.action_step'),
    standing === 'open' ? [] : upon('kith.action_outcome'),
    firstHands(asking, 'kith.action', rows),
  ])
  const words = await asking.readWords([...rows, ...steps, ...outcomes])
  return rows.map((row) => {
    const { id, line, child, origin, on_table: table, on_line, serves } = row
    const taken = steps.filter(({ action }) => action === line).map((step) => stepOf(step, words.get(step.id)))
    const end = outcomes.find(({ action }) => action === line)
    const said = readParts(words.get(id), [...PARTS])
    const first = { owner: ownerOf(row.owner, said?.service), due: dueOf(row) }
    return {
      ...{ id, line, child, origin, serves, what: said?.what, intended: said?.intended, ...afterSteps(first, taken) },
      firstDue: first.due,
      from: table === null || on_line === null ? null : { table, line: on_line },
      steps: taken,
      ended: end === undefined ? undefined : endedOf(end, words.get(end.id)),
      wrote: hands.get(line) ?? { by: row.recorded_by, at: row.recorded },
    }
  })
}

/** What the council chose of when they rise, on any day. */
export async function risesAfter({ record, who }: Asking): Promise<RisesAfter> {
  const { rows } = await sql<{ days: number; since: string }>`
    select choice::int as days, since::text from kith.rule_choice
    where council = ${who.council}::smallint and switch = 'actionRises' order by since, recorded, id`.execute(record)
  return (on) => rows.findLast(({ since }) => since <= on)?.days ?? RISES_AFTER
}

/** Open ones that somebody took further, of these children or of all whom the asker sees. */
export async function takenFurther(asking: Asking, children: readonly string[] | null): Promise<readonly Action[]> {
  const of = children === null ? sql`true` : sql`a.child ${among(children)}`
  const { rows } = await sql<Row<'kith.action'>>`
    select a.* from kith.action_step_current s join kith.action_current a on a.council = s.council and a.child = s.child and a.line = s.action
    where s.council = ${asking.who.council}::smallint and s.kind = 'taken further' and ${of}
      and not exists (select from kith.action_outcome_current o where o.council = a.council and o.child = a.child and o.action = a.line)
    order by a.line`.execute(asking.record)
  return openFirstDue(await withSteps(asking, rows, 'open'))
}

/** All of one child, open and ended, in the order in which they were written. */
export async function actionsOf(asking: Asking, child: string): Promise<readonly Action[]> {
  const { rows } = await sql<Row<'kith.action'>>`
    select * from kith.action_current where council = ${asking.who.council} and child = ${child} order by line`.execute(
    asking.record,
  )
  return await withSteps(asking, rows)
}

/** Of one worker, across the children whom the asker sees: theirs now, whoever had them before. Of `open` ones no end is read. */
export async function actionsOfOwner(asking: Asking, worker: string, standing?: 'open'): Promise<readonly Action[]> {
  const { council } = asking.who
  const open = sql`and not exists (
    select from kith.action_outcome_current o where o.council = a.council and o.child = a.child and o.action = a.line)`
  const { rows } = await sql<Row<'kith.action'>>`
    select * from kith.action_current a where a.council = ${council}::smallint and (a.owner = ${worker}::uuid or a.line in (
      select s.action from kith.action_step_current s where s.council = ${council}::smallint and s.owner = ${worker}::uuid))
      ${standing === 'open' ? open : sql``} order by line`.execute(asking.record)
  return (await withSteps(asking, rows, standing)).filter((action) => isOwnedBy(action, worker))
}

/** Everything open of these children (null: of everybody whom the asker sees), the earliest due first; at most so many. */
export async function openActionsOf(
  asking: Asking,
  children: readonly string[] | null,
  most = 500,
): Promise<readonly Action[]> {
  const { rows } = await sql<Row<'kith.action'>>`
    select a.* from kith.action_current a where a.council = ${asking.who.council}::smallint
      and ${children === null ? sql`true` : sql`a.child ${among(children)}`} and not exists (
        select from kith.action_outcome_current o where o.council = a.council and o.child = a.child and o.action = a.line)
    order by a.due nulls last, a.line limit ${most}`.execute(asking.record)
  return openFirstDue(await withSteps(asking, rows, 'open'))
}

/** Of everybody whom the asker sees: what came from there and was written since a day, open and ended. */
export async function actionsOfOrigin(asking: Asking, origin: Origin, since: IsoDay): Promise<readonly Action[]> {
  const { rows } = await sql<Row<'kith.action'>>`
    select * from kith.action_current where council = ${asking.who.council}::smallint and origin = ${origin}
      and recorded >= ${since}::date order by line`.execute(asking.record)
  return await withSteps(asking, rows)
}

/** What came from one line of the record, such as a review. */
export async function actionsFrom(asking: Asking, child: string, { table, line }: Line): Promise<readonly Action[]> {
  return (await actionsOf(asking, child)).filter(({ from }) => from?.table === table && from.line === line)
}

/** Open actions whose worker no longer stands in a relation that shows the plan of the child: nobody is doing them. */
export async function actionsLeftBehind(asking: Asking): Promise<readonly Action[]> {
  const { rows } = await sql<Row<'kith.action'>>`
    with holder as (
      select a.line, a.child, coalesce(s.owner, case when s.line is null then a.owner end) as worker
      from kith.action_current a left join lateral (
        select s.line, s.owner from kith.action_step_current s
        where s.council = a.council and s.child = a.child and s.action = a.line and s.kind = 'owner changed' order by s.line desc limit 1) s on true
      where a.council = ${asking.who.council} and not exists (
        select from kith.action_outcome_current o where o.council = a.council and o.child = a.child and o.action = a.line))
    select a.* from kith.action_current a where a.council = ${asking.who.council} and a.line in (
      select h.line from holder h where h.worker is not null and not kith.still_sees_plan(h.child, h.worker)) order by a.line`.execute(
    asking.record,
  )
  return (await withSteps(asking, rows)).filter(isOpen)
}

export type ActionVersions = {
  readonly action: readonly Version<'kith.action'>[]
  readonly upon: readonly (readonly (Version<'kith.action_step'> | Version<'kith.action_outcome'>)[])[]
}
/** Every version of an action, of its steps and of its outcome, those taken back with their reason: who and when stand on each. */
export async function actionHistory(asking: Asking, line: string): Promise<ActionVersions> {
  const { council } = asking.who
  const linesOf = async (table: 'kith.action_step' | 'kith.action_outcome') =>
    (
      await sql<{
        line: string
      }>`select distinct line from ${sql.table(table)} where council = ${council} and action = ${line} order by line`.execute(
        asking.record,
      )
    ).rows
  const upon: ActionVersions['upon'][number][] = []
  for (const step of await linesOf('kith.action_step'))
    upon.push(await historyOf(asking, 'kith.action_step', step.line))
  for (const end of await linesOf('kith.action_outcome'))
    upon.push(await historyOf(asking, 'kith.action_outcome', end.line))
  return { action: await historyOf(asking, 'kith.action', line), upon }
}
