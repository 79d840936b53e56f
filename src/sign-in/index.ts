// Sign-in: at the council's own provider, or, in a demonstration, by choosing whom to be; signing out; the account page.
export { type PeopleCommandDeps, peopleCommands } from './commands.ts'
export type { Choosable } from './pages/choose.tsx'
export { PART_WORDS } from './part-words.ts'
export { type Provider, type ProviderSettings, providerAt } from './provider.ts'
export { signInForms, signInPlaces, signInRoutes, type WayIn } from './routes.ts'
export { administratorsOf } from './store.ts'
