// `kith import ssda903 DIR`: takes a council's return on children looked after into the record.
import { type Command, InvalidArgumentError } from 'commander'
import type { IsoDay } from '#calendar'
import type { Door } from '#database'
import { importSsda903 } from './import-ssda903.ts'
import { asJson, told } from './told.ts'

export type ImportHouse = {
  readonly door: Door
  readonly makeCouncil: (council: { code: string; name: string }) => Promise<unknown>
}
export type ImportCommandDeps = {
  readonly withHouse: <T>(work: (house: ImportHouse) => Promise<T>) => Promise<T>
  readonly today: () => IsoDay
  readonly print: (line: string) => void
  /** Shown on a terminal, silent in a pipe. */
  readonly progress: (line: string) => void
}
type Chosen = {
  readonly lastYear?: string
  readonly council: string
  readonly create?: string
  readonly year?: number
  readonly json?: boolean
}

function collectionYear(written: string): number {
  const found = /^(20\d\d)\/(\d\d)$/.exec(written)
  const year = Number(found?.[1]) + 1
  if (found !== null && year % 100 === Number(found[2])) return year
  throw new InvalidArgumentError('Give the year of the collection, as in 2026/27.')
}

function councilCode(written: string): string {
  if (/^[A-Z0-9]{3,12}$/.test(written)) return written
  throw new InvalidArgumentError('Give 3 to 12 capitals and figures, as in E06000031.')
}

/** Registers `ssda903 DIR` under `kith import`. What goes wrong is thrown as an error of one line. */
export function importSsda903Command(parent: Command, deps: ImportCommandDeps): void {
  parent
    .command('ssda903')
    .summary('take a return on children looked after into the record')
    .description(
      'Reads the CSV files of an SSDA903 return, recognised by their columns. Twice changes nothing; a later return corrects an earlier one. Every row that cannot be taken is kept and listed.',
    )
    .argument('<folder>', 'the folder with this year’s CSV files')
    .requiredOption('--council <code>', 'whose return it is', councilCode)
    .option('--last-year <folder>', 'the folder with last year’s CSV files')
    .option('--create <name>', 'make the council, where there is none with this code')
    .option('--year <year>', 'the year of the collection, where its rows do not tell, as in 2026/27', collectionYear)
    .option('--json', 'print what was taken and what not as JSON')
    .action(async (folder: string, chosen: Chosen) => {
      const report = await deps.withHouse(async (house) => await takeReturn(house, folder, { ...chosen, ...deps }))
      deps.print(chosen.json ? asJson(report) : told(report))
    })
}

async function takeReturn(house: ImportHouse, folder: string, chosen: Chosen & ImportCommandDeps) {
  const { council: code, create, lastYear, year, progress } = chosen
  if (create !== undefined && !(await house.door.councilByCode(code))) await house.makeCouncil({ code, name: create })
  const council = await house.door.councilByCode(code)
  if (council === undefined) throw new Error(`There is no council ${code}: give its name with --create to make it.`)
  return await importSsda903(house.door, {
    ...{ folder, lastYear, year, council: council.council, today: chosen.today() },
    progress: (done, of) => progress(`${done} of ${of} children`),
  })
}
