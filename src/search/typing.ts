// How many slips of the finger lie between two words: a letter left out, put in, exchanged, or two turned round.

/** The slips that are forgiven in a word of this length. */
export const slipsForgiven = (length: number): number => (length < 4 ? 0 : length < 7 ? 1 : 2)

/** Which letters a word holds, as bits: words that differ in many need no further look. */
export function lettersOf(word: string): number {
  let bits = 0
  for (let at = 0; at < word.length; at += 1) bits |= 1 << (word.charCodeAt(at) % 31)
  return bits
}

function bitsIn(number: number): number {
  let [rest, count] = [number, 0]
  while (rest !== 0) {
    rest &= rest - 1
    count += 1
  }
  return count
}

/** Each slip changes at most two letters of a word. */
export const tooFarApart = (one: number, other: number, most: number): boolean => bitsIn(one ^ other) > 2 * most

/** The number of slips, or more than `most` where there are more: it stops counting. */
export function slipsBetween(one: string, other: string, most: number): number {
  if (Math.abs(one.length - other.length) > most) return most + 1
  let before: number[] = []
  let last = Array.from({ length: other.length + 1 }, (_, at) => at)
  for (let row = 1; row <= one.length; row += 1) {
    const next = [row]
    let least = row
    for (let column = 1; column <= other.length; column += 1) {
      const same = one[row - 1] === other[column - 1] ? 0 : 1
      let slips = Math.min((last[column] ?? 99) + 1, (next[column - 1] ?? 99) + 1, (last[column - 1] ?? 99) + same)
      const turned = row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1]
      if (turned) slips = Math.min(slips, (before[column - 2] ?? 99) + 1)
      next.push(slips)
      least = Math.min(least, slips)
    }
    if (least > most) return most + 1
    before = last
    last = next
  }
  return last[other.length] ?? most + 1
}
