// One child's year as plain facts, whatever they come from: what the definitions of indicators look at, and nothing else.
import type { DayNumber } from '#calendar'

/** A placement: episodes of one home put together, whatever changed of the legal status meanwhile. */
export type Stay = {
  readonly since: DayNumber
  /** False where it had begun by that day, and nobody knows how long before. */
  readonly sinceKnown: boolean
  /** Exclusive; undefined while it goes on. */
  readonly until: DayNumber | undefined
  readonly kind: string
  readonly forAdoption: boolean
  /** With the carers of the placement before it. */
  readonly sameCarers: boolean
  readonly milesFromHome: number | undefined
  /** Whether it lies in the council's own area; undefined where nobody knows. */
  readonly inArea: boolean | undefined
}

export type CarePeriod = {
  readonly since: DayNumber
  readonly sinceKnown: boolean
  readonly until: DayNumber | undefined
  readonly reasonEnded: string | undefined
  /** In order of time; temporary stays elsewhere are left out, as the placement goes on meanwhile. */
  readonly stays: readonly Stay[]
}

export type YesNo = boolean | undefined

/** What is asked once a year of a child looked after for all of it. */
export type YearAnswers = {
  readonly difficultiesScore: number | undefined
  readonly convicted: YesNo
  readonly developmentChecked: YesNo
  readonly immunised: YesNo
  readonly teethChecked: YesNo
  readonly healthAssessed: YesNo
  readonly substanceMisuse: YesNo
}

export type LeaverAnswers = {
  readonly inTouch: string | undefined
  readonly activity: string | undefined
  readonly accommodation: string | undefined
}

export type ChildYear = {
  readonly id: string
  readonly born: DayNumber | undefined
  /** Without series of short breaks, which no indicator counts. */
  readonly periods: readonly CarePeriod[]
  readonly unaccompanied: boolean
  /** Looked after on every day of the year, short breaks not counted. */
  readonly allYear: boolean
  readonly workers: number
  /** Times that began in the year. */
  readonly timesMissing: number
  readonly timesAway: number
  /** Codes of how the child took part, one for each review of the year. */
  readonly reviews: readonly string[]
  readonly answers: YearAnswers | undefined
  readonly leaver: LeaverAnswers | undefined
}

/** First and last day of the year that the figures are about. */
export type Year = { readonly first: DayNumber; readonly last: DayNumber }
