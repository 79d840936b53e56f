// The SQL of reasons why a child was not spoken with alone: on a visit, or by the reviewing officer before a review.
import { sql } from 'kysely'
import { day, type IsoDay } from '#calendar'
import { type Asking, currentOf, lockChildren, recordFirst, type Version, type Written } from '#database'

/** Regulation 29 for a visit, regulation 36 for a review. */
export const OF_WHAT = { visit: 'CP-25', review: 'CP-15' } as const
export type OfWhat = keyof typeof OF_WHAT
export type Occasion = { readonly of: OfWhat; readonly line: string; readonly on: IsoDay }

/** A visit of which it is not recorded that the child was seen alone; or a review. undefined: there is none. */
export async function occasionOf(
  asking: Asking,
  child: string,
  { of, line }: { readonly of: OfWhat; readonly line: string },
): Promise<Occasion | undefined> {
  const { council } = asking.who
  const { rows } =
    of === 'visit'
      ? await sql<{ line: string; on: string }>`
          select line, happened as "on" from kith.visit_current
          where council = ${council} and child = ${child} and line = ${line} and alone is distinct from true`.execute(
          asking.record,
        )
      : await sql<{ line: string; on: string }>`
          select line, held as "on" from kith.review_current
          where council = ${council} and child = ${child} and line = ${line}`.execute(asking.record)
  const [found] = rows
  return found === undefined ? undefined : { of, line: found.line, on: day(found.on) }
}

export async function reasonsOf(asking: Asking, child: string): Promise<readonly Version<'kith.excuse'>[]> {
  const rules: readonly string[] = Object.values(OF_WHAT)
  return (await currentOf(asking, 'kith.excuse', child)).filter(({ rule }) => rules.includes(rule))
}

export type NewReason = { readonly reason: string; readonly decided: IsoDay; readonly words: string }
/** One stands for each visit or review; undefined: somebody was first. */
export async function recordReason(
  asking: Asking,
  child: string,
  { of, line, words, reason, decided }: Omit<Occasion, 'on'> & NewReason,
): Promise<Written | undefined> {
  await lockChildren(asking, [child])
  const rule = OF_WHAT[of]
  if ((await reasonsOf(asking, child)).some((one) => one.rule === rule && one.occurrence === line)) return undefined
  return await recordFirst(asking, 'kith.excuse', {
    child,
    columns: { rule, occurrence: line, reason, decided },
    words,
  })
}
