// The twelve tables of one year's return, each with its columns as functions of the row, and the derived columns.
import type { RawTable, RawTables } from './read-return.ts'
import { noDay } from './return-dates.ts'
import { type ChildNumbers, type Days, type Source, Spine, sourceOf } from './rows.ts'
import type { TableName } from './tables.ts'

type Reading = { raw: RawTables; numbers: ChildNumbers }

const never: Days = { at: () => noDay }

function open(reading: Reading, table: TableName) {
  const raw: RawTable | undefined = reading.raw[table]
  const source: Source = sourceOf(raw)
  const spine = (begins: Days = never, ends: Days = never) => new Spine(raw, reading.numbers, { begins, ends })
  return { ...source, spine }
}

function headerRows(reading: Reading) {
  const { text, days, spine } = open(reading, 'Header')
  const of = { CHILD: text('CHILD'), SEX: text('SEX'), DOB: days('DOB'), ETHNIC: text('ETHNIC'), UPN: text('UPN') }
  const written = { DOB: text('DOB'), MC_DOB: text('MC_DOB') }
  return Object.assign(spine(), { ...of, MOTHER: text('MOTHER'), MC_DOB: days('MC_DOB'), written })
}

function episodeRows(reading: Reading) {
  const { text, days, spine } = open(reading, 'Episodes')
  const [DECOM, DEC] = [days('DECOM'), days('DEC')]
  return Object.assign(spine(DECOM, DEC), {
    CHILD: text('CHILD'),
    DECOM,
    RNE: text('RNE'),
    LS: text('LS'),
    CIN: text('CIN'),
    PLACE: text('PLACE'),
    PLACE_PROVIDER: text('PLACE_PROVIDER'),
    DEC,
    REC: text('REC'),
    REASON_PLACE_CHANGE: text('REASON_PLACE_CHANGE'),
    HOME_POST: text('HOME_POST'),
    PL_POST: text('PL_POST'),
    URN: text('URN'),
    written: { DECOM: text('DECOM'), DEC: text('DEC') },
  })
}

function reviewRows(reading: Reading) {
  const { text, days, spine } = open(reading, 'Reviews')
  const written = { DOB: text('DOB'), REVIEW: text('REVIEW') }
  const of = { CHILD: text('CHILD'), DOB: days('DOB'), REVIEW: days('REVIEW'), REVIEW_CODE: text('REVIEW_CODE') }
  return Object.assign(spine(), { ...of, written })
}

function uascRows(reading: Reading) {
  const { text, days, spine } = open(reading, 'UASC')
  const of = { CHILD: text('CHILD'), SEX: text('SEX'), DOB: days('DOB'), DUC: days('DUC') }
  return Object.assign(spine(), { ...of, written: { DOB: text('DOB'), DUC: text('DUC') } })
}

function oc2Rows(reading: Reading) {
  const { text, days, spine } = open(reading, 'OC2')
  return Object.assign(spine(), {
    CHILD: text('CHILD'),
    DOB: days('DOB'),
    SDQ_SCORE: text('SDQ_SCORE'),
    SDQ_REASON: text('SDQ_REASON'),
    CONVICTED: text('CONVICTED'),
    HEALTH_CHECK: text('HEALTH_CHECK'),
    IMMUNISATIONS: text('IMMUNISATIONS'),
    TEETH_CHECK: text('TEETH_CHECK'),
    HEALTH_ASSESSMENT: text('HEALTH_ASSESSMENT'),
    SUBSTANCE_MISUSE: text('SUBSTANCE_MISUSE'),
    INTERVENTION_RECEIVED: text('INTERVENTION_RECEIVED'),
    INTERVENTION_OFFERED: text('INTERVENTION_OFFERED'),
    written: { DOB: text('DOB') },
  })
}

function oc3Rows(reading: Reading) {
  const { text, days, spine } = open(reading, 'OC3')
  const of = { CHILD: text('CHILD'), DOB: days('DOB'), IN_TOUCH: text('IN_TOUCH'), ACTIV: text('ACTIV') }
  return Object.assign(spine(), { ...of, ACCOM: text('ACCOM'), written: { DOB: text('DOB') } })
}

