// A server of its own, as a process that can be killed: `node serving.ts '{"connection":…,"home":…,"council":…,"port":…}'`, by a test only.
import { join } from 'node:path'
import { day } from '#calendar'
import { childLine } from '#child-frame'
import { councilKeysIn, openDoor } from '#database'
import { uploadSettings } from '#documents'
import { sentNotice } from '#forms'
import { makeFinder } from '#search'
import { DEFAULT_LIMITS, sessionsThrough } from '#sessions'
import { listen, makeApp } from '#web'
import { everything } from '../../src/everything.ts'

const { connection, home, council, port, people } = JSON.parse(process.argv[2] ?? '{}')
const door = openDoor({ connection, keys: councilKeysIn(home) })
const sessions = sessionsThrough(door, DEFAULT_LIMITS)
const log = { error: (about: unknown) => void process.stderr.write(`${JSON.stringify(about)}\n`) }
const { routes, forms, navigation } = everything({
  uploads: uploadSettings(join(home, 'arriving'), { most: undefined, check: undefined }),
  door,
  council,
  sessions,
  way: { kind: 'choose', people: async () => people },
  log,
  finder: makeFinder(),
  beside: { postcodes: async () => undefined, providers: [] },
})
const deps = {
  door,
  council,
  sessions,
  log,
  navigation,
  today: () => day('2027-03-31'),
  notice: sentNotice(forms, Date.now),
  childLine,
}
const listening = await listen(makeApp(routes, deps), { port, host: '127.0.0.1' })
process.stdout.write(`${listening.address}\n`)
