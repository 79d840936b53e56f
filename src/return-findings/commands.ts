// `kith check ssda903`: checks a return on children looked after from files alone, for people and for programs.
import { createWriteStream, existsSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { type Command, InvalidArgumentError } from 'commander'
import { writeWorkbook } from '#spreadsheets'
import {
  type CheckedReturn,
  checkSsda903,
  collectionYearOf,
  filesOfFolders,
  filesOfSet,
  isFolder,
  type LoadedPlaces,
  partsOfSet,
  readSeverities,
  type Severities,
  ssda903Rules,
  yearsInWords,
  yearsWithRules,
} from '#statutory-returns'
import { changesSince, type FlagKey, keysOf, readRun, runAsJson } from './changes.ts'
import { type Flagged, flaggedRows } from './flagged.ts'
import { changesLine, listings, summary, warnings } from './lines.ts'
import { csvOf, jsonOf, sheetsOf } from './written-findings.ts'

type Options = {
  readonly json?: string
  readonly csv?: string
  readonly xlsx?: string
  readonly keep?: string
  readonly since?: string
  readonly by: string
  readonly thisYear?: string
  readonly lastYear?: string
  readonly year?: number
  readonly authority?: string
  readonly postcodes?: string
  readonly providers?: string
  readonly severities?: string
}

export type CheckCommandDeps = {
  readonly out: (text: string) => void
  readonly aside: (text: string) => void
  /** Asks this Kith's own database; only `--postcodes loaded` needs it. */
  readonly loadedPlaces: LoadedPlaces
}

function theYear(written: string): number {
  const year = collectionYearOf(written)
  if (year !== undefined) return year
  throw new InvalidArgumentError(`There are rules for ${yearsInWords}.`)
}

/** One sentence on what is wrong with the way the command was called, or nothing. */
function misuse(set: string | undefined, options: Options): string | undefined {
  if (set !== undefined && options.thisYear !== undefined) return 'give either a SET or --this-year, not both'
  if (set === undefined && options.thisYear === undefined) return 'give a SET folder, or --this-year with --year'
  if (set === undefined && options.year === undefined) return 'say which collection it is, as in --year 2026/27'
  if (!(options.by in listings)) return '--by is rule, child or worker'
  const folders = [set, options.thisYear, options.lastYear].filter((folder) => folder !== undefined)
  const noFolder = folders.find((folder) => !isFolder(folder))
  if (noFolder !== undefined) return `there is no folder ${noFolder}`
  const lacking = set === undefined ? undefined : partsOfSet.find((part) => !existsSync(join(set, part)))
  if (lacking !== undefined) return `${set} is no set: it has no ${lacking}`
  const postcodes = options.postcodes === 'loaded' ? undefined : options.postcodes
  const named = [postcodes, options.providers, options.severities, options.since]
  const noFile = named.find((file) => file !== undefined && !existsSync(file))
  if (noFile !== undefined) return `there is no file ${noFile}`
  const there = [options.xlsx, options.keep].find((file) => file !== undefined && existsSync(file))
  return there === undefined ? undefined : `${there} is there already: it is not written over`
}

async function keysBefore(file: string | undefined): Promise<readonly FlagKey[] | undefined> {
  if (file === undefined) return undefined
  const keys = readRun(await readFile(file, 'utf8'))
  if (keys === undefined) throw new Error(`${basename(file)} is no kept run: keep one with --keep.`)
  return keys
}

async function severitiesFrom(file: string | undefined): Promise<Severities> {
  if (file === undefined) return {}
  return readSeverities(await readFile(file, 'utf8'), basename(file), new Set(ssda903Rules.map(({ code }) => code)))
}

/** Whether anything was written to a file. */
async function writeFiles(checked: CheckedReturn, found: readonly Flagged[], options: Options): Promise<boolean> {
  const { json, csv, xlsx } = options
  if (json !== undefined && json !== '-') await writeFile(json, `${jsonOf(checked)}\n`)
  if (csv !== undefined) await pipeline(Readable.from(csvOf(found)), createWriteStream(csv, { mode: 0o600 }))
  if (xlsx !== undefined) await writeWorkbook(xlsx, sheetsOf(checked, found))
  return json !== undefined || csv !== undefined || xlsx !== undefined
}

async function check(set: string | undefined, options: Options, deps: CheckCommandDeps): Promise<void> {
  const { out, aside, loadedPlaces } = deps
  const { thisYear = '', year = 0 } = options
  const files =
    set === undefined ? await filesOfFolders({ ...options, thisYear, year }, loadedPlaces) : await filesOfSet(set)
  if (!yearsWithRules.includes(files.year))
    throw new Error(`There are no rules for the collection that ends in ${files.year}.`)
  const before = await keysBefore(options.since)
  const severities = await severitiesFrom(options.severities)
  const checked = checkSsda903(files)
  const found = flaggedRows(checked, { severities })
  for (const warning of warnings(checked)) aside(`${warning}\n`)
  const keys = before !== undefined || options.keep !== undefined ? keysOf(checked, found) : []
  if (options.keep !== undefined) await writeFile(options.keep, `${runAsJson(keys)}\n`, { flag: 'wx', mode: 0o600 })
  const written = await writeFiles(checked, found, options)
  if (options.json === '-') out(`${jsonOf(checked)}\n`)
  const ending = [summary(checked, found)]
  if (before !== undefined) ending.push(changesLine(changesSince(before, { keys, found })))
  if (written) aside(`${ending.join('\n')}\n`)
  else out(`${[...(listings[options.by]?.(found) ?? []), ...ending].join('\n')}\n`)
}

const terminal = {
  out: (line: string) => void process.stdout.write(line),
  aside: (line: string) => void process.stderr.write(line),
}

/** Registers `check ssda903 [SET]`. Wrong use ends with status 2 and one line; what fails is thrown. No database is needed. */
export function checkCommand(
  program: Command,
  deps: Pick<CheckCommandDeps, 'loadedPlaces'> & Partial<CheckCommandDeps>,
): void {
  const parent =
    program.commands.find((one) => one.name() === 'check') ??
    program.command('check').description('check a return before it is sent')
  parent
    .command('ssda903')
    .description('check the return on children looked after')
    .argument('[set]', 'a folder with set.json, this_year/, last_year/, postcodes.json and providers.json')
    .option('--json <out>', 'write the flags as JSON to this file, or - for the terminal')
    .option('--csv <file>', 'write what was found as a CSV file')
    .option('--xlsx <file>', 'write what was found as a workbook: by worker, by child, by rule')
    .option('--by <what>', 'list by rule, by child or by worker', 'rule')
    .option('--keep <file>', 'keep what was found, to compare a later check with it')
    .option('--since <file>', 'say what is new and what was put right since a check that was kept')
    .option('--this-year <folder>', 'the files of this year’s return: CSV, or the XML form')
    .option('--last-year <folder>', 'the files of last year’s return')
    .option('--year <year>', 'the collection, as in 2026/27', theYear)
    .option('--authority <code>', 'the code of the council, as in E06000031')
    .option(
      '--postcodes <file>',
      'a postcode directory as CSV (may be packed with gzip), a short list as JSON, or the word loaded: what was given with import postcodes',
    )
    .option('--providers <file>', 'the list of providers, as CSV or JSON')
    .option(
      '--severities <file>',
      'how grave the council holds each rule to be: CSV with the columns rule and severity',
    )
    .action(async (set: string | undefined, options: Options, command: Command) => {
      const wrong = misuse(set, options)
      if (wrong !== undefined) command.error(wrong, { exitCode: 2 })
      await check(set, options, { ...terminal, ...deps })
    })
}
