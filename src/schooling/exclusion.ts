// A suspension or a permanent exclusion, and the other education that follows it; what may be recorded.
import { addDays, type IsoDay } from '#calendar'
import { type Decided, daysTyped, oneOf } from '#drafts'

export const EXCLUSIONS = { suspension: 'Suspension', 'permanent exclusion': 'Permanent exclusion' } as const
export type NewExclusion = {
  readonly kind: keyof typeof EXCLUSIONS
  readonly began: IsoDay
  readonly half_days: number | null
  readonly told: IsoDay | null
  readonly education_from: IsoDay | null
  readonly governors: IsoDay | null
  readonly overturned: IsoDay | null
}
export type TypedExclusion = Readonly<Record<Exclude<keyof NewExclusion, 'half_days'> | 'days' | 'words', string>>

const DAYS = {
  began: { thing: 'the first school day of it', needed: true },
  told: { thing: 'the day on which we were told' },
  education_from: { thing: 'the first day of other education', ahead: true, from: 'began' },
  governors: { thing: 'the day of the governors', ahead: true, from: 'began' },
  overturned: { thing: 'the day on which it was overturned', from: 'began' },
}
const SCHOOL_DAYS = /^(\d{1,2})(\.5)?$/
const MOST_HALF_DAYS = 90

/** '2.5' is five half-days. undefined: no number of school days, or more than a school may in a year. */
function halfDaysTyped(text: string): number | undefined {
  const [, whole, half] = SCHOOL_DAYS.exec(text) ?? []
  const found = whole === undefined ? 0 : Number(whole) * 2 + (half === undefined ? 0 : 1)
  return found >= 1 && found <= MOST_HALF_DAYS ? found : undefined
}

export function mayRecordExclusion(typed: TypedExclusion, today: IsoDay): Decided<NewExclusion> {
  const { on, faults: ofDays } = daysTyped(DAYS, typed, today)
  const faults = [...ofDays]
  const kind = oneOf(EXCLUSIONS, typed.kind)
  const began = on('began')
  const told = on('told')
  const half_days = typed.days === '' ? null : halfDaysTyped(typed.days)
  if (kind === undefined) faults.push({ field: 'kind', says: 'Say whether it is a suspension or for good.' })
  if (half_days === undefined || (kind === 'suspension' && half_days === null))
    faults.push({ field: 'days', says: 'Write for how many school days, such as 3 or 2.5; at most 45.' })
  if (kind === 'permanent exclusion' && half_days !== null && half_days !== undefined)
    faults.push({ field: 'days', says: 'A permanent exclusion has no number of days. Leave this empty.' })
  if (began !== null && told !== null && told < addDays(began, -1))
    faults.push({ field: 'told', says: 'We cannot have been told more than a day before it began.' })
  if (kind === undefined || began === null || half_days === undefined || faults.length > 0) return { faults }
  const [education_from, governors, overturned] = [on('education_from'), on('governors'), on('overturned')]
  return { ok: { kind, began, half_days, told, education_from, governors, overturned } }
}

/** 'for 2.5 school days' */
export function lengthWords({ half_days }: { readonly half_days: number | null }): string {
  if (half_days === null) return 'for good'
  return `for ${half_days / 2} school ${half_days === 2 || half_days === 1 ? 'day' : 'days'}`
}
