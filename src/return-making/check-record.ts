// The rules applied to a return that was made from the record: each flag with the child's record, its owner and the lines behind it.
import { type PostcodeList, upperTierOf } from '#geography'
import { type Flagged, flaggedRows } from '#return-findings'
import { type CheckedReturn, checkSsda903, type NamedBytes, type Provider, type Severities } from '#statutory-returns'
import type { MadeRow } from './held.ts'
import { csvFiles, type MadeReturn } from './made-files.ts'
import type { ReturnOfChild } from './return-of-child.ts'

/** A line of the record that decided what a cell says, by the column of the return. */
export type Behind = { readonly column: string; readonly record: string; readonly line: string }

export type RecordFinding = Flagged & {
  /** The record's own id of the child; undefined where the row is of none. */
  readonly record: string | undefined
  readonly behind: readonly Behind[]
}

export type RecordMade = { readonly made: MadeReturn; readonly children: readonly ReturnOfChild[] }

export type CheckedRecord = {
  readonly checked: CheckedReturn
  readonly found: readonly RecordFinding[]
  /** From the id in the return, in capitals, to the record's own; an id that two children share is left out. */
  readonly records: ReadonlyMap<string, string>
  readonly children: number
}

export type Against = {
  readonly authority: string
  readonly postcodes: PostcodeList
  readonly providers: readonly Provider[]
  readonly severities?: Severities
}

const idOf = ({ rows }: ReturnOfChild): string => rows.get('Header')?.[0]?.cells.CHILD?.says ?? ''

function behind({ made }: RecordMade, { table, row, mend }: Flagged): readonly Behind[] {
  const cells = made.rows.get(table)?.[row]?.cells ?? {}
  return mend
    .filter((field) => field.table === table)
    .flatMap(({ column }) =>
      (cells[column]?.from ?? []).map((held) => ({ column, record: held.table, line: held.line })),
    )
}

/** As they would be sent, so that a check of the files finds the same. */
const filesOf = (made: MadeReturn): readonly NamedBytes[] =>
  csvFiles(made).map(({ name, text }) => ({ name, bytes: new TextEncoder().encode(text) }))

/** Last year's return is the record's too: what it says now of the year before. */
export function checkRecord(now: RecordMade, before: RecordMade, against: Against): CheckedRecord {
  const { severities, ...beside } = against
  const checked = checkSsda903({
    ...beside,
    year: now.made.year,
    upperTier: upperTierOf,
    thisYear: filesOf(now.made),
    lastYear: filesOf(before.made),
  })
  const rows = byRow(now.children)
  // Whose a flag is follows from its row: two children may have one id in the return.
  const found = flaggedRows(checked, severities ? { severities } : {}).map((one) => {
    const row = now.made.rows.get(one.table)?.[one.row]
    const of = row === undefined ? undefined : rows.get(row)
    return { ...one, owner: of?.worker ?? '', record: of?.child, behind: behind(now, one) }
  })
  return { checked, records: recordsOf(now.children), children: now.children.length, found }
}

function byRow(children: readonly ReturnOfChild[]): ReadonlyMap<MadeRow, ReturnOfChild> {
  return new Map(children.flatMap((child) => [...child.rows.values()].flat().map((row) => [row, child] as const)))
}

function recordsOf(children: readonly ReturnOfChild[]): ReadonlyMap<string, string> {
  // A return is read in capitals.
  const byId = Map.groupBy(children, (child) => idOf(child).toUpperCase())
  const records = new Map<string, string>()
  for (const [id, [one, ...others]] of byId) if (one !== undefined && others.length === 0) records.set(id, one.child)
  return records
}

/** Every postcode that the episodes of those returns name. */
export function postcodesIn(returns: readonly RecordMade[]): ReadonlySet<string> {
  const named = new Set<string>()
  for (const { made } of returns)
    for (const { cells } of made.rows.get('Episodes') ?? [])
      for (const column of ['HOME_POST', 'PL_POST']) {
        const says = cells[column]?.says
        if (says !== undefined) named.add(says)
      }
  return named
}
