// An action that somebody took further: at whose door it stands, worked out from the day of that and the day by which it was to be done. Pure.
import { addWorkingDays, type IsoDay, londonDay, parseInstant } from '#calendar'
import type { Action, Due } from './action.ts'

export const ACTION_TIERS = ['team manager', 'head of service', 'director'] as const
export type ActionTier = (typeof ACTION_TIERS)[number]
/** Our own number, below the level of law: how many working days each has before it goes on, where a council chose none (AC-01). */
export const RISES_AFTER = 5
/** How many, as the council had it on a day: a number that is chosen later takes nothing back from a tier that it had reached. */
export type RisesAfter = (on: IsoDay) => number

export type Further = { readonly tier: ActionTier; readonly since: IsoDay; readonly why: string | undefined }

/**
 * undefined: nobody took it further, or it is closed. A day ahead, as it was promised, holds it where it is; then it rises by itself
 * and stays with the last until it is closed with what changed for the child. Where working days are not known it does not rise.
 */
export function furtherOn(
  { steps, firstDue, ended }: Pick<Action, 'steps' | 'firstDue' | 'ended'>,
  on: IsoDay,
  after: RisesAfter,
): Further | undefined {
  if (ended !== undefined) return undefined
  let due = firstDue
  let stands: Standing | undefined
  for (const { change, at, why } of steps) {
    const moment = parseInstant(at)
    if (moment === undefined) continue
    const day = londonDay(moment)
    if (change.kind === 'carried on') {
      due = change.due
      if (stands !== undefined) stands = { ...risen(stands, day, after), from: laterOf(day, due) }
    } else if (change.kind === 'taken further' && stands === undefined)
      stands = { tier: ACTION_TIERS[0], since: day, from: laterOf(day, due), why }
  }
  if (stands === undefined) return undefined
  const { tier, since, why } = risen(stands, on, after)
  return { tier, since, why }
}

/** `from`: the day from which the next door is counted. */
type Standing = Further & { readonly from: IsoDay }
const laterOf = (day: IsoDay, due: Due): IsoDay => ('day' in due && due.day > day ? due.day : day)
function risen(stands: Standing, on: IsoDay, after: RisesAfter): Standing {
  let { tier, since, from } = stands
  for (const next of ACTION_TIERS.slice(ACTION_TIERS.indexOf(tier) + 1)) {
    const rises = addWorkingDays(from, after(from))
    if (rises === undefined || rises >= on) break
    ;[tier, since, from] = [next, rises, rises]
  }
  return { ...stands, tier, since, from }
}
