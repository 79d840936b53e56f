// `kith indicators ssda903`: the figures that a return gives, with the children behind each, and what of them may leave the council.
import { existsSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Command, InvalidArgumentError } from 'commander'
import { forOutside, measured } from '#indicators'
import { writeWorkbook } from '#spreadsheets'
import {
  checkSsda903,
  collectionYearOf,
  filesOfFolders,
  filesOfSet,
  isFolder,
  type LoadedPlaces,
  partsOfSet,
  type ReturnFiles,
  yearsInWords,
} from '#statutory-returns'
import { childYears, yearOf } from './child-years.ts'
import { derivedChildren, derivedEpisodes } from './derived-rows.ts'
import { insideJson, insideLines, outsideJson, outsideLines, rateOf, sheetsOf } from './written-figures.ts'

type Options = {
  readonly json?: string
  readonly xlsx?: string
  readonly outward?: true
  readonly population?: number
  readonly thisYear?: string
  readonly lastYear?: string
  readonly year?: number
  readonly authority?: string
  readonly postcodes?: string
}

export type IndicatorsCommandDeps = {
  readonly out: (text: string) => void
  readonly aside: (text: string) => void
  readonly loadedPlaces: LoadedPlaces
}

function theYear(written: string): number {
  const year = collectionYearOf(written)
  if (year !== undefined) return year
  throw new InvalidArgumentError(`There are collections ${yearsInWords}.`)
}

function thePopulation(written: string): number {
  const population = Number(written.replaceAll(',', ''))
  if (Number.isInteger(population) && population > 0) return population
  throw new InvalidArgumentError('Give the number of children under 18 in the area, as in 53101.')
}

/** One sentence on what is wrong with the way the command was called, or nothing. */
function misuse(set: string | undefined, options: Options): string | undefined {
  if ((set === undefined) === (options.thisYear === undefined)) return 'give either a SET folder, or --this-year'
  if (set === undefined && options.year === undefined) return 'say which collection it is, as in --year 2026/27'
  const folders = [set, options.thisYear, options.lastYear].filter((folder) => folder !== undefined)
  const noFolder = folders.find((folder) => !isFolder(folder))
  if (noFolder !== undefined) return `there is no folder ${noFolder}`
  const lacking = set === undefined ? undefined : partsOfSet.find((part) => !existsSync(join(set, part)))
  if (lacking !== undefined) return `${set} is no set: it has no ${lacking}`
  const { postcodes, xlsx } = options
  if (postcodes !== undefined && postcodes !== 'loaded' && !existsSync(postcodes))
    return `there is no file ${postcodes}`
  if (xlsx !== undefined && existsSync(xlsx)) return `${xlsx} is there already: it is not written over`
  return xlsx !== undefined && options.outward
    ? 'a workbook names the children behind each figure: it is not for the outside'
    : undefined
}

async function figures(files: ReturnFiles, options: Options, { out, aside }: IndicatorsCommandDeps): Promise<void> {
  const checked = checkSsda903(files)
  const { given, findings } = checked
  for (const { says, stops } of [...findings.thisYear, ...findings.lastYear]) if (stops) aside(`${says}\n`)
  const [children, year] = [childYears(given), yearOf(given)]
  const all = measured(children, year)
  const shown = options.outward ? forOutside(all) : undefined
  const rate = rateOf(all, options.population)
  if (options.json !== undefined) {
    const json = shown ? outsideJson(files.year, shown) : insideJson(files.year, all)
    await (options.json === '-' ? out(`${json}\n`) : writeFile(options.json, `${json}\n`, { mode: 0o600 }))
  }
  if (options.xlsx !== undefined)
    await writeWorkbook(
      options.xlsx,
      sheetsOf(all, [derivedChildren(children, year), derivedEpisodes(given, children)]),
    )
  if (options.json !== undefined || options.xlsx !== undefined) return
  out(`${(shown ? outsideLines(shown) : [...insideLines(all), ...rate]).join('\n')}\n`)
}

const terminal = {
  out: (line: string) => void process.stdout.write(line),
  aside: (line: string) => void process.stderr.write(line),
}

/** Registers `indicators ssda903 [SET]`. Wrong use ends with status 2 and one line; what fails is thrown. No database is needed. */
export function indicatorsCommand(
  program: Command,
  deps: Pick<IndicatorsCommandDeps, 'loadedPlaces'> & Partial<IndicatorsCommandDeps>,
): void {
  program
    .command('indicators')
    .description('published figures, with numerator, denominator and the children behind them')
    .command('ssda903')
    .description('of a return on children looked after')
    .argument('[set]', 'a folder with set.json, this_year/, last_year/, postcodes.json and providers.json')
    .option('--json <out>', 'write the figures as JSON to this file, or - for the terminal')
    .option('--xlsx <file>', 'write a workbook: the figures, and what was worked out of each child and episode')
    .option('--outward', 'for people outside the council: counts of 1 to 5 are hidden, and what would give them away')
    .option('--population <number>', 'children under 18 in the area, for the rate of 10,000', thePopulation)
    .option('--this-year <folder>', 'the files of this year’s return: CSV, or the XML form')
    .option('--last-year <folder>', 'the files of last year’s return')
    .option('--year <year>', 'the collection, as in 2026/27', theYear)
    .option('--authority <code>', 'the code of the council, as in E06000031')
    .option('--postcodes <file>', 'a postcode directory as CSV, a short list as JSON, or the word loaded')
    .action(async (set: string | undefined, options: Options, command: Command) => {
      const wrong = misuse(set, options)
      if (wrong !== undefined) command.error(wrong, { exitCode: 2 })
      const whole = { ...terminal, ...deps }
      const { thisYear = '', year = 0 } = options
      const files =
        set === undefined
          ? await filesOfFolders({ ...options, thisYear, year }, whole.loadedPlaces)
          : await filesOfSet(set)
      await figures(files, options, whole)
    })
}
