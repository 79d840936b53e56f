// The overview's routes: one child.
import { type Route, route } from '#web'
import { showChild } from './pages/child.tsx'

export function overviewRoutes(): readonly Route[] {
  return [route('GET', '/children/:child', { may: ['see', 'duties'], log: 'read duties' }, showChild)]
}
