// Missing episodes and return interviews.
export type { MissingEpisode, ReturnInterview } from './missing-episode.ts'
