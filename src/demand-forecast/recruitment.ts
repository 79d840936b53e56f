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

/** Who would come into a home if some groups left it; nobody who needs it alone, unless it is empty then. */
function wouldCome({ groups, seats }: Seating, old: Reach, leaving: readonly number[]): readonly number[] {
  const without: Seating = { groups, seats: new Map([...seats].filter(([at]) => !leaving.includes(at))) }
  const taken = placesTaken(without, old)
  const room = { ...old, places: old.places - taken }
  return fullest(room, groups, (at) => !seats.has(at) && !(taken > 0 && groups[at]?.solo === true)).groups
}

/** Of one home, who could move into what is left of another: each alone, then as many as fit. */
function movers(
  { groups, seats }: Seating,
  old: Reach,
  home: Reach & { left: number },
): readonly (readonly number[])[] {
  const could = [...seats].flatMap(([at, where]) => (where === old && home.near.includes(at) ? [at] : []))
  const need = (at: number) => {
    const group = groups[at]
    return group === undefined ? Infinity : takes(group, home)
  }
  const each = could.filter((at) => need(at) <= home.left)
  let left = home.left
  const together = each.filter((at) => {
    const fits = need(at) <= left
    left -= fits ? need(at) : 0
    return fits
  })
  return [...each.map((at) => [at]), ...(together.length > 1 ? [together] : [])]
}

/** Groups that are near already move into what is left of a new home where that lets others in. */
function reseated(seating: Seating, home: Reach): void {
  const { seats } = seating
  for (const old of new Set(seats.values())) {
    if (old === home) continue
    for (const leaving of movers(seating, old, { ...home, left: home.places - placesTaken(seating, home) })) {
      const coming = wouldCome(seating, old, leaving)
      if (coming.length === 0) continue
      for (const at of leaving) seats.set(at, home)
      for (const at of coming) seats.set(at, old)
      break
    }
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

interface Candidate {
  readonly option: CarerOption
  left: number
  /** What it could add when it was last looked at; it only shrinks as groups are seated. */
  ceiling: number
}

/** Who fills most places with groups that are far. */
function addsMost({ groups, seats }: Seating, candidates: readonly Candidate[]): Candidate | undefined {
  let best: Candidate | undefined
  let most = 0
  for (const one of candidates) {
    if (one.left === 0 || one.ceiling <= most) continue
    one.ceiling = fullest(one.option, groups, (at) => !seats.has(at)).children
    if (one.ceiling > most) [best, most] = [one, one.ceiling]
  }
  return best
}

const childrenIn = (groups: readonly GroupFar[], of: Iterable<number>): number =>
  [...of].reduce((sum, at) => sum + (groups[at]?.size ?? 0), 0)

/** Where nobody does, who makes room elsewhere for most: groups that are near move in, and others take their places. */
function makesRoomForMost({ groups, seats }: Seating, candidates: readonly Candidate[]): Candidate | undefined {
  let best: Candidate | undefined
  let most = 0
  for (const one of candidates) {
    if (one.left === 0) continue
    const came = childrenIn(groups, seat({ groups, seats: new Map(seats) }, { ...one.option }))
    if (came > most) [best, most] = [one, came]
  }
  return best
}

/** The next carer is always the one who brings most children near; each step can only add. */
export function recruitmentCurve({ groups, vacancies, options, carers }: CurveAsked): Curve {
  const seating: Seating = { groups, seats: new Map() }
  const { seats } = seating
  const idsOf = (of: readonly number[]) => of.map((at) => groups[at]?.id ?? '')
  for (const home of scarceFirst(vacancies, groups)) seat(seating, home)
  const already = { near: childrenIn(groups, seats.keys()), groups: idsOf([...seats.keys()]) }
  const candidates = scarceFirst(options, groups).map((option) => ({
    option,
    left: option.most,
    ceiling: option.places,
  }))
  const steps: CurveStep[] = []
  while (steps.length < carers) {
    const best = addsMost(seating, candidates) ?? makesRoomForMost(seating, candidates)
    if (best === undefined) break
    best.left -= 1
    const home = { ...best.option }
    const came = seat(seating, home)
    steps.push({
      option: home,
      groups: idsOf(came),
      adds: childrenIn(groups, came),
      near: childrenIn(groups, seats.keys()),
    })
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
