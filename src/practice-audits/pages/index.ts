// Pages of practice audits: quality, a round, an audit, the audits of a child, themes, the report; and every form of them.
import type { Form } from '#forms'
import { type Place, type Route, route } from '#web'
import { closingForms } from './closing-forms.tsx'
import { concernForms } from './concern-forms.tsx'
import { gradeForms } from './grade-forms.tsx'
import { invitationForms } from './invitation-forms.tsx'
import { loopForms } from './loop-forms.tsx'
import { peopleForms } from './people-forms.tsx'
import { practiceThemeForms } from './practice-theme-forms.tsx'
import { putRightForms } from './put-right-forms.tsx'
import { questionForms } from './question-forms.tsx'
import { roundForms } from './round-forms.tsx'
import { nextOfAudit, showAudit } from './show-audit.tsx'
import { showAudits } from './show-audits.tsx'
import { showChildAudits } from './show-child-audits.tsx'
import { showQuestions } from './show-questions.tsx'
import { showReport } from './show-report.tsx'
import { showRound } from './show-round.tsx'
import { showThemes } from './show-themes.tsx'
import { themeForms } from './theme-forms.tsx'

export { AuditsCard, type AuditsWaiting, auditsWaiting } from './invitation-cards.tsx'
export { reportOf } from './show-report.tsx'
export { Worries, type WorryShown, worriesNow } from './worries.tsx'

const READERS = { as: ['quality-lead', 'director'] } as const
export const auditRoutes = (): readonly Route[] => [
  route('GET', '/audits', { may: 'worker', log: 'read the page of quality' }, showAudits),
  route('GET', '/audits/themes', { may: 'worker', log: 'read the themes of practice' }, showThemes),
  route('GET', '/audits/questions', { may: 'worker', log: 'read what audits ask' }, showQuestions),
  route('GET', '/audits/report', { may: READERS, log: 'read the report of audits' }, showReport),
  route('GET', '/audits/:about{[0-9a-f-]{36}}', { may: 'worker', log: 'read a round of audits' }, showRound),
  route(
    'GET',
    '/children/:child/audits',
    { may: ['see', 'header'], log: 'read audits and concerns of a child' },
    showChildAudits,
  ),
  route(
    'GET',
    '/children/:child/audits/:about{[0-9a-f-]{36}}',
    { may: ['see', 'audit'], log: 'read an audit' },
    showAudit,
  ),
  route(
    'GET',
    '/children/:child/audits/:about{[0-9a-f-]{36}}/next',
    { may: ['write', 'audit'], log: 'went on with an audit' },
    nextOfAudit,
  ),
]
export const auditForms: readonly Form[] = [
  ...roundForms,
  ...questionForms,
  ...practiceThemeForms,
  ...themeForms,
  ...gradeForms,
  ...invitationForms,
  ...peopleForms,
  ...putRightForms,
  ...loopForms,
  ...closingForms,
  ...concernForms,
]
export const auditPlaces: readonly Place[] = [
  {
    to: '/audits',
    words: 'Quality',
    for: [
      'quality-lead',
      'auditor',
      'director',
      'manager-line',
      'allocated-worker',
      'reviewing-officer',
      'out-of-hours',
    ],
  },
]
