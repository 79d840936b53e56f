// A whole directory in memory: sorted keys in typed arrays, 18 bytes a postcode.
import { authorityCode, type DirectoryRow, postcodeKey } from './directory-row.ts'
import { looksLikePostcode, normalisedPostcode, type Place, type PostcodeList } from './postcode.ts'

type Columns = { keys: Float64Array; eastings: Int32Array; northings: Int32Array; authorities: Uint16Array }

export type PackedListBuilder = {
  add(this: void, row: DirectoryRow): void
  list(this: void): PostcodeList
}

function columnsFor(length: number): Columns {
  return {
    keys: new Float64Array(length),
    eastings: new Int32Array(length),
    northings: new Int32Array(length),
    authorities: new Uint16Array(length),
  }
}

function grown(columns: Columns): Columns {
  const larger = columnsFor(Math.ceil(columns.keys.length * 1.5))
  larger.keys.set(columns.keys)
  larger.eastings.set(columns.eastings)
  larger.northings.set(columns.northings)
  larger.authorities.set(columns.authorities)
  return larger
}

/** A published directory is in order already. Rows of another order are sorted; of two alike the first stays first. */
function inOrder(columns: Columns, size: number): Columns {
  const order = new Uint32Array(size).map((_, at) => at)
  order.sort((a, b) => (columns.keys[a] ?? 0) - (columns.keys[b] ?? 0) || a - b)
  return {
    keys: Float64Array.from(order, (at) => columns.keys[at] ?? 0),
    eastings: Int32Array.from(order, (at) => columns.eastings[at] ?? 0),
    northings: Int32Array.from(order, (at) => columns.northings[at] ?? 0),
    authorities: Uint16Array.from(order, (at) => columns.authorities[at] ?? 0),
  }
}

/** Index of the first key that is not below `key`. */
function firstNotBelow(keys: Float64Array, size: number, key: number): number {
  let low = 0
  let high = size
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((keys[middle] ?? 0) < key) low = middle + 1
    else high = middle
  }
  return low
}

function listOf(columns: Columns, size: number, codes: readonly (string | null)[]): PostcodeList {
  function placeAt(at: number): Place {
    const easting = columns.eastings[at] ?? -1
    const northing = columns.northings[at] ?? -1
    const authority = codes[columns.authorities[at] ?? 0] ?? null
    return easting < 0 ? { easting: null, northing: null, authority } : { easting, northing, authority }
  }
  return {
    placeOf(postcode) {
      const normalised = normalisedPostcode(postcode)
      if (!looksLikePostcode(normalised)) return undefined
      const key = postcodeKey(Buffer.from(normalised, 'latin1'), normalised.length)
      const at = firstNotBelow(columns.keys, size, key)
      return at < size && columns.keys[at] === key ? placeAt(at) : undefined
    },
  }
}

export function packedListBuilder(): PackedListBuilder {
  let columns = columnsFor(1 << 20)
  let size = 0
  let sorted = true
  const codes: (string | null)[] = []
  const indexOfCode = new Map<number, number>()

  function codeIndex(key: number): number {
    const known = indexOfCode.get(key)
    if (known !== undefined) return known
    indexOfCode.set(key, codes.length)
    return codes.push(authorityCode(key)) - 1
  }

  function add(row: DirectoryRow): void {
    if (size === columns.keys.length) columns = grown(columns)
    if (size > 0 && row.key < (columns.keys[size - 1] ?? 0)) sorted = false
    columns.keys[size] = row.key
    columns.eastings[size] = row.easting
    columns.northings[size] = row.northing
    columns.authorities[size] = codeIndex(row.authorityKey)
    size += 1
  }

  return { add, list: () => listOf(sorted ? columns : inOrder(columns, size), size, codes) }
}
