// Pages of a list: the nearest page there is, and what stands on it.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { pageNumber, placeOf } from './paging.ts'

test('the nearest page there is', () => {
  const page = (asked: number, count: number) => pageNumber(asked, count)
  assert.deepEqual(page(1, 0), { page: 1, pages: 1 })
  assert.deepEqual(
    [page(2, 25), page(2, 26)],
    [
      { page: 1, pages: 1 },
      { page: 2, pages: 2 },
    ],
  )
  assert.deepEqual([page(-3, 60).page, page(99, 60).page, page(Number.NaN, 60).page, page(1.5, 60).page], [1, 3, 1, 1])
  assert.deepEqual(placeOf({ page: 2, pages: 2 }, 27), { page: 2, pages: 2, from: 26, to: 27 })
})
