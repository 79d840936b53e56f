// For tests: visits to an invented child, as they are typed on 23 November 2026.
import { day } from '#calendar'
import type { TypedVisit } from './record-visit.ts'

export const TODAY = day('2026-11-23')
export const IN_PERSON: TypedVisit = {
  happened: '2026-11-20',
  began: '2026-11-20T16:30:00Z',
  by: 'representative',
  visitor: null,
  mode: 'in person',
  approvedBy: null,
  seen: true,
  alone: true,
  told: false,
}
export const BY_VIDEO: TypedVisit = { ...IN_PERSON, began: '', mode: 'video' }
export const APPROVED_BY_VIDEO: TypedVisit = {
  ...BY_VIDEO,
  happened: '2021-09-30',
  visitor: '00000000-0000-4000-8000-000000000001',
  approvedBy: '00000000-0000-4000-8000-000000000002',
}
