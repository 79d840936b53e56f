// What the template of the lists writes for each code of the record, word for word, its spelling included.

type Codes = Readonly<Record<string, string>>

export const ETHNICITY: Codes = {
  WBRI: 'a) WBRI',
  WIRI: 'b) WIRI',
  WIRT: 'c) WIRT',
  WOTH: 'd) WOTH',
  WROM: 'e) WROM',
  MWBC: 'f) MWBC',
  MWBA: 'g) MWBA',
  MWAS: 'h) MWAS',
  MOTH: 'i) MOTH',
  AIND: 'j) AIND',
  APKN: 'k) APKN',
  ABAN: 'l) ABAN',
  AOTH: 'm) AOTH',
  BCRB: 'n) BCRB',
  BAFR: 'o) BAFR',
  BOTH: 'p) BOTH',
  CHNE: 'q) CHNE',
  OOTH: 'r) OOTH',
  REFU: 's) REFU',
  NOBT: 't) NOBT',
  UNKNOWN: 'u) UNKNOWN',
}

export const NEED: Codes = {
  N0: 'N0 - Not stated',
  N1: 'N1 - Abuse or neglect',
  N2: "N2 - Child's disability",
  N3: 'N3 - Parental disability or illness',
  N4: 'N4 - Family in acute stress',
  N5: 'N5 - Family dysfunction',
  N6: 'N6 - Socially unacceptable behaviour',
  N7: 'N7 - Low income',
  N8: 'N8 - Absent parenting',
  N9: 'N9 - Cases other than children in need',
}

export const LEGAL_STATUS: Codes = {
  C1: 'C1: ICO',
  C2: 'C2: FCO',
  D1: 'D1: Freeing order',
  E1: 'E1: Placement order',
  J1: 'J1: Remanded to LA or youth detention',
  J2: 'J2: LA accommodation under PACE',
  J3: 'J3: Youth rehabilitation order',
  L1: 'L1: Police protection LA accommodation',
  L2: 'L2: EPO',
  L3: 'L3: Child assessment order LA accommodation',
  V2: 'V2: Single period under S20',
  V3: 'V3: Short term breaks, episodes recorded',
  V4: 'V4: Short term breaks, agreements recorded',
}

export const END_REASON: Codes = {
  E11: 'a) E11: Adopted - application unopposed',
  E12: 'b) E12: Adopted - consent dispensed',
  E2: 'c) E2: Died',
  E3: 'd) E3: Care taken by another LA',
  E4A: 'e) E4A: Returned home to live with parents or relatives - part of planning',
  E4B: 'f) E4B: Returned home to live with parents or relatives - not part of planning',
  E13: 'g) E13: Parents, relatives or other with no parental responsibility',
  E41: 'h) E41: Residence order granted',
  E45: 'i) E45: Special Guardianship Orders - former carer relative/friend',
  E46: 'j) E46: Special Guardianship Orders - former carer other',
  E47: 'k) E47: Special Guardianship Orders - relative/friend',
  E48: 'l) E48: Special Guardianship Orders - other',
  E5: 'm) E5: Moved into independent living - supported',
  E6: 'n) E6: Moved into independent living - no support',
  E7: 'o) E7: Transferred to residential care funded by adult social services',
  E9: 'p) E9: Sentenced to custody',
  E14: 'q) E14: Accommodation on remand ended',
  E15: 'r) E15: Age assessment determined child was 18 or over',
  E16: 's) E16: Child moved abroad',
  E8: 't) E8: Care ceased for any other reason',
  X1: 'u) X1: CodeError',
  E17: 'v) E17: Aged 18+ and remained with current carers',
}

export const PLACE: Codes = {
  U1: 'a) U1: Foster placement - relatives - long term',
  U2: 'b) U2: Foster placement - relative - FFA',
  U3: 'c) U3: Foster placement - relative - not FFA',
  U4: 'd) U4: Foster placement - long term',
  U5: 'e) U5: Foster placement - FFA',
  U6: 'f) U6: Foster placement - not FFA',
  A3: 'g) A3: Placed for adoption - consent - current foster',
  A4: 'h) A4: Placed for adoption - consent - not foster',
  A5: 'i) A5: Placed for adoption - order - foster',
  A6: 'j) A6: Placed for adoption - order - not foster',
  P1: 'k) P1: Placed with parents',
  P2: 'l) P2: Independent living',
  P3: 'm) P3: Residential employment',
  H5: 'n) H5: Residential accommodation',
  K1: "o) K1: Secure Children's Homes",
  K2: "p) K2: Children's Homes",
  R1: 'q) R1: Residential Care Home',
  R2: 'r) R2: NHS/Health Trust',
  R3: 's) R3: Family Centre or Mother and Baby Unit',
  R5: 't) R5: Young Offender Institution',
  S1: 'u) S1: Residential school',
  Z1: 'v) Z1: Other placements',
  T0: 'w) T0: Temporary placement',
  T1: 'x) T1: Temporary placement - hospital',
  T2: 'y) T2: Temporary placement - holiday',
  T3: 'z) T3: Temporary placement - carer holiday',
  T4: 'zz) T4: Temporary placement - seven days or less',
}

