// What the database gives of a child who came alone, in short rows, as the facts that its rules read.
import type { DayNumber } from '#calendar'
import { NOT_ALONE, type UnaccompaniedFacts } from './unaccompanied-duties.ts'

type Rows<Columns extends readonly unknown[]> =
  | readonly (readonly [line: string, recorded: number, ...Columns])[]
  | null
export interface KnownUnaccompanied {
  readonly arrivals: Rows<[cameToUs: DayNumber]>
  readonly ages: Rows<[doubted: DayNumber, decided: DayNumber | null]>
  readonly said: Rows<[day: DayNumber]>
}

const dated = (rows: Rows<[day: DayNumber]>) =>
  (rows ?? []).map(([line, recorded, day]) => ({ line, recorded, day })).toSorted((a, b) => a.day - b.day)

/** Nothing at all is one and the same nothing: most children came with somebody. */
export function unaccompaniedOf(known: KnownUnaccompanied | null): UnaccompaniedFacts {
  if (known === null || (known.arrivals === null && known.ages === null)) return NOT_ALONE
  const ages = (known.ages ?? []).map(([line, recorded, doubted, decided]) => {
    return { line, recorded, doubted, decided: decided ?? undefined }
  })
  return {
    arrivals: dated(known.arrivals),
    said: dated(known.said),
    ages: ages.toSorted((a, b) => a.doubted - b.doubted),
  }
}
