// The duties of one child as lines for a reader: in the order of their days, without reasons where those are not theirs to see.
import type { DayNumber } from '#calendar'
import type { ChildFacts } from '#duties'
import { dutiesOf } from '#duties'
import { type Duty, type DutyLine, dutyLine, dutyTitle, STATES, type State, scopeOf } from '#ledger'

export interface Reader {
  /** How the child is named to the reader. */
  readonly shown: string
  readonly scopes: ReadonlySet<string>
}

/** What the ledger gives to those who may see duties, and not the part of the record that the rule reads. */
function withoutReasons(duty: Duty): Duty {
  return { ...duty, trigger: undefined, dueAt: undefined, doneBy: undefined, closing: undefined, excuse: undefined }
}

function lineFor(duty: Duty, { shown, scopes }: Reader, reading: Parameters<typeof dutyLine>[2]): DutyLine {
  if (scopes.has(scopeOf(duty.basis))) return dutyLine(shown, duty, reading)
  const bare = withoutReasons(duty)
  const line = dutyLine(shown, bare, { on: reading.on })
  return { ...line, because: `${dutyTitle(bare)}. The reasons are in a part of the record that you may not see.` }
}

/** Duties whose day is not known come last. */
const orderOf = ({ due, rule, occurrence }: DutyLine): string => `${due ?? '9999-99-99'} ${rule} ${occurrence}`
const inOrder = (a: DutyLine, b: DutyLine): number => (orderOf(a) < orderOf(b) ? -1 : 1)

/** Sorted by the day on which they are due. */
export function dutyLines(facts: ChildFacts, on: DayNumber, reader: Reader): readonly DutyLine[] {
  const reading = { on, coverage: facts.coverage }
  return dutiesOf(facts, on)
    .map((duty) => lineFor(duty, reader, reading))
    .sort(inOrder)
}

/** How many duties are in each state; those recorded late are counted besides. */
export interface Tally {
  readonly states: Map<State, number>
  recordedLate: number
}

export const emptyTally = (): Tally => ({ states: new Map(), recordedLate: 0 })

export function addTo(tally: Tally, { state, shownLate }: DutyLine): void {
  tally.states.set(state, (tally.states.get(state) ?? 0) + 1)
  if (shownLate) tally.recordedLate += 1
}

/** '3 overdue, 1 due soon, …; 1 recorded late' */
export function tallyWords({ states, recordedLate }: Tally): string {
  const each = Object.entries(STATES).map(([state, words]) => {
    const found = [...states].find(([known]) => known === state)
    return `${found?.[1] ?? 0} ${words}`
  })
  return `${each.join(', ')}; ${recordedLate} recorded late`
}
