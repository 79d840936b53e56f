// Every worked case of every rule in force, year by year. The cases derive from MIT-licensed tests, Copyright Social
// Finance Digital Labs (see test/material/ssda903/NOTICE.md).

import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import test from 'node:test'
import { gunzipSync } from 'node:zlib'
import { type Cell, strictDay } from '#return-files'
import { deviationOf, deviations, type WrittenTables } from './deviations-data.ts'
import { givenOf, type Provider } from './given.ts'
import { rulesOfYear } from './rule.ts'
import { ssda903Rules } from './rules/all-rules.ts'
import { runRules } from './run-rules.ts'
import { exampleReturn } from './test-return.ts'

type Written = string | number | null | { $date: string }
type CaseTable = { columns: string[]; rows: Written[][]; index?: number[] }
type Case = {
  rule: string
  case: string
  definedIn: string
  tables: Record<string, CaseTable>
  metadata?: Record<string, Written | CaseTable>
  expected: Record<string, number[]>
  rulesets: string[]
  postcodeDirectory?: Record<string, boolean>
}

const cases: Case[] = gunzipSync(readFileSync('test/material/ssda903/rule-cases.jsonl.gz'))
  .toString('utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line))

const cell = (written: Written | CaseTable | undefined): Cell => {
  if (written === null || written === undefined) return null
  if (typeof written === 'object') return '$date' in written ? written.$date : null
  return String(written)
}

/** Columns that the reference reads under names that no return has. */
const realNames: Record<string, string> = { UASC_STATUS: 'UASC', DATE_EPISODE_CEASED: 'DEC', PLACEMENT: 'PLACE' }

// There the reference puts codes in capitals itself; we do it for every cell when a file is read.
const lowerCaseAllowed = new Set(['204', '208', '232', '393'])

/** A distance that is only there to be there. */
const distance = (text: Cell, column: string): Cell =>
  column === 'PL_DISTANCE' && text !== null && Number.isNaN(Number(text)) ? '1' : text

const written = (rule: string, tables: Record<string, CaseTable>): WrittenTables =>
  Object.fromEntries(
    Object.entries(tables).map(([name, { columns, rows }]) => [
      name,
      {
        columns: columns.map((column) => realNames[column] ?? column),
        rows: rows.map((row) =>
          row.map((value, at) => {
            const text = distance(cell(value), columns[at] ?? '')
            return lowerCaseAllowed.has(rule) ? (text?.toUpperCase() ?? null) : text
          }),
        ),
      },
    ]),
  )

function providersOf(table: Written | CaseTable | undefined): Provider[] {
  if (table === null || typeof table !== 'object' || !('rows' in table)) return []
  return table.rows.map((row) => {
    const of = (name: string) => cell(row[table.columns.indexOf(name)]) ?? ''
    return {
      urn: of('URN'),
      places: new Set(of('PLACE_CODES').split(',')),
      sectors: new Set(of('PROVIDER_CODES').split(',')),
      ended: strictDay(of('REG_END')),
      postcode: of('POSTCODE').replaceAll(' ', ''),
      authority: of('LA_CODE_INFERRED'),
    }
  })
}

function flagsOf(one: Case, year: number): Record<string, number[]> {
  const { collection_start, collection_end, localAuthority, provider_info, file_format } = one.metadata ?? {}
  const [start, end] = [cell(collection_start), cell(collection_end)]
  const directory = one.postcodeDirectory ?? {}
  const given = givenOf(
    exampleReturn(written(one.rule, one.tables), {
      year,
      ...(start ? { start } : {}),
      ...(end ? { end } : {}),
      ...(localAuthority ? { authority: cell(localAuthority) ?? '' } : {}),
      providers: providersOf(provider_info),
      format: file_format === 'xml' ? 'xml' : 'csv',
      postcodes: {
        placeOf: (postcode) => (directory[postcode] ? { easting: null, northing: null, authority: null } : undefined),
      },
    }),
  )
  const rules = rulesOfYear(ssda903Rules, year).filter(({ code }) => code === one.rule)
  const { flags, broken } = runRules(given, rules)
  assert.deepEqual(broken, [])
  return Object.fromEntries(
    Object.entries(flags.get(one.rule) ?? {}).map(([table, rows]) => {
      const index = one.tables[table]?.index
      return [table, index ? rows.map((row) => index[row] ?? row) : [...rows]]
    }),
  )
}

const tidy = (flags: Record<string, number[]>) =>
  Object.fromEntries(
    Object.entries(flags)
      .filter(([, rows]) => rows.length > 0)
      .map(([table, rows]) => [table, [...new Set(rows)].sort((one, other) => one - other)])
      .sort(([one = ''], [other = '']) => (one < other ? -1 : 1)),
  )

const years: readonly [string, number][] = [
  ['2024/25', 2025],
  ['2025/26', 2026],
  ['2026/27', 2027],
]

/** Written for another collection year, whose codes were replaced by others in it. */
const ofAnotherYear = ({ rule, definedIn, metadata }: Case, year: number): boolean =>
  rule === '503D' && definedIn === '2025/26' && metadata?.collectionYear !== String(year)
const againstWording = ({ rule, definedIn, case: name }: Case): boolean =>
  deviationOf(rule)?.notCases?.includes(`${definedIn} ${name}`) === true

const ran = new Set<Case>()
for (const [ruleset, year] of years) {
  const live = cases.filter((one) => one.rulesets.includes(ruleset) && !ofAnotherYear(one, year))
  void test(`worked cases of ${ruleset}`, async (t) => {
    for (const one of live) {
      if (againstWording(one)) continue
      ran.add(one)
      const name = `${one.rule} ${one.definedIn} ${one.case}`
      await t.test(name, () => assert.deepEqual(tidy(flagsOf(one, year)), tidy(one.expected)))
    }
  })
}

void test('every live case was run, but those against which we follow the wording, each of which is a case', () => {
  const live = cases.filter(({ rulesets }) => years.some(([ruleset]) => rulesets.includes(ruleset)))
  const against = live.filter(againstWording)
  console.log(
    `SSDA903 worked cases: ${live.length} live, ${ran.size} run, ${against.length} follow the wording instead`,
  )
  assert.equal(ran.size + against.length, live.length)
  assert.deepEqual([live.length, against.length], [350, 15])
  for (const { codes, notCases = [] } of deviations)
    for (const one of notCases)
      assert.ok(
        against.some(({ rule, definedIn, case: name }) => codes.includes(rule) && `${definedIn} ${name}` === one),
        `${codes.join(', ')}: there is no case ${one}`,
      )
})
