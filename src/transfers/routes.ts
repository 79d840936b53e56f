// The route of records that were given to other councils, and its place for those who give them.
import { type Place, type Route, route } from '#web'
import { showTransfers, TRANSFERS } from './pages/show-transfers.tsx'

export const transferPlaces: readonly Place[] = [
  { to: TRANSFERS, words: 'Records given away', for: ['records-officer', 'director'] },
]
export const transferRoutes = (): readonly Route[] => [
  route(
    'GET',
    TRANSFERS,
    { may: { as: ['records-officer', 'director'] }, log: 'read which records were given to other councils' },
    showTransfers,
  ),
]
