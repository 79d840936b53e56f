// A gate: one thing that must be so, where that stands, and who may decide where it is not.
import type { Citation, Level, Verification } from '#law'
import type { Pair, Wanted } from './pair.ts'

export const ROLES = {
  nominatedOfficer: 'a nominated officer',
  director: 'the director of children’s services',
  homeAuthority: 'the council in whose area the carers live',
  fosteringService: 'the fostering service that approved the carers',
  serviceManager: 'a service manager',
  provider: 'the provider',
  socialWorker: 'the child’s social worker',
  childsPerson: 'a named person who has talked with the child',
} as const
export type Role = keyof typeof ROLES

export interface Ground {
  readonly cites: Citation
  readonly level: Level
  readonly verification: Verification
  /** What this council asks beyond the law. */
  readonly local?: true
}

/** A decision without which a home is not to be had. */
export interface Unlock {
  readonly decision: string
  readonly by: Role
}

export type Passed = true | false | 'unknown'

export interface Gate {
  readonly code: string
  /** In a list of what ruled homes out. */
  readonly name: string
  readonly ground: Ground
  /** `cannot`: may rule a home out. `decision`: somebody may always decide otherwise. */
  readonly stage: 'cannot' | 'decision'
  /** Absent: of every request. */
  readonly applies?: (wanted: Wanted) => boolean
  readonly check: (pair: Pair) => Passed
  readonly fact: (pair: Pair, passed: Passed) => string
  /** Absent, or undefined of a pair: nobody may. Of the stage `decision` there is always one. */
  readonly unlock?: (pair: Pair) => Unlock | undefined
  /** What to ask where it is not known. */
  readonly ask: (pair: Pair) => string
}
