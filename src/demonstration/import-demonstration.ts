// Makes the demonstration council: an invented return taken in like any other, invented names, and invented people to be.
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { day, type IsoDay, numberOf } from '#calendar'
import { rebuildLedger } from '#clock'
import { emergencyNumbers, saveNumbers } from '#council-face'
import { type Council, type CouncilKeys, type Door, makeCouncil, openDoor } from '#database'
import { currentDirectory, replaceDirectory } from '#geography'
import { gatherStatistics, importSsda903 } from '#imports'
import { inventAudits } from '#invented-audits'
import { inventComplaints } from '#invented-complaints'
import { type Figures, figuresOf, type InventedCouncil, inventCouncil, inventedEntries } from '#invented-council'
import { inventCampaigns, inventChosen, inventEndings, inventFar, inventHomes, inventRequests } from '#invented-homes'
import { RECORDED_SINCE, returnOf } from '#invented-lives'
import { importSupervision } from '#invented-supervision'
import { measurePlacements } from '#placements'
import { type OpenedDatabase, withClient } from '#postgres'
import { baselinesNow, decideBaseline, lastNight, makeFigures } from '#record-figures'
import { reckonSufficiency } from '#sufficiency'
import { type Crew, crewFor, shareOut, withWorkers, workerRows } from './caseloads.ts'
import { recordFactsOfLives, recordWordsOfLives } from './import-lives.ts'
import { choosablePeople, type DemonstrationPerson, placePeople, surroundChildren } from './import-people.ts'
import { tellStories } from './import-stories.ts'
import {
  AUDITORS,
  BASELINES,
  COUNCIL_WIDE,
  DIRECTOR,
  FORMER_WORKERS,
  NUMBERS_BY_NIGHT,
  SOCIAL_WORKERS,
  SUPERVISING_WORKER,
  TEAMS,
} from './people-data.ts'
import { workersWith } from './people-store.ts'
import { anyChildNamed, directorOf, inventedFrom, nameChildren, recordFrom, standStill } from './store.ts'

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
type House = {
  readonly door: Door
  readonly opened: Pick<OpenedDatabase, 'connection'>
  readonly keys: CouncilKeys
}

/** As many children in care as a council like the published one has. */
export const DEFAULT_FIGURES: Figures = { children: 351, seed: '1' }
/** The invented return of 300 children: small, and the same to the letter, for tests and pictures. */
export const THE_RETURN = 'the return'
type Wanted = Figures | typeof THE_RETURN

const written = ({ children, seed }: Figures): string => `invented: ${children} children, seed ${seed}`
function figuresIn(from: string): Figures {
  const [, children, seed] = /^invented: (\d+) children, seed (.*)$/.exec(from) ?? []
  return children === undefined || seed === undefined ? DEFAULT_FIGURES : { children: Number(children), seed }
}

/** The demonstration council of this database, loaded first where there is no council at all; undefined where there are only others. */
export async function demonstration(
  house: House,
  log: (line: string) => void,
  wanted: Wanted = DEFAULT_FIGURES,
): Promise<Demonstration | undefined> {
  const { door, opened } = house
  if ((await door.councils()).length === 0) await load(house, wanted, log)
  const council = (await door.councils()).find((known) => known.demonstration)
  if (council === undefined) return undefined
  await withClient(opened.connection, async (client) => await standStill(client, council.council, DEMONSTRATION_DAY))
  await finish(house, council, { wanted, log })
  const people = async () => await door.asService(council.council, 'command line', choosablePeople)
  return { council, people }
}

/** Makes an invented council for `kith demonstrate`; refuses where there is one of this code. Returns its figures, counted anew. */
export async function demonstrate(house: House, figures: Figures, log: (line: string) => void) {
  if ((await house.door.councilByCode(CODE)) !== undefined) throw new Error(`There is a council ${CODE} already.`)
  await load(house, figures, log)
  await demonstration(house, log, figures)
  return { code: CODE, name: NAME, ...counted(inventCouncil(figures, DEMONSTRATION_DAY)) }
}
const counted = (council: InventedCouncil) => ({
  left: council.everybody.filter(({ left }) => left !== undefined).length,
  figures: figuresOf(council),
})

