// The duties of the personal education plan in one period of care: begun, ready for the first review, and each term.
import { attainsAgeNumber, type DayNumber, workingDaysAfter } from '#calendar'
import { guidance } from '#law'
import {
  type Basis,
  type BasisText,
  basis,
  type Closing,
  type Duty,
  type MissingFact,
  type Recorded,
  type Span,
  settle,
} from '#ledger'
import type { Pep, Term } from './pep.ts'
import { effectivePepDue, isLateEntrant, pepBegun, pepEachTerm, pepForReview } from './rules.ts'

const pepBasis = (text: Omit<BasisText, 'kind'>): Basis => basis({ ...text, kind: 'pep' })
const paragraph18 = guidance('designated teacher guidance', 'paragraph 18')

const BEGUN = pepBasis({
  id: 'ED-01',
  rule: pepBegun,
  name: 'Personal education plan begun',
  count: pepBegun.interval,
  since: 'the start of the first placement on',
  cites: paragraph18,
})
const BEGUN_BEFORE = pepBasis({
  id: 'ED-01/planned',
  rule: pepBegun,
  name: 'Personal education plan begun',
  count: { unit: 'byEnd', n: 0 },
  since: 'the first day of the first placement,',
  cites: paragraph18,
  remark: 'This placement was planned, so the plan was to be begun before it.',
})
const READY = pepBasis({
  id: 'ED-02',
  rule: pepForReview,
  name: 'Effective personal education plan',
  count: { unit: 'workingDays', n: 20 },
  since: 'becoming looked after on',
  cites: paragraph18,
})
const READY_BY_REVIEW = pepBasis({
  id: 'ED-02/by-review',
  rule: pepForReview,
  name: 'Effective personal education plan',
  count: { unit: 'by', n: 0 },
  since: 'the first review, on',
  cites: paragraph18,
  remark: 'It is owed for the first review, which was held before the 20 working days were over.',
})
const TERMLY = pepBasis({
  id: 'ED-03',
  rule: pepEachTerm,
  name: "This term's personal education plan",
  count: { unit: 'byEnd', n: 0 },
  since: 'the term that began on',
  cites: guidance('Promoting the education of looked-after children (DfE 2018)', ''),
})
export const PEP_BASES: readonly Basis[] = [BEGUN, BEGUN_BEFORE, READY, READY_BY_REVIEW, TERMLY]

export interface PepCase {
  readonly anchor: Recorded
  readonly began: DayNumber
  readonly beganKnown: boolean
  readonly closes: DayNumber | undefined
  readonly closing: Closing | undefined
  readonly born: DayNumber | undefined
  /** The first placement of the period; undefined: none yet. */
  readonly placed: PlacedFirst | undefined
  readonly firstReview: DayNumber | undefined
  /** In order, none before this period began. */
  readonly peps: readonly Pep[]
  /** In order; undefined: not known. */
  readonly terms: readonly Term[] | undefined
  readonly spans: readonly Span[]
  readonly on: DayNumber
  /** The age from which plans are made. */
  readonly fromAge: number
}

export interface PlacedFirst extends Recorded {
  readonly day: DayNumber
  readonly planned: boolean
}

interface Owed {
  readonly basis: Basis
  readonly occurrence: string
  readonly counted: DayNumber | undefined
  readonly due: DayNumber | undefined
  readonly missing: MissingFact | undefined
}

function asRaised(known: PepCase, owed: Owed) {
  const { basis: owedBasis, occurrence, counted, due, missing } = owed
  return {
    basis: owedBasis,
    occurrence,
    trigger: counted,
    raisedAt: known.anchor.recorded,
    due,
    closes: known.closes,
    closing: known.closing,
    spans: known.spans,
    missing,
  }
}

