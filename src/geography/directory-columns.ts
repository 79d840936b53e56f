// Finds the four columns that Kith needs in the header of an ONS Postcode Directory of any quarter, by their names.

/** Which column holds what, counted from 0; `codesOf` is the year of the authority codes, where the name tells it. */
export type DirectoryColumns = {
  readonly postcode: number
  readonly authority: number
  readonly easting: number
  readonly northing: number
  readonly codesOf: number | null
}

export type ColumnsFound =
  | { readonly found: true; readonly columns: DirectoryColumns }
  | { readonly found: false; readonly missing: readonly string[] }

// In order of preference: the spaced form first, since the fixed-width ones differ only in their blanks.
const postcodeNames = ['pcds', 'pcd2', 'pcd8', 'pcd', 'pcd7', 'postcode']
const authorityNames = ['oslaua', 'laua', 'ladcd']
const eastingNames = ['east1m', 'oseast1m', 'easting', 'eastings']
const northingNames = ['north1m', 'osnrth1m', 'northing', 'northings']

/** Fields of one line of comma-separated values, quotes taken off. */
export function fieldsOf(line: string): string[] {
  const fields = line.match(/("([^"]|"")*"|[^,]*)(,|$)/g) ?? []
  return fields.slice(0, line.split(',').length).map((field) =>
    field
      .replace(/,$/, '')
      .trim()
      .replace(/^"(.*)"$/, '$1')
      .replaceAll('""', '"')
      .trim(),
  )
}

function firstNamed(header: readonly string[], names: readonly string[]): number {
  return names.map((name) => header.indexOf(name)).find((at) => at >= 0) ?? -1
}

/** `lad25cd`, `oslaua`, `laua21` …: the newest dated name wins, since a directory may carry an older one beside it. */
function authorityColumn(header: readonly string[]): { at: number; codesOf: number | null } {
  const dated = header
    .map((name, at) => ({ at, year: /^(?:lad(\d\d)cdo?|(?:os)?laua(\d\d))$/.exec(name) }))
    .flatMap(({ at, year }) => (year ? [{ at, codesOf: 2000 + Number(year[1] ?? year[2]) }] : []))
    .sort((a, b) => b.codesOf - a.codesOf)
  return dated[0] ?? { at: firstNamed(header, authorityNames), codesOf: null }
}

/** `headerLine` as it stands in the file: byte order mark, capitals, quotes and blanks do not matter. */
export function columnsOf(headerLine: string): ColumnsFound {
  const header = fieldsOf(headerLine.replace(/^\uFEFF/, '').toLowerCase())
  const { at: authority, codesOf } = authorityColumn(header)
  const columns = {
    postcode: firstNamed(header, postcodeNames),
    authority,
    easting: firstNamed(header, eastingNames),
    northing: firstNamed(header, northingNames),
    codesOf,
  }
  const missing = [
    ...(columns.postcode < 0 ? ['postcode (pcds, pcd2, pcd8, pcd, pcd7)'] : []),
    ...(columns.authority < 0 ? ['authority (lad25cd of any year, oslaua, laua)'] : []),
    ...(columns.easting < 0 ? ['easting (east1m, oseast1m)'] : []),
    ...(columns.northing < 0 ? ['northing (north1m, osnrth1m)'] : []),
  ]
  return missing.length > 0 ? { found: false, missing } : { found: true, columns }
}
