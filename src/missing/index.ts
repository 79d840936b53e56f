// Missing episodes and the return interviews owed after them.
export { INTERVIEW_BASES, interviewDuties } from './interview-duties.ts'
export type { MissingEpisode, ReturnInterview } from './missing-episode.ts'
export {
  type Episode,
  type MissingRefusal,
  mayInterview,
  mayReportMissing,
  mayReturn,
  missingRefusalWords,
  type NewEpisode,
  type NewInterview,
  type Now,
  POLICE_GRADINGS,
  type PoliceGrading,
  type TypedInterview,
  type TypedWhen,
  type When,
} from './record-missing.ts'
export { returnInterview } from './return-interview.ts'
export {
  episodeIn,
  episodesOf,
  interviewsOf,
  recordInterview,
  recordReturn,
  reportMissing,
  type StandingEpisode,
} from './store.ts'
export { whatAnAbsenceIs } from './what-it-is.ts'
