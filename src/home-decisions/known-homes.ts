// What the database gives of decisions about homes, in short rows, as the facts that their rules read.
import type { DayNumber } from '#calendar'
import { type HomeFacts, NO_HOME_FACTS } from './home-case.ts'

type Rows<Columns extends readonly unknown[]> =
  | readonly (readonly [line: string, recorded: number, ...Columns])[]
  | null
type Day = DayNumber | null

export interface KnownHomes {
  readonly choices: Rows<[placement: string, decided: DayNumber]>
  readonly checks: Rows<
    [
      placement: string,
      suitable: Day,
      seen: Day,
      notSeen: boolean,
      officerTold: Day,
      reviewed: Day,
      emergency: boolean,
      relatives: Day,
      noRelatives: boolean,
      areaTold: Day,
      country: string | null,
      courtApproved: Day,
    ]
  >
  readonly assessments: Rows<[placement: string, completed: DayNumber, decided: Day]>
}
export type KnownDecisions = Rows<
  [
    placement: string,
    kind: string,
    since: DayNumber,
    until: Day,
    weeks: number | null,
    conditions: readonly string[] | null,
    officerTold: Day,
  ]
>

const orUndefined = <T>(value: T | null): T | undefined => (value === null ? undefined : value)

function checkOf(row: NonNullable<KnownHomes['checks']>[number]): HomeFacts['checks'][number] {
  const [line, recorded, placement, suitable, seen, notSeen, officerTold, reviewed, emergency, ...rest] = row
  const [relatives, noRelatives, areaTold, country, courtApproved] = rest
  return {
    ...{ line, recorded, placement, notSeen, emergency, noRelatives },
    ...{ suitable: orUndefined(suitable), seen: orUndefined(seen), officerTold: orUndefined(officerTold) },
    ...{ reviewed: orUndefined(reviewed), relatives: orUndefined(relatives), areaTold: orUndefined(areaTold) },
    ...{ country: orUndefined(country), courtApproved: orUndefined(courtApproved) },
  }
}

export function homeFactsOf({ choices, checks, assessments }: KnownHomes, decisions: KnownDecisions): HomeFacts {
  if (choices === null && checks === null && assessments === null && decisions === null) return NO_HOME_FACTS
  return {
    choices: (choices ?? []).map(([line, recorded, placement, day]) => ({ line, recorded, placement, day })),
    checks: (checks ?? []).map(checkOf),
    assessments: (assessments ?? []).map(([line, recorded, placement, completed, decided]) => {
      return { line, recorded, placement, completed, decided: orUndefined(decided) }
    }),
    decisions: (decisions ?? []).map(([line, recorded, placement, kind, since, until, , conditions, officerTold]) => ({
      ...{ line, recorded, placement, kind, since, until: orUndefined(until) },
      ...{ conditions: orUndefined(conditions), officerTold: orUndefined(officerTold) },
    })),
  }
}
