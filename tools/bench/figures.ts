// Measures a night's figures: every indicator of 20,043 children, loaded from the record and reckoned; and the same, kept.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { addMonths } from '#calendar'
import { ledgerRefresher } from '#clock'
import { type Asking, councilKeysIn, type Door, openDoor, withClient } from '#database'
import { DEMONSTRATION_DAY, demonstration } from '#demonstration'
import { figuresOf, keepNight, loadForFigures, outsideInSteps, toTheEnd } from '#record-figures'
import { testDatabase } from '../../src/database/test-database.ts'
import { growCouncil } from './grow.ts'
import { bestOf, type Figure, postmasterOf } from './measure.ts'

/** 439 of the demonstration and 45 copies of each: 20,194. */
const COPIES = Number(process.env['KITH_BENCH_COPIES'] ?? 45)

async function reckoned(asking: Asking) {
  const loaded = await loadForFigures(asking, { from: addMonths(DEMONSTRATION_DAY, -12), to: DEMONSTRATION_DAY })
  const [day] = figuresOf(loaded, [DEMONSTRATION_DAY])
  if (day === undefined || day.figures.length === 0) throw new Error('No figures.')
  return { day, children: loaded.children.length }
}

async function measured(door: Door, council: number, postmaster: number): Promise<readonly Figure[]> {
  const night = async <T>(work: (asking: Asking) => Promise<T>) =>
    await door.asService(council, 'nightly refresh', work)
  const { children } = await night(reckoned)
  const best = await bestOf(async () => await night(reckoned), { postmaster })
  const kept = await bestOf(
    async () =>
      await night(async (asking) => {
        const { day } = await reckoned(asking)
        const outside = await toTheEnd(outsideInSteps(day), async () => {})
        await keepNight(asking, day, { made: DEMONSTRATION_DAY, outside })
      }),
    { postmaster, times: 1 },
  )
  const name = `figures: every indicator of ${children} children`
  return [
    { name: `${name}, loaded and reckoned`, target: 2, counts: 'cpu', best },
    { name: `${name}, with how each child stands kept`, target: undefined, counts: 'cpu', best: kept },
  ]
}

export async function benchFigures(): Promise<readonly Figure[]> {
  const at = await testDatabase('bench_figures')
  const home = mkdtempSync(join(tmpdir(), 'kith-bench-figures-'))
  const keys = councilKeysIn(home)
  const door = openDoor({ connection: at.connection, keys, childrenChanged: ledgerRefresher(() => DEMONSTRATION_DAY) })
  try {
    const shown = await demonstration({ door, keys, opened: { connection: at.connection } }, () => {})
    const council = shown?.council.council ?? 0
    const key = await keys.keyOf(council)
    await withClient(at.connection, async (client) => await growCouncil(client, { times: COPIES, key }))
    return await measured(door, council, postmasterOf(at.connection))
  } finally {
    await door.close()
    await at.drop()
    rmSync(home, { recursive: true })
  }
}
