// What may be recorded of a health assessment; and what is said where it may not.
import { formatDay, happenedDay, type IsoDay, optionalDay } from '#calendar'
import type { Assessor, HealthAssessment } from './health-assessment.ts'

export type HealthRefusal =
  | 'kind unknown'
  | 'happened no day'
  | 'happened after today'
  | 'assessor unknown'
  | 'outcome unknown'
  | 'reported no day'
  | 'reported after today'
  | 'reported before it happened'
  | 'mode unknown'

export type TypedAssessment = {
  readonly kind: string
  readonly happened: string
  readonly by: string
  readonly outcome: string
  readonly reported: string
  /** Empty: not said. */
  readonly mode: string
}
type Kind = HealthAssessment['kind']
type Outcome = Exclude<HealthAssessment['outcome'], 'agreed'>
type Mode = 'in person' | 'telephone' | 'video'
export type NewAssessment = {
  readonly kind: Kind
  readonly happened: IsoDay
  readonly by_role: Assessor
  readonly outcome: Outcome
  readonly reported: IsoDay | null
  readonly mode: Mode | null
}

const KINDS: readonly Kind[] = ['initial', 'review']
const ASSESSORS: readonly Assessor[] = ['doctor', 'nurse', 'midwife', 'other']
const OUTCOMES: readonly Outcome[] = ['seen', 'refused']
const MODES: readonly Mode[] = ['in person', 'telephone', 'video']
const oneOf = <Word extends string>(words: readonly Word[], text: string): Word | undefined =>
  words.find((word) => word === text)

type Days = { readonly happened: IsoDay; readonly reported: IsoDay | null }
function daysOf(typed: TypedAssessment, today: IsoDay): Days | { readonly refused: readonly HealthRefusal[] } {
  const happened = happenedDay(typed.happened, today)
  const reported = optionalDay(typed.reported, (text) => happenedDay(text, today))
  const refused: HealthRefusal[] = []
  if ('fault' in happened) refused.push(happened.fault === 'no day' ? 'happened no day' : 'happened after today')
  if ('fault' in reported) refused.push(reported.fault === 'no day' ? 'reported no day' : 'reported after today')
  if ('fault' in happened || 'fault' in reported) return { refused }
  if (reported.day !== null && reported.day < happened.day) return { refused: ['reported before it happened'] }
  return { happened: happened.day, reported: reported.day }
}

/** Who assessed is kept as it was: whether it satisfies the law is for the rule. A child may say no (regulation 7(4)). */
export function mayRecordAssessment(
  typed: TypedAssessment,
  today: IsoDay,
): { readonly ok: NewAssessment } | { readonly refused: readonly HealthRefusal[] } {
  const days = daysOf(typed, today)
  const kind = oneOf(KINDS, typed.kind)
  const by = oneOf(ASSESSORS, typed.by)
  const outcome = oneOf(OUTCOMES, typed.outcome)
  const mode = typed.mode === '' ? null : oneOf(MODES, typed.mode)
  const refused: HealthRefusal[] = 'refused' in days ? [...days.refused] : []
  if (kind === undefined) refused.push('kind unknown')
  if (by === undefined) refused.push('assessor unknown')
  if (outcome === undefined) refused.push('outcome unknown')
  if (mode === undefined) refused.push('mode unknown')
  if ('refused' in days || kind === undefined || by === undefined || outcome === undefined || mode === undefined)
    return { refused }
  return { ok: { kind, by_role: by, outcome, mode, ...days } }
}

const WORDS: Readonly<Record<HealthRefusal, (today: IsoDay) => string>> = {
  'kind unknown': () => 'Say whether it was the initial assessment or a review.',
  'happened no day': () => 'Write the day of the assessment as a day, for example 23 Nov 2026.',
  'happened after today': (today) => `The assessment cannot be after today, ${formatDay(today)}.`,
  'assessor unknown': () => 'Say who assessed: a doctor, a nurse, a midwife, or somebody else.',
  'outcome unknown': () => 'Say whether the child was seen, or said no.',
  'reported no day': () => 'Write the day of the written report as a day, such as 23 Nov 2026, or leave it empty.',
  'reported after today': (today) => `The report cannot be after today, ${formatDay(today)}.`,
  'reported before it happened': () => 'The report cannot be before the assessment.',
  'mode unknown': () => 'Say how: in person, by telephone, or by video; or leave it empty.',
}
export const healthRefusalWords = (refusal: HealthRefusal, today: IsoDay): string => WORDS[refusal](today)
