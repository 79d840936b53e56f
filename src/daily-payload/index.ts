// Daily payload: what the Department is told of children each day through its interface, what was sent, and what it answered.
export type { Answer } from './batches.ts'
export { type SendCommandDeps, sendCommand } from './commands.ts'
export { type Department, nightlyPayload, sendToDepartment } from './jobs.ts'
export { departmentsIdOf, toldOf } from './payload.ts'
export { type Outcome, sendings, sentToDepartment, yearBegan } from './store.ts'
