// Days as people write them.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { addDays } from './adding.ts'
import { day } from './iso-day.ts'
import { dayTyped, spokenDay } from './spoken-day.ts'
import { formatDay, formatLongDay } from './wording.ts'

const TODAY = day('2026-11-26') // a Thursday
const CASES: readonly (readonly [string, 'back' | 'ahead', string | undefined])[] = [
  ['2026-11-27', 'back', '2026-11-27'],
  ['27 nov', 'back', '2025-11-27'],
  ['27 nov', 'ahead', '2026-11-27'],
  ['26 Nov', 'back', '2026-11-26'],
  ['26 Nov', 'ahead', '2026-11-26'],
  ['27/11/26', 'back', '2026-11-27'],
  ['27.11.2026', 'back', '2026-11-27'],
  ['3/2', 'back', '2026-02-03'],
  ['3rd February 2024', 'back', '2024-02-03'],
  ['Fri 27 Nov 2026', 'back', '2026-11-27'],
  ['friday, 27 november', 'ahead', '2026-11-27'],
  ['1 Sept', 'back', '2026-09-01'],
  ['29 feb', 'back', '2024-02-29'],
  ['29 feb', 'ahead', '2028-02-29'],
  ['8/6/12', 'back', '2012-06-08'],
  ['8/6/89', 'back', '1989-06-08'],
  ['today', 'back', '2026-11-26'],
  ['Yesterday', 'back', '2026-11-25'],
  ['tomorrow', 'ahead', '2026-11-27'],
  ['mon', 'back', '2026-11-23'],
  ['Monday', 'ahead', '2026-11-30'],
  ['thursday', 'back', '2026-11-26'],
  ['31 feb 2026', 'back', undefined],
  ['31/02/26', 'back', undefined],
  ['11/27/26', 'back', undefined],
  ['27', 'back', undefined],
  ['27 nov 226', 'back', undefined],
  ['27 nov 2026 at 3', 'back', undefined],
  ['soon', 'ahead', undefined],
  ['', 'back', undefined],
]

for (const [text, looks, expected] of CASES)
  test(`'${text}', looking ${looks}`, () => assert.equal(spokenDay(text, TODAY, looks), expected))

test('what cannot be read stays as it was typed', () => {
  assert.equal(dayTyped(' 31 Febr ', TODAY, 'back'), ' 31 Febr ')
  assert.equal(dayTyped('27/11/26', TODAY, 'back'), '2026-11-27')
})

test('every day that a page writes is read back, in both directions, and nothing is ever thrown', () => {
  fc.assert(
    fc.property(fc.integer({ min: -9000, max: 9000 }), (n) => {
      const on = addDays(TODAY, n)
      return [formatDay(on), formatLongDay(on)].every((text) => spokenDay(text, TODAY, 'back') === on)
    }),
  )
  fc.assert(fc.property(fc.string(), (text) => dayTyped(text, TODAY, 'ahead').length >= 0))
})
