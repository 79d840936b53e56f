// The worked pairs and their postcodes, as every test of this room reads them.
import { type PostcodeEntry, type PostcodeList, postcodeListFrom } from './place.ts'

export type GoldenPair = {
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

export function goldenPairs(json: string): readonly GoldenPair[] {
  const read: unknown = JSON.parse(json)
  return Array.isArray(read) ? read.filter(isGoldenPair) : []
}

export function goldenPostcodes(csv: string): PostcodeList {
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
