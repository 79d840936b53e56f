// The route of children placed here by other councils, and its place in the navigation.
import type { Form } from '#forms'
import { type Place, type Route, route } from '#web'
import { placedForms } from './pages/placed-forms.tsx'
import { showPlaced } from './pages/show-placed.tsx'

/** Who sees where children live and works across children; the database lets in the same. */
const READERS = {
  as: ['placement-team', 'out-of-hours', 'duty', 'manager-line', 'director', 'health-team', 'records-officer'],
} as const
export const placedHereRoutes = (): readonly Route[] => [
  route('GET', '/placed-here', { may: READERS, log: 'read which children other councils placed here' }, showPlaced),
]
export const placedHereForms: readonly Form[] = placedForms
export const placedHerePlaces: readonly Place[] = [
  { to: '/placed-here', words: 'Placed here', for: ['placement-team', 'out-of-hours'] },
]
