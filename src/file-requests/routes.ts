// The routes of requests for one's own file: of one child, and what waits in the council.
import { type Place, type Route, route } from '#web'
import { FILE_REQUESTS, showRequests, showWaiting } from './pages/show-requests.tsx'

export const fileRequestPlaces: readonly Place[] = [
  { to: FILE_REQUESTS, words: 'File requests', for: ['records-officer', 'director'] },
]
export const fileRequestRoutes = (): readonly Route[] => [
  route(
    'GET',
    FILE_REQUESTS,
    { may: { as: ['records-officer', 'director', 'manager-line'] }, log: 'read who asked for their file' },
    showWaiting,
  ),
  route(
    'GET',
    '/children/:child/file-requests',
    { may: ['see', 'documents'], log: 'read that they asked for their file' },
    showRequests,
  ),
]
