// Return statistics: what can be worked out from a return alone: of each child and episode, and the published figures.
export { childYears, yearOf } from './child-years.ts'
export { indicatorsCommand } from './commands.ts'
