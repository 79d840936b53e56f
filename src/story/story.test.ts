// The story from its rows: said once, found under its filters, counted only where open; and a chronology that keeps to terms.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { day } from '#calendar'
import { homeWords } from '#child-frame'
import { PLACE_CODES } from '#placements'
import { chronologyOf, termsIn } from './chronology.ts'
import { entriesOf, filtered } from './entry.ts'
import { journeyOf } from './lanes.ts'
import { gapsOf, numbersOf } from './numbers.ts'
import type { HomeRow, KeyRow, NoteRow, StoryRows } from './rows.ts'

const TODAY = day('2026-11-24')
// biome-ignore lint/complexity/useMaxParams: a row of the table below is one line to read
const home = (line: string, since: string, until: string | null, more: Partial<HomeRow> = {}): HomeRow => ({
  ...{ line, kind: 'U6', since: day(since), sinceKnown: true, until: until === null ? null : day(until) },
  ...{ planned: null, sameCarers: false, kept: false, carers: [], ...more },
})
const note = (line: string, happened: string, more: Partial<NoteRow> = {}): NoteRow => ({
  ...{ table: 'note', line, kind: 'other', happened: day(happened), terms: 'own record', wrote: null, ...more },
})
// biome-ignore lint/complexity/useMaxParams: as above
const key = (line: string, on: KeyRow['on'], happened: string, more: Partial<KeyRow> = {}): KeyRow => ({
  ...{ line, on, happened: day(happened), keptFor: 'story and chronology', narrowed: 'not released', barred: false },
  ...{ marked: null, what: `what of ${line}`, why: 'why', ...more },
})
const ROWS: StoryRows = {
  periods: [{ since: day('2025-01-10'), sinceKnown: true, until: null }],
  orders: [{ line: 'o1', kind: 'care order', since: day('2025-06-01'), sinceKnown: true, until: null }],
  homes: [
    home('h1', '2025-01-10', '2025-03-01'),
    home('h2', '2025-03-01', '2025-08-01', { kept: true, carers: [] }),
    home('t1', '2025-08-01', '2025-08-08', { kind: 'T2' }),
    home('h3', '2025-08-08', null, { carers: ['Sue', 'Mark'], planned: true }),
  ],
  schools: undefined,
  reviews: undefined,
  visits: [],
  notes: [
    note('n1', '2025-09-01'),
    note('n2', '2025-10-01', { terms: 'police' }),
    note('n3', '2025-10-02', { kind: 'good news' }),
  ],
  views: [
    {
      id: 'v',
      said: null,
      line: 'v1',
      whose: 'child',
      happened: day('2025-10-03'),
      how: 'said',
      about: 'home',
      audience: [],
    },
  ],
  keys: [
    key('k1', { table: 'placement', line: 'h3' }, '2025-08-08'),
    key('k2', { table: 'note', line: 'n2' }, '2025-10-01'),
    key('k3', { table: 'note', line: 'not open to the reader' }, '2025-10-01'),
    key('k4', { table: 'note', line: 'n1' }, '2025-09-01', { narrowed: 'told in confidence' }),
    key('k5', { table: 'note', line: 'n1' }, '2025-09-01', { keptFor: 'story' }),
    key('k6', { table: 'placement', line: 'h1' }, '2025-01-10', { barred: true }),
  ],
  episodes: [{ line: 'm1', kind: 'missing', since: day('2026-02-01'), until: day('2026-02-02') }],
  health: undefined,
  decisions: undefined,
  times: undefined,
  disputes: undefined,
  complaints: undefined,
}

test('what is marked stands once; filters find their own; newest first', () => {
  const entries = entriesOf(ROWS, [])
  assert.ok(!entries.some(({ line }) => line === 'h3' || line === 'n1'), 'marked lines are told by their key event')
  assert.deepEqual(
    filtered(entries, 'moves').map(({ title }) => title),
    ['Moved: foster home, address protected'],
  )
  assert.deepEqual(
    filtered(entries, 'missing').map(({ words }) => words),
    ['Back after 1 night.'],
  )
  assert.equal(filtered(entries, 'voice').length, 1)
  assert.equal(filtered(entries, 'good').length, 1)
  const days = entries.map(({ on }) => on)
  assert.deepEqual(days, days.toSorted().toReversed())
})

