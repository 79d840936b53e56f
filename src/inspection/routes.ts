// The routes of an inspection: the lists, the workbook, and whether every child is counted the same everywhere.
import type { Postcodes } from '#annex-a'
import { type Place, type Route, route } from '#web'
import { showInspection, takeLists } from './pages/lists.tsx'
import { showDifferences, showReconciliation } from './pages/reconciliation.tsx'

const KEEPERS = { as: ['analyst', 'director'] } as const

export function inspectionRoutes({ postcodes }: { readonly postcodes: Postcodes }): readonly Route[] {
  return [
    route('GET', '/inspection', { may: KEEPERS, log: 'read what an inspection asks for' }, showInspection),
    route('POST', '/inspection/lists', { may: KEEPERS, log: 'asked to take the lists out' }, takeLists(postcodes)),
    route(
      'GET',
      '/inspection/reconciliation',
      { may: KEEPERS, log: 'compared how children are counted' },
      showReconciliation,
    ),
    route(
      'GET',
      '/inspection/reconciliation/:file',
      { may: KEEPERS, log: 'read who is counted otherwise' },
      showDifferences,
    ),
  ]
}

export const inspectionPlaces: readonly Place[] = [
  { to: '/inspection', words: 'Inspection', for: ['analyst', 'director'] },
]
