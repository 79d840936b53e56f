// Whether a child still has to be told what came of a dispute: owed from its end until somebody told them, whatever the reason not to.
import type { IsoDay } from '#calendar'

export const TELLING_ABOUT = {
  'what came of it': 'What came of the dispute',
  'an answer': 'An answer on the way',
} as const
export const TELLING_HOW = {
  'together in person': 'Together, in person',
  'by phone or video': 'By phone or video',
  'in writing': 'In writing',
  'through an interpreter': 'Through an interpreter',
  'through an advocate': 'Through an advocate',
  'through somebody else': 'Through somebody else',
} as const
export const NOT_TOLD_YET = {
  'not safe yet': 'It is not safe for them yet',
  'not reached yet': 'They were not reached',
  'they do not want to hear it now': 'They do not want to hear it now',
  'would harm an inquiry': 'It would harm an inquiry',
  'a court forbids it': 'A court forbids it',
} as const

/** As it stands in the record, without its words. */
export interface Telling {
  readonly about: string
  readonly told: boolean
  readonly happened: string
  readonly not_told_why: string | null
  readonly ask_again: string | null
}
export type OwedTelling = {
  /** The end of the dispute: no law says by when, so it is a count of days and never late. */
  readonly since: IsoDay
  /** Why not yet, as was last said, and when it is asked again. */
  readonly notYet: { readonly why: string; readonly again: string } | undefined
}

/** undefined: the dispute is not over, or they were told on or after the day on which it was. */
export function owedTelling(ended: IsoDay | undefined, tellings: readonly Telling[]): OwedTelling | undefined {
  if (ended === undefined) return undefined
  const ofEnd = tellings.filter(({ about, happened }) => about === 'what came of it' && happened >= ended)
  if (ofEnd.some(({ told }) => told)) return undefined
  const last = ofEnd.toSorted((a, b) => (a.happened < b.happened ? -1 : 1)).at(-1)
  const notYet =
    last?.not_told_why == null || last.ask_again === null
      ? undefined
      : { why: last.not_told_why, again: last.ask_again }
  return { since: ended, notYet }
}
