// What must not change the flags of a return, and what must change them in one place only; with fuzzed real returns.

import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import {
  type NamedBytes,
  type RawTable,
  type RawTables,
  readReturn,
  type TableName,
  tableNames,
  writeXml,
} from '#return-files'
import { setNames, storedSet } from '../../../test/ssda903/stored-sets.ts'
import { checkSsda903, type ReturnFiles } from './check-return.ts'
import { givenOf, type ReturnToCheck } from './given.ts'
import { type Rule, rulesOfYear } from './rule.ts'
import { ssda903Rules } from './rules/all-rules.ts'
import { type Outcome, runRules } from './run-rules.ts'

const sets = setNames.map((name) => ({ name, ...storedSet(name) }))

function rawReturn(files: ReturnFiles): ReturnToCheck {
  const { year } = files
  return {
    ...files,
    thisYear: readReturn(files.thisYear, year).tables,
    lastYear: readReturn(files.lastYear, year - 1).tables,
  }
}

const rulesOf = ({ year }: Pick<ReturnToCheck, 'year'>) => rulesOfYear(ssda903Rules, year)
const check = (raw: ReturnToCheck, order = rulesOf(raw)): Outcome => runRules(givenOf(raw), order)

/** A table of the rows named, in that order. */
function pick(table: RawTable, rows: readonly number[]): RawTable {
  const columns = new Map([...table.columns].map(([name, cells]) => [name, rows.map((row) => cells[row] ?? null)]))
  return { ...table, columns, rows: rows.length, lines: rows.map((row) => table.lines[row] ?? 0) }
}

type Change = (table: RawTable) => RawTable
function changed(tables: RawTables, change: Change): RawTables {
  const after: { [T in TableName]?: RawTable } = {}
  for (const name of tableNames) {
    const table = tables[name]
    if (table) after[name] = change(table)
  }
  return after
}

const bothYears = (raw: ReturnToCheck, change: Change): ReturnToCheck => ({
  ...raw,
  thisYear: changed(raw.thisYear, change),
  lastYear: changed(raw.lastYear, change),
})

/** Flags by what the rows say, so that rows may move; `where` leaves out the others. */
function said(raw: ReturnToCheck, { flags }: Outcome, where: (child: string | null) => boolean = () => true): string[] {
  const lines: string[] = []
  for (const [code, tables] of flags) {
    for (const name of tableNames) {
      const columns = [...(raw.thisYear[name]?.columns ?? [])]
      const children = raw.thisYear[name]?.columns.get('CHILD')
      for (const row of tables[name] ?? []) {
        if (where(children?.[row] ?? null))
          lines.push(`${code} ${name} ${columns.map(([, cells]) => cells[row] ?? '').join('|')}`)
      }
    }
  }
  return lines.toSorted()
}

/** A shuffle that is the same each time. */
function shuffled<T>(things: readonly T[], seed: number): T[] {
  const mixed = [...things]
  let state = seed
  for (let at = mixed.length - 1; at > 0; at -= 1) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    const other = state % (at + 1)
    const [one, two] = [mixed[at], mixed[other]]
    if (one !== undefined && two !== undefined) {
      mixed[at] = two
      mixed[other] = one
    }
  }
  return mixed
}

const rowsOf = (table: RawTable) => Array.from({ length: table.rows }, (_, row) => row)

