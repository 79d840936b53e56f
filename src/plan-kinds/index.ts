// Kinds of plan: what each is called, where it stands below a child, and its parts with the law behind each.
export { isPlanKind, KINDS, type KindOfPlan, PLAN_KINDS, type PlanKind, planAt } from './kinds.ts'
export {
  highestNumber,
  missingParts,
  type NamedPart,
  nameOfKey,
  PLAN_IN_LINES,
  type PlanInLines,
  type PlanPart,
  partNamed,
  partsOf,
} from './parts.ts'
export { DELEGATED, WHY_LATE } from './placement-plan-parts-data.ts'
