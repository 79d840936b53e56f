// Reads what a return is checked with from disk: its files of both years, postcodes and providers, from a set or from folders.

import { createReadStream, existsSync, statSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { codeOf2025, type PostcodeList, readPostcodeDirectory, upperTierOf } from '#geography'
import { type NamedBytes, readReturn } from '#return-files'
import type { ReturnFiles } from './check-return.ts'
import type { Provider } from './given.ts'
import { readProviderTable } from './provider-table.ts'
import { readPostcodes, readProviders, readSetDescription } from './set-description.ts'

/** Where the files of a return lie. */
export type Folders = {
  readonly thisYear: string
  readonly lastYear?: string | undefined
  readonly year: number
  readonly authority?: string | undefined
  /** A directory as CSV, a short list as JSON, or `loaded`: what this Kith was given with `import postcodes`. */
  readonly postcodes?: string | undefined
  readonly providers?: string | undefined
}

/** Places of those postcodes, as the database of this Kith knows them. */
export type LoadedPlaces = (postcodes: ReadonlySet<string>) => Promise<PostcodeList>

export const isFolder = (path: string): boolean => existsSync(path) && statSync(path).isDirectory()

export async function filesIn(folder: string): Promise<NamedBytes[]> {
  const names = (await readdir(folder, { withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map(({ name }) => name)
  return await Promise.all(names.map(async (name) => ({ name, bytes: await readFile(join(folder, name)) })))
}

const text = async (path: string) => await readFile(path, 'utf8')

export const partsOfSet = ['set.json', 'postcodes.json', 'providers.json', 'this_year', 'last_year'] as const

export async function filesOfSet(set: string): Promise<ReturnFiles> {
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

/** Every postcode that the episodes of both years name. */
function postcodesNamed(years: readonly (readonly NamedBytes[])[], year: number): ReadonlySet<string> {
  const named = new Set<string>()
  for (const [back, files] of years.entries()) {
    const columns = readReturn(files, year - back).tables.Episodes?.columns
    for (const column of ['HOME_POST', 'PL_POST'])
      for (const cell of columns?.get(column) ?? []) if (cell !== null) named.add(cell)
  }
  return named
}

type Wanted = { readonly path: string | undefined; readonly named: () => ReadonlySet<string> }

async function postcodesFrom({ path, named }: Wanted, loaded: LoadedPlaces): Promise<PostcodeList | undefined> {
  if (path === undefined) return undefined
  if (path === 'loaded') return await loaded(named())
  if (path.endsWith('.json')) return readPostcodes(await text(path), basename(path))
  return (await readPostcodeDirectory(createReadStream(path, { highWaterMark: 1 << 18 }))).list
}

export async function providersFrom(path: string | undefined): Promise<Provider[]> {
  if (path === undefined) return []
  const file = basename(path)
  return path.endsWith('.json') ? readProviders(await text(path), file) : readProviderTable(await text(path), file)
}

export async function filesOfFolders(folders: Folders, loaded: LoadedPlaces): Promise<ReturnFiles> {
  const { year } = folders
  const thisYear = await filesIn(folders.thisYear)
  const lastYear = folders.lastYear === undefined ? [] : await filesIn(folders.lastYear)
  const named = () => postcodesNamed([thisYear, lastYear], year)
  return {
    thisYear,
    lastYear,
    year,
    authority: codeOf2025(folders.authority ?? ''),
    upperTier: upperTierOf,
    postcodes: await postcodesFrom({ path: folders.postcodes, named }, loaded),
    providers: await providersFrom(folders.providers),
  }
}
