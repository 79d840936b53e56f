// Rules on form: names, sizes, opening comments, claims about types, and where SQL may stand.

import type { Found } from './find-inside.ts'
import { type Breach, breach, type HouseRule, isGenerated, isPage, isStore, isTable, isTest, roomOf } from './house.ts'
import type { Source } from './read-source.ts'

const emptyWords = new Set([
  'util',
  'utils',
  'helper',
  'helpers',
  'common',
  'shared',
  'misc',
  'lib',
  'types',
  'services',
  'manager',
  'info',
  'data',
])
const kebab = /^[a-z0-9]+(-[a-z0-9]+)*(\.test)?\.tsx?$/
const emptyEnding = /-(utils?|helpers?|manager|info|misc)(\.test)?\.tsx?$/

/** No folder or file is named by a word that says nothing; names are kebab-case. */
export const namesSaySomething: HouseRule = (house) =>
  [...house.sources.values()].flatMap((source) => {
    const parts = source.path.split('/')
    const file = parts.at(-1) ?? ''
    const empty = [...parts.slice(0, -1), file.replace(/(\.test)?\.tsx?$/, '')].find((part) => emptyWords.has(part))
    if (empty !== undefined) return [breach(source, 1, `“${empty}” says nothing: name it by what it holds`)]
    if (emptyEnding.test(file)) return [breach(source, 1, `“${file}” ends in a word that says nothing`)]
    return kebab.test(file) ? [] : [breach(source, 1, `“${file}” is not kebab-case`)]
  })

const mostLines = 300
const mostFilesInRoom = 12

/** At most 300 lines a file; tests and data tables excepted. */
export const filesAreSmall: HouseRule = (house) =>
  [...house.sources.values()]
    .filter(({ path, lines }) => lines > mostLines && !isTest(path) && !isTable(path))
    .map((source) => breach(source, 1, `${source.lines} lines; at most ${mostLines}`))

/** Every file parses, and opens with a comment that says what it holds. */
export const filesOpenWithComment: HouseRule = (house) =>
  [...house.sources.values()].flatMap((source) => [
    ...source.syntaxErrors.map((error) => breach(source, 1, `does not parse: ${error}`)),
    ...(source.opensWithComment || isGenerated(source.path)
      ? []
      : [breach(source, 1, 'does not open with a comment that says what it holds')]),
  ])

/** Folders whose files are not counted, each with its reason. */
const uncounted = [
  {
    folder: 'statutory-returns/ssda903/rules/',
    because: 'one file per group of published rules, as the return numbers them',
  },
  { folder: 'look/govuk/', because: 'one file per component of GOV.UK Frontend, under the name it has there' },
  { folder: 'look/parts/', because: 'one file per part of a page, under the name that a page uses' },
]

/** A room of more than 12 files, besides pages, tests and tables, wants a second room. */
export const roomsAreSmall: HouseRule = (house) => {
  const counted = [...house.sources.values()].filter(
    ({ path }) =>
      !isTest(path) && !isPage(path) && !isTable(path) && !uncounted.some(({ folder }) => path.startsWith(folder)),
  )
  const rooms = Map.groupBy(counted, ({ path }) => roomOf(path))
  return [...rooms].flatMap(([room, files]): Breach[] =>
    room === undefined || files.length <= mostFilesInRoom
      ? []
      : [{ at: `src/${room}`, says: `${files.length} files besides pages and tests; at most ${mostFilesInRoom}` }],
  )
}

/** No `any` anywhere; no claim `as Type` except at the doors: stores, the database and the web. Tests may claim. */
export const typesAreEarned: HouseRule = (house) =>
  [...house.sources.values()]
    .filter(({ path }) => !isGenerated(path))
    .flatMap((source) => {
      const atDoor =
        isStore(source.path) ||
        isTest(source.path) ||
        ['postgres', 'database', 'backup', 'web'].includes(roomOf(source.path) ?? '')
      return [
        ...said(source, source.anys, 'says any'),
        ...(atDoor ? [] : said(source, source.casts, 'claims a type by `as`')),
      ]
    })

/** SQL stands in stores and in the rooms postgres, database, backup, access and jobs. */
export const sqlInStoresOnly: HouseRule = (house) =>
  [...house.sources.values()]
    .filter(
      ({ path }) =>
        !isStore(path) &&
        !isTest(path) &&
        !['postgres', 'database', 'backup', 'access', 'jobs'].includes(roomOf(path) ?? ''),
    )
    .flatMap((source) => said(source, source.sql, 'holds SQL outside a store'))

const said = (source: Source, found: readonly Found[], says: string) =>
  found.map(({ what, line }) => breach(source, line, `${says}: ${what}`))
