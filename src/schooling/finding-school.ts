// Finding a school: applications with their outcomes, and education between schools; what may be recorded.
import type { IsoDay } from '#calendar'
import { type Decided, daysTyped, oneOf, wholeTyped } from '#drafts'

export const WAYS = {
  'during the year': 'During the school year',
  'at the usual time': 'At the usual time, with everybody else',
  'education, health and care plan': 'Named in an education, health and care plan',
  direction: 'The council directs the school',
} as const
export const APPLICATION_OUTCOMES = { offered: 'Offered', refused: 'Refused', withdrawn: 'Withdrawn' } as const
export const INTERIM = {
  'tuition at home': 'Tuition at home',
  'tuition elsewhere': 'Tuition somewhere else',
  'online lessons': 'Online lessons',
  'alternative provision': 'Alternative provision',
  'hospital school': 'Hospital school',
} as const

export type NewApplication = {
  readonly school: string | null
  readonly way: keyof typeof WAYS
  readonly asked: IsoDay
  readonly outcome: keyof typeof APPLICATION_OUTCOMES | null
  readonly answered: IsoDay | null
}
export type TypedApplication = { readonly [Name in keyof NewApplication]: string } & { readonly words: string }

const ASKED = {
  asked: { thing: 'the day of the application', needed: true },
  answered: { thing: 'the day of the answer', from: 'asked' },
}
/** `schools`: those of the list; another is named in words. */
export function mayApply(
  typed: TypedApplication,
  { today, schools }: { readonly today: IsoDay; readonly schools: readonly { readonly id: string }[] },
): Decided<NewApplication> {
  const { on, faults: ofDays } = daysTyped(ASKED, typed, today)
  const faults = [...ofDays]
  const way = oneOf(WAYS, typed.way)
  const outcome = typed.outcome === '' ? null : oneOf(APPLICATION_OUTCOMES, typed.outcome)
  const school = schools.find(({ id }) => id === typed.school)?.id ?? null
  const [asked, answered] = [on('asked'), on('answered')]
  if (school === null && typed.words === '')
    faults.push({ field: 'school', says: 'Choose the school, or write its name below.' })
  if (way === undefined) faults.push({ field: 'way', says: 'Say how the place was asked for.' })
  if (outcome === undefined) faults.push({ field: 'outcome', says: 'Say what the answer was.' })
  if (typed.outcome !== '' && typed.answered === '')
    faults.push({ field: 'answered', says: 'Write the day of the answer, such as 23 Nov 2026.' })
  if (typed.outcome === '' && typed.answered !== '')
    faults.push({ field: 'outcome', says: 'Say what the answer was on that day.' })
  if (way === undefined || asked === null || outcome === undefined || faults.length > 0) return { faults }
  return { ok: { school, way, asked, outcome, answered } }
}

export type NewInterim = {
  readonly kind: keyof typeof INTERIM
  readonly since: IsoDay
  readonly until: IsoDay | null
  readonly hours_a_week: number | null
}
export type TypedInterim = Readonly<Record<keyof NewInterim, string>>
const TAUGHT = {
  since: { thing: 'the first day of it', needed: true },
  until: { thing: 'the day on which it had ended', from: 'since' },
}
const MOST_HOURS = 40
export function mayTeachMeanwhile(typed: TypedInterim, today: IsoDay): Decided<NewInterim> {
  const { on, faults: ofDays } = daysTyped(TAUGHT, typed, today)
  const faults = [...ofDays]
  const kind = oneOf(INTERIM, typed.kind)
  const hours = typed.hours_a_week === '' ? null : wholeTyped(typed.hours_a_week)
  const [since, until] = [on('since'), on('until')]
  if (kind === undefined) faults.push({ field: 'kind', says: 'Say what kind of education it is.' })
  if (hours === undefined || (hours !== null && (hours < 1 || hours > MOST_HOURS)))
    faults.push({ field: 'hours_a_week', says: 'Write whole hours, from 1 to 40; or leave it empty.' })
  if (since !== null && until === since)
    faults.push({ field: 'until', says: 'It ends after the day on which it began.' })
  if (kind === undefined || since === null || hours === undefined || faults.length > 0) return { faults }
  return { ok: { kind, since, until, hours_a_week: hours } }
}
