// The SQL of a child's yearly answers on health.
import { sql } from 'kysely'
import { day, type IsoDay } from '#calendar'
import type { Asking } from '#database'
import type { YearAnswer } from './year-answers.ts'

/** By year, the latest first. */
export async function yearAnswersOf(
  { who, record }: Asking,
  child: string,
): Promise<readonly { readonly year: IsoDay; readonly answers: readonly YearAnswer[] }[]> {
  const { rows } = await sql<YearAnswer & { year: string }>`
    select year_ending as year, question, answer from kith.year_answer_current
    where council = ${who.council}::smallint and child = ${child}::uuid order by year_ending desc, question`.execute(
    record,
  )
  return [...Map.groupBy(rows, ({ year }) => year)].map(([year, answers]) => ({ year: day(year), answers }))
}
