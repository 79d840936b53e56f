// Missing episodes and the return interviews owed after them.
export { INTERVIEW_BASES, interviewDuties } from './interview-duties.ts'
export type { MissingEpisode, ReturnInterview } from './missing-episode.ts'
export { returnInterview } from './return-interview.ts'
