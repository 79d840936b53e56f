// A missing episode of an invented child, as it is typed in the evening of 23 November 2026.
import { day, instant } from '#calendar'
import type { Now, TypedInterview } from './record-missing.ts'

export const NOW: Now = { today: day('2026-11-23'), now: instant('2026-11-23T21:00:00Z') }
export const GONE = { kind: 'missing', since: { day: '2026-11-20', at: '2026-11-20T19:00:00Z' } }
export const BACK = { day: '2026-11-21', at: '2026-11-21T02:15:00Z' }
export const INTERVIEW: TypedInterview = {
  offered: '2026-11-22',
  happened: { day: '2026-11-23', at: '2026-11-23T16:00:00Z' },
  outcome: 'held',
  independent: true,
}
