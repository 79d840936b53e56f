// Invented lives: every word is filled in, nothing happens before it can, and what refers to something finds it.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { day, dayOf, numberOf } from '#calendar'
import { type InventedChild, inventCouncil } from '#invented-council'
import {
  aroundOf,
  ENTRY_TABLES,
  type Entry,
  factsOf,
  isRef,
  type Life,
  livesIn,
  RECORDED_SINCE,
  returnOf,
} from '#invented-lives'
import { planningOf } from './planning.ts'
import { reviewingOf } from './reviewing.ts'
import { tellingOf } from './telling.ts'

const TODAY = day('2027-03-31')
const council = inventCouncil({ children: 351, seed: '3' }, TODAY)
const lifeOf = livesIn(council, numberOf(day(RECORDED_SINCE)))
const everything = (life: Life): readonly Entry[] => [
  ...factsOf(life),
  ...aroundOf(life),
  ...(life.child.left === undefined ? [...tellingOf(life), ...planningOf(life), ...reviewingOf(life)] : []),
]
type Told = { readonly child: InventedChild; readonly entries: readonly Entry[] }
const told: readonly Told[] = council.everybody.map((child) => ({ child, entries: everything(lifeOf(child)) }))
const all = told.flatMap(({ entries }) => entries)

test('no word is left to be filled in, and nobody is called by nothing', () => {
  const open = all.filter(
    ({ words = null }) =>
      words !== null && (/[{](?!")|undefined|null|\bNaN\b/.test(words) || / ,| \.| {2}/.test(words)),
  )
  assert.deepEqual(
    open.map(({ words }) => words),
    [],
  )
})

const LATER = new Set(['due', 'review_by', 'next_proposed', 'answer_by'])
test('nothing is recorded of a day before birth, or of one that has not come', () => {
  const wrong = told.flatMap(({ child, entries }) =>
    entries.flatMap(({ table, columns }) =>
      Object.entries(columns).flatMap(([name, cell]) => {
        if (
          typeof cell !== 'string' ||
          !/^\d{4}-\d\d-\d\d/.test(cell) ||
          LATER.has(name) ||
          table === 'kith.family_person' ||
          table === 'kith.family_home'
        )
          return []
        const on = cell.slice(0, 10)
        return on < dayOf(child.born) || on > TODAY ? [`${child.code} ${table} ${name} ${cell}`] : []
      }),
    ),
  )
  assert.deepEqual(wrong, [])
})

test('what names another row of the child names one that is there, in a table that is written before', () => {
  for (const { entries } of told) {
    const keys = new Map(entries.flatMap(({ key, table }) => (key === undefined ? [] : [[key, table] as const])))
    assert.equal(keys.size, entries.filter(({ key }) => key !== undefined).length)
    for (const { table, columns } of entries)
      for (const cell of Object.values(columns))
        if (isRef(cell) && 'entry' in cell) {
          const named = keys.get(cell.entry)
          assert.ok(named !== undefined, `${table} names ${cell.entry}`)
          assert.ok(
            ENTRY_TABLES.indexOf(named) < ENTRY_TABLES.indexOf(table) || named === table,
            `${table} before ${named}`,
          )
        }
  }
})

test('rows of one table hold the same columns', () => {
  for (const [table, rows] of Map.groupBy(all, (entry) => entry.table))
    assert.equal(new Set(rows.map(({ columns }) => Object.keys(columns).sort().join())).size, 1, table)
})

test('every child in care for a season has been visited, has a plan, words of their own once they have any, and somebody around', () => {
  const lacking = told.flatMap(({ child, entries }) => {
    const days = numberOf(TODAY) - child.came
    if (child.left !== undefined || child.told || days < 120) return []
    const has = (table: string) => entries.some((entry) => entry.table === table)
    const wanted = [
      'kith.visit',
      'kith.review',
      'kith.plan',
      'kith.family_person',
      'kith.story_note',
      'kith.permanence_plan',
    ]
    const speaks = numberOf(TODAY) - child.born > 4 * 366 ? ['kith.view'] : []
    return [...wanted, ...speaks].filter((table) => !has(table)).map((table) => `${child.code} ${table}`)
  })
  assert.deepEqual(lacking, [])
})

test('views are many, and no child says the same twice', () => {
  const views = all.filter(({ table }) => table === 'kith.view').map(({ words }) => words)
  assert.ok(new Set(views).size > 90, String(new Set(views).size))
  for (const { child, entries } of told) {
    const own = entries.filter(({ table }) => table === 'kith.view').map(({ words }) => words)
    assert.equal(new Set(own).size, own.length, child.code)
  }
})

test('most visits are in time, and a few are late', () => {
  const gaps = told.flatMap(({ entries }) => {
    const days = entries.flatMap(({ table, columns }) =>
      table === 'kith.visit' && typeof columns['happened'] === 'string' ? [numberOf(day(columns['happened']))] : [],
    )
    return days.toSorted((a, b) => a - b).flatMap((on, at, list) => (at === 0 ? [] : [on - (list[at - 1] ?? on)]))
  })
  const late = gaps.filter((gap) => gap > 42).length / gaps.length
  assert.ok(late > 0.02 && late < 0.12, String(late))
})

test('as a return: a row for each change of home or status, and each child in one header', () => {
  const files = returnOf(council, ({ worker, former }) => `${former ? 'F' : 'N'}${worker}`)
  const lines = (name: string) => (files.get(name) ?? '').trim().split('\n').slice(1)
  assert.equal(lines('header.csv').length, council.everybody.length)
  const rows = lines('episodes.csv').map((line) => line.split(','))
  assert.ok(rows.every((cells) => cells.length === 13 && cells.slice(1, 7).every((cell) => cell !== '')))
  assert.equal(rows.filter(([, , because]) => because === 'S').length, council.everybody.length)
  assert.equal(rows.filter((cells) => cells[7] === '').length, council.children)
})

test('every stretch ends after it begins, of 2,000 children too', () => {
  const many = inventCouncil({ children: 2000, seed: '1' }, TODAY)
  const lives = livesIn(many, numberOf(day(RECORDED_SINCE)))
  const wrong = many.everybody.flatMap((child) =>
    factsOf(lives(child)).flatMap(({ table, columns: { during } }) => {
      const [from = '', until = ''] = typeof during === 'string' ? during.slice(1, -1).split(',') : []
      return until !== '' && until <= from ? [`${child.code} ${table} ${from} ${until}`] : []
    }),
  )
  assert.deepEqual(wrong, [])
})
