// Pages of finding a home: who waits, the list of one child with its reasons, homes side by side, and the decision.
import type { Form } from '#forms'
import { homeRequestRoutes } from '#home-requests/pages'
import { type Place, type Route, route } from '#web'
import { chooseForms } from './choose-home.tsx'
import { showCompare } from './compare.tsx'
import { showFinding } from './show-finding.tsx'
import { showWanted } from './show-wanted.tsx'

const may = ['see', 'matching'] as const
export const findingHomesRoutes = (): readonly Route[] => [
  ...homeRequestRoutes(),
  route('GET', '/homes/wanted', { may: 'worker', log: 'read for whom a home is looked for' }, showWanted),
  route('GET', '/children/:child/finding-home', { may, log: 'looked for a home' }, showFinding),
  route('GET', '/children/:child/finding-home/compare', { may, log: 'compared homes' }, showCompare),
]
export { LooksCard, type LooksWaiting, looksWaiting } from './looks-card.tsx'
export const findingHomesForms: readonly Form[] = chooseForms
export const findingHomesPlaces: readonly Place[] = [
  { to: '/homes/wanted', words: 'Homes looked for', for: ['placement-team', 'supervising-worker'] },
]
