// What is owed to one child: every rule applied to the facts of that child, and nothing of the world touched.
export { type BirthMoves, birthMoves } from './birth-moves.ts'
export type { ChildFacts, Excuse } from './child-facts.ts'
export {
  isSwitch,
  mayBeSetTo,
  type RuleChoice,
  readingsOn,
  SWITCH_NAMES,
  SWITCHES,
  type SwitchName,
} from './choices.ts'
export { dutiesOf } from './duties-of.ts'
export { basisOf, EVERY_BASIS, EVERY_RULE, type ListedRule } from './every-rule.ts'
export { READINGS, type Readings } from './known.ts'
export { type Arrival, type Simulated, simulate } from './simulate.ts'
