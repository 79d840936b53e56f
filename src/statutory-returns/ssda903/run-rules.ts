// The engine: applies each rule to each row or child, and says which rules broke or could not be run.
import { type TableName, tableNames } from '#return-files'
import type { Given } from './given.ts'
import type { Checks, Fails, Flag, Need, Rule } from './rule.ts'

/** Row numbers from 0, each once, in ascending order. */
export type FlaggedRows = { readonly [T in TableName]?: readonly number[] }

/** A rule that threw. `at` is a row of the table, or the number of a child. */
export type BrokenRule = { rule: string; over: Rule['over']; at: number; says: string }
export type RuleNotRun = { rule: string; missing: readonly string[] }

export type Outcome = {
  /** Every rule that was run has an entry, with no tables where nothing is wrong. */
  flags: ReadonlyMap<string, FlaggedRows>
  broken: readonly BrokenRule[]
  notRun: readonly RuleNotRun[]
}

/** What a rule lacks where no postcodes were given. */
export const postcodeDirectory = 'postcode directory'

const isTable = (name: string): name is TableName => tableNames.some((known) => known === name)

function isThere(given: Given, need: Need): boolean {
  const name = need.startsWith('last ') ? need.slice(5) : need
  if (!isTable(name)) return false
  return need === name ? given[name].present : given.last[name].present
}

function missingFor(given: Given, rule: Rule): string[] {
  const own: readonly Need[] = rule.over === 'child' ? [] : [rule.over]
  const missing: string[] = [...own, ...(rule.needs ?? [])].filter((need) => !isThere(given, need))
  if (rule.needsProviders && !given.hasProviders) missing.push('provider list')
  if (rule.needsPostcodes && !given.hasPostcodes) missing.push(postcodeDirectory)
  if (rule.needsAuthority && given.authority === '') missing.push('code of the council')
  return missing
}

type Collected = { flag: Flag; rows: () => FlaggedRows }

function collector(): Collected {
  const found = new Map<TableName, number[]>()
  return {
    flag: (table, row) => {
      const rows = found.get(table)
      if (rows) rows.push(row)
      else found.set(table, [row])
    },
    rows: () =>
      Object.fromEntries(
        [...found].map(([table, rows]) => [table, [...new Set(rows)].sort((one, other) => one - other)]),
      ),
  }
}

type Turn = { given: Given; rule: Rule; flag: Flag; places: ArrayLike<number> }
type Stop = { turn: number; thrown: unknown }

/** Applies a rule from one of its places on; where it threw, or the end where it never did, and what it threw. */
function checkFrom(first: number, { given, flag, places }: Turn, check: Checks['check']): Stop {
  let turn = first
  try {
    for (; turn < places.length; turn += 1) check(given, places[turn] ?? -1, flag)
    return { turn, thrown: undefined }
  } catch (thrown) {
    return { turn, thrown }
  }
}

function failFrom(first: number, { given, rule, flag, places }: Turn, fails: Fails['fails']): Stop {
  const table = rule.over === 'child' ? undefined : rule.over
  let turn = first
  try {
    for (; turn < places.length; turn += 1) {
      const at = places[turn] ?? -1
      if (fails(given, at) && table !== undefined) flag(table, at)
    }
    return { turn, thrown: undefined }
  } catch (thrown) {
    return { turn, thrown }
  }
}

/** The rows or children that a rule asks to look at; all of them where its own choice throws. */
function placesFor(given: Given, { among }: Rule, all: ArrayLike<number>): ArrayLike<number> {
  if (!among) return all
  try {
    return [...new Set(among(given))]
  } catch {
    return all
  }
}

/** A rule that throws is broken for that row alone: it goes on with the next, and no other rule notices. */
function runRule(given: Given, rule: Rule, all: ArrayLike<number>): { rows: FlaggedRows; broken: BrokenRule[] } {
  const { flag, rows } = collector()
  const broken: BrokenRule[] = []
  const places = placesFor(given, rule, all)
  for (let from = 0; from < places.length; ) {
    const whole = { given, rule, flag, places }
    const { turn, thrown } = rule.check ? checkFrom(from, whole, rule.check) : failFrom(from, whole, rule.fails)
    // Only the kind of failure is kept: a message may repeat what stands in the return.
    const says = thrown instanceof Error ? thrown.name : 'unknown failure'
    if (turn < places.length) broken.push({ rule: rule.code, over: rule.over, at: places[turn] ?? -1, says })
    from = turn + 1
  }
  return { rows: rows(), broken }
}

/** 0, 1, 2 … */
const upTo = (count: number): ArrayLike<number> => Int32Array.from({ length: count }, (_, at) => at)

export function runRules(given: Given, rules: readonly Rule[]): Outcome {
  const flags = new Map<string, FlaggedRows>()
  const broken: BrokenRule[] = []
  const notRun: RuleNotRun[] = []
  const all = new Map<Rule['over'], ArrayLike<number>>([['child', upTo(given.children.length)]])
  for (const table of tableNames) all.set(table, upTo(given[table].count))
  for (const rule of rules) {
    const missing = missingFor(given, rule)
    if (missing.length > 0) notRun.push({ rule: rule.code, missing })
    else {
      // Looked up here: by name within the loop, every change of table would throw away the compiled loop.
      const ran = runRule(given, rule, all.get(rule.over) ?? [])
      flags.set(rule.code, ran.rows)
      broken.push(...ran.broken)
    }
  }
  return { flags, broken, notRun }
}
