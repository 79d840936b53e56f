// A board as it is kept: which groups waited, which homes were shown to each and which it would have in one plan, by lines alone; and its mark. Pure.
import { hashOfAll } from '#matching'
import type { LaidOut } from './laid-out.ts'

export type GroupSeen = {
  readonly group: string
  readonly children: readonly string[]
  /** In the order in which they were shown. */
  readonly shown: readonly string[]
  /** In the plan of all at once; null: no place was left for them. */
  readonly home: string | null
}
const isText = (one: unknown): one is string => typeof one === 'string'
/** From the record: what is no group of a board is left out. */
export function groupsSeen(answer: unknown): readonly GroupSeen[] {
  if (!Array.isArray(answer)) return []
  return answer.flatMap((one: unknown): readonly GroupSeen[] => {
    if (typeof one !== 'object' || one === null) return []
    const of = new Map<string, unknown>(Object.entries(one))
    const [group, children, shown, home] = ['group', 'children', 'shown', 'home'].map((name) => of.get(name))
    if (!isText(group) || !Array.isArray(children) || !Array.isArray(shown)) return []
    return [{ group, children: children.filter(isText), shown: shown.filter(isText), home: isText(home) ? home : null }]
  })
}

/** Of the requests, the settings, and what each home is worth to each group: the same board has the same mark. */
export const markOf = ({ groups, policy, board }: LaidOut): string =>
  hashOfAll([groups.map(({ request }) => request), policy, board.input])
