// What the page of a request is told, for each of its cards.
import type { Action } from '#actions'
import type { IsoDay } from '#calendar'
import type { Frame } from '#child-frame'
import type { ApprovalRequest } from '#decisions'
import type { Apart } from '../apart-store.ts'
import type { Begun } from '../move-store.ts'
import type { Match, MatchReview, Place, Request, Step, ToKeepSafe } from '../store.ts'
import type { Heard } from './heard-view.tsx'

export type RequestFacts = {
  readonly request: Request | undefined
  readonly places: readonly Place[]
  readonly steps: readonly Step[]
  readonly matches: readonly Match[]
  readonly reviews: readonly MatchReview[]
  /** What is done after looks at new homes, of those that the reader may know. */
  readonly actions: readonly Action[]
  readonly heard: Heard
  /** Homes of the list in which they live or lived. */
  readonly begun: readonly Begun[]
  /** Homes in which a place is reserved for them, as the reader may know. */
  readonly held: ReadonlySet<string>
  /** Approvals that were asked for, and who is in them. */
  readonly asked: readonly ApprovalRequest[]
  readonly names: ReadonlyMap<string, string>
  readonly safe: ToKeepSafe
  /** With whom they must not live, and what each of them is called, as the reader may know. */
  readonly apart: readonly Apart[]
  readonly named: ReadonlyMap<string, string>
  readonly siblings: readonly string[]
  /** Works with homes, so may look for one. */
  readonly finds: boolean
}
export type RequestProps = RequestFacts & { readonly frame: Frame; readonly today: IsoDay }
export type Known = RequestProps & { readonly request: Request }
