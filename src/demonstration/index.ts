// The demonstration council: invented children with invented names, to look at before there is a record of one's own.
export { demonstrateCommand } from './commands.ts'
export { DEMONSTRATION_DAY, demonstration, THE_RETURN } from './import-demonstration.ts'
export { tellStories } from './import-stories.ts'
export { nameChildren } from './store.ts'
