// Requests for homes: what a child needs and hopes for, in their words, whom we asked with what, and how the home is afterwards.
export { LANGUAGE_WORDS, PETS_ASKED, SKILL_WORDS, speaks } from './asked-words.ts'
export { likesIn, missingOf, reviewsOf, type Standing, standingOf } from './request.ts'
export { DISTANCE_REASONS, HAVES, HOME_KINDS, PLACE_KINDS, STAGES, WHY_NO } from './request-codes-data.ts'
export {
  alsoWaiting,
  type Match,
  matchesOf,
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
