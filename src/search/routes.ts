// The routes of searching: the box posts, since what is looked for is a name, and an address is kept in histories and logs.
import { lookedFor } from '#sessions'
import { type Route, route } from '#web'
import type { Finder } from './find-store.ts'
import { askForChildren, showSearch } from './pages/results.tsx'
import { suggestChildren } from './pages/suggest.tsx'

export function searchRoutes(finder: Finder): readonly Route[] {
  const looked = lookedFor<string>()
  return [
    route('GET', '/search', { may: 'worker', log: 'opened the search' }, showSearch(finder, looked)),
    route('POST', '/search', { may: 'worker', log: 'searched for a child' }, askForChildren(looked), {
      carried: false,
    }),
    route('POST', '/search/suggestions', { may: 'worker', log: 'was suggested children' }, suggestChildren(finder), {
      carried: false,
    }),
  ]
}
