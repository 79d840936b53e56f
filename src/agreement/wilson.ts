// A share with its 95 % interval after Wilson (1927), and when it is too few to tell anything. Pure.

const Z = 1.959963984540054
/** Fewer than this and nothing is said but the numbers themselves: our own number, below the level of law. */
export const TOO_FEW = 10

export type Share = {
  readonly of: number
  readonly n: number
  /** From 0 to 1. Of nobody: everything is possible. */
  readonly share: number | undefined
  readonly low: number
  readonly high: number
  readonly tooFew: boolean
}

/** `of` out of `n`, whole numbers with 0 ≤ of ≤ n. */
export function shareOf(of: number, n: number): Share {
  if (n === 0) return { of, n, share: undefined, low: 0, high: 1, tooFew: true }
  const share = of / n
  const square = Z * Z
  const middle = share + square / (2 * n)
  const reach = Z * Math.sqrt((share * (1 - share)) / n + square / (4 * n * n))
  const low = of === 0 ? 0 : (middle - reach) / (1 + square / n)
  const high = of === n ? 1 : (middle + reach) / (1 + square / n)
  return { of, n, share, low, high, tooFew: n < TOO_FEW }
}

/** Two shares differ so much that their intervals do not even touch: only then may a page say that something changed. */
export const apart = (one: Share, other: Share): boolean =>
  !one.tooFew && !other.tooFew && (one.low > other.high || one.high < other.low)

const percent = (share: number): string => `${Math.round(share * 100)}`
/** '9 of 15: 60 % (36 to 80)' */
export function shareWords({ of, n, share, low, high, tooFew }: Share): string {
  if (share === undefined) return 'None'
  const range = `${of} of ${n}: ${percent(share)} % (${percent(low)} to ${percent(high)})`
  return tooFew ? `${range}, too few to tell` : range
}
