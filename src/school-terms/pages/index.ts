// Pages of files of terms: sending one, looking at what it would change, and taking it.
import { type Form, makeForm } from '#forms'
import type { Arriving } from '#uploads'
import { type Route, route } from '#web'
import { sendTermsForm } from './send-terms.tsx'
import { showTerms } from './show-terms.tsx'
import { takeTermsForm } from './take-terms.tsx'

export const schoolTermForms = (arriving: Pick<Arriving, 'folder'>): readonly Form[] => [
  makeForm(sendTermsForm(arriving)),
  makeForm(takeTermsForm),
]

const MAY = { as: ['administrator'] } as const
export const schoolTermRoutes = (): readonly Route[] => [
  route(
    'GET',
    '/settings/schools/file/:about{[0-9a-f-]{36}}',
    { may: MAY, log: 'read what a file of terms would change' },
    showTerms,
  ),
]
