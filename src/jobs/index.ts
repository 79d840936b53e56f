// Work that runs later or every night: added in the transaction that causes it, done by a named service worker.
export { addJob, type JobWorker, makeQueue, startJobs, type Task, type TaskGiven } from './worker.ts'