for (const { name, files } of sets) {
  const raw = rawReturn(files)
  const outcome = check(raw)

  void test(`${name}: the order of the rows makes no difference`, () => {
    for (const seed of [1, 2, 3]) {
      const mixed = bothYears(raw, (table) => pick(table, shuffled(rowsOf(table), seed)))
      assert.deepEqual(said(mixed, check(mixed)), said(raw, outcome))
    }
  })

  void test(`${name}: the order of the rules makes no difference`, () => {
    const mixed = check(raw, shuffled(rulesOf(raw), 7))
    assert.deepEqual(said(raw, mixed), said(raw, outcome))
    assert.deepEqual([...mixed.flags.keys()].toSorted(), [...outcome.flags.keys()].toSorted())
  })

  void test(`${name}: the names of the children make no difference`, () => {
    const rename = (cell: string | null) => (cell === null ? null : `Z${cell.slice(2)}${cell.slice(0, 2)}`)
    const renamed = bothYears(raw, (table) => {
      const columns = new Map(table.columns)
      columns.set('CHILD', (columns.get('CHILD') ?? []).map(rename))
      return { ...table, columns }
    })
    assert.deepEqual(check(renamed).flags, outcome.flags)
  })

  // Rule 444 looks for one pupil number on two children, so it is the only one in which a child touches another.
  const apart = (lines: string[]) => lines.filter((line) => !line.startsWith('444 '))

  void test(`${name}: without one child, only that child's flags are gone`, () => {
    const children = [...new Set(raw.thisYear.Episodes?.columns.get('CHILD'))]
    for (const child of shuffled(children, 11).slice(0, 12)) {
      const others = (cell: string | null) => cell !== child
      const without = bothYears(raw, (table) => {
        const cells = table.columns.get('CHILD') ?? []
        return pick(
          table,
          rowsOf(table).filter((row) => others(cells[row] ?? null)),
        )
      })
      assert.deepEqual(apart(said(without, check(without))), apart(said(raw, outcome, others)))
    }
  })

  void test(`${name}: split by child and checked apart, the flags are those of the whole`, () => {
    const half = (keep: boolean) =>
      bothYears(raw, (table) => {
        const cells = table.columns.get('CHILD') ?? []
        const inFirst = (row: number) => (cells[row] ?? '').charCodeAt((cells[row] ?? '').length - 1) % 2 === 0
        return pick(
          table,
          rowsOf(table).filter((row) => inFirst(row) === keep),
        )
      })
    const parts = [half(true), half(false)].flatMap((part) => said(part, check(part)))
    assert.deepEqual(apart(parts).toSorted(), apart(said(raw, outcome)))
  })
}

for (const { name, files } of sets)
  void test(`${name}: a rule finds nothing more where it looks at every row instead of among those it names`, () => {
    const raw = rawReturn(files)
    const everywhere = rulesOf(raw).map((rule): Rule => {
      const { among: _, ...asked } = rule
      return asked
    })
    assert.ok(rulesOf(raw).some(({ among }) => among))
    assert.deepEqual(check(raw, everywhere).flags, check(raw).flags)
  })

void test('a rule that throws is broken for that row, and nothing else notices', () => {
  const set = sets[0]
  assert.ok(set)
  const raw = rawReturn(set.files)
  const rules = rulesOf(raw)
  const first = rules.find(({ over }) => over === 'Header')
  assert.ok(first)
  const { fails: _, among: __, ...words } = first
  const faulty: Rule = { ...words, code: 'faulty', check: (_given, at) => assert.notEqual(at % 100, 7) }
  const outcome = check(raw, [faulty, ...rules])
  assert.deepEqual(
    outcome.broken.map(({ rule, at }) => `${rule} ${at}`),
    ['faulty 7', 'faulty 107', 'faulty 207'],
  )
  assert.deepEqual(said(raw, outcome), said(raw, check(raw)))
})

const oddCells = [
  '',
  ' ',
  '"',
  ',',
  '\u0000',
  '31/02/2026',
  '1/5/2026',
  '2026-05-01',
  '99/99/9999',
  'ZZ/ZZ/ZZZZ',
  '-1',
  '1e9',
  '__PROTO__',
  'CONSTRUCTOR',
  'Ω',
  '😀',
  'A'.repeat(5000),
  '=1+1',
  'X1',
  'V3',
  'E11',
]

type Mutation = { file: number; at: number; kind: number; cell: string }

