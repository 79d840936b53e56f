// The fields of the work with a child: which duties belong to each, what comes first in it, and the form that settles it.
import type { DayNumber } from '#calendar'
import { type Duty, type EventKind, isStillOwed, scopeOf, stateOn } from '#ledger'

export const FIELDS = {
  visits: 'Seen by us',
  reviews: 'Review',
  learning: 'School plan (PEP)',
  health: 'Health check',
  plan: 'Plan',
  missing: 'Missing',
} as const
export type Field = keyof typeof FIELDS
export const isField = (name: string | undefined): name is Field => name !== undefined && Object.hasOwn(FIELDS, name)

/** By what meets it: a reviewing officer to be named is no review, though both are of the same part of the record. */
const FIELD_OF: Readonly<Partial<Record<EventKind, Field>>> = {
  visit: 'visits',
  review: 'reviews',
  pep: 'learning',
  healthAssessment: 'health',
  placementPlan: 'plan',
  carePlan: 'plan',
  returnInterview: 'missing',
}
export const fieldOf = (duty: Duty): Field | undefined =>
  scopeOf(duty.basis) === 'adoption' ? undefined : FIELD_OF[duty.basis.kind]

/** What one field of a child comes to on a day: the most urgent that is owed; else what cannot be known; else the last done. */
export type InField =
  | { readonly kind: 'owed'; readonly duty: Duty; readonly due: DayNumber }
  | { readonly kind: 'unknown'; readonly duty: Duty }
  | { readonly kind: 'done'; readonly duty: Duty; readonly done: DayNumber }
  | { readonly kind: 'nothing' }

const isOpen = ({ closes }: Duty, on: DayNumber): boolean => closes === undefined || closes > on

export function inField(duties: readonly Duty[], field: Field, on: DayNumber): InField {
  const own = duties.filter((duty) => fieldOf(duty) === field)
  let owed: { duty: Duty; due: DayNumber } | undefined
  let done: { duty: Duty; done: DayNumber } | undefined
  let unknown: Duty | undefined
  for (const duty of own) {
    if (duty.due !== undefined && isStillOwed(duty, on) && (owed === undefined || duty.due < owed.due))
      owed = { duty, due: duty.due }
    if (stateOn(duty, on) === 'unknown' && isOpen(duty, on)) unknown ??= duty
    if (duty.done !== undefined && (done === undefined || duty.done > done.done)) done = { duty, done: duty.done }
  }
  if (owed !== undefined) return { kind: 'owed', ...owed }
  if (unknown !== undefined) return { kind: 'unknown', duty: unknown }
  return done === undefined ? { kind: 'nothing' } : { kind: 'done', ...done }
}

export const SOON = 7

export interface ToDo {
  readonly child: string
  readonly duty: Duty
  readonly due: DayNumber
}
/** What is late, and what is due within seven days: the longest late first. */
export function toDo(duties: ReadonlyMap<string, readonly Duty[]>, on: DayNumber): readonly ToDo[] {
  const found: ToDo[] = []
  for (const [child, own] of duties)
    for (const duty of own)
      if (duty.due !== undefined && duty.due - on <= SOON && isStillOwed(duty, on))
        found.push({ child, duty, due: duty.due })
  return found.sort((a, b) => a.due - b.due || (a.child < b.child ? -1 : 1))
}

/** The forms that would settle a duty, the first that there is; and the verb on the button. */
const SETTLED_BY: Readonly<Partial<Record<EventKind, { readonly forms: readonly string[]; readonly verb: string }>>> = {
  visit: { forms: ['visit'], verb: 'Record visit' },
  review: { forms: ['review'], verb: 'Record review' },
  pep: { forms: ['education-plan'], verb: 'Record plan' },
  healthAssessment: { forms: ['health-check'], verb: 'Record check' },
  placementPlan: { forms: ['home-plan'], verb: 'Write plan' },
  returnInterview: { forms: ['return-talk'], verb: 'Record talk' },
  reviewerTalk: { forms: ['visit'], verb: 'Record visit' },
  legalStatus: { forms: ['order-made'], verb: 'Record order' },
  told: { forms: ['told'], verb: 'Record who was told' },
  reviewingOfficer: { forms: ['change-worker'], verb: 'Name somebody' },
}

export interface FormKnown {
  readonly name: string
  readonly addressOf: (at: { readonly child: string | null; readonly about: string | null }) => string
}
/** One button: to the form that settles it; where that form is not there yet, to the child's record. */
export function settling({ child, duty }: Pick<ToDo, 'child' | 'duty'>, forms: readonly FormKnown[]) {
  const settled = scopeOf(duty.basis) === 'adoption' ? undefined : SETTLED_BY[duty.basis.kind]
  const form = settled?.forms.flatMap((name) => forms.find((one) => one.name === name) ?? [])[0]
  if (form === undefined || settled === undefined) return { to: `/children/${child}`, verb: 'See record' }
  return { to: form.addressOf({ child, about: duty.occurrence }), verb: settled.verb }
}
