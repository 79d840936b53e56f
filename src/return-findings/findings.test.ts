// What was found, as work: every view holds the same flags, each has an owner and a place to put it right, and runs compare.
import assert from 'node:assert/strict'
import test from 'node:test'
import {
  type CheckedReturn,
  checkSsda903,
  columnsOf,
  type ReturnFiles,
  rulesOfYear,
  ssda903Rules,
  tableNames,
} from '#statutory-returns'
import { setNames, storedSet } from '../../test/ssda903/stored-sets.ts'
import { changesSince, keysOf, readRun, runAsJson } from './changes.ts'
import { byChild, byOwner, byRule, type Flagged, flaggedRows } from './flagged.ts'
import { linesByWorker } from './lines.ts'
import { fieldsToMend } from './mending.ts'
import { csvOf, sheetsOf } from './written-findings.ts'

const said = ({ rule, table, row, child }: Flagged) => `${rule.code} ${table} ${row} ${child}`

const csv = (name: string, ...lines: readonly string[]) => ({ name, bytes: Buffer.from(`${lines.join('\n')}\n`) })

function checkedOf(...thisYear: ReturnType<typeof csv>[]): CheckedReturn {
  const { files } = storedSet('C-2027-clean')
  return checkSsda903({ ...files, thisYear, lastYear: [] } satisfies ReturnFiles)
}

for (const name of setNames)
  void test(`${name}: the analyst's list, each child's and each worker's hold the same flags`, () => {
    const checked = checkSsda903(storedSet(name).files)
    const all = flaggedRows(checked)
    assert.ok(all.length > 0)
    const counted = [...checked.flags.values()].flatMap((tables) => Object.values(tables).flat()).length
    assert.equal(all.length, counted)
    for (const view of [byRule, byChild, byOwner])
      assert.deepEqual(
        view(all)
          .flatMap(({ found }) => found.map(said))
          .toSorted(),
        all.map(said).toSorted(),
      )
    for (const { key, found } of byOwner(all)) assert.ok(found.every(({ owner }) => owner === key))
    for (const sheet of sheetsOf(checked, all).slice(0, 3))
      assert.equal([...(sheet.rows as Iterable<unknown>)].length, all.length)
    assert.equal([...csvOf(all)].length, all.length + 1)
  })

void test('every rule, in every table that it may flag, has a field to put right in a room of the record', () => {
  for (const rule of ssda903Rules)
    for (const table of tableNames) {
      const fields = fieldsToMend(rule, table)
      assert.ok(fields.length > 0, `${rule.code} in ${table}`)
      for (const { table: of, column, room, page, called } of fields) {
        assert.ok(columnsOf(of).includes(column), `${rule.code}: ${of} has no ${column}`)
        assert.ok(room !== '' && page !== '' && called !== '')
      }
    }
})

void test('a field of the flagged table is meant before one of that name elsewhere; what is worked out, by what it comes from', () => {
  const told = (code: string, table: 'OC2' | 'Episodes') => {
    const rule = rulesOfYear(ssda903Rules, 2027).find((one) => one.code === code)
    assert.ok(rule)
    return fieldsToMend(rule, table).map((field) => `${field.table}.${field.column}`)
  }
  assert.deepEqual(told('INT14', 'OC2'), ['OC2.DOB'])
  assert.deepEqual(told('392a', 'Episodes'), ['Episodes.HOME_POST', 'Episodes.PL_POST'])
})

void test('the worker at the end of the year puts it right; where nobody is, the last one; where nobody ever was, nobody', () => {
  const header = ['A', 'B', 'C', 'D'].map((child) => `${child},F,01/01/2015,WBRI,UN1,0,`)
  const checked = checkedOf(
    csv('header.csv', 'CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB', ...header),
    csv(
      'sw.csv',
      'CHILD,DOB,SW_ID,SW_DECOM,SW_DEC,SW_REASON',
      'A,01/01/2015,SW1,01/05/2026,,MANAGE',
      'A,01/01/2015,SW2,01/04/2026,01/05/2026,FCONTA',
      'B,01/01/2015,SW3,01/04/2026,01/05/2026,FCONTA',
      'B,01/01/2015,SW4,01/05/2026,01/06/2026,MANAGE',
      'C,01/01/2015,SW5,01/05/2027,,MANAGE',
      'C,01/01/2015,SW6,01/04/2026,01/05/2027,FCONTA',
    ),
  )
  const owners = new Map(flaggedRows(checked).map(({ child, owner }) => [child, owner]))
  assert.deepEqual(
    ['A', 'B', 'C', 'D'].map((child) => owners.get(child)),
    ['SW1', 'SW4', 'SW6', ''],
  )
  const lines = linesByWorker(flaggedRows(checked))
  assert.match(lines[0] ?? '', /^Worker SW1: \d+ rows?, 1 child$/)
  assert.ok(lines.findIndex((line) => line.startsWith('No worker named')) > lines.indexOf('    Child C'))
})

void test('severities that a council enters stand beside its flags, and unknown is said where it entered none', () => {
  const found = flaggedRows(checkSsda903(storedSet('C-2027-clean').files), { severities: { '709': 'error' } })
  const grave = new Map(found.map(({ rule, severity }) => [rule.code, severity]))
  assert.deepEqual([grave.get('709'), grave.get('624')], ['error', 'unknown'])
})

const reviews = (...rows: readonly string[]) => checkedOf(csv('reviews.csv', 'CHILD,DOB,REVIEW,REVIEW_CODE', ...rows))

void test('between two runs: what is new, what was put right, and what stands although its row has moved', () => {
  const first = reviews('A,01/01/2015,01/05/2026,PN9', 'B,01/01/2015,02/05/2026,PN9')
  const before = readRun(runAsJson(keysOf(first, flaggedRows(first))))
  assert.ok(before)
  const second = reviews('C,01/01/2015,04/05/2026,PN9', 'A,01/01/2015,03/05/2026,PN1', 'B,01/01/2015,02/05/2026,PN9')
  const found = flaggedRows(second)
  const { fresh, still, mended } = changesSince(before, { keys: keysOf(second, found), found })
  assert.deepEqual([fresh.map(said), still.map(said)], [['167 Reviews 0 C'], ['167 Reviews 2 B']])
  assert.deepEqual(mended, ['167|Reviews|A|01/05/2026'])
  const same = changesSince(keysOf(second, found), { keys: keysOf(second, found), found })
  assert.deepEqual([same.fresh, same.mended, same.still.length], [[], [], found.length])
})

void test('two flags that are alike are told apart, so that mending one of them shows', () => {
  const twice = reviews('A,01/01/2015,01/05/2026,PN9', 'A,01/01/2015,01/05/2026,PN9')
  const before = keysOf(twice, flaggedRows(twice))
  assert.equal(new Set(before).size, before.length)
  const once = reviews('A,01/01/2015,01/05/2026,PN9', 'A,01/01/2015,01/05/2026,PN1')
  const found = flaggedRows(once)
  const { mended, still, fresh } = changesSince(before, { keys: keysOf(once, found), found })
  assert.deepEqual([mended.length, still.length, fresh.length], [1, 1, 0])
})

void test('what is no kept run is none', () => {
  for (const text of ['', '{', '[]', '{"keys":1}', 'null']) assert.equal(readRun(text), undefined)
})
