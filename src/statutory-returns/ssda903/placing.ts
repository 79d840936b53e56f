// Where each episode's placement lies: authority, inside or outside the council's own area, and miles from home.

import { distanceBetweenPlaces, type Place, type PostcodeList } from '#geography'
import {
  type Cell,
  type Measures,
  measures,
  noDay,
  type RawTable,
  type Source,
  sourceOf,
  type Texts,
  texts,
} from '#return-files'

export type Atlas = {
  postcodes: PostcodeList
  /** From the code of a district to that of the county above it; where it says nothing, a code stands for itself. */
  upperTier: (code: string) => string | undefined
  /** The code of the authority whose return this is; empty: not known, so nothing is inside or outside. */
  own: string
}

/** Derived columns of Episodes; `PL_DISTANCE` is miles, NaN where either postcode is unknown. */
export type Placing = {
  PL_LA: Texts
  PL_LOCATION: Texts
  PL_DISTANCE: Measures
  /** The postcodes of the table that the list knows. */
  located: ReadonlySet<string>
}

const countries: Readonly<Record<string, string>> = { S: 'SCO', N: 'NIR', W: 'WAL' }

// The directory's codes for the Channel Islands (L) and the Isle of Man (M), where no authority of the return lies.
const nowhere: ReadonlySet<string> = new Set(['L', 'M'])

function authorityOf(place: Place | undefined, upperTier: Atlas['upperTier']): Cell {
  const code = place?.authority
  if (code === undefined || code === null || nowhere.has(code.charAt(0))) return null
  return countries[code.charAt(0)] ?? upperTier(code) ?? code
}

/** What the list knows of every postcode of these columns; each is looked up once. */
function places(postcodes: PostcodeList, columns: readonly Texts[], count: number): ReadonlyMap<string, Place> {
  const known = new Map<string, Place>()
  const asked = new Set<string>()
  for (const column of columns) {
    for (let row = 0; row < count; row += 1) {
      const postcode = column.at(row)
      if (postcode === null || asked.has(postcode)) continue
      asked.add(postcode)
      const place = postcodes.placeOf(postcode)
      if (place) known.set(postcode, place)
    }
  }
  return known
}

/** Reads derived columns from the table itself where it brings them, as worked cases do. */
function derivedIn(source: Source, count: number): Partial<Placing> {
  const written = source.text('PL_DISTANCE')
  const miles = Float64Array.from({ length: count }, (_, row) => Number(written.at(row) ?? 'none'))
  return {
    ...(source.has('PL_LA') ? { PL_LA: source.text('PL_LA') } : {}),
    ...(source.has('PL_LOCATION') ? { PL_LOCATION: source.text('PL_LOCATION') } : {}),
    ...(source.has('PL_DISTANCE') ? { PL_DISTANCE: measures(miles) } : {}),
  }
}

export function placingOf(raw: RawTable | undefined, { postcodes, upperTier, own }: Atlas): Placing {
  const source = sourceOf(raw)
  const [home, placement] = [source.text('HOME_POST'), source.text('PL_POST')]
  const count = raw?.rows ?? 0
  const known = places(postcodes, [home, placement], count)
  const authorities: Cell[] = []
  const locations: Cell[] = []
  const miles = new Float64Array(count)
  for (let row = 0; row < count; row += 1) {
    const place = known.get(placement.at(row) ?? '')
    const authority = authorityOf(place, upperTier)
    authorities.push(authority)
    // A known postcode under no authority of the return lies outside the council's area all the same.
    locations.push(place === undefined || own === '' ? null : authority === own ? 'IN' : 'OUT')
    miles[row] = distanceBetweenPlaces(known.get(home.at(row) ?? ''), place)?.miles ?? noDay
  }
  return {
    PL_LA: texts(authorities),
    PL_LOCATION: texts(locations),
    PL_DISTANCE: measures(miles),
    located: new Set(known.keys()),
    ...derivedIn(source, count),
  }
}
