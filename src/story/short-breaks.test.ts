// Short breaks are told once each and drawn as one stretch; what only looks like one stays as it is.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { day } from '#calendar'
import { entriesOf } from './entry.ts'
import { journeyOf } from './lanes.ts'
import type { StoryRows } from './rows.ts'
import { seriesOf, withBreaks } from './short-breaks.ts'

const NOTHING: StoryRows = {
  ...{ periods: undefined, orders: undefined, homes: undefined, schools: undefined, reviews: undefined },
  ...{ visits: undefined, notes: [], views: [], keys: [], episodes: undefined, health: undefined, times: undefined },
  disputes: undefined,
  complaints: undefined,
  decisions: undefined,
}
type Stay = readonly [since: string, until: string | null, kind?: string]
const EPISODES = 'short breaks agreement, episodes'
/** Stays with one home each, and one order of the kind given. */
const rowsOf = (stays: readonly Stay[]): StoryRows => {
  const rows = stays.map(([since, until, kind = EPISODES], at) => ({
    ...{ since: day(since), sinceKnown: true, until: until === null ? null : day(until) },
    ...{ kind, line: `o${at}` },
  }))
  return {
    ...NOTHING,
    periods: rows.map(({ since, sinceKnown, until }) => ({ since, sinceKnown, until })),
    orders: rows,
    homes: rows.map((row, at) => ({
      ...{ ...row, line: `h${at}`, kind: 'U6', planned: null, sameCarers: false, kept: false, carers: ['Jo Ash'] },
    })),
  }
}
const titles = (rows: StoryRows) => entriesOf(rows, []).map(({ title }) => title)
const homeLane = (rows: StoryRows) =>
  journeyOf({
    ...{ rows, entries: [], workers: [], born: day('2018-01-01'), today: day('2026-06-01'), name: 'Ana', span: 'life' },
  })?.lanes.find(({ name }) => name === 'Home')?.bars

test('three stays are three entries and one stretch', () => {
  const rows = rowsOf([
    ['2026-01-02', '2026-01-05'],
    ['2026-02-06', '2026-02-07'],
    ['2026-03-06', '2026-03-20'],
  ])
  assert.deepEqual(titles(rows), [
    'Short break: Jo Ash, foster home',
    'Short break: Jo Ash, foster home',
    'First short break: Jo Ash, foster home',
  ])
  assert.equal(entriesOf(rows, [])[0]?.words, '14 nights, until Fri 20 Mar 2026.')
  assert.equal(entriesOf(rows, [])[1]?.words, '1 night, until Sat 7 Feb 2026.')
  assert.deepEqual(homeLane(rows), [
    { words: 'Short breaks, 3 stays', since: '2026-01-02', sinceKnown: true, until: '2026-03-20' },
  ])
})

test('a stay of more than 17 days is care like any other, and parts the series', () => {
  const rows = rowsOf([
    ['2026-01-02', '2026-01-05'],
    ['2026-02-06', '2026-02-24'],
    ['2026-03-06', '2026-03-08'],
  ])
  assert.ok(titles(rows).includes('Came into care'))
  assert.deepEqual(
    seriesOf(withBreaks(rows)).map(({ breaks }) => breaks.length),
    [1, 1],
  )
  const sixteen = rowsOf([['2026-02-06', '2026-02-23']])
  assert.deepEqual(titles(sixteen), ['First short break: Jo Ash, foster home'])
})

test('one agreement for a whole series is no stay; a stay that goes on is one where stays are told singly', () => {
  assert.ok(titles(rowsOf([['2025-01-02', '2026-01-05', 'short breaks agreement']])).includes('Came into care'))
  assert.ok(titles(rowsOf([['2026-05-20', null, 'short breaks agreement']])).includes('Came into care'))
  assert.equal(entriesOf(rowsOf([['2026-05-20', null]]), [])[0]?.words, 'Not recorded as ended.')
})

test('other orders, other days and a second home stay as they are', () => {
  const rows = rowsOf([['2026-01-02', '2026-01-05', 'section 20 agreement']])
  assert.ok(titles(rows).includes('Came into care'))
  const [stay] = rowsOf([['2026-01-02', '2026-01-05']]).homes ?? []
  assert.ok(stay)
  const moved = rowsOf([['2026-01-02', '2026-01-05']])
  const two = { ...moved, homes: [...(moved.homes ?? []), { ...stay, line: 'h9', since: day('2026-01-04') }] }
  assert.ok(titles(two).includes('Came into care'))
})

test('where the law is closed to the reader, homes are told as they are', () => {
  const rows = { ...rowsOf([['2026-01-02', '2026-01-05']]), orders: undefined }
  assert.deepEqual(withBreaks(rows).breaks, [])
  assert.equal(withBreaks(rows).rest.orders, undefined)
  assert.ok(titles(rows).includes('First home in care: Jo Ash, foster home'))
})
