// A visit to the child, and a request for one.
import type { DayNumber } from '#calendar'
import type { Recorded } from '#ledger'

/** Only the authority's representative satisfies regulation 28; the others are recorded apart. */
export const VISITORS = {
  representative: "the authority's representative",
  reviewingOfficer: 'reviewing officer',
  independentVisitor: 'independent visitor',
  advocate: 'advocate',
  supervisingWorker: "the carers' supervising social worker",
  other: 'somebody else',
} as const
export type Visitor = keyof typeof VISITORS

export interface Visit extends Recorded {
  readonly day: DayNumber
  readonly by: Visitor
  readonly mode: 'inPerson' | 'virtual'
  readonly childSeen: boolean
  /** undefined: not said. */
  readonly seenAlone: boolean | undefined
  /** Virtual, 24 April 2020 to 30 September 2021: coronavirus reason, nominated officer's recommendation and record. */
  readonly virtualAuthorised: boolean
}

export interface VisitRequest extends Recorded {
  readonly day: DayNumber
  /** notice: a section 30A notice about the child's home. */
  readonly kind: 'asked' | 'notice'
}
