// Checks one year's return from its files: read, indexed, every rule of the year applied, and everything that could not be.
import { type Finding, type NamedBytes, type RawTables, readReturn } from '#return-files'
import { type Given, givenOf, type ReturnToCheck } from './given.ts'
import { type Rule, rulesOfYear } from './rule.ts'
import { ssda903Rules } from './rules/all-rules.ts'
import { type Outcome, runRules } from './run-rules.ts'

export type ReturnFiles = Omit<ReturnToCheck, 'thisYear' | 'lastYear'> & {
  thisYear: readonly NamedBytes[]
  lastYear: readonly NamedBytes[]
}

export type CheckedReturn = Outcome & {
  given: Given
  rules: readonly Rule[]
  findings: { thisYear: readonly Finding[]; lastYear: readonly Finding[] }
  /** This year's tables as they stood in their files, for the line of each row. */
  tables: RawTables
}

/** The years whose rules we hold, by the year in which the collection ends. */
export const yearsWithRules: readonly number[] = [2025, 2026, 2027]

/** 2027, 2026/27 and 2026/2027 are all the collection that ends in 2027; undefined: no year, or one without rules. */
export function collectionYearOf(written: string): number | undefined {
  const found = /^(20\d\d)(?:[/-](20)?(\d\d))?$/.exec(written)
  const year = found?.[3] ? 2000 + Number(found[3]) : Number(found?.[1] ?? Number.NaN)
  const follows = !found?.[3] || year === Number(found[1]) + 1
  return follows && yearsWithRules.includes(year) ? year : undefined
}

export const yearsInWords: string = yearsWithRules.map((one) => `${one - 1}/${String(one).slice(2)}`).join(', ')

export function checkSsda903(files: ReturnFiles): CheckedReturn {
  const [now, before] = [readReturn(files.thisYear, files.year), readReturn(files.lastYear, files.year - 1)]
  const given = givenOf({ format: now.format, ...files, thisYear: now.tables, lastYear: before.tables })
  const rules = rulesOfYear(ssda903Rules, files.year)
  const findings = { thisYear: now.findings, lastYear: before.findings }
  return { ...runRules(given, rules), given, rules, findings, tables: now.tables }
}
