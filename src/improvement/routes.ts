// The routes of improvement: where the council stands with what inspectors asked it to improve, and who is behind each number.
import { type Place, type Route, route } from '#web'
import { showBehind } from './pages/behind.tsx'
import { HERE } from './pages/measures-read.tsx'
import { showBehindRound, showRoundFigures } from './pages/round-figures.tsx'
import { showStanding } from './pages/standing.tsx'

/** Whoever answers for the whole, or for a service; and who leads quality, who reads of supervision and homes in numbers alone. */
const LEADERS = ['director', 'manager-line', 'quality-lead'] as const
const may = { as: LEADERS }
/** As the report to the board: whoever sees every child of a round, and the rest. */
const OF_ROUNDS = { as: ['quality-lead', 'director'] } as const
export const improvementRoutes = (): readonly Route[] => [
  route('GET', HERE, { may, log: 'read where we stand with what is to improve' }, showStanding),
  route(
    'GET',
    `${HERE}/rounds/:round{[0-9a-f-]{36}}`,
    { may: OF_ROUNDS, log: 'read figures before and after a round of audits' },
    showRoundFigures,
  ),
  route(
    'GET',
    `${HERE}/rounds/:round{[0-9a-f-]{36}}/:indicator`,
    { may: OF_ROUNDS, log: 'read who is behind a figure before and after a round of audits' },
    showBehindRound,
  ),
  route('GET', `${HERE}/:counted`, { may, log: 'read who is behind a number of what is to improve' }, showBehind),
]
export const improvementPlaces: readonly Place[] = [{ to: HERE, words: 'To improve', for: LEADERS }]
