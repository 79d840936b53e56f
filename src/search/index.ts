// Search: children by names in any spelling, numbers, birth dates and postcodes, as far as the asker may see them.
export { type Finder, type Finding, makeFinder } from './find-store.ts'
export { type Match, matchesIn } from './finding.ts'
export { questionOf } from './question.ts'
export { searchRoutes } from './routes.ts'
export { type Entry, emptyIndex, hold } from './search-index.ts'
export { whyWords } from './why-words.ts'
