// The five complete returns: every rule's flags are those of the reference, row by row, but for the deviations we list.
import assert from 'node:assert/strict'
import test from 'node:test'
import { type NamedBytes, readReturn, tableNames, writeXml } from '#return-files'
import { setNames, storedSet } from '../../../test/ssda903/stored-sets.ts'
import { type CheckedReturn, checkSsda903, yearsWithRules } from './check-return.ts'
import { deviationOf } from './deviations-data.ts'
import { rulesOfYear } from './rule.ts'
import { ssda903Rules } from './rules/all-rules.ts'

const spread = (flags: Readonly<Record<string, readonly number[] | undefined>> = {}) =>
  Object.entries(flags)
    .flatMap(([table, rows = []]) => rows.map((row) => `${table} ${row}`))
    .toSorted()

for (const name of setNames) {
  void test(`${name}: flags as the reference raises them`, () => {
    const { files, expected } = storedSet(name)
    const { flags, broken, notRun, findings } = checkSsda903(files)
    assert.deepEqual([broken, notRun], [[], []])
    assert.deepEqual(
      [findings.thisYear.filter(({ stops }) => stops), findings.lastYear.filter(({ stops }) => stops)],
      [[], []],
    )
    const codes = new Set([...Object.keys(expected.flags), ...expected.clean, ...Object.keys(expected.aliased)])
    const differing: string[] = []
    for (const code of codes) {
      const ours = flags.get(code)
      assert.ok(ours, `rule ${code} was not run`)
      const theirs = expected.flags[code] ?? expected.aliased[code]
      if (spread(ours).join() === spread(theirs).join()) continue
      differing.push(code)
      assert.ok(
        deviationOf(code),
        `rule ${code} differs: ${spread(ours).join()} where ${spread(theirs).join()} was expected`,
      )
    }
    console.log(
      `SSDA903 ${name}: ${codes.size} rules compared, ${codes.size - differing.length} identical; differ as decided: ${differing.join(' ')}`,
    )
  })
}

void test('the number of rules of each year', () => {
  assert.deepEqual(
    yearsWithRules.map((year) => rulesOfYear(ssda903Rules, year).length),
    [305, 312, 323],
  )
})

void test('no year has two rules of one code', () => {
  for (const year of yearsWithRules) {
    const codes = rulesOfYear(ssda903Rules, year).map(({ code }) => code)
    assert.deepEqual(
      codes.filter((code, at) => codes.indexOf(code) !== at),
      [],
    )
  }
})

void test('the XML form of a clean return raises the flags that its CSV files raise', () => {
  const { files } = storedSet('C-2027-clean')
  const xmlOf = (year: readonly NamedBytes[], collection: number) => [
    { name: 'return.xml', bytes: new TextEncoder().encode(writeXml(readReturn(year, collection).tables).xml) },
    ...year.filter(({ name }) => name === 'sw_episodes.csv' || name === 'dolo.csv'),
  ]
  const fromXml = checkSsda903({
    ...files,
    thisYear: xmlOf(files.thisYear, 2027),
    lastYear: xmlOf(files.lastYear, 2026),
  })
  assert.equal(fromXml.given.format, 'xml')
  const named = ({ flags, given }: CheckedReturn) =>
    [...flags].flatMap(([code, tables]) =>
      tableNames.flatMap((table) =>
        (tables[table] ?? []).map((row) => `${code} ${table} ${given.children[given[table].childOf(row)]}`),
      ),
    )
  assert.deepEqual(named(fromXml).toSorted(), named(checkSsda903(files)).toSorted())
})
