// The state of a duty on the day it is read: soon and overdue are computed here, never stored.
import type { DayNumber } from '#calendar'
import type { Duty, MissingFact } from './duty.ts'

export const STATES = {
  notYetDue: 'not yet due',
  dueSoon: 'due soon',
  overdue: 'overdue',
  doneOnTime: 'done on time',
  doneLate: 'done late',
  notApplicable: 'not applicable',
  excused: 'excused',
  unknown: 'not known',
  notInForce: 'not in force',
} as const
export type State = keyof typeof STATES

export const DUE_SOON_DAYS = 7

/** The next one, whose day nobody knows since the one before it is not known: no longer owed once its time is over. */
function isUnknownNext({ trigger, due, missing }: Duty): boolean {
  if (trigger !== undefined || due !== undefined) return false
  return (
    missing === 'eventsOfKind' ||
    missing === 'lastVisit' ||
    missing === 'lastReview' ||
    missing === 'lastHealthAssessment'
  )
}

/** Overdue from 00:00 in London on the day after the due day, and for good if it closed only after that. */
export function stateOn(duty: Duty, on: DayNumber, dueSoonDays: number = DUE_SOON_DAYS): State {
  const { due, closes, coveredUntil } = duty
  if (duty.standing === 'unknown' && isUnknownNext(duty))
    return closes === undefined || closes > on ? 'unknown' : 'notApplicable'
  if (duty.standing !== 'open') return duty.standing
  if (closes !== undefined && closes <= on && (due === undefined || closes <= due)) return 'notApplicable'
  if (coveredUntil === undefined) return 'unknown'
  if (due === undefined) return 'notYetDue'
  if (on <= due) return due - on <= dueSoonDays ? 'dueSoon' : 'notYetDue'
  return coveredUntil >= due ? 'overdue' : 'unknown'
}

/** Overdue, or to come, and something can still be done about it. */
export function isStillOwed(duty: Duty, on: DayNumber): boolean {
  const state = stateOn(duty, on)
  if (state === 'overdue') return duty.closes === undefined || duty.closes > on
  return state === 'dueSoon' || state === 'notYetDue'
}

/** Named whenever the state is unknown. */
export function missingOn(duty: Duty, on: DayNumber): MissingFact | undefined {
  if (stateOn(duty, on) !== 'unknown') return undefined
  return duty.missing ?? 'eventsOfKind'
}
