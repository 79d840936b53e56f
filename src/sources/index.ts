// Sources: where each part of a record is recorded, which nightly files are expected and came, and what they hold no longer.
export { filesExpected, mastersNow, recordTake } from './store.ts'
