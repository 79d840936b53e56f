// Pages of requests for homes: the request and its forms, the page for a home, what was shared, steps about homes, and how a match is.
import type { Form } from '#forms'
import { type Route, route } from '#web'
import { apartForms } from './apart-form.tsx'
import { closeForms } from './close-request.tsx'
import { viewForm, viewsToChoose } from './heard-view.tsx'
import { leaveOut } from './leave-out.tsx'
import { matchReviewForms } from './match-review.tsx'
import { placeForms } from './place-form.tsx'
import { requestForms } from './request-form.tsx'
import { showProfile, showShared } from './show-profile.tsx'
import { showRequest } from './show-request.tsx'
import { stepForms } from './step-forms.tsx'

const may = ['see', 'matching'] as const
export const homeRequestRoutes = (): readonly Route[] => [
  route('GET', '/children/:child/home-request', { may, log: 'read the request for a home' }, showRequest),
  route('GET', '/children/:child/home-request/profile', { may, log: 'read the page for a home' }, showProfile),
  route(
    'GET',
    '/children/:child/home-request/shared/:about',
    { may, log: 'read what was shared with a home' },
    showShared,
  ),
]
export const homeRequestForms: readonly Form[] = [
  ...requestForms,
  ...closeForms,
  ...placeForms,
  ...apartForms,
  ...stepForms,
  ...matchReviewForms,
  viewForm,
  leaveOut,
]
export { ofChild } from './of-child.tsx'
export { type HomeGiven, homeGiven } from './step-forms.tsx'
export { viewsToChoose }
