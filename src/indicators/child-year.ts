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
  /** It is said why there is no score. */
  readonly noScore?: boolean
}

export type LeaverAnswers = {
  /** The last day of the year that was asked about; undefined: of the year that the figures are of. */
  readonly yearEnd?: DayNumber
  readonly inTouch: string | undefined
  readonly activity: string | undefined
  readonly accommodation: string | undefined
}

/** One duty of the ledger that fell due in the year. */
export type DutyInYear = {
  /** Undefined: not even that is known. */
  readonly due: DayNumber | undefined
  /** Whether it was met by its day, or the fact for want of which nobody can say. */
  readonly kept: boolean | { readonly lacks: string }
  readonly done: DayNumber | undefined
}
/** All of one kind that fell due in the year together; one that was missed is a no, whatever is not known of the others. */
export type AllInYear = 'none' | 'kept' | 'missed' | { readonly lacks: string }

/** A time missing that ended in the year, and the talk after it. Moments in milliseconds. */
export type BackAgain = {
  readonly day: DayNumber
  readonly at: number | undefined
  readonly offered: boolean | undefined
  /** The day and, where known, the moment of the talk; undefined: none was held. */
  readonly talk: { readonly day: DayNumber; readonly at: number | undefined } | undefined
  readonly declined: boolean
}

export type AtSchool = {
  readonly school: string
  readonly since: DayNumber | undefined
  readonly until: DayNumber | undefined
}

/** An audit of practice in the child's record. */
export type AuditInYear = {
  readonly due: DayNumber
  readonly handedIn: DayNumber | undefined
  /** Undefined: none yet, or on no scale. */
  readonly first: string | undefined
  readonly moderated: DayNumber | undefined
  readonly second: string | undefined
  /** When its grade asks that somebody looks once more; undefined: it does not. */
  readonly againDue: DayNumber | undefined
  /** What was worst was better when somebody looked again, or a difference for the child was shown, by the last day. */
  readonly better: boolean
}

/** What the record says of a year beyond what a return says. Days in order. */
export type Practice = {
  readonly visits: AllInYear
  readonly reviews: AllInYear
  readonly secondReview: DutyInYear | undefined
  readonly educationPlans: readonly DutyInYear[]
  /** Reviews held, of any year. */
  readonly reviewsHeld: readonly DayNumber[]
  readonly carePlansApproved: readonly DayNumber[]
  readonly permanenceDecided: readonly DayNumber[]
  readonly midpoints: readonly DayNumber[]
  /** Visits by the reviewing officer, and checks in which they were in touch. */
  readonly officerContacts: readonly DayNumber[]
  readonly initialHealth: readonly DayNumber[]
  readonly backAgain: readonly BackAgain[]
  readonly schools: readonly AtSchool[]
  /** Half days of the year; undefined: nothing is recorded. */
  readonly attendance: { readonly possible: number; readonly attended: number } | undefined
  readonly suspended: boolean
  /** `full`: when they were last fully thought about in supervision; `days`: how long that stands; `from`: since when silence means that nobody did. */
  readonly discussed: {
    readonly full: DayNumber | undefined
    readonly days: number
    readonly from: DayNumber | undefined
  }
  readonly audits: readonly AuditInYear[]
  readonly auditActions: readonly { readonly due: DayNumber; readonly verified: DayNumber | undefined }[]
  /** Kinds of events that some source says it holds of the whole year: of these, silence is a no. */
  readonly holds: ReadonlySet<string>
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
  /** Codes of how the child took part, one for each review of the year; empty where it is not said. */
  readonly reviews: readonly string[]
  readonly answers: YearAnswers | undefined
  readonly leaver: LeaverAnswers | undefined
  /** Beyond what a return says; undefined: these facts come from a return. */
  readonly practice?: Practice
}

/** First and last day of the year that the figures are about. */
export type Year = { readonly first: DayNumber; readonly last: DayNumber }
