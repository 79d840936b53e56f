// The routes of what waits for somebody: approvals and actions, each with its forms.
import type { Form } from '#forms'
import { type Place, type Route, route } from '#web'
import { actionForms } from './pages/action-forms.tsx'
import { showActions } from './pages/actions.tsx'
import { answerForms } from './pages/answer.tsx'
import { showApprovals } from './pages/approvals.tsx'
import { showApprovalsAndNotices } from './pages/approvals-and-notices.tsx'
import { askingForms } from './pages/ask-approval.tsx'
import { askingOfAssessments } from './pages/ask-assessment.tsx'
import { paperForm } from './pages/paper-answer.tsx'
import { actionOfLook, recordingAction } from './pages/record-action.tsx'
import { showRequest } from './pages/request.tsx'

export const inTrayForms: readonly Form[] = [
  ...askingForms,
  ...askingOfAssessments,
  ...answerForms,
  paperForm,
  ...actionForms,
  recordingAction,
  actionOfLook,
]

export const inTrayRoutes = (): readonly Route[] => [
  route('GET', '/approvals', { may: 'worker', log: 'read own approvals' }, showApprovals),
  route('GET', '/children/:child/requests/:request', { may: ['see', 'plan'], log: 'read a request' }, showRequest),
  route(
    'GET',
    '/approvals-and-notices',
    { may: { as: ['manager-line', 'director'] }, log: 'read approvals and notices' },
    showApprovalsAndNotices,
  ),
  route('GET', '/actions', { may: 'worker', log: 'read the list of actions' }, showActions),
]

export const inTrayPlaces: readonly Place[] = [
  {
    to: '/approvals',
    words: 'Approvals',
    for: [
      'manager-line',
      'director',
      'allocated-worker',
      'co-worker',
      'reviewing-officer',
      'placement-team',
      'virtual-school',
      'health-team',
      'adoption-team',
    ],
  },
  { to: '/actions', words: 'Actions', for: 'worker' },
]
