// The stays of one period of care: placements with the same carers taken together, with every turn of circumstance.
import type { DayNumber } from '#calendar'
import { EVER, type Recorded } from '#ledger'
import { type Placement, placeGroup, seventhDayPlaced } from '#placements'
import { circumstancesOn, type Stay, type Turn } from '#visits'
import { oneADay } from './in-order.ts'
import { dayOfEvent, earlier, endedBy, ending, type Known, statusOn, type Time } from './known.ts'

interface Change {
  readonly day: DayNumber
  readonly anchor: Recorded
}

function changesWithin(known: Known, group: readonly Placement[], last: DayNumber): readonly Change[] {
  const [first] = group
  if (first === undefined) return []
  const changes: Change[] = []
  const note = (day: DayNumber | undefined, anchor: Recorded): void => {
    if (day !== undefined && day > first.began && day <= last && day <= known.on) changes.push({ day, anchor })
  }
  for (const placement of group) {
    note(placement.began, placement)
    note(placement.temporaryApproval?.from, placement)
    note(placement.temporaryApproval?.until, placement)
  }
  for (const status of known.statuses) {
    note(status.from, status)
    note(status.until, status)
  }
  return changes.sort((a, b) => a.day - b.day)
}

/** Terms of the placement in force: a temporary move leaves those of the one before. */
function placementOn(group: readonly [Placement, ...Placement[]], on: DayNumber): Placement {
  let current = group[0]
  for (const placement of group) {
    if (placement.began <= on && placeGroup(placement.place) !== 'temporary') current = placement
  }
  return current
}

function turnsOf(known: Known, group: readonly [Placement, ...Placement[]], last: DayNumber): [Turn, ...Turn[]] {
  const [first] = group
  const turnOn = (day: DayNumber, anchor: Recorded): Turn => {
    const placement = placementOn(group, day)
    const bits = circumstancesOn(placement, statusOn(known.statuses, day), day)
    return { day, since: day, bits, anchor, placement }
  }
  const turns: [Turn, ...Turn[]] = [turnOn(first.began, first)]
  for (const change of changesWithin(known, group, last)) {
    const before = turns.at(-1) ?? turns[0]
    const turn = turnOn(change.day, change.anchor)
    if (turn.bits === before.bits && turn.placement === before.placement) continue
    const since = turn.bits === before.bits ? before.since : turn.day
    if (before.day === turn.day && turns.length > 1) turns[turns.length - 1] = { ...turn, since }
    else turns.push({ ...turn, since })
  }
  return turns
}

function seventhDayOf(known: Known, time: Time): DayNumber | undefined {
  const breaks = time.placements.map(({ began, ended }) => ({
    first: began,
    last: endedBy(ended, known.on) ?? EVER,
  }))
  return seventhDayPlaced(breaks)
}

export function stayOf(known: Known, time: Time, group: readonly [Placement, ...Placement[]]): Stay {
  const { readings, covered, on } = known
  const [first] = group
  const final = group.at(-1) ?? first
  const { closes, closing } = earlier(ending(endedBy(final.ended, on), 'placementEnded'), time)
  const last = Math.min(closes ?? on, on)
  const fromDay = first.beganKnown && !readings.countPlacementDay ? first.began + 1 : first.began
  return {
    anchor: first,
    began: first.began,
    beganKnown: first.beganKnown,
    closes,
    closing,
    turns: turnsOf(known, group, last),
    visits: oneADay(known.visits, dayOfEvent, { first: fromDay, last }),
    reviewsHeld: known.reviewsHeld,
    spans: covered.visit,
    firstYear: readings.firstYear,
    seventhDay: time.shortBreaks ? seventhDayOf(known, time) : undefined,
  }
}
