// Postcodes as people write them, as they are matched and shown, and the places that they stand for.

const shape = /^[A-Z]{1,2}[0-9][0-9A-Z]?[0-9][A-Z]{2}$/

/** The form that is stored and matched: upper case, no white space. Says nothing about whether it is a postcode. */
export function normalisedPostcode(written: string): string {
  return written.replace(/\s+/g, '').toUpperCase()
}

/** Whether it has the shape of a full postcode, however it is spaced. Invented ones (Q, V, X) have it too. */
export function looksLikePostcode(written: string): boolean {
  return shape.test(normalisedPostcode(written))
}

/** `ab12cd` → `AB1 2CD`: the last three characters stand apart. What is no postcode comes back as it was written. */
export function shownPostcode(written: string): string {
  const postcode = normalisedPostcode(written)
  return shape.test(postcode) ? `${postcode.slice(0, -3)} ${postcode.slice(-3)}` : written
}

/** Metres east and north on the British National Grid. */
export type GridReference = { readonly easting: number; readonly northing: number }

/** `easting` and `northing` are both null where the postcode is known and its position is not; `authority` likewise. */
export type Place = {
  readonly easting: number | null
  readonly northing: number | null
  /** District or unitary code (`E07000240`, `W06000015`) in the codes of the directory that it came from. */
  readonly authority: string | null
}

/** A postcode in any spacing or case; `undefined` where the list does not know it. */
export type PostcodeList = { placeOf(postcode: string): Place | undefined }

/** Postcode, easting, northing, authority. */
export type PostcodeEntry = readonly [
  postcode: string,
  easting: number | null,
  northing: number | null,
  authority: string | null,
]

/** For small lists (a set, a test, a demonstration). The first entry of a postcode wins. */
export function postcodeListFrom(entries: Iterable<PostcodeEntry>): PostcodeList {
  const places = new Map<string, Place>()
  for (const [postcode, easting, northing, authority] of entries) {
    const key = normalisedPostcode(postcode)
    if (!places.has(key)) places.set(key, { easting, northing, authority })
  }
  return { placeOf: (postcode) => places.get(normalisedPostcode(postcode)) }
}

/** The grid reference of a place, where its position is known. */
export function gridReferenceOf(place: Place | undefined): GridReference | undefined {
  if (!place || place.easting === null || place.northing === null) return undefined
  return { easting: place.easting, northing: place.northing }
}
