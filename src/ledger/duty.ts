// A duty towards one child as the ledger keeps it: days, the fact that raised it, the fact that met it, and reasons; no words.
import type { DayNumber } from '#calendar'
import type { Basis } from './basis.ts'

/** What holds whatever the day: the rest of the state is computed at reading. */
export type Standing = 'open' | 'doneOnTime' | 'doneLate' | 'excused' | 'notApplicable' | 'unknown' | 'notInForce'

export const MISSING_FACTS = {
  periodBegan: 'the day this period of care began',
  placementBegan: 'the day this placement began',
  birthDate: 'the birth date',
  bankHolidays: 'the bank holidays of those years',
  termDates: "the term dates of the child's school",
  breakDays: 'the days of each short break',
  agreedInterval: 'the interval that the agency decided',
  returnTime: 'the hour of the return',
  returnDay: 'the day of the return',
  goneTime: 'the hour at which the child went missing',
  toldTime: 'the hour at which the police were told',
  stepTime: 'the hour of that step',
  reportHours: 'the hours in the placement plan after which the child is reported',
  lastReview: 'the review before it',
  lastVisit: 'the visit before it',
  lastHealthAssessment: 'the health assessment before it',
  proceedingsKind: 'whether the proceedings are for a care or supervision order',
  orderEnds: 'the day on which the order says that it ends',
  registration: 'the registration of whoever provides the home',
  whyEnded: 'why the placement ended',
  whyNotAlone: 'why the child was not spoken with alone',
  relaxed: 'whether it could reasonably have been done, as the rules of 24 April to 24 September 2020 asked',
  eventsOfKind: 'the events that would meet it',
} as const
export type MissingFact = keyof typeof MISSING_FACTS

/** Why a duty stopped, or never applied. */
export const CLOSINGS = {
  periodEnded: 'the period of care ended',
  placementEnded: 'the placement ended',
  attained18: 'the child is 18',
  attained16: 'the child is 16',
  attained21: 'the young person is 21',
  attained25: 'the young person is 25',
  movedOn: 'the young person lives somewhere else',
  leftCare: 'the child had left care',
  nothingAfter: 'care ended, or something happened since, after which nothing of leaving care is owed',
  ruleChanged: 'another visit rule took over',
  placedForAdoption: 'the child was placed for adoption',
  assessedBefore: 'a health assessment with its report stood within the three months before',
  termOver: 'the term is over',
  tooYoung: 'the child is below the age from which plans are made',
  initialStands: "the child's initial plan stands as this term's",
  courtDirects: 'a court directs when the care plan is made, from the order',
  orderEnded: 'the order ended',
  decisionOver: 'the decision stood no longer',
  ceased: 'adoption was no longer the plan',
  withdrawn: 'the notice was withdrawn',
  visitOver: 'the visit was over',
  yearOver: 'the year was over',
  reviewOver: 'the review was over',
  silenceAgrees: 'nobody said no within the days that there are, and silence is agreement',
  shortBreaks: 'the child was here for short breaks',
} as const
export type Closing = keyof typeof CLOSINGS

/** All fields always present, in one order: children by the hundred thousand pass through here. */
export interface Duty {
  readonly basis: Basis
  /** With the rule, tells this duty of the child from every other: the line that raised it. */
  readonly occurrence: string
  /** The day counted from; undefined when it is not known. */
  readonly trigger: DayNumber | undefined
  readonly due: DayNumber | undefined
  /** Where the law counts hours: the moment, in milliseconds UTC. */
  readonly dueAt: number | undefined
  readonly done: DayNumber | undefined
  /** The line that met it. */
  readonly doneBy: string | undefined
  /** From this day on it is no longer owed; it may lie ahead (the 18th birthday). */
  readonly closes: DayNumber | undefined
  readonly closing: Closing | undefined
  /** The last day of unbroken coverage from the trigger on; undefined: the trigger's day is not covered. */
  readonly coveredUntil: DayNumber | undefined
  readonly standing: Standing
  readonly shownLate: boolean
  readonly missing: MissingFact | undefined
  /** The code of a lawful excuse recorded. */
  readonly excuse: string | undefined
}
