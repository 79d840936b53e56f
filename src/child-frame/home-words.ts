// Kinds of home in the words that a child would use of theirs, from the codes of the return.

const HOMES: Readonly<Record<string, string>> = {
  A3: 'With the family that will adopt them',
  A4: 'With the family that will adopt them',
  A5: 'With the family that will adopt them',
  A6: 'With the family that will adopt them',
  H5: 'Semi-independent home',
  K1: "Secure children's home",
  K2: "Children's home",
  K3: 'Supported home',
  P1: 'With their parents',
  P2: 'In their own home',
  P3: 'Living where they work',
  R1: 'Residential care home',
  R2: 'In hospital',
  R3: 'Family centre, or mother and baby unit',
  R5: 'Young offender institution',
  S1: 'Residential school',
  T0: 'Away for a time',
  T1: 'In hospital for a time',
  T2: 'On holiday for a time',
  T3: "Away for a time, during their carer's holiday",
  T4: 'Away for a time',
  U1: 'With a relative or friend who fosters them, long term',
  U2: 'With a relative or friend who fosters them, hoping to stay',
  U3: 'With a relative or friend who fosters them',
  U4: 'Foster home, long term',
  U5: 'Foster home, hoping to stay',
  U6: 'Foster home',
  Z1: 'Another home',
  Z11: 'Another home',
  Z12: 'Another home',
  Z13: 'Another home',
  Z14: 'Another home',
}

export const homeWords = (code: string): string => HOMES[code] ?? 'Another home'

export const NOT_IN_CARE = 'Not in care now'
/** `inCare` null: nothing that the reader may see says so. Somebody in care of whom no home is recorded lives somewhere. */
export function livesIn({ place, inCare }: { readonly place: string | null; readonly inCare: boolean | null }): string {
  if (place !== null) return homeWords(place)
  return inCare === true ? 'Home not recorded' : inCare === false ? NOT_IN_CARE : 'Home not known'
}

/** Adoption is confidential: nobody is named, nothing is placed. */
export const isAdoptionHome = (code: string | null): boolean => code?.startsWith('A') === true
/** A time away does not end the home that it is away from. */
export const isTimeAway = (code: string): boolean => code.startsWith('T')
