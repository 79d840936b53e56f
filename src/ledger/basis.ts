// A basis: one way in which a rule counts, with the provision that says so, ready for the ledger.
import { type DayNumber, numberOf } from '#calendar'
import type { Citation, RuleText } from '#law'
import type { EventKind } from './coverage.ts'

/** How the due day was counted. before, by: ahead of an event, or at it. byEnd: to the end of a term. none: no number of days. not: it may not be so at all. */
export type Count =
  | { readonly unit: 'workingDays' | 'weeks' | 'months'; readonly n: number }
  | { readonly unit: 'hours'; readonly n: number }
  | { readonly unit: 'before' | 'by' | 'byEnd' | 'none' | 'not'; readonly n: 0 }

export interface BasisText {
  /** Stable, stored in the ledger: the rule's id, and what tells its ways apart ('CP-18/three-months'). */
  readonly id: string
  readonly rule: RuleText
  /** 'Second review' */
  readonly name: string
  readonly count: Count
  /** What it counts from, put before its day: 'the review of'. */
  readonly since: string
  readonly cites: Citation
  /** The kind of event that would meet it. */
  readonly kind: EventKind
  /** Said in addition, where a reader would otherwise wonder. */
  readonly remark?: string
}

export interface Basis extends Omit<BasisText, 'remark'> {
  readonly remark: string | undefined
  readonly inForceFrom: DayNumber
  readonly inForceUntil: DayNumber | undefined
}

export function basis(text: BasisText): Basis {
  const { from, until } = text.rule.inForce
  return {
    ...text,
    remark: text.remark,
    inForceFrom: numberOf(from),
    inForceUntil: until === undefined ? undefined : numberOf(until),
  }
}
