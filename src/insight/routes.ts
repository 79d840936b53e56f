// The routes of insight: the first page, every figure, each with its children, the work, what is not known, and what may leave the council.
import { type Place, type Route, route } from '#web'
import { type DecisionsCard, showInsight } from './pages/insight.tsx'
import { showBehind, showChanges, showMissingFacts } from './pages/lists.tsx'
import { showMeasure, showMeasures, showOutside } from './pages/measures.tsx'
import { PUBLISHED, showPublished } from './pages/published.tsx'
import { showCaseloads } from './pages/work.tsx'

const LEADERS = ['analyst', 'director', 'quality-lead'] as const
const may = { as: LEADERS }

/** `invented`: of a demonstration, whose figures stand beside those published of the council that it is like. */
export function insightRoutes(
  decisions: DecisionsCard,
  { invented }: { readonly invented: boolean },
): readonly Route[] {
  return [
    route('GET', '/insight', { may, log: 'read how our children are doing' }, showInsight(decisions, invented)),
    ...(invented
      ? [route('GET', PUBLISHED, { may, log: 'set our figures beside those that are published' }, showPublished)]
      : []),
    route('GET', '/insight/measures', { may, log: 'read every figure' }, showMeasures),
    route('GET', '/insight/measures/:measure', { may, log: 'read a figure' }, showMeasure),
    route('GET', '/insight/measures/:measure/children', { may, log: 'read who is behind a figure' }, showBehind),
    route('GET', '/insight/caseloads', { may, log: 'read the caseload of each worker' }, showCaseloads),
    route('GET', '/insight/changes/:workers', { may, log: 'read how many workers children had' }, showChanges),
    route('GET', '/insight/missing-facts', { may, log: 'read what is not known' }, showMissingFacts),
    route(
      'GET',
      '/insight/outside',
      { may: { as: [...LEADERS, 'member'] }, log: 'read figures as they may leave the council' },
      showOutside,
    ),
  ]
}

export const insightPlaces: readonly Place[] = [{ to: '/insight', words: 'Insight', for: LEADERS }]
