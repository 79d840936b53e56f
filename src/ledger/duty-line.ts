// A duty as the command line prints it: one flat line that a machine may read, with its words.
import { type DayNumber, dayOf, type IsoDay } from '#calendar'
import { citationText, type Level, type Verification } from '#law'
import type { Duty } from './duty.ts'
import { type State, stateOn } from './state.ts'
import { dutyWords, missingWords, type Reading } from './wording.ts'

export interface DutyLine {
  readonly child: string
  readonly rule: string
  readonly occurrence: string
  readonly state: State
  readonly trigger: IsoDay | null
  readonly due: IsoDay | null
  readonly done: IsoDay | null
  readonly shownLate: boolean
  readonly missing: string | null
  readonly because: string
  readonly citations: readonly string[]
  readonly level: Level
  readonly verification: Verification
}

const written = (n: DayNumber | undefined): IsoDay | null => (n === undefined ? null : dayOf(n))

export function dutyLine(child: string, duty: Duty, reading: Reading): DutyLine {
  const { rule, cites } = duty.basis
  const citations = [cites, ...rule.cites].map(citationText)
  return {
    child,
    rule: rule.id,
    occurrence: duty.occurrence,
    state: stateOn(duty, reading.on, reading.dueSoonDays),
    trigger: written(duty.trigger),
    due: written(duty.due),
    done: written(duty.done),
    shownLate: duty.shownLate,
    missing: missingWords(duty, reading) ?? null,
    because: dutyWords(duty, reading),
    citations: [...new Set(citations)],
    level: rule.level,
    verification: rule.verification,
  }
}
