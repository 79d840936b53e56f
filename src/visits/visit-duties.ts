// The visit duties of one stay: every visit that was owed and the next one, each by the rule that governed.
import type { DayNumber } from '#calendar'
import { countFrom } from '#law'
import {
  type Basis,
  type Closing,
  coveredThrough,
  type Duty,
  EVER,
  type MissingFact,
  type Recorded,
  type Span,
  settle,
} from '#ledger'
import { ADOPTION_UNDECIDED, ASKED, AT_START, FIRST_YEAR, NEXT_UNKNOWN, NOTICE } from './bases.ts'
import { governing, type Regime } from './governing.ts'
import { basisAfter, type Stay, type Turn } from './stay.ts'
import type { Visit, VisitRequest } from './visit.ts'

interface Owed {
  readonly basis: Basis
  /** Names the duty: the fact that raised it. */
  readonly raisedBy: Recorded
  readonly counted: DayNumber | undefined
  readonly due: DayNumber | undefined
  readonly missing: MissingFact | undefined
}

function counted(basis: Basis, from: DayNumber): DayNumber | undefined {
  const { count } = basis
  return count.unit === 'weeks' || count.unit === 'months' ? countFrom(from, count) : undefined
}

const WEEK = 7

function owedAtStart(stay: Stay): Owed {
  const [turn] = stay.turns
  const regime = governing(turn.bits)[0] ?? 'ordinary'
  const basis = AT_START[regime]
  if (!stay.beganKnown) {
    return { basis, raisedBy: stay.anchor, counted: undefined, due: undefined, missing: 'placementBegan' }
  }
  const due = regime === 'shortBreaks' ? stay.seventhDay : stay.began + WEEK
  const missing = regime === 'shortBreaks' && due === undefined ? 'breakDays' : undefined
  return { basis, raisedBy: stay.anchor, counted: stay.began, due, missing }
}

/** Where several regimes govern, the earliest day wins. */
function owedAfter(stay: Stay, turn: Turn, visit: Visit): Owed {
  let best: Basis | undefined
  let due: DayNumber | undefined
  for (const regime of governing(turn.bits)) {
    const basis = basisAfter(regime, stay, { turn, visited: visit.day })
    const until = counted(basis, visit.day)
    if (best === undefined || (until !== undefined && (due === undefined || until < due))) {
      best = basis
      due = until
    }
  }
  const basis = best ?? FIRST_YEAR
  const missing = basis === ADOPTION_UNDECIDED ? 'agreedInterval' : undefined
  return { basis, raisedBy: visit, counted: visit.day, due, missing }
}

function asRaised(stay: Stay, owed: Owed) {
  return {
    basis: owed.basis,
    occurrence: owed.raisedBy.line,
    trigger: owed.counted,
    raisedAt: owed.raisedBy.recorded,
    due: owed.due,
    closes: stay.closes,
    closing: stay.closing,
    spans: stay.spans,
    missing: owed.missing,
  }
}

/** A regime that asks for a visit within a week of taking over. */
function freshRegime(turn: Turn, before: Turn): Regime | undefined {
  const had = governing(before.bits)
  return governing(turn.bits).find((regime) => regime !== 'ordinary' && !had.includes(regime))
}

function takenOver(stay: Stay, turn: Turn, last: Visit | undefined): Owed {
  if (last === undefined) return { ...owedAtStart({ ...stay, turns: [turn] }), raisedBy: turn.anchor }
  return { ...owedAfter(stay, turn, last), raisedBy: turn.anchor }
}

/** What is owed once the circumstances have turned; a visit already overdue stays owed as it was. */
function owedOnTurn(stay: Stay, owed: Owed, { turn, before, last }: Turning): Owed {
  if (owed.due !== undefined && owed.due < turn.day) return owed
  const regime = freshRegime(turn, before)
  if (regime === undefined) {
    const next = takenOver(stay, turn, last)
    return next.basis === owed.basis ? owed : next
  }
  const due = regime === 'shortBreaks' ? stay.seventhDay : turn.day + WEEK
  // A care order with a parent sets its own week; of other regimes the earlier day wins.
  if (regime !== 'careOrderWithParent' && owed.due !== undefined && due !== undefined && owed.due <= due) return owed
  return { basis: AT_START[regime], raisedBy: turn.anchor, counted: turn.day, due, missing: undefined }
}

interface Turning {
  readonly turn: Turn
  readonly before: Turn
  readonly last: Visit | undefined
}

/** The first visit known meets the first duty only in time, or where every day before it is covered. */
function meetsFirst(stay: Stay, owed: Owed, visit: Visit): boolean {
  if (owed.counted === undefined) return false
  if (owed.due === undefined || visit.day <= owed.due) return true
  const through = coveredThrough(stay.spans, owed.counted)
  return through !== undefined && through >= owed.due
}

export function visitDuties(out: Duty[], stay: Stay): void {
  const { turns, visits } = stay
  let [turn] = turns
  let owed = owedAtStart(stay)
  let last: Visit | undefined
  let nextTurn = 1
  const turnUntil = (day: DayNumber): void => {
    for (let coming = turns[nextTurn]; coming !== undefined && coming.day < day; coming = turns[nextTurn]) {
      const next = owedOnTurn(stay, owed, { turn: coming, before: turn, last })
      if (next !== owed) {
        out.push(settle({ ...asRaised(stay, owed), closes: coming.day, closing: 'ruleChanged' }, undefined, undefined))
      }
      owed = next
      turn = coming
      nextTurn += 1
    }
  }
  for (const visit of visits) {
    turnUntil(visit.day)
    const met = last !== undefined || meetsFirst(stay, owed, visit) ? visit : undefined
    out.push(settle(asRaised(stay, owed), met, met?.day))
    owed = owedAfter(stay, turn, visit)
    last = visit
  }
  turnUntil(EVER)
  const open = settle(asRaised(stay, owed), undefined, undefined)
  out.push(open)
  if (last === undefined && open.coveredUntil === undefined) out.push(nextUnknown(stay, turn))
}

/** Nobody knows when the last visit was, so nobody knows when the next is owed. */
function nextUnknown(stay: Stay, turn: Turn): Duty {
  const regime = governing(turn.bits)[0] ?? 'ordinary'
  const basis = regime === 'ordinary' ? NEXT_UNKNOWN : basisAfter(regime, stay, { turn, visited: turn.day })
  const missing = stay.spans.length === 0 ? 'eventsOfKind' : 'lastVisit'
  const owed: Owed = { basis, raisedBy: stay.anchor, counted: undefined, due: undefined, missing }
  return settle({ ...asRaised(stay, owed), occurrence: `${stay.anchor.line}/next` }, undefined, undefined)
}

export interface VisitsAsked {
  /** Those that count, in order. */
  readonly visits: readonly Visit[]
  readonly spans: readonly Span[]
  readonly closes: DayNumber | undefined
  readonly closing: Closing | undefined
}

/** A visit asked for is always owed, whatever else is. */
export function askedVisitDuties(
  out: Duty[],
  requests: readonly VisitRequest[],
  { visits, spans, closes, closing }: VisitsAsked,
): void {
  for (const request of requests) {
    const met = visits.find(({ day }) => day >= request.day)
    const basis = request.kind === 'notice' ? NOTICE : ASKED
    const raised = {
      basis,
      occurrence: request.line,
      trigger: request.day,
      raisedAt: request.recorded,
      due: counted(basis, request.day),
      closes,
      closing,
      spans,
      missing: undefined,
    }
    out.push(settle(raised, met, met?.day))
  }
}
