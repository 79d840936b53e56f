// The SQL of one audit: everything that hangs on it, as the asker may know it; worries about children, answered or not.
import { sql } from 'kysely'
import { type Action, actionsOf } from '#actions'
import { type Asking, currentOf, type RecordTable, readParts, type Version } from '#database'
import { type Invitation, invitationsOf } from './invitations-store.ts'
import type { AuditState } from './loop.ts'
import { councilRows, type Round } from './round-store.ts'

export type Concern = Version<'kith.practice_concern'> & {
  readonly said: Readonly<Record<'seen' | 'rung', string>> | undefined
  readonly answers: readonly Version<'kith.concern_answer'>[]
}
export type Finding = Version<'kith.audit_finding'> & {
  readonly actions: readonly (Action & { readonly checks: readonly Version<'kith.action_verification'>[] })[]
}
export type SentBack = { readonly by: string; readonly at: string; readonly why: string | undefined }
export type Audit = {
  readonly audit: Version<'kith.practice_audit'>
  readonly round: Round | undefined
  readonly themes: readonly Version<'kith.audit_theme'>[]
  readonly first: Version<'kith.audit_grade'> | undefined
  /** The last time that it was handed in and sent back for more work. */
  readonly sentBack: SentBack | undefined
  readonly second: Version<'kith.audit_grade'> | undefined
  readonly voices: readonly Version<'kith.audit_voice'>[]
  readonly talks: readonly Version<'kith.audit_talk'>[]
  readonly invitations: readonly Invitation[]
  readonly moderation: Version<'kith.audit_moderation'> | undefined
  readonly findings: readonly Finding[]
  readonly impact: Version<'kith.audit_impact'> | undefined
  readonly closing: Version<'kith.audit_closing'> | undefined
  readonly concerns: readonly Concern[]
  /** Audits that looked once more after this one. */
  readonly after: readonly Version<'kith.practice_audit'>[]
}

/** Worries about a child, the last first. */
export async function concernsOf(asking: Asking, child: string): Promise<readonly Concern[]> {
  const concerns = await currentOf(asking, 'kith.practice_concern', child)
  const answers = concerns.length === 0 ? [] : await currentOf(asking, 'kith.concern_answer', child)
  return concerns
    .map((one) => ({
      ...one,
      said: readParts(one.words, ['seen', 'rung']),
      answers: answers.filter(({ concern }) => concern === one.line),
    }))
    .toReversed()
}

/** By somebody else than the auditor: who takes their own back within ten minutes is sent nothing. */
async function sentBackOf(
  asking: Asking,
  { child, line, auditor }: { readonly child: string; readonly line: string; readonly auditor: string },
): Promise<SentBack | undefined> {
  const { rows } = await sql<{ id: string; by: string; at: string; said: Buffer | null }>`
    select id, recorded_by as by, recorded as at, said from kith.audit_grade
    where council = ${asking.who.council}::smallint and child = ${child}::uuid and audit = ${line}::uuid and stage = 'first' and change = 'retraction'
      and recorded_by <> ${auditor}::uuid order by recorded desc limit 1`.execute(asking.record)
  const [found] = rows
  if (found === undefined) return undefined
  return { by: found.by, at: found.at, why: (await asking.readWords(rows)).get(found.id) }
}

/** undefined: there is none of this child that the asker may see. */
export async function auditOf(asking: Asking, child: string, line: string): Promise<Audit | undefined> {
  const all = await currentOf(asking, 'kith.practice_audit', child)
  const audit = all.find((one) => one.line === line)
  if (audit === undefined) return undefined
  const hanging = async <T extends RecordTable>(table: T): Promise<readonly Version<T>[]> =>
    (await currentOf(asking, table, child)).filter((row) => (row as unknown as { audit: string }).audit === line)
  const grades = await hanging('kith.audit_grade')
  const findings = await hanging('kith.audit_finding')
  const checks = findings.length === 0 ? [] : await hanging('kith.action_verification')
  const actions = findings.length === 0 ? [] : await actionsOf(asking, child)
  const [round] = await councilRows(asking, 'kith.audit_round', audit.round)
  return {
    ...{ audit, round, themes: await hanging('kith.audit_theme'), voices: await hanging('kith.audit_voice') },
    first: grades.find(({ stage }) => stage === 'first'),
    sentBack: await sentBackOf(asking, { child, line, auditor: audit.auditor }),
    second: grades.find(({ stage }) => stage === 'second'),
    talks: await hanging('kith.audit_talk'),
    invitations: (await invitationsOf(asking, child)).filter((one) => one.audit === line),
    moderation: (await hanging('kith.audit_moderation'))[0],
    findings: findings.map((finding) => ({
      ...finding,
      actions: actions
        .filter(({ from }) => from?.table === 'audit_finding' && from.line === finding.line)
        .map((action) => ({ ...action, checks: checks.filter((check) => check.action === action.line) })),
    })),
    impact: (await hanging('kith.audit_impact'))[0],
    closing: (await hanging('kith.audit_closing'))[0],
    concerns: (await concernsOf(asking, child)).filter((one) => one.audit === line),
    after: all.filter(({ again }) => again === line),
  }
}

/** The audit in which a finding, a talk or what somebody says stands, by a version of it. */
export async function auditAround({ record, who }: Asking, child: string, id: string): Promise<string | undefined> {
  const within = (table: string) => sql`select audit from ${sql.table(`kith.${table}`)}
    where council = ${who.council}::smallint and child = ${child}::uuid and id = ${id}::uuid`
  const { rows } = await sql<{ audit: string }>`
    ${within('audit_finding')} union all ${within('audit_talk')} union all ${within('audit_voice')} limit 1`.execute(
    record,
  )
  return rows[0]?.audit
}

const isVerified = ({ checks }: Finding['actions'][number]): boolean =>
  checks.some(({ result }) => result === 'verified')
export const stateOf = ({ first, second, findings, impact, concerns }: Audit): AuditState => ({
  ...{ submitted: first !== undefined, moderated: second !== undefined, impact: impact !== undefined },
  unanswered: concerns.filter(({ answers }) => answers.length === 0).length,
  findings: findings.map(({ kind, actions }) => ({
    kind: kind === 'strength' ? kind : 'to improve',
    actions: actions.map((action) => ({ ended: action.ended?.outcome, verified: isVerified(action) })),
  })),
})

export type OpenConcern = Pick<
  Version<'kith.practice_concern'>,
  'line' | 'child' | 'kind' | 'raised' | 'named' | 'audit'
> & {
  /** When it was first written, and whole hours since. */
  readonly written: string
  readonly hours: number
}
/** Worries that nobody has answered, of all whom the asker sees, the first first. */
export async function openConcerns({ record, who }: Asking): Promise<readonly OpenConcern[]> {
  const { rows } = await sql<OpenConcern>`
    select c.line, c.child, c.kind, c.raised, c.named, c.audit, f.recorded as written,
      floor(extract(epoch from now() - f.recorded) / 3600)::int as hours
    from kith.practice_concern_current c join kith.practice_concern f on f.council = c.council and f.child = c.child and f.id = c.line
    where c.council = ${who.council}::smallint and not exists (
      select from kith.concern_answer_current w where w.council = c.council and w.child = c.child and w.concern = c.line)
    order by c.raised, c.line`.execute(record)
  return rows
}
