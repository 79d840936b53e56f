// The clock: every rule applied to every child.
export type { ChildFacts, Excuse } from '#duties'
