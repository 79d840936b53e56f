// How like two texts are, so that an author is told kindly while writing when one is the other once more. Pure.

/** From here on a page says so, and asks what is new. */
const ALIKE = 0.9

const wordsOf = (text: string): readonly string[] => text.toLowerCase().match(/[\p{L}\p{N}’']+/gu) ?? []
function pairsOf(text: string): ReadonlyMap<string, number> {
  const words = ['', ...wordsOf(text), '']
  const pairs = new Map<string, number>()
  for (let at = 1; at < words.length; at += 1) {
    const pair = `${words[at - 1]} ${words[at]}`
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1)
  }
  return pairs
}
const sizeOf = (pairs: ReadonlyMap<string, number>): number =>
  [...pairs.values()].reduce((sum, count) => sum + count, 0)

/** The share of neighbouring words that both have, from 0 to 1; capitals, commas and line breaks make no difference. */
export function similarity(one: string, other: string): number {
  if (wordsOf(one).length === 0 || wordsOf(other).length === 0) return 0
  const [a, b] = [pairsOf(one), pairsOf(other)]
  let shared = 0
  for (const [pair, count] of a) shared += Math.min(count, b.get(pair) ?? 0)
  return (2 * shared) / (sizeOf(a) + sizeOf(b))
}
export const isAlike = (text: string, before: string | undefined): boolean =>
  before !== undefined && similarity(text, before) > ALIKE
