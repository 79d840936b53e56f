// What is owed on leaving care and after it, from the facts of one child.
import { attainsAgeNumber, type DayNumber } from '#calendar'
import { type CareDays, consideredDuties, leaverDays, leaverDuties } from '#leaving-care'
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

/** While an eligible child is in care; a plan that was approved after that is reviewed otherwise. */
function consideredAtReviews(
  out: Duty[],
  { facts, covered, born, on, reviews }: Known,
  inCare: readonly CareDays[],
): void {
  if (born === undefined || facts.leavingCare.planned.length === 0) return
  const { eligible, left } = leaverDays(born, inCare, on)
  if (eligible === undefined) return
  const adult = attainsAgeNumber(born, 18)
  const leaves = left !== undefined && left < adult
  consideredDuties(out, {
    planned: facts.leavingCare.planned.filter(({ day }) => day <= on),
    reviews: reviews.flatMap(({ line, recorded, held: day, pathway }) => (pathway ? [{ line, recorded, day }] : [])),
    ...{ spans: covered.reviewRecord, closes: leaves ? left : adult, closing: leaves ? 'leftCare' : 'attained18' },
  })
}

/** Short breaks do not count towards leaving care; what is owed runs on after care, to 25. */
export function leavingCare(out: Duty[], known: Known): void {
  const { facts, covered, born, on, periods, readings, reviewsHeld, statuses } = known
  const [anchor] = periods
  if (born === undefined || anchor === undefined || on < attainsAgeNumber(born, 16)) return
  const inCare = periods.flatMap(({ began, ended, endReason: reason }) => {
    const code = statusOn(statuses, began.day)
    return code === 'V3' || code === 'V4'
      ? []
      : [
          {
            from: began.day,
            until: endedBy(ended, on),
            reason,
            over: facts.leavingCare.over,
            ends: facts.leavingCare.ends,
          },
        ]
  })
  const held = { reviewed: reviewsHeld, fostered: fosteredOf(known), facts: facts.leavingCare }
  consideredAtReviews(out, known, inCare)
  leaverDuties(out, {
    ...{ on, born, anchor, inCare, spans: covered.leavingCare },
    ...held,
    weeksOfTouch: readings.keepInTouch,
    daysToPlan: readings.pathwayPlanInDays,
  })
}
