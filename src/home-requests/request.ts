// What a request lacks, what of it a home is shown, which steps stand of each home, and when a match is looked at again. Pure.
import { addDays, type IsoDay } from '#calendar'
import { PROFILE_PARTS, type ProfilePart, type Stage } from './request-codes-data.ts'

/** `considered`: who of the family was, and why not now. */
export const REQUEST_WORDS = ['considered', ...PROFILE_PARTS] as const
export type RequestWords = Readonly<Record<(typeof REQUEST_WORDS)[number], string>>

type Known = {
  readonly family_considered: boolean
  readonly no_family_home: boolean
  readonly school_year: number | null
  readonly words: RequestWords
}
type Spot = { readonly kind: string; readonly postcode: string | null; readonly per_month: number | null }

/** Listed, and never in anybody's way: a home can be looked for with half of it. */
export function missingOf(request: Known, places: readonly Spot[]): readonly string[] {
  const { words } = request
  const home = places.find(({ kind }) => kind === 'family home')
  const school = places.find(({ kind }) => kind === 'school')
  const often = places.filter(
    ({ kind, per_month }) => per_month === null && kind !== 'family home' && kind !== 'keep away',
  )
  return [
    words.own === '' ? 'What they say themselves' : '',
    words.good === '' ? 'What they are good at, and what people like about them' : '',
    words.like === '' ? 'What they like' : '',
    words.who === '' ? 'Who matters to them' : '',
    words.helps === '' ? 'What helps, and what does not' : '',
    request.family_considered ? '' : 'Whether a parent or somebody they are connected with can care for them',
    request.no_family_home || (home !== undefined && home.postcode !== null)
      ? ''
      : 'Where the family home is: without it no miles',
    school === undefined ? 'The school to stay at, if there is one' : '',
    school !== undefined && request.school_year === null ? 'The school year' : '',
    ...(often.length > 0 ? [`How often they go: ${often.length} of the places that matter`] : []),
  ].filter((one) => one !== '')
}

/** In the order of the profile; empty parts and those that were left out are not shown. */
export function profileOf(
  words: RequestWords,
  leftOut: readonly string[],
): readonly { part: ProfilePart; text: string }[] {
  return PROFILE_PARTS.filter((part) => !leftOut.includes(part) && words[part] !== '').map((part) => ({
    part,
    text: words[part],
  }))
}

/** A home that is ruled out: firmly, or but for a plan for the risk. */
export type KeptFrom = { readonly household: string; readonly firm: boolean }

const MOST_LIKES = 8
/** What they like, one by one, as words that a home can answer. */
export function likesIn(text: string): readonly string[] {
  const each = text
    .split(/[\n,;.]+\s*(?:and )?| and /)
    .map((one) => one.trim().toLowerCase())
    .filter((one) => one.length > 2 && one.length <= 30)
  return [...new Set(each)].slice(0, MOST_LIKES)
}

type Step = { readonly household: string; readonly kind: string; readonly happened: string; readonly line: string }
export type Standing = {
  /** Why it is off the list, while it is. */
  readonly off: 'not right' | 'no' | undefined
  readonly saidNo: boolean
  readonly shortlisted: boolean
  readonly asked: boolean
  readonly answered: 'yes' | 'no' | undefined
}
/** In the order in which they were written: the last of each kind counts. */
export function standingOf(steps: readonly Step[]): Standing {
  let off: Standing['off']
  let [saidNo, shortlisted, asked] = [false, false, false]
  let answered: Standing['answered']
  for (const { kind } of steps.toSorted((a, b) => (a.line < b.line ? -1 : 1))) {
    if (kind === 'not right' || kind === 'no') off = kind
    if (kind === 'put back' || kind === 'yes' || kind === 'asked') off = undefined
    if (kind === 'child says no') saidNo = true
    if (kind === 'child is heard') saidNo = false
    if (kind === 'shortlisted') shortlisted = true
    if (kind === 'not right') shortlisted = false
    if (kind === 'asked') [asked, answered] = [true, undefined]
    if (kind === 'yes' || kind === 'no') answered = kind
  }
  return { off, saidNo, shortlisted, asked, answered }
}

const AFTER: Readonly<Record<Stage, number>> = { '72 hours': 3, '28 days': 28, '90 days': 90 }
export type ReviewDue = { readonly stage: Stage; readonly due: IsoDay; readonly state: 'done' | 'late' | 'due' }
/** This council's own rule: from the day on which the child moves in. */
export function reviewsOf(starts: IsoDay, done: readonly string[], today: IsoDay): readonly ReviewDue[] {
  return (['72 hours', '28 days', '90 days'] as const).map((stage) => {
    const due = addDays(starts, AFTER[stage])
    return { stage, due, state: done.includes(stage) ? 'done' : due < today ? 'late' : 'due' }
  })
}
/** Nobody looks at a home in which they do not live any more: what was held stays. `ended`: half-open; null: they live there. */
export const owedWhile = (looks: readonly ReviewDue[], ended: IsoDay | null): readonly ReviewDue[] =>
  looks.filter(({ due, state }) => state === 'done' || ended === null || due < ended)
