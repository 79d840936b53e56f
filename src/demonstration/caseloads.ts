// Who works with whom: the return names a worker for each row; the demonstration has few, with a real caseload each.

export type WorkerRow = {
  readonly child: string
  /** `YYYY-MM-DD`. */
  readonly since: string
  /** Empty while it lasts. */
  readonly until: string
  readonly worker: string
}

/** What the codes of these rows become, row by row: today's in turn, so that caseloads are even; no two in a row alike. */
export function shareOut(
  rows: readonly WorkerRow[],
  { now, former }: { readonly now: readonly string[]; readonly former: readonly string[] },
): ReadonlyMap<string, string> {
  const byChild = Map.groupBy(rows, ({ child }) => child)
  const given = new Map<string, string>()
  for (const [index, child] of [...byChild.keys()].sort().entries()) {
    const own = [...new Map((byChild.get(child) ?? []).map((row) => [row.since, row])).values()]
    let before = ''
    for (const [step, row] of own.sort((a, b) => (a.since < b.since ? -1 : 1)).entries()) {
      const last = step === own.length - 1 && row.until === ''
      const from = last ? now : former
      const at = last ? index : index * 3 + step
      const first = from[at % from.length] ?? ''
      const worker = first === before ? (from[(at + 1) % from.length] ?? '') : first
      given.set(keyOf(row), worker)
      before = worker
    }
  }
  return given
}

const keyOf = ({ child, since }: Pick<WorkerRow, 'child' | 'since'>): string => `${child} ${since}`

const isoOf = (written: string): string => written.split('/').toReversed().join('-')
const HEADER = 'CHILD,DOB,SW_ID,SW_DECOM,SW_DEC,SW_REASON'

/** The rows of a return's table of workers, which holds no quoted cell. */
export function workerRows(csv: string): readonly WorkerRow[] {
  return linesOf(csv).map(([child = '', , worker = '', since = '', until = '']) => ({
    child,
    worker,
    since: isoOf(since),
    until: isoOf(until),
  }))
}

/** The same table with other workers. */
export function withWorkers(csv: string, given: ReadonlyMap<string, string>): string {
  const lines = linesOf(csv).map(([child = '', born = '', worker = '', since = '', ...more]) => {
    const now = given.get(keyOf({ child, since: isoOf(since) })) ?? worker
    return [child, born, now, since, ...more].join(',')
  })
  return `${[HEADER, ...lines].join('\n')}\n`
}

function linesOf(csv: string): readonly (readonly string[])[] {
  const [header, ...lines] = csv.replace(/^\uFEFF/, '').split(/\r?\n/)
  if (header !== HEADER) throw new Error('The demonstration’s table of workers has other columns.')
  return lines.filter((line) => line !== '').map((line) => line.split(','))
}
