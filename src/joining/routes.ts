// The routes of joining records, and their place for those who join most.
import { type Place, type Route, route } from '#web'
import { JOINED, showJoin, showJoinedRecords, showJoins } from './pages/show-joins.tsx'

const WHO = ['records-officer', 'director', 'manager-line'] as const
export const joiningPlaces: readonly Place[] = [
  { to: JOINED, words: 'Joined records', for: ['records-officer', 'director'] },
]
export const joiningRoutes = (): readonly Route[] => [
  route('GET', JOINED, { may: { as: WHO }, log: 'read which records are joined' }, showJoinedRecords),
  route(
    'GET',
    '/children/:child/joins',
    { may: ['takeOut', 'documents'], log: 'read whether it is joined' },
    showJoins,
  ),
  route(
    'GET',
    '/children/:child/joins/:line{[0-9a-f-]{36}}',
    { may: ['takeOut', 'documents'], log: 'read two records beside each other' },
    showJoin,
  ),
]
