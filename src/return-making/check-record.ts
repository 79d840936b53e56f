// The rules applied to a return that was made from the record: each flag with the child's record, its owner and the lines behind it.
import { type PostcodeList, upperTierOf } from '#geography'
import { type Flagged, flaggedRows } from '#return-findings'
import { type CheckedReturn, checkSsda903, type NamedBytes, type Provider, type Severities } from '#statutory-returns'
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
  /** From the id in the return, in capitals, to the record's own. */
  readonly records: ReadonlyMap<string, string>
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
  // A return is read in capitals.
  const byId = new Map(now.children.map((child) => [idOf(child).toUpperCase(), child]))
  const found = flaggedRows(checked, {
    ownerOf: (child) => byId.get(child)?.worker,
    ...(severities ? { severities } : {}),
  })
  return {
    checked,
    records: new Map([...byId].map(([id, { child }]) => [id, child])),
    found: found.map((one) => ({ ...one, record: byId.get(one.child)?.child, behind: behind(now, one) })),
  }
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
