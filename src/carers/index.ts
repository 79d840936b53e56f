// Carers and homes: who fosters and where children live, by approval, with free places that are worked out and never typed.
export { HOME_RULES, type HomeDue } from './home-dues.ts'
export { type HomeOn, homesOn } from './homes-store.ts'
export { type HomeTable, homeOf } from './store.ts'
export { type Vacancies, vacanciesOn } from './vacancies.ts'
