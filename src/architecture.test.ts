// Holds the rules of the house over every file of src, and shows for each rule a planted example that breaks it.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { buildHouse } from '../tools/architecture/house.ts'
import { readHouse } from '../tools/architecture/read-house.ts'
import { type HouseRuleName, houseRules } from '../tools/architecture/rules.ts'
import floors from './floors.json' with { type: 'json' }

type Files = Record<string, string>
type Case = { readonly rule: HouseRuleName; readonly name: string; readonly files: Files; readonly breach?: RegExp }

const plantedFloors = [
  ['clock'],
  ['reviews', 'visits', 'statutory-returns'],
  ['children'],
  ['web'],
  ['database', 'law'],
  ['calendar'],
]
const sound: Files = {
  'main.ts':
    "// Composes.\nimport { routes } from '#reviews'\nconst today = Date.now()\nconst at = process.env.KITH_HOME\nexport { routes, today, at }",
  'calendar/index.ts': "// Days.\nexport { day, type IsoDay } from './day.ts'",
  'calendar/day.ts':
    '// A day.\nexport type IsoDay = string & { readonly brand: unique symbol }\nexport const day = (s: string) => s',
  'database/index.ts': "// The door.\nexport { open } from './open.ts'",
  'database/open.ts': "// Opens.\nimport pg from 'pg'\nexport const open = () => new pg.Pool() as unknown",
  'children/index.ts': "// Children.\nexport { ageOn } from './age.ts'\nexport { childById } from './store.ts'",
  'children/age.ts': "// Ages.\nimport { day } from '#calendar'\nexport const ageOn = day",
  'children/store.ts':
    "// The room's only SQL.\nimport { open } from '#database'\nexport const childById = () => open() + `select id from child`",
  'reviews/index.ts': "// Reviews.\nexport { routes } from './routes.ts'",
  'reviews/routes.ts': "// Routes.\nimport { childById } from '#children'\nexport const routes = [childById]",
  'reviews/timing.ts':
    "// Timing.\nimport { ageOn } from '#children'\nimport { createHash } from 'node:crypto'\nexport const due = [ageOn, createHash] as const",
}

