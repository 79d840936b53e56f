// The demonstration council: an invented return with invented names, to look at before there is a record of one's own.
export { DEMONSTRATION_DAY, demonstration } from './import-demonstration.ts'
export { tellStories } from './import-stories.ts'
export { nameChildren } from './store.ts'
