// What may be recorded of education plans, schools and their terms; and what is said where it may not.
import { anyDay, formatDay, happenedDay, type IsoDay, optionalDay } from '#calendar'
import type { Pep } from './pep.ts'

export type EducationRefusal =
  | 'stage unknown'
  | 'happened no day'
  | 'happened after today'
  | 'quality unknown'
  | 'quality of a plan begun'
  | 'name empty'
  | 'first no day'
  | 'last no day'
  | 'ends before it starts'
  | 'overlaps a term'
type Decided<Value> = { readonly ok: Value } | { readonly refused: readonly EducationRefusal[] }

const STAGES: readonly Pep['stage'][] = ['initiated', 'effective']
const QUALITIES = ['good', 'needs work', 'not good enough'] as const
export type PlanQuality = (typeof QUALITIES)[number]
export type TypedPlan = { readonly stage: string; readonly happened: string; readonly quality: string }
export type NewPlan = {
  readonly stage: Pep['stage']
  readonly happened: IsoDay
  readonly quality: PlanQuality | null
}

/** Quality is judged of a plan that is ready; empty: not judged. */
export function mayRecordPlan(typed: TypedPlan, today: IsoDay): Decided<NewPlan> {
  const happened = happenedDay(typed.happened, today)
  const stage = STAGES.find((known) => known === typed.stage)
  const quality = typed.quality === '' ? null : QUALITIES.find((known) => known === typed.quality)
  const refused: EducationRefusal[] = []
  if (stage === undefined) refused.push('stage unknown')
  if ('fault' in happened) refused.push(happened.fault === 'no day' ? 'happened no day' : 'happened after today')
  if (quality === undefined) refused.push('quality unknown')
  else if (quality !== null && stage === 'initiated') refused.push('quality of a plan begun')
  if (stage === undefined || 'fault' in happened || quality === undefined || refused.length > 0) return { refused }
  return { ok: { stage, happened: happened.day, quality } }
}

/** First and last school day, both included. */
export type NewTerm = { readonly name: string; readonly first: IsoDay; readonly last: IsoDay }
export type TypedTerm = { readonly name: string; readonly first: string; readonly last: string }

/** A school publishes its terms ahead; two of one school never overlap. */
export function mayRecordTerm(typed: TypedTerm, standing: readonly NewTerm[]): Decided<NewTerm> {
  const name = typed.name.trim()
  const first = anyDay(typed.first)
  const last = anyDay(typed.last)
  const refused: EducationRefusal[] = []
  if (name === '') refused.push('name empty')
  if ('fault' in first) refused.push('first no day')
  if ('fault' in last) refused.push('last no day')
  if ('fault' in first || 'fault' in last || refused.length > 0) return { refused }
  if (last.day <= first.day) return { refused: ['ends before it starts'] }
  const term = { name, first: first.day, last: last.day }
  const overlaps = standing.some((other) => other.first <= term.last && term.first <= other.last)
  return overlaps ? { refused: ['overlaps a term'] } : { ok: term }
}

/** Half-open; null: the child still goes there. */
export type NewSchoolPlace = { readonly since: IsoDay; readonly until: IsoDay | null }
export function mayGoToSchool(
  typed: { readonly since: string; readonly until: string },
  today: IsoDay,
): Decided<NewSchoolPlace> {
  const since = anyDay(typed.since)
  const until = optionalDay(typed.until, (text) => happenedDay(text, today))
  const refused: EducationRefusal[] = []
  if ('fault' in since) refused.push('first no day')
  if ('fault' in until) refused.push(until.fault === 'no day' ? 'last no day' : 'happened after today')
  if ('fault' in since || 'fault' in until) return { refused }
  if (until.day !== null && until.day <= since.day) return { refused: ['ends before it starts'] }
  return { ok: { since: since.day, until: until.day } }
}

const WORDS: Readonly<Record<EducationRefusal, (today: IsoDay) => string>> = {
  'stage unknown': () => 'Say whether the plan was begun, or is ready and signed off.',
  'happened no day': () => 'Write the day as a day, for example 23 Nov 2026.',
  'happened after today': (today) => `The day cannot be after today, ${formatDay(today)}.`,
  'quality unknown': () => 'Say how good the plan is: good, needs work, or not good enough; or leave it empty.',
  'quality of a plan begun': () => 'A plan is judged when it is ready. Leave the quality empty until then.',
  'name empty': () => 'Write a name.',
  'first no day': () => 'Write the first day as a day, for example 2 Sep 2026.',
  'last no day': () => 'Write the last day as a day, for example 18 Dec 2026.',
  'ends before it starts': () => 'The last day has to be after the first.',
  'overlaps a term': () => 'This school has another term for some of those days.',
}
export const educationRefusalWords = (refusal: EducationRefusal, today: IsoDay): string => WORDS[refusal](today)
