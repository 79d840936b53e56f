// A return taken into the record and made from it again: row by row what was taken, and where not, exactly what differs and why.
import assert from 'node:assert/strict'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { day } from '#calendar'
import {
  columnsOf,
  type NamedBytes,
  type RawTables,
  readReturn,
  type TableName,
  tableNames,
  tablesOfYear,
  writeXml,
} from '#return-files'
import { byOwner, byRule, type Flagged, flaggedRows } from '#return-findings'
import { checkSsda903 } from '#statutory-returns'
import { storedSet } from '../../test/ssda903/stored-sets.ts'
import { type TestCouncil, testCouncil } from '../imports/test-council.ts'
import { checkedRecord, madeReturn } from './commands.ts'
import { csvFiles, type MadeReturn, provenanceOf, rawTables } from './made-files.ts'

const setC = fileURLToPath(new URL('../demonstration/return', import.meta.url))
const CODE = 'E06000053'

/** The rows of every table as text, in the order of what they say. */
function rowsOf(files: readonly NamedBytes[], table: TableName): readonly string[] {
  const found = readReturn(files, 2027).tables[table]
  const columns = columnsOf(table).map((column) => found?.columns.get(column) ?? [])
  return Array.from({ length: found?.rows ?? 0 }, (_, at) =>
    columns.map((cells) => cells[at] ?? '').join(','),
  ).toSorted()
}

const bytesOf = (made: MadeReturn): readonly NamedBytes[] =>
  csvFiles(made).map(({ name, text }) => ({ name, bytes: Buffer.from(text) }))

const rowText = (tables: RawTables, table: string, row: number): string =>
  [...(tables[tableNamed(table)]?.columns.values() ?? [])].map((cells) => cells[row] ?? '').join(',')
const tableNamed = (name: string): TableName => tableNames.find((one) => one === name) ?? 'Header'

/** Rows that only one of the two holds, as `- row` and `+ row`. */
function differences(given: readonly string[], made: readonly string[]): readonly string[] {
  const left = [...made]
  const gone = given.filter((row) => {
    const at = left.indexOf(row)
    if (at >= 0) left.splice(at, 1)
    return at < 0
  })
  return [...gone.map((row) => `- ${row}`), ...left.map((row) => `+ ${row}`)].toSorted((a, b) =>
    a.slice(2) < b.slice(2) ? -1 : 1,
  )
}

describe('set C, taken and made again', () => {
  let kith: TestCouncil
  let made: MadeReturn
  const { files } = storedSet('C-2027-clean')
  before(async () => {
    kith = await testCouncil()
    await kith.take(join(setC, 'this_year'), join(setC, 'last_year'))
    made = (await madeReturn(kith.door, { council: CODE, year: 2027, today: day('2027-04-01') })).made
  })
  after(async () => await kith.close())

  for (const table of tablesOfYear(2027))
    test(`${table} is what was taken, row for row`, () => {
      const given = rowsOf(files.thisYear, table)
      assert.ok(given.length > 0)
      assert.deepEqual(differences(given, rowsOf(bytesOf(made), table)), [])
    })

  test('the XML form holds the same rows, and says which two tables it cannot', () => {
    const { xml, refused } = writeXml(rawTables(made))
    assert.deepEqual(
      refused.map((says) => says.split(' ')[0]),
      ['SWEpisodes', 'DoLo'],
    )
    for (const table of tablesOfYear(2027).filter((one) => one !== 'SWEpisodes' && one !== 'DoLo'))
      assert.deepEqual(rowsOf([{ name: 'return.xml', bytes: Buffer.from(xml) }], table), rowsOf(bytesOf(made), table))
  })

  test('the check raises the flags of the set, on the same rows', () => {
    const flagged = (thisYear: readonly NamedBytes[]) => {
      const { flags, broken, notRun, findings } = checkSsda903({ ...files, thisYear })
      assert.deepEqual([broken, notRun, findings.thisYear.filter(({ stops }) => stops)], [[], [], []])
      const { tables } = readReturn(thisYear, 2027)
      const rows: string[] = []
      for (const [code, byTable] of flags)
        for (const [table, numbers] of Object.entries(byTable))
          for (const row of numbers ?? []) rows.push(`${code} ${table} ${rowText(tables, table, row)}`)
      return rows.toSorted()
    }
    const made2027 = flagged(bytesOf(made))
    assert.ok(made2027.length > 0)
    assert.deepEqual(made2027, flagged(files.thisYear))
  })

  test('every value is from a version that stands in the record, and the file of origins holds no value', async () => {
    const lines = provenanceOf(made).trimEnd().split('\r\n').slice(1)
    const origins = new Map<string, Set<string>>()
    for (const one of lines) {
      const [table, row, column, record = '', , version = ''] = one.split(',')
      assert.ok(table && row && column)
      origins.set(record, (origins.get(record) ?? new Set()).add(version))
    }
    for (const [record, versions] of origins) {
      const [found] = await kith.query(
        `select count(*)::int as standing, count(source)::int as with_source from kith.${record}_current where id = any ($1::uuid[])`,
        [[...versions]],
      )
      assert.deepEqual([record, found?.standing, found?.with_source], [record, versions.size, versions.size])
    }
    const traced = new Set(lines.map((one) => one.split(',').slice(0, 3).join(',')))
    for (const [table, rows] of made.rows)
      for (const [at, row] of rows.entries())
        for (const column of columnsOf(table))
          if (row.cells[column] !== undefined) assert.ok(traced.has(`${table},${at + 2},${column}`))
    assert.ok(!lines.some((one) => one.includes('SYN000000') || one.includes('QD19')))
  })

  test('the log says whose records went into it', async () => {
    const [entries] = await kith.query(
      "select count(distinct child)::int as children from kith.access_entry where what = 'read for the SSDA903 return'",
    )
    assert.equal(entries?.children, 286)
  })

  test('checked from the record, the flags are those of its files, with the child, the worker and the lines behind them', async () => {
    const { checked, found } = await kith.door.asService(
      kith.council,
      'command line',
      async (asking) =>
        await checkedRecord(asking, { year: 2027, today: day('2027-04-01') }, async (postcodes) => {
          assert.ok(postcodes.size > 100)
          return await Promise.resolve({ authority: CODE, postcodes: files.postcodes, providers: files.providers })
        }),
    )
    const named = (rows: readonly Flagged[]) => rows.map(({ rule, child }) => `${rule.code} ${child}`).toSorted()
    const ofFiles = flaggedRows(checkSsda903({ ...files, authority: CODE, thisYear: bytesOf(made) }))
    assert.deepEqual(named(found), named(ofFiles))
    assert.deepEqual(
      byOwner(found)
        .flatMap((group) => named(group.found))
        .toSorted(),
      byRule(found)
        .flatMap((group) => named(group.found))
        .toSorted(),
    )
    assert.deepEqual(checked.broken, [])
    // The table is new with this collection: there is none of last year to compare with.
    assert.deepEqual(checked.notRun, [{ rule: '706', missing: ['last DoLo'] }])
    assert.ok(found.every(({ record }) => record !== undefined && /^[0-9a-f-]{36}$/.test(record)))
    const allocation = found.find(({ rule }) => rule.code === 'SW11bSTG2')
    assert.deepEqual(
      allocation?.behind.map(({ column, record }) => `${column} ${record}`),
      ['SW_DEC allocation'],
    )
  })
})
