// Kappa and Wilson against published worked values, and what must hold of any table.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { apart, kappaOf, shareOf, shareWords } from './index.ts'

const near = (is: number | undefined, wanted: number, within = 5e-5): void =>
  assert.ok(is !== undefined && Math.abs(is - wanted) < within, `${is} is not ${wanted}`)

/** Published with the package vcd for R, whose manual gives the values. */
const SEXUAL_FUN = [
  [7, 7, 2, 3],
  [2, 8, 3, 7],
  [1, 5, 4, 9],
  [2, 8, 9, 14],
]
test('kappa of a published table, with its standard error', () => {
  const plain = kappaOf(SEXUAL_FUN, 'none')
  near(plain?.kappa, 0.1293)
  near(plain?.error, 0.0686)
  const linear = kappaOf(SEXUAL_FUN, 'linear')
  near(linear?.kappa, 0.2374)
  near(linear?.error, 0.0783)
})

test('equal gradings agree wholly; all in one grade says nothing', () => {
  assert.equal(
    kappaOf(
      [
        [3, 0],
        [0, 4],
      ],
      'linear',
    )?.kappa,
    1,
  )
  assert.equal(
    kappaOf(
      [
        [3, 0],
        [0, 0],
      ],
      'linear',
    ),
    undefined,
  )
  assert.equal(
    kappaOf(
      [
        [0, 0],
        [0, 0],
      ],
      'none',
    ),
    undefined,
  )
})

test('two who change places agree as much', () => {
  const table = fc.array(fc.array(fc.nat(20), { minLength: 4, maxLength: 4 }), { minLength: 4, maxLength: 4 })
  fc.assert(
    fc.property(table, (rows) => {
      const other = rows.map((_, at) => rows.map((row) => row[at] ?? 0))
      const [one, two] = [kappaOf(rows, 'linear'), kappaOf(other, 'linear')]
      if (one === undefined || two === undefined) return one === two
      return Math.abs(one.kappa - two.kappa) < 1e-9 && Math.abs(one.error - two.error) < 1e-9 && one.kappa <= 1 + 1e-12
    }),
  )
})

test('Wilson intervals', () => {
  for (const [of, n, low, high] of [
    [9, 15, 0.357, 0.802],
    [0, 6, 0, 0.39],
    [6, 6, 0.61, 1],
  ] as const) {
    const share = shareOf(of, n)
    near(share.low, low, 5e-4)
    near(share.high, high, 5e-4)
  }
  assert.equal(shareWords(shareOf(9, 15)), '9 of 15: 60 % (36 to 80)')
  assert.equal(shareWords(shareOf(0, 6)), '0 of 6: 0 % (0 to 39), too few to tell')
  assert.equal(shareWords(shareOf(0, 0)), 'None')
})

test('the share lies in its interval, and nothing changed while two touch', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 500 }), fc.double({ min: 0, max: 1, noNaN: true }), (n, part) => {
      const { share = 0, low, high } = shareOf(Math.floor(part * n), n)
      return low <= share + 1e-12 && share <= high + 1e-12 && low >= 0 && high <= 1
    }),
  )
  assert.equal(apart(shareOf(40, 50), shareOf(10, 50)), true)
  assert.equal(apart(shareOf(30, 50), shareOf(25, 50)), false)
  assert.equal(apart(shareOf(9, 9), shareOf(0, 9)), false)
})
