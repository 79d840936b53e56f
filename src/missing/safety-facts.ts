// What keeps a child safe, from its rows in short as the database gives them: line, when first typed, then the columns. Pure.
import type { DayNumber } from '#calendar'
import { NO_SAFETY, type SafetyFacts } from './missing-episode.ts'

type Rows<Columns extends readonly unknown[]> =
  | readonly (readonly [line: string, recorded: number, ...Columns])[]
  | null
type Day = DayNumber | null

export interface SafetyRows {
  readonly gone: Rows<[at: number]>
  readonly policeTold: Rows<[episode: string, told: DayNumber, at: number | null]>
  readonly steps: Rows<[episode: string, step: string, taken: DayNumber, at: number | null]>
  readonly reporting: Rows<[placement: string, hours: number]>
  readonly exploitation: Rows<[assessed: DayNumber, risk: string, reviewBy: Day]>
  readonly slavery: Rows<[seen: DayNumber, referred: Day, reasonable: Day]>
  readonly strategy: Rows<[held: DayNumber, about: string | null]>
}

const orUndefined = <T>(value: T | null): T | undefined => (value === null ? undefined : value)

/** The same for the many of whom nothing of it is known. */
export function safetyOf(rows: SafetyRows): SafetyFacts {
  const { gone, policeTold, steps, reporting, exploitation, slavery, strategy } = rows
  const nothing = [gone, policeTold, steps, reporting, exploitation, slavery, strategy].every((rows) => rows === null)
  if (nothing) return NO_SAFETY
  return {
    gone: new Map((gone ?? []).map(([line, , at]) => [line, at])),
    policeTold: (policeTold ?? []).map(([line, recorded, episode, day, at]) => {
      return { line, recorded, episode, day, at: orUndefined(at) }
    }),
    steps: (steps ?? []).map(([line, recorded, episode, step, day, at]) => {
      return { line, recorded, episode, step, day, at: orUndefined(at) }
    }),
    reporting: new Map((reporting ?? []).map(([, , placement, hours]) => [placement, hours])),
    meetings: (strategy ?? []).map(([line, recorded, day, about]) => ({
      ...{ line, recorded, day },
      about: orUndefined(about),
    })),
    exploitation: (exploitation ?? []).map(([line, recorded, day, risk, reviewBy]) => {
      const said = risk === 'yes' || risk === 'no' ? risk : 'notKnown'
      return { line, recorded, day, risk: said, reviewBy: orUndefined(reviewBy) }
    }),
    slavery: (slavery ?? []).map(([line, recorded, seen, referred, reasonable]) => {
      return { line, recorded, seen, referred: orUndefined(referred), reasonable: orUndefined(reasonable) }
    }),
  }
}
