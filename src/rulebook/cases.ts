// The catalogue's cases in words: which are worked out as examples of rules, by rules that wait for the record, or listed with what is missing.
import { EVERY_RULE, type ListedRule } from '#duties'
import { CASES_LISTED, NOT_COMMENCED, WAITING_RULES } from '#rules-in-waiting'
import cases from './cases-data.json' with { type: 'json' }

export interface CasesTold {
  readonly all: number
  /** Examples of rules that the clock applies. */
  readonly applied: number
  /** Examples of rules that wait for the record, or that are not in force. */
  readonly waiting: number
  /** Neither: each with what is missing. */
  readonly listed: number
  /** Neither an example nor listed: there is none. */
  readonly forgotten: readonly string[]
  /** Worked out, and the answer is another: there is none. */
  readonly wrong: readonly string[]
}

const sameAs = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)

function workedOut(rules: readonly ListedRule[]): ReadonlyMap<string, boolean> {
  const runs = rules.flatMap((rule) => rule.runExamples())
  return new Map(
    runs.flatMap(({ vector, answered, expected }) =>
      vector === undefined ? [] : [[vector, sameAs(answered, expected)] as const],
    ),
  )
}

export function casesTold(): CasesTold {
  const applied = workedOut(EVERY_RULE)
  const waiting = workedOut([...WAITING_RULES, ...NOT_COMMENCED])
  const named = cases.map((one) => one.case)
  const among = (known: ReadonlyMap<string, boolean>): number => named.filter((one) => known.has(one)).length
  const isListed = (one: string): boolean => Object.hasOwn(CASES_LISTED, one)
  return {
    all: named.length,
    applied: among(applied),
    waiting: among(waiting),
    listed: named.filter(isListed).length,
    forgotten: named.filter((one) => !applied.has(one) && !waiting.has(one) && !isListed(one)),
    wrong: [...applied, ...waiting].flatMap(([one, holds]) => (holds ? [] : [one])),
  }
}

/** For `kith vectors` without a file. */
export function casesWords(): readonly string[] {
  const { all, applied, waiting, listed, forgotten, wrong } = casesTold()
  return [
    `${all} cases in words of the catalogue's areas that the clock is built for:`,
    `  ${applied} are examples of rules that the clock applies`,
    `  ${waiting} are examples of rules that wait for the record, or are not in force`,
    `  ${listed} are listed, each with the table that is missing`,
    ...Object.entries(CASES_LISTED).map(([one, why]) => `    ${one}: ${why}`),
    `${forgotten.length} are neither${forgotten.length === 0 ? '' : `: ${forgotten.join(', ')}`}; ${wrong.length} answer otherwise than expected`,
  ]
}
