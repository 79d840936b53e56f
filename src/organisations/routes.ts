// The routes of organisations, for administrators: all of them, and one with its agreement, its people and its history.
import { type Place, type Route, route } from '#web'
import { AS, AT, type ProviderHere } from './pages/organisation-forms.tsx'
import { showOrganisation, showOrganisations } from './pages/show-organisations.tsx'

/** `providers`: of the settings, besides the council's own. */
export const organisationRoutes = (providers: readonly ProviderHere[]): readonly Route[] => [
  route(
    'GET',
    AT,
    { may: AS, log: 'read the organisations' },
    async (visit) => await showOrganisations(visit, providers),
  ),
  route(
    'GET',
    `${AT}/:about{[0-9a-f-]{36}}`,
    { may: AS, log: 'read what was agreed with an organisation' },
    async (visit) => await showOrganisation(visit, providers),
  ),
]
export const organisationPlaces: readonly Place[] = [{ to: AT, words: 'Organisations', for: ['administrator'] }]