async function load({ opened }: House, wanted: Wanted, log: (line: string) => void): Promise<void> {
  const many = wanted === THE_RETURN ? 300 : wanted.children
  log(`Loading the demonstration council: ${many.toLocaleString('en-GB')} invented children.`)
  await withClient(opened.connection, async (client) => {
    if ((await currentDirectory(client)) === undefined)
      await replaceDirectory(client, { bytes: inventedDirectory(), fileName: 'invented postcodes', edition: null })
  })
  await makeCouncil(opened.connection, { code: CODE, name: NAME, demonstration: true })
}

type Finishing = { readonly wanted: Wanted; readonly log: (line: string) => void }
/** Every step may be done again: a start that was cut short is carried on by the next. */
async function finish(house: House, { council }: Council, { wanted, log }: Finishing): Promise<void> {
  const { door } = house
  const from = await door.asService(council, 'import', inventedFrom)
  const of = from === undefined ? wanted : from === null ? THE_RETURN : figuresIn(from)
  const lines =
    of === THE_RETURN
      ? async (within: Door) => await linesOfReturn(within, council)
      : async (within: Door) => await linesOfInvented(within, council, { figures: of, log })
  if ((await emergencyNumbers(door, council)).length === 0) await writeAll(house, council, lines)
  else {
    await peopleAround(door, council, of === THE_RETURN ? undefined : crewFor(of.children))
    await whatCameLater(door, council)
  }
  await firstNight(door, council)
}

/**
 * Nobody is in a council while it is invented, so its ledger is made once, behind all lines, where each would have made that of
 * its child anew. The numbers by night come last: where they are, all is.
 */
async function writeAll(
  { door, opened, keys }: House,
  council: number,
  lines: (within: Door) => Promise<void>,
): Promise<void> {
  const within = openDoor({ connection: opened.connection, keys })
  try {
    await lines(within)
  } finally {
    await within.close()
  }
  await rebuildLedger(door, { council, on: numberOf(DEMONSTRATION_DAY) })
  await nameNumbers(door, council)
}

/** Looked for at every start, as is all below: a council may have been invented before somebody was thought of. */
async function peopleAround(door: Door, council: number, crew?: Crew): Promise<void> {
  await door.asService(council, 'import', async (asking) => {
    await placePeople(asking, crew)
    await surroundChildren(asking, DEMONSTRATION_DAY, crew)
  })
}
async function whatCameLater(door: Door, council: number): Promise<void> {
  await homesForAll(door, council)
  await importSupervision(door, council, DEMONSTRATION_DAY)
  await auditsOfAll(door, council)
  await complaintsOfTwo(door, council)
}

async function linesOfReturn(door: Door, council: number): Promise<void> {
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
  await door.asService(council, 'import', async (asking) => await recordFrom(asking, BEGAN_WITH_KITH))
  await peopleAround(door, council)
  await tellStories(door, council, DEMONSTRATION_DAY)
  await whatCameLater(door, council)
}

/** Its night never comes, since it stands still; and what leaders decided is usual: asked for apart, since a start may be cut short between them. */
async function firstNight(door: Door, council: number): Promise<void> {
  if ((await door.asService(council, 'command line', lastNight)) === undefined)
    await makeFigures(door, council, { day: DEMONSTRATION_DAY, on: DEMONSTRATION_DAY })
  await reckonSufficiency(door, council, DEMONSTRATION_DAY)
  if ((await door.asService(council, 'command line', baselinesNow)).size > 0) return
  const person = await directorNow(door, council)
  await door.as({ council, person }, async (asking) => {
    for (const { indicator, ...decided } of BASELINES) await decideBaseline(asking, indicator, decided)
  })
}

async function directorNow(door: Door, council: number): Promise<string> {
  const people = await door.asService(council, 'command line', choosablePeople)
  return people.find(({ part }) => part.startsWith('director'))?.person ?? ''
}

