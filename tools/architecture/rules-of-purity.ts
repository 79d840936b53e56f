// Rules on purity: a file touches the world only where its name says so, and clock, environment and network only at the top.

import type { Import } from './find-inside.ts'
import { breach, broughtIn, type House, type HouseRule, isTest, isWorldly, roomOf } from './house.ts'
import type { Source } from './read-source.ts'

/** What a pure file may import from outside `src`; null: every name of it. Anything else does, or might do, input and output. */
const pureOutside: ReadonlyMap<string, readonly string[] | null> = new Map([
  ['hono/jsx', null],
  ['hono/html', null],
  ['diff', ['diffWordsWithSpace']],
  ['node:assert/strict', null],
  // Hashing is arithmetic; the same module's random bytes are not.
  ['node:crypto', ['createHash', 'createHmac', 'hash', 'timingSafeEqual']],
])

/** The composers: the only readers of clock, environment and network. */
const composers: ReadonlySet<string> = new Set(['main.ts', 'worker.ts', 'cli.ts', 'settings.ts'])

/** A pure file imports no worldly file (types count too), no package that does IO, and uses nothing of the world. */
export const pureUnlessNamed: HouseRule = (house) =>
  [...house.sources.values()]
    .filter((source) => !isWorldly(source.path))
    .flatMap((source) => [
      ...source.imports.flatMap((found) =>
        impureImport(house, source, found).map((says) => breach(source, found.line, says)),
      ),
      ...source.worldUses.map(({ what, line }) =>
        breach(source, line, `pure, but uses ${what}; take what it gives as an argument`),
      ),
    ])

// Every pure file is looked at, so looking one step far holds for all that it imports in turn.
function impureImport(house: House, source: Source, found: Import): string[] {
  if (found.from.startsWith('.') || found.from.startsWith('#')) {
    return broughtIn(house, source, found)
      .filter((path) => isWorldly(path) && !path.startsWith('..') && !path.endsWith('.json'))
      .map((path) => `pure, but imports the worldly ${path}${found.from.startsWith('#') ? ` by ${found.from}` : ''}`)
  }
  const allowed = pureOutside.get(found.from)
  if (allowed === null) return []
  if (allowed === undefined || found.names === 'everything') return [`pure, but imports ${found.from}`]
  return found.names
    .filter((name) => !allowed.includes(name))
    .map((name) => `pure, but imports ${name} of ${found.from}`)
}

const clockAndEnvironment = new Set([
  'Date.now',
  'new Date()',
  'Date()',
  'Temporal.Now',
  'fetch()',
  'process.env',
  'process.argv',
  'process.cwd',
])
/** Uses of clock and environment outside the composers, each with its reason. Keep it short. */
const excepted = [
  {
    path: 'postgres/lock.ts',
    what: 'Date.now',
    because: 'the age of a lock file is told by the clock that stamped it',
  },
  { path: 'postgres/server-account.ts', what: 'process.env', because: 'the server process needs the PATH of this one' },
]

const network = /^(node:)?(http|https|http2|net|tls|dgram|dns)(\/.*)?$/

/** Only the composers read clock, environment and network; the database's door may open its own socket. */
export const onlyComposersRead: HouseRule = (house) =>
  [...house.sources.values()]
    .filter((source) => !composers.has(source.path) && !isTest(source.path))
    .flatMap((source) => [
      ...source.worldUses
        .filter(
          ({ what }) =>
            clockAndEnvironment.has(what) && !excepted.some((e) => e.path === source.path && e.what === what),
        )
        .map(({ what, line }) => breach(source, line, `uses ${what}; only ${[...composers].join(', ')} may`)),
      ...source.imports
        .filter(({ from }) => network.test(from) && !['postgres', 'database'].includes(roomOf(source.path) ?? ''))
        .map(({ from, line }) => breach(source, line, `imports ${from}; only ${[...composers].join(', ')} may`)),
    ])
