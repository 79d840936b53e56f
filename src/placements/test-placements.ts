// For tests: an invented child's care as it is typed on 23 November 2026.
import { day, instant } from '#calendar'
import type { PlacingDetail } from './store.ts'

export const TODAY = day('2026-11-23')
export const NOW = instant('2026-11-23T20:00:00Z')
export const BEGAN = '2025-03-03'
export const FIRST_HOME = { kind: 'U6', since: BEGAN, until: '' }
export const MOVED = { kind: 'K2', since: '2026-02-14', until: '' }
export const DETAIL: PlacingDetail = {
  provider: 'PR1',
  registration: null,
  home: null,
  place: null,
  startReason: null,
  sameCarers: false,
  planned: true,
}
/** Invented postcodes with invented places: district, easting and northing. */
export const DIRECTORY = [
  ['QV11AA', 400000, 300000, 'E06000901'],
  ['QV22BB', 403000, 304000, 'E06000901'],
  ['QV33CC', 440000, 330000, 'E06000053'],
] as const
