// What a rule of the return is: its code, sentence, fields, years and stage, and the pure function that applies it.
import type { TableName } from '#return-files'
import type { Given } from './given.ts'

/** Tells the engine that a row of this year's return breaks the rule. */
export type Flag = (table: TableName, row: number) => void

/** A table of this year's return, or of last year's. */
export type Need = TableName | `last ${TableName}`

export type RuleWords = {
  code: string
  /** What is wrong, in one plain sentence of our own. */
  says: string
  fields: readonly string[]
  /** Collection years, by the year in which they end; left out where the rule has no beginning or end here. */
  from?: number
  until?: number
  /** Tables without whose files the rule cannot be run, besides the one it goes over. */
  needs?: readonly Need[]
  /** Whether the provider list has to be there. */
  needsProviders?: boolean
  /** Whether the postcode directory has to be there: without one, nobody knows where a placement lies. */
  needsPostcodes?: boolean
  /** Whether it has to be known whose return it is: what lies inside the area and what outside. */
  needsAuthority?: boolean
  /**
   * The rows, or children, that alone can break the rule, found by an index; left out: all of them. It saves asking
   * of a thousand rows what only ten can answer, and decides nothing: a test runs each rule without it and compares.
   */
  among?: (given: Given) => Iterable<number>
}

export type Rule = RuleWords & {
  /** Stage 2 rules are run by the portal only on records that pass stage 1; here all are run. */
  stage: 1 | 2 | 'unknown'
  /** What the rule goes over, one at a time: the rows of a table, or the children. */
  over: TableName | 'child'
} & (Fails | Checks)

/** Answers for one row, which is flagged itself. */
export type Fails = { fails: (given: Given, row: number) => boolean; check?: never }
/** Looks at a row or a child, and flags whatever rows break the rule. */
export type Checks = { check: (given: Given, at: number, flag: Flag) => void; fails?: never }

function stageOf(code: string): Rule['stage'] {
  if (code.endsWith('STG1')) return 1
  return code.endsWith('STG2') ? 2 : 'unknown'
}

type RowRule = RuleWords & Pick<Fails, 'fails'>
type CheckRule = RuleWords & Pick<Checks, 'check'>

/** A rule that goes over the rows of one table and flags the row itself. */
export function eachRow(over: TableName, words: RowRule): Rule {
  return { ...words, stage: stageOf(words.code), over }
}

/** A rule that goes over the rows of one table and may flag others with it. */
export function fromRow(over: TableName, words: CheckRule): Rule {
  return { ...words, stage: stageOf(words.code), over }
}

/** A rule that looks at one child as a whole. */
export function eachChild(words: CheckRule): Rule {
  return { ...words, stage: stageOf(words.code), over: 'child' }
}

/** The rules of one collection year. */
export const rulesOfYear = (rules: readonly Rule[], year: number): readonly Rule[] =>
  rules.filter(({ from = 0, until = 9999 }) => from <= year && year <= until)
