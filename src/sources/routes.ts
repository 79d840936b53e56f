// The routes of other systems: the page that every worker reads, a child's place in another system, and the four forms of administrators.
import { type Form, makeForm } from '#forms'
import { type Place, type Route, route } from '#web'
import { addressForm } from './pages/address-form.tsx'
import { showChildThere } from './pages/child-there.tsx'
import { masterForm } from './pages/master-form.tsx'
import { expectedForm, seenForm } from './pages/nightly-forms.tsx'
import { showOtherSystems } from './pages/other-systems.tsx'

export const otherSystemsForms: readonly Form[] = [
  makeForm(masterForm),
  makeForm(expectedForm),
  makeForm(addressForm),
  makeForm(seenForm),
]

export function otherSystemsRoutes(): readonly Route[] {
  return [
    route('GET', '/other-systems', { may: 'worker', log: 'read where things are recorded' }, showOtherSystems, {
      together: true,
    }),
    route(
      'GET',
      '/children/:child/there/:file{ssd|annex-a}',
      { may: ['see', 'header'], log: 'read where they are in another system' },
      showChildThere,
    ),
  ]
}

export const otherSystemsPlaces: readonly Place[] = [
  { to: '/other-systems', words: 'Other systems', for: ['administrator'] },
]
