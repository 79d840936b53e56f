// Stability: homes that ended, planned, unplanned and emergencies told apart, with the meeting on what went wrong; facts that ask for a talk; moves ahead.
export { stabilityRoutes } from './routes.ts'
