// What was found in a return as files: flags alone for programs, rows for a spreadsheet, and the sheets of a workbook.
import type { CellValue, Sheet } from '#spreadsheets'
import type { CheckedReturn } from '#statutory-returns'
import { byChild, byOwner, byRule, type Flagged } from './flagged.ts'
import { warnings } from './lines.ts'

const columns = [
  { heading: 'worker', width: 14, of: ({ owner }: Flagged) => owner },
  { heading: 'child', width: 14, of: ({ child }: Flagged) => child },
  { heading: 'rule', width: 11, of: ({ rule }: Flagged) => rule.code },
  { heading: 'severity', width: 10, of: ({ severity }: Flagged) => severity },
  { heading: 'what is wrong', width: 80, of: ({ rule }: Flagged) => rule.says },
  { heading: 'table', width: 15, of: ({ table }: Flagged) => table },
  { heading: 'line', width: 8, of: ({ line }: Flagged) => line },
  { heading: 'fields', width: 30, of: ({ rule }: Flagged) => rule.fields.join(' ') },
  {
    heading: 'to look at in the record',
    width: 60,
    of: ({ mend }: Flagged) => mend.map((one) => one.called).join('; '),
  },
] as const

type Cell = string | number | null
const rowOf = (one: Flagged): readonly Cell[] => columns.map(({ of }) => of(one))

const quoted = (cell: string) => {
  // A cell that begins like a formula would be run as one by a spreadsheet.
  const safe = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

const csvLine = (cells: readonly Cell[]) => `${cells.map((cell) => quoted(String(cell ?? ''))).join(',')}\r\n`

/** A heading, then a line for each flag, as they are asked for. */
export function* csvOf(found: readonly Flagged[]): Generator<string> {
  yield csvLine(columns.map(({ heading }) => heading))
  for (const one of found) yield csvLine(rowOf(one))
}

function* rowsOf(found: readonly Flagged[]): Generator<readonly CellValue[]> {
  for (const one of found) yield rowOf(one)
}

/** The flags once for each way of looking at them, then each rule with its count, then what stood in the way. */
export function sheetsOf(checked: CheckedReturn, found: readonly Flagged[]): readonly Sheet[] {
  const all = (name: string, groups: readonly { readonly found: readonly Flagged[] }[]): Sheet => ({
    name,
    columns,
    rows: rowsOf(groups.flatMap((group) => group.found)),
  })
  const rules = byRule(found)
  return [
    all('By worker', byOwner(found)),
    all('By child', byChild(found)),
    all('By rule', rules),
    {
      name: 'Rules',
      columns: [
        { heading: 'rule', width: 11 },
        { heading: 'what is wrong', width: 80 },
        { heading: 'rows', width: 8 },
        { heading: 'children', width: 10 },
      ],
      rows: rules.map(({ key, found: of }) => [
        key,
        of[0]?.rule.says ?? '',
        of.length,
        new Set(of.map(({ child }) => child)).size,
      ]),
    },
    {
      name: 'What stood in the way',
      columns: [{ heading: 'files, and rules that were not run or broke', width: 120 }],
      rows: warnings(checked).map((says) => [says]),
    },
  ]
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
