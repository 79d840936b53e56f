// The SQL of reasons why a child was not spoken with alone: on a visit, or by the reviewing officer before a review.
import { sql } from 'kysely'
import { day, type IsoDay } from '#calendar'
import { reviewerSpeaks, spokenAlone } from '#care-planning'
import { type Asking, currentOf, lockChildren, recordFirst, type Version, type Written } from '#database'

/** Regulation 29 for a visit, regulation 36 for a review. */
export const OF_WHAT = { visit: 'CP-25', review: 'CP-15' } as const
export type OfWhat = keyof typeof OF_WHAT
export type Occasion = { readonly of: OfWhat; readonly line: string; readonly on: IsoDay }

/** A visit or a review. undefined: there is none, or none of which a reason is asked. `asked`: the child was not seen alone. */
export async function occasionOf(
  asking: Asking,
  child: string,
  { of, line, asked = true }: { readonly of: OfWhat; readonly line: string; readonly asked?: boolean },
): Promise<Occasion | undefined> {
  const { council } = asking.who
  const { rows } =
    of === 'visit'
      ? await sql<{ line: string; on: string }>`
          select line, happened as "on" from kith.visit_current
          where council = ${council} and child = ${child} and line = ${line} and (alone is distinct from true or not ${asked})`.execute(
          asking.record,
        )
      : await sql<{ line: string; on: string }>`
          select line, held as "on" from kith.review_current
          where council = ${council} and child = ${child} and line = ${line}`.execute(asking.record)
  const [found] = rows
  return found === undefined ? undefined : { of, line: found.line, on: day(found.on) }
}

const KNOWN: Readonly<Record<string, string>> = { ...reviewerSpeaks.excuses, ...spokenAlone.excuses }
/** 'The child refused: she was tired'. */
export const reasonWords = ({
  reason,
  words = '',
}: {
  readonly reason: string
  readonly words: string | undefined
}): string => [KNOWN[reason] ?? reason, words].filter((one) => one !== '').join(': ')

export async function reasonsOf(asking: Asking, child: string): Promise<readonly Version<'kith.excuse'>[]> {
  const rules: readonly string[] = Object.values(OF_WHAT)
  return (await currentOf(asking, 'kith.excuse', child)).filter(({ rule }) => rules.includes(rule))
}

export type NotSpoken = { readonly id: string; readonly why: string }
/** Before which reviews, by their lines, the reviewing officer did not speak with the child, and why. */
export async function notSpokenOf(asking: Asking, child: string): Promise<ReadonlyMap<string, NotSpoken>> {
  const reasons = (await reasonsOf(asking, child)).filter(({ rule }) => rule === OF_WHAT.review)
  return new Map(reasons.map(({ occurrence, ...reason }) => [occurrence, { id: reason.id, why: reasonWords(reason) }]))
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