type Inventing = { readonly figures: Figures; readonly log: (line: string) => void }
async function linesOfInvented(door: Door, council: number, { figures, log }: Inventing): Promise<void> {
  const crew = crewFor(figures.children)
  await door.asService(council, 'import', async (asking) => {
    await directorOf(asking, DIRECTOR)
    await placePeople(asking, crew)
    await recordFrom(asking, day(RECORDED_SINCE), written(figures))
  })
  const invented = inventCouncil(figures, DEMONSTRATION_DAY)
  const code = ({ worker, former }: { readonly worker: number; readonly former: boolean }) =>
    (former ? crew.former : crew.workers)[worker]?.code ?? ''
  await takeFiles(door, council, returnOf(invented, code))
  const recording = { door, council, invented, crew, log }
  await door.asService(council, 'import', gatherStatistics)
  await recordFactsOfLives(recording)
  await door.asService(council, 'import', gatherStatistics)
  await recordWordsOfLives(recording)
  await tellStories(door, council, DEMONSTRATION_DAY)
  await peopleAround(door, council, crew)
  await whatCameLater(door, council)
}

async function homesForAll(door: Door, council: number): Promise<void> {
  const supervisor = await door.asService(council, 'import', async (asking) => {
    return (await workersWith(asking, [SUPERVISING_WORKER])).get(SUPERVISING_WORKER.code) ?? null
  })
  await inventHomes(door, council, { today: DEMONSTRATION_DAY, supervisor })
  const decides = { today: DEMONSTRATION_DAY, director: await directorNow(door, council) }
  await inventFar(door, council, decides)
  await inventRequests(door, council, DEMONSTRATION_DAY)
  await inventChosen(door, council, decides)
  await inventCampaigns(door, council, DEMONSTRATION_DAY)
  await inventEndings(door, council, DEMONSTRATION_DAY)
}

async function auditsOfAll(door: Door, council: number): Promise<void> {
  const known = await door.asService(
    council,
    'import',
    async (asking) => await workersWith(asking, [...COUNCIL_WIDE, ...AUDITORS]),
  )
  const lead = COUNCIL_WIDE.find(({ relation }) => relation === 'quality-lead')
  const auditors = AUDITORS.flatMap(({ code }) => known.get(code) ?? [])
  await inventAudits(door, council, { today: DEMONSTRATION_DAY, lead: known.get(lead?.code ?? '') ?? '', auditors })
}

/** Of the children of two managers; few, since each is told whole. */
async function complaintsOfTwo(door: Door, council: number): Promise<void> {
  const two = TEAMS.slice(0, 2).map(({ manager }) => manager)
  const known = await door.asService(council, 'import', async (asking) => await workersWith(asking, two))
  await inventComplaints(door, council, {
    today: DEMONSTRATION_DAY,
    managers: two.flatMap(({ code }) => known.get(code) ?? []),
  })
}

async function nameNumbers(door: Door, council: number): Promise<void> {
  if ((await emergencyNumbers(door, council)).length > 0) return
  const people = await door.asService(council, 'command line', choosablePeople)
  const person = people.find(({ part }) => part.startsWith('administrator'))?.person ?? ''
  await door.as({ council, person }, async (asking) => await saveNumbers(asking, NUMBERS_BY_NIGHT))
}

/** A return from memory, taken in like any other. */
async function takeFiles(door: Door, council: number, files: ReadonlyMap<string, string>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'kith-demonstration-'))
  try {
    for (const [name, text] of files) await writeFile(join(folder, name), text)
    await importSsda903(door, {
      council,
      folder,
      today: DEMONSTRATION_DAY,
      year: Number(DEMONSTRATION_DAY.slice(0, 4)),
    })
  } finally {
    await rm(folder, { recursive: true })
  }
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
  for (const [postcode, easting, northing, authority] of inventedEntries)
    yield Buffer.from(`${postcode},${authority ?? ''},${easting ?? ''},${northing ?? ''}\n`)
}
