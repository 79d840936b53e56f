// Everything that the rules found in a return, each with its child, its owner and its place: one list, which every view groups.
import {
  type CheckedReturn,
  type Rule,
  type Severities,
  type Severity,
  severityOf,
  type TableName,
  tableNames,
} from '#statutory-returns'
import { type FieldToMend, fieldsToMend } from './mending.ts'
import { ownersInReturn } from './owners.ts'

export type Flagged = {
  readonly rule: Rule
  readonly severity: Severity
  readonly table: TableName
  /** The row from 0, heading not counted. */
  readonly row: number
  /** The line of the file, as an editor or a spreadsheet counts it. */
  readonly line: number
  /** The id of the child in the return; empty where the row names none. */
  readonly child: string
  /** The worker who can put it right; empty where nobody is named. */
  readonly owner: string
  readonly mend: readonly FieldToMend[]
}

export type Told = { readonly severities?: Severities }

/** In the order of the rules, then of tables and rows. */
export function flaggedRows(checked: CheckedReturn, told: Told = {}): readonly Flagged[] {
  const { flags, given, rules, tables } = checked
  const ownerOf = ownersInReturn(given)
  const found: Flagged[] = []
  for (const rule of rules) {
    const severity = severityOf(rule.code, told.severities)
    for (const table of tableNames) {
      const mend = fieldsToMend(rule, table)
      for (const row of flags.get(rule.code)?.[table] ?? []) {
        const child = given.children[given[table].childOf(row)] ?? ''
        const line = tables[table]?.lines[row] ?? row + 2
        found.push({ rule, severity, table, row, line, child, owner: ownerOf(child) ?? '', mend })
      }
    }
  }
  return found
}

export type Group = { readonly key: string; readonly found: readonly Flagged[] }

function grouped(all: readonly Flagged[], by: (one: Flagged) => string): readonly Group[] {
  const groups = new Map<string, Flagged[]>()
  for (const one of all) {
    const group = groups.get(by(one))
    if (group) group.push(one)
    else groups.set(by(one), [one])
  }
  return [...groups].map(([key, found]) => ({ key, found }))
}

// Those of whom nothing is named come last, where they are not overlooked for being first.
const byKey = (one: Group, other: Group): number => {
  if (one.key === '' || other.key === '') return one.key === other.key ? 0 : one.key === '' ? 1 : -1
  return one.key < other.key ? -1 : one.key > other.key ? 1 : 0
}

/** In the order in which the rules stand. */
export const byRule = (all: readonly Flagged[]): readonly Group[] => grouped(all, ({ rule }) => rule.code)
export const byChild = (all: readonly Flagged[]): readonly Group[] => grouped(all, ({ child }) => child).toSorted(byKey)
export const byOwner = (all: readonly Flagged[]): readonly Group[] => grouped(all, ({ owner }) => owner).toSorted(byKey)
