// How many slips of the finger lie between two words: a letter left out, put in, exchanged, or two turned round.

/** The slips that are forgiven in a word of this length. */
export const slipsForgiven = (length: number): number => (length < 4 ? 0 : length < 7 ? 1 : 2)

/** Which letters a word holds, as bits: words that differ in many need no further look. */
export function lettersOf(word: string): number {
  let bits = 0
  for (let at = 0; at < word.length; at += 1) bits |= 1 << (word.charCodeAt(at) % 31)
  return bits
}

/** Counted for all words of a council at each search: without a loop. */
function bitsIn(number: number): number {
  const pairs = number - ((number >>> 1) & 0x55555555)
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333)
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}

export interface Letters {
  readonly letters: number
  readonly length: number
}

/** A slip takes at most one letter out of a word and puts at most one in; a longer word must lose what it has more. */
export function tooFarApart(one: Letters, other: Letters, most: number): boolean {
  const longer = one.length - other.length
  const out = bitsIn(one.letters & ~other.letters)
  const into = bitsIn(other.letters & ~one.letters)
  return out > most + Math.min(0, longer) || into > most - Math.max(0, longer)
}

/**
 * The number of slips, or more than `most` where there are more. Letters that are alike are passed over; at the first
 * that differ each kind of slip is tried. A table of all pairs of letters took most of a search.
 */
export function slipsBetween(one: string, other: string, most: number): number {
  const from = (start: number, otherStart: number, left: number): number => {
    let [at, to] = [start, otherStart]
    while (at < one.length && one.charCodeAt(at) === other.charCodeAt(to)) {
      at += 1
      to += 1
    }
    const longer = one.length - at - (other.length - to)
    if (at === one.length || to === other.length) return Math.abs(longer)
    if (left === 0 || Math.abs(longer) > left) return left + 1
    let rest = from(at + 1, to + 1, left - 1)
    if (left + longer >= 2) rest = Math.min(rest, from(at + 1, to, left - 1))
    if (left - longer >= 2) rest = Math.min(rest, from(at, to + 1, left - 1))
    const turned = one.charCodeAt(at) === other.charCodeAt(to + 1) && one.charCodeAt(at + 1) === other.charCodeAt(to)
    if (turned) rest = Math.min(rest, from(at + 2, to + 2, left - 1))
    return rest + 1
  }
  return from(0, 0, most)
}
