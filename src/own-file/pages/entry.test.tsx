// Who wrote an entry, in the file that goes out: struck as its words are, and not said at all where something of the name is struck.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Fragment, jsx } from 'hono/jsx'
import { day } from '#calendar'
import { countOf } from '../striking.ts'
import { ByLine, type Entry, strikesMiss, textsOf } from './entry.tsx'

const writer = '00000000-0000-4000-8000-000000000007'
const entry: Entry = {
  held: { table: 'action', row: { id: '1', recorded_by: writer, recorded: '2027-03-04T10:00:00+00:00', worded: true } },
  ...{ day: day('2027-03-04'), words: 'Rolf shouted.', names: new Map([[writer, 'Vera Marsh']]) },
}
const line = (words: string): string =>
  String(jsx(Fragment, {}, jsx(ByLine, { of: entry, strikes: [{ words, which: null }] }))).replaceAll(/<[^>]*>/g, '')

const CASES = [
  ['a strike elsewhere', 'Rolf', 'Written by Vera Marsh on Thu 4 Mar 2027'],
  ['the name', 'Vera Marsh', ''],
  ['a part of it', 'marsh', ''],
  ['the whole line as it stands above', 'Written by Vera Marsh on Thu 4 Mar 2027', ''],
  ['its day alone', '4 Mar', 'Written by Vera Marsh on Thu left out 2027'],
] as const
for (const [name, strike, expected] of CASES) test(`by whom: ${name}`, () => assert.equal(line(strike), expected))

test('a name that stands there alone can be struck, and is in no count', () => {
  assert.equal(countOf(textsOf(entry).texts, 'Vera'), 1)
  assert.equal(strikesMiss(entry, [{ words: 'Vera', which: null }]), false)
  assert.equal(strikesMiss(entry, [{ words: 'Vera', which: 1 }]), true)
  assert.equal(strikesMiss(entry, [{ words: 'shouted', which: 1 }]), false)
})
