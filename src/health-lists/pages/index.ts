// Pages of health lists: sending one, what came of it, deciding where it differs, and what a child's Health page says of them.
import { type Form, makeForm } from '#forms'
import type { Arriving } from '#uploads'
import { type Place, type Route, route } from '#web'
import { decideRowForm } from './decide-row.tsx'
import { sendListForm } from './send-list.tsx'
import { showList, showLists } from './show-lists.tsx'

export { FromLists, Otherwise } from './of-child.tsx'

export const healthListForms = (arriving: Pick<Arriving, 'folder'>): readonly Form[] => [
  makeForm(sendListForm(arriving)),
  decideRowForm,
]

const SENDERS = ['health-team', 'allocated-worker'] as const
export const healthListRoutes = (): readonly Route[] => [
  route('GET', '/health-lists', { may: { as: SENDERS }, log: 'read which health lists came' }, showLists, {
    together: true,
  }),
  route(
    'GET',
    '/health-lists/:about{[0-9a-f-]{36}}',
    { may: { as: SENDERS }, log: 'read what came of a health list' },
    showList,
    {
      together: true,
    },
  ),
]
export const healthListPlaces: readonly Place[] = [{ to: '/health-lists', words: 'Health lists', for: ['health-team'] }]
