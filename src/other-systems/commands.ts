// `kith import ssd DIR` and `kith import annex-a FILE`: what another system of the council gives out each night, into the record.
import { readdir, readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { type Command, InvalidArgumentError } from 'commander'
import { type IsoDay, parseDay } from '#calendar'
import type { Door } from '#database'
import { decode } from '#return-files'
import { readWorkbook } from '#spreadsheets'
import type { SourceFile } from './facts.ts'
import { importNightly } from './import-nightly.ts'
import { readAnnexA } from './read-annex-a.ts'
import { readSsd } from './read-ssd.ts'
import { told } from './report.ts'

export type NightlyCommandDeps = {
  readonly withHouse: <T>(
    work: (house: {
      readonly door: Door
      readonly makeCouncil: (council: { code: string; name: string }) => Promise<unknown>
    }) => Promise<T>,
  ) => Promise<T>
  readonly today: () => IsoDay
  readonly print: (line: string) => void
  /** Shown on a terminal, silent in a pipe. */
  readonly progress: (line: string) => void
}
type Chosen = { readonly council: string; readonly create?: string; readonly since?: IsoDay; readonly json?: boolean }

function theDay(written: string): IsoDay {
  const found = parseDay(written)
  if (found === undefined) throw new InvalidArgumentError('Give a day, as in 2026-11-23.')
  return found
}

function nightly(command: Command): Command {
  return command
    .requiredOption('--council <code>', 'whose file it is')
    .option('--create <name>', 'make the council, where there is none with this code')
    .option('--json', 'print what happened to each row as JSON')
}

async function take(
  deps: NightlyCommandDeps,
  file: SourceFile,
  chosen: Chosen & { readonly since: IsoDay },
): Promise<void> {
  const { council: code, create, since, json } = chosen
  const report = await deps.withHouse(async ({ door, makeCouncil }) => {
    if (create !== undefined && !(await door.councilByCode(code))) await makeCouncil({ code, name: create })
    const council = await door.councilByCode(code)
    if (council === undefined) throw new Error(`There is no council ${code}: give its name with --create to make it.`)
    const progress = (done: number, of: number) => deps.progress(`${done} of ${of} children`)
    return await importNightly(door, { council: council.council, today: deps.today(), since, file, progress })
  })
  deps.print(json === true ? JSON.stringify(report) : told(report))
}

export function importSsdCommand(parent: Command, deps: NightlyCommandDeps): void {
  nightly(parent.command('ssd'))
    .summary('take the nightly files of a Standard Safeguarding Dataset into the record')
    .description(
      'Reads the CSV files ssd_….csv of a folder. Says row by row what was added and changed, what is no longer in the files (it stands in the record), and what contradicts the record, which then stands. The same files again change nothing.',
    )
    .argument('<folder>', 'the folder with the CSV files')
    .requiredOption(
      '--since <day>',
      'from this day on the files hold every visit, review and time missing; before it, silence says nothing',
      theDay,
    )
    .action(async (folder: string, chosen: Chosen & { readonly since: IsoDay }) => {
      const names = await readdir(folder).catch(() => {
        throw new Error(`There is no folder ${folder}.`)
      })
      const wanted = names.filter((name) => /^ssd_\w+\.csv$/i.test(name)).sort()
      if (wanted.length === 0) throw new Error(`There is no file ssd_….csv in ${folder}.`)
      const files = await Promise.all(
        wanted.map(async (name) => {
          const decoded = decode(await readFile(join(folder, name)))
          if ('refused' in decoded) throw new Error(`${name} is no CSV file. Nothing was read.`)
          return { name, text: decoded.text }
        }),
      )
      await take(deps, readSsd(files, deps.today()), chosen)
    })
}

export function importAnnexACommand(parent: Command, deps: NightlyCommandDeps): void {
  nightly(parent.command('annex-a'))
    .summary('take list 8 of an Annex A workbook into the record')
    .description(
      'Reads the children in care of an Annex A workbook (sheet List 8). The list says what was last of each child: what it says no longer is not taken back. The same file again changes nothing.',
    )
    .argument('<file>', 'the workbook (XLSX)')
    .action(async (path: string, chosen: Chosen) => {
      const read = await readWorkbook(path).catch((error: NodeJS.ErrnoException) => {
        throw error.code === 'ENOENT' ? new Error(`There is no file ${path}.`) : error
      })
      if ('wrong' in read) throw new Error(`${path} cannot be read: ${read.wrong}.`)
      const today = deps.today()
      const file = readAnnexA(read.sheets, basename(path), today)
      if ('wrong' in file) throw new Error(`${path} cannot be read: ${file.wrong}.`)
      await take(deps, file, { ...chosen, since: today })
    })
}
