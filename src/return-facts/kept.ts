// A refused row as it is kept: which file, row and column, why, and the row word for word.
import { decode, type NamedBytes } from '#statutory-returns'
import type { Refusal } from './facts.ts'
import type { Reason } from './reasons-data.ts'
import { rowNumber } from './rows.ts'

export type KeptRow = {
  readonly year: number
  readonly file: string
  readonly sheet: string
  readonly row: number
  readonly field: string | null
  readonly reason: Reason
  readonly taken: Refusal['taken']
  /** The row as it stands in its file. */
  readonly said: string
}

/** Finds rows word for word; a file is split only when one of its rows was refused. */
export function verbatim(files: readonly NamedBytes[]): (refusal: Refusal) => string {
  const linesOf = new Map<string, readonly string[]>()
  return ({ row }) => {
    const { file, lines } = row.table
    const known = linesOf.get(file) ?? split(files.find(({ name }) => name === file)?.bytes)
    linesOf.set(file, known)
    const first = lines[row.at] ?? 1
    const next = lines[row.at + 1] ?? first + 1
    // A quotation may run over several lines; blank lines between rows are not part of one.
    return known
      .slice(first - 1, next - 1)
      .join('\n')
      .trimEnd()
  }
}

function split(bytes: Uint8Array | undefined): readonly string[] {
  const decoded = bytes === undefined ? undefined : decode(bytes)
  return decoded !== undefined && 'text' in decoded ? decoded.text.split(/\r\n|\n|\r/) : []
}

export function keptRow(refusal: Refusal, said: string): KeptRow {
  const { row, column, reason, taken } = refusal
  return {
    ...{ year: row.year, file: row.table.file, sheet: row.table.table, row: rowNumber(row) },
    ...{ field: column ?? null, reason, taken, said },
  }
}
