// Rules about missing children that wait: MI-03, MI-04 and MI-08.
import { addWorkingDays, day, type Instant, type IsoDay, instant, millisecondsOf } from '#calendar'
import { enacted, guidance, named, unknown } from '#law'
import { ON, type Owed, waits } from './waits.ts'

type DueDay = { readonly kind: 'due'; readonly day: IsoDay }
const dueOn = (text: string): DueDay => ({ kind: 'due', day: day(text) })

const reported = waits<
  { readonly on: IsoDay; readonly missing: Instant; readonly police: Instant; readonly hours: number },
  'met' | 'delayed'
>({
  id: 'MI-03',
  name: 'Missing child reported',
  says: 'A child who is missing is reported to the police and to us without delay; how long is too long stands in the placement plan.',
  level: 'statutory-guidance',
  verification: 'knowledge',
  cites: [guidance('Children who run away or go missing from home or care (DfE, January 2014)', '')],
  responsible: 'The carers or the home; the social worker or out-of-hours',
  trigger: 'the moment from which the whereabouts are not known',
  waitsFor:
    'In kith.told the hour at which the police were told, and of which episode; in the placement plan the hours after which a child is reported.',
  apply: ({ missing, police, hours }) =>
    millisecondsOf(police) - millisecondsOf(missing) > hours * 3_600_000 ? 'delayed' : 'met',
  examples: [
    {
      name: 'the next morning, where the plan says two hours',
      vector: 'MI-03#1',
      given: {
        on: day('2026-02-01'),
        missing: instant('2026-02-01T22:00:00Z'),
        police: instant('2026-02-02T09:00:00Z'),
        hours: 2,
      },
      expect: 'delayed',
    },
    {
      name: 'within forty minutes',
      vector: 'MI-03#2',
      given: {
        on: day('2026-02-01'),
        missing: instant('2026-02-01T22:00:00Z'),
        police: instant('2026-02-01T22:40:00Z'),
        hours: 2,
      },
      expect: 'met',
    },
  ],
})

const meeting = waits<
  {
    readonly on: IsoDay
    readonly episodesIn90Days: number
    readonly hoursMissing: number
    readonly exploitation: boolean
  },
  'meet' | 'no'
>({
  id: 'MI-04',
  name: 'Meeting about a missing child',
  says: 'Those who work with the child meet when they have been missing for more than 24 hours, three times in 90 days, or where there is a risk of exploitation. The numbers are local.',
  level: 'practice',
  verification: 'knowledge',
  cites: [named('Local protocols on children who run away or go missing')],
  responsible: 'The team manager',
  trigger: 'the day on which the threshold was met',
  waitsFor: 'A table of meetings about a child with their day and plan; kith.missing_episode holds what calls for one.',
  apply: ({ episodesIn90Days, hoursMissing, exploitation }) =>
    episodesIn90Days >= 3 || hoursMissing > 24 || exploitation ? 'meet' : 'no',
  examples: [
    {
      name: 'three episodes',
      vector: 'MI-04#1',
      given: { ...ON, episodesIn90Days: 3, hoursMissing: 2, exploitation: false },
      expect: 'meet',
    },
    {
      name: 'twenty-five hours',
      vector: 'MI-04#2',
      given: { ...ON, episodesIn90Days: 1, hoursMissing: 25, exploitation: false },
      expect: 'meet',
    },
    {
      name: 'two episodes, no risk seen',
      vector: 'MI-04#3',
      given: { ...ON, episodesIn90Days: 2, hoursMissing: 2, exploitation: false },
      expect: 'no',
    },
  ],
})

const slavery = waits<
  { readonly on: IsoDay; readonly asks: 'referral' | 'decision'; readonly referred: boolean },
  Owed | DueDay
>({
  id: 'MI-08',
  name: 'Referral of a possible victim of modern slavery',
  says: 'A child who may be a victim of modern slavery is referred; their consent is not needed, and no number of days is set. A first decision is normally made within five working days.',
  level: 'statutory-guidance',
  verification: 'knowledge',
  cites: [enacted('Modern Slavery Act 2015', 'section 52')],
  inForce: { from: day('2015-11-01') },
  responsible: 'The council as first responder',
  trigger: 'the day on which it was seen, or referred',
  waitsFor: 'A table of referrals to the national mechanism with the day of each and of its decisions.',
  apply: ({ on, asks, referred }) => {
    if (asks === 'referral') return referred ? 'met' : 'owed'
    const until = addWorkingDays(on, 5)
    return until === undefined ? unknown('the bank holidays of those years') : { kind: 'due', day: until }
  },
  examples: [
    {
      name: 'a decision, over the summer bank holiday',
      given: { on: day('2026-08-26'), asks: 'decision', referred: true },
      expect: dueOn('2026-09-03'),
    },
    {
      name: 'a decision, over Christmas',
      given: { on: day('2026-12-22'), asks: 'decision', referred: true },
      expect: dueOn('2026-12-31'),
    },
    {
      name: 'seen three days ago, not referred',
      vector: 'MI-08#3',
      given: { on: day('2026-02-02'), asks: 'referral', referred: false },
      expect: 'owed',
    },
  ],
})

export const MISSING_WAITING = [reported, meeting, slavery]
