// The rules applied to a return that was made from the record: each flag with the child's record, its owner and the lines behind it.
import { type PostcodeList, upperTierOf } from '#geography'
import { type FieldToMend, type Flagged, flaggedRows } from '#return-findings'
import { type CheckedReturn, checkSsda903, type NamedBytes, type Provider, type Severities } from '#statutory-returns'
import type { Held, MadeRow } from './held.ts'
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
  /** undefined: no directory is loaded. */
  readonly postcodes: PostcodeList | undefined
  readonly providers: readonly Provider[]
  readonly severities?: Severities
}

const idOf = ({ rows }: ReturnOfChild): string => rows.get('Header')?.[0]?.cells.CHILD?.says ?? ''

type Cells = MadeRow['cells']
const linesIn = (cells: Cells, record: string): readonly Held[] => {
  const held = Object.entries(cells).flatMap(([column, { from }]) => (OF_THE_NEXT.has(column) ? [] : from))
  return held.filter(({ table }) => table === record)
}
/** How an episode ended is decided by what followed it, too. */
const OF_THE_NEXT: ReadonlySet<string> = new Set(['DEC', 'REC', 'REASON_PLACE_CHANGE'])

/** Of a blank: the line that would say it, where the row is made of one. Why a placement changed stands on the one that followed. */
function wouldSay(cells: Cells, { column, record }: FieldToMend): readonly Held[] {
  if (column !== 'REASON_PLACE_CHANGE') return linesIn(cells, record)
  return (cells['DEC']?.from ?? []).filter(({ table }) => table === record).slice(-1)
}

function saying(cells: Cells, field: FieldToMend): readonly Held[] {
  const { record, elsewhere = {} } = field
  const said = (cells[field.column]?.from ?? []).filter(
    ({ table }) => table === record || Object.hasOwn(elsewhere, table),
  )
  return said.length > 0 ? said : wouldSay(cells, field)
}

/** In the flagged row; a field of another table where the child has one line of it, else nobody knows which is meant. */
function behindOf(cells: Cells, of: ReturnOfChild | undefined, field: FieldToMend): readonly Held[] {
  const here = saying(cells, field)
  if (here.length > 0) return here
  const there = (of?.rows.get(field.table) ?? []).flatMap((row) => saying(row.cells, field))
  return new Set(there.map(({ line }) => line)).size === 1 ? there : []
}

function behind({ made }: RecordMade, of: ReturnOfChild | undefined, { table, row, mend }: Flagged): readonly Behind[] {
  const cells = made.rows.get(table)?.[row]?.cells ?? {}
  const all = mend.flatMap((field) =>
    behindOf(cells, of, field).map((held) => ({ column: field.column, record: held.table, line: held.line })),
  )
  return [...new Map(all.map((one) => [`${one.column} ${one.line}`, one])).values()]
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
    return { ...one, owner: of?.worker ?? '', record: of?.child, behind: behind(now, of, one) }
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
