// Makes the demonstration council: an invented return taken in like any other, invented names, and invented people to be.
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { day, type IsoDay } from '#calendar'
import { emergencyNumbers, saveNumbers } from '#council-face'
import { type Council, type Door, makeCouncil } from '#database'
import { currentDirectory, demonstrationEntries, replaceDirectory } from '#geography'
import { importSsda903 } from '#imports'
import { measurePlacements } from '#placements'
import { type OpenedDatabase, withClient } from '#postgres'
import { decideBaseline, lastNight, makeFigures } from '#record-figures'
import { shareOut, withWorkers, workerRows } from './caseloads.ts'
import { choosablePeople, type DemonstrationPerson, placePeople, surroundChildren } from './import-people.ts'
import { tellStories } from './import-stories.ts'
import { BASELINES, DIRECTOR, FORMER_WORKERS, NUMBERS_BY_NIGHT, SOCIAL_WORKERS } from './people-data.ts'
import { anyChildNamed, directorOf, nameChildren, recordFrom, standStill } from './store.ts'

/** The demonstration stands still on the last day of its return. */
export const DEMONSTRATION_DAY: IsoDay = day('2027-03-31')
/** Since when its council records in Kith: what happened before is known as far as the return says it. */
const BEGAN_WITH_KITH: IsoDay = day('2027-02-01')
/** The invented return says that it is of this authority; the council in it is invented all the same. */
const CODE = 'E06000053'
const NAME = 'Wexmoor Council'

type Demonstration = {
  readonly council: Council
  /** Whom one may choose to be. */
  readonly people: () => Promise<readonly DemonstrationPerson[]>
}
type House = { readonly door: Door; readonly opened: Pick<OpenedDatabase, 'connection'> }

/** The demonstration council of this database, loaded first where there is no council at all; undefined where there are only others. */
export async function demonstration(house: House, log: (line: string) => void): Promise<Demonstration | undefined> {
  const { door, opened } = house
  if ((await door.councils()).length === 0) await load(house, log)
  const council = (await door.councils()).find((known) => known.demonstration)
  if (council === undefined) return undefined
  await withClient(opened.connection, async (client) => await standStill(client, council.council, DEMONSTRATION_DAY))
  await finish(house, council)
  const people = async () => await door.asService(council.council, 'command line', choosablePeople)
  return { council, people }
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
  await door.asService(council, 'import', async (asking) => {
    await directorOf(asking, DIRECTOR)
    await placePeople(asking)
  })
  if (!(await door.asService(council, 'command line', anyChildNamed))) {
    await takeReturn(door, council)
    await door.asService(council, 'import', async (asking) => {
      await measurePlacements(asking, 'all')
      await nameChildren(asking)
    })
  }
  await door.asService(council, 'import', async (asking) => {
    await recordFrom(asking, BEGAN_WITH_KITH)
    await surroundChildren(asking, DEMONSTRATION_DAY)
  })
  if ((await emergencyNumbers(door, council)).length === 0) {
    const people = await door.asService(council, 'command line', choosablePeople)
    const person = people.find(({ part }) => part.startsWith('administrator'))?.person ?? ''
    await door.as({ council, person }, async (asking) => await saveNumbers(asking, NUMBERS_BY_NIGHT))
  }
  await tellStories(door, council, DEMONSTRATION_DAY)
  await firstNight(door, council)
}

/** Its night never comes, since it stands still; and what leaders decided is usual. */
async function firstNight(door: Door, council: number): Promise<void> {
  if ((await door.asService(council, 'command line', lastNight)) !== undefined) return
  await makeFigures(door, council, DEMONSTRATION_DAY)
  const people = await door.asService(council, 'command line', choosablePeople)
  const person = people.find(({ part }) => part.startsWith('director'))?.person ?? ''
  await door.as({ council, person }, async (asking) => {
    for (const { indicator, ...decided } of BASELINES) await decideBaseline(asking, indicator, decided)
  })
}

/** The return with few workers in place of the one that it invents for each row. */
async function takeReturn(door: Door, council: number): Promise<void> {
  const made = await mkdtemp(join(tmpdir(), 'kith-demonstration-'))
  try {
    await cp(fileURLToPath(new URL('./return', import.meta.url)), made, { recursive: true })
    const tables = ['last_year', 'this_year'].map((year) => join(made, year, 'sw_episodes.csv'))
    const texts = await Promise.all(tables.map(async (table) => await readFile(table, 'utf8')))
    const codes = { now: SOCIAL_WORKERS.map(({ code }) => code), former: FORMER_WORKERS.map(({ code }) => code) }
    const given = shareOut(texts.flatMap(workerRows), codes)
    await Promise.all(
      tables.map(async (table, index) => await writeFile(table, withWorkers(texts[index] ?? '', given))),
    )
    const folders = { folder: join(made, 'this_year'), lastYear: join(made, 'last_year') }
    await importSsda903(door, { council, ...folders, today: DEMONSTRATION_DAY })
  } finally {
    await rm(made, { recursive: true })
  }
}

async function* inventedDirectory(): AsyncGenerator<Buffer> {
  yield Buffer.from('pcds,lad25cd,east1m,north1m\n')
  for (const [postcode, easting, northing, authority] of demonstrationEntries)
    yield Buffer.from(`${postcode},${authority ?? ''},${easting ?? ''},${northing ?? ''}\n`)
}
