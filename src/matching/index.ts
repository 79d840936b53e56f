// Matching: which homes cannot be, which need a named decision, and which fit one child or group and why. It chooses nothing.
export {
  COMPARED_AT_MOST,
  type Compared,
  compared,
  type NotCompared,
  type Shown,
  shownHomes,
  stepsWords,
  tradeOff,
} from './comparing.ts'
export {
  approvalsNeeded,
  decisionsNeeded,
  explain,
  hashOfAll,
  inputsHash,
  type MatchExplanation,
  type RuledOut,
  ruledOut,
} from './explanation.ts'
export { ROLES, type Role } from './gate.ts'
export type { Answers, HomeKind, HomeKnown, Living, Sex, Standing, Terms } from './home.ts'
export { distanceShown, distanceWords, type Journey, type Wanted, wantedOf } from './pair.ts'
export { type Band, type MatchingPolicy, STANDARD_POLICY } from './policy.ts'
export { boardInput, type Ranked, type Sorted, sorted, type Verdict } from './ranking.ts'
export {
  beforeTheListOpens,
  type ChildAsked,
  type Firmness,
  type ImportantPlace,
  type Matters,
  PROTECTED,
  type ProtectedField,
  type RequestForHome,
} from './request.ts'
