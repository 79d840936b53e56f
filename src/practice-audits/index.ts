// Practice audits: how good our practice was for a child, graded twice and blind; what comes of it, until somebody else verifies that it did.
export { answerState, WORRIES } from './loop.ts'
export { type OpenConcern, openConcerns } from './store.ts'
