// The law: rules as data with their citations and examples, and the ways in which the law counts time.
export { vectorsCommand } from './commands.ts'
export { attainsAgePlusMonths, type CountingName, countings } from './counting.ts'
