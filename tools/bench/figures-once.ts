// A night's figures reckoned in a process of its own, which holds nothing else; prints what they cost.
import { addMonths } from '#calendar'
import { type Asking, councilKeysIn, openDoor } from '#database'
import { DEMONSTRATION_DAY } from '#demonstration'
import { figuresOf, keepNight, loadForFigures, outsideInSteps, toTheEnd } from '#record-figures'
import { bestOf, postmasterOf } from './measure.ts'

const [given = '{}', home = '', council = ''] = process.argv.slice(2)
const connection = JSON.parse(given)
const postmaster = postmasterOf(connection)
const door = openDoor({ connection, keys: councilKeysIn(home) })
const night = async <T>(work: (asking: Asking) => Promise<T>) =>
  await door.asService(Number(council), 'nightly refresh', work)

async function reckoned(asking: Asking) {
  const loaded = await loadForFigures(asking, { from: addMonths(DEMONSTRATION_DAY, -12), to: DEMONSTRATION_DAY })
  const [day] = figuresOf(loaded, [DEMONSTRATION_DAY])
  if (day === undefined || day.figures.length === 0) throw new Error('No figures.')
  return { day, children: loaded.children.length }
}
async function reckonedAndKept(asking: Asking) {
  const { day } = await reckoned(asking)
  const outside = await toTheEnd(outsideInSteps(day), async () => {})
  await keepNight(asking, day, { made: DEMONSTRATION_DAY, outside })
}

const { children } = await night(reckoned)
const best = await bestOf(async () => await night(reckoned), { postmaster })
const kept = await bestOf(async () => await night(reckonedAndKept), { postmaster, times: 1 })
await door.close()
process.stdout.write(JSON.stringify({ children, best, kept }))
