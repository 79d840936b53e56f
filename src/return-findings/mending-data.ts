// Where in the record each field of the return is put right: the room, what the record calls it, and the page by its button.
import type { ColumnOf, TableName } from '#statutory-returns'

/** The form that holds a field, by the verb on its button; and what the field is called in it, so that a link leads there. */
export type MendAt = { readonly page: string; readonly field: string }
export type Mend = MendAt & {
  readonly room: string
  /** The table of the record that holds it. */
  readonly record: string
  /** What the field is called when people speak of it. */
  readonly called: string
  /** Where another table of the record decided what the cell says: its form. */
  readonly elsewhere?: Readonly<Record<string, MendAt>>
}

const at =
  (room: string, record: string, page: string) =>
  (field: string, called: string, elsewhere?: Mend['elsewhere']): Mend => ({
    ...{ room, record, page, field, called },
    ...(elsewhere === undefined ? {} : { elsewhere }),
  })

const identifier = at('people', 'child_identifier', 'record-identifier')
const sex = at('people', 'identity_code', 'record-sex')
const ethnicity = at('people', 'identity_code', 'record-ethnicity')
const birth = at('people', 'birth_claim', 'record-birth')
const motherhood = at('people', 'motherhood', 'record-motherhood')
const asylum = at('people', 'unaccompanied', 'record-asylum-status')
const care = at('placements', 'care_period', 'record-care-period')
const careEnd = at('placements', 'care_period', 'record-care-end')
const placement = at('placements', 'placement', 'record-placement')
const details = at('placements', 'placement', 'record-home-details')
const status = at('placements', 'legal_basis', 'record-legal-status')
const review = at('reviews', 'review', 'record-review')
const yearAnswer = at('health', 'year_answer', 'record-year-answers')
const leaver = at('leaving-care', 'care_leaver_answer', 'record-care-leaver-answers')
const adoption = at('plans', 'adoption', 'record-adoption')
const decision = at('plans', 'adoption_decision', 'record-adoption-decision')
const permanence = at('people', 'previous_permanence', 'record-previous-permanence')
const missing = at('missing', 'missing_episode', 'record-missing')
const allocation = at('allocations', 'allocation', 'record-allocation')
const workerNumber = at('return-settings', 'allocation', 'worker-number')

/** An episode begins and ends with whatever began and ended: a time in care, a legal status, a home. */
const BEGINS = {
  care_period: { page: 'record-care-period', field: 'since' },
  legal_basis: { page: 'record-legal-status', field: 'since' },
}
const ENDS = {
  care_period: { page: 'record-care-end', field: 'ended' },
  legal_basis: { page: 'record-legal-status', field: 'ended' },
}

const child = identifier('value', 'the id of the child')
const born = birth('born', 'date of birth')

