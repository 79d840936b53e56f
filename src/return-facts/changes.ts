// What a return changes in the record of one child: new lines, corrections, retractions; a repeat changes nothing.
import {
  type Columns,
  FACT_COLUMNS,
  type Fact,
  type FactTable,
  type Plain,
  type Refusal,
  saidBy,
  type TablesRead,
} from './facts.ts'
import { joinedWith } from './joining.ts'
import type { Reason } from './reasons-data.ts'

/** A line of the record as it stands, references as keys like those of facts. */
export type Line = {
  readonly table: FactTable
  readonly key: string
  /** The id of the latest version, and of the first. */
  readonly id: string
  readonly line: string
  readonly retracted: boolean
  /** The year whose return said it; null: a person recorded the latest version. */
  readonly year: number | null
  readonly source: string | null
  readonly columns: Columns
}

export type Changes = {
  readonly firsts: readonly Fact[]
  readonly corrections: readonly { readonly line: Line; readonly fact: Fact }[]
  readonly retractions: readonly Line[]
  readonly refusals: readonly Refusal[]
}

const nameOf = ({ table, key }: { table: FactTable; key: string }): string => `${table} ${key}`

function sameColumns(table: FactTable, one: Columns, other: Columns): boolean {
  return FACT_COLUMNS[table].every((column: string) => (one[column] ?? null) === (other[column] ?? null))
}

type Verdict = 'first' | 'correction' | 'same' | Reason

function verdictOn(fact: Fact, line: Line | undefined): Verdict {
  if (line === undefined) return 'first'
  const same = sameColumns(fact.table, fact.columns, line.columns)
  if (same && !line.retracted) return 'same'
  if (line.year === null) return 'recorded-by-a-person'
  // An older return that is read late does not undo what a newer one said.
  if (fact.year < line.year) return 'same'
  return 'correction'
}

type Range = { readonly from: string; readonly until: string }
const FOR_EVER = '9999-12-31'

function rangeOf(columns: Columns): Range {
  const [from = '', until = ''] = String(columns.during ?? '')
    .slice(1, -1)
    .split(',')
  return { from, until: until === '' ? FOR_EVER : until }
}
const overlap = (a: Range, b: Range): boolean => a.from < b.until && b.from < a.until

/** Placements of the return that would overlap one that stands in the record and is not changed by it. */
function overlapping(changed: readonly Fact[], lines: readonly Line[]): ReadonlySet<Fact> {
  const touched = new Set(changed.map(nameOf))
  const standing = lines.filter((line) => line.table === 'placement' && !line.retracted && !touched.has(nameOf(line)))
  const ranges = standing.map(({ columns }) => rangeOf(columns))
  const refused = new Set<Fact>()
  for (const fact of changed) {
    if (fact.table !== 'placement') continue
    const range = rangeOf(fact.columns)
    if (ranges.some((other) => overlap(range, other))) refused.add(fact)
    else ranges.push(range)
  }
  return refused
}

/** Lines that a table of these returns said, and says no longer. A table that was not read takes nothing back. */
function gone(facts: readonly Fact[], lines: readonly Line[], read: TablesRead): Line[] {
  const said = new Set(facts.map(nameOf))
  return lines.filter(
    (line) =>
      !line.retracted && line.year !== null && read.get(line.year)?.has(saidBy(line)) && !said.has(nameOf(line)),
  )
}

/**
 * Compares what the return says with what stands. `read`: the tables that were read now; lines of other years
 * and other tables stay.
 */
export function changesOf(planned: readonly Fact[], lines: readonly Line[], read: TablesRead): Changes {
  const known = new Map(lines.map((line) => [nameOf(line), line]))
  const facts = lines.length === 0 ? planned : joinedWith(planned, lines)
  const retractions = gone(facts, lines, read)
  const leaving = new Set(retractions)
  const judged = facts.map((fact) => ({ fact, verdict: verdictOn(fact, known.get(nameOf(fact))) }))
  const changed = judged
    .filter(({ verdict }) => verdict === 'first' || verdict === 'correction')
    .map(({ fact }) => fact)
  const staying = lines.filter((line) => !leaving.has(line))
  const refused = overlapping(changed, staying)
  const refusals = judged.flatMap(({ fact: { row }, verdict }): Refusal[] =>
    row === undefined || verdict !== 'recorded-by-a-person' ? [] : [refusal(row, verdict)],
  )
  for (const { row } of refused) if (row !== undefined) refusals.push(refusal(row, 'overlaps-the-record'))
  const taken = judged.filter(({ fact }) => !refused.has(fact))
  return {
    firsts: taken.filter(({ verdict }) => verdict === 'first').map(({ fact }) => fact),
    corrections: taken.flatMap(({ fact, verdict }) => {
      const line = known.get(nameOf(fact))
      return verdict === 'correction' && line !== undefined ? [{ line, fact }] : []
    }),
    retractions,
    refusals,
  }
}

const refusal = (row: Refusal['row'], reason: Reason): Refusal => ({ row, column: undefined, reason, taken: 'in part' })

/** A value of the record as a fact holds it. */
export function plain(value: unknown): Plain {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null
}
