// Pages of homes: the list, one home, what is due, whose home is not said yet; and every form of them.
import type { Form } from '#forms'
import { lookedFor } from '#sessions'
import { type Place, type Route, route } from '#web'
import { READERS } from '../home-codes-data.ts'
import { exemptionForms } from './exempt-child.tsx'
import { partForms } from './part-forms.tsx'
import { showDue } from './show-due.tsx'
import { showHome } from './show-home.tsx'
import { askForHomes, showHomes } from './show-homes.tsx'
import { showNotTied } from './show-not-tied.tsx'
import { tieForms } from './tie-home.tsx'

const may = { as: READERS }
export const carersRoutes = (): readonly Route[] => {
  const looked = lookedFor<string>()
  return [
    route('GET', '/homes', { may, log: 'read the list of homes' }, showHomes(looked)),
    route('POST', '/homes/find', { may, log: 'looked for a home by its name' }, askForHomes(looked), {
      carried: false,
    }),
    route('GET', '/homes/due', { may, log: 'read which reviews and visits of homes are due' }, showDue),
    route('GET', '/homes/not-tied', { may, log: 'read of whom the home is not said yet' }, showNotTied),
    route('GET', '/homes/:about{[0-9a-f-]{36}}', { may, log: 'read a home' }, showHome),
  ]
}
export { type HomesDue, HomesDueCard, homesDueOf } from './homes-due-card.tsx'
export const carersForms: readonly Form[] = [...partForms, ...tieForms, ...exemptionForms]
export const carersPlaces: readonly Place[] = [
  { to: '/homes', words: 'Homes', for: ['placement-team', 'supervising-worker', 'director', 'manager-line'] },
]
