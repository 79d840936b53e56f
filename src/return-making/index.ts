// Return making: a council's return on children looked after from its own record, with where each value is from.
export { type ReturnCommandDeps, returnCommand } from './commands.ts'
