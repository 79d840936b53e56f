// The command line: composes every room's commands; reads arguments, environment and clock for all of them.
import { dirname, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander'
import { accessCommands, readTakenOut, sealLog, sealsFolder } from '#access'
import { annexACommand } from '#annex-a'
import { databaseCommands } from '#backup'
import { type IsoDay, instantOf, londonDay, parseDay } from '#calendar'
import { clockCommands } from '#clock'
import { sendCommand } from '#daily-payload'
import { type Door, makeCouncil } from '#database'
import { DEMONSTRATION_DAY, demonstrateCommand } from '#demonstration'
import { exportCommand, exportKeyCommand, isExport, putInWords, restoreExport } from '#exports'
import { currentDirectory, importPostcodesCommand, type PostcodeList, placesOf } from '#geography'
import { importHealthDatesCommand } from '#health-lists'
import { type ImportHouse, importSsda903Command } from '#imports'
import { vectorsCommand } from '#law'
import { packCommands } from '#night-pack'
import { importAnnexACommand, importSsdCommand } from '#other-systems'
import { placeAllCommand } from '#placing-together'
import { stopOnSignals, withClient } from '#postgres'
import { checkCommand } from '#return-findings'
import { returnCommand } from '#return-making'
import { indicatorsCommand } from '#return-statistics'
import { casesWords, rulebookCommand } from '#rulebook'
import { datasetCommand } from '#safeguarding-dataset'
import { peopleCommands } from '#sign-in'
import { transferCommand } from '#transfers'
import { type House, needFreePort, openAlone, openHouse, serve, surroundings, THIS_MACHINE } from './main.ts'
import { departmentOf, packSettings, providerOf, providersBeside, sessionLimits } from './settings.ts'
import { besideReturns, departmentAt } from './worker.ts'

const where = surroundings(process.env, resolve(dirname(fileURLToPath(import.meta.url)), '..'))
const print = (line: string): void => void process.stdout.write(`${line}\n`)
/** Long work shows where it is on a terminal, and nothing in a pipe. */
const progress = (line: string): void => void (process.stderr.isTTY && process.stderr.write(`${line}\n`))

function thePerson(written: string): string {
  if (/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(written)) return written
  throw new InvalidArgumentError('Give the id of a person of the council.')
}

function theDay(written: string): IsoDay {
  const found = parseDay(written)
  if (found === undefined) throw new InvalidArgumentError('Give a day, as in 2026-11-23.')
  return found
}

type Everywhere = { readonly today?: IsoDay; readonly as?: string }
const chosen: { today?: IsoDay; as?: string } = {}
const today = (): IsoDay => chosen.today ?? londonDay(instantOf(Date.now()))

async function withHouse<T>(work: (house: House) => Promise<T>): Promise<T> {
  const house = await openHouse(where, today, progress)
  try {
    const result = await work(house)
    // What this command looked at and changed is sealed with it, also where no server runs beside.
    await sealLog({ door: house.door, places: house.sealPlaces })
    return result
  } finally {
    await house.close()
  }
}

function councilCommands(program: Command): void {
  const council = program.command('council').description('the councils of this Kith')
  council
    .command('create')
    .description('make a council')
    .argument('<code>', 'its authority code, as in E06000031')
    .argument('<name>')
    .action(async (code: string, name: string) => {
      if (!/^[A-Z0-9]{3,12}$/.test(code))
        throw new InvalidArgumentError(`${code} is not a code: give 3 to 12 capitals and figures, as in E06000031.`)
      await withHouse(async ({ opened, door }) => {
        if (await door.councilByCode(code)) throw new Error(`There is a council ${code} already.`)
        await makeCouncil(opened.connection, { code, name })
        print(`${name} (${code}) is made.`)
      })
    })
  council
    .command('list')
    .description('list the councils')
    .option('--json', 'print JSON')
    .action(async ({ json }: { json?: boolean }) => {
      const councils = await withHouse(async ({ door }) => await door.councils())
      if (json) return print(JSON.stringify(councils))
      if (councils.length === 0) return print('There is no council yet. Make one with: kith council create CODE NAME')
      for (const { code, name, demonstration } of councils)
        print(`${code}  ${name}${demonstration ? '  (demonstration)' : ''}`)
    })
}

function serveCommand(program: Command): void {
  program
    .command('serve')
    .summary('serve the pages of a council')
    .description(
      'Starts the database, brings it up to date, and serves one council. With KITH_OIDC_ISSUER and what belongs to it, that is the council of KITH_COUNCIL, and people sign in at its provider. Without, it is the demonstration council, loaded where there is none, on 127.0.0.1 only, and one chooses whom to be; its day is the last of its return unless --today names another.',
    )
    .option('--port <port>', 'listen here; 0 takes a free one', thePort, 4710)
    .option('--host <host>', 'listen at this address; other than 127.0.0.1 only with a provider')
    .action(async ({ port, host = THIS_MACHINE }: { port: number; host?: string }) => {
      const provider = providerOf(process.env)
      const others = providersBeside(process.env, provider)
      const limits = sessionLimits(process.env)
      if (provider === undefined && host !== THIS_MACHINE)
        throw new InvalidArgumentError('Without a provider to sign in at, Kith is served at 127.0.0.1 only.')
      if (provider === undefined) chosen.today ??= DEMONSTRATION_DAY
      await needFreePort(port, host)
      const house = await openHouse(where, today, print)
      const [packs, department] = [packSettings(process.env), departmentOf(process.env)]
      const to = { port, host, provider, others, limits, packs, department, log: print }
      const serving = await serve(house, today, to).catch(async (error: unknown) => {
        await house.close()
        throw error
      })
      stopOnSignals(serving.close)
      print(`Kith is at ${serving.address} (Ctrl-C ends it).`)
    })
}

function thePort(written: string): number {
  const port = Number(written)
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port
  throw new InvalidArgumentError('Give a port from 0 to 65535.')
}

/** What commands are given that ask what the record holds. */
const askingTheRecord = {
  withDoor: async <T>(work: (door: Door) => Promise<T>): Promise<T> =>
    await withHouse(async ({ door }) => await work(door)),
  today,
  person: () => chosen.as,
  print,
  progress,
}

/** Postcodes of a return in the directory that this Kith was given. */
const placesIn =
  (connection: House['opened']['connection']) =>
  async (postcodes: ReadonlySet<string>): Promise<PostcodeList> =>
    await withClient(connection, async (client) => {
      if (await currentDirectory(client)) return await placesOf(client, postcodes)
      throw new Error('No postcode directory is loaded yet: kith import postcodes FILE does it.')
    })

const loadedPlaces = async (postcodes: ReadonlySet<string>): Promise<PostcodeList> =>
  await withHouse(async ({ opened }) => await placesIn(opened.connection)(postcodes))

/** The demonstration stands still: its ledger is of its own day. */
async function asOnItsDay<T>(work: (house: House) => Promise<T>): Promise<T> {
  chosen.today ??= DEMONSTRATION_DAY
  return await withHouse(work)
}

/** What comes from other systems into the record. */
function importCommands(program: Command): void {
  const imports = program.command('import').description('take files of other systems into the record')
  importPostcodesCommand(
    imports,
    async (work) => await withHouse(async ({ opened }) => await withClient(opened.connection, work)),
  )
  const taking = {
    withHouse: async <T>(work: (house: ImportHouse) => Promise<T>) =>
      await withHouse(
        async ({ door, opened }) =>
          await work({ door, makeCouncil: async (council) => await makeCouncil(opened.connection, council) }),
      ),
    today,
    print,
    progress,
  }
  importSsda903Command(imports, taking)
  importSsdCommand(imports, taking)
  importAnnexACommand(imports, taking)
  importHealthDatesCommand(imports, taking)
}

/** What leaves the council: lists of children, and what the Department is told, from the whole record. */
function outwardCommands(program: Command): void {
  const lists = program.command('lists').description('make lists of children from the record, for others')
  datasetCommand(lists, askingTheRecord)
  annexACommand(lists, {
    ...askingTheRecord,
    withDoor: async (work) =>
      await withHouse(async ({ door, opened }) => await work(door, besideReturns({ opened }).postcodes)),
  })
  sendCommand(program, {
    ...askingTheRecord,
    department: () => {
      const set = departmentOf(process.env)
      return set && departmentAt(set)
    },
  })
}

/** What goes wrong is said once, by endWith. Subcommands take this over. */
const SILENT = { outputError: () => {}, writeErr: () => {} }

/** Backups and exports, written and put back. */
function keepingCommands(program: Command): void {
  databaseCommands(program, {
    ...{ home: where.home, open: async () => await openAlone(where, progress), print, progress },
    takenOut: async () => await readTakenOut([sealsFolder(where.home), ...(where.seals ? [where.seals] : [])]),
    exported: {
      isOne: isExport,
      putIn: async ({ connection }, folder) => {
        const { home, operator } = where
        return putInWords(
          await restoreExport({ connection, home, seals: sealsFolder(home), folder, operator, log: progress }),
        )
      },
    },
  })
  exportCommand(program, { withHouse, person: () => chosen.as, print, progress })
  exportKeyCommand(program, { withHouse, person: () => chosen.as, print, progress })
  transferCommand(program, { withHouse, today, print })
  packCommands(program, { withHouse, settings: () => packSettings(process.env), today, print })
}

function theProgram(): Command {
  const program = new Command('kith')
    .description('The working record of a corporate parent.')
    .showHelpAfterError(false)
    .exitOverride()
    .configureOutput(SILENT)
  importCommands(program)
  councilCommands(program)
  peopleCommands(program, askingTheRecord)
  serveCommand(program)
  demonstrateCommand(program, { withHouse: asOnItsDay, inUse: () => providerOf(process.env) !== undefined, print })
  rulebookCommand(program, { print })
  vectorsCommand(program, { cases: casesWords })
  checkCommand(program, { loadedPlaces })
  indicatorsCommand(program, { loadedPlaces })
  returnCommand(program, {
    ...askingTheRecord,
    withDoor: async (work) =>
      await withHouse(async ({ door, opened }) => await work(door, placesIn(opened.connection))),
  })
  outwardCommands(program)
  placeAllCommand(program, { print })
  clockCommands(program, askingTheRecord)
  accessCommands(program, {
    withSealing: async (work) =>
      await withHouse(async ({ door, sealPlaces }) => await work({ door, places: sealPlaces })),
  })
  keepingCommands(program)
  for (const command of leavesOf(program)) everywhere(command)
  return program
}

function leavesOf(command: Command): Command[] {
  return command.commands.length === 0 ? [command] : command.commands.flatMap(leavesOf)
}

/** What every command takes; a command of the same name keeps its own meaning. */
function everywhere(command: Command): void {
  command.exitOverride()
  command.addOption(
    new Option('--today <day>', 'work as on this day; later days are refused as input').argParser(theDay),
  )
  command.addOption(new Option('--as <person>', 'act as this person of the council (their id)').argParser(thePerson))
  command.hook('preAction', (_, acting) => {
    Object.assign(chosen, acting.opts<Everywhere>())
  })
}

/** One clear line; 2 for wrong use, 1 for failure. */
function endWith(error: unknown): number {
  if (error instanceof CommanderError) {
    if (error.exitCode === 0) return 0
    const line = error.message.replace(/^error: /, '').replace(/\s*\n\s*/g, ' ')
    process.stderr.write(`kith: ${line === '(outputHelp)' ? 'name a command; kith --help lists them' : line}\n`)
    return 2
  }
  const line = error instanceof Error ? error.message.replace(/\s*\n\s*/g, ' ') : String(error)
  process.stderr.write(`kith: ${line}\n`)
  return 1
}

// Whoever reads may stop reading (kith duties … | head): that is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(process.exitCode ?? 0)
  throw error
})

try {
  await theProgram().parseAsync(process.argv)
} catch (error) {
  process.exitCode = endWith(error)
}
