// Everybody who matters to a child, set around them: a fixed order of kinds, so that the map looks the same each time; pure.
import type { BondKind } from './genogram.ts'
import { tenth, wrapped } from './text.ts'

/** In the order in which they stand around the child, clockwise from the top. */
export const ECO_KINDS = {
  home: 'At home',
  family: 'Family',
  friends: 'Friends',
  school: 'School',
  community: 'Clubs, faith, neighbours',
  help: 'Who helps',
} as const
export type EcoKind = keyof typeof ECO_KINDS

export type EcoPerson = {
  readonly id: string
  readonly name: string
  /** Who they are to the child, in words. */
  readonly relation: string
  readonly kind: EcoKind
  /** As it is recorded between the two; undefined: nobody recorded how they are with each other. */
  readonly bond: BondKind | undefined
}
export type EcoGiven = {
  readonly id: string
  readonly title: string
  readonly child: string
  readonly people: readonly EcoPerson[]
}

export type PlacedEco = {
  readonly person: EcoPerson
  readonly x: number
  readonly y: number
  readonly name: readonly string[]
  readonly relation: readonly string[]
  /** From the child to them. */
  readonly line: string
}
export type EcoLayout = {
  readonly width: number
  readonly height: number
  readonly centre: { readonly x: number; readonly y: number }
  readonly placed: readonly PlacedEco[]
}

/** Half the width and height of what a person takes up, and of the child. */
export const ECO_BOX = { width: 62, height: 34 } as const
export const ECO_CHILD = 46
const RING = { x: 150, y: 104 } as const
const INNER = { x: 210, y: 140 } as const
/** As many as one ring holds before it grows too wide to be looked at. */
const IN_A_RING = 12

type Spot = { readonly x: number; readonly y: number }
/** From the child: evenly round, in as many rings as are needed, `wide` times as far out as they would stand at the least. */
function spotsFor(count: number, wide: number): readonly Spot[] {
  const rings = Math.ceil(count / IN_A_RING)
  return Array.from({ length: count }, (_, at) => {
    const angle = -Math.PI / 2 + (2 * Math.PI * at) / count
    const ring = at % rings
    return {
      x: Math.cos(angle) * wide * (INNER.x + ring * RING.x),
      y: Math.sin(angle) * wide * (INNER.y + ring * RING.y),
    }
  })
}
const GAP = 6
const touch = (a: Spot, b: Spot): boolean =>
  Math.abs(a.x - b.x) < 2 * ECO_BOX.width + GAP && Math.abs(a.y - b.y) < 2 * ECO_BOX.height + GAP
/** As near as they can stand without touching each other. */
function spots(count: number): readonly Spot[] {
  let wide = 1
  let found = spotsFor(count, wide)
  while (found.some((one, at) => found.slice(at + 1).some((other) => touch(one, other)))) {
    wide *= 1.05
    found = spotsFor(count, wide)
  }
  return found
}

export function ecoLayout({ people }: EcoGiven): EcoLayout {
  const kinds = Object.keys(ECO_KINDS)
  const around = people.toSorted((a, b) => kinds.indexOf(a.kind) - kinds.indexOf(b.kind))
  const at = spots(around.length)
  const reach = (axis: 'x' | 'y', least: number): number =>
    Math.ceil(Math.max(least, ...at.map((spot) => Math.abs(spot[axis]))))
  const centre = {
    x: reach('x', ECO_CHILD) + ECO_BOX.width + 8,
    y: reach('y', ECO_CHILD) + ECO_BOX.height + 8,
  }
  const placed = around.map((person, index): PlacedEco => {
    const x = tenth(centre.x + (at[index]?.x ?? 0))
    const y = tenth(centre.y + (at[index]?.y ?? 0))
    return {
      ...{ person, x, y, line: `M${centre.x} ${centre.y}L${x} ${y}` },
      name: wrapped(person.name, { width: 2 * ECO_BOX.width - 10, size: 13.5, most: 2 }),
      relation: wrapped(person.relation, { width: 2 * ECO_BOX.width - 10, size: 13, most: 1 }),
    }
  })
  return { width: 2 * centre.x, height: 2 * centre.y, centre, placed }
}
