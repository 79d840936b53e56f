// Thirty worked pairs of real postcodes: metres, miles, inside and adjoining, as published with the statistics' method.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { describe, test } from 'node:test'
import { upperTierOf } from './authority.ts'
import { distanceBetweenPlaces } from './distance.ts'
import { type PostcodeEntry, type PostcodeList, postcodeListFrom } from './postcode.ts'
import { whereabouts } from './whereabouts.ts'

type GoldenPair = {
  readonly from: string
  readonly to: string
  readonly metres: number
  readonly miles: number
  readonly inside: boolean
  readonly adjoining: boolean | null
  readonly council: string
}

function isGoldenPair(value: unknown): value is GoldenPair {
  return typeof value === 'object' && value !== null && 'from' in value && 'metres' in value && 'council' in value
}

function goldenPairs(json: string): readonly GoldenPair[] {
  const read: unknown = JSON.parse(json)
  return Array.isArray(read) ? read.filter(isGoldenPair) : []
}

function goldenPostcodes(csv: string): PostcodeList {
  const entries = csv
    .trim()
    .split('\n')
    .slice(1)
    .map((line): PostcodeEntry => {
      const [postcode = '', authority = '', easting = '', northing = ''] = line.split(',')
      return [postcode, Number(easting), Number(northing), authority]
    })
  return postcodeListFrom(entries)
}

const pairs = goldenPairs(readFileSync('test/material/geography/distance-golden.json', 'utf8'))
const postcodes = goldenPostcodes(readFileSync('test/material/geography/onspd-extract-2025-11.csv', 'utf8'))

test('there are thirty worked pairs', () => assert.equal(pairs.length, 30))

describe('worked pairs', () => {
  for (const { from, to, metres, miles, inside, adjoining, council } of pairs) {
    const [here, there] = [postcodes.placeOf(from), postcodes.placeOf(to)]
    test(`${from} to ${to} is ${miles} miles, both ways`, () => {
      assert.deepEqual(distanceBetweenPlaces(here, there), { metres, miles })
      assert.deepEqual(distanceBetweenPlaces(there, here), { metres, miles })
    })
    test(`${to} seen from ${from} is ${inside ? 'inside' : 'outside'}`, () => {
      assert.equal(upperTierOf(here?.authority ?? null), council)
      assert.deepEqual(whereabouts(council, there), { inside, outside: !inside, adjoining })
    })
  }
})
