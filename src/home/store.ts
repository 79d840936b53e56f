// The SQL of every home: whose children somebody's are, their duties field by field, workers' names, good news, and what is new.
import { sql } from 'kysely'
import type { Relation } from '#access'
import type { IsoDay } from '#calendar'
import { type Asking, among } from '#database'
import { basisOf } from '#duties'
import { type Duty, dutyOfRow, type StoredDuty } from '#ledger'

/** Children to whom the asker stands in one of these relations now. */
export async function childrenAs({ record, who }: Asking, relations: readonly Relation[]): Promise<readonly string[]> {
  const { rows } = await sql<{ child: string }>`
    select distinct child from kith.visible_child
    where council = ${who.council}::smallint and person = ${who.person} and relation = any (${relations}::text[])
      and since <= now() and until > now() order by child`.execute(record)
  return rows.map(({ child }) => child)
}

/** Whether the asker manages a team that has teams below it. */
export async function leadsTeams({ record, who }: Asking): Promise<boolean> {
  const { rows } = await sql`
    select from kith.team_membership m join kith.team t on t.council = m.council and t.under = m.team
    where m.council = ${who.council}::smallint and m.person = ${who.person} and m.role = 'manager' and not m.retracted
      and upper_inf(m.during) and not exists (select from kith.team_membership n where n.council = m.council and n.supersedes = m.id)
    limit 1`.execute(record)
  return rows.length > 0
}

/** A year and a quarter: what was done before that is in the record, and no longer news for a grid. */
const DONE_WITHIN = 460

/** What may still lie ahead of these children, and what was done lately, without reasons: for a grid. */
export async function dutiesForGrid(
  { record, who }: Asking,
  children: readonly string[],
  on: IsoDay,
): Promise<ReadonlyMap<string, readonly Duty[]>> {
  const { rows } = await sql<StoredDuty>`
    select d.child, d.basis, d.occurrence, d.rule, d.scope, d.standing, kith.day(d.due) as due, kith.day(d.done) as done,
      kith.day(d.closes) as closes, kith.day(d.covered_until) as covered_until, d.shown_late, d.missing,
      null as trigger_day, null as due_at, null as done_by, null as closing, null as excuse
    from kith.duty d
    where d.council = ${who.council}::smallint and d.child ${among(children)}
      and (d.standing in ('open', 'unknown') and (d.closes is null or d.closes > ${on}::date)
        or d.standing in ('doneOnTime', 'doneLate') and d.done > ${on}::date - ${DONE_WITHIN}::int)`.execute(record)
  const duties = new Map<string, Duty[]>()
  for (const row of rows) {
    const basis = basisOf(row.basis)
    if (basis === undefined) continue
    const before = duties.get(row.child)
    if (before === undefined) duties.set(row.child, [dutyOfRow(row, basis)])
    else before.push(dutyOfRow(row, basis))
  }
  return duties
}

/** The day from which each of these duties was counted, where the asker may know why it is owed. Each is looked up: joined, every reason of their children was read. */
export async function triggersOf(
  { record, who }: Asking,
  owed: readonly { readonly child: string; readonly duty: Duty }[],
): Promise<ReadonlyMap<string, number>> {
  const keys = JSON.stringify(
    owed.map(({ child, duty }) => ({ child, basis: duty.basis.id, occurrence: duty.occurrence })),
  )
  const { rows } = await sql<{ key: string; day: number }>`
    select concat_ws(' ', k.child, k.basis, k.occurrence) as key, kith.day(r.trigger_day) as day
    from json_to_recordset(${keys}::json) as k (child uuid, basis text, occurrence text)
      cross join lateral (select r.trigger_day from kith.duty_reason r where r.council = ${who.council}::smallint
        and r.child = k.child and r.basis = k.basis and r.occurrence = k.occurrence offset 0) r
    where r.trigger_day is not null`.execute(record)
  return new Map(rows.map(({ key, day }) => [key, day]))
}
export const keyOf = ({ child, duty }: { readonly child: string; readonly duty: Duty }): string =>
  [child, duty.basis.id, duty.occurrence].join(' ')

export type News = { readonly child: string; readonly happened: string; readonly text: string }

/** Good news of these children since a day, the latest first, each in the words of its first paragraph. */
export async function goodNews(asking: Asking, children: readonly string[], since: IsoDay): Promise<readonly News[]> {
  const { rows } = await sql<{ id: string; child: string; happened: string; said: Buffer | null }>`
    select p.id, n.child, n.happened::text as happened, p.said
    from kith.story_note_current n join kith.story_note_paragraph_current p
      on p.council = n.council and p.child = n.child and p.note = n.line and p.place = 1
    where n.council = ${asking.who.council}::smallint and n.child ${among(children)} and n.kind = 'good news'
      and n.happened >= ${since}::date order by n.happened desc, n.line desc limit 5`.execute(asking.record)
  const words = await asking.readWords(rows)
  return rows.flatMap(({ id, child, happened }) => {
    const text = words.get(id)
    return text === undefined ? [] : [{ child, happened, text }]
  })
}

/** When the asker last looked at this page more than an hour ago; what they saw then is not new. */
export async function lastLook({ record }: Asking, what: string): Promise<string | undefined> {
  const { rows } = await sql<{ at: string | null }>`
    select kith.my_last_look(${what}, now() - interval '1 hour') as at`.execute(record)
  return rows[0]?.at ?? undefined
}

export type Change = {
  readonly child: string
  readonly what: string
  readonly by: string
  readonly at: string
  readonly n: number
}

const WATCHED: Readonly<Record<string, string>> = {
  review: 'a review',
  visit: 'a visit',
  placement: 'where they live',
  legal_basis: 'an order or agreement',
  health_assessment: 'a health check',
  education_plan: 'a school plan',
  missing_episode: 'a time missing',
  return_interview: 'a talk after coming back',
  view: 'what somebody said',
  note: 'a note',
  story_note: 'a note for their story',
  action: 'an action',
  decision: 'a decision',
  approval_answer: 'an answer to a request',
  allocation: 'who works with them',
}

/** What others wrote about these children since a moment, the latest first: one line for each kind, writer and child. */
export async function newSince(asking: Asking, children: readonly string[], since: string): Promise<readonly Change[]> {
  const { council, person } = asking.who
  const parts = Object.entries(WATCHED).map(
    ([table, what]) => sql`
      select child, ${what}::text as what, recorded_by as by, max(recorded) as at, count(*)::int as n from ${sql.table(`kith.${table}`)}
      where council = ${council}::smallint and child ${among(children)} and recorded > ${since}::timestamptz
        and recorded_by <> ${person} group by child, recorded_by`,
  )
  const { rows } =
    await sql<Change>`${sql.join(parts, sql` union all `)} order by at desc, child, what limit 8`.execute(asking.record)
  return rows
}
