// Finding a home: matching filled from the record for one child, the list with its reasons, and the decision of a named person.
export { filledFor } from './filling-store.ts'
