// Missing episodes and the return interviews owed after them.
export { INTERVIEW_BASES, interviewDuties } from './interview-duties.ts'
export { type MissingEpisode, NO_SAFETY, type ReturnInterview, type SafetyFacts } from './missing-episode.ts'
export { type Count, lastedWords, type Pattern, patternOf, talkDueAt } from './pattern.ts'
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
  exploitationLookedAt,
  meetingHeld,
  reportedMissing,
  slaveryReferred,
  whatAnAbsenceIs,
} from './rules.ts'
export { HOURS_TO_MEET, SAFETY_BASES, safetyDuties, TIMES_TO_MEET } from './safety-duties.ts'
export { type SafetyRows, safetyOf } from './safety-facts.ts'
export { isStep, STEP_WORDS, STEPS, stepsOfMissing } from './steps.ts'
export {
  correctCovered,
  coverWithTalk,
  episodeIn,
  episodesOf,
  interviewsOf,
  recordInterview,
  recordReturn,
  reportMissing,
  retractCovered,
  type StandingEpisode,
  type StrategyMeetingHeld,
  stepsTaken,
  strategyMeetingsOf,
  toldOfMissing,
} from './store.ts'
