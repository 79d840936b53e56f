// Rules whose interval turns on how far things have come: each phase with its count, or with none set.
import { day, type IsoDay, numberOf } from '#calendar'
import { countFrom, type Due, due, dueOn, type Interval } from './counted-rule.ts'
import { type Rule, type RuleText, rule, unknown } from './rule.ts'

export interface PhasedGiven<Phase extends string> {
  /** undefined: not known. */
  readonly from: IsoDay | undefined
  readonly phase: Phase
}

/** Owed from that day; the law sets no number of days. */
export interface Open {
  readonly kind: 'open'
  readonly from: IsoDay
}

/** Phase, from, due (or 'open'), what the case shows, and the catalogue's case where it is one in words. */
export type PhasedVector<Phase extends string> = readonly [
  phase: Phase,
  from: string,
  due: string,
  name: string,
  vector?: string,
]

export interface PhasedDraft<Phase extends string> extends RuleText {
  /** undefined: no number of days is set. */
  readonly phases: Readonly<Record<Phase, Interval | undefined>>
  readonly vectors: readonly [PhasedVector<NoInfer<Phase>>, ...PhasedVector<NoInfer<Phase>>[]]
}

export type PhasedRule<Phase extends string> = Rule<PhasedGiven<Phase>, Due | Open> & {
  readonly phases: Readonly<Record<Phase, Interval | undefined>>
}

export function phasedRule<Phase extends string>(draft: PhasedDraft<Phase>): PhasedRule<Phase> {
  const { phases, vectors, ...text } = draft
  const example = ([phase, from, until, name, vector]: PhasedVector<Phase>) => ({
    name,
    vector,
    given: { from: day(from), phase },
    expect: until === 'open' ? ({ kind: 'open', from: day(from) } as const) : due(until),
  })
  const [first, ...others] = vectors
  const made = rule<PhasedGiven<Phase>, Due | Open>({
    ...text,
    decidedOn: ({ from }) => from,
    apply: ({ from, phase }) => {
      if (from === undefined) return unknown(text.trigger)
      const interval = phases[phase]
      return interval === undefined ? { kind: 'open', from } : dueOn(countFrom(numberOf(from), interval))
    },
    examples: [example(first), ...others.map(example)],
  })
  return { ...made, phases }
}
