// The routes of plans beside their forms: to read, to write from, the history of a part, and the two steps of one press.
import type { Form } from '#forms'
import { type Route, route } from '#web'
import { adoptionForms } from './pages/adoption.tsx'
import { approvalForms } from './pages/decide-plan.tsx'
import { mergeForms } from './pages/merge-text.tsx'
import { showHistory } from './pages/part-history.tsx'
import { showPlan } from './pages/read-plan.tsx'
import { partForms } from './pages/write-part.tsx'
import { beginWriting, showWriting, takeBackPlan } from './pages/write-plan.tsx'

export const carePlanForms: readonly Form[] = [...partForms, ...mergeForms, ...approvalForms, ...adoptionForms]

export function planRoutes(): readonly Route[] {
  const writes = ['write', 'plan'] as const
  return [
    route('GET', '/children/:child/plan/read', { may: ['see', 'plan'], log: 'read a care plan' }, showPlan),
    route(
      'GET',
      '/children/:child/plan/history',
      { may: ['see', 'plan'], log: 'read the history of a plan' },
      showHistory,
    ),
    route('GET', '/children/:child/plan/write', { may: writes, log: 'read a plan to write it' }, showWriting),
    route('POST', '/children/:child/plan/begin', { may: writes, log: 'began a care plan' }, beginWriting),
    route('POST', '/children/:child/plan/:about/take-back', { may: writes, log: 'took a plan back' }, takeBackPlan),
  ]
}