test('numbers count homes and not times away; what is closed is not counted as none', () => {
  const numbers = numbersOf({
    rows: ROWS,
    workers: [],
    distance: { miles: null, band: '10 to 20 miles' },
    today: TODAY,
  })
  const told = Object.fromEntries(numbers.map(({ name, value }) => [name, value]))
  assert.equal(told['Homes since coming into care'], '3')
  assert.equal(told['Nights in this home'], '473')
  assert.equal(told['Miles from home'], '10 to 20 miles')
  assert.equal(told['Times missing in a year'], '1')
  const closed = numbersOf({
    rows: { ...ROWS, homes: undefined, episodes: undefined },
    workers: [],
    distance: undefined,
    today: TODAY,
  })
  assert.deepEqual(
    closed.map(({ name }) => name),
    ['Social workers'],
  )
})

test('a home of which nothing is written is a gap', () => {
  const gaps = gapsOf(ROWS, TODAY)
  assert.equal(gaps.length, 2)
  assert.match(gaps[0] ?? '', /5 months, from Sat 1 Mar 2025 to Fri 1 Aug 2025/)
})

test('the journey has a lane only for what is open, and names no protected home', () => {
  const given = {
    rows: ROWS,
    entries: entriesOf(ROWS, []),
    workers: [],
    born: undefined,
    today: TODAY,
    name: 'Lina',
  } as const
  const journey = journeyOf({ ...given, span: 'care' })
  assert.deepEqual(
    journey?.lanes.map(({ name }) => name),
    ['Home', 'Law'],
  )
  assert.match(JSON.stringify(journey), /foster home, address protected|Foster home, address protected/)
  assert.equal(journey?.span.from, '2025-01-10')
  assert.equal(journeyOf({ ...given, rows: { ...ROWS, homes: undefined, orders: undefined }, span: 'life' }), undefined)
})

test('the chronology leaves out what its terms or its audience forbid, and says how many', () => {
  const { lines, leftOut } = chronologyOf(ROWS, termsIn(ROWS.notes, new Map()))
  const told = lines.map(({ what }) => what).join('\n')
  assert.match(told, /what of k1/)
  for (const hidden of ['k2', 'k3', 'k4', 'k5', 'k6'])
    assert.doesNotMatch(told, new RegExp(`what of ${hidden}`), hidden)
  assert.equal(leftOut, 4)
  const days = lines.map(({ on }) => on)
  assert.deepEqual(days, days.toSorted(), 'earliest first')
})

test('a child who was away without leave is never said to have gone missing, in the story or for the court', () => {
  const episode = { line: 'm2', kind: 'away without authorisation', since: day('2026-03-01') }
  for (const until of [null, day('2026-03-01'), day('2026-03-03')]) {
    const rows = { ...ROWS, episodes: [{ ...episode, until }] }
    const [entry] = filtered(entriesOf(rows, []), 'missing')
    const line = chronologyOf(rows, () => undefined).lines.find(({ on }) => on === episode.since)
    assert.equal(entry?.title, 'Away without leave')
    assert.match(line?.what ?? '', /^Away without leave(\.|, back the same day\.|, back on Tue 3 Mar 2026\.)$/)
    assert.doesNotMatch(
      JSON.stringify([entry?.title, entry?.chip?.words, line]),
      /went missing|"Missing|Missing episode/i,
    )
  }
  const missing = chronologyOf(ROWS, () => undefined).lines.find(({ on }) => on === '2026-02-01')
  assert.equal(missing?.what, 'Went missing, back on Mon 2 Feb 2026.')
})

test('every kind of home of the return has words that a child would use', () => {
  for (const code of Object.keys(PLACE_CODES)) assert.notEqual(homeWords(code), '', code)
  assert.deepEqual(
    Object.keys(PLACE_CODES).filter((code) => homeWords(code) === 'Another home' && !code.startsWith('Z')),
    [],
  )
})
