// Pictures: drawings made of what is known, each with its table from the same rows; pure, and under a strict content policy.

export type { EcoGiven, EcoKind, EcoPerson } from './eco-map.ts'
export { EcoMap } from './eco-map-picture.tsx'
export type {
  Bond,
  BondKind,
  GenogramGiven,
  GenogramPerson,
  Household,
  Parentage,
  ParentKind,
  Union,
} from './genogram.ts'
export { Genogram, GenogramKey, GenogramPicture, genogramWords } from './genogram-picture.tsx'
export {
  type BarWords,
  type EventTone,
  type JourneyBar,
  type JourneyEvent,
  type JourneyGiven,
  type JourneyLane,
  type Span,
  type SpanAsked,
  spanOf,
} from './journey.ts'
export { Journey, JourneyPicture, JourneyTable } from './journey-picture.tsx'
