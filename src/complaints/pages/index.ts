// Pages of complaints: of one child, one with its stages, of the council, and on a start page; and every form of them.
import type { Form } from '#forms'
import { type Place, type Route, route } from '#web'
import { answerForms } from './answer-forms.tsx'
import { complaintForms } from './complaint-forms.tsx'
import { showComplaint, showComplaints } from './show-complaint.tsx'
import { COMPLAINTS, showCouncil } from './show-council.tsx'
import { stageForms } from './stage-forms.tsx'

export { ComplaintsToAnswer } from './show-council.tsx'

const READERS = ['quality-lead', 'director', 'manager-line'] as const
export const complaintPlaces: readonly Place[] = [{ to: COMPLAINTS, words: 'Complaints', for: [...READERS] }]
export const complaintRoutes = (): readonly Route[] => [
  route('GET', COMPLAINTS, { may: { as: READERS }, log: 'read where complaints stand' }, showCouncil),
  route(
    'GET',
    '/children/:child/complaints',
    { may: ['see', 'audit'], log: 'read complaints of a child' },
    showComplaints,
  ),
  route(
    'GET',
    '/children/:child/complaints/:about{[0-9a-f-]{36}}',
    { may: ['see', 'audit'], log: 'read a complaint' },
    showComplaint,
  ),
]
export const complaintsForms: readonly Form[] = [...complaintForms, ...stageForms, ...answerForms]
