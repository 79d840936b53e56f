// The SQL of improvement: who works with children, which plans are agreed, what came of audits, what a discussion says of the plan.
import { sql } from 'kysely'
import type { IsoDay } from '#calendar'
import type { Asking } from '#database'
import type { AuditAction, Impact } from './audit-measures.ts'

/** Everybody who is the social worker of a child whom the asker sees. */
export async function workersOfChildren({ record, who }: Asking, on: IsoDay): Promise<readonly string[]> {
  const { rows } = await sql<{ worker: string }>`
    select distinct worker from kith.allocation_current
    where council = ${who.council}::smallint and role = 'allocated-worker' and during @> ${on}::date`.execute(record)
  return rows.map(({ worker }) => worker)
}

/** Children whose care or pathway plan is agreed. */
export async function childrenWithPlan({ record, who }: Asking): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ child: string }>`
    select distinct s.child from kith.plan_state_current s
      join kith.plan_current p on p.council = s.council and p.child = s.child and p.line = s.plan and p.kind in ('care plan', 'pathway plan')
    where s.council = ${who.council}::smallint and s.state = 'approved'`.execute(record)
  return new Set(rows.map(({ child }) => child))
}

/** Of these discussions those that say how far a part of the plan has come. */
export async function progressedIn({ record, who }: Asking, entries: readonly string[]): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ entry: string }>`
    select distinct entry from kith.supervision_progress_current
    where council = ${who.council}::smallint and entry = any (${[...entries]}::uuid[])`.execute(record)
  return new Set(rows.map(({ entry }) => entry))
}

/** Actions that came from what audits found to improve, as far as the asker sees them. */
export async function actionsOfAudits({ record, who }: Asking, since: IsoDay): Promise<readonly AuditAction[]> {
  const { rows } = await sql<AuditAction>`
    select a.child, a.line as audit, x.line as action, o.outcome,
      exists (select from kith.action_verification_current v
        where v.council = a.council and v.child = a.child and v.action = x.line and v.result = 'verified') as verified
    from kith.practice_audit_current a
      join kith.audit_finding_current f on f.council = a.council and f.child = a.child and f.audit = a.line
      join kith.action_current x on x.council = a.council and x.child = a.child and x.on_table = 'audit_finding' and x.on_line = f.line
      left join kith.action_outcome_current o on o.council = x.council and o.child = x.child and o.action = x.line
    where a.council = ${who.council}::smallint and a.due >= ${since}::date order by a.due, x.line`.execute(record)
  return rows
}

export async function impactsOf({ record, who }: Asking, since: IsoDay): Promise<readonly Impact[]> {
  const { rows } = await sql<Impact>`
    select a.child, a.line as audit, i.difference from kith.practice_audit_current a
      join kith.audit_impact_current i on i.council = a.council and i.child = a.child and i.audit = a.line
    where a.council = ${who.council}::smallint and a.due >= ${since}::date order by a.due, a.line`.execute(record)
  return rows
}
