// Puts each flag of a return beside its explanation: what is explained, what is not, and what is explained and no longer flagged.
import { type RawTables, type TableName, tableNames } from '#return-files'
import type { CheckedReturn } from '../../src/statutory-returns/ssda903/check-return.ts'
import { ssda903Rules } from '../../src/statutory-returns/ssda903/rules/all-rules.ts'
import { type ExplainedRow, wordings } from './clean-set-data.ts'

type Place = Pick<ExplainedRow, 'rule' | 'table' | 'row'>
export type Explanations = {
  readonly explained: readonly ExplainedRow[]
  /** Flags without an explanation, as 'rule table row'. */
  readonly unexplained: readonly string[]
  /** Explanations of what is not flagged, or of another row than the one that stands there. */
  readonly stale: readonly string[]
}

const placed = ({ rule, table, row }: Place): string => `${rule} ${table} ${row}`

function allFlags({ flags }: Pick<CheckedReturn, 'flags'>): readonly Place[] {
  const ofRule = (rule: string, rows: Partial<Record<TableName, readonly number[]>>): Place[] =>
    tableNames.flatMap((table) => (rows[table] ?? []).map((row) => ({ rule, table, row })))
  return [...flags].flatMap(([rule, rows]) => ofRule(rule, rows))
}

const stands = (tables: RawTables, { table, row, stands: cells }: ExplainedRow): boolean =>
  Object.entries(cells).every(([column, says]) => (tables[table]?.columns.get(column)?.[row] ?? '') === says)

export function explainFlags(
  checked: Pick<CheckedReturn, 'flags' | 'tables'>,
  rows: readonly ExplainedRow[],
): Explanations {
  const flagged = new Set(allFlags(checked).map(placed))
  const explained = rows.filter((one) => flagged.has(placed(one)) && stands(checked.tables, one))
  const told = new Set(explained.map(placed))
  return {
    explained,
    unexplained: [...flagged].filter((one) => !told.has(one)),
    stale: rows.filter((one) => !explained.includes(one)).map(placed),
  }
}

const saidBy = (code: string): string => ssda903Rules.find((rule) => rule.code === code)?.says ?? ''

function rowInWords({ tables }: Pick<CheckedReturn, 'tables'>, { table, row, why, todo }: ExplainedRow): string {
  const { columns = new Map<string, readonly (string | null)[]>(), lines = [] } = tables[table] ?? {}
  const cells = [...columns].map(([name, values]) => `${name} ${values[row] ?? '(blank)'}`)
  return [
    `### ${table}, line ${lines[row] ?? 0}`,
    `\`${cells.join(', ')}\``,
    `**Why.** ${why}`,
    `**What to do.** ${todo}`,
  ].join('\n\n')
}

/** The page: by rule, its wording, and each row under it. */
export function explanationsPage(
  title: string,
  checked: Pick<CheckedReturn, 'flags' | 'tables'>,
  { explained }: Explanations,
): string {
  const byRule = [...Map.groupBy(explained, ({ rule }) => rule)]
  const parts = byRule.map(([rule, rows]) =>
    [
      `## Rule ${rule}`,
      `Its wording: “${wordings[rule] ?? ''}”`,
      `We say: ${saidBy(rule)}`,
      ...rows.map((one) => rowInWords(checked, one)),
    ].join('\n\n'),
  )
  return `${[`# ${title}`, ...parts].join('\n\n')}\n`
}
