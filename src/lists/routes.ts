// The routes of the lists of children and of who is missing, and their places in the navigation.
import { type Place, type Route, route } from '#web'
import { showChildren } from './pages/children.tsx'
import { showMissingNow } from './pages/missing.tsx'

export const listRoutes = (): readonly Route[] => [
  route('GET', '/children', { may: 'worker', log: 'read the list of children' }, showChildren),
  route('GET', '/missing', { may: 'worker', log: 'read who is missing' }, showMissingNow),
]

export const listPlaces: readonly Place[] = [
  { to: '/children', words: 'Children', for: 'worker' },
  { to: '/missing', words: 'Missing', for: ['manager-line', 'director'] },
]
