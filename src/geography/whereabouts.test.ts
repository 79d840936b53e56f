// Inside, outside and adjoining, also where something is unknown; tiers and neighbours as shipped; corrections.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { authorityName, codeOf2025, countryOf, upperTierCodes, upperTierOf } from './authority.ts'
import { demonstrationEntries, demonstrationPostcodes } from './demonstration.ts'
import reviewed from './neighbour-overrides.json' with { type: 'json' }
import { looksLikePostcode } from './postcode.ts'
import { neighboursOf2025, neighboursWith, whereabouts } from './whereabouts.ts'

const at = (authority: string | null) => ({ easting: 1, northing: 1, authority })

describe('whereabouts of a home', () => {
  const nothing = { inside: 'unknown', outside: 'unknown', adjoining: 'unknown' }
  const cases = [
    ['a postcode that nobody knows', 'E10000016', undefined, nothing],
    ['a postcode without an authority', 'E10000016', at(null), nothing],
    ['an English code that leads nowhere', 'E10000016', at('E07999999'), nothing],
    ['a county since divided', 'E10000016', at('E10000006'), nothing],
    ['a council that nobody knows', 'E06999999', at('E10000016'), nothing],
    ['a council of Wales', 'W06000023', at('E06000019'), { inside: false, outside: true, adjoining: 'unknown' }],
    [
      'a home within a council of Wales',
      'W06000023',
      at('W06000023'),
      { inside: true, outside: false, adjoining: null },
    ],
    ['over the border', 'E06000019', at('W06000023'), { inside: false, outside: true, adjoining: true }],
    ['Wales, far off', 'E10000016', at('W06000023'), { inside: false, outside: true, adjoining: false }],
    ['Jersey', 'E10000016', at('L99999999'), { inside: false, outside: true, adjoining: false }],
    ['over the Tamar', 'E06000026', at('E06000052'), { inside: false, outside: true, adjoining: true }],
    ['a district of the county', 'E10000016', at('E07000105'), { inside: true, outside: false, adjoining: null }],
    ['an ended district', 'E06000065', at('E07000163'), { inside: true, outside: false, adjoining: null }],
    ['a council under its ended code', 'E10000023', at('E07000163'), { inside: true, outside: false, adjoining: null }],
  ] as const
  for (const [name, council, home, expected] of cases) {
    test(name, () => assert.deepEqual(whereabouts(council, home), expected))
  }
})

describe('authorities and neighbours as shipped', () => {
  test('153 authorities, each with a name and its own upper tier', () => {
    assert.equal(upperTierCodes.length, 153)
    for (const code of upperTierCodes) {
      assert.ok(authorityName(code))
      assert.equal(upperTierOf(code), code)
      assert.equal(codeOf2025(code), code)
      assert.equal(countryOf(code), 'England')
      assert.ok(neighboursOf2025.has(code))
    }
  })

  test('neighbours hold both ways, and nobody adjoins itself', () => {
    for (const [code, beside] of neighboursOf2025) {
      assert.ok(!beside.has(code))
      for (const other of beside) {
        if (countryOf(other) === 'England') assert.ok(neighboursOf2025.get(other)?.has(code), `${other} lacks ${code}`)
      }
    }
  })

  test('every reviewed override says why, names two authorities and changes something', () => {
    for (const { between, reason } of reviewed.overrides) {
      assert.equal(new Set(between.map((code) => upperTierOf(code))).size, 2)
      assert.ok(!between.some((code) => upperTierOf(code) === undefined))
      assert.ok(reason.length > 10)
    }
  })

  test('Sheffield and Barnsley under either code, and the four councils of 2023, lead to themselves', () => {
    const codes = ['E08000039', 'E08000038', 'E06000063', 'E06000064', 'E06000065', 'E06000066']
    for (const code of codes) assert.equal(upperTierOf(code), code)
    assert.deepEqual(
      ['E08000019', 'E08000016'].map((code) => codeOf2025(code)),
      ['E08000039', 'E08000038'],
    )
  })
  test('every ended code leads to an authority of 2025', () => {
    for (const code of ['E07000026', 'E08000016', 'E07000191', 'E10000002', 'E07000100']) assert.ok(upperTierOf(code))
    assert.equal(upperTierOf('E07000190'), 'E06000066')
    assert.equal(upperTierOf('E07000100'), 'E10000015')
  })
})

describe('a council corrects its own neighbours', () => {
  const home = at('E06000046')
  test('adds one, both ways, without touching what is shipped', () => {
    const own = neighboursWith([{ between: ['E10000014', 'E06000046'], adjoining: true, reason: 'ferry' }])
    assert.equal(whereabouts('E10000014', home, own).adjoining, true)
    assert.equal(whereabouts('E06000046', at('E07000091'), own).adjoining, true)
    assert.equal(whereabouts('E10000014', home).adjoining, false)
  })
  test('takes one away, also one that was reviewed', () => {
    const own = neighboursWith([{ between: ['E06000052', 'E06000026'], adjoining: false, reason: 'decided here' }])
    assert.equal(whereabouts('E06000026', at('E06000052'), own).adjoining, false)
    assert.equal(whereabouts('E06000052', at('E06000026'), own).adjoining, false)
  })
  test('a code that leads nowhere changes nothing', () => {
    const own = neighboursWith([{ between: ['E06000052', 'nowhere'], adjoining: true, reason: 'mistyped' }])
    assert.deepEqual(own, neighboursOf2025)
  })
})

test('the invented geography is invented, whole, and knows a postcode without a position', () => {
  assert.equal(demonstrationEntries.length, 543)
  for (const [postcode] of demonstrationEntries) {
    assert.match(postcode, /^[QVX]/)
    assert.ok(looksLikePostcode(postcode))
  }
  assert.deepEqual(demonstrationPostcodes.placeOf('qa222nt'), {
    easting: 422363,
    northing: 295412,
    authority: 'E06000053',
  })
  assert.deepEqual(demonstrationPostcodes.placeOf('XB7 2WP'), { easting: null, northing: null, authority: 'L99999999' })
})
