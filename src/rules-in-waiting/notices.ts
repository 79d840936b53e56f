// Rules of notices about a home that wait: PL-04 to PL-06.
import { addWorkingDays, day, type IsoDay } from '#calendar'
import { carePlanning2010 } from '#law'
import { ON, waits } from './waits.ts'

const law = { level: 'regulation', verification: 'primary' } as const
const council = { responsible: 'The council' } as const
const NOTICES =
  'A table of notices: about which home, to whom, planned for which day, sent on which day, or why not. In kith.told nothing says which home a telling is about.'

interface NoticeGiven {
  readonly on: IsoDay
  readonly planned: boolean
  readonly told: IsoDay | undefined
  readonly inOurArea?: boolean
}
type NoticeAnswer = { readonly kind: 'due'; readonly day: IsoDay } | { readonly kind: 'met' | 'late' | 'notOwed' }
function noticeBy(
  days: number,
  { on, planned, told }: NoticeGiven,
): NoticeAnswer | { kind: 'unknown'; missing: string } {
  const until = planned ? on : addWorkingDays(on, days)
  if (until === undefined) return { kind: 'unknown', missing: 'the bank holidays of those years' }
  if (told === undefined) return { kind: 'due', day: until }
  return { kind: told <= until ? 'met' : 'late' }
}
const emergency = (on: string): NoticeGiven => ({ on: day(on), planned: false, told: undefined })
const dueOn = (text: string) => ({ kind: 'due', day: day(text) }) as const

const noticeOfPlacement = waits<NoticeGiven, NoticeAnswer>({
  ...law,
  ...council,
  id: 'PL-04',
  name: 'Notice of a placement',
  says: 'The child, parents, those with contact, earlier carers, health, the GP, the school and the reviewing officer are told in writing before a placement or, in an emergency, within five working days; or the decision not to is recorded.',
  cites: [carePlanning2010('13(1) to (3)')],
  trigger: 'the day this placement began',
  waitsFor: NOTICES,
  apply: (given) => noticeBy(5, given),
  examples: [
    { name: 'an emergency on Maundy Thursday', given: emergency('2026-04-02'), expect: dueOn('2026-04-13') },
    { name: 'over Christmas 2027', given: emergency('2027-12-24'), expect: dueOn('2028-01-05') },
    {
      name: 'planned, and told the day after it began',
      vector: 'PL-04#3',
      given: { ...ON, planned: true, told: day('2026-06-02') },
      expect: { kind: 'late' },
    },
  ],
})

const noticeToArea = waits<NoticeGiven, NoticeAnswer>({
  ...law,
  ...council,
  id: 'PL-05',
  name: "Notice to the other area's council",
  says: 'The council of the area in which a home lies is told before the placement or, in an emergency, within five working days, with the assessment of needs, the reasons and the care plan.',
  cites: [carePlanning2010('13(4)')],
  inForce: { from: day('2014-01-27') },
  trigger: 'the day this placement began',
  waitsFor: NOTICES,
  apply: (given) => (given.inOurArea === true ? { kind: 'notOwed' } : noticeBy(5, given)),
  examples: [
    { name: 'over the summer bank holiday', given: emergency('2026-08-27'), expect: dueOn('2026-09-04') },
    { name: 'ordinary', given: emergency('2026-11-27'), expect: dueOn('2026-12-04') },
    {
      name: 'in our own area',
      vector: 'PL-05#3',
      given: { ...emergency('2026-11-27'), inOurArea: true },
      expect: { kind: 'notOwed' },
    },
  ],
})

const endingPlacement = waits<
  {
    readonly on: IsoDay
    readonly because: 'planned' | 'immediateRisk' | 'approvalExpired'
    readonly reviewed: boolean
  },
  { readonly kind: 'lawful' | 'reviewOwedFirst' | 'doesNotApply'; readonly noticesBy?: IsoDay }
>({
  ...law,
  ...council,
  id: 'PL-06',
  name: 'Ending a placement',
  says: 'Before a placement is ended the case is reviewed, another home arranged and the reviewing officer told. Who was not told before is told within ten working days. A child at immediate risk of significant harm is moved first.',
  cites: [carePlanning2010('14')],
  trigger: 'the day on which the placement was ended',
  waitsFor: `${NOTICES} And in kith.placement why it ended, as regulation 14 asks.`,
  apply: ({ on, because, reviewed }) => {
    if (because === 'approvalExpired') return { kind: 'doesNotApply' }
    if (because === 'planned' && !reviewed) return { kind: 'reviewOwedFirst' }
    const noticesBy = addWorkingDays(on, 10)
    return noticesBy === undefined
      ? { kind: 'unknown', missing: 'the bank holidays of those years' }
      : { kind: 'lawful', noticesBy }
  },
  examples: [
    {
      name: 'notices, over Christmas',
      given: { on: day('2026-12-21'), because: 'planned', reviewed: true },
      expect: { kind: 'lawful', noticesBy: day('2027-01-07') },
    },
    {
      name: 'at immediate risk, without a review first: lawful, and the notices run',
      vector: 'PL-06#2',
      given: { ...ON, because: 'immediateRisk', reviewed: false },
      expect: { kind: 'lawful', noticesBy: day('2026-06-15') },
    },
    {
      name: 'six working days outside the approval are over',
      vector: 'PL-06#3',
      given: { ...ON, because: 'approvalExpired', reviewed: false },
      expect: { kind: 'doesNotApply' },
    },
  ],
})

export const NOTICES_WAITING = [noticeOfPlacement, noticeToArea, endingPlacement]
