// Masters: of each room that nightly files bring, whether it is recorded in Kith or in another system, and what then is closed.
export {
  type Elsewhere,
  type ElsewhereRow,
  elsewhereIn,
  elsewhereOf,
  saysFrom,
  shownFrom,
  takenAt,
  withoutLinks,
} from './elsewhere.ts'
export { BRINGS, type Brings, isBrings, isRoom, ROOM_NAMES, type Room, roomOf } from './rooms-data.ts'
export { type NamedThere, namedThere, numberThere } from './store.ts'
