// What a cell of the return may hold: ids of known characters, and nothing that a spreadsheet would run as a formula.
import assert from 'node:assert/strict'
import test from 'node:test'
import { goingOut } from './held.ts'

const goes = (column: string, says: string) =>
  goingOut({ cells: { [column]: { says, from: [] } } }, 'the-record').cells[column]?.says

const CASES: readonly (readonly [column: string, says: string, goes: boolean])[] = [
  ['CHILD', '12/AB-3_4.5 c', true],
  ['CHILD', 'É1', false],
  ['CHILD', '=1', false],
  ['CHILD', '1 ', false],
  ['UPN', 'UN1', true],
  ['UPN', '-1', false],
  ['SW_ID', 'SW1|2', false],
  ['URN', 'XXXXXXX', true],
  ['URN', '@SUM(1)', false],
  ['PL_POST', 'VD4 1QZ', true],
  ['PL_POST', '=VD4', false],
  ['PL_POST', '+VD4', false],
  ['SDQ_SCORE', '-1', true],
  ['SDQ_SCORE', '-1+2', false],
  ['LA_PERM', 'a|b', false],
  ['LA_PERM', 'a\u0001', false],
  ['DECOM', '01/05/2026', true],
]
for (const [column, says, may] of CASES)
  test(`${column} ${JSON.stringify(says)} ${may ? 'goes out as it is' : 'does not go out'}`, () => {
    assert.equal(goes(column, says), may ? says : column === 'CHILD' ? 'the-record' : undefined)
  })
