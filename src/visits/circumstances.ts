// The circumstances of a child on a day, as bits: from the placement and the legal status.
import type { DayNumber } from '#calendar'
import { isInForce, LEGAL_STATUSES, type LegalStatusCode, type Placement, placeGroup } from '#placements'
import { CIRCUMSTANCES } from './governing.ts'

/** code: the derived legal status of that day; undefined: none is known. */
export function circumstancesOn(placement: Placement, code: LegalStatusCode | undefined, on: DayNumber): number {
  const { temporaryApproval, immediate, anotherResponsible } = placement
  const group = placeGroup(placement.place)
  let bits = code === 'V3' || code === 'V4' ? CIRCUMSTANCES.shortBreaks : 0
  if (group === 'adoption') bits |= CIRCUMSTANCES.placedForAdoption
  if (isInForce(temporaryApproval, on)) bits |= CIRCUMSTANCES.temporaryApproval
  if (group === 'parent') {
    if (code === 'C1') bits |= CIRCUMSTANCES.interimCareOrderWithParent
    if (code === 'C2') bits |= CIRCUMSTANCES.careOrderWithParent
    if (isInForce(immediate, on)) bits |= CIRCUMSTANCES.immediateWithParent
  }
  if (isInForce(anotherResponsible, on) && code !== undefined && LEGAL_STATUSES[code].inCare)
    bits |= CIRCUMSTANCES.anotherResponsible
  return bits
}