function pushOnce(out: Duty[], known: PepCase, { owed, met }: { owed: Owed; met: Pep | undefined }): void {
  const { born, fromAge, began } = known
  const duty = settle(asRaised(known, owed), met, met?.day)
  const tooYoung = met === undefined && born !== undefined && attainsAgeNumber(born, fromAge) > (owed.counted ?? began)
  out.push(
    tooYoung
      ? { ...duty, standing: 'notApplicable', closing: 'tooYoung', closes: owed.counted ?? began, missing: undefined }
      : duty,
  )
}

function begunDuty(out: Duty[], known: PepCase): void {
  const { placed, peps, beganKnown, anchor } = known
  const { line: occurrence } = anchor
  if (!beganKnown) {
    const owed = { basis: BEGUN, occurrence, counted: undefined, due: undefined, missing: 'periodBegan' } as const
    pushOnce(out, known, { owed, met: undefined })
    return
  }
  if (placed === undefined) return
  const { day, planned } = placed
  const due = planned ? day : workingDaysAfter(day, 10)
  const missing = due === undefined ? 'bankHolidays' : undefined
  pushOnce(out, known, {
    owed: { basis: planned ? BEGUN_BEFORE : BEGUN, occurrence, counted: day, due, missing },
    met: peps[0],
  })
}

function readyDuty(out: Duty[], known: PepCase): void {
  const { peps, beganKnown, began, firstReview, anchor } = known
  const { line: occurrence } = anchor
  if (!beganKnown) {
    const owed = { basis: READY, occurrence, counted: undefined, due: undefined, missing: 'periodBegan' } as const
    pushOnce(out, known, { owed, met: undefined })
    return
  }
  const due = effectivePepDue(began, firstReview)
  const byReview = firstReview !== undefined && due === firstReview
  const missing = due === undefined ? 'bankHolidays' : undefined
  pushOnce(out, known, {
    owed: { basis: byReview ? READY_BY_REVIEW : READY, occurrence, counted: began, due, missing },
    met: peps.find(({ stage }) => stage === 'effective'),
  })
}

/** A term that is over can no longer be made good: what was missed stays missed, the next term has its own. */
function termDuty(out: Duty[], known: PepCase, { term, next }: { term: Term; next: Term | undefined }): void {
  const { anchor, began, beganKnown, closes, closing, peps } = known
  const occurrence = `${anchor.line}/${term.first}`
  const counted = Math.max(term.first, began)
  const met = peps.find(({ day }) => day >= term.first && day <= term.last)
  const owed: Owed = { basis: TERMLY, occurrence, counted, due: term.last, missing: undefined }
  const raised = asRaised(known, owed)
  const over = next === undefined || (closes !== undefined && closes <= next.first)
  const ending = over ? { closes, closing } : { closes: next.first, closing: 'termOver' as const }
  const duty = settle({ ...raised, ...ending }, met, met?.day)
  const entered = beganKnown && began > term.first && isLateEntrant(began, term.last) === true
  out.push(
    entered && met === undefined
      ? { ...duty, standing: 'notApplicable', closing: 'initialStands', closes: began, missing: undefined }
      : duty,
  )
}

function termlyDuties(out: Duty[], known: PepCase): void {
  const { terms, anchor, began, closes, born, fromAge, on } = known
  if (terms === undefined) {
    const occurrence = `${anchor.line}/terms`
    const owed = { basis: TERMLY, occurrence, counted: undefined, due: undefined, missing: 'termDates' } as const
    pushOnce(out, known, { owed, met: undefined })
    return
  }
  const from = born === undefined ? began : Math.max(began, attainsAgeNumber(born, fromAge))
  for (const [index, term] of terms.entries()) {
    if (term.last < from) continue
    if (closes !== undefined && term.first >= closes) break
    termDuty(out, known, { term, next: terms[index + 1] })
    // The next term is shown, those beyond it not yet.
    if (term.first > on) break
  }
}

/** Short breaks have none: the caller leaves those periods out. */
export function pepDuties(out: Duty[], known: PepCase): void {
  begunDuty(out, known)
  readyDuty(out, known)
  termlyDuties(out, known)
}
