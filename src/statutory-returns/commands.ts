// What every command on the files of a return asks for in the same way: a set, or folders and what they are checked with.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { type Command, InvalidArgumentError } from 'commander'
import { collectionYearOf, type ReturnFiles, yearsInWords } from './ssda903/check-return.ts'
import { filesOfFolders, filesOfSet, isFolder, type LoadedPlaces, partsOfSet } from './ssda903/import-files.ts'

export type FilesAsked = {
  readonly thisYear?: string
  readonly lastYear?: string
  readonly year?: number
  readonly authority?: string
  readonly postcodes?: string
  readonly providers?: string
}

/** Where a command writes, and the places that this Kith was given: only `--postcodes loaded` asks for them. */
export type FilesCommandDeps = {
  readonly out: (text: string) => void
  readonly aside: (text: string) => void
  readonly loadedPlaces: LoadedPlaces
}

export const terminal = {
  out: (text: string) => void process.stdout.write(text),
  aside: (text: string) => void process.stderr.write(text),
}

function theYear(written: string): number {
  const year = collectionYearOf(written)
  if (year !== undefined) return year
  throw new InvalidArgumentError(`There are rules for ${yearsInWords}.`)
}

export const asksForSet = (command: Command): Command =>
  command.argument('[set]', 'a folder with set.json, this_year/, last_year/, postcodes.json and providers.json')

export const asksForFolders = (command: Command): Command =>
  command
    .option('--this-year <folder>', 'the files of this year’s return: CSV, or the XML form')
    .option('--last-year <folder>', 'the files of last year’s return')
    .option('--year <year>', 'the collection, as in 2026/27', theYear)
    .option('--authority <code>', 'the code of the council, as in E06000031')
    .option(
      '--postcodes <file>',
      'a postcode directory as CSV (may be packed with gzip), a short list as JSON, or the word loaded: what was given with import postcodes',
    )

/** One sentence on what is wrong with the set or the folders that were named, or nothing. */
export function misuseOfFiles(set: string | undefined, asked: FilesAsked): string | undefined {
  const { thisYear, lastYear, year, postcodes, providers } = asked
  if (set !== undefined && thisYear !== undefined) return 'give either a SET or --this-year, not both'
  if (set === undefined && thisYear === undefined) return 'give a SET folder, or --this-year with --year'
  if (set === undefined && year === undefined) return 'say which collection it is, as in --year 2026/27'
  const folders = [set, thisYear, lastYear].filter((folder) => folder !== undefined)
  const noFolder = folders.find((folder) => !isFolder(folder))
  if (noFolder !== undefined) return `there is no folder ${noFolder}`
  const lacking = set === undefined ? undefined : partsOfSet.find((part) => !existsSync(join(set, part)))
  if (lacking !== undefined) return `${set} is no set: it has no ${lacking}`
  return misuseOfPaths({ there: [postcodes === 'loaded' ? undefined : postcodes, providers], toWrite: [] })
}

type Paths = { readonly there: readonly (string | undefined)[]; readonly toWrite: readonly (string | undefined)[] }

/** Files that have to be there, and files that may not be there yet. */
export function misuseOfPaths({ there, toWrite }: Paths): string | undefined {
  const lacking = there.find((file) => file !== undefined && !existsSync(file))
  if (lacking !== undefined) return `there is no file ${lacking}`
  const taken = toWrite.find((file) => file !== undefined && existsSync(file))
  return taken === undefined ? undefined : `${taken} is there already: it is not written over`
}

/** After `misuseOfFiles` found nothing. */
export async function filesAsked(
  set: string | undefined,
  asked: FilesAsked,
  loadedPlaces: LoadedPlaces,
): Promise<ReturnFiles> {
  const { thisYear = '', year = 0 } = asked
  return set === undefined ? await filesOfFolders({ ...asked, thisYear, year }, loadedPlaces) : await filesOfSet(set)
}
