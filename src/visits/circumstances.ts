// The circumstances of a child on a day, as bits: from the placement and the legal status.
import type { DayNumber } from '#calendar'
import { LEGAL_STATUSES, type LegalStatusCode, type Placement, placeGroup } from '#placements'
import { CIRCUMSTANCES } from './governing.ts'

/** code: the derived legal status of that day; undefined: none is known. */
export function circumstancesOn(placement: Placement, code: LegalStatusCode | undefined, on: DayNumber): number {
  const { temporaryApproval, immediate, anotherResponsible } = placement
  const group = placeGroup(placement.place)
  let bits = code === 'V3' || code === 'V4' ? CIRCUMSTANCES.shortBreaks : 0
  if (group === 'adoption') bits |= CIRCUMSTANCES.placedForAdoption
  if (temporaryApproval !== undefined && on >= temporaryApproval.from) {
    if (temporaryApproval.until === undefined || on < temporaryApproval.until) bits |= CIRCUMSTANCES.temporaryApproval
  }
  if (group === 'parent') {
    if (code === 'C1') bits |= CIRCUMSTANCES.interimCareOrderWithParent
    if (code === 'C2') bits |= CIRCUMSTANCES.careOrderWithParent
    if (immediate) bits |= CIRCUMSTANCES.immediateWithParent
  }
  if (anotherResponsible && code !== undefined && LEGAL_STATUSES[code].inCare) bits |= CIRCUMSTANCES.anotherResponsible
  return bits
}
