// Whether some children wait longer, live further or are parted more often: by group, with the few hidden.

/** How one child was placed. `failingMiles`: undefined where the distance is right for the child, or not known. */
export interface PlacedChild {
  readonly days: number | undefined
  readonly failingMiles: number | undefined
  /** Undefined: there was nobody to be placed with. */
  readonly together: boolean | undefined
}

/** Fewer children than this are not told of; nor what would give them away. */
export const FEWEST = 5
export const FEW = 'few'
type Told<T> = T | typeof FEW | undefined

export interface GroupTold {
  readonly group: string
  readonly children: number | typeof FEW
  readonly medianDays: Told<number>
  readonly medianMiles: Told<number>
  /** Shares, 0 to 1. */
  readonly over20: Told<number>
  readonly together: Told<number>
}

function median(values: readonly number[]): Told<number> {
  if (values.length === 0) return undefined
  if (values.length < FEWEST) return FEW
  const sorted = values.toSorted((one, other) => one - other)
  const [low, high] = [sorted[Math.floor((sorted.length - 1) / 2)] ?? 0, sorted[Math.floor(sorted.length / 2)] ?? 0]
  return (low + high) / 2
}

/** A share tells of those who are in it and of those who are not. */
function share(of: readonly boolean[]): Told<number> {
  if (of.length === 0) return undefined
  const yes = of.filter(Boolean).length
  const isFew = (count: number) => count > 0 && count < FEWEST
  return of.length < FEWEST || isFew(yes) || isFew(of.length - yes) ? FEW : yes / of.length
}

function told(group: string, children: readonly PlacedChild[]): GroupTold {
  const known = <T>(values: readonly (T | undefined)[]) => values.filter((value) => value !== undefined)
  const miles = known(children.map(({ failingMiles }) => failingMiles))
  return {
    group,
    children: children.length,
    medianDays: median(known(children.map(({ days }) => days))),
    medianMiles: median(miles),
    over20: share(miles.map((one) => one > 20)),
    together: share(known(children.map(({ together }) => together))),
  }
}

const hidden = (group: string): GroupTold => ({
  ...{ group, children: FEW, medianDays: FEW, medianMiles: FEW, over20: FEW, together: FEW },
})

/** One hidden group would be known from the sum of all: the next smallest is hidden with it. */
export function differences<Child extends PlacedChild>(
  children: readonly Child[],
  groupOf: (child: Child) => string,
): readonly GroupTold[] {
  const groups = [...Map.groupBy(children, groupOf)].toSorted(([one], [other]) => (one < other ? -1 : 1))
  const bySize = groups.toSorted(([, one], [, other]) => one.length - other.length)
  const few = bySize.filter(([, of]) => of.length < FEWEST).length
  const out = new Set(bySize.slice(0, few === 1 ? 2 : few).map(([group]) => group))
  return groups.map(([group, of]) => (out.has(group) ? hidden(group) : told(group, of)))
}
