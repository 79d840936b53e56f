// The routes of sealed adoption records, and their place for those who are named most.
import { type Place, type Route, route } from '#web'
import { SEALED, showSeal, showSealed } from './pages/sealed.tsx'

export { sealingForms } from './pages/forms.tsx'

export const sealingPlaces: readonly Place[] = [
  { to: SEALED, words: 'Adoption records', for: ['adoption-team', 'records-officer'] },
]
export const sealingRoutes = (): readonly Route[] => [
  route('GET', SEALED, { may: 'worker', log: 'read which adoption records are sealed' }, showSealed),
  route('GET', '/children/:child/seal', { may: ['approve', 'adoption'], log: 'read whether it is sealed' }, showSeal),
]
