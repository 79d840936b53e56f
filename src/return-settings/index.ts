// Return settings: what a return is checked against besides the record: how grave rules are and which providers there are, as a council enters them.
export { returnSettingsForms, returnSettingsPlaces, returnSettingsRoutes } from './routes.ts'
export { providersEntered } from './store.ts'
