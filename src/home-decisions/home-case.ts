// A home as the rules of its decision look at it, with what was recorded of it: how it was chosen, what was seen to first, what was decided.
import type { DayNumber } from '#calendar'
import type { Closing, Covered, Recorded } from '#ledger'
import type { Placement } from '#placements'

interface OfHome extends Recorded {
  /** Line of the placement. */
  readonly placement: string
}
export interface HomeChoice extends OfHome {
  readonly day: DayNumber
}
export interface HomeCheck extends OfHome {
  readonly suitable: DayNumber | undefined
  readonly seen: DayNumber | undefined
  /** It was not reasonably practicable that the child saw it first. */
  readonly notSeen: boolean
  readonly officerTold: DayNumber | undefined
  readonly reviewed: DayNumber | undefined
  readonly emergency: boolean
  readonly relatives: DayNumber | undefined
  readonly noRelatives: boolean
  readonly areaTold: DayNumber | undefined
  /** undefined: in England or Wales. */
  readonly country: string | undefined
  readonly courtApproved: DayNumber | undefined
}
export interface ParentAssessment extends OfHome {
  readonly completed: DayNumber
  readonly decided: DayNumber | undefined
}
export interface HomeDecision extends OfHome {
  readonly kind: string
  readonly since: DayNumber
  /** The day from which it stands no longer; undefined: not said. */
  readonly until: DayNumber | undefined
  /** Conditions of a long-term foster home that held; undefined: nobody was asked. */
  readonly conditions: readonly string[] | undefined
  readonly officerTold: DayNumber | undefined
}
export interface HomeFacts {
  readonly choices: readonly HomeChoice[]
  readonly checks: readonly HomeCheck[]
  readonly assessments: readonly ParentAssessment[]
  readonly decisions: readonly HomeDecision[]
}
/** One and the same nothing: of most homes none of it is recorded. */
export const NO_HOME_FACTS: HomeFacts = { choices: [], checks: [], assessments: [], decisions: [] }

/** A decision of an officer, or the answer to a request for approval. */
export interface Approved extends Recorded {
  readonly kind: string
  readonly day: DayNumber
  /** The line that it is about; undefined: not said. */
  readonly about: string | undefined
}

export interface HomeCase {
  readonly placement: Placement
  /** The homes that carry it on with the same carers: what names one of them is of this home. */
  readonly lines: readonly string[]
  /** The home before it in this time in care, with other carers. */
  readonly before: Placement | undefined
  /** The beginning of the home before (or of the care before), and of the home after. */
  readonly from: DayNumber
  readonly until: DayNumber
  /** Notice is owed of it, and a decision: no placing for adoption, no temporary move. */
  readonly owed: boolean
  /** The home now, or the last one. */
  readonly latest: boolean
  /** Outside the area of the council, as it was measured. */
  readonly outside: boolean
  /** In care by order on the day it began. */
  readonly inCare: boolean
  readonly approved: readonly Approved[]
  readonly facts: HomeFacts
  readonly covered: Covered
  readonly on: DayNumber
  readonly closes: DayNumber | undefined
  readonly closing: Closing | undefined
}

export const ofHome = <One extends OfHome>(list: readonly One[], { lines }: HomeCase): One | undefined =>
  list.find((one) => lines.includes(one.placement))
/** What has happened by the day asked about. */
export const by = (day: DayNumber | undefined, on: DayNumber): DayNumber | undefined =>
  day !== undefined && day <= on ? day : undefined
