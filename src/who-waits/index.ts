// Who waits: children for whom a home is looked for, as the record tells it today, and the homes with free places, as matching reads both.
export { type HomeListed, homeKnown, sectorOf } from './homes-known.ts'
export { homesListed, placesFound, waitingOn } from './store.ts'
export { groupsWaiting, type Waiting, type WaitingGroup, WHY_WAITS, type WhyWaits } from './waiting.ts'
