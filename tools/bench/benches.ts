// Which measurements there are, by the name that selects them on the command line.
import { benchAudits } from './audits.ts'
import { benchBoard } from './board.ts'
import { benchFigures } from './figures.ts'
import { benchFinding } from './finding.ts'
import { benchForecast } from './forecast.ts'
import { benchHomes } from './homes.ts'
import { growthFigures, importFigures } from './import.ts'
import { ledger, pureClock } from './ledger.ts'
import { listsFigures } from './lists.ts'
import { benchMatching } from './matching.ts'
import type { Figure } from './measure.ts'
import { benchInsight, benchPage } from './page.ts'
import { postcodes } from './postcodes.ts'
import { benchSearch } from './search.ts'
import { benchSight } from './sight.ts'
import { benchSsda903 } from './ssda903.ts'
import { benchSupervision } from './supervision.ts'

/** Medians of single queries: only reported, since the design names no target for them. */
async function sight(): Promise<readonly Figure[]> {
  const nothing = { node: 0, postgres: 0, peakMegabytes: 0 }
  return (await benchSight()).map(({ name, medianMs }) => ({
    name: `sight: ${name} (median wall)`,
    target: undefined,
    counts: 'wall',
    best: { ...nothing, wall: medianMs / 1000 },
  }))
}

export const benches: Readonly<Record<string, () => Promise<readonly Figure[]>>> = {
  import: importFigures,
  growth: growthFigures,
  ledger,
  clock: pureClock,
  lists: listsFigures,
  postcodes,
  return: benchSsda903,
  sight,
  search: benchSearch,
  page: benchPage,
  insight: benchInsight,
  figures: benchFigures,
  matching: benchMatching,
  finding: benchFinding,
  board: benchBoard,
  forecast: benchForecast,
  homes: benchHomes,
  supervision: benchSupervision,
  audits: benchAudits,
}
