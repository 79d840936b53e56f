// What the forms of events have in common: where they lead, their navigation, and what is said where the record refuses.
import { formatDay, instant, londonDay, londonMidnight, millisecondsOf, parseDay, timeInLondon } from '#calendar'
import type { Refused } from '#database'
import type { Values } from '#drafts'
import { type At, CORRECTED, type Fault, TAKEN_BACK_WORDS } from '#forms'

const toRecord = ({ child }: At): string => `/children/${child}/record`
export const common = { here: '/children', leadsTo: toRecord } as const
/** 'an order': what is put right, or taken back. */
export const corrected = (thing: string) => ({ ...CORRECTED, thing: `a correction of ${thing}` })
export const takenBack = (thing: string) => ({ ...common, thing: `taking back ${thing}`, done: TAKEN_BACK_WORDS })
/** A moment as its two fields show it; the beginning of a day has no time. */
export function momentTyped(field: string, text: string | null): Values {
  if (text === null) return { [field]: [''], [`${field}_time`]: [''] }
  const at = instant(text)
  const on = londonDay(at)
  const midnight = millisecondsOf(londonMidnight(on)) === millisecondsOf(at)
  return { [field]: [formatDay(on)], [`${field}_time`]: [midnight ? '' : timeInLondon(at)] }
}
export const timeTyped = (text: string | null): readonly string[] => [text === null ? '' : timeInLondon(instant(text))]
/** What was so and then ended is no mistake. */
export const NEVER_SO = 'If it was so and then ended, record the end instead.'
export const dayOrUnknown = (text: string | null): string => shownDay(text)[0] ?? 'Not known'
export const shownDay = (text: string | null): readonly string[] => {
  const day = parseDay(text ?? '')
  return day === undefined ? [] : [formatDay(day)]
}

const CARE: Readonly<Record<string, string>> = {
  'overlaps a placement':
    'The record has another home for some of those days. End that one first, or put its days right.',
  'no placement to move from': 'The record has no home that goes on. Record where they were first.',
  'in care already': 'The record has this child in care for some of that time already.',
  'ends before it starts': 'The end has to be after the start.',
}

/** Beside the day of the form, since that is what has to be looked at. */
export const refusedOn =
  (field: string) =>
  ({ kind, constraint }: Refused): Fault => {
    const care = CARE[kind === 'overlap' ? 'overlaps a placement' : (constraint ?? '')]
    if (care !== undefined) return { field, says: care }
    if (kind === 'corrected already')
      return { field: '', says: 'Somebody changed this meanwhile. Open the form again; your text is kept.' }
    if (kind === 'not allowed')
      return {
        field: '',
        says: 'Your part in this child’s life does not allow this. Your text is kept; ask your manager.',
      }
    return { field, says: 'The record does not take this as it is. Look at the days; your text is kept.' }
  }
