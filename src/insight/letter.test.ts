// The letter's findings: quoted as they are written, set beside the published cells, and within or outside by a hair.
import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { compared } from './letter.ts'
import { FINDINGS, type Finding, NOT_HERE, OWN_ALONE } from './letter-data.ts'
import { measureOf } from './measure.ts'

const shared = (name: string) => fileURLToPath(new URL(`../../../shared/${name}`, import.meta.url))
const skip = !existsSync(shared('letter.txt')) && 'no ../shared'
const plain = (text: string) => text.replaceAll(/\s+/g, ' ').replaceAll('’', "'").toLowerCase()

test('every finding is in the words of the letter', { skip }, () => {
  const letter = plain(readFileSync(shared('letter.txt'), 'utf8'))
  const not = [...FINDINGS, ...OWN_ALONE, ...NOT_HERE].filter(
    ({ says }) => !letter.includes(plain(says).replace(/\.$/, '')),
  )
  assert.deepEqual(not, [])
})

type Cells = { readonly [name: string]: Cells | readonly unknown[] | number | string }
const at = (cells: unknown, names: readonly string[]): unknown =>
  names.reduce<unknown>((found, name) => (found as Cells | undefined)?.[name], cells)
const read = (name: string): unknown => JSON.parse(readFileSync(shared(`specs/${name}`), 'utf8'))
const WORK = { caseload_fte: ['cases', 'case_holders_fte'], turnover_rate_fte: ['leavers_fte', 'inpost_fte'] } as const
const isWork = (field: string): field is keyof typeof WORK => Object.hasOwn(WORK, field)

test('every published number is the cell that is named, of that council and of England', { skip }, () => {
  const tables = read('england-peterborough-distributions-2021-2025.json')
  const tool = read('lait-cla-workforce-all-la-latest5.json')
  for (const { published: one } of FINDINGS) {
    const [table = '', ...names] = one.table.split(' / ')
    const of = (area: string): unknown => {
      if (one.source === 'tool') return at(tool, [table, ...names, area])
      const own = at(tables, [table, 'data', area, '2021'])
      const field = names[0] ?? ''
      if (isWork(field)) return [WORK[field].map((name) => at(own, [name])), at(own, [field])]
      const cell = at(own, names)
      return names.at(-1) === 'Total' ? (cell as number[])[0] : cell
    }
    const own = of(one.of)
    const counts = Array.isArray(own) ? [own[0]].flat()[0] : undefined
    assert.equal(Array.isArray(own) ? own[1] : own, one.value, one.table)
    if (one.counts) assert.equal(counts, one.counts[0], one.table)
    if (one.counts && isWork(names[0] ?? '')) assert.equal(Array.isArray(own) && own[0][1], one.counts[1])
    else if (one.counts) {
      const beside = Object.entries(at(tables, [table, 'data', one.of, '2021', ...names.slice(0, -1)]) as Cells)
      const wholes = beside.flatMap(([name, cell]) => (/^Total|was received$/.test(name) ? [cell].flat()[0] : []))
      assert.ok(wholes.includes(one.counts[1]), `${one.table}, of how many`)
    }
    if (one.england === undefined) continue
    const england = of('England')
    assert.equal(Array.isArray(england) ? england[1] : england, one.england, `${one.table}, England`)
  }
})

test('every finding is of a figure that there is, and its counts come to its number', () => {
  for (const { counted, published } of FINDINGS) {
    if ('measure' in counted) assert.ok(measureOf(counted.measure), counted.measure)
    if (published.counts === undefined) continue
    const [above, below] = published.counts
    const value =
      'measure' in counted && measureOf(counted.measure)?.unit === 'number' ? above / below : (100 * above) / below
    assert.ok(Math.abs(value - published.value) <= 0.5, published.table)
  }
  for (const { measure } of OWN_ALONE) assert.ok(measureOf(measure), measure)
})

const far: Finding = {
  says: '',
  counted: { measure: 'distance_over20_pct' },
  published: { of: 'Peterborough', when: '', counts: [30, 100], value: 30, source: 'looked', table: '' },
  unknownBelow: true,
  tolerance: { target: 'more than 20 miles from home' },
}
for (const [name, own, within] of [
  ['the same', { above: 30, below: 100, unknown: 0 }, true],
  ['four points more, the tolerance itself', { above: 34, below: 100, unknown: 0 }, true],
  ['a child more', { above: 35, below: 100, unknown: 0 }, false],
  ['four points less', { above: 26, below: 100, unknown: 0 }, true],
  ['a child less', { above: 25, below: 100, unknown: 0 }, false],
  ['whoever is not known counts below', { above: 34, below: 80, unknown: 20 }, true],
  ['nobody to count', { above: 0, below: 0, unknown: 0 }, false],
] as const)
  test(`within or outside: ${name}`, () => assert.equal(compared(far, own, 'percent').within, within))

test('where no tolerance is set it is four points, or what chance does to so few', () => {
  const of = (below: number) => compared({ ...far, tolerance: 'by chance' }, { above: 0, below, unknown: 0 }, 'percent')
  assert.equal(of(10_000).tolerance, 4)
  assert.equal(of(100).tolerance.toFixed(2), '11.91')
  const { tolerance, within } = compared(
    {
      ...far,
      tolerance: { target: 'children in care' },
      published: { ...far.published, value: 351, counts: [351, 1] },
    },
    { above: 352, below: null, unknown: 0 },
    'count',
  )
  assert.deepEqual([tolerance, within], [0, false])
})
