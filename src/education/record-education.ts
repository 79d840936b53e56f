// What may be recorded of education plans, schools and their terms; and what is said where it may not.
import { anyDay, formatDay, happenedDay, type IsoDay, optionalDay } from '#calendar'
import { oneOf, wholeTyped } from '#drafts'
import type { Pep } from './pep.ts'

export type EducationRefusal =
  | 'stage unknown'
  | 'happened no day'
  | 'happened after today'
  | 'quality unknown'
  | 'quality of a plan begun'
  | 'term unknown'
  | 'rated by nobody'
  | 'rated without a quality'
  | 'rated no day'
  | 'rated before the plan'
  | 'name empty'
  | 'first no day'
  | 'last no day'
  | 'ends before it starts'
  | 'left for no reason known'
  | 'left and still there'
  | 'year unknown'
  | 'overlaps a term'
  | 'half-term no days'
  | 'half-term not in the term'
  | 'training no day'
  | 'training not in the term'
type Decided<Value> = { readonly ok: Value } | { readonly refused: readonly EducationRefusal[] }

const STAGES: readonly Pep['stage'][] = ['initiated', 'effective']
const QUALITIES = ['good', 'needs work', 'not good enough'] as const
export type PlanQuality = (typeof QUALITIES)[number]
export const TERMS = { autumn: 'Autumn', spring: 'Spring', summer: 'Summer' } as const
export const RATERS = {
  'virtual school': 'The virtual school',
  'designated teacher': 'The designated teacher',
  'somebody else': 'Somebody else',
} as const
export type TypedPlan = {
  readonly stage: string
  readonly happened: string
  readonly quality: string
  /** Left out or empty: not said. */
  readonly term?: string
  readonly ratedBy?: string
  readonly rated?: string
}
export type NewPlan = {
  readonly stage: Pep['stage']
  readonly happened: IsoDay
  readonly quality: PlanQuality | null
} & Rating & { readonly term: keyof typeof TERMS | null }
type Rating = { readonly rated_by: keyof typeof RATERS | null; readonly rated: IsoDay | null }

/** Who judged it, and when; of a plan that was judged. */
function ratingOf({ quality, happened, ratedBy = '', rated = '' }: TypedPlan, today: IsoDay): Decided<Rating> {
  const rated_by = ratedBy === '' ? null : oneOf(RATERS, ratedBy)
  const on = optionalDay(rated, (text) => happenedDay(text, today))
  if (rated_by === undefined || (rated_by === null && rated !== '')) return { refused: ['rated by nobody'] }
  if (rated_by !== null && quality === '') return { refused: ['rated without a quality'] }
  if ('fault' in on) return { refused: ['rated no day'] }
  return on.day !== null && on.day < happened
    ? { refused: ['rated before the plan'] }
    : { ok: { rated_by, rated: on.day } }
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
  const term = (typed.term ?? '') === '' ? null : oneOf(TERMS, typed.term ?? '')
  if (term === undefined) refused.push('term unknown')
  const rating = ratingOf(typed, today)
  if ('refused' in rating) return { refused: [...refused, ...rating.refused] }
  if (stage === undefined || 'fault' in happened || quality === undefined || term === undefined || refused.length > 0)
    return { refused }
  return { ok: { stage, happened: happened.day, quality, term, ...rating.ok } }
}

/** First and last school day, both included; and within them the days on which nobody is taught. */
export type NewTerm = {
  readonly name: string
  readonly first: IsoDay
  readonly last: IsoDay
  readonly half: readonly [IsoDay, IsoDay] | null
  readonly training: readonly IsoDay[]
}
export type StandingTerm = NewTerm & { readonly id: string }
/** `urn`: its number in Get Information about Schools, where somebody knew it. */
export type School = { readonly id: string; readonly name: string; readonly urn: string | null }
type Spent = Pick<NewTerm, 'first' | 'last'>
export type TypedTerm = {
  readonly name: string
  readonly first: string
  readonly last: string
  readonly halfFirst?: string
  readonly halfLast?: string
  readonly training?: readonly string[]
}

/** Half-term and training days, without which school days cannot be counted. */
function closedOf(
  { halfFirst = '', halfLast = '', training = [] }: TypedTerm,
  { first, last }: Spent,
): Decided<Closed> {
  const inside = (on: IsoDay): boolean => on > first && on < last
  const [from, until] = [optionalDay(halfFirst, anyDay), optionalDay(halfLast, anyDay)]
  if ('fault' in from || 'fault' in until || (from.day === null) !== (until.day === null))
    return { refused: ['half-term no days'] }
  const half = from.day === null || until.day === null ? null : ([from.day, until.day] as const)
  if (half !== null && (half[0] > half[1] || !inside(half[0]) || !inside(half[1])))
    return { refused: ['half-term not in the term'] }
  const days = training.map(anyDay).flatMap((one) => ('day' in one ? [one.day] : []))
  if (days.length < training.length) return { refused: ['training no day'] }
  if (days.some((on) => on < first || on > last)) return { refused: ['training not in the term'] }
  return { ok: { half, training: days } }
}
type Closed = Pick<NewTerm, 'half' | 'training'>

