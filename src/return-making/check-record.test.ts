// Whose a flag is: the child and the worker of the row itself, also where two children of the record have one id in the return.
import assert from 'node:assert/strict'
import test from 'node:test'
import { day } from '#calendar'
import { postcodeListFrom } from '#geography'
import { checkRecord, type RecordMade } from './check-record.ts'
import { collectionOf } from './collection.ts'
import { togetherOf } from './make-return.ts'
import { type ReturnOfChild, returnOfChild } from './return-of-child.ts'
import { imported } from './test-held.ts'

const against = { authority: 'E06000053', postcodes: postcodeListFrom([]), providers: [] }
const together = (year: number, children: readonly ReturnOfChild[]): RecordMade => ({
  made: togetherOf(year, children),
  children,
})

/** Child A of the return, with a code that is no ethnic origin. */
function childA(child: string, worker: string): ReturnOfChild {
  const held = imported({
    Header: ['A,F,03/10/2012,ZZZZ,UN1,0'],
    Episodes: ['A,01/05/2026,S,V2,N1,U6,PR1,,,,QD19 3FZ,VD4 1QZ'],
  })
  const one = returnOfChild({ child, held }, collectionOf(2027, day('2027-04-01')))
  assert.ok(one)
  return { ...one, worker }
}

test('two children with one id in the return: each flag is of the child whose row it is, and of that child’s worker', () => {
  const children = [childA('first', 'SW1'), childA('second', 'SW2')]
  const { found, records } = checkRecord(together(2027, children), together(2026, []), against)
  const ofCode = found.filter(({ rule }) => rule.code === '103')
  assert.deepEqual(
    ofCode.map(({ row, record, owner }) => [row, record, owner]),
    [
      [0, 'first', 'SW1'],
      [1, 'second', 'SW2'],
    ],
  )
  for (const { record, owner } of found) assert.equal(owner, record === 'first' ? 'SW1' : 'SW2')
  // Of an id alone nobody can say which of the two it is.
  assert.deepEqual([...records], [])
})
