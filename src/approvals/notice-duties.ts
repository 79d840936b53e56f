// Notices of homes as duties: met on the day on which the last of those who are owed notice was told, or not to be told.
import type { DayNumber } from '#calendar'
import { carePlanning2010 } from '#law'
import { type Basis, type BasisText, basis, type Duty, type Recorded, raisedBy, type Span, settle } from '#ledger'
import { AREA, answersUntold, type NoticeCase, type OwedTo, owedAtEnd, owedTo } from '#notices'
import type { Placement } from '#placements'
import { endingPlacement, endNoticeDue, noticeDue, noticeOfPlacement, noticeToArea } from './notice-rules.ts'

const notice = (text: Omit<BasisText, 'kind' | 'since'> & { readonly since?: string }): Basis =>
  basis({ since: 'the first day of this placement,', ...text, kind: 'notice' })
const FIVE = { unit: 'workingDays', n: 5 } as const
const BEFORE = { unit: 'before', n: 0 } as const
const OF_PLACEMENT = {
  name: 'Notice of this home',
  rule: noticeOfPlacement,
  cites: carePlanning2010('13(1)'),
  remark:
    'To the child, parents, carers before, health, GP, school and reviewing officer; each told in writing, or a decision why not.',
} as const
const TO_AREA = {
  name: 'Notice to the council of that area',
  rule: noticeToArea,
  cites: carePlanning2010('13(4)'),
} as const
const PLANNED = notice({ ...OF_PLACEMENT, id: 'PL-04/before', count: BEFORE })
const EMERGENCY = notice({ ...OF_PLACEMENT, id: 'PL-04/within', count: FIVE })
const AREA_PLANNED = notice({ ...TO_AREA, id: 'PL-05/before', count: BEFORE })
const AREA_EMERGENCY = notice({ ...TO_AREA, id: 'PL-05/within', count: FIVE })
const OF_END = notice({
  id: 'PL-06',
  rule: endingPlacement,
  name: 'Notice that this home ended',
  count: { unit: 'workingDays', n: 10 },
  since: 'the day on which this placement ended,',
  cites: carePlanning2010('14'),
})
export const NOTICE_BASES: readonly Basis[] = [PLANNED, EMERGENCY, AREA_PLANNED, AREA_EMERGENCY, OF_END]

/** Somebody was told of a change in the child's life, or it was decided that they are not. */
export interface ToldOf extends Recorded {
  readonly recipient: string
  readonly about: string
  readonly day: DayNumber
  /** The line of the home that it is about; undefined: it names none. */
  readonly placement: string | undefined
  readonly how: string | undefined
  /** Why not; undefined: they were told. */
  readonly notTold: string | undefined
  /** Words stand beside it: their name, or the reason. */
  readonly worded: boolean
}

export interface PlacementNotices {
  /** In order of their days, up to the day asked about. */
  readonly told: readonly ToldOf[]
  readonly spans: readonly Span[]
  /** The homes that carry it on with the same carers: what names one of them is of this home. */
  readonly lines: readonly string[]
  /** The beginning of the home before, and of the one after: a notice that names no home is of one of them. */
  readonly before: DayNumber
  readonly after: DayNumber
  /** It is the first of its time in care: the notice that the child came into care is of it. */
  readonly first: boolean
  readonly ending: Pick<Duty, 'closes' | 'closing'>
  readonly why: NoticeCase
}

type Which = Pick<PlacementNotices, 'told' | 'lines' | 'before' | 'after' | 'first'>
const END = 'home ended'
/** Whom the law names was told in writing, or not told by decision; of a home that began, or of one that ended. */
function ofHome({ told, lines, before, after, first }: Which, end: boolean): readonly ToldOf[] {
  return told.filter(({ recipient, about, placement, how, notTold, worded, day }) => {
    if (notTold === undefined ? how !== 'in writing' : !answersUntold(recipient, notTold, worded)) return false
    if (end !== (about === END)) return false
    if (placement !== undefined) return lines.includes(placement)
    return (about === 'home' || (first && about === 'comes into care')) && day > before && day < after
  })
}

/** The last of those who had to be told; undefined: somebody still has to be. */
function lastOf(told: readonly ToldOf[], owed: readonly OwedTo[]): ToldOf | undefined {
  let last: ToldOf | undefined
  for (const { any } of owed) {
    const met = told.find(({ recipient }) => any.some((one) => one === recipient))
    if (met === undefined) return undefined
    if (last === undefined || met.day > last.day) last = met
  }
  return last
}

const ofThisArea = (one: OwedTo): boolean => one === AREA

export function placementNotices(out: Duty[], placement: Placement, known: PlacementNotices): void {
  const { began, beganKnown } = placement
  const planned = placement.planned === true
  const due = beganKnown ? noticeDue(began, planned) : undefined
  const missing = beganKnown ? (due === undefined ? 'bankHolidays' : undefined) : 'placementBegan'
  const rest = { trigger: beganKnown ? began : undefined, due, ...known.ending, spans: known.spans, missing } as const
  const told = ofHome(known, false)
  const push = (asked: Basis, owed: readonly OwedTo[]): void => {
    const met = beganKnown ? lastOf(told, owed) : undefined
    out.push(settle(raisedBy(asked, placement, rest), met, met?.day))
  }
  const owed = owedTo(known.why).filter(({ counted }) => counted)
  push(
    planned ? PLANNED : EMERGENCY,
    owed.filter((one) => !ofThisArea(one)),
  )
  if (known.why.outside && began >= AREA_PLANNED.inForceFrom)
    push(planned ? AREA_PLANNED : AREA_EMERGENCY, owed.filter(ofThisArea))
}

/** Reasons of the return by which the council ended the home; by the others the carers, the child or an event did. */
const ENDED_BY_US: ReadonlySet<string> = new Set(['CARPL', 'LAREQ', 'ALLEG', 'STAND', 'APPRR'])

export interface HomeEnded extends Which, Pick<PlacementNotices, 'spans' | 'why'> {
  readonly ended: DayNumber
  /** As the home after it says; undefined: not said. */
  readonly reason: string | undefined
}

/** They went on to another home while in care; told before the end counts too. */
export function endNotices(out: Duty[], placement: Placement, known: HomeEnded): void {
  const { ended, reason, spans } = known
  if (reason !== undefined && !ENDED_BY_US.has(reason)) return
  const due = endNoticeDue(ended)
  const owed = owedAtEnd(known.why).filter(({ counted }) => counted)
  const met = lastOf(ofHome(known, true), owed)
  const missing = reason === undefined ? 'whyEnded' : due === undefined ? 'bankHolidays' : undefined
  const raised = raisedBy(OF_END, placement, {
    ...{ trigger: ended, due, spans, missing },
    ...{ closes: undefined, closing: undefined },
  })
  out.push(settle(raised, reason === undefined ? undefined : met, reason === undefined ? undefined : met?.day))
}
