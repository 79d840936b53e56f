// Approvals as duties: each asked for before something happens, met by the decision of the right officer.
import type { DayNumber } from '#calendar'
import { carePlanning2010 } from '#law'
import { type Basis, type BasisText, basis, type Duty, type Recorded, raisedBy, type Span, settle } from '#ledger'
import { type Placement, placeGroup } from '#placements'
import {
  type Approver,
  ceasing,
  ceasingApprover,
  outOfArea,
  outOfAreaApprover,
  type Where,
  withParent,
} from './rules.ts'

/** A decision about a child, or the answer to a request for approval. */
export interface DecisionTaken extends Recorded {
  /** As the record names it: 'placement at a distance'. */
  readonly kind: string
  readonly day: DayNumber
  /** The line that it is about; undefined: not said. */
  readonly about: string | undefined
}

const approval = (text: Omit<BasisText, 'kind' | 'count'>): Basis =>
  basis({ ...text, count: { unit: 'byEnd', n: 0 }, kind: 'approval' })
const first = 'the first day of this placement,'

const AT_A_DISTANCE = approval({
  id: 'PL-02/director',
  rule: outOfArea,
  name: 'Director approves a home at a distance',
  since: first,
  cites: carePlanning2010('11(5)'),
  remark: 'It is owed before the child moves in.',
})
const OUT_OF_AREA = approval({
  id: 'PL-02/nominated-officer',
  rule: outOfArea,
  name: 'Nominated officer approves a home out of area',
  since: first,
  cites: carePlanning2010('11(1)'),
  remark: 'It is owed before the child moves in.',
})
const WITH_PARENT = approval({
  id: 'PL-09',
  rule: withParent,
  name: 'Nominated officer approves living with a parent',
  since: first,
  cites: carePlanning2010('18'),
  remark: 'It is owed before the child moves in.',
})
const last = 'the last day in care,'
const LEAVES = approval({
  id: 'CP-30/nominated-officer',
  rule: ceasing,
  name: 'Nominated officer approves leaving care',
  since: last,
  cites: carePlanning2010('39(4)'),
})
const LEAVES_BY_DIRECTOR = approval({
  id: 'CP-30/director',
  rule: ceasing,
  name: 'Director approves leaving care at 16 or 17',
  since: last,
  cites: carePlanning2010('39(5)'),
})
export const APPROVAL_BASES: readonly Basis[] = [AT_A_DISTANCE, OUT_OF_AREA, WITH_PARENT, LEAVES, LEAVES_BY_DIRECTOR]

const DISTANT: readonly string[] = ['placement at a distance']
const OUTSIDE: readonly string[] = ['placement outside the area', 'placement at a distance']

/** Decided in this stretch of time, or said to be about this line; the earliest. */
function decisionFor(
  decisions: readonly DecisionTaken[],
  kinds: readonly string[],
  { about, from, until, on }: { about: string; from: DayNumber; until: DayNumber; on: DayNumber },
): DecisionTaken | undefined {
  let found: DecisionTaken | undefined
  for (const decision of decisions) {
    if (decision.day > on || !kinds.includes(decision.kind)) continue
    const mine =
      decision.about === about || (decision.about === undefined && decision.day > from && decision.day < until)
    if (mine && (found === undefined || decision.day < found.day)) found = decision
  }
  return found
}

/** Where a home lies, as it was measured; undefined: not known, or not to be told. */
export interface HomeOfPlacement {
  readonly placement: string
  readonly where: Where | undefined
  /** A registration is recorded with it. */
  readonly registered: boolean
  /** The return's reason why the home before it ended; undefined: not said. */
  readonly whyBefore: string | undefined
}

export interface PlacementApprovals {
  readonly decisions: readonly DecisionTaken[]
  readonly spans: readonly Span[]
  readonly on: DayNumber
  /** The beginning of the placement before, and of the one after: a decision that names no line belongs to one of them. */
  readonly before: DayNumber
  readonly after: DayNumber
  readonly ending: Pick<Duty, 'closes' | 'closing'>
  /** In care by order on the day it began. */
  readonly inCare: boolean
  readonly home: HomeOfPlacement | undefined
}

interface Asked {
  readonly placement: Placement
  readonly basis: Basis
  readonly kinds: readonly string[]
}

function pushFor(out: Duty[], known: PlacementApprovals, { placement, basis: asked, kinds }: Asked): void {
  const { began, beganKnown, line } = placement
  const { decisions, on, before, after, spans, ending } = known
  const met = decisionFor(decisions, kinds, { about: line, from: before, until: after, on })
  const raised = raisedBy(asked, placement, {
    trigger: beganKnown ? began : undefined,
    due: beganKnown ? began : undefined,
    ...ending,
    spans,
    missing: beganKnown ? undefined : 'placementBegan',
  })
  out.push(settle(raised, beganKnown ? met : undefined, beganKnown ? met?.day : undefined))
}

/** Carers whom this council approved, or a connected person who fosters: regulation 11(4). */
const isOwnCarers = ({ place, provider, temporaryApproval }: Placement): boolean =>
  placeGroup(place) === 'foster' &&
  (provider === 'PR1' || temporaryApproval !== undefined || place === 'U1' || place === 'U2' || place === 'U3')

export function placementApprovals(out: Duty[], placement: Placement, known: PlacementApprovals): void {
  const group = placeGroup(placement.place)
  if (group === 'adoption' || group === 'temporary') return
  if (group === 'parent') {
    if (known.inCare && placement.immediate === undefined)
      pushFor(out, known, { placement, basis: WITH_PARENT, kinds: ['placement with a parent'] })
    return
  }
  const where = known.home?.where
  const by: Approver | 'none' = where === undefined ? 'none' : outOfAreaApprover(where, isOwnCarers(placement))
  if (by === 'director') pushFor(out, known, { placement, basis: AT_A_DISTANCE, kinds: DISTANT })
  else if (by === 'nominatedOfficer') pushFor(out, known, { placement, basis: OUT_OF_AREA, kinds: OUTSIDE })
}

/** Reasons of the return by which we decide that care ends; by the others a court, a birthday or an event does. */
const DECIDED_BY_US: ReadonlySet<string> = new Set(['E4A', 'E4B', 'E13', 'E5', 'E6', 'E8'])

export interface LeavingCare {
  readonly period: Recorded
  readonly began: DayNumber
  readonly beganKnown: boolean
  readonly ended: DayNumber
  readonly reason: string | undefined
  /** 16 or 17, and accommodated under section 20, on the last day. */
  readonly agreesForThemselves: boolean
  readonly decisions: readonly DecisionTaken[]
  readonly spans: readonly Span[]
}

export function leavingApproval(out: Duty[], leaving: LeavingCare): void {
  const { period, began, beganKnown, ended, reason, decisions, spans } = leaving
  if (reason === undefined || !DECIDED_BY_US.has(reason)) return
  const by = beganKnown ? ceasingApprover(began, ended, leaving.agreesForThemselves) : 'nominatedOfficer'
  if (by === 'none') return
  const met = decisionFor(decisions, ['leaving care'], {
    about: period.line,
    from: began - 1,
    until: ended + 1,
    on: ended,
  })
  const raised = raisedBy(by === 'director' ? LEAVES_BY_DIRECTOR : LEAVES, period, {
    trigger: ended,
    due: ended,
    closes: ended + 1,
    closing: 'leftCare',
    spans,
    missing: by === undefined ? 'bankHolidays' : beganKnown ? undefined : 'periodBegan',
  })
  out.push(settle(raised, met, met?.day))
}
