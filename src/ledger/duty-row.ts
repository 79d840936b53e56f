// A duty as the ledger's tables keep it, and back again.
import type { DayNumber } from '#calendar'
import type { Basis } from './basis.ts'
import { CLOSINGS, type Closing, type Duty, MISSING_FACTS, type MissingFact, type Standing } from './duty.ts'
import { type Scope, scopeOf } from './scope.ts'

/** Days as numbers since 1970, moments in milliseconds; the names are those of the columns. */
export interface DutyRow {
  readonly child: string
  readonly basis: string
  readonly occurrence: string
  readonly rule: string
  readonly scope: Scope
  readonly standing: Standing
  readonly due: DayNumber | null
  readonly done: DayNumber | null
  readonly closes: DayNumber | null
  readonly covered_until: DayNumber | null
  readonly shown_late: boolean
  readonly missing: string | null
  readonly trigger_day: DayNumber | null
  readonly due_at: number | null
  readonly done_by: string | null
  readonly closing: string | null
  readonly excuse: string | null
}

export function dutyRow(child: string, duty: Duty): DutyRow {
  const { basis } = duty
  return {
    child,
    basis: basis.id,
    occurrence: duty.occurrence,
    rule: basis.rule.id,
    scope: scopeOf(basis),
    standing: duty.standing,
    due: duty.due ?? null,
    done: duty.done ?? null,
    closes: duty.closes ?? null,
    covered_until: duty.coveredUntil ?? null,
    shown_late: duty.shownLate,
    missing: duty.missing ?? null,
    trigger_day: duty.trigger ?? null,
    due_at: duty.dueAt ?? null,
    done_by: duty.doneBy ?? null,
    closing: duty.closing ?? null,
    excuse: duty.excuse ?? null,
  }
}

const isMissingFact = (text: string): text is MissingFact => Object.hasOwn(MISSING_FACTS, text)
const isClosing = (text: string): text is Closing => Object.hasOwn(CLOSINGS, text)

/** The same duty again; what the reader may not see, or what no longer has words, is undefined. */
export function dutyOfRow(row: Omit<DutyRow, 'child' | 'rule' | 'scope' | 'basis'>, basis: Basis): Duty {
  const { missing, closing } = row
  return {
    basis,
    occurrence: row.occurrence,
    trigger: row.trigger_day ?? undefined,
    due: row.due ?? undefined,
    dueAt: row.due_at ?? undefined,
    done: row.done ?? undefined,
    doneBy: row.done_by ?? undefined,
    closes: row.closes ?? undefined,
    closing: closing !== null && isClosing(closing) ? closing : undefined,
    coveredUntil: row.covered_until ?? undefined,
    standing: row.standing,
    shownLate: row.shown_late,
    missing: missing !== null && isMissingFact(missing) ? missing : undefined,
    excuse: row.excuse ?? undefined,
  }
}
