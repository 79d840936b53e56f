// The routes and forms of events of care.
import { type Form, makeForm } from '#forms'
import { type Route, route } from '#web'
import { comesBack, comesIntoCare } from './pages/comes-into-care.tsx'
import { searchChild, showSearch } from './pages/find-child.tsx'

export const careEventForms: readonly Form[] = [makeForm(comesIntoCare), makeForm(comesBack)]

export function careEventRoutes(): readonly Route[] {
  return [
    route('GET', '/comes-into-care', { may: 'worker', log: 'began to bring a child into care' }, showSearch),
    route('POST', '/comes-into-care', { may: 'worker', log: 'looked for a child who comes into care' }, searchChild),
  ]
}
