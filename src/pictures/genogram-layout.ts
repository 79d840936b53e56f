// Where everything of a family map stands: people, brackets of couples, lines to children, outlines of households, bonds.
import { type BondKind, type GenogramGiven, type GenogramPerson, type ParentKind, soundOf } from './genogram.ts'
import {
  type Bracket,
  bracketsOf,
  type Drop,
  dropsOf,
  entering,
  type Hung,
  hung,
  leaving,
  type Run,
  rowOf,
  runsOf,
  type Sketch,
  xOf,
} from './genogram-lines.ts'
import { placingOf, SLOT } from './genogram-order.ts'
import { tenth, wrapped } from './text.ts'

export const HALF = 23
const NAME = 17
const WORDS = 16
const ROOM = SLOT - 12
const STEP = 14
const SIDE = SLOT / 2

export type Point = { readonly x: number; readonly y: number }
export type PlacedPerson = Point & {
  readonly person: GenogramPerson
  readonly name: readonly string[]
  readonly under: readonly string[]
  /** Where lines to partner and children begin, below the words. */
  readonly bottom: number
}
export type PlacedUnion = {
  readonly from: Point
  readonly to: Point
  readonly y: number
  /** none: they have children and nobody said what they are to each other. */
  readonly look: 'formal' | 'couple' | 'none'
  readonly parted: boolean
  /** Where the strokes of parting are drawn, away from where children hang. */
  readonly cut: number
}
export type PlacedDescent = {
  readonly kind: ParentKind
  readonly from: Point
  readonly y: number
  readonly to: readonly Point[]
}
export type PlacedHouse = {
  readonly name: string
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}
export type PlacedBond = { readonly kind: BondKind; readonly from: Point; readonly to: Point; readonly bend: Point }
export type GenogramLayout = {
  readonly width: number
  readonly height: number
  readonly people: readonly PlacedPerson[]
  readonly unions: readonly PlacedUnion[]
  readonly descents: readonly PlacedDescent[]
  readonly houses: readonly PlacedHouse[]
  readonly bonds: readonly PlacedBond[]
}

type Row = {
  readonly level: number
  readonly ids: readonly string[]
  readonly symbol: number
  readonly words: number
  readonly brackets: number
}
type Words = ReadonlyMap<string, { readonly name: readonly string[]; readonly under: readonly string[] }>
function wordsUnder({ people }: GenogramGiven): Words {
  return new Map(
    people.map(({ id, name, relation, died }) => {
      const under = [relation, died?.replaceAll(' ', '\u00a0')]
        .filter((part) => part !== undefined && part !== '')
        .join(', ')
      return [
        id,
        {
          name: wrapped(name ?? 'Not known', { width: ROOM, size: 15, most: 2 }),
          under: wrapped(under, { width: ROOM, size: 13, most: 2 }),
        },
      ]
    }),
  )
}
const depth = (words: Words, id: string): number => {
  const { name = [], under = [] } = words.get(id) ?? {}
  return HALF + 6 + name.length * NAME + under.length * WORDS
}

type Worded = Sketch & { readonly words: Words }
/** From the top: room for lines to children and for the names of households, the people, their words, the brackets. */
function heights(
  sketch: Worded,
  {
    brackets,
    drops,
    runs,
  }: { readonly brackets: readonly Hung[]; readonly drops: readonly Drop[]; readonly runs: readonly Run[] },
) {
  const levels = [...new Set(sketch.given.people.map(({ id }) => rowOf(sketch, id)))].sort((a, b) => b - a)
  const rows = new Map<number, Row>()
  let y = 16
  for (const level of levels) {
    const ids = sketch.given.people.map(({ id }) => id).filter((id) => rowOf(sketch, id) === level)
    const above = Math.max(-1, ...drops.filter(({ row }) => row === level).map((drop) => drop.level))
    const roof = runs.some(({ row }) => row === level) ? 34 : 0
    const symbol = y + (above + 1) * STEP + (above < 0 ? 0 : 12) + roof + HALF + 6
    const words = symbol + Math.max(...ids.map((id) => depth(sketch.words, id)))
    const below = Math.max(-1, ...brackets.filter(({ row }) => row === level).map((one) => one.level))
    rows.set(level, { level, ids, symbol, words, brackets: words + 12 })
    y = words + 12 + (below + 1) * STEP + 22
  }
  return { rows, height: y }
}