function ad1Rows(reading: Reading) {
  const { text, days, spine } = open(reading, 'AD1')
  return Object.assign(spine(), {
    CHILD: text('CHILD'),
    DOB: days('DOB'),
    DATE_INT: days('DATE_INT'),
    DATE_MATCH: days('DATE_MATCH'),
    FOSTER_CARE: text('FOSTER_CARE'),
    NB_ADOPTR: text('NB_ADOPTR'),
    SEX_ADOPTR: text('SEX_ADOPTR'),
    LS_ADOPTR: text('LS_ADOPTR'),
    written: { DOB: text('DOB'), DATE_INT: text('DATE_INT'), DATE_MATCH: text('DATE_MATCH') },
  })
}

function placedAdoptionRows(reading: Reading) {
  const { text, days, spine } = open(reading, 'PlacedAdoption')
  const [DATE_PLACED, DATE_PLACED_CEASED] = [days('DATE_PLACED'), days('DATE_PLACED_CEASED')]
  const written = { DOB: text('DOB'), DATE_PLACED: text('DATE_PLACED'), DATE_PLACED_CEASED: text('DATE_PLACED_CEASED') }
  const of = { CHILD: text('CHILD'), DOB: days('DOB'), REASON_PLACED_CEASED: text('REASON_PLACED_CEASED') }
  return Object.assign(spine(DATE_PLACED, DATE_PLACED_CEASED), { ...of, DATE_PLACED, DATE_PLACED_CEASED, written })
}

function prevPermRows(reading: Reading) {
  const { text, days, spine } = open(reading, 'PrevPerm')
  const written = { DOB: text('DOB'), DATE_PERM: text('DATE_PERM') }
  const of = { CHILD: text('CHILD'), DOB: days('DOB'), PREV_PERM: text('PREV_PERM'), LA_PERM: text('LA_PERM') }
  return Object.assign(spine(), { ...of, DATE_PERM: days('DATE_PERM'), written })
}

function missingRows(reading: Reading) {
  const { text, days, spine } = open(reading, 'Missing')
  const [MIS_START, MIS_END] = [days('MIS_START'), days('MIS_END')]
  const written = { DOB: text('DOB'), MIS_START: text('MIS_START'), MIS_END: text('MIS_END') }
  const of = { CHILD: text('CHILD'), DOB: days('DOB'), MISSING: text('MISSING'), MIS_START, MIS_END }
  return Object.assign(spine(MIS_START, MIS_END), { ...of, written })
}

function socialWorkerRows(reading: Reading) {
  const { text, days, spine } = open(reading, 'SWEpisodes')
  const [SW_DECOM, SW_DEC] = [days('SW_DECOM'), days('SW_DEC')]
  const written = { DOB: text('DOB'), SW_DECOM: text('SW_DECOM'), SW_DEC: text('SW_DEC') }
  const of = { CHILD: text('CHILD'), DOB: days('DOB'), SW_ID: text('SW_ID'), SW_REASON: text('SW_REASON') }
  return Object.assign(spine(SW_DECOM, SW_DEC), { ...of, SW_DECOM, SW_DEC, written })
}

function doloRows(reading: Reading) {
  const { text, days, spine } = open(reading, 'DoLo')
  const [DOLO_START, DOLO_END] = [days('DOLO_START'), days('DOLO_END')]
  const written = { DOB: text('DOB'), DOLO_START: text('DOLO_START'), DOLO_END: text('DOLO_END') }
  return Object.assign(spine(DOLO_START, DOLO_END), {
    CHILD: text('CHILD'),
    DOB: days('DOB'),
    DOLO_START,
    DOLO_END,
    written,
  })
}

/** One year's tables under the names that rules use. */
export function yearTables(reading: Reading) {
  return {
    Header: headerRows(reading),
    Episodes: episodeRows(reading),
    Reviews: reviewRows(reading),
    UASC: uascRows(reading),
    OC2: oc2Rows(reading),
    OC3: oc3Rows(reading),
    AD1: ad1Rows(reading),
    PlacedAdoption: placedAdoptionRows(reading),
    PrevPerm: prevPermRows(reading),
    Missing: missingRows(reading),
    SWEpisodes: socialWorkerRows(reading),
    DoLo: doloRows(reading),
  }
}

export type YearTables = ReturnType<typeof yearTables>
export type EpisodeRows = YearTables['Episodes']
