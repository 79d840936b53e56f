// The SQL of answers that are late: health referrals that were taken further, and nobody answered by the day that was asked for.
import { sql } from 'kysely'
import type { IsoDay } from '#calendar'
import { type Asking, among } from '#database'

export type LateAnswer = {
  readonly child: string
  readonly asked_for: string
  readonly to_whom: string
  readonly taken: string
  readonly answer_by: string
}
/** Of these children, the longest overdue first; what is over waits for nobody. */
export async function lateAnswers(
  { record, who }: Asking,
  children: readonly string[],
  today: IsoDay,
): Promise<readonly LateAnswer[]> {
  if (children.length === 0) return []
  const { rows } = await sql<LateAnswer>`
    select s.child, r.asked_for, s.to_whom, s.taken::text, s.answer_by::text from kith.referral_step_current s
      join kith.health_referral_current r on r.council = s.council and r.child = s.child and r.line = s.referral and r.outcome is null
    where s.council = ${who.council}::smallint and s.child ${among(children)} and s.answer is null and s.answer_by < ${today}::date
    order by s.answer_by, s.child`.execute(record)
  return rows
}
