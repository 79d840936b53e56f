// `kith check ssda903`: checks a return on children looked after from files alone, for people and for programs.

import { createReadStream, existsSync, statSync } from 'node:fs'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { type Command, InvalidArgumentError } from 'commander'
import { codeOf2025, type PostcodeList, postcodeListFrom, readPostcodeDirectory, upperTierOf } from '#geography'
import type { NamedBytes } from '#return-files'
import { checkSsda903, type ReturnFiles, yearsWithRules } from './ssda903/check-return.ts'
import type { Provider } from './ssda903/given.ts'
import { readProviderTable } from './ssda903/provider-table.ts'
import { csvOf, flaggedRows, jsonOf, linesByChild, linesByRule, summary, warnings } from './ssda903/report.ts'
import { readPostcodes, readProviders, readSetDescription } from './ssda903/set-description.ts'

type Options = {
  json?: string
  csv?: string
  by: string
  thisYear?: string
  lastYear?: string
  year?: number
  authority?: string
  postcodes?: string
  providers?: string
}

/** 2027, 2026/27 and 2026/2027 are all the collection that ends in 2027. */
function collectionYear(written: string): number {
  const found = /^(20\d\d)(?:[/-](20)?(\d\d))?$/.exec(written)
  const year = found?.[3] ? 2000 + Number(found[3]) : Number(found?.[1] ?? Number.NaN)
  if (yearsWithRules.includes(year)) return year
  const known = yearsWithRules.map((one) => `${one - 1}/${String(one).slice(2)}`).join(', ')
  throw new InvalidArgumentError(`There are rules for ${known}.`)
}

const isFolder = (path: string) => existsSync(path) && statSync(path).isDirectory()

async function filesIn(folder: string): Promise<NamedBytes[]> {
  const names = (await readdir(folder, { withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map(({ name }) => name)
  return await Promise.all(names.map(async (name) => ({ name, bytes: await readFile(join(folder, name)) })))
}

const text = async (path: string) => await readFile(path, 'utf8')

async function fromSet(set: string): Promise<ReturnFiles> {
  const [description, postcodes, providers, thisYear, lastYear] = await Promise.all([
    text(join(set, 'set.json')),
    text(join(set, 'postcodes.json')),
    text(join(set, 'providers.json')),
    filesIn(join(set, 'this_year')),
    filesIn(join(set, 'last_year')),
  ])
  const told = readSetDescription(description)
  return { ...told, thisYear, lastYear, postcodes: readPostcodes(postcodes), providers: readProviders(providers) }
}

async function postcodesFrom(path: string | undefined): Promise<PostcodeList> {
  if (path === undefined) return postcodeListFrom([])
  if (path.endsWith('.json')) return readPostcodes(await text(path), basename(path))
  return (await readPostcodeDirectory(createReadStream(path, { highWaterMark: 1 << 18 }))).list
}

async function providersFrom(path: string | undefined): Promise<Provider[]> {
  if (path === undefined) return []
  const file = basename(path)
  return path.endsWith('.json') ? readProviders(await text(path), file) : readProviderTable(await text(path), file)
}

async function fromFolders(options: Options, year: number): Promise<ReturnFiles> {
  const thisYear = await filesIn(options.thisYear ?? '')
  const lastYear = options.lastYear === undefined ? [] : await filesIn(options.lastYear)
  return {
    thisYear,
    lastYear,
    year,
    authority: codeOf2025(options.authority ?? ''),
    upperTier: upperTierOf,
    postcodes: await postcodesFrom(options.postcodes),
    providers: await providersFrom(options.providers),
  }
}

/** One sentence on what is wrong with the way the command was called, or nothing. */
function misuse(set: string | undefined, options: Options): string | undefined {
  if (set !== undefined && options.thisYear !== undefined) return 'give either a SET or --this-year, not both'
  if (set === undefined && options.thisYear === undefined) return 'give a SET folder, or --this-year with --year'
  if (set === undefined && options.year === undefined) return 'say which collection it is, as in --year 2026/27'
  if (options.by !== 'rule' && options.by !== 'child') return '--by is rule or child'
  const folders = [set, options.thisYear, options.lastYear].filter((folder) => folder !== undefined)
  const noFolder = folders.find((folder) => !isFolder(folder))
  if (noFolder !== undefined) return `there is no folder ${noFolder}`
  const parts = ['set.json', 'postcodes.json', 'providers.json', 'this_year', 'last_year']
  const lacking = set === undefined ? undefined : parts.find((part) => !existsSync(join(set, part)))
  if (lacking !== undefined) return `${set} is no set: it has no ${lacking}`
  const noFile = [options.postcodes, options.providers].find((file) => file !== undefined && !existsSync(file))
  return noFile === undefined ? undefined : `there is no file ${noFile}`
}

type Output = { out: (text: string) => void; aside: (text: string) => void }

async function check(set: string | undefined, options: Options, { out, aside }: Output): Promise<void> {
  const files = set === undefined ? await fromFolders(options, options.year ?? 0) : await fromSet(set)
  if (!yearsWithRules.includes(files.year))
    throw new Error(`There are no rules for the collection that ends in ${files.year}.`)
  const checked = checkSsda903(files)
  const rows = flaggedRows(checked)
  for (const warning of warnings(checked)) aside(`${warning}\n`)
  if (options.json !== undefined)
    await (options.json === '-' ? out(`${jsonOf(checked)}\n`) : writeFile(options.json, `${jsonOf(checked)}\n`))
  if (options.csv !== undefined) await writeFile(options.csv, csvOf(rows))
  if (options.json !== undefined || options.csv !== undefined) return aside(`${summary(checked, rows)}\n`)
  const lines = options.by === 'child' ? linesByChild(rows) : linesByRule(rows)
  out(`${[...lines, summary(checked, rows)].join('\n')}\n`)
}

/** Registers `check ssda903 [SET]`. Wrong use ends with status 2 and one line; what fails is thrown. No database is needed. */
export function checkCommand(
  program: Command,
  output: Output = { out: (line) => process.stdout.write(line), aside: (line) => process.stderr.write(line) },
): void {
  const parent =
    program.commands.find((one) => one.name() === 'check') ??
    program.command('check').description('check a return before it is sent')
  parent
    .command('ssda903')
    .description('check the return on children looked after')
    .argument('[set]', 'a folder with set.json, this_year/, last_year/, postcodes.json and providers.json')
    .option('--json <out>', 'write the flags as JSON to this file, or - for the terminal')
    .option('--csv <file>', 'write the flags as a CSV file')
    .option('--by <what>', 'list by rule or by child', 'rule')
    .option('--this-year <folder>', 'the CSV files of this year’s return')
    .option('--last-year <folder>', 'the CSV files of last year’s return')
    .option('--year <year>', 'the collection, as in 2026/27', collectionYear)
    .option('--authority <code>', 'the code of the council, as in E06000031')
    .option('--postcodes <file>', 'a postcode directory as CSV (may be packed with gzip), or a short list as JSON')
    .option('--providers <file>', 'the list of providers, as CSV or JSON')
    .action(async (set: string | undefined, options: Options, command: Command) => {
      const wrong = misuse(set, options)
      if (wrong !== undefined) command.error(wrong, { exitCode: 2 })
      await check(set, options, output)
    })
}
