// Rules that count one interval from one day: the count as data, and the catalogue's date vectors as examples.
import { type DayNumber, dayOf, type IsoDay, day as isoDay, monthsAfter, numberOf, workingDaysAfter } from '#calendar'
import { type Refusal, type Rule, type RuleText, rule, unknown } from './rule.ts'

export interface Interval {
  readonly unit: 'workingDays' | 'weeks' | 'months'
  readonly n: number
}

export interface Due {
  readonly kind: 'due'
  readonly day: IsoDay
}

export const BANK_HOLIDAYS_MISSING = 'the bank holidays of those years'

/** undefined: a year whose bank holidays are not known would have to be counted. */
export function countFrom(from: DayNumber, { unit, n }: Interval): DayNumber | undefined {
  if (unit === 'weeks') return from + 7 * n
  return unit === 'months' ? monthsAfter(from, n) : workingDaysAfter(from, n)
}

export function dueOn(n: DayNumber | undefined): Due | Refusal {
  return n === undefined ? unknown(BANK_HOLIDAYS_MISSING) : { kind: 'due', day: dayOf(n) }
}

/** The day itself, for examples. */
export const due = (text: string): Due => ({ kind: 'due', day: isoDay(text) })

export interface CountedGiven {
  /** undefined: not known. */
  readonly from: IsoDay | undefined
}

/** From, due, and what the case shows. */
export type Vector = readonly [from: string, due: string, name: string]

export interface CountedDraft extends RuleText {
  readonly interval: Interval
  readonly vectors: readonly [Vector, ...Vector[]]
}

export function countedRule(draft: CountedDraft): Rule<CountedGiven, Due> & { readonly interval: Interval } {
  const { interval, vectors, ...text } = draft
  const example = ([from, until, name]: Vector) => ({ name, given: { from: isoDay(from) }, expect: due(until) })
  const [first, ...others] = vectors
  const made = rule<CountedGiven, Due>({
    ...text,
    decidedOn: ({ from }) => from,
    apply: ({ from }) => (from === undefined ? unknown(text.trigger) : dueOn(countFrom(numberOf(from), interval))),
    examples: [example(first), ...others.map(example)],
  })
  return { ...made, interval }
}
