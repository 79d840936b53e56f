// Hides counts of one to five, and what would let anybody work them out, by themselves or as a group, from what stays.

/** A total and the parts that make it up. */
export type Sum = { readonly total: string; readonly parts: readonly string[] }

/** Children whose number is some counts less others: those of no count alone, but who has the counts knows how many. */
export type Group = { readonly plus: readonly string[]; readonly minus: readonly string[] }

export type Beside = {
  readonly groups?: readonly Group[]
  /** In how many figures a count stands: it is a pity to hide one that stands in many. */
  readonly uses?: ReadonlyMap<string, number>
}

export const isSmall = (count: number): boolean => count >= 1 && count <= 5

type Row = readonly number[]
/** What the sums say of the hidden counts, as rows that each lead with a count of their own. */
type Solved = { readonly names: readonly string[]; readonly rows: readonly Row[] }

/** As an equation of the hidden counts alone: the others are known numbers. */
const rowOf = ({ plus, minus }: Group, names: readonly string[]): Row =>
  names.map((name) => (plus.includes(name) ? 1 : 0) - (minus.includes(name) ? 1 : 0))

/** Adds a multiple of one row to another, so that its leading number is gone. */
function cleared(row: Row, by: Row, at: number): Row {
  const times = (row[at] ?? 0) / (by[at] ?? 1)
  return row.map((value, place) => {
    const left = value - times * (by[place] ?? 0)
    return Math.abs(left) < 1e-9 ? 0 : left
  })
}

function solve(secret: ReadonlySet<string>, sums: readonly Sum[]): Solved {
  const names = [...secret]
  let rows = sums
    .map(({ total, parts }) => rowOf({ plus: parts, minus: [total] }, names))
    .filter((row) => row.some((value) => value !== 0))
  const solved: Row[] = []
  for (let at = 0; at < names.length; at += 1) {
    const lead = rows.find((row) => row[at] !== 0)
    if (!lead) continue
    rows = rows.filter((row) => row !== lead).map((row) => cleared(row, lead, at))
    for (const [place, row] of solved.entries()) if (row[at] !== 0) solved[place] = cleared(row, lead, at)
    solved.push(lead)
  }
  return { names, rows: solved }
}

/** Whether what is not hidden, put together in any way, tells how many they are. */
function tells({ names, rows }: Solved, group: Group): boolean {
  let left = rowOf(group, names)
  for (const row of rows)
    left = cleared(
      left,
      row,
      row.findIndex((value) => value !== 0),
    )
  return left.every((value) => value === 0)
}

const alone = (name: string): Group => ({ plus: [name], minus: [] })

/** The hidden counts that the sums, put together in any way, give away after all. */
export function givenAway(secret: ReadonlySet<string>, sums: readonly Sum[]): readonly string[] {
  const solved = solve(secret, sums)
  return [...secret].filter((name) => tells(solved, alone(name)))
}

export function sizeOf({ plus, minus }: Group, counts: ReadonlyMap<string, number>): number {
  const sum = (names: readonly string[]) => names.reduce((so, name) => so + (counts.get(name) ?? 0), 0)
  return sum(plus) - sum(minus)
}

/** The hidden parts of a sum together: one of two that add up to two is one. */
const hiddenTogether = (sums: readonly Sum[], secret: ReadonlySet<string>): readonly Group[] =>
  sums.map(({ parts }) => ({ plus: parts.filter((part) => secret.has(part)), minus: [] }))

/** Hides small counts, then others, until nothing that stays tells how many of a small count or group there are. */
export function hiddenCounts(
  counts: ReadonlyMap<string, number>,
  sums: readonly Sum[],
  { groups = [], uses = new Map() }: Beside = {},
): ReadonlySet<string> {
  const has = (names: readonly string[]) => names.every((name) => counts.has(name))
  const known = sums.filter(({ total, parts }) => has([total, ...parts]))
  const small = [...counts.keys()].map(alone).concat(groups.filter(({ plus, minus }) => has([...plus, ...minus])))
  const guarded = small.filter((group) => isSmall(sizeOf(group, counts)))
  const secret = new Set([...counts].filter(([, count]) => isSmall(count)).map(([name]) => name))
  // A zero hides nothing: who sees that only one part is left out besides it knows the part.
  const cost = (name: string) => [counts.get(name) === 0 ? 1 : 0, uses.get(name) ?? 0, counts.get(name) ?? 0]
  for (;;) {
    const solved = solve(secret, known)
    const together = hiddenTogether(known, secret).filter((group) => isSmall(sizeOf(group, counts)))
    const told = [...guarded, ...together].find((group) => tells(solved, group))
    if (told === undefined) return secret
    const open = openFor(told, known, secret).toSorted((one, other) => compare(cost(one), cost(other)))
    const next = open.find((name) => !tells(solve(new Set([...secret, name]), known), told)) ?? open[0]
    if (next === undefined) return secret
    secret.add(next)
  }
}

function compare(one: readonly number[], other: readonly number[]): number {
  const at = one.findIndex((value, place) => value !== other[place])
  return at < 0 ? 0 : (one[at] ?? 0) - (other[at] ?? 0)
}

/** What is not hidden yet of the group and of the sums that touch it; where all that is, of every sum. */
function openFor({ plus, minus }: Group, sums: readonly Sum[], secret: ReadonlySet<string>): readonly string[] {
  const own = [...plus, ...minus]
  const namesOf = (of: readonly Sum[]) => of.flatMap(({ total, parts }) => [total, ...parts])
  const touching = sums.filter((sum) => namesOf([sum]).some((name) => own.includes(name)))
  const open = (names: readonly string[]) => [...new Set(names)].filter((name) => !secret.has(name))
  const near = open([...own, ...namesOf(touching)])
  return near.length > 0 ? near : open(namesOf(sums))
}
