// Caseloads: the return's many workers become few, the same every time, and the table stays a table.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { day, numberOf } from '#calendar'
import { inventCouncil } from '#invented-council'
import { livesIn } from '#invented-lives'
import { besideStory, CREW, crewFor, everybodyOf, shareOut, withWorkers, workerRows } from './caseloads.ts'
import { CHOOSABLE, FORMER_WORKERS, SOCIAL_WORKERS } from './people-data.ts'

const read = (year: string) => readFileSync(new URL(`./return/${year}/sw_episodes.csv`, import.meta.url), 'utf8')
const tables = [read('last_year'), read('this_year')]
const codes = { now: SOCIAL_WORKERS.map(({ code }) => code), former: FORMER_WORKERS.map(({ code }) => code) }
const given = shareOut(tables.flatMap(workerRows), codes)
const changed = tables.map((table) => withWorkers(table, given))

test('everything but the worker stays as it is, and every worker is one of ours', () => {
  const ours = new Set([...codes.now, ...codes.former])
  for (const [index, table] of tables.entries()) {
    const before = workerRows(table)
    const after = workerRows(changed[index] ?? '')
    const bare = (rows: typeof before) => rows.map(({ child, since, until }) => [child, since, until])
    assert.deepEqual(bare(after), bare(before))
    assert.ok(after.every(({ worker }) => ours.has(worker)))
    assert.equal((changed[index] ?? '').trimEnd().split('\n').length, table.trimEnd().split(/\r?\n/).length)
  }
})

test('today’s caseloads are even, and whoever works with a child today has not left', () => {
  const today = workerRows(changed[1] ?? '').filter(({ until }) => until === '')
  const loads = Map.groupBy(today, ({ worker }) => worker)
  assert.deepEqual([...loads.keys()].sort(), codes.now)
  const sizes = [...loads.values()].map((rows) => rows.length)
  assert.ok(Math.min(...sizes) >= 8 && Math.max(...sizes) <= 20, sizes.join(' '))
})

test('no worker follows themselves, and both years say the same of one row', () => {
  const rows = changed.flatMap(workerRows)
  for (const own of Map.groupBy(rows, ({ child }) => child).values()) {
    const bySince = Map.groupBy(own, ({ since }) => since)
    for (const same of bySince.values()) assert.equal(new Set(same.map(({ worker }) => worker)).size, 1)
    const order = [...bySince].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, [first]]) => first?.worker)
    for (const [n, worker] of order.entries()) assert.notEqual(worker, order[n - 1])
  }
})

test('the same in whatever order the rows come', () => {
  const turned = shareOut(tables.flatMap(workerRows).toReversed(), codes)
  const today = (of: ReadonlyMap<string, string>) =>
    workerRows(withWorkers(tables[1] ?? '', of)).map(({ worker }) => worker)
  assert.equal(today(turned).length, today(given).length)
})

test('a table with other columns is refused', () => {
  assert.throws(() => workerRows('CHILD,SW_ID\n1,SW2\n'), /other columns/)
})

for (const [council, crew] of [
  ['the return’s', CREW],
  ['351 children', crewFor(351)],
  ['20,000 children', crewFor(20_000)],
] as const)
  test(`nobody has two codes, and whom one may be is there: ${council}`, () => {
    const everybody = everybodyOf(crew)
    assert.equal(new Set(everybody.map(({ code }) => code)).size, everybody.length)
    const known = new Set(everybody.map(({ code }) => code))
    assert.deepEqual(
      CHOOSABLE.filter(({ code }) => !known.has(code)).map(({ code }) => code),
      ['Dawn Hale'],
    )
  })

test('nobody has somebody else’s name', () => {
  const everybody = everybodyOf(crewFor(6000))
  assert.equal(new Set(everybody.map(({ name }) => name)).size, everybody.length)
})

test('the told children have reviews, and visits on days that their story leaves out', () => {
  const council = inventCouncil({ children: 60, seed: '1' }, day('2027-03-31'))
  const lifeOf = livesIn(council, numberOf(day('2025-04-01')))
  const told = council.everybody.filter((one) => one.told)
  assert.equal(told.length, 3)
  for (const one of told) {
    const entries = besideStory(lifeOf(one))
    for (const table of ['kith.visit', 'kith.review'])
      assert.ok(
        entries.some((entry) => entry.table === table),
        `${one.code} ${table}`,
      )
  }
})
