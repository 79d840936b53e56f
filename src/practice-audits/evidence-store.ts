// The SQL of what is checked for an auditor, in counts that give no grade; and of the rows of the record that can stand as evidence.
import { sql } from 'kysely'
import { formatDay, type IsoDay } from '#calendar'
import type { Asking } from '#database'

export type Checked = { readonly what: string; readonly of: number; readonly n: number }
const DUTIES = {
  visits: 'Visits on time',
  reviews: 'Reviews on time',
  plan: 'Plans on time',
  health: 'Health on time',
  learning: 'Education plans on time',
  missing: 'Talks after missing on time',
} as const
const isDuty = (scope: string): scope is keyof typeof DUTIES => Object.hasOwn(DUTIES, scope)
type Between = { readonly child: string; readonly since: IsoDay; readonly until: IsoDay }

/** Of the duties whose day came in that time, as far as the asker may see each part; what is not known is in no count. */
export async function checkedFor(
  { record, who }: Asking,
  { child, since, until }: Between,
): Promise<readonly Checked[]> {
  const { rows } = await sql<{ scope: string; of: number; n: number }>`
    select scope, (count(*) filter (where standing = 'doneOnTime'))::int as of, count(*)::int as n from kith.duty
    where council = ${who.council}::smallint and child = ${child}::uuid and due between ${since}::date and ${until}::date
      and standing in ('doneOnTime', 'doneLate', 'open') group by scope`.execute(record)
  const { rows: seen } = await sql<{ of: number; n: number }>`
    select (count(*) filter (where alone))::int as of, count(*)::int as n from kith.visit_current
    where council = ${who.council}::smallint and child = ${child}::uuid and happened between ${since}::date and ${until}::date and alone is not null`.execute(
    record,
  )
  const counts = new Map(rows.map((row) => [row.scope, row]))
  const duties = Object.keys(DUTIES)
    .filter(isDuty)
    .flatMap((scope) => {
      const count = counts.get(scope)
      return count === undefined ? [] : [{ what: DUTIES[scope], of: count.of, n: count.n }]
    })
  return [
    ...duties,
    ...seen.filter(({ n }) => n > 0).map((one) => ({ what: 'Seen alone, of what is recorded', ...one })),
  ]
}

export type Evidence = { readonly key: string; readonly words: string; readonly to: string }
const KINDS: Readonly<Record<string, { readonly words: string; readonly at: string }>> = {
  visit: { words: 'Visit', at: 'visits' },
  review: { words: 'Review', at: 'plan' },
  note: { words: 'Note', at: 'visits' },
  view: { words: 'What they said', at: 'story' },
  plan_edition: { words: 'Plan', at: 'plan' },
  decision: { words: 'Decision', at: 'plan' },
  health_assessment: { words: 'Health assessment', at: 'health' },
  education_plan: { words: 'Education plan', at: 'learning' },
  missing_episode: { words: 'Time missing', at: 'missing' },
  return_interview: { words: 'Talk after missing', at: 'missing' },
}
/** The latest first, as the asker may see them. */
export async function evidenceOf(
  { record, who }: Asking,
  { child, since, until }: Between,
): Promise<readonly Evidence[]> {
  const of = (table: string, on: string) =>
    sql`select ${table}::text as kind, line, ${sql.raw(on)}::date as on_day from ${sql.table(`kith.${table}_current`)}
      where council = ${who.council}::smallint and child = ${child}::uuid`
  const parts = [
    of('visit', 'happened'),
    of('review', 'held'),
    of('note', 'happened'),
    of('view', 'happened'),
    of('decision', 'decided'),
    of('health_assessment', 'happened'),
    of('education_plan', 'happened'),
    of('missing_episode', 'since'),
    of('return_interview', 'happened'),
  ]
  const { rows } = await sql<{ kind: string; line: string; on_day: string }>`
    select * from (${sql.join(parts, sql` union all `)}) found where on_day between ${since}::date and ${until}::date
    order by on_day desc, line desc limit 24`.execute(record)
  return rows.map(({ kind, line, on_day }) => ({
    key: `${kind}/${line}`,
    words: `${KINDS[kind]?.words ?? kind}, ${formatDay(on_day as IsoDay)}`,
    to: `/children/${child}/${KINDS[kind]?.at ?? ''}`,
  }))
}