/** Breaks one file in one place: a cell, a row, its order, its bytes or its end. */
function mutated(files: readonly NamedBytes[], { file, at, kind, cell }: Mutation): NamedBytes[] {
  return files.flatMap((one, number) => {
    if (number !== file % files.length) return [one]
    const lines = new TextDecoder().decode(one.bytes).split('\n')
    const row = at % lines.length
    const cells = (lines[row] ?? '').split(',')
    if (kind === 0) return []
    if (kind === 1) lines.splice(row, 1)
    else if (kind === 2) lines.push(lines[row] ?? '', ...lines.slice(1, 3))
    else if (kind === 3) return [{ ...one, bytes: one.bytes.slice(0, at % (one.bytes.length + 1)) }]
    else if (kind === 4)
      return [
        {
          ...one,
          bytes: one.bytes.map((byte, place) => (place === at % one.bytes.length ? (byte + 128) % 256 : byte)),
        },
      ]
    else cells[at % cells.length] = cell
    if (kind > 4) lines[row] = cells.join(',')
    return [{ ...one, bytes: new TextEncoder().encode(lines.join('\n')) }]
  })
}

void test('a mutated return is always checked to the end: each rule runs, or is said not to have', () => {
  const mutation = fc.record({
    file: fc.nat(11),
    at: fc.nat(60_000),
    kind: fc.nat(9),
    cell: fc.oneof(fc.constantFrom(...oddCells), fc.string({ maxLength: 12 })),
  })
  fc.assert(
    fc.property(
      fc.constantFrom(...sets),
      fc.array(mutation, { minLength: 1, maxLength: 12 }),
      fc.boolean(),
      (set, changes, last) => {
        const broken = changes.reduce(
          (files, change) => (files.length > 0 ? mutated(files, change) : files),
          last ? set.files.lastYear : set.files.thisYear,
        )
        const files = last ? { ...set.files, lastYear: broken } : { ...set.files, thisYear: broken }
        const checked = checkSsda903(files)
        assert.deepEqual(checked.broken, [])
        const accounted = new Set([...checked.flags.keys(), ...checked.notRun.map(({ rule }) => rule)])
        assert.equal(accounted.size, checked.rules.length)
        const said = [...checked.findings.thisYear, ...checked.findings.lastYear]
        if (checked.notRun.length > 0) assert.ok(said.length > 0)
        for (const { bytes, name } of broken) if (bytes.length === 0) assert.ok(said.some(({ file }) => file === name))
      },
    ),
    { numRuns: 40, interruptAfterTimeLimit: 20_000 },
  )
})

const asXml = (files: readonly NamedBytes[], year: number): NamedBytes[] => {
  const { tables } = readReturn(files, year)
  return [
    { name: 'return.xml', bytes: new TextEncoder().encode(writeXml(tables).xml) },
    ...files.filter(({ name }) => name === 'sw_episodes.csv' || name === 'dolo.csv'),
  ]
}
const inXml = sets.map(({ files }) => ({ files: { ...files, thisYear: asXml(files.thisYear, files.year) } }))

void test('a mutated XML form is read to its end or refused in words, and every rule runs or is said not to have', () => {
  const mutation = fc.record({
    at: fc.nat(400_000),
    length: fc.nat(40),
    put: fc.oneof(
      fc.constantFrom('<', '>', '&', '</CHILD>', '<CHILD>', ']]>', '<!--', '&#0;', '&lol;', ...oddCells),
      fc.string({ maxLength: 12 }),
    ),
  })
  fc.assert(
    fc.property(fc.constantFrom(...inXml), fc.array(mutation, { minLength: 1, maxLength: 6 }), ({ files }, changes) => {
      const [form, ...others] = files.thisYear
      assert.ok(form)
      let text = new TextDecoder().decode(form.bytes)
      for (const { at, length, put } of changes) {
        const place = at % (text.length + 1)
        text = `${text.slice(0, place)}${put}${text.slice(place + length)}`
      }
      const checked = checkSsda903({
        ...files,
        thisYear: [{ ...form, bytes: new TextEncoder().encode(text) }, ...others],
      })
      assert.deepEqual(checked.broken, [])
      assert.equal(checked.flags.size + checked.notRun.length, checked.rules.length)
      const said = checked.findings.thisYear
      if (!checked.given.Episodes.present) assert.ok(said.some(({ file, stops }) => file === form.name && stops))
    }),
    { numRuns: 40, interruptAfterTimeLimit: 20_000 },
  )
})
