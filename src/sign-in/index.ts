// Sign-in: at the council's own provider or an organisation's, or, in a demonstration, by choosing whom to be; signing out; the account page.
export { type PeopleCommandDeps, peopleCommands } from './commands.ts'
export { type OutsideProvider, outsideProvidersIn } from './outside-providers.ts'
export type { Choosable } from './pages/choose.tsx'
export { PART_WORDS } from './part-words.ts'
export { type Provider, type ProviderSettings, providerAt } from './provider.ts'
export { providersBeside, signInForms, signInPlaces, signInRoutes, type WayIn } from './routes.ts'
export { administratorsOf } from './store.ts'
