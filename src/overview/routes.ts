// The overview's routes: the list of children, the search in it, and one child.
import { type Place, type Route, redirect, route } from '#web'
import { showChild } from './pages/child.tsx'
import { findChildren, showChildren } from './pages/children.tsx'

export function overviewRoutes(): readonly Route[] {
  return [
    route('GET', '/', { may: 'worker', log: 'read the list of children' }, showChildren),
    // Posted, since what is looked for is a name, and an address is kept in histories and logs.
    route('POST', '/search', { may: 'worker', log: 'searched the list of children' }, findChildren, { carried: false }),
    route('GET', '/search', { may: 'worker', log: 'read the list of children' }, async () => redirect('/')),
    route('GET', '/children/:child', { may: ['see', 'duties'], log: 'read duties' }, showChild),
  ]
}

export const overviewPlaces: readonly Place[] = [{ to: '/', words: 'Children', for: 'worker' }]