const broken: Case[] = [
  ...planted('a room imports only rooms on lower floors', [
    ['upwards', { 'children/x.ts': "// X.\nimport { a } from '#clock'" }, /children imports clock, which is above it/],
    [
      'beside',
      { 'reviews/x.ts': "// X.\nimport type { A } from '#visits'" },
      /reviews imports visits, which stands beside it/,
    ],
    ['by a dynamic import', { 'children/x.ts': "// X.\nexport const a = import('#clock')" }, /children imports clock/],
    ['by a type query', { 'children/x.ts': "// X.\nexport type A = import('#clock').A" }, /children imports clock/],
    ['by handing on', { 'children/x.ts': "// X.\nexport { a } from '#reviews'" }, /children imports reviews/],
    [
      'in a test, to support of tests',
      { 'database/x.test.ts': "// X.\nimport '../clock/test-clock.ts'" },
      /database imports clock/,
    ],
    ['in a test', { 'children/x.test.ts': "// X.\nimport '#clock'" }, /children imports clock/],
    ['from a room that is nowhere', { 'children/x.ts': "// X.\nimport '#attic'" }, /attic, which is on no floor/],
    ['a folder without a floor', { 'attic/x.ts': '// X.' }, /attic is on no floor/],
  ]),
  ...planted('across rooms only by the front door, inside a room only relative paths', [
    ['by a path', { 'reviews/x.ts': "// X.\nimport { a } from '../children/age.ts'" }, /goes to children by/],
    ['by a path to the door', { 'reviews/x.ts': "// X.\nexport * from '../children/index.ts'" }, /use #children/],
    ['behind the door', { 'reviews/x.ts': "// X.\nimport '#children/age'" }, /behind a front door/],
    ['behind the door of pages', { 'reviews/x.ts': "// X.\nimport '#children/pages/x'" }, /behind a front door/],
    ['its own door of pages', { 'reviews/x.ts': "// X.\nimport { f } from '#reviews/pages'" }, /its own front door/],
    ['its own door', { 'reviews/x.ts': "// X.\nimport { routes } from '#reviews'" }, /its own front door/],
    [
      'its own door by a path',
      { 'reviews/pages/x.tsx': "// X.\nimport { routes } from '../index.ts'" },
      /its own front door/,
    ],
    ['out of the room', { 'reviews/x.ts': "// X.\nimport '../main.ts'" }, /climbs out of its room/],
    ['out of src', { 'reviews/x.ts': "// X.\nimport '../../tools/x.ts'" }, /leaves src/],
    ['from the top by a path', { 'cli.ts': "// X.\nimport { a } from './children/age.ts'" }, /use #children/],
  ]),
  ...planted('a front door names what it gives', [
    ['export *', { 'visits/index.ts': "// V.\nexport * from './visit.ts'" }, /hands on everything of/],
  ]),
  ...planted('what the clock and an import load holds no page', [
    [
      'two doors away',
      {
        'clock/index.ts': "// C.\nexport { a } from './a.ts'",
        'clock/a.ts': "// A.\nimport { f } from '#visits'\nexport const a = f",
        'visits/index.ts': "// V.\nexport { f } from './pages/f.tsx'",
      },
      /loads the page visits\/pages\/f\.tsx/,
    ],
    [
      'by the door of pages',
      { 'imports/index.ts': "// I.\nimport { f } from '#visits/pages'\nexport { f }" },
      /loads the page visits\/pages\/index\.ts/,
    ],
  ]),
  ...planted('support of tests is loaded by tests only', [
    ['by a front door', { 'visits/index.ts': "// V.\nexport { a } from './test-visits.ts'" }, /which is for tests/],
    ['by another room', { 'visits/store.ts': "// V.\nimport '../database/test-database.ts'" }, /which is for tests/],
  ]),
  ...planted('every file is pure unless its name says otherwise', [
    ['a store', { 'reviews/x.ts': "// X.\nimport { a } from './store.ts'" }, /imports the worldly reviews\/store\.ts/],
    ['the type of a store', { 'reviews/x.ts': "// X.\nimport type { A } from './store.ts'" }, /imports the worldly/],
    [
      'two steps away',
      { 'reviews/x.ts': "// X.\nimport './y.ts'", 'reviews/y.ts': "// Y.\nimport './store.ts'" },
      /worldly reviews\/store\.ts/,
    ],
    [
      'a store behind a door',
      { 'reviews/x.ts': "// X.\nimport { childById } from '#children'" },
      /worldly children\/store\.ts by #children/,
    ],
    ['a whole door', { 'reviews/x.ts': "// X.\nimport * as c from '#children'" }, /worldly children\/index\.ts/],
    [
      'behind a renamed door',
      {
        'visits/index.ts': "// V.\nimport { f } from './store.ts'\nexport { f as g }",
        'clock/x.ts': "// X.\nimport { g } from '#visits'",
      },
      /worldly visits\/store\.ts by #visits/,
    ],
    [
      'behind two doors',
      {
        'visits/index.ts': "// V.\nexport { childById as g } from '#children'",
        'clock/x.ts': "// X.\nimport { g } from '#visits'",
      },
      /worldly children\/store\.ts/,
    ],
    ['a worldly room', { 'reviews/x.ts': "// X.\nimport { open } from '#database'" }, /worldly database\/open\.ts/],
    ['a computed import', { 'reviews/x.ts': '// X.\nexport const f = (at: string) => import(at)' }, /computed name/],
    [
      'a dynamic import',
      { 'reviews/x.ts': "// X.\nexport const f = () => import('./store.ts')" },
      /worldly reviews\/store\.ts/,
    ],
    ...[
      "import 'pg'",
      "import { Hono } from 'hono'",
      "import pino from 'pino'",
      "import { run } from 'graphile-worker'",
      "import { readFileSync } from 'node:fs'",
      "import { randomUUID } from 'node:crypto'",
      'Date.now()',
      'new Date()',
      "new Date('2026-01-01')",
      'Date()',
      'process.env',
      "process['env']",
      "fetch('https://example.org')",
      'Math.random()',
      'performance.now()',
      'crypto.randomUUID()',
      'console.log(1)',
      'setTimeout(() => 1, 1)',
      'globalThis.Date',
    ].map((code): Planted => [code, { 'reviews/x.ts': `// X.\n${code}` }, /pure, but (uses|imports)/]),
  ]),
  ...planted('only the composers read clock, environment and network', [
    ...['Date.now()', 'new Date()', 'process.env.HOME', 'process.argv', "fetch('/')", "import 'node:http'"].flatMap(
      (code): Planted[] => [
        [`${code} in routes`, { 'reviews/routes.ts': `// X.\n${code}` }, /; only main\.ts/],
        [`${code} beside main.ts`, { 'other.ts': `// X.\n${code}` }, /; only main\.ts/],
      ],
    ),
  ]),
  ...planted('names say something', [
    ['utils', { 'reviews/utils.ts': '// X.' }, /says nothing/],
    ['a folder', { 'reviews/helpers/due.ts': '// X.' }, /says nothing/],
    ['types', { 'reviews/types.ts': '// X.' }, /says nothing/],
    ['a test of utils', { 'reviews/utils.test.ts': '// X.' }, /says nothing/],
    ['an ending', { 'reviews/date-utils.ts': '// X.' }, /ends in a word/],
    ['capitals', { 'reviews/reviewTiming.ts': '// X.' }, /not kebab-case/],
  ]),
  ...planted('a file has at most 300 lines', [
    ['301 lines', { 'reviews/x.ts': `// X.\n${'\n'.repeat(300)}` }, /301 lines/],
  ]),
  ...planted('a file opens with a comment that says what it holds', [
    ['no comment', { 'reviews/x.ts': 'export const a = 1 // A.' }, /does not open/],
    ['empty', { 'reviews/x.ts': '' }, /does not open/],
    ['no TypeScript', { 'reviews/x.ts': '// X.\nconst = 1' }, /does not parse/],
  ]),
  ...planted('a room has at most 12 files besides pages and tests', [
    ['thirteen', many('visits/f', 13), /13 files/],
    ['thirteen beside its components', { ...many('look/f', 13), ...many('look/govuk/c', 3) }, /13 files/],
  ]),
  ...planted('no any, and no as outside the doors', [
    ['any', { 'reviews/x.ts': '// X.\nexport const f = (a: any) => a' }, /says any/],
    ['any in a store', { 'reviews/store.ts': '// X.\nexport const f = (a: Array<any>) => a' }, /says any/],
    ['as', { 'reviews/x.ts': '// X.\nexport const a = b as string' }, /claims a type/],
    ['an angle bracket', { 'reviews/x.ts': '// X.\nexport const a = <string>b' }, /claims a type/],
  ]),
  ...planted('SQL stands in stores only', [
    ['a template', { 'reviews/routes.ts': '// X.\nexport const q = `select id from child`' }, /holds SQL/],
    ['a string', { 'reviews/routes.ts': "// X.\nexport const q = 'insert into child values (1)'" }, /holds SQL/],
    ['a tag', { 'reviews/routes.ts': '// X.\nexport const q = sql`a`' }, /holds SQL/],
    ['a builder', { 'reviews/routes.ts': "// X.\nexport const q = db.selectFrom('child')" }, /holds SQL/],
  ]),
]

const allowed: Case[] = [
  {
    rule: 'across rooms only by the front door, inside a room only relative paths',
    name: 'a test that takes the support of tests of a lower room',
    files: { 'visits/x.test.ts': "// X.\nimport '../database/test-database.ts'" },
  },
  { rule: 'names say something', name: 'a table of data', files: { 'law/bank-holidays-data.ts': '// X.' } },
  { rule: 'a file has at most 300 lines', name: '300 lines', files: { 'reviews/x.ts': `// X.\n${'\n'.repeat(299)}` } },
  {
    rule: 'a file has at most 300 lines',
    name: 'a long test and a long table',
    files: { 'reviews/x.test.ts': '\n'.repeat(400), 'law/x-data.ts': '\n'.repeat(400) },
  },
  {
    rule: 'a room has at most 12 files besides pages and tests',
    name: 'pages, tests, rules of the return, components of the look',
    files: {
      ...many('visits/f', 12),
      ...many('visits/pages/p', 9),
      ...many('statutory-returns/ssda903/rules/r', 40),
      ...many('look/govuk/c', 40),
      ...many('look/parts/p', 40),
    },
  },
  {
    rule: 'no any, and no as outside the doors',
    name: 'as const, satisfies, the word any, a store',
    files: {
      'reviews/x.ts': "// any as.\nexport const a = { any: 'as any' } as const satisfies object",
      'reviews/store.ts': '// X.\nexport const a = b as string',
    },
  },
  {
    rule: 'SQL stands in stores only',
    name: 'a sentence',
    files: {
      'reviews/x.ts':
        "// X.\nexport const a = ['Select a home from the list', 'with your family', 'update from school']",
    },
  },
  {
    rule: 'every file is pure unless its name says otherwise',
    name: 'a word of the field',
    files: {
      'reviews/x.ts':
        '// X.\nexport const f = (performance: { grade: string }, repository: { fetch(): void }) => [performance.grade, repository.fetch()]',
    },
  },
]

describe('the house', () => {
  const house = readHouse()
  for (const [name, rule] of Object.entries(houseRules)) {
    it(name, () =>
      assert.deepEqual(
        rule(house).map(({ at, says }) => `${at}  ${says}`),
        [],
      ),
    )
  }
  it('has every room on one floor only', () => {
    const names = floors.floors.flat()
    assert.deepEqual(
      names.filter((room, at) => names.indexOf(room) !== at),
      [],
    )
  })
})

describe('the rules of the house, seen to fail', () => {
  for (const [name, rule] of Object.entries(houseRules)) {
    it(`${name}: a sound house passes`, () => assert.deepEqual(rule(buildHouse(plantedFloors, sound)), []))
    it(`${name}: has a planted breach`, () => assert.ok(broken.some((planted) => planted.rule === name)))
  }
  for (const { rule, name, files, breach } of broken) {
    it(`${rule}: ${name}`, () => {
      const found = houseRules[rule](buildHouse(plantedFloors, { ...sound, ...files }))
      assert.ok(found.length > 0 && found.every(({ says }) => breach?.test(says)), JSON.stringify(found))
    })
  }
  for (const { rule, name, files } of allowed) {
    it(`${rule}: allows ${name}`, () =>
      assert.deepEqual(houseRules[rule](buildHouse(plantedFloors, { ...sound, ...files })), []))
  }
})

type Planted = readonly [name: string, files: Files, breach: RegExp]

function planted(rule: HouseRuleName, examples: readonly Planted[]): Case[] {
  return examples.map(([name, files, breach]) => ({ rule, name, files, breach }))
}

function many(stem: string, count: number): Files {
  return Object.fromEntries(Array.from({ length: count }, (_, n) => [`${stem}${n}.ts`, '// X.']))
}
