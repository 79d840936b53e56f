// The return's placement codes, and what each means for the clock.

export const PLACE_CODES = {
  A3: { words: 'placed for adoption with current foster carer, consent', group: 'adoption' },
  A4: { words: 'placed for adoption, consent', group: 'adoption' },
  A5: { words: 'placed for adoption with current foster carer, placement order', group: 'adoption' },
  A6: { words: 'placed for adoption, placement order', group: 'adoption' },
  H5: { words: 'semi-independent living', group: 'otherArrangements' },
  K1: { words: "secure children's home", group: 'residential' },
  K2: { words: "children's home", group: 'residential' },
  K3: { words: 'supported accommodation', group: 'otherArrangements' },
  P1: { words: 'own parents', group: 'parent' },
  P2: { words: 'independent living', group: 'otherArrangements' },
  P3: { words: 'residential employment', group: 'otherArrangements' },
  R1: { words: 'residential care home', group: 'residential' },
  R2: { words: 'hospital or other medical establishment', group: 'anotherResponsible' },
  R3: { words: 'family centre or mother and baby unit', group: 'residential' },
  R5: { words: 'young offender institution', group: 'anotherResponsible' },
  S1: { words: 'residential school', group: 'residential' },
  T0: { words: 'temporary move', group: 'temporary' },
  T1: { words: 'temporary: hospital', group: 'temporary' },
  T2: { words: 'temporary: holiday', group: 'temporary' },
  T3: { words: "temporary: carer's holiday", group: 'temporary' },
  T4: { words: 'temporary: other, 7 days or less', group: 'temporary' },
  U1: { words: 'foster home with relative or friend, long term', group: 'foster' },
  U2: { words: 'foster home with relative or friend, early permanence', group: 'foster' },
  U3: { words: 'foster home with relative or friend', group: 'foster' },
  U4: { words: 'foster home, long term', group: 'foster' },
  U5: { words: 'foster home, early permanence', group: 'foster' },
  U6: { words: 'foster home', group: 'foster' },
  Z1: { words: 'other placement', group: 'otherArrangements' },
  Z11: { words: 'other placement', group: 'otherArrangements' },
  Z12: { words: 'other placement', group: 'otherArrangements' },
  Z13: { words: 'other placement', group: 'otherArrangements' },
  Z14: { words: 'other placement', group: 'otherArrangements' },
} as const
export type PlaceCode = keyof typeof PLACE_CODES
export type PlaceGroup = (typeof PLACE_CODES)[PlaceCode]['group']

export function isPlaceCode(text: string): text is PlaceCode {
  return Object.hasOwn(PLACE_CODES, text)
}

export function placeGroup(code: PlaceCode): PlaceGroup {
  return PLACE_CODES[code].group
}
