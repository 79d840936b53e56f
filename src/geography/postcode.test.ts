// Postcodes written in every way become one; what is no postcode is left alone.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { looksLikePostcode, normalisedPostcode, postcodeListFrom, shownPostcode } from './postcode.ts'

test('one postcode however written', () => {
  for (const written of ['CV6 9SF', 'cv69sf', ' CV6  9SF ', 'CV69SF', 'cv6\u00a09sf']) {
    assert.equal(normalisedPostcode(written), 'CV69SF')
    assert.equal(shownPostcode(written), 'CV6 9SF')
    assert.ok(looksLikePostcode(written))
  }
})

test('every length is shown with its last three apart', () => {
  const cases = [
    ['L140NY', 'L14 0NY'],
    ['m68pu', 'M6 8PU'],
    ['NW1W8QA', 'NW1W 8QA'],
    ['W1D2EU', 'W1D 2EU'],
    ['QA222NT', 'QA22 2NT'],
  ] as const
  for (const [written, shown] of cases) assert.equal(shownPostcode(written), shown)
})

test('what is no postcode comes back as written', () => {
  for (const written of ['', 'not known', 'CV6', '12345', 'CV6 9S']) {
    assert.equal(shownPostcode(written), written)
    assert.equal(looksLikePostcode(written), false)
  }
})

test('a list answers in any spacing and keeps the first of two', () => {
  const list = postcodeListFrom([
    ['QA22 2NT', 422363, 295412, 'E06000053'],
    ['QA222NT', 1, 1, 'E06000001'],
    ['QA1 1AA', null, null, null],
  ])
  assert.deepEqual(list.placeOf('qa22 2nt'), { easting: 422363, northing: 295412, authority: 'E06000053' })
  assert.deepEqual(list.placeOf('QA11AA'), { easting: null, northing: null, authority: null })
  assert.equal(list.placeOf('QA22 2NX'), undefined)
})
