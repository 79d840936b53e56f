import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ledgerRefresher } from '#clock'
import { councilKeysIn, openDoor } from '#database'
import { DEMONSTRATION_DAY, demonstration } from '#demonstration'
import { testDatabase } from '../src/database/test-database.ts'
import { postmasterOf, serverSeconds } from './bench/measure.ts'
const at = await testDatabase('zz')
const home = mkdtempSync(join(tmpdir(), 'kith-zz-'))
const door = openDoor({ connection: at.connection, keys: councilKeysIn(home), childrenChanged: ledgerRefresher(() => DEMONSTRATION_DAY) })
const cost = new Map<string, number[]>()
const stackName = () => (new Error().stack ?? '').split('\n').find((l) => /demonstration\/|imports\//.test(l))?.trim().replace(/file:.*src/, '') ?? '?'
const wrap = (fn: any) => async (...args: any[]) => {
  const name = stackName(), b = serverSeconds(pid), n = process.cpuUsage()
  try { return await fn(...args) } finally { const u2 = process.cpuUsage(n); const was = cost.get(name) ?? [0, 0, 0]; cost.set(name, [was[0]! + 1, was[1]! + serverSeconds(pid) - b, was[2]! + (u2.user + u2.system) / 1e6]) }
}
const spied: any = { ...door, as: wrap(door.as), asService: wrap(door.asService) }
const t = performance.now(), c = process.cpuUsage()
const pid = postmasterOf(at.connection), s0 = serverSeconds(pid)
try {
  await demonstration({ door: spied, opened: { connection: at.connection } }, console.log, { children: Number(process.argv[2] ?? 60), seed: '1' })
} catch (e) { console.log(e, (e as any).cause) }
const u = process.cpuUsage(c)
for (const [n, v] of cost) console.log(n, v.map((x) => x.toFixed(2)).join(' '))
console.log(`wall ${((performance.now() - t) / 1000).toFixed(1)} node cpu ${((u.user + u.system) / 1e6).toFixed(1)} server cpu ${(serverSeconds(pid) - s0).toFixed(1)} rss ${Math.round(process.memoryUsage().rss / 1e6)}`)
await door.close()
await at.drop()
