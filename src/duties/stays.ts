// The homes of one period of care: placements with the same carers taken together, with every turn of circumstance, and what is owed of each.
import { endNotices, homeDuties, homesToTell, placementApprovals, placementNotices } from '#approvals'
import type { DayNumber } from '#calendar'
import { reachUsDuty } from '#care-planning'
import { registeredDuty } from '#health-care'
import { homeDecisionDuties } from '#home-decisions'
import { type Duty, EVER, type Recorded } from '#ledger'
import { groupedByCarers, LEGAL_STATUSES, type Placement, placeGroup, seventhDayPlaced } from '#placements'
import { circumstancesOn, type Stay, type Turn } from '#visits'
import { inOrder, oneADay } from './in-order.ts'
import { dayOfEvent, earlier, endedBy, ending, type Known, type Period, statusOn, type Time } from './known.ts'

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
    for (const decided of [placement.temporaryApproval, placement.immediate, placement.anotherResponsible]) {
      note(decided?.from, placement)
      note(decided?.until, placement)
    }
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

function inCareOn({ statuses }: Known, on: DayNumber): boolean {
  const code = statusOn(statuses, on)
  return code !== undefined && LEGAL_STATUSES[code].inCare
}

function isSchooled({ facts }: Known, on: DayNumber): boolean {
  return facts.schooled.some(({ from, until }) => from <= on && (until === undefined || on < until))
}

export function placementsOf(out: Duty[], known: Known, { time, after: careBefore }: Period): void {
  const { facts, covered, on, born, readings } = known
  const homes = homesToTell(time.placements)
  const told = inOrder(facts.told, dayOfEvent, on)
  for (const [index, { all, moved, owed, cared }] of homes.entries()) {
    const [placement] = all
    const final = all.at(-1) ?? placement
    const [before, next] = [homes[index - 1]?.all[0], homes[index + 1]?.all[0]]
    const end = earlier(ending(endedBy(final.ended, on), 'placementEnded'), time)
    const home = facts.homes.find(({ placement: line }) => line === placement.line)
    const decisions = facts.decisions.filter(({ day }) => day <= on)
    placementApprovals(out, placement, {
      ...{ decisions, on, home, ending: end, spans: covered.approval },
      before: before?.began ?? Number.NEGATIVE_INFINITY,
      after: next?.began ?? EVER,
      inCare: inCareOn(known, placement.began),
    })
    homeDuties(out, placement, {
      ...{ born, on, home, ending: end, spans: covered.placement },
      approvals: facts.carerApprovals,
      reading: readings.temporaryApproval,
    })
    homeDecisionDuties(out, {
      ...{ placement, owed, before, on, closes: end.closes, closing: end.closing, covered },
      ...{ lines: all.map(({ line }) => line), approved: decisions, facts: facts.homeFacts },
      latest: next === undefined,
      outside: home?.where === 'adjoining' || home?.where === 'atADistance',
      inCare: inCareOn(known, placement.began),
      from: before?.began ?? careBefore,
      until: next?.began ?? EVER,
    })
    const notices = {
      ...{ told, spans: covered.notice, lines: all.map(({ line }) => line), first: index === 0 },
      before: before?.began ?? careBefore,
      after: next?.began ?? (time.closes === undefined ? EVER : time.closes + 1),
      why: {
        ...{ moved, cared },
        atSchool: isSchooled(known, placement.began),
        outside: home?.where === 'adjoining' || home?.where === 'atADistance',
      },
    }
    if (owed) placementNotices(out, placement, { ...notices, ending: end })
    if (next !== undefined && end.closing === 'placementEnded' && end.closes !== undefined) {
      const reason = facts.homes.find(({ placement: line }) => line === next.line)?.whyBefore
      endNotices(out, placement, { ...notices, reason, ended: end.closes })
    }
  }
}

/** Where the child lives now, or lived last in this period. */
export function registeredNear(out: Duty[], known: Known, { time }: Period): void {
  const { facts, covered, on } = known
  const group = groupedByCarers(time.placements).at(-1)
  if (group === undefined) return
  const [first] = group
  const { closes, closing } = earlier(ending(endedBy((group.at(-1) ?? first).ended, on), 'placementEnded'), time)
  const home = { ...first, closes, closing }
  const practices = inOrder(facts.practices, ({ near, from }) => near ?? from, on)
  registeredDuty(out, home, { practices, spans: covered.registration })
  const told = inOrder(facts.toldHowToReach, dayOfEvent, on)
  reachUsDuty(out, home, { told, spans: covered.reachUs })
}
