// Geography: where a postcode is, how far two places lie apart, and whose area a home stands in.
export {
  type Distance,
  type DistanceBand,
  distanceBand,
  distanceBands,
  distanceBetween,
  distanceBetweenPlaces,
  roundedHalfEven,
} from './distance.ts'
export {
  type GridReference,
  gridReferenceOf,
  type Place,
  type PostcodeEntry,
  type PostcodeList,
  postcodeListFrom,
} from './place.ts'
export { looksLikePostcode, normalisedPostcode, shownPostcode } from './postcode.ts'
