// The routes of looking in: the access log of a child, and breaking the glass.
import type { Form } from '#forms'
import { type Route, route } from '#web'
import { showAccessLog } from './pages/access-log.tsx'
import { breakGlassForm } from './pages/break-glass.tsx'

export const sightForms: readonly Form[] = [breakGlassForm]

export const sightRoutes = (): readonly Route[] => [
  route('GET', '/children/:child/access', { may: ['see', 'oversight'], log: 'opened the access log' }, showAccessLog),
]
