// The routes of sealed adoption records, and their place for those who are named most.
import type { Form } from '#forms'
import { type Place, type Route, route } from '#web'
import { forms } from './pages/forms.tsx'
import { SEALED, showSeal, showSealed } from './pages/sealed.tsx'
import { tieForms } from './pages/tie-forms.tsx'

export const sealingForms: readonly Form[] = [...forms, ...tieForms]

export const sealingPlaces: readonly Place[] = [
  { to: SEALED, words: 'Adoption records', for: ['adoption-team', 'records-officer'] },
]
export const sealingRoutes = (): readonly Route[] => [
  route('GET', SEALED, { may: 'worker', log: 'read which adoption records are sealed' }, showSealed),
  route('GET', '/children/:child/seal', { may: ['approve', 'adoption'], log: 'read whether it is sealed' }, showSeal),
]