export const mending: { readonly [T in TableName]: { readonly [C in ColumnOf<T>]: Mend } } = {
  Header: {
    CHILD: child,
    SEX: sex('sex', 'sex for the return'),
    DOB: born,
    ETHNIC: ethnicity('ethnicity', 'ethnic origin'),
    UPN: identifier('value', 'unique pupil number'),
    MOTHER: motherhood('is_mother', 'whether she is a mother'),
    MC_DOB: motherhood('first_child_born', 'date of birth of her first child'),
  },
  Episodes: {
    CHILD: child,
    DECOM: placement('since', 'start of the placement or legal status', BEGINS),
    RNE: placement('same_carers', 'why the episode began', BEGINS),
    LS: status('power', 'legal status'),
    CIN: care('need', 'category of need'),
    PLACE: placement('home_kind', 'type of placement'),
    PLACE_PROVIDER: details('provider', 'provider of the placement'),
    DEC: placement('until', 'end of the placement or legal status', ENDS),
    REC: careEnd('reason', 'why being looked after ended', {
      legal_basis: ENDS.legal_basis,
      placement: { page: 'record-placement', field: 'until' },
    }),
    REASON_PLACE_CHANGE: placement('why', 'why the placement changed'),
    HOME_POST: details('home_postcode', 'postcode of the home'),
    PL_POST: details('place_postcode', 'postcode of the placement'),
    URN: details('registration', 'Ofsted’s number of the provider'),
  },
  Reviews: {
    CHILD: child,
    DOB: born,
    REVIEW: review('happened', 'date of the review'),
    REVIEW_CODE: review('participation', 'how the child took part'),
  },
  UASC: {
    CHILD: child,
    SEX: sex('sex', 'sex for the return'),
    DOB: born,
    DUC: asylum('until', 'when the child ceased to be an unaccompanied asylum seeker'),
  },
  OC2: {
    CHILD: child,
    DOB: born,
    SDQ_SCORE: yearAnswer('strengths-and-difficulties-score', 'strengths and difficulties score'),
    SDQ_REASON: yearAnswer(
      'strengths-and-difficulties-none-because',
      'why there is no strengths and difficulties score',
    ),
    CONVICTED: yearAnswer('convicted', 'whether the child was convicted'),
    HEALTH_CHECK: yearAnswer('health-surveillance-up-to-date', 'whether health checks are up to date'),
    IMMUNISATIONS: yearAnswer('immunisations-up-to-date', 'whether immunisations are up to date'),
    TEETH_CHECK: yearAnswer('teeth-checked', 'whether a dentist checked the teeth'),
    HEALTH_ASSESSMENT: yearAnswer('health-assessed', 'whether the health assessment was done'),
    SUBSTANCE_MISUSE: yearAnswer('substance-misuse-found', 'whether a substance misuse problem was found'),
    INTERVENTION_RECEIVED: yearAnswer('intervention-received', 'whether help for substance misuse was received'),
    INTERVENTION_OFFERED: yearAnswer('intervention-offered', 'whether help for substance misuse was offered'),
  },
  OC3: {
    CHILD: child,
    DOB: born,
    IN_TOUCH: leaver('in_touch', 'whether we are in touch'),
    ACTIV: leaver('activity', 'what the young person does'),
    ACCOM: leaver('accommodation', 'where the young person lives'),
  },
  AD1: {
    CHILD: child,
    DOB: born,
    DATE_INT: adoption('placed', 'date of the decision that adoption is best'),
    DATE_MATCH: adoption('matched', 'date of matching'),
    FOSTER_CARE: adoption('by_carer', 'whether the carers adopted the child'),
    NB_ADOPTR: adoption('adopters', 'number of adopters'),
    SEX_ADOPTR: adoption('adopters_sex', 'sex of the adopters'),
    LS_ADOPTR: adoption('adopters_status', 'legal status of the adopters'),
  },
  PlacedAdoption: {
    CHILD: child,
    DOB: born,
    DATE_PLACED: decision('decided', 'date of the decision to place for adoption'),
    DATE_PLACED_CEASED: decision('ceased', 'date on which that decision was reversed'),
    REASON_PLACED_CEASED: decision('cease_reason', 'why that decision was reversed'),
  },
  PrevPerm: {
    CHILD: child,
    DOB: born,
    PREV_PERM: permanence('kind', 'earlier permanence'),
    LA_PERM: permanence('authority', 'authority of the earlier permanence'),
    DATE_PERM: permanence('ended_day', 'date of the earlier permanence'),
  },
  Missing: {
    CHILD: child,
    DOB: born,
    MISSING: missing('kind', 'missing, or away without authorisation'),
    MIS_START: missing('since', 'since when the child was missing'),
    MIS_END: missing('until', 'until when the child was missing'),
  },
  SWEpisodes: {
    CHILD: child,
    DOB: born,
    SW_ID: workerNumber('number', 'the worker’s number'),
    SW_DECOM: allocation('since', 'start of the allocation'),
    SW_DEC: allocation('until', 'end of the allocation'),
    SW_REASON: allocation('because', 'why the worker changed'),
  },
  DoLo: {
    CHILD: child,
    DOB: born,
    DOLO_START: status('since', 'start of the deprivation of liberty order'),
    DOLO_END: status('ended', 'end of the deprivation of liberty order'),
  },
}

/** Fields that are worked out and stand in no file: what they come from is put right. */
export const derivedFrom: Readonly<Record<string, readonly { readonly table: TableName; readonly column: string }[]>> =
  {
    PL_LA: [{ table: 'Episodes', column: 'PL_POST' }],
    PL_LOCATION: [{ table: 'Episodes', column: 'PL_POST' }],
    PL_DISTANCE: [
      { table: 'Episodes', column: 'HOME_POST' },
      { table: 'Episodes', column: 'PL_POST' },
    ],
    UASC: [{ table: 'UASC', column: 'DUC' }],
  }
