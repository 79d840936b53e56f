// What is owed on leaving care and after it, from the facts of one child.
import { attainsAgeNumber, type DayNumber } from '#calendar'
import { leaverDuties } from '#leaving-care'
import type { Duty, Recorded } from '#ledger'
import { placeGroup } from '#placements'
import { endedBy, type Known, statusOn } from './known.ts'

type Stretch = Recorded & { readonly from: DayNumber; readonly until: DayNumber | undefined }

/** With foster carers, whoever they were; a temporary move leaves the child with them. */
function fosteredOf({ placements, on }: Known): readonly Stretch[] {
  const stretches: Stretch[] = []
  for (const { line, recorded, place, began: from, ended } of placements) {
    const [last, until] = [stretches.at(-1), endedBy(ended, on)]
    const goesOn = last !== undefined && (last.until === undefined || last.until >= from)
    if (goesOn && (placeGroup(place) === 'foster' || placeGroup(place) === 'temporary'))
      stretches[stretches.length - 1] = { ...last, until }
    else if (placeGroup(place) === 'foster') stretches.push({ line, recorded, from, until })
  }
  return stretches
}

/** Short breaks do not count towards leaving care; what is owed runs on after care, to 25. */
export function leavingCare(out: Duty[], known: Known): void {
  const { facts, covered, born, on, periods, readings, reviewsHeld, statuses } = known
  const [anchor] = periods
  if (born === undefined || anchor === undefined || on < attainsAgeNumber(born, 16)) return
  const inCare = periods.flatMap(({ began, ended, endReason: reason }) => {
    const code = statusOn(statuses, began.day)
    return code === 'V3' || code === 'V4' ? [] : [{ from: began.day, until: endedBy(ended, on), reason }]
  })
  const held = { reviewed: reviewsHeld, fostered: fosteredOf(known), facts: facts.leavingCare }
  leaverDuties(out, {
    ...{ on, born, anchor, inCare, spans: covered.leavingCare },
    ...held,
    weeksOfTouch: readings.keepInTouch,
  })
}
