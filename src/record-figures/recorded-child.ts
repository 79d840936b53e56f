// What the record holds of one child, as plain dated rows: what figures of any twelve months are made from.
import type { DayNumber } from '#calendar'

type Day = DayNumber | null
type Rows<Columns extends readonly unknown[]> = readonly Readonly<Columns>[]

/** Days as numbers, moments in milliseconds. Each list in the order of its first column. */
export type RecordedRows = {
  /** Those in force. */
  readonly births: Rows<[recorded: number, born: DayNumber]>
  readonly periods: Rows<[began: Day, beganBy: Day, ended: Day, reason: string | null]>
  /** Of children with short breaks alone. */
  readonly bases: Rows<[kind: string, from: DayNumber, until: Day]>
  readonly placements: Rows<
    [
      since: DayNumber,
      startKnown: boolean,
      until: Day,
      kind: string,
      sameCarers: boolean,
      home: string | null,
      miles: number | null,
      inside: boolean | null,
    ]
  >
  readonly unaccompanied: Rows<[until: Day]>
  /** `supervised`: since when supervision of that worker is recorded here. */
  readonly allocations: Rows<[since: Day, until: Day, worker: string, supervised?: Day]>
  readonly missing: Rows<[since: DayNumber, kind: string, until: Day, untilAt: number | null, line: string]>
  readonly interviews: Rows<[happened: DayNumber, episode: string, offered: Day, at: number | null, outcome: string]>
  /** How the child took part, by its place among the codes. */
  readonly reviews: Rows<[held: DayNumber, participation: number | null]>
  readonly officerVisits: Rows<[happened: DayNumber]>
  readonly midpoints: Rows<[happened: DayNumber, contact: string]>
  readonly carePlans: Rows<[approved: DayNumber]>
  readonly permanence: Rows<[decided: DayNumber]>
  readonly health: Rows<[happened: DayNumber, kind: string]>
  /** All answers of a year, each at the place of its question among those asked. */
  readonly yearAnswers: Rows<[yearEnd: DayNumber, ...answers: (string | null)[]]>
  readonly convictions: Rows<[yearEnd: DayNumber, convicted: boolean]>
  readonly leaver: Rows<[yearEnd: DayNumber, inTouch: string | null, activity: string | null, home: string | null]>
  readonly schools: Rows<[since: Day, until: Day, school: string]>
  readonly attendance: Rows<[since: DayNumber, last: DayNumber, possible: number, attended: number]>
  readonly suspensions: Rows<[began: DayNumber]>
  /** In supervision. */
  readonly fullDiscussions: Rows<[held: DayNumber]>
  readonly discussionIntervals: Rows<[decided: DayNumber, weeks: number]>
  /** `first`, `second`: grades of the whole, each with its day. `again`: the audit after which it looks once more. `themes`: a digit for each part of an audit, the worse the lower, or '-'. `shown`: closed, with a difference for the child. */
  readonly audits: Rows<
    [
      due: DayNumber,
      line: string,
      handedIn: Day,
      first: string | null,
      moderated: Day,
      second: string | null,
      again: string | null,
      themes: string,
      shown: Day,
    ]
  >
  /** That came of audits, with the day on which somebody else read that they were done. */
  readonly auditActions: Rows<[due: DayNumber, verified: Day]>
  /**
   * Basis, standing and missing fact as one number. `also`: of one that is open, until when visits and reviews are known;
   * of one whose day is not known, when it was over; of a second review that was held, on which day.
   */
  readonly duties: Rows<[due: Day, code: number, also: Day]>
}

/** What one source says it holds: a kind of event, from a day until before another. */
export type Covered = readonly [event: string, since: DayNumber, until: Day]

export type RecordedChild = {
  readonly id: string
  readonly rows: Partial<RecordedRows>
  /** The same list for children of the same sources, so that what it covers is worked out once. */
  readonly coverage: readonly Covered[]
}

/** Who works with children in a team; `until` exclusive. */
export type RecordedWorker = {
  readonly id: string
  readonly memberships: Rows<[since: DayNumber, until: Day, share: number | null]>
  readonly children: Rows<[since: Day, until: Day, child: string]>
}