export const PROVIDER: Codes = {
  PR0: 'a) PR0: Parents/Parental responsibility',
  PR1: 'b) PR1: Own provision',
  PR2: 'c) PR2: Other LA provision',
  PR3: 'd) PR3: Other public provision',
  PR4: 'e) PR4: Private provision',
  PR5: 'f) PR5: Voluntary/third sector',
}

export const ACCOMMODATION: Codes = {
  B: 'B: Parents/relatives',
  C: 'C: Community home/residential care',
  D: 'D: Semi-independent, transitional accommodation and self-contained accommodation',
  E: 'E: Supported lodgings',
  G: 'G: Abroad',
  H: 'H: Deported',
  K: 'K: Ordinary lodgings, without formal support',
  R: 'R: Residence not known',
  S: 'S: No fixed adobe/homeless',
  T: 'T: Foyers and similar supported accommodation',
  U: 'U: Independent living',
  V: 'V: Emergency accommodation',
  W: 'W: Bed and breakfast',
  X: 'X: In custody',
  Y: 'Y: Other accommodation',
  Z: 'Z: With former foster carers',
}

export const ACTIVITY: Codes = {
  F1: 'F1: Full time in higher education',
  P1: 'P1: Part time in higher education',
  F2: 'F2: Full time in education other than higher',
  P2: 'P2: Part time in education other than higher',
  F4: 'F4: Full time in an apprenticeship',
  P4: 'P4: Part time in an apprenticeship',
  F5: 'F5: Full time in training or employment (not apprenticeship)',
  P5: 'P5: Part time in training or employment (not apprenticeship)',
  G4: 'G4: NEET - illness or disability',
  G5: 'G5: NEET - other',
  G6: 'G6: NEET - pregnancy or parenting',
}

export const WHY_NOT_ADOPTED: Codes = {
  RD1: 'RD1 - The child’s needs changed subsequent to the decision',
  RD2: 'RD2 - The Court did not make a placement order',
  RD3: 'RD3 - Prospective adopters could not be found',
  RD4: 'RD4 - Any other reason',
}

export const GENDER: Codes = { M: 'a) Male', F: 'b) Female' }
export const GENDER_NOT_SAID = 'c) Not stated/recorded'
export const IN_TOUCH: Codes = {
  YES: 'a) Yes',
  NO: 'b) No',
  DIED: 'c) Died',
  REFU: 'd) Refu',
  NREQ: 'e) NREQ',
  RHOM: 'f) Rhom',
}
export const YES = 'a) Yes'
export const NO = 'b) No'
export const UNKNOWN = 'c) Unknown'

/** By the option of the plan for permanence. */
export const PERMANENCE: Codes = {
  'return home': 'a) Return to family',
  adoption: 'b) Adoption',
  'special guardianship': 'c) SGO/CAO',
  'child arrangements order': 'c) SGO/CAO',
  'supported independence': 'd) Supported living in the community',
  'residential care': 'e) Long-term residential placement',
  'long-term foster care': 'f) Long-term fostering',
  'family and friends': 'g) other',
}

export const ELIGIBILITY: Codes = {
  relevant: 'a) Relevant child',
  formerRelevant: 'b) Former relevant child',
  qualifying: 'c) Qualifying care leaver',
  eligible: 'd) Eligible child',
}
export const LOOKED_AFTER = 'a) Looked after child'
export const INSIDE = 'a) In'
export const OUTSIDE = 'b) Out'
export const CONFIDENTIAL = 'CON - Child placed in confidential placement'
/** By the first letter of the code of an area. */
export const OTHER_COUNTRIES: Codes = {
  N: 'NIR - Child placed in Northern Ireland',
  S: 'SCO - Child placed in Scotland',
  W: 'WAL - Child placed in Wales',
}
