// The overview's routes: the list of children, and the search in it.
import { type Place, type Route, redirect, route } from '#web'
import { findChildren, showChildren } from './pages/children.tsx'

export function overviewRoutes(): readonly Route[] {
  return [
    route('GET', '/', { may: 'worker', log: 'read the list of children' }, showChildren),
    // Posted, since what is looked for is a name, and an address is kept in histories and logs.
    route('POST', '/search', { may: 'worker', log: 'searched the list of children' }, findChildren),
    route('GET', '/search', { may: 'worker', log: 'read the list of children' }, async () => redirect('/')),
  ]
}

export const overviewPlaces: readonly Place[] = [{ to: '/', words: 'Children', for: 'worker' }]
