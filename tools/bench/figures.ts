// Measures a night's figures: every indicator of 20,100 children, loaded from the record, reckoned and kept, and the page that reads them.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { addMonths } from '#calendar'
import { ledgerRefresher } from '#clock'
import { councilKeysIn, openDoor, withClient } from '#database'
import { DEMONSTRATION_DAY, demonstration } from '#demonstration'
import { figuresOf, loadForFigures, makeFigures } from '#record-figures'
import { testDatabase } from '../../src/database/test-database.ts'
import { growCouncil } from './grow.ts'
import { bestOf, type Figure, postmasterOf } from './measure.ts'

/** 300 of the demonstration and 66 copies of each. */
const COPIES = Number(process.env['KITH_BENCH_COPIES'] ?? 66)

export async function benchFigures(): Promise<readonly Figure[]> {
  const at = await testDatabase('bench_figures')
  const home = mkdtempSync(join(tmpdir(), 'kith-bench-figures-'))
  const keys = councilKeysIn(home)
  const door = openDoor({ connection: at.connection, keys, childrenChanged: ledgerRefresher(() => DEMONSTRATION_DAY) })
  try {
    const shown = await demonstration({ door, opened: { connection: at.connection } }, () => {})
    const council = shown?.council.council ?? 0
    const key = await keys.keyOf(council)
    await withClient(at.connection, async (client) => await growCouncil(client, { times: COPIES, key }))
    const postmaster = postmasterOf(at.connection)
    const asked = { from: addMonths(DEMONSTRATION_DAY, -12), to: DEMONSTRATION_DAY }
    let children = 0
    const best = await bestOf(
      async () =>
        await door.asService(council, 'nightly refresh', async (asking) => {
          const began = performance.now()
          const loaded = await loadForFigures(asking, asked)
          const between = performance.now()
          const [day] = [...figuresOf(loaded, [DEMONSTRATION_DAY])]
          if (process.env['KITH_BENCH_SAYS'])
            console.log(
              `loaded in ${(between - began).toFixed(0)} ms, reckoned in ${(performance.now() - between).toFixed(0)} ms`,
            )
          children = loaded.children.length
          if ((day?.figures.length ?? 0) === 0) throw new Error('No figures.')
        }),
      { postmaster },
    )
    const first = await bestOf(async () => await makeFigures(door, council, DEMONSTRATION_DAY), {
      postmaster,
      times: 1,
    })
    return [
      { name: `figures: every indicator of ${children} children, loaded and reckoned`, target: 2, counts: 'cpu', best },
      {
        name: 'figures: the first night, with 24 months before it, kept',
        target: undefined,
        counts: 'cpu',
        best: first,
      },
    ]
  } finally {
    await door.close()
    await at.drop()
    rmSync(home, { recursive: true })
  }
}
