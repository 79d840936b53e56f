// One import in a process of its own, as the command line does it, ledger included; prints what it cost.
import { day } from '#calendar'
import { ledgerRefresher } from '#clock'
import { councilKeysIn, openDoor } from '#database'
import { importSsda903 } from '#imports'

const [connection = '{}', home = '', council = '', folder = ''] = process.argv.slice(2)
const today = day('2027-04-01')
const door = openDoor({
  connection: JSON.parse(connection),
  keys: councilKeysIn(home),
  childrenChanged: ledgerRefresher(() => today),
})
const started = performance.now()
const report = await importSsda903(door, {
  ...{ folder: `${folder}/this_year`, lastYear: `${folder}/last_year`, council: Number(council), today },
})
const wall = (performance.now() - started) / 1000
await door.close()
const { user, system } = process.cpuUsage()
process.stdout.write(
  JSON.stringify({
    ...{ node: (user + system) / 1e6, wall, peakMegabytes: process.resourceUsage().maxRSS / 1024 },
    children: report.children.added,
  }),
)
