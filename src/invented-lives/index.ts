// Invented lives: what is recorded of each child of an invented council over the years, in facts and in words.
export { inventedNames } from './naming.ts'
export { returnOf, type WorkerCodes } from './return-of.ts'
