// What is owed to a child who came here alone: said in the plans; and an age that is doubted is settled, the claimed age running meanwhile.
import { type DayNumber, workingDaysAfter } from '#calendar'
import { carePlanning2010, guidance } from '#law'
import { type Basis, basis, type Closing, type Duty, type Recorded, raisedBy, type Span, settle } from '#ledger'
import { ageAssessed, recordStatus } from './unaccompanied-rules.ts'

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
export const UNACCOMPANIED_BASES: readonly Basis[] = [SAID, AGE]

interface Dated extends Recorded {
  readonly day: DayNumber
}
export interface UnaccompaniedFacts {
  readonly arrivals: readonly Dated[]
  readonly ages: readonly (Recorded & { readonly doubted: DayNumber; readonly decided: DayNumber | undefined })[]
  /** Where the care plan or the assessment of needs says it. */
  readonly said: readonly Dated[]
}
export const NOT_ALONE: UnaccompaniedFacts = { arrivals: [], ages: [], said: [] }

type Ending = { readonly closes: DayNumber | undefined; readonly closing: Closing | undefined }
type Around = {
  readonly on: DayNumber
  readonly spans: readonly Span[]
  /** undefined: that day lies in no time in care. */
  readonly ending: (from: DayNumber) => Ending | undefined
}
export function unaccompaniedDuties(out: Duty[], facts: UnaccompaniedFacts, { on, ending, spans }: Around): void {
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
