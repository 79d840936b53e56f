// An action that somebody took further: at whose door it stands, worked out from the day of that and the day by which it was to be done. Pure.
import { addWorkingDays, type IsoDay, londonDay, parseInstant } from '#calendar'
import type { Action } from './action.ts'

export const ACTION_TIERS = ['team manager', 'head of service', 'director'] as const
export type ActionTier = (typeof ACTION_TIERS)[number]
/** Our own number, below the level of law: how many working days each has before it goes on. */
export const RISES_AFTER = 5

export type Further = { readonly tier: ActionTier; readonly since: IsoDay; readonly why: string | undefined }

/**
 * undefined: nobody took it further, or it is closed. A day ahead, as it was promised, holds it where it is; then it rises by itself
 * and stays with the last until it is closed with what changed for the child. Where working days are not known it does not rise.
 */
export function furtherOn(
  { steps, due, ended }: Pick<Action, 'steps' | 'due' | 'ended'>,
  on: IsoDay,
): Further | undefined {
  const taken = steps.find(({ change }) => change.kind === 'taken further')
  const at = taken === undefined ? undefined : parseInstant(taken.at)
  if (taken === undefined || at === undefined || ended !== undefined) return undefined
  let since = londonDay(at)
  let tier: ActionTier = ACTION_TIERS[0]
  const held = 'day' in due && due.day > since ? due.day : since
  let from = held
  for (const next of ACTION_TIERS.slice(1)) {
    const rises = addWorkingDays(from, RISES_AFTER)
    if (rises === undefined || rises >= on) break
    ;[tier, since, from] = [next, rises, rises]
  }
  return { tier, since, why: taken.why }
}
