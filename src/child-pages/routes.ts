// The routes of one child's tabs: overview, family, home, plan, learning, health, and every duty.
import { type Route, route } from '#web'
import { showDuties } from './pages/show-duties.tsx'
import { showOverview } from './pages/show-overview.tsx'

export function childRoutes(): readonly Route[] {
  return [
    route('GET', '/children/:child', { may: ['see', 'header'], log: 'opened the record' }, showOverview),
    route('GET', '/children/:child/duties', { may: ['see', 'duties'], log: 'read duties' }, showDuties),
  ]
}
