// The routes of distance: the list of who lives far from home, and the homes of a year.
import { type Route, route } from '#web'
import { HERE, showFar } from './pages/far-list.tsx'
import { showYear, YEAR } from './pages/year.tsx'

/** Whoever decides about homes and sees plans. */
const may = { as: ['director', 'manager-line', 'placement-team'] } as const
export const distanceRoutes = (): readonly Route[] => [
  route('GET', HERE, { may, log: 'read who lives far from home' }, showFar),
  route('GET', YEAR, { may, log: 'read how near the homes of the year are' }, showYear),
]
