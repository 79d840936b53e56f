// Two invented teams, one under the other, and a rota typed ahead.
import { day } from '#calendar'

export const TODAY = day('2026-11-23')
export const SERVICE = 'Children in care'
export const TEAM = 'Children in care, north'
export const NORTH_FROM_MAY = { part: 'worker', since: '2026-05-01', until: '' }
export const DUTY_IN_DECEMBER = { part: 'duty', since: '2026-12-01', until: '2027-01-01' }
