// A child's facts as the database gives them: rows in short, in the order of `kith.facts_known`.
import type { DayNumber } from '#calendar'

type Day = DayNumber | null
/** The line, and when it was first typed, in milliseconds; then the columns of its table. */
type Rows<Columns extends readonly unknown[]> =
  | readonly (readonly [line: string, recorded: number, ...Columns])[]
  | null

export interface KnownFacts {
  readonly births: Rows<[born: DayNumber, standing: string]>
  readonly periods: Rows<[began: Day, beganBy: Day, ended: Day, endReason: string | null]>
  readonly bases: Rows<[kind: string, made: Day, madeBy: Day, until: Day, ended: Day, suspendedBy: string | null]>
  readonly placements: Rows<
    [
      from: DayNumber,
      startKnown: boolean,
      until: Day,
      kind: string,
      provider: string | null,
      sameCarers: boolean,
      planned: boolean | null,
    ]
  >
  readonly decisions: Rows<[placement: string, kind: string, since: DayNumber, until: Day, weeks: number | null]>
  readonly plans: Rows<[placement: string, prepared: DayNumber, signed: Day]>
  readonly reviews: Rows<[held: DayNumber, participation: string | null, adjourned: boolean]>
  readonly calls: Rows<[kind: string, called: DayNumber, before: Day, justified: boolean]>
  readonly visits: Rows<
    [
      happened: DayNumber,
      visitorRole: string,
      mode: string,
      seen: boolean | null,
      alone: boolean | null,
      approved: boolean,
    ]
  >
  readonly requests: Rows<[asked: DayNumber, kind: string]>
  readonly health: Rows<[kind: string, happened: DayNumber, byRole: string, outcome: string, reported: Day]>
  readonly peps: Rows<[stage: string, happened: DayNumber]>
  readonly schools: Rows<[school: string, from: Day, until: Day]>
  readonly missing: Rows<[kind: string, since: DayNumber, until: Day, untilAt: number | null]>
  readonly interviews: Rows<
    [episode: string, offered: Day, happened: DayNumber, happenedAt: number | null, outcome: string]
  >
  readonly excuses: Rows<[rule: string, occurrence: string, reason: string, decided: DayNumber]>
  /** Half-open. */
  readonly coverage: readonly (readonly [source: string, event: string, since: DayNumber, until: Day])[] | null
}

/** What lies around a child: the words for each source, and each school's terms. */
export interface Surroundings {
  readonly sources: ReadonlyMap<string, string>
  readonly terms: ReadonlyMap<string, readonly SchoolTerm[]>
}

export interface SchoolTerm {
  readonly name: string
  readonly first: DayNumber
  readonly last: DayNumber
}
