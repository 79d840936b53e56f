// The routes of what a return is checked against: the page, two lists, and one rule or provider at a time.
import type { Form } from '#forms'
import type { Arriving } from '#uploads'
import { type Place, type Route, route } from '#web'
import { RULES, showRules } from './pages/rules.tsx'
import { showSettings, takeProvider, takeProviders, takeSeverities, takeSeverity } from './pages/settings.tsx'
import { NUMBERS, numberForm, showNumbers } from './pages/worker-numbers.tsx'

const MAY = { as: ['administrator', 'analyst'] } as const
/** Ofsted’s list is some thousands of rows. */
const MOST = 8 * 1024 * 1024

/** `folder`: where a list waits while it is read. */
export function returnSettingsRoutes({ folder }: Pick<Arriving, 'folder'>): readonly Route[] {
  const FILE = { files: { folder, most: MOST }, limit: MOST + 64 * 1024 }
  const to = '/settings/return'
  return [
    route('GET', RULES, { may: 'worker', log: 'read the rules of the return' }, showRules),
    route('GET', NUMBERS, { may: MAY, log: 'read the numbers of workers' }, showNumbers),
    route('GET', to, { may: MAY, log: 'read what the return is checked against' }, showSettings),
    route('POST', `${to}/severities`, { may: MAY, log: 'entered how grave rules are' }, takeSeverities, FILE),
    route('POST', `${to}/severity`, { may: MAY, log: 'entered how grave a rule is' }, takeSeverity),
    route('POST', `${to}/providers`, { may: MAY, log: 'entered the list of providers' }, takeProviders, FILE),
    route('POST', `${to}/provider`, { may: MAY, log: 'entered a provider' }, takeProvider),
  ]
}

export const returnSettingsForms: readonly Form[] = [numberForm]

export const returnSettingsPlaces: readonly Place[] = [
  { to: '/settings/return', words: 'Rules and providers', for: ['administrator', 'analyst'] },
]
