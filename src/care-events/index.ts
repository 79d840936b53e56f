// Events of care: what moves the clock, as forms: a child comes into care, lives, moves, is away, and leaves care.
export { HOMES, NEEDS, WHY_HOME_ENDED } from './plain-words-data.ts'
export { careEventForms, careEventPlaces, careEventRoutes } from './routes.ts'
