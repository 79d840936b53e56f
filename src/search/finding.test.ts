// Finding in the index: any order, accents, beginnings, other names, slips, sounds, initials, dates either way, numbers.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { day, numberOf } from '#calendar'
import { isSure, matchesIn, type Reason } from './finding.ts'
import { questionOf } from './question.ts'
import { type Entry, emptyIndex, hold, letGo, type SearchIndex } from './search-index.ts'

const today = day('2027-03-31')
type Made = {
  given: string
  family: string
  known?: string
  before?: string
  born?: string
  numbers?: string[]
  worker?: string
}
const entry = (child: string, { given, family, known, before, born, numbers = [], worker }: Made): Entry => ({
  child,
  names: [
    { kind: 'given', text: given, now: true },
    { kind: 'family', text: family, now: true },
    ...(known === undefined ? [] : [{ kind: 'known as', text: known, now: true }]),
    ...(before === undefined ? [] : [{ kind: 'family', text: before, now: false }]),
  ],
  born: born === undefined ? [] : [numberOf(day(born))],
  numbers,
  workers: worker === undefined ? [] : [worker],
})

const CHILDREN: Readonly<Record<string, Made>> = {
  connor: { given: 'Connor', family: 'Walsh', born: '2017-03-04', numbers: ['9434765919'], worker: 'Priya Kandola' },
  ayo: { given: 'Ayodele', family: 'Adeyemi', known: 'Ayo', born: '2010-11-12' },
  liberty: { given: 'Elizabeth', family: "O'Neill", born: '2012-01-02' },
  lily: { given: 'Lily-Mae', family: 'Carter', before: 'Sørensen' },
  zofia: { given: 'Zofia', family: 'Kowalczyk' },
  muhammad: { given: 'Muhammad', family: 'Hussain', numbers: ['H801200001001'] },
  shaun: { given: 'Shaun', family: 'Đorđević' },
}
function indexOf(children: Readonly<Record<string, Made>> = CHILDREN): SearchIndex {
  const index = emptyIndex()
  for (const [child, made] of Object.entries(children)) hold(index, entry(child, made))
  return index
}
const find = (typed: string, index = indexOf()) => matchesIn(index, questionOf(typed, today), new Set())
const first = (typed: string) => find(typed)[0]?.child
const wayOf = (reason: Reason | undefined): string =>
  reason?.by === 'name' ? (reason.short ? 'short' : reason.way) : (reason?.by ?? 'none')

const CASES: readonly (readonly [string, string, string])[] = [
  ['connor walsh', 'connor', 'exact'],
  ['WALSH, Connor', 'connor', 'exact'],
  ['wal', 'connor', 'prefix'],
  ['c wal', 'connor', 'prefix'],
  ['Ayo', 'ayo', 'exact'],
  ['liz oneil', 'liberty', 'short'],
  ["O'Neill", 'liberty', 'exact'],
  ['o’neil', 'liberty', 'prefix'],
  ['lilymae', 'lily', 'exact'],
  ['lily mae carter', 'lily', 'exact'],
  ['sorensen', 'lily', 'exact'],
  ['conor walsh', 'connor', 'short'],
  ['Conno Wlash', 'connor', 'prefix'],
  ['mohamed husain', 'muhammad', 'short'],
  ['kovalchik', 'zofia', 'sound'],
  ['shawn', 'shaun', 'short'],
  ['dordevic', 'shaun', 'exact'],
  ['cw', 'connor', 'initials'],
  ['priya', 'connor', 'exact'],
  ['4/3/2017', 'connor', 'born'],
  ['3/4/2017', 'connor', 'born'],
  ['4 March 2017', 'connor', 'born'],
  ['walsh 04.03.17', 'connor', 'exact'],
  ['943 476 5919', 'connor', 'number'],
  ['H8012', 'muhammad', 'number'],
]
for (const [typed, child, way] of CASES)
  test(`“${typed}” finds ${child}: ${way}`, () => {
    const [match] = find(typed)
    assert.equal(match?.child, child)
    assert.ok(
      match?.reasons.some((reason) => wayOf(reason) === way),
      match?.reasons.map(wayOf).join(', '),
    )
  })

test('a date the other way round says so, and comes after one that is right', () => {
  const index = indexOf({
    turned: { given: 'A', family: 'B', born: '2012-02-01' },
    right: { given: 'C', family: 'D', born: '2012-01-02' },
  })
  const found = find('2/1/2012', index)
  assert.deepEqual(
    found.map(({ child }) => child),
    ['right', 'turned'],
  )
  assert.deepEqual(found[1]?.reasons, [{ by: 'born', day: numberOf(day('2012-02-01')), turned: true }])
})

test('exact before beginning, before another name, before a slip, before a sound', () => {
  const index = indexOf({
    e_sound: { given: 'A', family: 'Mareen' },
    d_slip: { given: 'B', family: 'Marin' },
    c_other: { given: 'C', family: 'X', before: 'Maren' },
    b_begins: { given: 'D', family: 'Marenson' },
    a_exact: { given: 'E', family: 'Maren' },
  })
  assert.deepEqual(
    find('maren', index).map(({ child }) => child),
    ['a_exact', 'b_begins', 'c_other', 'd_slip', 'e_sound'].toSorted(),
  )
  const ranks = find('maren', index).map(({ rank }) => rank)
  assert.deepEqual(
    ranks,
    ranks.toSorted((a, b) => a - b),
  )
})

test('every word counts: one that nobody bears finds nobody', () => {
  assert.equal(first('connor zzzzzz'), undefined)
  assert.equal(first('zzzzzz'), undefined)
})

test('what is held anew takes the place of what was held; what is let go leaves no word behind', () => {
  const index = indexOf()
  hold(index, entry('connor', { given: 'Conrad', family: 'Vale' }))
  assert.equal(find('walsh', index).length, 0)
  assert.equal(find('vale', index)[0]?.child, 'connor')
  for (const child of [...index.entries.keys()]) letGo(index, child)
  for (const part of [index.words, index.byFirst, index.bySound, index.byBirth, index.byNumber, index.byInitials])
    assert.equal(part.size, 0)
})

test('only a whole name or a whole number tells of a closed record', () => {
  const sure = (typed: string) =>
    find(typed)
      .filter(isSure)
      .map(({ child }) => child)
  assert.deepEqual(sure('connor walsh'), ['connor'])
  assert.deepEqual(sure('9434765919'), ['connor'])
  for (const typed of [
    'connor',
    'connor wals',
    'conor walsh',
    'cw',
    '4/3/2017',
    'priya walsh',
    '94347659',
    'walsh 4/3/2017',
  ])
    assert.deepEqual(sure(typed), [], typed)
})
