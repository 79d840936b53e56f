// What an import reports: children, rows and lines counted, and every row that could not be taken.
import type { Changes, KeptRow } from '#return-facts'
import type { Finding, RawTables } from '#statutory-returns'

export type KeptForReport = Omit<KeptRow, 'said'> & {
  readonly child: string | null
  /** The number under which the record goes on, where the row stands under that of one that was joined to it. */
  readonly goesOn?: string
}
/** Rows under the number of a record that was joined to another: read into the one that goes on. */
export type Rejoined = { readonly child: string; readonly goesOn: string; readonly rows: number }
export type ImportReport = {
  readonly year: number
  readonly children: { added: number; changed: number; unchanged: number }
  readonly rows: { read: number; takenInPart: number; notTaken: number }
  readonly lines: { added: number; corrected: number; retracted: number }
  /** Every row that could not be taken, whole or in part. */
  readonly kept: readonly KeptForReport[]
  readonly findings: readonly Finding[]
  readonly rejoined: readonly Rejoined[]
}

export type BatchDone = {
  readonly counts: Pick<ImportReport, 'children' | 'lines'>
  readonly kept: readonly KeptForReport[]
}

type ChildDone = { readonly code: string; readonly changes: Changes }

/** What a batch did; `fresh`: the children that the record did not know. */
export function counted(children: readonly ChildDone[], fresh: ReadonlySet<string>): BatchDone['counts'] {
  const counts = {
    children: { added: fresh.size, changed: 0, unchanged: 0 },
    lines: { added: 0, corrected: 0, retracted: 0 },
  }
  for (const { code, changes } of children) {
    const { firsts, corrections, retractions } = changes
    counts.lines.added += firsts.length
    counts.lines.corrected += corrections.length
    counts.lines.retracted += retractions.length
    if (fresh.has(code)) continue
    if (firsts.length + corrections.length + retractions.length > 0) counts.children.changed += 1
    else counts.children.unchanged += 1
  }
  return counts
}

type Done = {
  readonly year: number
  readonly years: readonly { readonly tables: RawTables; readonly findings: readonly Finding[] }[]
  readonly done: readonly BatchDone[]
  readonly strays: readonly KeptRow[]
  readonly rejoined: readonly Rejoined[]
}

const byPlace = (a: KeptForReport, b: KeptForReport): number =>
  b.year - a.year || (a.sheet === b.sheet ? a.row - b.row : a.sheet < b.sheet ? -1 : 1)

/** What a report says of a kept row: never what it holds. */
export function withoutWords(kept: KeptRow, child: string | null): KeptForReport {
  const { year, file, sheet, row, field, reason, taken } = kept
  return { year, file, sheet, row, field, reason, taken, child }
}

export function summed({ year, years, done, strays, rejoined }: Done): ImportReport {
  const sum = (count: (one: BatchDone['counts']) => number) =>
    done.reduce((total, { counts }) => total + count(counts), 0)
  const kept = [...strays.map((row) => withoutWords(row, null)), ...done.flatMap((one) => one.kept)]
  const rowsOf = (taken: KeptRow['taken']) =>
    new Set(kept.filter((row) => row.taken === taken).map(({ year: of, sheet, row }) => `${of} ${sheet} ${row}`))
  const notTaken = rowsOf('not')
  return {
    year,
    children: {
      added: sum(({ children }) => children.added),
      changed: sum(({ children }) => children.changed),
      unchanged: sum(({ children }) => children.unchanged),
    },
    rows: {
      read: years.flatMap(({ tables }) => Object.values(tables)).reduce((total, { rows }) => total + rows, 0),
      takenInPart: rowsOf('in part').difference(notTaken).size,
      notTaken: notTaken.size,
    },
    lines: {
      added: sum(({ lines }) => lines.added),
      corrected: sum(({ lines }) => lines.corrected),
      retracted: sum(({ lines }) => lines.retracted),
    },
    kept: kept.sort(byPlace),
    findings: years.flatMap(({ findings }) => findings),
    rejoined,
  }
}
