// The route of the list of children, and its place in the navigation.
import { type Place, type Route, route } from '#web'
import { showChildren } from './pages/children.tsx'

export const listRoutes = (): readonly Route[] => [
  route('GET', '/children', { may: 'worker', log: 'read the list of children' }, showChildren),
]

export const listPlaces: readonly Place[] = [{ to: '/children', words: 'Children', for: 'worker' }]
