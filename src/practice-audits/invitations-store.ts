// The SQL of invitations to audits: who can be asked, what is asked and answered, and everything that waits for one person.
import { sql } from 'kysely'
import { type Asking, changeFrom, currentOf, recordFirst, type Version } from '#database'
import type { InvitationAnswer } from './invitations.ts'

export type Manager = { readonly id: string; readonly name: string }
/** Who manages the team of whoever is the social worker of a child on a day. */
export async function managersOfChild({ record, who }: Asking, child: string, on: string): Promise<readonly Manager[]> {
  const standing = (
    alias: string,
  ) => sql`not ${sql.ref(`${alias}.retracted`)} and ${sql.ref(`${alias}.during`)} @> ${on}::date
    and not exists (select from kith.team_membership n where n.council = ${sql.ref(`${alias}.council`)} and n.supersedes = ${sql.ref(`${alias}.id`)})`
  const { rows } = await sql<Manager>`
    select distinct w.id, coalesce(w.name, w.code) as name
    from kith.allocation_current a
      join kith.team_membership m on m.council = a.council and m.person = a.worker and m.role = 'worker' and ${standing('m')}
      join kith.team_membership b on b.council = m.council and b.team = m.team and b.role = 'manager' and ${standing('b')}
      join kith.worker w on w.council = b.council and w.id = b.person
    where a.council = ${who.council}::smallint and a.child = ${child}::uuid and a.role = 'allocated-worker' and a.during @> ${on}::date
    order by 2`.execute(record)
  return rows
}

export type Invitable = { readonly id: string; readonly name: string; readonly part: 'worker' | 'manager' }
/** Who works with the child as their social worker that day, and who manages them: they read the audit as well. */
export async function invitableFor(asking: Asking, child: string, on: string): Promise<readonly Invitable[]> {
  const { record, who } = asking
  const { rows } = await sql<{ id: string; name: string }>`
    select distinct w.id, coalesce(w.name, w.code) as name from kith.allocation_current a
      join kith.worker w on w.council = a.council and w.id = a.worker
    where a.council = ${who.council}::smallint and a.child = ${child}::uuid and a.role = 'allocated-worker' and a.during @> ${on}::date
    order by 2`.execute(record)
  const workers = rows.map((one) => ({ ...one, part: 'worker' as const }))
  const managers = (await managersOfChild(asking, child, on)).map((one) => ({ ...one, part: 'manager' as const }))
  return [...workers, ...managers.filter(({ id }) => workers.every((one) => one.id !== id))]
}

type Row = Version<'kith.audit_invitation'>
export type NewInvitation = Pick<Row, 'worker' | 'part' | 'invited' | 'meets' | 'begins' | 'how'>
type Inviting = { readonly child: string; readonly audit: string; readonly words: string | undefined }
/** To another time where they are asked already: what they answered to the one before is no answer to this. */
export async function invite(
  asking: Asking,
  columns: NewInvitation,
  { child, audit, words }: Inviting,
): Promise<string | undefined> {
  const stands = (await currentOf(asking, 'kith.audit_invitation', child)).find(
    (one) => one.audit === audit && one.worker === columns.worker,
  )
  if (stands === undefined)
    return (await recordFirst(asking, 'kith.audit_invitation', { child, columns: { audit, ...columns }, words })).id
  const changed = await changeFrom(asking, 'kith.audit_invitation', { id: stands.id, columns, words: words ?? null })
  return 'ok' in changed ? changed.ok.id : undefined
}

export type NewAnswer = {
  readonly answer: InvitationAnswer
  readonly answered: string
  readonly instead: string | null
  readonly words: string | undefined
}
export type Invitation = Row & { readonly answer: Version<'kith.audit_invitation_answer'> | undefined }
/** The one that stands of it, or a new one. */
export async function answerInvitation(
  asking: Asking,
  { child, line, id }: Pick<Row, 'child' | 'line' | 'id'>,
  { words, ...said }: NewAnswer,
): Promise<string | undefined> {
  const columns = { ...said, asked: id }
  const stands = (await currentOf(asking, 'kith.audit_invitation_answer', child)).find(
    ({ invitation }) => invitation === line,
  )
  if (stands === undefined) {
    const first = { child, columns: { ...columns, invitation: line }, words }
    return (await recordFirst(asking, 'kith.audit_invitation_answer', first)).id
  }
  const changed = await changeFrom(asking, 'kith.audit_invitation_answer', {
    ...{ id: stands.id, columns, words: words ?? null },
  })
  return 'ok' in changed ? changed.ok.id : undefined
}
/** Of a child, each with the answer to the very time that stands. */
export async function invitationsOf(asking: Asking, child: string): Promise<readonly Invitation[]> {
  const all = await currentOf(asking, 'kith.audit_invitation', child)
  const answers = all.length === 0 ? [] : await currentOf(asking, 'kith.audit_invitation_answer', child)
  return all.map((one) => ({ ...one, answer: answers.find(({ asked }) => asked === one.id) }))
}

/** One cheap look, since most workers have no part in an audit: asked, auditing, or giving a second grade. */
export async function hasPartInAudits({ record, who: { council, person } }: Asking): Promise<boolean> {
  const { rows } = await sql<{ has: boolean }>`
    select exists (select from kith.audit_invitation i where i.council = ${council}::smallint and i.worker = ${person}::uuid)
      or exists (select from kith.practice_audit a where a.council = ${council}::smallint and a.auditor = ${person}::uuid)
      or exists (select from kith.audit_moderation m where m.council = ${council}::smallint and m.moderator = ${person}::uuid) as has`.execute(
    record,
  )
  return rows[0]?.has ?? false
}

export type InvitedNow = Pick<Row, 'child' | 'audit' | 'worker' | 'invited' | 'meets' | 'begins' | 'how'> & {
  readonly auditor: string
  readonly answer: string | null
  readonly talked: boolean
}
/** Of audits that are not handed in: those to which this person is asked, and those to which they asked others. */
export async function invitationsWith({ record, who }: Asking): Promise<readonly InvitedNow[]> {
  const { rows } = await sql<InvitedNow>`
    select i.child, i.audit, i.worker, i.invited::text, i.meets::text, i.begins, i.how, a.auditor, w.answer,
      exists (select from kith.audit_talk_current t where t.council = i.council and t.child = i.child and t.audit = i.audit
        and t.worker = i.worker and t.state <> 'asked' and t.id > i.id) as talked
    from kith.audit_invitation_current i
      join kith.practice_audit_current a on a.council = i.council and a.child = i.child and a.line = i.audit
      left join kith.audit_invitation_answer_current w on w.council = i.council and w.child = i.child and w.invitation = i.line and w.asked = i.id
    where i.council = ${who.council}::smallint and (i.worker = ${who.person}::uuid or a.auditor = ${who.person}::uuid)
      and not exists (select from kith.audit_grade_current g where g.council = i.council and g.child = i.child and g.audit = i.audit and g.stage = 'first')
    order by i.meets, i.line`.execute(record)
  return rows
}
