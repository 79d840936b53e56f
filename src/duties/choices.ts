// The council's own readings: which switches there are, what each may be set to, and what holds on a day.
import type { DayNumber } from '#calendar'
import { DAYS_AFTER_REVIEW, DAYS_TO_NAME, DAYS_TO_WRITE } from '#care-planning'
import { DAYS_TO_PLAN, WEEKS_OF_TOUCH } from '#leaving-care'
import { HOURS_TO_MEET, TIMES_TO_MEET } from '#missing'
import {
  ACTION_DAYS,
  ANSWERED_DAYS,
  DECIDED_ALSO,
  DECISION_DAYS,
  DISCUSSED_WEEKS,
  IMPROVEMENT_WEEKS,
  INADEQUATE_WEEKS,
  MODERATED_DAYS,
  RISES_DAYS,
  SIGNED_DAYS,
} from '#oversight-rules'
import { DAYS_INFORMAL, DAYS_OF_TIER } from '#reviewing'
import { READINGS, type Readings } from './known.ts'

/** One choice that a council recorded; from that day on it holds. */
export interface RuleChoice {
  readonly switch: string
  readonly choice: string
  readonly since: DayNumber
}

export interface Switch {
  /** Of the interpretation in the rules that names it. */
  readonly interpretation: string
  readonly choices: readonly string[]
  /** A number may be tuned; a reading is one of a few. */
  readonly kind: 'reading' | 'number'
  readonly set: (readings: Readings, choice: string) => Readings
}

/** Below the level of law a council may count none at all. */
const OFF = 'off'
const daysOrNone = (choice: string): number | undefined => (choice === OFF ? undefined : Number(choice))

const inOrder = (numbers: readonly number[]): readonly string[] => numbers.toSorted((a, b) => a - b).map(String)
type NumberOfOversight =
  | 'childDiscussed'
  | 'supervisionSigned'
  | 'auditModerated'
  | 'auditAnswered'
  | 'auditRises'
  | 'actionRises'
  | 'inadequateAgain'
  | 'improvementAgain'
const numbered = (interpretation: NumberOfOversight, numbers: readonly number[]): Switch => ({
  ...{ interpretation, kind: 'number', choices: inOrder(numbers) },
  set: (readings, choice) => ({ ...readings, [interpretation]: Number(choice) }),
})

