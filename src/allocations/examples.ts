// Allocations to an invented child, as they are typed.
import { day } from '#calendar'

export const TODAY = day('2026-11-23')
export const ALLOCATED = { part: 'allocated-worker', since: '2025-03-03', until: '' }
export const COVER = { part: 'cover', since: '2026-11-20', until: '2026-12-01' }
