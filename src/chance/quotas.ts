// Shares as whole numbers of children: what a published share comes to, and who is next when families are counted in.
import type { Chance } from './chance.ts'

export type Quotas<T extends string> = ReadonlyMap<T, number>

const keysOf = <T extends string>(shares: Readonly<Record<T, number>>): T[] =>
  Object.keys(shares).filter((key): key is T => key in shares)

/** Whole numbers that add up to `all`, as near to the shares as whole numbers come (largest remainder). */
export function quotasOf<T extends string>(shares: Readonly<Record<T, number>>, all: number): Quotas<T> {
  const keys = keysOf(shares)
  const sum = keys.reduce((total, key) => total + shares[key], 0)
  const exact = keys.map((key) => ({ key, wanted: (shares[key] / sum) * all }))
  const given = new Map(exact.map(({ key, wanted }) => [key, Math.floor(wanted)]))
  const left = all - [...given.values()].reduce((total, one) => total + one, 0)
  for (const { key } of exact.toSorted((a, b) => (b.wanted % 1) - (a.wanted % 1)).slice(0, left))
    given.set(key, (given.get(key) ?? 0) + 1)
  return given
}

/** Every one of so many, in an order of chance: three of `a` and one of `b`. */
export function dealt<T extends string>(quotas: Quotas<T>, chance: Chance): T[] {
  return chance.shuffled([...quotas].flatMap(([key, many]) => Array.from({ length: many }, () => key)))
}

type Giving<T extends string> = (size: number, may?: (key: T) => boolean) => T | undefined
/** Gives out what is left of each kind, several at once; what has most left is likeliest. undefined: nothing may be given. */
export function givingOut<T extends string>(quotas: Quotas<T>, chance: Chance): Giving<T> {
  const left = new Map(quotas)
  return (size, may = () => true) => {
    const allowed = [...left].filter(([key]) => may(key))
    const open = allowed.filter(([, many]) => many >= size)
    const [most] = allowed.toSorted(([, a], [, b]) => b - a)
    const given = open.length === 0 ? most?.[0] : weightedIn(open, chance)
    if (given !== undefined) left.set(given, (left.get(given) ?? 0) - size)
    return given
  }
}

function weightedIn<T extends string>(open: readonly (readonly [T, number])[], chance: Chance): T | undefined {
  let at = chance.next() * open.reduce((sum, [, many]) => sum + many, 0)
  for (const [key, many] of open) {
    at -= many
    if (at < 0) return key
  }
  return open.at(-1)?.[0]
}
