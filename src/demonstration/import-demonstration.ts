// Makes the demonstration council: an invented return taken in like any other, invented names, an invented director to look as.
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { day, type IsoDay } from '#calendar'
import { type Council, type Door, makeCouncil } from '#database'
import { currentDirectory, demonstrationEntries, replaceDirectory } from '#geography'
import { importSsda903 } from '#imports'
import { measurePlacements } from '#placements'
import { type OpenedDatabase, withClient } from '#postgres'
import { anyChildNamed, directorOf, nameChildren } from './store.ts'

/** The demonstration stands still on the last day of its return. */
export const DEMONSTRATION_DAY: IsoDay = day('2027-03-31')
/** The invented return says that it is of this authority; the council in it is invented all the same. */
const CODE = 'E06000053'
const NAME = 'Wexmoor Council'
const DIRECTOR = 'Dawn Hale'

type Demonstration = { readonly council: Council; readonly person: string }
type House = { readonly door: Door; readonly opened: OpenedDatabase }

/** The demonstration council of this database, loaded first where there is no council at all; undefined where there are only others. */
export async function demonstration(house: House, log: (line: string) => void): Promise<Demonstration | undefined> {
  const councils = await house.door.councils()
  if (councils.length === 0) await load(house, log)
  const council = (await house.door.councils()).find((known) => known.demonstration)
  if (council === undefined) return undefined
  await finish(house, council)
  const person = await house.door.asService(
    council.council,
    'command line',
    async (asking) => await directorOf(asking, DIRECTOR),
  )
  return { council, person }
}

async function load({ opened }: House, log: (line: string) => void): Promise<void> {
  log('Loading the demonstration council: 300 invented children.')
  await withClient(opened.connection, async (client) => {
    if ((await currentDirectory(client)) === undefined)
      await replaceDirectory(client, { bytes: inventedDirectory(), fileName: 'invented postcodes', edition: null })
  })
  await makeCouncil(opened.connection, { code: CODE, name: NAME, demonstration: true })
}

/** Every step may be done again: a start that was cut short is carried on by the next. */
async function finish({ door }: House, { council }: Council): Promise<void> {
  const folder = fileURLToPath(new URL('./return', import.meta.url))
  if (await door.asService(council, 'command line', anyChildNamed)) return
  await importSsda903(door, {
    council,
    folder: join(folder, 'this_year'),
    lastYear: join(folder, 'last_year'),
    today: DEMONSTRATION_DAY,
  })
  await door.asService(council, 'import', async (asking) => {
    await measurePlacements(asking, 'all')
    await nameChildren(asking)
  })
}

async function* inventedDirectory(): AsyncGenerator<Buffer> {
  yield Buffer.from('pcds,lad25cd,east1m,north1m\n')
  for (const [postcode, easting, northing, authority] of demonstrationEntries)
    yield Buffer.from(`${postcode},${authority ?? ''},${easting ?? ''},${northing ?? ''}\n`)
}
