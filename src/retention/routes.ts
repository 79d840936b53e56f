// The routes of how long a record is kept: of one child, what comes due in the council, and the certificate of a destruction.
import type { Form } from '#forms'
import { type Place, type Route, route } from '#web'
import { destructionForm, showDestruction } from './pages/destruction.tsx'
import { holdForms } from './pages/holds.tsx'
import { showKept, showRecordsDue } from './pages/show-kept.tsx'
import { staffDestructionForm } from './pages/staff-parts.tsx'

const KEEPERS = { as: ['records-officer', 'manager-line', 'director'] } as const
export const retentionRoutes = (): readonly Route[] => [
  route('GET', '/children/:child/kept', { may: ['see', 'documents'], log: 'read how long a record is kept' }, showKept),
  route('GET', '/records-due', { may: KEEPERS, log: 'read which records come due' }, showRecordsDue),
  route('GET', '/destructions/:about', { may: KEEPERS, log: 'read a certificate of destruction' }, showDestruction),
]
export const retentionForms: readonly Form[] = [...holdForms, destructionForm, staffDestructionForm]
export const retentionPlaces: readonly Place[] = [
  { to: '/records-due', words: 'Records due', for: ['records-officer'] },
]
