// Lists: the children whom somebody may see, chosen by what the address says; and the fields in which duties are shown.
export { loadsOf } from './caseload-store.ts'
export {
  FIELDS,
  type Field,
  type FormKnown,
  fieldOf,
  type InField,
  inField,
  SOON,
  settling,
  type ToDo,
  toDo,
} from './fields.ts'
export { addressOf, type Filter, filterIn } from './filters.ts'
export { childrenChosen, dueWithin, lateOn } from './list-store.ts'
export { byName, heavier, type Load } from './loads.ts'
export { disputesNow, type Standing } from './pages/disputes.tsx'
export { listPlaces, listRoutes } from './routes.ts'