export const SWITCHES = {
  firstYear: {
    interpretation: 'firstYear',
    kind: 'reading',
    choices: ['intervalAtStart', 'letter'],
    set: (readings, choice) => ({ ...readings, firstYear: choice === 'letter' ? 'letter' : 'intervalAtStart' }),
  },
  underFive: {
    interpretation: 'underFive',
    kind: 'reading',
    choices: ['cautious', 'letter'],
    set: (readings, choice) => ({ ...readings, underFive: choice === 'letter' ? 'letter' : 'cautious' }),
  },
  countPlacementDay: {
    interpretation: 'countPlacementDay',
    kind: 'reading',
    choices: ['no', 'yes'],
    set: (readings, choice) => ({ ...readings, countPlacementDay: choice === 'yes' }),
  },
  pepFromAge: {
    interpretation: 'fromAge',
    kind: 'number',
    choices: ['0', '1', '2', '3', '4', '5'],
    set: (readings, choice) => ({ ...readings, pepFromAge: Number(choice) }),
  },
  temporaryApproval: {
    interpretation: 'temporaryApproval',
    kind: 'reading',
    choices: ['firstDayCounts', 'anniversary'],
    set: (readings, choice) => ({
      ...readings,
      temporaryApproval: choice === 'anniversary' ? 'anniversary' : 'firstDayCounts',
    }),
  },
  planAfterReview: {
    interpretation: 'planAfterReview',
    kind: 'number',
    choices: [...DAYS_AFTER_REVIEW.map(String), OFF],
    set: (readings, choice) => ({ ...readings, planAfterReview: daysOrNone(choice) }),
  },
  reviewerNamed: {
    interpretation: 'reviewerNamed',
    kind: 'number',
    choices: [...DAYS_TO_NAME.map(String), OFF],
    set: (readings, choice) => ({ ...readings, reviewerNamed: daysOrNone(choice) }),
  },
  questionnaireYearly: {
    interpretation: 'questionnaireYearly',
    kind: 'reading',
    choices: ['yes', OFF],
    set: (readings, choice) => ({ ...readings, questionnaireYearly: choice !== OFF }),
  },
  dentistYearly: {
    interpretation: 'dentistYearly',
    kind: 'reading',
    choices: ['yes', OFF],
    set: (readings, choice) => ({ ...readings, dentistYearly: choice !== OFF }),
  },
  disputeInformal: {
    interpretation: 'disputeInformal',
    kind: 'number',
    choices: DAYS_INFORMAL.map(String),
    set: (readings, choice) => ({ ...readings, disputeInformal: Number(choice) }),
  },
  disputeStage: {
    interpretation: 'disputeStage',
    kind: 'number',
    choices: DAYS_OF_TIER.map(String),
    set: (readings, choice) => ({ ...readings, disputeStage: Number(choice) }),
  },
  missingHours: {
    interpretation: 'missingHours',
    kind: 'number',
    choices: HOURS_TO_MEET.map(String),
    set: (readings, choice) => ({ ...readings, missingHours: Number(choice) }),
  },
  missingTimes: {
    interpretation: 'missingTimes',
    kind: 'number',
    choices: TIMES_TO_MEET.map(String),
    set: (readings, choice) => ({ ...readings, missingTimes: Number(choice) }),
  },
  missingSteps: {
    interpretation: 'missingSteps',
    kind: 'reading',
    choices: ['yes', OFF],
    set: (readings, choice) => ({ ...readings, missingSteps: choice !== OFF }),
  },
  reviewRecord: {
    interpretation: 'reviewRecord',
    kind: 'number',
    choices: [...DAYS_TO_WRITE.map(String), OFF],
    set: (readings, choice) => ({ ...readings, reviewRecord: daysOrNone(choice) }),
  },
  keepInTouch: {
    interpretation: 'keepInTouch',
    kind: 'number',
    choices: WEEKS_OF_TOUCH.map(String),
    set: (readings, choice) => ({ ...readings, keepInTouch: Number(choice) }),
  },
  pathwayPlanInDays: {
    interpretation: 'pathwayPlanInDays',
    kind: 'number',
    choices: [...DAYS_TO_PLAN.map(String), OFF],
    set: (readings, choice) => ({ ...readings, pathwayPlanInDays: daysOrNone(choice) }),
  },
  childDiscussed: numbered('childDiscussed', DISCUSSED_WEEKS),
  supervisionSigned: numbered('supervisionSigned', SIGNED_DAYS),
  managersDecision: {
    interpretation: 'managersDecision',
    kind: 'number',
    choices: [...inOrder(DECISION_DAYS), OFF],
    set: (readings, choice) => ({ ...readings, managersDecision: daysOrNone(choice) }),
  },
  decidedAlso: {
    interpretation: 'decidedAlso',
    kind: 'reading',
    choices: DECIDED_ALSO,
    set: (readings, choice) => ({ ...readings, decidedAlso: DECIDED_ALSO.find((one) => one === choice) ?? 'off' }),
  },
  auditModerated: numbered('auditModerated', MODERATED_DAYS),
  auditAnswered: numbered('auditAnswered', ANSWERED_DAYS),
  auditRises: numbered('auditRises', RISES_DAYS),
  actionRises: numbered('actionRises', ACTION_DAYS),
  inadequateAgain: numbered('inadequateAgain', INADEQUATE_WEEKS),
  improvementAgain: numbered('improvementAgain', IMPROVEMENT_WEEKS),
} as const satisfies Record<keyof Readings, Switch>
export type SwitchName = keyof typeof SWITCHES

export const isSwitch = (text: string): text is SwitchName => Object.hasOwn(SWITCHES, text)
export const SWITCH_NAMES: readonly SwitchName[] = Object.keys(SWITCHES).filter(isSwitch)
export const mayBeSetTo = (name: SwitchName, choice: string): boolean =>
  SWITCHES[name].choices.some((one) => one === choice)

/** The readings on a day. `choices` in the order of their days; of one day, in the order in which they were recorded. */
export function readingsOn(choices: readonly RuleChoice[], on: DayNumber): Readings {
  let readings = READINGS
  for (const { switch: name, choice, since } of choices)
    if (since <= on && isSwitch(name) && mayBeSetTo(name, choice)) readings = SWITCHES[name].set(readings, choice)
  return readings
}
