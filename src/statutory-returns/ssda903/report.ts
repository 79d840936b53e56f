// What was found in a return, put into lines for a person or rows for a spreadsheet: by rule, or by child.
import { type TableName, tableNames } from '#return-files'
import type { CheckedReturn } from './check-return.ts'
import type { Rule } from './rule.ts'

export type FlaggedRow = { rule: Rule; table: TableName; row: number; child: string }

/** Every flag, in the order of the rules, then of tables and rows. */
export function flaggedRows({ flags, given, rules }: CheckedReturn): FlaggedRow[] {
  return rules.flatMap((rule) =>
    tableNames.flatMap((table) =>
      (flags.get(rule.code)?.[table] ?? []).map((row) => {
        const child = given.children[given[table].childOf(row)] ?? ''
        return { rule, table, row, child }
      }),
    ),
  )
}

function grouped<T>(things: readonly T[], by: (thing: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const thing of things) {
    const group = groups.get(by(thing))
    if (group) group.push(thing)
    else groups.set(by(thing), [thing])
  }
  return groups
}

const counted = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`

/** Rows are counted from 1 and the heading is row 1, as a spreadsheet shows them. */
const place = ({ table, row }: FlaggedRow) => `${table} row ${row + 2}`

export function linesByRule(rows: readonly FlaggedRow[]): string[] {
  return [...grouped(rows, ({ rule }) => rule.code)].flatMap(([code, found]) => [
    `${code}  ${found[0]?.rule.says ?? ''}`,
    `    ${counted(found.length, 'row', 'rows')}, ${counted(new Set(found.map(({ child }) => child)).size, 'child', 'children')}: ${found.slice(0, 5).map(place).join(', ')}${found.length > 5 ? ', …' : ''}`,
  ])
}

export function linesByChild(rows: readonly FlaggedRow[]): string[] {
  return [...grouped(rows, ({ child }) => child)]
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .flatMap(([child, found]) => [
      child === '' ? 'No child named' : `Child ${child}`,
      ...found.map((one) => `    ${one.rule.code}  ${place(one)}: ${one.rule.says}`),
    ])
}

/** Whatever stands in the way of a complete check: files, rules that were not run, rules that broke. */
export function warnings({ findings, broken, notRun }: CheckedReturn): string[] {
  const last = findings.lastYear.map(({ says }) => `Last year: ${says}`)
  const skipped = [...grouped(notRun, ({ missing }) => missing.join(' and '))].map(
    ([missing, rules]) => `Not run, for want of ${missing}: ${rules.map(({ rule }) => rule).join(', ')}.`,
  )
  const failed = broken.map(
    ({ rule, over, at }) => `Rule ${rule} is broken for ${over} ${at}: it failed there. Please report it.`,
  )
  return [...findings.thisYear.map(({ says }) => says), ...last, ...skipped, ...failed]
}

export function summary(checked: CheckedReturn, rows: readonly FlaggedRow[]): string {
  const children = new Set(rows.map(({ child }) => child)).size
  const fired = new Set(rows.map(({ rule }) => rule.code)).size
  return `${counted(rows.length, 'flag', 'flags')} on ${counted(children, 'child', 'children')}, by ${fired} of ${counted(checked.rules.length, 'rule', 'rules')}.`
}

const quoted = (cell: string) => {
  // A cell that begins like a formula would be run as one by a spreadsheet.
  const safe = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

export function csvOf(rows: readonly FlaggedRow[]): string {
  const lines = rows.map(({ rule, table, row, child }) => [
    child,
    rule.code,
    rule.says,
    table,
    String(row + 2),
    rule.fields.join(' '),
  ])
  return [['child', 'rule', 'what is wrong', 'table', 'row', 'fields'], ...lines]
    .map((cells) => `${cells.map(quoted).join(',')}\r\n`)
    .join('')
}

/** Flags alone, as programs compare them; what stood in the way is added where there is any. */
export function jsonOf({ flags, broken, notRun, findings }: CheckedReturn): string {
  const fired = Object.fromEntries([...flags].filter(([, tables]) => Object.keys(tables).length > 0))
  const told = [...findings.thisYear, ...findings.lastYear.map((one) => ({ ...one, says: `Last year: ${one.says}` }))]
  return JSON.stringify({
    flags: fired,
    ...(broken.length > 0 ? { broken } : {}),
    ...(notRun.length > 0 ? { notRun } : {}),
    ...(told.length > 0 ? { findings: told } : {}),
  })
}
