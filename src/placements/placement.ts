// A placement of record: where the child is placed, of what kind, and the dated decisions that the law of visits turns on.
import type { DayNumber } from '#calendar'
import type { Recorded } from '#ledger'
import { type PlaceCode, placeGroup } from './place-codes.ts'

/** Half-open days: in force from the first, no longer on the second. */
export interface Dated {
  readonly from: DayNumber
  readonly until: DayNumber | undefined
}

export interface AgreedWeeks extends Dated {
  readonly weeks: number
}
/** Whether a decision stands on that day. */
export const isInForce = (dated: Dated | undefined, on: DayNumber): boolean =>
  dated !== undefined && on >= dated.from && (dated.until === undefined || on < dated.until)

export interface Placement extends Recorded {
  readonly began: DayNumber
  /** False: the child was placed here by that day, start unknown. */
  readonly beganKnown: boolean
  /** The day on which it ended; undefined: it goes on. */
  readonly ended: DayNumber | undefined
  readonly place: PlaceCode
  /** Return's provider code: 'PR1'. */
  readonly provider: string | undefined
  /** The same carers as the placement before it (return: RNE T or U): history carries on. */
  readonly sameCarers: boolean
  /** True: planned, so the plan is owed before it. undefined: not said. */
  readonly planned: boolean | undefined
  /** Decided in a care plan or review: intended to last until 18. */
  readonly intendedTo18: Dated | undefined
  /** Designated a long-term foster placement (reg 22B). */
  readonly longTermFoster: Dated | undefined
  /** The child, of sufficient age and understanding, agrees to fewer visits. */
  readonly childAgrees: Dated | undefined
  /** Connected person with temporary approval (reg 24). */
  readonly temporaryApproval: Dated | undefined
  /** Placed with a parent before the assessment is complete (reg 19). */
  readonly immediate: Dated | undefined
  /** Somebody else says where the child lives: hospital, young offender institution (reg 28(6)). */
  readonly anotherResponsible: Dated | undefined
  /** Placed for adoption: weeks between visits as the agency decided after the first review, in order; the last that holds counts. */
  readonly agreedVisitWeeks: readonly AgreedWeeks[]
}

export interface PlacementPlan extends Recorded {
  /** Line of the placement. */
  readonly placement: string
  readonly prepared: DayNumber
  /** Signed by the appropriate person; undefined: prepared, not agreed. */
  readonly agreed: DayNumber | undefined
}

type Carried = Pick<Placement, 'place' | 'sameCarers'>
/** A temporary move is no new placement: the one before it goes on. */
const carriesOn = ({ sameCarers, place }: Carried): boolean => sameCarers || placeGroup(place) === 'temporary'

/** Placements of one time in care, in order, taken together where the carers are the same; the first of each group starts a stay. */
export function groupedByCarers<Home extends Carried>(placements: readonly Home[]): (readonly [Home, ...Home[]])[] {
  const groups: [Home, ...Home[]][] = []
  for (const placement of placements) {
    const group = groups.at(-1)
    if (group !== undefined && carriesOn(placement)) group.push(placement)
    else groups.push([placement])
  }
  return groups
}
