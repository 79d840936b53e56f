// Pages of supervision: the list, a time together, a child's, quality, one's own part; and every form of them.
import type { Form } from '#forms'
import { type Place, type Route, route } from '#web'
import { betweenForms } from './between-forms.tsx'
import { childForms } from './child-forms.tsx'
import { entryForms } from './entry-forms.tsx'
import { showChildSupervision } from './show-child.tsx'
import { showPersonal, takePersonal } from './show-personal.tsx'
import { showQuality } from './show-quality.tsx'
import { showSession } from './show-session.tsx'
import { showSupervision } from './show-supervision.tsx'
import { signForms } from './sign-forms.tsx'
import { staffForms } from './staff-forms.tsx'
import { viewForms } from './view-forms.tsx'

export { type OverviewCounts, overviewCounts } from './overview.tsx'
export { SignLine, type ToSign, toSignOf } from './to-sign.tsx'

const QUALITY = { as: ['manager-line', 'director', 'quality-lead', 'auditor'] } as const
export const supervisionRoutes = (): readonly Route[] => [
  route('GET', '/supervision', { may: 'worker', log: 'read the list of supervision' }, showSupervision),
  route('GET', '/supervision/quality', { may: QUALITY, log: 'read how good supervision records are' }, showQuality),
  route('GET', '/supervision/personal', { may: 'worker', log: 'read their own part of supervision' }, showPersonal),
  route(
    'GET',
    '/supervision/personal/take',
    { may: 'worker', log: 'took their own part of supervision along' },
    takePersonal,
  ),
  route(
    'GET',
    '/supervision/sessions/:about{[0-9a-f-]{36}}',
    { may: 'worker', log: 'read a supervision' },
    showSession,
  ),
  route(
    'GET',
    '/children/:child/supervision',
    { may: ['see', 'oversight'], log: 'read supervision of a child' },
    showChildSupervision,
  ),
]
export const supervisionForms: readonly Form[] = [
  ...entryForms,
  ...staffForms,
  ...signForms,
  ...childForms,
  ...betweenForms,
  ...viewForms,
]
export const supervisionPlaces: readonly Place[] = [
  { to: '/supervision', words: 'Supervision', for: ['allocated-worker', 'co-worker', 'manager-line', 'director'] },
]
