// Invented boards for tests and benches: children in groups, homes on a map, worth that falls with distance; and boards small enough to try everything.
import { chanceFrom } from '#chance'
import type { BoardInput } from './board.ts'

export interface BoardAsked {
  readonly seed: string
  readonly children: number
  readonly places: number
  /** Of the pairs, how many can be. */
  readonly open?: number
}

/** A third of the groups are brothers and sisters, one in twenty has the home to itself. */
export function inventedBoard({ seed, children, places, open = 0.44 }: BoardAsked): BoardInput {
  const chance = chanceFrom(seed)
  const spot = () => ({ x: chance.next() * 60, y: chance.next() * 60 })
  const groups: (BoardInput['groups'][number] & { at: { x: number; y: number } })[] = []
  const homes: (BoardInput['homes'][number] & { at: { x: number; y: number } })[] = []
  for (let left = children; left > 0; left -= groups.at(-1)?.size ?? 1) {
    const size = Math.min(left, chance.happens(0.32) ? chance.whole(2, 4) : 1)
    groups.push({ id: `g${groups.length}`, size, solo: size === 1 && chance.happens(0.05), at: spot() })
  }
  for (let left = places; left > 0; left -= homes.at(-1)?.free ?? 1)
    homes.push({ id: `h${homes.length}`, free: Math.min(left, chance.whole(1, 3)), at: spot() })
  const pairs = groups.flatMap((group) =>
    homes.flatMap((home) => {
      const miles = Math.hypot(group.at.x - home.at.x, group.at.y - home.at.y)
      if (group.size > home.free || !chance.happens(open)) return []
      const score = Math.round(10 * Math.max(5, 60 - miles + 40 * chance.next())) / 10
      return [{ group: group.id, home: home.id, score }]
    }),
  )
  return {
    groups: groups.map(({ id, size, solo }) => ({ id, size, solo })),
    homes: homes.map(({ id, free }) => ({ id, free })),
    pairs,
  }
}
