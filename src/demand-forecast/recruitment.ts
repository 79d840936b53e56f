// The curve of recruiting: what vacancies could do today, then what each next carer would add, of which kind and where.

export interface GroupFar {
  readonly id: string
  readonly size: number
  readonly solo: boolean
}
/** A home, standing or imagined, and the groups that would be near there and fit, by their place in the list. */
export interface Reach {
  readonly id: string
  readonly places: number
  readonly near: readonly number[]
}
/** A kind of carer in an area: `most`, since only so many of a kind can be found. */
export interface CarerOption extends Reach {
  readonly kind: string
  readonly area: string
  readonly most: number
}

export interface CurveAsked {
  readonly groups: readonly GroupFar[]
  readonly vacancies: readonly Reach[]
  readonly options: readonly CarerOption[]
  readonly carers: number
}
export interface CurveStep {
  readonly option: CarerOption
  /** The groups that this carer brings near, and the children in them. */
  readonly groups: readonly string[]
  readonly adds: number
  readonly near: number
}
export interface Curve {
  /** What could be done without recruiting anybody: said first. */
  readonly already: { readonly near: number; readonly groups: readonly string[] }
  readonly steps: readonly CurveStep[]
}

/** The places that a group takes in a home. */
const takes = ({ size, solo }: GroupFar, { places }: Reach): number => (solo ? places : size)

interface Filling {
  readonly children: number
  readonly groups: readonly number[]
}
const EMPTY: Filling = { children: 0, groups: [] }

/** The most children for these places, each group whole: exact, since homes are small. */
function fullest({ places, near }: Reach, groups: readonly GroupFar[], isFree: (group: number) => boolean): Filling {
  const best: Filling[] = Array.from({ length: places + 1 }, () => EMPTY)
  for (const at of near) {
    const group = groups[at]
    if (group === undefined || group.size > places || !isFree(at)) continue
    const need = group.solo ? places : group.size
    for (let room = places; room >= need; room -= 1) {
      const before = best[room - need] ?? EMPTY
      const children = before.children + group.size
      if (children > (best[room]?.children ?? 0)) best[room] = { children, groups: [...before.groups, at] }
    }
    // No home can be fuller than full.
    if (best[places]?.children === places) break
  }
  return best[places] ?? EMPTY
}

/** Groups that fewest homes reach come first, so that the common ones do not take their place. */
function scarceFirst<T extends Reach>(of: readonly T[], groups: readonly GroupFar[]): readonly T[] {
  const reached = new Int32Array(groups.length)
  for (const { near } of of) for (const at of near) reached[at] = (reached[at] ?? 0) + 1
  return of.map((one) => ({
    ...one,
    near: one.near.toSorted((a, b) => (reached[a] ?? 0) - (reached[b] ?? 0) || a - b),
  }))
}

/** Which group is near in which home. */
interface Seating {
  readonly groups: readonly GroupFar[]
  readonly seats: Map<number, Reach>
}

function placesTaken({ groups, seats }: Seating, home: Reach): number {
  let sum = 0
  for (const [at, where] of seats) {
    const group = groups[at]
    if (where === home && group !== undefined) sum += takes(group, home)
  }
  return sum
}

/** Who would come into a home if one group left it; nobody who needs it alone, unless it is empty then. */
function wouldCome(seating: Seating, old: Reach, leaving: number): readonly number[] {
  const { groups, seats } = seating
  const without: Seating = { groups, seats: new Map([...seats].filter(([at]) => at !== leaving)) }
  const taken = placesTaken(without, old)
  const room = { ...old, places: old.places - taken }
  return fullest(room, groups, (at) => !seats.has(at) && !(taken > 0 && groups[at]?.solo === true)).groups
}

/** A group that is near already moves into what is left of a new home where that lets another in. */
function reseated(seating: Seating, home: Reach): void {
  const { groups, seats } = seating
  for (const [at, old] of [...seats]) {
    const group = groups[at]
    const left = home.places - placesTaken(seating, home)
    if (left === 0) return
    if (group === undefined || old === home || !home.near.includes(at) || takes(group, home) > left) continue
    const coming = wouldCome(seating, old, at)
    if (coming.length === 0) continue
    seats.set(at, home)
    for (const one of coming) seats.set(one, old)
  }
}

/** Fills a home; the groups that are near now and were not before. */
function seat(seating: Seating, home: Reach): readonly number[] {
  const { groups, seats } = seating
  const before = new Set(seats.keys())
  for (const at of fullest(home, groups, (group) => !seats.has(group)).groups) seats.set(at, home)
  reseated(seating, home)
  return [...seats.keys()].filter((at) => !before.has(at))
}

/** The next carer is always the one who brings most children near; each step can only add. */
export function recruitmentCurve({ groups, vacancies, options, carers }: CurveAsked): Curve {
  const seating: Seating = { groups, seats: new Map() }
  const { seats } = seating
  const idsOf = (of: readonly number[]) => of.map((at) => groups[at]?.id ?? '')
  const childrenOf = (of: Iterable<number>) => [...of].reduce((sum, at) => sum + (groups[at]?.size ?? 0), 0)
  for (const home of scarceFirst(vacancies, groups)) seat(seating, home)
  const already = { near: childrenOf(seats.keys()), groups: idsOf([...seats.keys()]) }
  const left = scarceFirst(options, groups).map((option) => ({ option, most: option.most, ceiling: option.places }))
  const steps: CurveStep[] = []
  while (steps.length < carers) {
    let best: (typeof left)[number] | undefined
    let most = 0
    for (const one of left) {
      // What an option could add only shrinks as groups are seated: its last figure is a ceiling.
      if (one.most === 0 || one.ceiling <= most) continue
      one.ceiling = fullest(one.option, groups, (at) => !seats.has(at)).children
      if (one.ceiling > most) [best, most] = [one, one.ceiling]
    }
    if (best === undefined) break
    best.most -= 1
    const home = { ...best.option }
    const came = seat(seating, home)
    steps.push({ option: home, groups: idsOf(came), adds: childrenOf(came), near: childrenOf(seats.keys()) })
  }
  return { already, steps }
}

/** The same for one kind of carer after another, since a home for three always looks best. */
export function curvesByKind(asked: CurveAsked): ReadonlyMap<string, Curve> {
  return new Map(
    [...Map.groupBy(asked.options, ({ kind }) => kind)].map(([kind, options]) => [
      kind,
      recruitmentCurve({ ...asked, options }),
    ]),
  )
}