/** A school publishes its terms ahead; two of one school never overlap. */
export function mayRecordTerm(typed: TypedTerm, standing: readonly Spent[]): Decided<NewTerm> {
  const name = typed.name.trim()
  const first = anyDay(typed.first)
  const last = anyDay(typed.last)
  const refused: EducationRefusal[] = []
  if (name === '') refused.push('name empty')
  if ('fault' in first) refused.push('first no day')
  if ('fault' in last) refused.push('last no day')
  if ('fault' in first || 'fault' in last || refused.length > 0) return { refused }
  if (last.day <= first.day) return { refused: ['ends before it starts'] }
  const closed = closedOf(typed, { first: first.day, last: last.day })
  if ('refused' in closed) return closed
  const term = { name, first: first.day, last: last.day, ...closed.ok }
  const overlaps = standing.some((other) => other.first <= term.last && term.first <= other.last)
  return overlaps ? { refused: ['overlaps a term'] } : { ok: term }
}

/** Half-open; null: the child still goes there. */
export type NewSchoolPlace = { readonly since: IsoDay; readonly until: IsoDay | null } & Leaving
export const LEFT_BECAUSE = {
  'a move of home': 'A move of home',
  'the usual end': 'The usual end of that school',
  excluded: 'They were excluded for good',
  'another reason': 'Another reason',
} as const
type Leaving = { readonly left_because: keyof typeof LEFT_BECAUSE | null; readonly left_in_year: number | null }
export type TypedSchoolPlace = {
  readonly since: string
  readonly until: string
  /** Left out or empty: not said. */
  readonly because?: string
  readonly year?: string
}
/** 0: Reception. */
export const SCHOOL_YEARS = 13

/** Why, and in which school year: a school year is not an age, so it is asked. */
function leavingOf({ until, because = '', year = '' }: TypedSchoolPlace): Decided<Leaving> {
  const left_because = because === '' ? null : oneOf(LEFT_BECAUSE, because)
  const left_in_year = year === '' ? null : wholeTyped(year)
  if (left_because === undefined) return { refused: ['left for no reason known'] }
  if (left_in_year === undefined || (left_in_year ?? 0) > SCHOOL_YEARS) return { refused: ['year unknown'] }
  if (until === '' && (left_because !== null || left_in_year !== null)) return { refused: ['left and still there'] }
  return { ok: { left_because, left_in_year } }
}

export function mayGoToSchool(typed: TypedSchoolPlace, today: IsoDay): Decided<NewSchoolPlace> {
  const leaving = leavingOf(typed)
  const since = anyDay(typed.since)
  const until = optionalDay(typed.until, (text) => happenedDay(text, today))
  const refused: EducationRefusal[] = []
  if ('fault' in since) refused.push('first no day')
  if ('fault' in until) refused.push(until.fault === 'no day' ? 'last no day' : 'happened after today')
  if ('refused' in leaving) refused.push(...leaving.refused)
  if ('fault' in since || 'fault' in until || 'refused' in leaving) return { refused }
  if (until.day !== null && until.day <= since.day) return { refused: ['ends before it starts'] }
  return { ok: { since: since.day, until: until.day, ...leaving.ok } }
}

const WORDS: Readonly<Record<EducationRefusal, (today: IsoDay) => string>> = {
  'stage unknown': () => 'Say whether the plan was begun, or is ready and signed off.',
  'happened no day': () => 'Write the day as a day, for example 23 Nov 2026.',
  'happened after today': (today) => `The day cannot be after today, ${formatDay(today)}.`,
  'quality unknown': () => 'Say how good the plan is: good, needs work, or not good enough; or leave it empty.',
  'quality of a plan begun': () => 'A plan is judged when it is ready. Leave the quality empty until then.',
  'term unknown': () => 'Say of which term the plan is, or leave it empty.',
  'rated by nobody': () => 'Say who judged the plan.',
  'rated without a quality': () => 'Say how good the plan is, or leave out who judged it.',
  'rated no day': () => 'Write the day on which it was judged, not after today; or leave it empty.',
  'rated before the plan': () => 'A plan is judged on its own day or later.',
  'left for no reason known': () => 'Say why they left, or that it is not known.',
  'left and still there': () => 'Write from which day they no longer go there, or leave why and the year empty.',
  'year unknown': () => 'Choose the school year, or leave it empty.',
  'name empty': () => 'Write a name.',
  'first no day': () => 'Write the first day as a day, for example 2 Sep 2026.',
  'last no day': () => 'Write the last day as a day, for example 18 Dec 2026.',
  'ends before it starts': () => 'The last day has to be after the first.',
  'half-term no days': () => 'Write the first and the last day of half-term as days, or neither.',
  'half-term not in the term': () => 'Half-term lies within the term, its last day not before its first.',
  'training no day': () => 'Write each training day as a day, such as 4 Jan 2027, with commas between them.',
  'training not in the term': () => 'A training day lies within the term.',
  'overlaps a term': () => 'This school has another term for some of those days.',
}
export const educationRefusalWords = (refusal: EducationRefusal, today: IsoDay): string => WORDS[refusal](today)
