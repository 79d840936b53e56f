// What is owed to a child who came here alone: said in the plans, an age settled, the days of leave and appeal; and a guardian.
import { type DayNumber, workingDaysAfter } from '#calendar'
import { carePlanning2010, guidance, named } from '#law'
import { type Basis, basis, type Closing, type Duty, type Recorded, raisedBy, type Span, settle } from '#ledger'
import { APPEAL_DAYS, ageAssessed, immigrationDays, recordStatus, sameClocks } from './unaccompanied-rules.ts'

const SAID = basis({
  id: 'UA-02',
  rule: recordStatus,
  name: 'Being here alone said in the plans',
  count: { unit: 'none', n: 0 },
  since: 'coming to us on',
  cites: carePlanning2010('5(1)(f)'),
  kind: 'unaccompanied',
})
const AGE = basis({
  id: 'UA-03',
  rule: ageAssessed,
  name: 'Age assessment decided',
  count: { unit: 'workingDays', n: 28 },
  since: 'the doubt of',
  cites: guidance('Age assessment guidance (ADCS)', ''),
  kind: 'unaccompanied',
  remark: 'No number of days is set; 28 working days are practice. Until then all clocks run on the age that they say.',
})
const LEAVE = basis({
  id: 'UA-04/leave',
  rule: immigrationDays,
  name: 'Applied again before leave ends',
  count: { unit: 'byEnd', n: 0 },
  since: 'leave, granted on',
  cites: named('Immigration Rules, paragraphs 352ZC to 352ZF'),
  kind: 'immigration',
})
const APPEAL = basis({
  id: 'UA-04/appeal',
  rule: immigrationDays,
  name: 'Appeal against a refusal',
  count: { unit: 'weeks', n: 2 },
  since: 'the refusal sent on',
  cites: named('Tribunal Procedure (Immigration) Rules 2014, rule 19'),
  kind: 'immigration',
  remark: 'Fourteen days. Whether to appeal is for the child with their solicitor: the day is what has to be known.',
})
const GUARDIAN = basis({
  id: 'UA-05/guardian',
  rule: sameClocks,
  name: 'Referral to a trafficking guardian',
  count: { unit: 'none', n: 0 },
  since: 'what was seen on',
  cites: guidance('Care of unaccompanied migrant children and child victims of modern slavery (DfE, 2017)', ''),
  kind: 'traffickingGuardian',
})
export const UNACCOMPANIED_BASES: readonly Basis[] = [SAID, AGE, LEAVE, APPEAL, GUARDIAN]

interface Dated extends Recorded {
  readonly day: DayNumber
}
export interface StatusApplied extends Recorded {
  readonly kind: string
  readonly made: DayNumber
  readonly decided: DayNumber | undefined
  readonly outcome: string | null
  readonly leaveUntil: DayNumber | undefined
}
interface GuardianOf extends Recorded {
  readonly seen: DayNumber
  readonly serviceHere: boolean
  readonly referred: DayNumber | undefined
}
export interface UnaccompaniedFacts {
  readonly arrivals: readonly Dated[]
  readonly ages: readonly (Recorded & { readonly doubted: DayNumber; readonly decided: DayNumber | undefined })[]
  /** Where the care plan or the assessment of needs says it. */
  readonly said: readonly Dated[]
  readonly applications: readonly StatusApplied[]
  /** Children who may have been trafficked, whether they came alone or not. */
  readonly guardians: readonly GuardianOf[]
}
export const NOT_ALONE: UnaccompaniedFacts = {
  ...{ arrivals: [], ages: [], said: [], applications: [], guardians: [] },
}

type Ending = { readonly closes: DayNumber | undefined; readonly closing: Closing | undefined }
type Kinds = 'unaccompanied' | 'immigration' | 'traffickingGuardian'
type Around = {
  readonly on: DayNumber
  readonly spans: Readonly<Record<Kinds, readonly Span[]>>
  /** undefined: that day lies in no time in care. */
  readonly ending: (from: DayNumber) => Ending | undefined
}

function statusDuties(out: Duty[], { applications }: UnaccompaniedFacts, { on, ending, spans }: Around): void {
  for (const one of applications) {
    const { decided, outcome, leaveUntil, kind, line } = one
    const end = decided === undefined || decided > on ? undefined : ending(decided)
    const refused = outcome === 'refused' && kind !== 'appeal'
    if (decided === undefined || end === undefined || (!refused && leaveUntil === undefined)) continue
    const met = applications
      .filter((next) => next.line !== line && next.made >= decided && next.made <= on)
      .filter((next) => (next.kind === 'appeal') === refused)
      .toSorted((a, b) => a.made - b.made)[0]
    const rest = { ...end, spans: spans.immigration, missing: undefined, trigger: decided }
    const due = refused ? decided + APPEAL_DAYS : leaveUntil
    const raised = raisedBy(refused ? APPEAL : LEAVE, one, { ...rest, due })
    out.push(settle(raised, met, met?.made))
  }
}

function guardianDuties(out: Duty[], { guardians }: UnaccompaniedFacts, { on, ending, spans }: Around): void {
  for (const one of guardians) {
    const end = !one.serviceHere || one.seen > on ? undefined : ending(one.seen)
    if (end === undefined) continue
    const met = one.referred !== undefined && one.referred <= on ? one.referred : undefined
    const rest = { ...end, spans: spans.traffickingGuardian, missing: undefined }
    const raised = raisedBy(GUARDIAN, one, { ...rest, trigger: one.seen, due: undefined })
    out.push(settle(raised, met === undefined ? undefined : one, met))
  }
}

export function unaccompaniedDuties(out: Duty[], facts: UnaccompaniedFacts, around: Around): void {
  if (facts === NOT_ALONE) return
  const { on, ending } = around
  const spans = around.spans.unaccompanied
  statusDuties(out, facts, around)
  guardianDuties(out, facts, around)
  for (const arrival of facts.arrivals) {
    const end = arrival.day > on ? undefined : ending(arrival.day)
    if (end === undefined) continue
    const met = facts.said.find(({ day }) => day >= arrival.day && day <= on)
    const raised = raisedBy(SAID, arrival, { trigger: arrival.day, due: undefined, ...end, spans, missing: undefined })
    out.push(settle(raised, met, met?.day))
  }
  for (const age of facts.ages) {
    const end = age.doubted > on ? undefined : ending(age.doubted)
    if (end === undefined) continue
    const due = workingDaysAfter(age.doubted, AGE.count.n)
    const missing = due === undefined ? ('bankHolidays' as const) : undefined
    const decided = age.decided === undefined || age.decided > on ? undefined : age.decided
    const raised = raisedBy(AGE, age, { trigger: age.doubted, due, ...end, spans, missing })
    out.push(settle(raised, decided === undefined ? undefined : age, decided))
  }
}
