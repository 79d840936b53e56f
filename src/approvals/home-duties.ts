// Homes in which a child may be only for a time or not at all: temporary approval with its extension, and other arrangements by age.
import { attainsAgeNumber, type DayNumber } from '#calendar'
import { carePlanning2010 } from '#law'
import { type Basis, basis, type Closing, type Duty, type Recorded, raisedBy, type Span, settle } from '#ledger'
import type { PlaceCode, Placement } from '#placements'
import type { HomeOfPlacement } from './approval-duties.ts'
import { registeredAccommodation, underSixteenOnlyListed } from './other-arrangements.ts'
import {
  type ApprovalReading,
  approvalEnds,
  extendedApproval,
  extensionEnds,
  temporaryApproval,
} from './temporary-approval.ts'

const since = 'the day on which it ends,'
const TEMPORARY = basis({
  id: 'PL-12',
  rule: temporaryApproval,
  name: 'Temporary approval of the carers runs out',
  count: { unit: 'by', n: 0 },
  since,
  cites: carePlanning2010('24'),
  kind: 'placement',
})
const EXTENDED = basis({
  id: 'PL-13',
  rule: extendedApproval,
  name: 'Extended temporary approval runs out',
  count: { unit: 'by', n: 0 },
  since,
  cites: carePlanning2010('25'),
  kind: 'placement',
})
const UNDER_SIXTEEN = basis({
  id: 'PL-16',
  rule: underSixteenOnlyListed,
  name: 'Under 16 in supported or independent accommodation',
  count: { unit: 'not', n: 0 },
  since: 'since',
  cites: carePlanning2010('27A'),
  kind: 'placement',
})
const REGISTERED = basis({
  id: 'PL-17',
  rule: registeredAccommodation,
  name: 'Supported accommodation is registered',
  count: { unit: 'byEnd', n: 0 },
  since: 'the first day of this placement,',
  cites: carePlanning2010('27C'),
  kind: 'placement',
})
export const HOME_BASES: readonly Basis[] = [TEMPORARY, EXTENDED, UNDER_SIXTEEN, REGISTERED]

/** One stretch of temporary approval; a second that follows without a gap is its extension. */
export interface CarerApproval extends Recorded {
  readonly placement: string
  readonly from: DayNumber
  readonly until: DayNumber | undefined
}

interface Ending {
  readonly closes: DayNumber | undefined
  readonly closing: Closing | undefined
}
export interface HomeKnown {
  readonly born: DayNumber | undefined
  readonly approvals: readonly CarerApproval[]
  readonly home: HomeOfPlacement | undefined
  readonly spans: readonly Span[]
  readonly on: DayNumber
  readonly ending: Ending
  readonly reading: ApprovalReading
}

function approvalDuties(out: Duty[], { line }: Placement, known: HomeKnown): void {
  const { on, ending, spans, reading } = known
  const mine = known.approvals.filter(({ placement, from }) => placement === line && from <= on)
  const [first, ...later] = mine.sort((a, b) => a.from - b.from)
  if (first === undefined) return
  const ends = approvalEnds(first.from, reading)
  const extension = later.find(({ from }) => from > first.from && from <= ends + 1)
  const lasts = extension ?? first
  const due = extension === undefined ? ends : extensionEnds(ends)
  const over = lasts.until !== undefined && lasts.until <= on ? lasts.until : undefined
  const raised = raisedBy(extension === undefined ? TEMPORARY : EXTENDED, lasts, {
    trigger: lasts.from,
    due,
    ...ending,
    spans,
    missing: undefined,
  })
  // Its first day without: the last with it is the day before.
  out.push(
    settle(
      raised,
      over === undefined ? undefined : lasts,
      over === undefined ? undefined : Math.max(over - 1, lasts.from),
    ),
  )
}

const SUPPORTED: ReadonlySet<PlaceCode> = new Set<PlaceCode>(['H5', 'K3'])
const NOT_UNDER_SIXTEEN: ReadonlySet<PlaceCode> = new Set<PlaceCode>(['H5', 'K3', 'P2', 'P3'])

function ageDuties(out: Duty[], placement: Placement, { born, home, spans, ending }: HomeKnown): void {
  const { place, began, beganKnown } = placement
  if (!NOT_UNDER_SIXTEEN.has(place) || !beganKnown || began < UNDER_SIXTEEN.inForceFrom) return
  const sixteen = born === undefined ? undefined : attainsAgeNumber(born, 16)
  const raised = { trigger: began, due: undefined, ...ending, spans }
  if (sixteen === undefined) {
    out.push(settle(raisedBy(UNDER_SIXTEEN, placement, { ...raised, missing: 'birthDate' }), undefined, undefined))
  } else if (began < sixteen) {
    const until =
      ending.closes !== undefined && ending.closes < sixteen
        ? ending
        : ({ closes: sixteen, closing: 'attained16' } as const)
    out.push(
      settle(
        raisedBy(UNDER_SIXTEEN, placement, { ...raised, ...until, due: began - 1, missing: undefined }),
        undefined,
        undefined,
      ),
    )
  } else if (SUPPORTED.has(place) && began >= REGISTERED.inForceFrom) {
    const registered = home?.registered === true
    const duty = raisedBy(REGISTERED, placement, {
      ...raised,
      due: began,
      missing: registered ? undefined : 'registration',
    })
    out.push(settle(duty, registered ? placement : undefined, registered ? began : undefined))
  }
}

export function homeDuties(out: Duty[], placement: Placement, known: HomeKnown): void {
  if (placement.temporaryApproval !== undefined) approvalDuties(out, placement, known)
  ageDuties(out, placement, known)
}
