// Invented words: what invented children say and what is written of them: views, notes, plans, and what their officer found.
export { planningOf } from './planning.ts'
export { reviewingOf } from './reviewing.ts'
export { tellingOf } from './telling.ts'
