// The rows of the eleven lists, of one child: what the record carries of each column, and nothing where it carries nothing. Pure.
import { covers, latestBy, moreIn, saidIn } from '#safeguarding-dataset'
import type { CellValue } from '#spreadsheets'
import { adoptionCells } from './adoption-cells.ts'
import { careCells } from './care-cells.ts'
import { leavingCells } from './leaving-cells.ts'
import { type Cells, dayCell, type ListedChild, periodAsked, whoCells, workingCells } from './listed-child.ts'
import { ANNEX_A } from './lists-data.ts'
import { LOOKED_AFTER, NEED } from './template-codes-data.ts'

/** A child in care receives services as a child in need: what the record holds of that, and nothing of before care. */
function inNeedCells(child: ListedChild): Cells | undefined {
  const period = periodAsked(child)
  if (period === undefined) return undefined
  const { known, on } = child
  const seen = moreIn(known, 'visit').filter(({ columns }) => columns.seen !== false && columns.mode === 'in person')
  const last = latestBy(seen, 'happened', on)
  return {
    ...{ ...whoCells(child), ...workingCells(child) },
    'Primary Need Code': NEED[saidIn(period.held, 'need') ?? ''] ?? null,
    'Date Child Was Last Seen': dayCell(last === undefined ? undefined : saidIn(last, 'happened')),
    'Case Status': covers(period, on) ? LOOKED_AFTER : null,
  }
}

const CELLS: Readonly<Record<number, (child: ListedChild) => Cells | undefined>> = {
  6: inNeedCells,
  8: careCells,
  9: leavingCells,
  10: adoptionCells,
}

/** The child's row in each list that they belong in, in the order of the template's columns. */
export function rowsOf(child: ListedChild): ReadonlyMap<number, readonly CellValue[]> {
  const rows = new Map<number, readonly CellValue[]>()
  for (const [number, cellsOf] of Object.entries(CELLS)) {
    const cells = cellsOf(child)
    if (cells === undefined) continue
    const columns: readonly string[] = ANNEX_A[Number(number) - 1]?.columns ?? []
    rows.set(
      Number(number),
      columns.map((column) => cells[column] ?? null),
    )
  }
  return rows
}
