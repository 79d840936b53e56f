// The facts of a family map as a picture takes them: who may know what was decided before; every one of them is drawn.

export type GenogramPerson = {
  readonly id: string
  /** undefined: not known; drawn as a gap. */
  readonly name: string | undefined
  readonly relation: string
  readonly sex: 'female' | 'male' | 'other' | 'not known'
  /** '14', 'about 58'; undefined: not known. */
  readonly age: string | undefined
  /** 'died 2019'; undefined: living, or not known to have died. */
  readonly died: string | undefined
  /** The child whose map it is. */
  readonly self: boolean
  /** Generations above the child, where no tie tells it. */
  readonly row: number
}
export type Union = {
  readonly one: string
  readonly other: string
  readonly state: 'goes on' | 'parted' | 'not known'
  /** Married or civil partners: a full line; else a dashed one. */
  readonly formal: boolean
}
export type ParentKind = 'birth' | 'adoptive' | 'carer'
export type Parentage = { readonly parent: string; readonly child: string; readonly kind: ParentKind }
export type Household = { readonly name: string; readonly people: readonly string[] }
export type BondKind = 'close' | 'distant' | 'hard' | 'frightening'
export type Bond = { readonly one: string; readonly other: string; readonly kind: BondKind }
export type GenogramGiven = {
  /** Unique on its page. */
  readonly id: string
  readonly title: string
  readonly people: readonly GenogramPerson[]
  readonly unions: readonly Union[]
  readonly parents: readonly Parentage[]
  readonly households: readonly Household[]
  readonly bonds: readonly Bond[]
}

export const pairKey = (one: string, other: string): string => (one < other ? `${one} ${other}` : `${other} ${one}`)
const firstOfEach = <Item>(items: readonly Item[], key: (item: Item) => string): readonly Item[] =>
  [...new Map(items.toReversed().map((item) => [key(item), item])).values()].reverse()

/** Each person and each tie once; no tie with somebody who is not there, or with oneself. */
export function soundOf(given: GenogramGiven): GenogramGiven {
  const people = firstOfEach(given.people, ({ id }) => id)
  const there = new Set(people.map(({ id }) => id))
  const apart = ({ one, other }: { readonly one: string; readonly other: string }) =>
    one !== other && there.has(one) && there.has(other)
  return {
    ...given,
    people,
    unions: firstOfEach(given.unions.filter(apart), ({ one, other }) => pairKey(one, other)),
    parents: firstOfEach(
      given.parents.filter(({ parent, child }) => apart({ one: parent, other: child })),
      ({ parent, child, kind }) => `${parent} ${child} ${kind}`,
    ),
    households: given.households.map(({ name, people: all }) => ({ name, people: all.filter((id) => there.has(id)) })),
    bonds: firstOfEach(given.bonds.filter(apart), ({ one, other, kind }) => `${pairKey(one, other)} ${kind}`),
  }
}

/** Children who have the same parents in the same way. */
export type FamilyOf = {
  readonly parents: readonly string[]
  readonly children: readonly string[]
  readonly kind: ParentKind
}
export function familiesOf({ parents }: GenogramGiven): readonly FamilyOf[] {
  const byChild = Map.groupBy(parents, ({ child, kind }) => `${kind} ${child}`)
  const ofChildren = [...byChild.values()].map((ties) => ({
    parents: ties.map(({ parent }) => parent).sort(),
    child: ties[0]?.child ?? '',
    kind: ties[0]?.kind ?? 'birth',
  }))
  const groups = Map.groupBy(ofChildren, ({ parents: all, kind }) => `${kind} ${all.join(' ')}`)
  return [...groups.values()].map((each) => ({
    parents: each[0]?.parents ?? [],
    children: each.map(({ child }) => child),
    kind: each[0]?.kind ?? 'birth',
  }))
}

type Step = { readonly to: string; readonly up: number }
function stepsOf(pairs: readonly { readonly from: string; readonly to: string; readonly up: number }[]) {
  const steps = new Map<string, Step[]>()
  for (const { from, to, up } of pairs) {
    steps.set(from, [...(steps.get(from) ?? []), { to, up }])
    steps.set(to, [...(steps.get(to) ?? []), { to: from, up: -up }])
  }
  return (id: string): readonly Step[] => steps.get(id) ?? []
}

/**
 * Generations: the child on 0, parents above. Ties decide, nearest to the child first, and who cares for whom only where
 * nothing else does: a grandmother who is the carer stays a grandmother. Each person is placed once, so that ties which
 * contradict each other, or run in a circle, cannot keep it going.
 */
export function rowsOf({ people, unions, parents }: GenogramGiven): ReadonlyMap<string, number> {
  const parentPairs = (carers: boolean) =>
    parents
      .filter(({ kind }) => (kind === 'carer') === carers)
      .map(({ parent, child }) => ({ from: child, to: parent, up: 1 }))
  const couples = unions.map(({ one, other }) => ({ from: one, to: other, up: 0 }))
  const near = stepsOf([...parentPairs(false), ...couples])
  const caring = stepsOf(parentPairs(true))
  const rows = new Map<string, number>()
  const starts = [...people].sort((a, b) => Number(b.self) - Number(a.self))
  for (const { id, self, row } of starts) {
    if (rows.has(id)) continue
    const first: [string, number][] = [[id, self ? 0 : row]]
    const later: [string, number][] = []
    for (let at = first.shift(); at !== undefined; at = first.shift() ?? later.shift()) {
      const [who, level] = at
      if (rows.has(who)) continue
      rows.set(who, level)
      for (const { to, up } of near(who)) first.push([to, level + up])
      for (const { to, up } of caring(who)) later.push([to, level + up])
    }
  }
  return rows
}
