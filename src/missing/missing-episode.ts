// A missing episode, the return interview after it, and what keeps the child safe: told, met about, looked at, referred.
import type { DayNumber } from '#calendar'
import type { Recorded } from '#ledger'

export interface MissingEpisode extends Recorded {
  readonly kind: 'missing' | 'away'
  readonly from: DayNumber
  /** The day of return; undefined: not back, or not known. */
  readonly until: DayNumber | undefined
  /** The moment of return, in milliseconds UTC, where it is known. */
  readonly returnedAt: number | undefined
}

export interface ReturnInterview extends Recorded {
  /** Line of the missing episode. */
  readonly episode: string
  readonly offered: DayNumber | undefined
  /** The day it was held or declined. */
  readonly day: DayNumber
  /** The moment, where it is known. */
  readonly at: number | undefined
  /** declined: offered, declined with reasons, attempts logged. */
  readonly outcome: 'held' | 'declined'
}

/** Somebody told the police of one time missing. */
export interface PoliceTold extends Recorded {
  /** Line of the missing episode. */
  readonly episode: string
  readonly day: DayNumber
  /** The moment, where it is known. */
  readonly at: number | undefined
}
/** One of ours was told of a time missing that goes on, or everybody met. */
export interface StepTaken extends Recorded {
  /** Line of the missing episode. */
  readonly episode: string
  readonly step: string
  readonly day: DayNumber
  /** The moment, where it is known. */
  readonly at: number | undefined
}
export interface StrategyMeeting extends Recorded {
  readonly day: DayNumber
  /** Line of the missing episode that it was about, where it says so. */
  readonly about: string | undefined
}
/** What is known of exploitation, as a named person put it. */
export interface ExploitationSeen extends Recorded {
  readonly day: DayNumber
  readonly risk: 'yes' | 'no' | 'notKnown'
  /** undefined: no risk was seen, and no next look agreed. */
  readonly reviewBy: DayNumber | undefined
}
export interface SlaverySeen extends Recorded {
  readonly seen: DayNumber
  readonly referred: DayNumber | undefined
  readonly reasonable: DayNumber | undefined
}

export interface SafetyFacts {
  /** The moment of going, in milliseconds UTC, by the line of the episode; only where the hour is known. */
  readonly gone: ReadonlyMap<string, number>
  readonly policeTold: readonly PoliceTold[]
  readonly steps: readonly StepTaken[]
  /** Hours after which the home reports, by the line of the placement. */
  readonly reporting: ReadonlyMap<string, number>
  readonly meetings: readonly StrategyMeeting[]
  readonly exploitation: readonly ExploitationSeen[]
  readonly slavery: readonly SlaverySeen[]
}
export const NO_SAFETY: SafetyFacts = {
  gone: new Map(),
  policeTold: [],
  steps: [],
  reporting: new Map(),
  meetings: [],
  exploitation: [],
  slavery: [],
}
