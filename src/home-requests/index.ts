// Requests for homes: what a child needs and hopes for, in their words, whom we asked with what, and how the home is afterwards.
export { homesKeptApart, keptApart } from './apart-store.ts'
export { LANGUAGE_WORDS, PETS_ASKED, speaks } from './asked-words.ts'
export { type Ahead, homesAhead, matchesAhead, movedInto } from './move-store.ts'
export { type KeptFrom, likesIn, owedWhile, reviewsOf, type Standing, standingOf } from './request.ts'
export { DISTANCE_REASONS, GOES, STAGES, WHY_NO } from './request-codes-data.ts'
export {
  alsoWaiting,
  type Match,
  matchReviewsOf,
  matchWords,
  type OpenRequest,
  openRequests,
  type Place,
  placesOfRequest,
  type Request,
  requestOf,
  type Step,
  stepsOf,
  youngMatches,
} from './store.ts'
