// Who works with whom, and who did before: families kept with one worker, caseloads even, changes as often as they really are.

import type { DayNumber } from '#calendar'
import type { Chance } from '#chance'
import type { Person } from './families.ts'
import { CHILDREN_A_POST } from './published-data.ts'

/** By number: a worker of today, or one who has left. */
export type Turn = {
  readonly worker: number
  readonly former: boolean
  readonly since: DayNumber
  readonly until: DayNumber | undefined
}
export type Staff = { readonly now: number; readonly former: number }

/** Two of three work a full post, and the third three days of five. */
const OF_A_POST = 0.867
const CASELOAD = CHILDREN_A_POST * OF_A_POST
export const staffFor = (children: number): Staff => ({
  now: Math.max(4, Math.ceil(children / CASELOAD)),
  former: Math.max(3, Math.ceil(children / 44)),
})

const lasting = (mean: number, chance: Chance): number => Math.round(-Math.log(1 - chance.next()) * mean)

/** From the first day to the last, each change with a reason of its own time; nobody follows themselves. */
function turnsOf(
  came: DayNumber,
  until: DayNumber,
  { worker, staff, chance }: { readonly worker: number; readonly staff: Staff; readonly chance: Chance },
): readonly Turn[] {
  const turns: Turn[] = []
  let since = Math.max(came, until - 25 - lasting(420, chance))
  turns.unshift({ worker, former: false, since, until: undefined })
  while (since > came) {
    const before = Math.max(came, since - 110 - lasting(420, chance))
    const begins = before - came < 60 ? came : before
    const last = turns[0]
    let other = chance.whole(0, staff.former - 1)
    if (last?.former === true && last.worker === other) other = (other + 1) % staff.former
    turns.unshift({ worker: other, former: true, since: begins, until: since })
    since = begins
  }
  return turns
}

type Knowing = { readonly today: DayNumber; readonly staff: Staff; readonly chance: Chance }
/** Of each child, by code. */
export function workersOf(
  people: readonly Person[],
  { today, staff, chance }: Knowing,
): ReadonlyMap<string, readonly Turn[]> {
  const families = [...Map.groupBy(people, ({ family }) => family).values()].toSorted((a, b) => b.length - a.length)
  const loads = Array.from({ length: staff.now }, (_, worker) => ({ worker, children: 0, order: chance.next() }))
  const turns = new Map<string, readonly Turn[]>()
  for (const members of families) {
    loads.sort((a, b) => a.children - b.children || a.order - b.order)
    const [least] = loads
    if (least === undefined) continue
    least.children += members.length
    const came = Math.min(...members.map((one) => one.came))
    const shared = turnsOf(came, today, { worker: least.worker, staff, chance })
    for (const one of members)
      turns.set(
        one.code,
        shared.flatMap((turn) =>
          turn.until !== undefined && turn.until <= one.came
            ? []
            : [{ ...turn, since: Math.max(turn.since, one.came) }],
        ),
      )
  }
  return turns
}
