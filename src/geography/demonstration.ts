// The invented geography of the demonstration council: no real postcode begins with Q, V or X.
import demonstration from './demonstration-postcodes.json' with { type: 'json' }
import { type PostcodeEntry, postcodeListFrom } from './postcode.ts'

type Invented = readonly (string | number | null)[]

function entryIn(authority: string, [postcode, easting, northing]: Invented): PostcodeEntry {
  const metres = (value: unknown) => (typeof value === 'number' ? value : null)
  return [String(postcode), metres(easting), metres(northing), authority]
}

export const demonstrationEntries: readonly PostcodeEntry[] = Object.entries(demonstration.places).flatMap(
  ([authority, invented]) => invented.map((row) => entryIn(authority, row)),
)

export const demonstrationPostcodes = postcodeListFrom(demonstrationEntries)
