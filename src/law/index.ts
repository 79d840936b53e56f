// The law: rules as data with their citations and examples, and the ways in which the law counts time.
export {
  adoptionAgencies2005,
  type Citation,
  carePlanning2010,
  childrenAct1989,
  childrensHomes2015,
  citationText,
  enacted,
  guidance,
  named,
} from './citation.ts'
export { vectorsCommand } from './commands.ts'
export {
  BANK_HOLIDAYS_MISSING,
  type CountedDraft,
  type CountedGiven,
  countedRule,
  countFrom,
  type Due,
  due,
  dueOn,
  type Interval,
  type Vector,
} from './counted-rule.ts'
export { attainsAgePlusMonths, type CountingName, countings } from './counting.ts'
export { COUNTING_RULES } from './counting-rules.ts'
export { type Open, type PhasedGiven, type PhasedRule, phasedRule } from './phased-rule.ts'
export {
  type Example,
  type ExampleRun,
  type Interpretation,
  isInForce,
  LEVELS,
  type Level,
  type Refusal,
  type Rule,
  type RuleDraft,
  type RuleText,
  rule,
  type Satisfaction,
  unknown,
  type Verification,
} from './rule.ts'
