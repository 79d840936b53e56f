// The routes of searching: the box posts, since what is looked for is a name, and an address is kept in histories and logs.
import { type Route, route } from '#web'
import type { Finder } from './find-store.ts'
import { findChildren, showSearch } from './pages/results.tsx'
import { suggestChildren } from './pages/suggest.tsx'

export const searchRoutes = (finder: Finder): readonly Route[] => [
  route('GET', '/search', { may: 'worker', log: 'opened the search' }, showSearch),
  route('POST', '/search', { may: 'worker', log: 'searched for a child' }, findChildren(finder), { carried: false }),
  route('POST', '/search/suggestions', { may: 'worker', log: 'was suggested children' }, suggestChildren(finder), {
    carried: false,
  }),
]
