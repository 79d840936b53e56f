// Of each row of a child's export: under which condition it stands, and what hangs on it.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { conditionsOf, type ExportedRow } from './conditions.ts'

const id = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`
const row = (table: string, n: number, more: ExportedRow['row'] = {}): ExportedRow => ({
  table,
  row: { id: id(n), line: id(n), child: id(900), recorded_by: id(901), audience: null, ...more },
})
const of = (...rows: readonly ExportedRow[]) => conditionsOf(rows)

describe('the conditions of exported rows', () => {
  const cases: readonly [string, ExportedRow, readonly string[]][] = [
    ['nothing limits it', row('kith.address', 1), []],
    ['an empty audience limits nothing', row('kith.address', 1, { audience: [] }), []],
    ['an audience', row('kith.address', 1, { audience: ['duty', 'cover'] }), ['audience: only duty, cover']],
    ['who must not know', row('kith.view', 1, { must_not_know: [id(7)] }), ['audience: named people must not know']],
    ['somebody else’s terms', row('kith.document', 1, { terms: 'police' }), ['terms: police']],
    ['our own terms', row('kith.document', 1, { terms: 'own' }), []],
    ['our own record', row('kith.note', 1, { terms: 'own record' }), []],
    ['somebody around the child', row('kith.family_person', 1), ['about somebody around the child']],
    [
      'a row as another system had it',
      row('kith.kept_row', 1),
      ['a row of another system, word for word: it may name other people, or a place that not everybody may know'],
    ],
  ]
  for (const [name, one, expected] of cases) test(name, () => assert.deepEqual(of(one), [expected]))

  test('what holds of one version holds of every version of its line', () => {
    const older = row('kith.address', 1)
    const newer = row('kith.address', 2, { line: id(1), supersedes: id(1), audience: ['duty'] })
    assert.deepEqual(of(older, newer), [['audience: only duty'], ['audience: only duty']])
  })

  test('what names such a row hangs on it, and what names that one too', () => {
    const document = row('kith.document', 1, { terms: 'legal advice' })
    const file = row('kith.document_file', 2, { document: id(1) })
    const piece = { table: 'kith.document_piece', row: { file: id(2), number: 0, child: id(900) } }
    const free = row('kith.visit', 3)
    assert.deepEqual(of(piece, file, free, document), [
      [`hangs on kith.document_file ${id(2)}`],
      [`hangs on kith.document ${id(1)}`],
      [],
      ['terms: legal advice'],
    ])
  })

  test('who wrote a row, and of whom it is, are no reason; rows without an id do not share one', () => {
    const person = row('kith.family_person', 901)
    const duty = { table: 'kith.duty', row: { child: id(900), rule: 'CP-01' } }
    const own = { table: 'kith.own_child', row: { child: id(900), person: id(901) } }
    assert.deepEqual(of(person, row('kith.visit', 3), duty, own), [
      ['about somebody around the child'],
      [],
      [],
      ['about somebody who works for the council'],
    ])
  })
})
