// The SQL of copies of a plan: to whom an approved edition was given and when, or why it was withheld.
import {
  type Asking,
  correct,
  currentOf,
  recordFirst,
  retract,
  type Superseded,
  type Version,
  type Written,
} from '#database'

export type Copy = Version<'kith.plan_copy'>
export type NewCopy = {
  readonly plan: string
  readonly edition: string
  readonly recipient: string
  readonly given: string | null
  readonly withheld: string | null
  readonly words: string
}

export const copiesOf = async (asking: Asking, child: string): Promise<readonly Copy[]> =>
  await currentOf(asking, 'kith.plan_copy', child)

export async function recordCopy(asking: Asking, child: string, { words, ...columns }: NewCopy): Promise<Written> {
  return await recordFirst(asking, 'kith.plan_copy', { child, columns, words })
}

export async function correctCopy(
  asking: Asking,
  id: string,
  { words, ...columns }: NewCopy,
): Promise<Superseded<'kith.plan_copy'>> {
  return await correct(asking, 'kith.plan_copy', { id, columns, words })
}

export const retractCopy = async (asking: Asking, id: string, reason: string): Promise<Superseded<'kith.plan_copy'>> =>
  await retract(asking, 'kith.plan_copy', { id, reason })
