// The routes of stability: homes that ended, and the facts that ask for a talk.
import { type Route, route } from '#web'
import { HERE, showEnded } from './pages/ended-list.tsx'
import { SIGNALS, showSignals } from './pages/signals.tsx'

const may = { as: ['director', 'manager-line', 'placement-team'] } as const
export const stabilityRoutes = (): readonly Route[] => [
  route('GET', HERE, { may, log: 'read which homes ended' }, showEnded),
  route('GET', SIGNALS, { may, log: 'read facts that ask for a talk about a home' }, showSignals),
]
