// Carers and homes: who fosters and where children live, by approval, with free places that are worked out and never typed.
export { HOME_RULES } from './home-dues.ts'
export { homesOn } from './homes-store.ts'
export { homeOf, homesCalled } from './store.ts'
export type { Vacancies } from './vacancies.ts'
