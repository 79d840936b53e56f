// What the page of a request is told, for each of its cards.
import type { IsoDay } from '#calendar'
import type { Frame } from '#child-frame'
import type { Match, MatchReview, Place, Request, Step, ToKeepSafe } from '../store.ts'

export type RequestFacts = {
  readonly request: Request | undefined
  readonly places: readonly Place[]
  readonly steps: readonly Step[]
  readonly matches: readonly Match[]
  readonly reviews: readonly MatchReview[]
  readonly safe: ToKeepSafe
  readonly siblings: readonly string[]
  /** Works with homes, so may look for one. */
  readonly finds: boolean
}
export type RequestProps = RequestFacts & { readonly frame: Frame; readonly today: IsoDay }
export type Known = RequestProps & { readonly request: Request }
