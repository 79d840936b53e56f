// Rules PL-04 to PL-06: who is told in writing of a home, before it begins or soon after, and when it has ended.
import { type DayNumber, day, dayOf, type IsoDay, numberOf, workingDaysAfter } from '#calendar'
import { carePlanning2010, dueOn, rule, unknown } from '#law'

const TOLD = { fact: 'notice of the home, or the decision not to tell', table: 'kith.told' } as const
const council = { responsible: 'The council' } as const
const law = { level: 'regulation', verification: 'primary' } as const
const WORKING_DAYS = 5
const WORKING_DAYS_AFTER = 10

/** undefined: bank holidays not known. */
export const noticeDue = (began: DayNumber, planned: boolean): DayNumber | undefined =>
  planned ? began : workingDaysAfter(began, WORKING_DAYS)
export const endNoticeDue = (ended: DayNumber): DayNumber | undefined => workingDaysAfter(ended, WORKING_DAYS_AFTER)

export interface NoticeGiven {
  readonly on: IsoDay
  readonly planned: boolean
  /** The day on which the last of them was told, or it was decided not to. */
  readonly told: IsoDay | undefined
  readonly inOurArea?: boolean
}
export type NoticeAnswer =
  | { readonly kind: 'due'; readonly day: IsoDay }
  | { readonly kind: 'met' | 'late' | 'notOwed' }

function noticeBy({ on, planned, told }: NoticeGiven) {
  const until = noticeDue(numberOf(on), planned)
  if (until === undefined || told === undefined) return dueOn(until)
  return { kind: numberOf(told) <= until ? 'met' : 'late' } as const
}
const emergency = (on: string): NoticeGiven => ({ on: day(on), planned: false, told: undefined })
const dueDay = (text: string) => ({ kind: 'due', day: day(text) }) as const
const FROM = { from: day('2011-04-01') }

export const noticeOfPlacement = rule<NoticeGiven, NoticeAnswer>({
  ...law,
  ...council,
  id: 'PL-04',
  name: 'Notice of a placement',
  says: 'The child, parents, those with contact, earlier carers, health, the GP, the school and the reviewing officer are told in writing before a placement or, in an emergency, within five working days; or the decision not to is recorded.',
  cites: [carePlanning2010('13(1) to (3)')],
  inForce: FROM,
  satisfiedBy: {
    ...TOLD,
    words:
      'Each was told in writing of this home. Parents, those with contact and carers before may be left out by a decision, with its reason; anybody, where they could not be reached.',
  },
  trigger: 'the day this placement began',
  waitsFor: 'Whether there is somebody with contact, as a fact of the clock: the form asks, and they are not counted.',
  decidedOn: ({ on }) => on,
  apply: noticeBy,
  examples: [
    { name: 'an emergency on Maundy Thursday', given: emergency('2026-04-02'), expect: dueDay('2026-04-13') },
    { name: 'over Christmas 2027', given: emergency('2027-12-24'), expect: dueDay('2028-01-05') },
    {
      name: 'planned, and told the day after it began',
      vector: 'PL-04#3',
      given: { on: day('2026-06-01'), planned: true, told: day('2026-06-02') },
      expect: { kind: 'late' },
    },
  ],
})

export const noticeToArea = rule<NoticeGiven, NoticeAnswer>({
  ...law,
  ...council,
  id: 'PL-05',
  name: "Notice to the other area's council",
  says: 'The council of the area in which a home lies is told before the placement or, in an emergency, within five working days, with the assessment of needs, the reasons and the care plan. A home whose address is protected is left out: the duty would tell where it is.',
  cites: [carePlanning2010('13(4)')],
  inForce: { from: day('2014-01-27') },
  satisfiedBy: { ...TOLD, words: 'The council of that area was told in writing of this home.' },
  trigger: 'the day this placement began',
  waitsFor: 'What was sent with it, each with its day: only the notice is looked for.',
  decidedOn: ({ on }) => on,
  apply: (given) => (given.inOurArea === true ? { kind: 'notOwed' } : noticeBy(given)),
  examples: [
    { name: 'over the summer bank holiday', given: emergency('2026-08-27'), expect: dueDay('2026-09-04') },
    { name: 'ordinary', given: emergency('2026-11-27'), expect: dueDay('2026-12-04') },
    {
      name: 'in our own area',
      vector: 'PL-05#3',
      given: { ...emergency('2026-11-27'), inOurArea: true },
      expect: { kind: 'notOwed' },
    },
  ],
})

export interface EndingGiven {
  readonly on: IsoDay
  readonly because: 'planned' | 'immediateRisk' | 'approvalExpired'
  readonly reviewed: boolean
}
export type EndingAnswer =
  | { readonly kind: 'lawful'; readonly noticesBy: IsoDay }
  | { readonly kind: 'reviewOwedFirst' | 'doesNotApply' }
const ended = (because: EndingGiven['because'], reviewed: boolean, on = '2026-06-01'): EndingGiven => ({
  ...{ on: day(on), because, reviewed },
})

export const endingPlacement = rule<EndingGiven, EndingAnswer>({
  ...law,
  ...council,
  id: 'PL-06',
  name: 'Ending a placement',
  says: 'Before a placement is ended the case is reviewed, another home arranged and the reviewing officer told. Who was not told before is told within ten working days. A child at immediate risk of significant harm is moved first.',
  cites: [carePlanning2010('14')],
  inForce: FROM,
  satisfiedBy: {
    ...TOLD,
    words: 'Each was told in writing that this home ended, its carers too; left out as of its beginning.',
  },
  trigger: 'the day on which the placement was ended',
  waitsFor:
    'In kith.placement whether the council ended it, and for immediate risk: the reason of the return is read. Only the notices are counted; the review before, and the other home, are not.',
  decidedOn: ({ on }) => on,
  apply: ({ on, because, reviewed }) => {
    if (because === 'approvalExpired') return { kind: 'doesNotApply' }
    if (because === 'planned' && !reviewed) return { kind: 'reviewOwedFirst' }
    const by = endNoticeDue(numberOf(on))
    return by === undefined ? unknown('the bank holidays of those years') : { kind: 'lawful', noticesBy: dayOf(by) }
  },
  examples: [
    {
      name: 'notices, over Christmas',
      given: ended('planned', true, '2026-12-21'),
      expect: { kind: 'lawful', noticesBy: day('2027-01-07') },
    },
    {
      name: 'at immediate risk, without a review first: lawful, and the notices run',
      vector: 'PL-06#2',
      given: ended('immediateRisk', false),
      expect: { kind: 'lawful', noticesBy: day('2026-06-15') },
    },
    {
      name: 'six working days outside the approval are over',
      vector: 'PL-06#3',
      given: ended('approvalExpired', false),
      expect: { kind: 'doesNotApply' },
    },
  ],
})
