// What every fact carries: the line that never changes, and the moment it was first typed.

export interface Recorded {
  /** The record's line: the same through every correction. */
  readonly line: string
  /** When the line was first recorded, in milliseconds since 1970 UTC. A correction does not move it. */
  readonly recorded: number
}
