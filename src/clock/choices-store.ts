// The SQL of the council's choices: how it reads the law, from which day, who decided and why; only ever added to.
import { sql } from 'kysely'
import type { IsoDay } from '#calendar'
import type { Asking } from '#database'
import type { RuleChoice } from '#duties'

/** As the rules read them: by day, then as recorded. `at`: what the record held then. */
export async function choicesKnown({ who, record }: Asking, at = 'infinity'): Promise<readonly RuleChoice[]> {
  const { rows } = await sql<RuleChoice>`
    select switch, choice, kith.day(since) as since from kith.rule_choice
    where council = ${who.council}::smallint and recorded <= ${at}::timestamptz order by since, recorded, id`.execute(
    record,
  )
  return rows
}

export interface RecordedChoice extends RuleChoice {
  readonly id: string
  readonly because: string
  readonly by: string
  readonly at: string
  readonly from: IsoDay
}

/** Every choice with who and why, the last first; of one switch, or of all. */
export async function choicesRecorded({ who, record }: Asking, name?: string): Promise<readonly RecordedChoice[]> {
  const { rows } = await sql<RecordedChoice>`
    select c.id, c.switch, c.choice, kith.day(c.since) as since, c.since::text as "from", c.because, c.recorded as at,
      coalesce(w.name, w.code, 'somebody') as "by"
    from kith.rule_choice c left join kith.worker w on w.council = c.council and w.id = c.recorded_by
    where c.council = ${who.council}::smallint and (${name ?? null}::text is null or c.switch = ${name ?? null})
    order by c.since desc, c.recorded desc, c.id desc`.execute(record)
  return rows
}

export interface NewChoice {
  readonly switch: string
  readonly choice: string
  readonly from: IsoDay
  readonly because: string
}

/** The database lets administrators and directors do this, and nobody else. Returns its id. */
export async function recordChoice(asking: Asking, { from, ...choice }: NewChoice): Promise<string> {
  const [id = ''] = await asking.newIds(1)
  const { council, person: recorded_by } = asking.who
  await asking.insert('kith.rule_choice', [{ council, id, ...choice, since: from, recorded_by }])
  return id
}
