// Cohen's kappa, unweighted (1960) and with linear weights (1968), with its standard error after Fleiss, Cohen and Everitt (1969). Pure.

export type Weights = 'none' | 'linear'
export type Kappa = {
  readonly n: number
  readonly kappa: number
  /** Asymptotic. */
  readonly error: number
  readonly low: number
  readonly high: number
}
const Z = 1.959963984540054
type Table = readonly (readonly number[])[]

const weight = (weights: Weights, size: number, [row, column]: readonly [number, number]): number =>
  weights === 'none' ? Number(row === column) : 1 - Math.abs(row - column) / (size - 1)

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)

type Cell = { readonly p: number; readonly w: number; readonly row: number; readonly column: number }
function cellsOf(table: Table, weights: Weights, n: number): readonly Cell[] {
  return table.flatMap((line, row) =>
    line.map((count, column) => ({ p: count / n, w: weight(weights, table.length, [row, column]), row, column })),
  )
}

/** `table[first][second]`: how many had this first and that second grade. undefined: nobody, or all in one grade, so that chance alone agrees. */
export function kappaOf(table: Table, weights: Weights): Kappa | undefined {
  const n = sum(table.flat())
  if (n === 0) return undefined
  const cells = cellsOf(table, weights, n)
  const rows = table.map((line) => sum(line) / n)
  const columns = table.map((_, at) => sum(table.map((line) => line[at] ?? 0)) / n)
  const seen = sum(cells.map(({ p, w }) => p * w))
  const byChance = sum(cells.map(({ w, row, column }) => w * (rows[row] ?? 0) * (columns[column] ?? 0)))
  if (1 - byChance < 1e-12) return undefined
  const kappa = (seen - byChance) / (1 - byChance)
  const size = table.length
  const ofRow = table.map((_, row) => sum(columns.map((p, at) => p * weight(weights, size, [row, at]))))
  const ofColumn = table.map((_, column) => sum(rows.map((p, at) => p * weight(weights, size, [at, column]))))
  const spread = sum(
    cells.map(({ p, w, row, column }) => p * (w - ((ofRow[row] ?? 0) + (ofColumn[column] ?? 0)) * (1 - kappa)) ** 2),
  )
  const variance = (spread - (kappa - byChance * (1 - kappa)) ** 2) / ((1 - byChance) ** 2 * n)
  const error = Math.sqrt(Math.max(0, variance))
  return { n, kappa, error, low: Math.max(-1, kappa - Z * error), high: Math.min(1, kappa + Z * error) }
}
