// Postcodes as people write them, as they are matched, and as they are shown.

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
