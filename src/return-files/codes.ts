// The code sets that hold in one collection year.
import { type CodeSetName, codeSets } from './codes-data.ts'

export type Codes = Readonly<Record<CodeSetName, CodeSet>>

/** Whether a cell holds one of the codes; a blank never does. */
export type CodeSet = { has(cell: string | null): boolean; readonly codes: ReadonlySet<string> }

function inForce(dated: Readonly<Record<number, string>>, year: number): CodeSet {
  let words = ''
  for (const [from, codes] of Object.entries(dated)) if (Number(from) <= year) words = codes
  const codes = new Set(words.split(' '))
  return { codes, has: (cell) => cell !== null && codes.has(cell) }
}

const known = new Map<number, Codes>()

/** The year is the one in which the collection ends: 2027 for 2026/27. */
export function codesOf(year: number): Codes {
  const remembered = known.get(year) ?? codesIn(year)
  known.set(year, remembered)
  return remembered
}

function codesIn(year: number): Codes {
  const of = (name: CodeSetName) => inForce(codeSets[name], year)
  return {
    SEX: of('SEX'),
    ETHNIC: of('ETHNIC'),
    RNE: of('RNE'),
    LS: of('LS'),
    CIN: of('CIN'),
    PLACE: of('PLACE'),
    PLACE_PROVIDER: of('PLACE_PROVIDER'),
    REC: of('REC'),
    REASON_PLACE_CHANGE: of('REASON_PLACE_CHANGE'),
    REVIEW_CODE: of('REVIEW_CODE'),
    SDQ_REASON: of('SDQ_REASON'),
    IN_TOUCH: of('IN_TOUCH'),
    ACTIV: of('ACTIV'),
    ACCOM: of('ACCOM'),
    SEX_ADOPTR: of('SEX_ADOPTR'),
    LS_ADOPTR: of('LS_ADOPTR'),
    NB_ADOPTR: of('NB_ADOPTR'),
    REASON_PLACED_CEASED: of('REASON_PLACED_CEASED'),
    PREV_PERM: of('PREV_PERM'),
    MISSING: of('MISSING'),
    SW_REASON: of('SW_REASON'),
    yesOrNo: of('yesOrNo'),
    unknownUpn: of('unknownUpn'),
    foster: of('foster'),
    placedForAdoption: of('placedForAdoption'),
    temporary: of('temporary'),
    respite: of('respite'),
    adopted: of('adopted'),
    specialGuardianship: of('specialGuardianship'),
    withoutProvider: of('withoutProvider'),
    withoutUrn: of('withoutUrn'),
    inOneBuilding: of('inOneBuilding'),
    outsideEngland: of('outsideEngland'),
  }
}
