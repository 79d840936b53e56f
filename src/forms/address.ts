// Where a form stands in the address, and a moment in words: what every page of forms says.
import { formatDay, londonDay, parseInstant, timeInLondon } from '#calendar'
import type { At } from './form.ts'

export const addressOf = (path: string, { child, about }: Pick<At, 'child' | 'about'>): string =>
  path.replace(':child', child ?? '').replace(':about', about ?? '')

/** 'Thu 26 Nov 2026 at 14:32' */
export function savedAt(moment: string): string {
  const at = parseInstant(moment)
  return at === undefined ? '' : `${formatDay(londonDay(at))} at ${timeInLondon(at)}`
}
