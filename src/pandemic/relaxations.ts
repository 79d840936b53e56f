// Rule CV-01: what SI 2020/445 relaxed from 24 April to 24 September 2020, so that the past is judged by the rule of its day.
import { type DayNumber, day, type IsoDay, numberOf } from '#calendar'
import { enacted, named, rule } from '#law'

const FROM = day('2020-04-24')
/** The day on which the ordinary rules came back. */
const UNTIL = day('2020-09-25')
const FIRST = numberOf(FROM)
export const RELAXED_UNTIL = numberOf(UNTIL)

export const wasRelaxed = (on: DayNumber): boolean => on >= FIRST && on < RELAXED_UNTIL

/** Rules whose intervals were relaxed. The first review was not. */
export const RELAXED: ReadonlySet<string> = new Set([
  ...['CP-04', 'CP-07', 'CP-08', 'CP-28'],
  ...['CP-16', 'CP-17', 'CP-18', 'CP-19', 'CP-20', 'CP-21', 'CP-22', 'CP-23'],
])

const ORDINARY_WEEKS = 16
const RELAXED_WEEKS = 24
/** The longest that temporary approval of a connected person may last, by the day on which it was given. */
export const approvalWeeks = (given: DayNumber): number => (wasRelaxed(given) ? RELAXED_WEEKS : ORDINARY_WEEKS)

export interface RelaxedGiven {
  readonly asks: 'interval' | 'virtualVisit' | 'temporaryApproval'
  readonly on: IsoDay
}
export type RelaxedAnswer =
  | { readonly kind: 'ordinaryRules' | 'asSoonAsPracticable' | 'canCount' | 'inPersonOnly' }
  | { readonly kind: 'upToWeeks'; readonly weeks: number }

export const relaxations = rule<RelaxedGiven, RelaxedAnswer>({
  id: 'CV-01',
  name: 'Relaxations of April to September 2020',
  says: 'From 24 April to 24 September 2020 visits, reviews after the first, placement plans and short breaks were owed as soon as reasonably practicable; a visit could be by telephone or video; temporary approval lasted up to 24 weeks. What fell due then and was not done in time is neither late nor on time: the record does not say whether it could reasonably have been done.',
  level: 'regulation',
  verification: 'secondary',
  cites: [
    enacted(
      'Adoption and Children (Coronavirus) (Amendment) Regulations 2020 (SI 2020/445)',
      'regulations 8, 13 and 14',
    ),
    named('R (Article 39) v Secretary of State for Education [2020] EWCA Civ 1577'),
  ],
  inForce: { from: day('2011-04-01') },
  satisfiedBy: {
    fact: 'the day it fell due',
    table: 'kith.visit, kith.review, kith.placement_plan, kith.placement_decision',
    words: 'It decides by which rule a day of that time is judged.',
  },
  trigger: 'the day asked about',
  responsible: 'The council',
  decidedOn: ({ on }) => on,
  apply: ({ asks, on }) => {
    const relaxed = wasRelaxed(numberOf(on))
    if (asks === 'temporaryApproval') return { kind: 'upToWeeks', weeks: approvalWeeks(numberOf(on)) }
    if (asks === 'virtualVisit') return { kind: relaxed ? 'canCount' : 'inPersonOnly' }
    return { kind: relaxed ? 'asSoonAsPracticable' : 'ordinaryRules' }
  },
  examples: [
    {
      name: 'a visit by video on 20 May 2020',
      vector: 'CV-01#1',
      given: { asks: 'virtualVisit', on: day('2020-05-20') },
      expect: { kind: 'canCount' },
    },
    {
      name: 'the day before: the original rules',
      vector: 'CV-01#2',
      given: { asks: 'interval', on: day('2020-04-23') },
      expect: { kind: 'ordinaryRules' },
    },
    {
      name: 'the last day',
      given: { asks: 'interval', on: day('2020-09-24') },
      expect: { kind: 'asSoonAsPracticable' },
    },
    {
      name: 'the day on which the ordinary rules came back',
      given: { asks: 'interval', on: day('2020-09-25') },
      expect: { kind: 'ordinaryRules' },
    },
    {
      name: 'temporary approval given on 1 June 2020: 24 weeks',
      vector: 'CV-01#3',
      given: { asks: 'temporaryApproval', on: day('2020-06-01') },
      expect: { kind: 'upToWeeks', weeks: 24 },
    },
    {
      name: 'given after it: 16 weeks again',
      given: { asks: 'temporaryApproval', on: day('2020-09-25') },
      expect: { kind: 'upToWeeks', weeks: 16 },
    },
  ],
})
