// Due dates that explain themselves: one mark, and behind one press everything that a reader needs to count again.
export { DueExplained, markOf } from './due-explained.tsx'
