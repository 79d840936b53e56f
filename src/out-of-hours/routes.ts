// The routes of the out-of-hours page.
import type { Relation } from '#access'
import type { Form } from '#forms'
import type { Finder } from '#search'
import { lookedFor } from '#sessions'
import { type Place, type Route, route } from '#web'
import { showChildTonight } from './pages/child-tonight.tsx'
import { askTonight, showTonight } from './pages/tonight.tsx'

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

export function outOfHoursRoutes(finder: Finder, forms: readonly Form[]): readonly Route[] {
  const looked = lookedFor<string>()
  const lock = { may: { as: BY_NIGHT }, log: 'opened the page for tonight' } as const
  const asking = { may: { as: BY_NIGHT }, log: 'searched for a child tonight' } as const
  return [
    route('GET', '/tonight', lock, showTonight(finder, looked)),
    route('POST', '/tonight', asking, askTonight(looked), { carried: false }),
    route(
      'GET',
      '/children/:child/tonight',
      { may: ['see', 'where'], log: 'read where a child is tonight' },
      showChildTonight(forms),
    ),
  ]
}

export const outOfHoursPlaces: readonly Place[] = [{ to: '/tonight', words: 'Tonight', for: ['out-of-hours', 'duty'] }]
