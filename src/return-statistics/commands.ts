// `kith indicators ssda903`: the figures that a return gives, with the children behind each, and what of them may leave the council.
import { writeFile } from 'node:fs/promises'
import { type Command, InvalidArgumentError } from 'commander'
import { forOutside, measured } from '#indicators'
import { writeWorkbook } from '#spreadsheets'
import {
  asksForFolders,
  asksForSet,
  checkSsda903,
  type FilesAsked,
  type FilesCommandDeps,
  filesAsked,
  misuseOfFiles,
  misuseOfPaths,
  type ReturnFiles,
  terminal,
} from '#statutory-returns'
import { childYears, yearOf } from './child-years.ts'
import { derivedChildren, derivedEpisodes } from './derived-rows.ts'
import { insideJson, insideLines, outsideJson, outsideLines, rateOf, sheetsOf } from './written-figures.ts'

type Options = FilesAsked & {
  readonly json?: string
  readonly xlsx?: string
  readonly outward?: true
  readonly population?: number
}

function thePopulation(written: string): number {
  const population = Number(written.replaceAll(',', ''))
  if (Number.isInteger(population) && population > 0) return population
  throw new InvalidArgumentError('Give the number of children under 18 in the area, as in 53101.')
}

/** One sentence on what is wrong with the way the command was called, or nothing. */
function misuse(set: string | undefined, options: Options): string | undefined {
  const { xlsx, outward } = options
  const wrong = misuseOfFiles(set, options) ?? misuseOfPaths({ there: [], toWrite: [xlsx] })
  if (wrong !== undefined) return wrong
  return xlsx !== undefined && outward
    ? 'a workbook names the children behind each figure: it is not for the outside'
    : undefined
}

async function figures(files: ReturnFiles, options: Options, { out, aside }: FilesCommandDeps): Promise<void> {
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

/** Registers `indicators ssda903 [SET]`. Wrong use ends with status 2 and one line; what fails is thrown. No database is needed. */
export function indicatorsCommand(
  program: Command,
  deps: Pick<FilesCommandDeps, 'loadedPlaces'> & Partial<FilesCommandDeps>,
): void {
  const command = asksForSet(
    program
      .command('indicators')
      .description('published figures, with numerator, denominator and the children behind them')
      .command('ssda903')
      .description('of a return on children looked after'),
  )
  command
    .option('--json <out>', 'write the figures as JSON to this file, or - for the terminal')
    .option('--xlsx <file>', 'write a workbook: the figures, and what was worked out of each child and episode')
    .option('--outward', 'for people outside the council: counts of 1 to 5 are hidden, and what would give them away')
    .option('--population <number>', 'children under 18 in the area, for the rate of 10,000', thePopulation)
  asksForFolders(command).action(async (set: string | undefined, options: Options) => {
    const wrong = misuse(set, options)
    if (wrong !== undefined) command.error(wrong, { exitCode: 2 })
    const whole = { ...terminal, ...deps }
    await figures(await filesAsked(set, options, whole.loadedPlaces), options, whole)
  })
}
