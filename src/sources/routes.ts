// The routes of other systems: the page that every worker reads, and the three forms of administrators.
import { type Form, makeForm } from '#forms'
import { type Place, type Route, route } from '#web'
import { masterForm } from './pages/master-form.tsx'
import { expectedForm, seenForm } from './pages/nightly-forms.tsx'
import { showOtherSystems } from './pages/other-systems.tsx'

export const otherSystemsForms: readonly Form[] = [makeForm(masterForm), makeForm(expectedForm), makeForm(seenForm)]

export function otherSystemsRoutes(): readonly Route[] {
  return [
    route('GET', '/other-systems', { may: 'worker', log: 'read where things are recorded' }, showOtherSystems, {
      together: true,
    }),
  ]
}

export const otherSystemsPlaces: readonly Place[] = [
  { to: '/other-systems', words: 'Other systems', for: ['administrator'] },
]
