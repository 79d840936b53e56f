// Whether a child is the one who is looked for: by any of their names, a birth date, or a number. Pure.
import type { IsoDay } from '#calendar'

/** What was typed; an empty part is not asked for. */
export type LookedFor = {
  readonly name: string
  readonly born: IsoDay | null
  readonly number: string
}
export type Findable = {
  readonly child: string
  readonly names: readonly string[]
  readonly born: readonly string[]
  readonly numbers: readonly string[]
}

const folded = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
const wordsIn = (text: string): readonly string[] => folded(text).match(/[\p{L}\p{N}]+/gu) ?? []
const bare = (text: string): string => folded(text).replace(/[^\p{L}\p{N}]/gu, '')

/** Every word of the name begins one of the child's names; each part that was asked for has to hold. */
export function isLookedFor({ name, born, number }: LookedFor, child: Findable): boolean {
  const known = child.names.flatMap(wordsIn)
  const asked = wordsIn(name)
  if (asked.length === 0 && born === null && bare(number) === '') return false
  const named = asked.every((word) => known.some((one) => one.startsWith(word)))
  const bornThen = born === null || child.born.includes(born)
  const numbered = bare(number) === '' || child.numbers.some((one) => bare(one) === bare(number))
  return named && bornThen && numbered
}
