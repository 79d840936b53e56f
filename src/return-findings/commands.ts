// `kith check ssda903`: checks a return on children looked after from files alone, for people and for programs.
import { createWriteStream } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Command } from 'commander'
import { writeWorkbook } from '#spreadsheets'
import {
  asksForFolders,
  asksForSet,
  type CheckedReturn,
  checkSsda903,
  type FilesAsked,
  type FilesCommandDeps,
  filesAsked,
  misuseOfFiles,
  misuseOfPaths,
  readSeverities,
  type Severities,
  ssda903Rules,
  terminal,
  yearsWithRules,
} from '#statutory-returns'
import { changesSince, type FlagKey, keysOf, readRun, runAsJson } from './changes.ts'
import { type Flagged, flaggedRows } from './flagged.ts'
import { changesLine, listings, summary, warnings } from './lines.ts'
import { csvOf, jsonOf, sheetsOf } from './written-findings.ts'

type Options = FilesAsked & {
  readonly json?: string
  readonly csv?: string
  readonly xlsx?: string
  readonly keep?: string
  readonly since?: string
  readonly by: string
  readonly severities?: string
}

/** One sentence on what is wrong with the way the command was called, or nothing. */
function misuse(set: string | undefined, options: Options): string | undefined {
  const { severities, since, xlsx, keep } = options
  return (
    (options.by in listings ? undefined : '--by is rule, child or worker') ??
    misuseOfFiles(set, options) ??
    misuseOfPaths({ there: [severities, since], toWrite: [xlsx, keep] })
  )
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

async function check(set: string | undefined, options: Options, deps: FilesCommandDeps): Promise<void> {
  const { out, aside, loadedPlaces } = deps
  const files = await filesAsked(set, options, loadedPlaces)
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

/** Registers `check ssda903 [SET]`. Wrong use ends with status 2 and one line; what fails is thrown. No database is needed. */
export function checkCommand(
  program: Command,
  deps: Pick<FilesCommandDeps, 'loadedPlaces'> & Partial<FilesCommandDeps>,
): void {
  const parent =
    program.commands.find((one) => one.name() === 'check') ??
    program.command('check').description('check a return before it is sent')
  const command = asksForSet(parent.command('ssda903').description('check the return on children looked after'))
  command
    .option('--json <out>', 'write the flags as JSON to this file, or - for the terminal')
    .option('--csv <file>', 'write what was found as a CSV file')
    .option('--xlsx <file>', 'write what was found as a workbook: by worker, by child, by rule')
    .option('--by <what>', 'list by rule, by child or by worker', 'rule')
    .option('--keep <file>', 'keep what was found, to compare a later check with it')
    .option('--since <file>', 'say what is new and what was put right since a check that was kept')
  asksForFolders(command)
    .option('--providers <file>', 'the list of providers, as CSV or JSON')
    .option(
      '--severities <file>',
      'how grave the council holds each rule to be: CSV with the columns rule and severity',
    )
    .action(async (set: string | undefined, options: Options) => {
      const wrong = misuse(set, options)
      if (wrong !== undefined) command.error(wrong, { exitCode: 2 })
      await check(set, options, { ...terminal, ...deps })
    })
}
