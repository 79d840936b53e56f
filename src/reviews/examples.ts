// Reviews of an invented child, as they are typed on 23 November 2026.
import { day } from '#calendar'
import type { TypedCall, TypedReview } from './record-review.ts'

export const TODAY = day('2026-11-23')
export const BORN = day('2012-04-05')
export const SEPTEMBER: TypedReview = { held: '2026-09-17', participation: 'PN1', adjourned: false }
export const ADJOURNED: TypedReview = { held: '2026-09-10', participation: '', adjourned: true }
export const CHILD_ASKS: TypedCall = { kind: 'childAsks', called: '2026-11-20', before: '', justified: true }
