// The SQL of allocations: who works with which child, with its history; the database keeps sight in step by itself.
import { sql } from 'kysely'
import { type IsoDay, parseDay } from '#calendar'
import {
  type Asking,
  changeFrom,
  correct,
  currentOf,
  lockChildren,
  recordFirst,
  retract,
  type Superseded,
  type Version,
  type Written,
} from '#database'
import { type Allocation, type AllocationRefusal, mayAllocate, type TypedAllocation } from './allocation.ts'

export type StandingAllocation = Allocation & {
  readonly id: string
  readonly line: string
  readonly endReason: string | null
}

function standing({ id, line, worker, role, during, end_reason }: Version<'kith.allocation'>): StandingAllocation {
  const [since = '', until = ''] = during.slice(1, -1).split(',')
  const days = { since: parseDay(since) ?? null, until: parseDay(until) ?? null }
  return { id, line, worker, part: role, ...days, endReason: end_reason }
}

export async function allocationsOf(asking: Asking, child: string): Promise<readonly StandingAllocation[]> {
  return (await currentOf(asking, 'kith.allocation', child)).map(standing)
}

/** Decided from what stands while nobody else writes about this child. */
export async function allocate(
  asking: Asking,
  child: string,
  typed: TypedAllocation,
): Promise<{ readonly ok: Written } | { readonly refused: readonly AllocationRefusal[] }> {
  await lockChildren(asking, [child])
  const may = mayAllocate(typed, await allocationsOf(asking, child))
  if ('refused' in may) return may
  const { worker, part: role, since, until } = may.ok
  const columns = { worker, role, during: `[${since},${until ?? ''})` }
  return { ok: await recordFirst(asking, 'kith.allocation', { child, columns }) }
}

/** Past answers stay: they did work with the child until that day. */
export async function endAllocation(
  asking: Asking,
  { id, since }: StandingAllocation,
  end: { readonly until: IsoDay; readonly because: string },
): Promise<Superseded<'kith.allocation'>> {
  const columns = { during: `[${since ?? ''},${end.until})`, end_reason: end.because }
  return await changeFrom(asking, 'kith.allocation', { id, columns })
}

/** It was on other days: past answers change, and with them who saw the record when. */
export async function correctDays(
  asking: Asking,
  id: string,
  {
    since,
    until,
    because,
  }: { readonly since: IsoDay | null; readonly until: IsoDay | null; readonly because: string | null },
): Promise<Superseded<'kith.allocation'>> {
  const columns = { during: `[${since ?? ''},${until ?? ''})`, end_reason: because }
  return await correct(asking, 'kith.allocation', { id, columns })
}

/** Who works with the child on a day, the allocated worker first. */
export async function worksWithOn(asking: Asking, child: string, on: IsoDay): Promise<readonly StandingAllocation[]> {
  const all = await allocationsOf(asking, child)
  const then = all.filter(({ since, until }) => (since === null || since <= on) && (until === null || on < until))
  return then.sort((a, b) => (a.part === b.part ? 0 : a.part === 'allocated-worker' ? -1 : 1))
}

export type TeamOfChild = { readonly id: string; readonly team: string; readonly since: IsoDay | null }

/** The team that works with the child, whoever of it does; undefined: it is not recorded. */
export async function teamOf(asking: Asking, child: string): Promise<TeamOfChild | undefined> {
  const standingTeams = await currentOf(asking, 'kith.team_of_child', child)
  const open = standingTeams.find(({ during }) => during.endsWith(',)'))
  return open === undefined
    ? undefined
    : { id: open.id, team: open.team, since: parseDay(open.during.slice(1, 11)) ?? null }
}

/** From that day the child is with this team; the one before ends. A child is never without one in between. */
export async function holdInTeam(
  asking: Asking,
  child: string,
  { team, since }: { readonly team: string; readonly since: IsoDay },
): Promise<void> {
  await lockChildren(asking, [child])
  const before = await teamOf(asking, child)
  if (before?.team === team) return
  await recordFirst(asking, 'kith.team_of_child', { child, columns: { team, during: `[${since},)` } })
  if (before === undefined) return
  const until = before.since !== null && before.since >= since ? undefined : since
  if (until === undefined)
    await retract(asking, 'kith.team_of_child', { id: before.id, reason: 'Moved to another team on the day it began.' })
  else
    await changeFrom(asking, 'kith.team_of_child', {
      id: before.id,
      columns: { during: `[${before.since ?? ''},${until})` },
    })
}

/** Whether the asker may say who works with this child: a manager in their line, or who writes the header. */
export async function mayAllocateHere(asking: Asking, child: string): Promise<boolean> {
  const { council, person } = asking.who
  const found = await sql<{ may: boolean }>`
    select kith.may(${child}::uuid, 'write', 'header') or exists (select from kith.visible_child v
      where v.council = ${council} and v.person = ${person} and v.child = ${child}::uuid and v.relation = 'manager-line'
        and v.since <= now() and v.until > now()) as may`.execute(asking.record)
  return found.rows[0]?.may === true
}

/** Whether the asker manages the work with this child. */
export async function managesWork({ record, who }: Asking, child: string): Promise<boolean> {
  const { rows } = await sql<{ manages: boolean }>`
    select exists (select from kith.visible_child v where v.council = ${who.council}::smallint and v.person = ${who.person}::uuid
      and v.child = ${child}::uuid and v.relation = 'manager-line' and v.since <= now() and v.until > now()) as manages`.execute(
    record,
  )
  return rows[0]?.manages === true
}
