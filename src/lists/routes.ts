// The route of the list of children, and its place in the navigation.
import { type Place, type Route, route } from '#web'
import { showCaseloads } from './pages/caseloads.tsx'
import { showChildren } from './pages/children.tsx'
import { showDisputes } from './pages/disputes.tsx'
import { showPermanence } from './pages/permanence.tsx'

export const listRoutes = (): readonly Route[] => [
  route('GET', '/children', { may: 'worker', log: 'read the list of children' }, showChildren),
  route('GET', '/disputes', { may: 'worker', log: 'read the list of disputes' }, showDisputes),
  route('GET', '/permanence', { may: 'worker', log: 'read the list of plans for permanence' }, showPermanence),
  route('GET', '/reviewing-service', { may: 'worker', log: 'read caseloads of reviewing' }, showCaseloads),
]

export const listPlaces: readonly Place[] = [{ to: '/children', words: 'Children', for: 'worker' }]
