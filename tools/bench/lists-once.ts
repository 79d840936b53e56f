// The lists of an inspection made once in a process of its own, as the command line does it; prints what it cost.
import { rmSync } from 'node:fs'
import { setFlagsFromString } from 'node:v8'
import { annexA, writeLists } from '#annex-a'
import { day } from '#calendar'
import { councilKeysIn, openDoor, withClient } from '#database'
import { currentDirectory, placesOf } from '#geography'

setFlagsFromString('--semi-space-growth-factor=1')
const [given = '{}', home = '', council = '', out = ''] = process.argv.slice(2)
const connection = JSON.parse(given)
const door = openDoor({ connection, keys: councilKeysIn(home) })
const started = performance.now()
const postcodes = async (named: ReadonlySet<string>) =>
  await withClient(connection, async (client) =>
    (await currentDirectory(client)) ? await placesOf(client, named) : undefined,
  )
const lists = await door.asService(
  Number(council),
  'command line',
  async (asking) => await annexA(asking, day('2027-03-31'), postcodes),
)
await writeLists(out, lists)
const wall = (performance.now() - started) / 1000
await door.close()
rmSync(out)
const { user, system } = process.cpuUsage()
process.stdout.write(
  JSON.stringify({
    ...{ node: (user + system) / 1e6, wall, peakMegabytes: process.resourceUsage().maxRSS / 1024 },
    children: lists.children.length,
  }),
)
