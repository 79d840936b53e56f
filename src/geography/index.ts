// Geography: where a postcode is, how far two places lie apart, and whose area a home stands in.
export {
  AREAS_ATTRIBUTION,
  AUTHORITIES_AS_OF,
  authorityName,
  type Country,
  codeOf2025,
  countryOf,
  upperTierCodes,
  upperTierOf,
} from './authority.ts'
export { importPostcodesCommand } from './commands.ts'
export { demonstrationEntries, demonstrationPostcodes } from './demonstration.ts'
export type { DirectoryReport, RefusedRow } from './directory-reader.ts'
export {
  type Distance,
  type DistanceBand,
  distanceBand,
  distanceBands,
  distanceBetween,
  distanceBetweenPlaces,
  milesBetweenPlaces,
  roundedHalfEven,
} from './distance.ts'
export { readPostcodeDirectory } from './import-directory.ts'
export {
  type GridReference,
  gridReferenceOf,
  looksLikePostcode,
  normalisedPostcode,
  type Place,
  type PostcodeEntry,
  type PostcodeList,
  postcodeListFrom,
  shownPostcode,
} from './postcode.ts'
export { currentDirectory, type LoadedDirectory, placesOf, replaceDirectory } from './store.ts'
export {
  type NeighbourOverride,
  type Neighbours,
  neighboursOf2025,
  neighboursWith,
  type Whereabouts,
  whereabouts,
} from './whereabouts.ts'
