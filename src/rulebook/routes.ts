// The rulebook's routes: all rules, and one of them.
import { type Place, type Route, route } from '#web'
import { showRule } from './pages/rule.tsx'
import { showRules } from './pages/rules.tsx'
import { showSimulation } from './pages/simulate.tsx'

export function rulebookRoutes(): readonly Route[] {
  return [
    route('GET', '/rules', { may: 'worker', log: 'read the rulebook' }, showRules),
    route('GET', '/rules/simulate', { may: 'worker', log: 'asked what would fall due' }, showSimulation),
    route('GET', '/rules/:rule', { may: 'worker', log: 'read a rule' }, showRule),
  ]
}

export const rulebookPlaces: readonly Place[] = [{ to: '/rules', words: 'Rulebook', for: 'worker' }]
