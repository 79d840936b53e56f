// The house as the rules see it: floors, rooms, files; which files are worldly; who defines a name behind a front door.
import type { Import } from './find-inside.ts'
import { readSource, type Source } from './read-source.ts'

export type House = {
  /** Highest floor first; names of one row stand beside each other. */
  readonly floors: readonly (readonly string[])[]
  readonly sources: ReadonlyMap<string, Source>
}
export type Breach = { readonly at: string; readonly says: string }
export type HouseRule = (house: House) => Breach[]

/** `files`: path relative to `src` → text. */
export function buildHouse(floors: readonly (readonly string[])[], files: Readonly<Record<string, string>>): House {
  return { floors, sources: new Map(Object.entries(files).map(([path, text]) => [path, readSource(path, text)])) }
}

export function breach(source: Source, line: number, says: string): Breach {
  return { at: `src/${source.path}:${line}`, says }
}

/** The room of a file; undefined for the files that lie directly in `src`. */
export function roomOf(path: string): string | undefined {
  return path.includes('/') ? path.slice(0, path.indexOf('/')) : undefined
}

/** 0 is the highest floor; -1 means no floor. */
export function floorOf(house: House, room: string): number {
  return house.floors.findIndex((row) => row.includes(room))
}

/** Support of tests: `test-….ts`, loaded by tests only. */
export const isTestSupport = (path: string) => /(^|\/)test-[^/]+\.tsx?$/.test(path)
export const isTest = (path: string) => /\.test\.tsx?$/.test(path) || isTestSupport(path)
export const isGenerated = (path: string) => /(^|\/)generated\.ts$/.test(path)
export const isTable = (path: string) => /(^|\/|-)data\.ts$/.test(path) || isGenerated(path)
export const isStore = (path: string) => /(^|\/|-)store\.ts$/.test(path)
export const isPage = (path: string) => /^[^/]+\/pages\//.test(path)

const worldlyRooms = new Set(['postgres', 'database', 'backup', 'web', 'access', 'jobs', 'sessions', 'sign-in'])
const worldlyName = /(^|\/)((.+-)?(store|thread)|routes|jobs|commands|import-.+|index)\.ts$/

/** Worldly files may touch database, files, requests and jobs; every other file is pure. */
export function isWorldly(path: string): boolean {
  const room = roomOf(path)
  if (room === undefined || isTest(path) || worldlyRooms.has(room)) return true
  return worldlyName.test(path) || (isPage(path) && path.endsWith('.tsx'))
}

/** The path, relative to `src`, that a relative import leads to; it starts with `..` when it leaves `src`. */
export function follow(fromPath: string, specifier: string): string {
  const parts = fromPath.split('/').slice(0, -1)
  for (const step of specifier.split('/')) {
    if (step === '..' && parts.length > 0 && parts.at(-1) !== '..') parts.pop()
    else if (step !== '.') parts.push(step)
  }
  return parts.join('/')
}

/** The front door that `#room` or `#room/pages` names, relative to `src`. */
export const doorAt = (specifier: string): string => `${specifier.slice(1)}/index.ts`

/** The files that an import brings in: of a front door, only those that define the imported names. */
export function broughtIn(house: House, source: Source, found: Import): string[] {
  if (found.from.startsWith('.')) return [follow(source.path, found.from)]
  if (!found.from.startsWith('#')) return []
  const door = doorAt(found.from)
  return found.names === 'everything'
    ? [door]
    : found.names.flatMap((name) => definers(house, { path: door, name }, new Set()))
}

function definers(house: House, wanted: { path: string; name: string }, seen: Set<string>): string[] {
  const key = `${wanted.path} ${wanted.name}`
  const source = house.sources.get(wanted.path)
  if (seen.has(key)) return []
  if (source === undefined) return [wanted.path]
  seen.add(key)
  const named = source.handedOn.filter((h) => h.exported === wanted.name)
  // `export *` hands on whatever is asked for; where the name is not behind it, nothing is found there.
  const ways = named.length > 0 ? named : source.handedOn.filter((h) => h.exported === '*')
  if (ways.length === 0) return [wanted.path]
  return ways.flatMap((way) => {
    const path = way.from.startsWith('#') ? doorAt(way.from) : follow(wanted.path, way.from)
    if (!way.from.startsWith('.') && !way.from.startsWith('#')) return [wanted.path]
    return definers(house, { path, name: way.name === '*' ? wanted.name : way.name }, seen)
  })
}
