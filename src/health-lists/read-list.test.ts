// Lists of health providers as they come: what is read, which words are known, and why a row is not understood; one row never hides another.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { day } from '#calendar'
import { readList } from './read-list.ts'

const TODAY = day('2026-11-24')
const read = (...lines: readonly string[]) => {
  const list = readList(lines.join('\n'), TODAY)
  assert.ok(!('wrong' in list), 'wrong' in list ? list.wrong : '')
  return list
}
const REFERRALS =
  'Child,Service,Received,Answer,Answered,First appointment,Seen,Seen by,Outcome,Ended,Reason,Reference,Name'

test('referrals: words as pages write them or as keys, days with their year, what is not asked is not read', () => {
  const { kind, rows, faults, rowsRead } = read(
    REFERRALS,
    '100,Mental health and feelings,27/11/2025,Accepted,5 Dec 2025,14/01/2026,2026-01-14,A nurse,,,,R-7,Somebody',
    '101,dentist or orthodontist,2026-02-01,Declined,2026-02-03,,,,,,No room.,,',
  )
  assert.equal(kind, 'referrals')
  assert.equal(rowsRead, 2)
  assert.deepEqual(faults, [])
  assert.deepEqual(rows[0], {
    ...{ row: 2, child: '100', reference: 'R-7' },
    said: {
      ...{ asked_for: 'mental health', received: '2025-11-27', answer: 'accepted', answered: '2025-12-05' },
      ...{ offered: '2026-01-14', seen: '2026-01-14', seen_by: 'nurse' },
    },
  })
  assert.deepEqual(
    [rows[1]?.said['answer'], rows[1]?.said['reason'], rows[1]?.reference],
    ['refused', 'No room.', null],
  )
})

test('assessments are known by their columns', () => {
  const { kind, rows } = read(
    'child;kind;held;by'.replaceAll(';', ','),
    '100,IHA,10 Mar 2026,Doctor',
    '100,Review health assessment,3/9/2026,nurse',
  )
  assert.equal(kind, 'assessments')
  assert.deepEqual(
    rows.map(({ said }) => [said['kind'], said['happened'], said['by_role']]),
    [
      ['initial', '2026-03-10', 'doctor'],
      ['review', '2026-09-03', 'nurse'],
    ],
  )
})

const BAD: readonly (readonly [string, string, string | null])[] = [
  ['a day without its year', '100,Mental health,3 March', 'received'],
  ['no day at all', '100,Mental health,soon', 'received'],
  ['a service that is not known', '100,Astrology,1 Mar 2026', 'service'],
  ['no child', ',Mental health,1 Mar 2026', 'child'],
  ['fewer cells than the heading', '100,Mental health', null],
]
for (const [name, line, field] of BAD)
  test(`not understood, and those around it are: ${name}`, () => {
    const good = '100,mental health,1 Mar 2026'
    const { rows, faults, rowsRead } = read('child,service,received', good, line, good)
    assert.deepEqual(
      rows.map(({ row }) => row),
      [2, 4],
    )
    assert.deepEqual(
      faults.map((fault) => [fault.row, fault.field]),
      [[3, field]],
    )
    assert.equal(rowsRead, 3)
    assert.doesNotMatch(faults[0]?.says ?? '', /Astrology|soon/, 'never what the row held')
  })

for (const [name, text] of [
  ['no columns that are known', 'a,b\n1,2'],
  ['nothing', ''],
  ['a column twice', 'child,service,received,received\n1,2,3,4'],
  ['a quotation mark that is never closed', 'child,service,received\n1,"mental health,1 Mar 2026'],
] as const)
  test(`no list: ${name}`, () => assert.ok('wrong' in readList(text, TODAY)))

test('whatever a list holds, each row is either read or said to be not, and none is both', () => {
  fc.assert(
    fc.property(fc.array(fc.array(fc.string(), { maxLength: 4 }), { maxLength: 8 }), (cells) => {
      const lines = cells.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(','))
      const list = readList(['child,service,received', ...lines].join('\n'), TODAY)
      if ('wrong' in list) return
      const [taken, not] = [new Set(list.rows.map(({ row }) => row)), new Set(list.faults.map(({ row }) => row))]
      assert.equal(taken.size + not.size, list.rowsRead)
      assert.equal(taken.intersection(not).size, 0)
    }),
  )
})
