// Where each episode's placement lies: authority, inside or outside the council's own area, and miles from home.

import { distanceBetweenPlaces, type Place, type PostcodeList } from '#geography'
import { type Cell, type Days, noDay, type RawTable, type Source, sourceOf, type Texts } from '#return-files'

export type Atlas = {
  postcodes: PostcodeList
  /** From the code of a district to that of the county above it; where it says nothing, a code stands for itself. */
  upperTier: (code: string) => string | undefined
  /** The code of the authority whose return this is. */
  own: string
}

/** Derived columns of Episodes; `PL_DISTANCE` is miles, NaN where either postcode is unknown. */
export type Placing = { PL_LA: Texts; PL_LOCATION: Texts; PL_DISTANCE: Days; known(postcode: Cell): boolean }

const countries: Readonly<Record<string, string>> = { S: 'SCO', N: 'NIR', W: 'WAL' }

// The directory's codes for the Channel Islands (L) and the Isle of Man (M), where no authority of the return lies.
const nowhere: ReadonlySet<string> = new Set(['L', 'M'])

function authorityOf(place: Place | undefined, upperTier: Atlas['upperTier']): Cell {
  const code = place?.authority
  if (code === undefined || code === null || nowhere.has(code.charAt(0))) return null
  return countries[code.charAt(0)] ?? upperTier(code) ?? code
}

function places(postcodes: PostcodeList): (postcode: Cell) => Place | undefined {
  const known = new Map<string, Place | undefined>()
  return (postcode) => {
    if (postcode === null) return undefined
    if (!known.has(postcode)) known.set(postcode, postcodes.placeOf(postcode))
    return known.get(postcode)
  }
}

/** Reads derived columns from the table itself where it brings them, as worked cases do. */
function given(source: Source): Partial<Placing> {
  const PL_DISTANCE = source.text('PL_DISTANCE')
  return {
    ...(source.has('PL_LA') ? { PL_LA: source.text('PL_LA') } : {}),
    ...(source.has('PL_LOCATION') ? { PL_LOCATION: source.text('PL_LOCATION') } : {}),
    ...(source.has('PL_DISTANCE') ? { PL_DISTANCE: (row) => Number(PL_DISTANCE(row) ?? 'none') } : {}),
  }
}

export function placingOf(raw: RawTable | undefined, { postcodes, upperTier, own }: Atlas): Placing {
  const source = sourceOf(raw, () => noDay)
  const placeOf = places(postcodes)
  const [home, placement] = [source.text('HOME_POST'), source.text('PL_POST')]
  const count = raw?.rows ?? 0
  const authorities: Cell[] = []
  const miles = new Float64Array(count)
  for (let row = 0; row < count; row += 1) {
    const place = placeOf(placement(row))
    authorities.push(authorityOf(place, upperTier))
    miles[row] = distanceBetweenPlaces(placeOf(home(row)), place)?.miles ?? noDay
  }
  const PL_LA: Texts = (row) => (row < 0 ? null : (authorities[row] ?? null))
  // A known postcode under no authority of the return lies outside the council's area all the same.
  const PL_LOCATION: Texts = (row) => {
    if (row < 0 || row >= count || placeOf(placement(row)) === undefined) return null
    return PL_LA(row) === own ? 'IN' : 'OUT'
  }
  return {
    PL_LA,
    PL_LOCATION,
    PL_DISTANCE: (row) => (row < 0 ? noDay : (miles[row] ?? noDay)),
    known: (postcode) => placeOf(postcode) !== undefined,
    ...given(source),
  }
}
