// The routes of looking in: the access log of a child, breaking the glass, and who must never open a record.
import type { Form } from '#forms'
import { type Place, type Route, route } from '#web'
import { showAccessLog } from './pages/access-log.tsx'
import { breakGlassForm } from './pages/break-glass.tsx'
import { EMERGENCIES, showEmergencies } from './pages/emergencies.tsx'
import { KEPT_OUT, keepOutForms } from './pages/keep-out.tsx'
import { showKeptOut } from './pages/kept-out.tsx'

export const sightForms: readonly Form[] = [breakGlassForm, ...keepOutForms]

const AS = ['director', 'administrator'] as const
export const sightPlaces: readonly Place[] = [{ to: EMERGENCIES, words: 'Emergencies', for: [...AS] }]
export const sightRoutes = (): readonly Route[] => [
  route('GET', '/children/:child/access', { may: ['see', 'oversight'], log: 'opened the access log' }, showAccessLog),
  route(
    'GET',
    EMERGENCIES,
    { may: { as: AS }, log: 'read how often records were opened in an emergency' },
    showEmergencies,
  ),
  route('GET', KEPT_OUT, { may: { as: ['administrator'] }, log: 'read who must not open a record' }, showKeptOut),
]
