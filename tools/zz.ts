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
const t = performance.now(), c = process.cpuUsage()
const pid = postmasterOf(at.connection), s0 = serverSeconds(pid)
try {
  await demonstration({ door, opened: { connection: at.connection } }, console.log, { children: Number(process.argv[2] ?? 60), seed: '1' })
} catch (e) { console.log(e, (e as any).cause) }
const u = process.cpuUsage(c)
console.log(`wall ${((performance.now() - t) / 1000).toFixed(1)} node cpu ${((u.user + u.system) / 1e6).toFixed(1)} server cpu ${(serverSeconds(pid) - s0).toFixed(1)} rss ${Math.round(process.memoryUsage().rss / 1e6)}`)
await door.close()
await at.drop()
