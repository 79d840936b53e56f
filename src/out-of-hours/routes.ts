// The routes of the out-of-hours page.
import type { Relation } from '#access'
import type { Form } from '#forms'
import type { Finder } from '#search'
import { type Place, type Route, route } from '#web'
import { showChildTonight } from './pages/child-tonight.tsx'
import { findTonight, showTonight } from './pages/tonight.tsx'

/** Whoever may have to act for a child at night. */
const BY_NIGHT: readonly Relation[] = [
  'out-of-hours',
  'duty',
  'manager-line',
  'director',
  'allocated-worker',
  'co-worker',
  'cover',
  'break-glass',
]

export const outOfHoursRoutes = (finder: Finder, forms: readonly Form[]): readonly Route[] => [
  route('GET', '/tonight', { may: { as: BY_NIGHT }, log: 'opened the page for tonight' }, showTonight),
  route('POST', '/tonight', { may: { as: BY_NIGHT }, log: 'searched for a child tonight' }, findTonight(finder), {
    carried: false,
  }),
  route(
    'GET',
    '/children/:child/tonight',
    { may: ['see', 'where'], log: 'read where a child is tonight' },
    showChildTonight(forms),
  ),
]

export const outOfHoursPlaces: readonly Place[] = [{ to: '/tonight', words: 'Tonight', for: ['out-of-hours', 'duty'] }]
