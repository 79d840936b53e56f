// Rules on who may import whom: lower floors only, across rooms by the front door, inside a room by relative paths.

import type { Import } from './find-inside.ts'
import {
  breach,
  doorAt,
  floorOf,
  follow,
  type House,
  type HouseRule,
  isPage,
  isTest,
  isTestSupport,
  roomOf,
} from './house.ts'
import type { Source } from './read-source.ts'

/** A room imports only rooms on lower floors, never one beside it; every folder is on a floor. */
export const lowerFloorsOnly: HouseRule = (house) => [...homeless(house), ...everyImport(house, climbs)]

/** Across rooms only by a front door, `#room` or `#room/pages`; inside a room only relative paths, never its own front door. */
export const frontDoorsOnly: HouseRule = (house) => everyImport(house, trespasses)

/** A front door names what it gives: no `export *`. */
export const frontDoorsName: HouseRule = (house) =>
  [...house.sources.values()]
    .filter((source) => /^[^/]+\/(pages\/)?index\.ts$/.test(source.path))
    .flatMap((source) =>
      source.handedOn
        .filter((h) => h.exported === '*')
        .map((h) => breach(source, h.line, `hands on everything of ${h.from}; name what others may use`)),
    )

/** What only tests need is not loaded by what serves children. */
export const testSupportIsForTests: HouseRule = (house) =>
  everyImport(house, (_house, source, found) => {
    const target = found.from.startsWith('.') ? follow(source.path, found.from) : ''
    return isTestSupport(target) && !isTest(source.path) ? `imports ${target}, which is for tests` : undefined
  })

/** Rooms that a command of its own loads whole, over every child of a council. */
const commandsFrom = ['clock', 'imports', 'ledger']

/** What the clock and an import load holds no page: its memory is for children. */
export const clockLoadsNoPage: HouseRule = (house) => {
  const loaded = new Set<string>()
  const waiting = commandsFrom.map((room) => `${room}/index.ts`)
  const found = []
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    const source = loaded.has(path) ? undefined : house.sources.get(path)
    loaded.add(path)
    for (const one of source?.imports ?? []) {
      if (one.typesOnly || source === undefined) continue
      const target = one.from.startsWith('#') ? doorAt(one.from) : follow(source.path, one.from)
      if (isPage(target))
        found.push(breach(source, one.line, `loads the page ${target}, and the clock loads this file`))
      else waiting.push(target)
    }
  }
  return found
}

type Look = (house: House, source: Source, found: Import) => string | undefined

function everyImport(house: House, look: Look) {
  return [...house.sources.values()].flatMap((source) =>
    source.imports.flatMap((found) => {
      const says = look(house, source, found)
      return says === undefined ? [] : [breach(source, found.line, says)]
    }),
  )
}

function homeless(house: House) {
  const firstOfRoom = new Map([...house.sources.values()].map((source) => [roomOf(source.path), source]))
  return [...firstOfRoom].flatMap(([room, source]) =>
    room !== undefined && floorOf(house, room) === -1
      ? [breach(source, 1, `${room} is on no floor: put it in src/floors.json`)]
      : [],
  )
}

const climbs: Look = (house, source, found) => {
  const room = roomOf(source.path)
  const other = roomEntered(source, found)
  if (room === undefined || other === undefined) return undefined
  const [here, there] = [floorOf(house, room), floorOf(house, other)]
  if (other === room || here === -1) return undefined
  if (there === -1) return `${room} imports ${other}, which is on no floor`
  if (there === here) return `${room} imports ${other}, which stands beside it`
  return there < here ? `${room} imports ${other}, which is above it` : undefined
}

function roomEntered(source: Source, { from }: Import): string | undefined {
  if (from.startsWith('#')) return from.slice(1).split('/')[0]
  const target = from.startsWith('.') ? follow(source.path, from) : '..'
  return target.startsWith('..') ? undefined : roomOf(target)
}

const trespasses: Look = (_house, source, found) => {
  const room = roomOf(source.path)
  if (found.from.startsWith('#')) {
    if (found.from.slice(1) === room) return `imports its own front door ${found.from}; use a relative path`
    if (found.from === `#${room}/pages`) return `imports its own front door ${found.from}; use a relative path`
    return /^#[^/]+(\/pages)?$/.test(found.from) ? undefined : `reaches behind a front door: ${found.from}`
  }
  if (!found.from.startsWith('.')) return undefined
  const target = follow(source.path, found.from)
  if (target === `${room}/index.ts`)
    return isTest(source.path) ? undefined : 'imports its own front door; use the file itself'
  if (target.startsWith('..')) return isTest(source.path) ? undefined : `leaves src: ${found.from}`
  const other = roomOf(target)
  if (other === room || (isTest(source.path) && isTestSupport(target))) return undefined
  return other === undefined
    ? `climbs out of its room to ${target}`
    : `goes to ${other} by ${found.from}; use #${other}`
}
