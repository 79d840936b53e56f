// Carers and homes: who fosters and where children live, by approval, with free places that are worked out and never typed.
export { KINDS, LANGUAGES, PETS, READERS, SKILLS } from './home-codes-data.ts'
export { HOME_RULES } from './home-dues.ts'
export { type HomeOn, type HomesReader, homesOn, homesReader } from './homes-store.ts'
export { areaOf } from './listing.ts'
export { type HomeRow, homeOf, homeRows, homesCalled, withWords } from './store.ts'
export type { Vacancies } from './vacancies.ts'
