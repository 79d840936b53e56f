// Pages of teams and who is in them, for administrators.
export { teamForms } from './team-forms.tsx'
export { teamsPlaces, teamsRoutes } from './teams.tsx'
