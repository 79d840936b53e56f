// The routes of one child's tabs: overview, family, home, plan, learning, health, and every duty.
import { type Route, route } from '#web'
import { prepareReview } from './pages/prepare-review.tsx'
import { showDispute } from './pages/show-dispute.tsx'
import { showDocuments } from './pages/show-documents.tsx'
import { showDuties } from './pages/show-duties.tsx'
import { showFamily } from './pages/show-family.tsx'
import { showHealth } from './pages/show-health.tsx'
import { showLearning } from './pages/show-learning.tsx'
import { showOverview } from './pages/show-overview.tsx'
import { showPerson } from './pages/show-person.tsx'
import { showPlan } from './pages/show-plan.tsx'
import { showReviewing } from './pages/show-reviewing.tsx'
import { showWhere } from './pages/show-where.tsx'

const ID = '[0-9a-f]{8}-[0-9a-f-]{27}'

export function childRoutes(): readonly Route[] {
  return [
    route('GET', '/children/:child', { may: ['see', 'header'], log: 'opened the record' }, showOverview),
    route('GET', '/children/:child/family', { may: ['see', 'family'], log: 'read family and people' }, showFamily),
    route(
      'GET',
      `/children/:child/people/:about{${ID}}`,
      { may: ['see', 'family'], log: 'read about somebody around a child' },
      showPerson,
    ),
    route('GET', '/children/:child/where', { may: ['see', 'where'], log: 'read where they live' }, showWhere),
    route('GET', '/children/:child/plan', { may: ['see', 'plan'], log: 'read plan and reviews' }, showPlan),
    route(
      'GET',
      '/children/:child/prepare-review',
      { may: ['see', 'reviews'], log: 'read what a review needs' },
      prepareReview,
    ),
    route(
      'GET',
      '/children/:child/reviewing',
      { may: ['see', 'reviews'], log: 'read checks, alerts and disputes' },
      showReviewing,
    ),
    route(
      'GET',
      `/children/:child/disputes/:about{${ID}}`,
      { may: ['see', 'reviews'], log: 'read a dispute' },
      showDispute,
    ),
    route('GET', '/children/:child/learning', { may: ['see', 'learning'], log: 'read learning' }, showLearning),
    route('GET', '/children/:child/health', { may: ['see', 'health'], log: 'read health' }, showHealth),
    route(
      'GET',
      '/children/:child/documents',
      { may: ['see', 'documents'], log: 'read the list of documents' },
      showDocuments,
    ),
    route('GET', '/children/:child/duties', { may: ['see', 'duties'], log: 'read duties' }, showDuties),
  ]
}
