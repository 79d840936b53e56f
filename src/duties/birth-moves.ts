// What another birth date would move: every duty as it stands beside every duty as it would stand, counted by how it changes.
import type { DayNumber } from '#calendar'
import { type Duty, type State, stateOn } from '#ledger'
import type { ChildFacts } from './child-facts.ts'
import { dutiesOf } from './duties-of.ts'

export interface BirthMoves {
  /** Owed before and after, on another day. */
  readonly otherDay: number
  readonly newlyOwed: number
  readonly noLongerOwed: number
  /** The day stays; whether it was met in time, or is known at all, does not. */
  readonly otherwise: number
  readonly overdue: { readonly before: number; readonly after: number }
  /** How many of each rule change, by the rule's name. */
  readonly rules: readonly { readonly name: string; readonly count: number }[]
}

/** Not owed, whatever the day. */
const NOT_OWED: ReadonlySet<State> = new Set(['notApplicable', 'notInForce'])

type Stands = { readonly duty: Duty; readonly state: State; readonly owed: boolean }
function standing(facts: ChildFacts, on: DayNumber): ReadonlyMap<string, Stands> {
  return new Map(
    dutiesOf(facts, on).map((duty) => {
      const state = stateOn(duty, on)
      return [`${duty.basis.rule.id} ${duty.occurrence}`, { duty, state, owed: !NOT_OWED.has(state) }]
    }),
  )
}

type Change = 'otherDay' | 'newlyOwed' | 'noLongerOwed' | 'otherwise'
/** undefined: the duty stands as it stood. */
function changeOf(before: Stands | undefined, after: Stands | undefined): Change | undefined {
  if (before?.owed !== true) return after?.owed === true ? 'newlyOwed' : undefined
  if (after?.owed !== true) return 'noLongerOwed'
  if (before.duty.due !== after.duty.due) return 'otherDay'
  return before.state === after.state ? undefined : 'otherwise'
}

/** `born` undefined: no birth date would be in force. */
export function birthMoves(facts: ChildFacts, born: DayNumber | undefined, on: DayNumber): BirthMoves {
  const [now, then] = [standing(facts, on), standing({ ...facts, birth: birthOn(facts, born) }, on)]
  const counts: Record<Change, number> = { otherDay: 0, newlyOwed: 0, noLongerOwed: 0, otherwise: 0 }
  const byRule = new Map<string, number>()
  for (const key of new Set([...now.keys(), ...then.keys()])) {
    const change = changeOf(now.get(key), then.get(key))
    if (change === undefined) continue
    counts[change] += 1
    const { name } = (then.get(key) ?? now.get(key))?.duty.basis.rule ?? { name: '' }
    byRule.set(name, (byRule.get(name) ?? 0) + 1)
  }
  const overdue = (all: ReadonlyMap<string, Stands>) =>
    [...all.values()].filter(({ state }) => state === 'overdue').length
  return {
    ...counts,
    overdue: { before: overdue(now), after: overdue(then) },
    rules: [...byRule]
      .map(([name, count]) => ({ name, count }))
      .toSorted((a, b) => b.count - a.count || a.name.localeCompare(b.name, 'en')),
  }
}

/** As if it had been recorded when the one that stands was. */
const birthOn = ({ birth, periods }: ChildFacts, born: DayNumber | undefined): ChildFacts['birth'] => {
  if (born === undefined) return undefined
  const { line, recorded } = birth ?? periods[0] ?? { line: '', recorded: 0 }
  return { line, recorded, day: born }
}
