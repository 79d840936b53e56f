// The routes of one child's tabs: overview, family, home, plan, learning, health, and every duty.
import { type Handler, type Route, route, type WorkersLock } from '#web'
import { prepareReview } from './pages/prepare-review.tsx'
import { showCourts } from './pages/show-courts.tsx'
import { showDispute } from './pages/show-dispute.tsx'
import { showDocuments } from './pages/show-documents.tsx'
import { showDuties } from './pages/show-duties.tsx'
import { showFamily } from './pages/show-family.tsx'
import { showHealth } from './pages/show-health.tsx'
import { showHereAlone } from './pages/show-here-alone.tsx'
import { showHomeDecisions } from './pages/show-home-decisions.tsx'
import { showLearning } from './pages/show-learning.tsx'
import { showLeavingCare } from './pages/show-leaving-care.tsx'
import { showMissing } from './pages/show-missing.tsx'
import { showOverview } from './pages/show-overview.tsx'
import { showPerson } from './pages/show-person.tsx'
import { showPlan } from './pages/show-plan.tsx'
import { showReviewing } from './pages/show-reviewing.tsx'
import { showWhere } from './pages/show-where.tsx'
import { showWhoTheyAre } from './pages/show-who-they-are.tsx'

const tab = (path: string, lock: WorkersLock, handler: Handler): Route =>
  route('GET', path, lock, handler, { together: true })

const ID = '[0-9a-f]{8}-[0-9a-f-]{27}'

/** What a reviewing officer prepares, checks and takes further. */
const reviewingRoutes = (): readonly Route[] => [
  tab('/children/:child/prepare-review', { may: ['see', 'reviews'], log: 'read what a review needs' }, prepareReview),
  tab(
    '/children/:child/reviewing',
    { may: ['see', 'reviews'], log: 'read checks, alerts and disputes' },
    showReviewing,
  ),
  tab(`/children/:child/disputes/:about{${ID}}`, { may: ['see', 'reviews'], log: 'read a dispute' }, showDispute),
]

export function childRoutes(): readonly Route[] {
  return [
    tab('/children/:child', { may: ['see', 'header'], log: 'opened the record' }, showOverview),
    tab('/children/:child/family', { may: ['see', 'family'], log: 'read family and people' }, showFamily),
    tab(
      `/children/:child/people/:about{${ID}}`,
      { may: ['see', 'family'], log: 'read about somebody around a child' },
      showPerson,
    ),
    tab('/children/:child/where', { may: ['see', 'where'], log: 'read where they live' }, showWhere),
    tab(
      '/children/:child/home-decisions',
      { may: ['see', 'plan'], log: 'read decisions about homes' },
      showHomeDecisions,
    ),
    tab('/children/:child/courts-and-panels', { may: ['see', 'legal'], log: 'read courts and panels' }, showCourts),
    tab('/children/:child/plan', { may: ['see', 'plan'], log: 'read plan and reviews' }, showPlan),
    tab('/children/:child/leaving-care', { may: ['see', 'plan'], log: 'read leaving care' }, showLeavingCare),
    ...reviewingRoutes(),
    tab('/children/:child/learning', { may: ['see', 'learning'], log: 'read learning' }, showLearning),
    tab('/children/:child/health', { may: ['see', 'health'], log: 'read health' }, showHealth),
    tab('/children/:child/who-they-are', { may: ['see', 'plan'], log: 'read who a child is' }, showWhoTheyAre),
    tab('/children/:child/missing', { may: ['see', 'missing'], log: 'read about times missing' }, showMissing),
    tab('/children/:child/here-alone', { may: ['see', 'legal'], log: 'read about coming here alone' }, showHereAlone),
    tab('/children/:child/documents', { may: ['see', 'documents'], log: 'read the list of documents' }, showDocuments),
    // What was known on another day is asked by a service worker, in a transaction of its own.
    route('GET', '/children/:child/duties', { may: ['see', 'duties'], log: 'read duties' }, showDuties),
  ]
}
