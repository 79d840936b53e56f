// The route of what is kept from people.
import { type Route, route } from '#web'
import { showWhoMayKnow } from './pages/show-who-may-know.tsx'

export const audienceRoutes = (): readonly Route[] => [
  route(
    'GET',
    '/children/:child/who-may-know',
    { may: ['see', 'header'], log: 'read who may know what' },
    showWhoMayKnow,
  ),
]
