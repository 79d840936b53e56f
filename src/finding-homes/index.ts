// Finding a home: matching filled from the record for one child, the list with its reasons, and the decision of a named person.
export { filledFor, filledForAll } from './filling-store.ts'
export { homesAskedOf, listedFor } from './sorting.ts'
