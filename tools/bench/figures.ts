// Measures a night's figures: every indicator of some 20,000 children, loaded from the record and reckoned; and the same, kept.
import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { ledgerRefresher } from '#clock'
import { councilKeysIn, openDoor, withClient } from '#database'
import { DEMONSTRATION_DAY, demonstration } from '#demonstration'
import { testDatabase } from '../../src/database/test-database.ts'
import { growCouncil } from './grow.ts'
import type { Figure, Measured } from './measure.ts'

const root = join(import.meta.dirname, '../..')

/** 439 of the demonstration and 45 copies of each: 20,194. */
const COPIES = Number(process.env['KITH_BENCH_COPIES'] ?? 45)

type Once = { readonly children: number; readonly best: Measured; readonly kept: Measured }
/** In a process of its own: this one has made the council, and what it still holds of that would be looked through, again and again, for the figures. */
async function once(given: readonly string[]): Promise<readonly Figure[]> {
  const script = [join(root, 'bin/run.mjs'), join(root, 'tools/bench/figures-once.ts'), ...given]
  const { stdout } = await promisify(execFile)(process.execPath, script, { cwd: root })
  const { children, best, kept }: Once = JSON.parse(stdout)
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
    return await once([JSON.stringify(at.connection), home, String(council)])
  } finally {
    await door.close()
    await at.drop()
    rmSync(home, { recursive: true })
  }
}
