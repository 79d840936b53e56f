// Pupil premium plus of one child in one financial year: held, spent on what, or given back; what may be recorded.
import { day, type IsoDay } from '#calendar'
import { type Decided, daysTyped, oneOf } from '#drafts'

export const USES = {
  'held for the child': 'Held for the child, tied to the education plan',
  tuition: 'Spent on tuition',
  'mentoring or support': 'Spent on mentoring or support',
  'books or equipment': 'Spent on books or equipment',
  activity: 'Spent on an activity',
  technology: 'Spent on technology',
  'something else': 'Spent on something else',
  'given back': 'Given back',
} as const
export type NewPremium = {
  readonly year_ending: IsoDay
  readonly happened: IsoDay
  readonly pence: number
  readonly use: keyof typeof USES
}
export type TypedPremium = Readonly<Record<'year_ending' | 'happened' | 'pounds' | 'use' | 'words', string>>

const POUNDS = /^£?\s?(\d{1,3}(?:,\d{3})*|\d{1,6})(?:\.(\d{2}))?$/
/** undefined: no sum of money above nothing. */
export function penceTyped(text: string): number | undefined {
  const [, pounds, pence = '0'] = POUNDS.exec(text.trim()) ?? []
  const found = pounds === undefined ? 0 : Number(pounds.replaceAll(',', '')) * 100 + Number(pence)
  return found > 0 && found < 100_000_000 ? found : undefined
}
/** '£1,234.50' */
export const poundsWords = (pence: number): string =>
  `£${(pence / 100).toLocaleString('en-GB', { minimumFractionDigits: 2, maximumFractionDigits: 2 })}`

/** 31 March of the financial year in which the day lies. */
export function yearEndingOf(on: IsoDay): IsoDay {
  const year = Number(on.slice(0, 4))
  return day(`${on.slice(5) > '03-31' ? year + 1 : year}-03-31`)
}
/** Those that a form offers: the year that runs, the one before, and the next. */
export function yearsOffered(today: IsoDay): readonly IsoDay[] {
  const ending = yearEndingOf(today)
  const year = Number(ending.slice(0, 4))
  return [ending, day(`${year - 1}-03-31`), day(`${year + 1}-03-31`)]
}

export function mayRecordPremium(typed: TypedPremium, today: IsoDay): Decided<NewPremium> {
  const { on, faults: ofDays } = daysTyped({ happened: { thing: 'the day', needed: true } }, typed, today)
  const faults = [...ofDays]
  const year_ending = /^\d{4}-03-31$/.test(typed.year_ending) ? day(typed.year_ending) : undefined
  const use = oneOf(USES, typed.use)
  const pence = penceTyped(typed.pounds)
  const happened = on('happened')
  if (year_ending === undefined) faults.push({ field: 'year_ending', says: 'Choose the financial year.' })
  if (use === undefined) faults.push({ field: 'use', says: 'Say what it is for, or that it was given back.' })
  if (pence === undefined) faults.push({ field: 'pounds', says: 'Write a sum in pounds, such as 450 or 1,234.50.' })
  if (use === 'something else' && typed.words === '')
    faults.push({ field: 'what', says: 'Write what it was spent on.' })
  if (happened === null || year_ending === undefined || use === undefined || pence === undefined || faults.length > 0)
    return { faults }
  return { ok: { year_ending, happened, pence, use } }
}