/** The whole map; the same facts give the same map, to the tenth of a pixel. */
export function layoutOf(untried: GenogramGiven): GenogramLayout {
  const given = soundOf(untried)
  const sketch: Worded = { given, placing: placingOf(given), words: wordsUnder(given), brackets: bracketsOf(given) }
  const brackets = hung(sketch)
  const drops = dropsOf(sketch, brackets)
  const runs = runsOf(sketch)
  const { rows, height } = heights(sketch, { brackets, drops, runs })
  const left = Math.min(0, ...given.people.map(({ id }) => xOf(sketch, id))) - SIDE - 14
  const right = Math.max(0, ...given.people.map(({ id }) => xOf(sketch, id))) + SIDE + 14
  const moved = (x: number) => tenth(x - left)
  const rowAt = (level: number): Row => rows.get(level) ?? { level, ids: [], symbol: 0, words: 0, brackets: 0 }
  const point = (id: string): Point => ({ x: moved(xOf(sketch, id)), y: tenth(rowAt(rowOf(sketch, id)).symbol) })
  const bottom = (id: string) => tenth(rowAt(rowOf(sketch, id)).symbol + depth(sketch.words, id) + 4)
  const barY = (one: Hung) => tenth(rowAt(one.row).brackets + Math.max(0, one.level) * STEP)
  const dropY = ({ row, level }: Drop) =>
    tenth(rowAt(row).symbol - HALF - 14 - level * STEP - (runs.some((run) => run.row === row) ? 34 : 0))
  const leaves = leaving(sketch)
  const enters = entering(sketch, drops)
  return {
    width: tenth(right - left),
    height: tenth(height),
    people: given.people.map((person) => ({
      person,
      ...point(person.id),
      ...(sketch.words.get(person.id) ?? { name: [], under: [] }),
      bottom: bottom(person.id),
    })),
    unions: brackets.flatMap((one) => placedUnion(one, { leaves, moved, bottom, barY, drops })),
    descents: drops.map((drop) => ({
      kind: drop.kind,
      from: { x: moved(drop.x), y: drop.hung.level < 0 ? bottom(drop.hung.bracket.ends[0] ?? '') : barY(drop.hung) },
      y: dropY(drop),
      to: drop.children.map((id) => ({ x: moved(enters(drop, id)), y: tenth(point(id).y - HALF) })),
    })),
    houses: runs.map((run) => house(run, { point, bottom, brackets, barY })),
    bonds: given.bonds.map(({ one, other, kind }) => ({ kind, ...bend(point(one), point(other)) })),
  }
}

type Scene = {
  readonly leaves: (bracket: Bracket, id: string) => number
  readonly moved: (x: number) => number
  readonly bottom: (id: string) => number
  readonly barY: (one: Hung) => number
  readonly drops: readonly Drop[]
}
function placedUnion(one: Hung, { leaves, moved, bottom, barY, drops }: Scene): readonly PlacedUnion[] {
  const { ends, union } = one.bracket
  const ordered = ends.map((id) => ({ id, x: moved(leaves(one.bracket, id)) })).sort((a, b) => a.x - b.x)
  const hanging = drops.filter((drop) => drop.hung === one).map(({ x }) => moved(x))
  return ordered.slice(1).map((to, n) => {
    const from = ordered[n] ?? to
    const third = [0.5, 0.3, 0.7].map((share) => tenth(from.x + (to.x - from.x) * share))
    return {
      from: { x: from.x, y: bottom(from.id) },
      to: { x: to.x, y: bottom(to.id) },
      y: barY(one),
      look: union === undefined ? 'none' : union.formal ? 'formal' : 'couple',
      parted: union?.state === 'parted',
      cut: third.find((x) => hanging.every((child) => Math.abs(child - x) > 14)) ?? third[0] ?? from.x,
    }
  })
}

function house(
  { name, ids }: Run,
  {
    point,
    bottom,
    brackets,
    barY,
  }: Pick<Scene, 'bottom' | 'barY'> & { readonly point: (id: string) => Point; readonly brackets: readonly Hung[] },
): PlacedHouse {
  const xs = ids.map((id) => point(id).x)
  const inside = brackets.filter(
    ({ bracket }) => bracket.ends.length > 1 && bracket.ends.every((id) => ids.includes(id)),
  )
  const top = Math.min(...ids.map((id) => point(id).y)) - HALF - 12
  const foot = Math.max(...ids.map((id) => bottom(id) + 2), ...inside.map((one) => barY(one) + 10))
  const x = Math.min(...xs) - SIDE + 6
  return { name, x: tenth(x), y: tenth(top), width: tenth(Math.max(...xs) + SIDE - 6 - x), height: tenth(foot - top) }
}

/** From side to side: a bow above those in one row, a slant between rows. */
function bend(one: Point, other: Point): { readonly from: Point; readonly to: Point; readonly bend: Point } {
  const [a, b] = one.x <= other.x ? [one, other] : [other, one]
  const reach = HALF + 5
  const from = { x: tenth(a.x + reach), y: a.y }
  const to = { x: tenth(a.x === b.x ? b.x + reach : b.x - reach), y: b.y }
  const middle = tenth((from.x + to.x) / 2)
  const level = a.y === b.y ? a.y - 44 : (a.y + b.y) / 2
  return { from, to, bend: { x: a.x === b.x ? tenth(a.x + SIDE) : middle, y: tenth(level) } }
}
