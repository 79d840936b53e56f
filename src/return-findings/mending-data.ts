// Where in the record each field of the return is put right: the room, what the record calls it, and the page by its button.
import type { ColumnOf, TableName } from '#statutory-returns'

export type Mend = {
  readonly room: string
  /** The table of the record that holds it. */
  readonly record: string
  /** The page, by the verb on its button. */
  readonly page: string
  /** What the field is called when people speak of it. */
  readonly called: string
}

const at =
  (room: string, record: string, page: string) =>
  (called: string): Mend => ({ room, record, page, called })

const identifier = at('people', 'child_identifier', 'record-identifier')
const identity = at('people', 'identity_code', 'record-identity')
const birth = at('people', 'birth_claim', 'record-birth')
const motherhood = at('people', 'motherhood', 'record-motherhood')
const asylum = at('people', 'unaccompanied', 'record-asylum-status')
const care = at('placements', 'care_period', 'record-care-period')
const placement = at('placements', 'placement', 'record-placement')
const status = at('placements', 'legal_basis', 'record-legal-status')
const address = at('people', 'address', 'record-address')
const review = at('reviews', 'review', 'record-review')
const yearAnswer = at('health', 'year_answer', 'record-year-answers')
const leaver = at('leaving-care', 'care_leaver_answer', 'record-care-leaver-answers')
const adoption = at('plans', 'adoption', 'record-adoption')
const decision = at('plans', 'adoption_decision', 'record-adoption-decision')
const permanence = at('plans', 'previous_permanence', 'record-previous-permanence')
const missing = at('missing', 'missing_episode', 'record-missing')
const allocation = at('allocations', 'allocation', 'record-allocation')

const child = identifier('the id of the child')
const born = birth('date of birth')

export const mending: { readonly [T in TableName]: { readonly [C in ColumnOf<T>]: Mend } } = {
  Header: {
    CHILD: child,
    SEX: identity('sex for the return'),
    DOB: born,
    ETHNIC: identity('ethnic origin'),
    UPN: identifier('unique pupil number'),
    MOTHER: motherhood('whether she is a mother'),
    MC_DOB: motherhood('date of birth of her first child'),
  },
  Episodes: {
    CHILD: child,
    DECOM: placement('start of the placement or legal status'),
    RNE: placement('why the episode began'),
    LS: status('legal status'),
    CIN: care('category of need'),
    PLACE: placement('type of placement'),
    PLACE_PROVIDER: placement('provider of the placement'),
    DEC: placement('end of the placement or legal status'),
    REC: care('why being looked after ended'),
    REASON_PLACE_CHANGE: placement('why the placement changed'),
    HOME_POST: address('postcode of the home'),
    PL_POST: address('postcode of the placement'),
    URN: placement('Ofsted’s number of the provider'),
  },
  Reviews: {
    CHILD: child,
    DOB: born,
    REVIEW: review('date of the review'),
    REVIEW_CODE: review('how the child took part'),
  },
  UASC: {
    CHILD: child,
    SEX: identity('sex for the return'),
    DOB: born,
    DUC: asylum('when the child ceased to be an unaccompanied asylum seeker'),
  },
  OC2: {
    CHILD: child,
    DOB: born,
    SDQ_SCORE: yearAnswer('strengths and difficulties score'),
    SDQ_REASON: yearAnswer('why there is no strengths and difficulties score'),
    CONVICTED: yearAnswer('whether the child was convicted'),
    HEALTH_CHECK: yearAnswer('whether health checks are up to date'),
    IMMUNISATIONS: yearAnswer('whether immunisations are up to date'),
    TEETH_CHECK: yearAnswer('whether a dentist checked the teeth'),
    HEALTH_ASSESSMENT: yearAnswer('whether the health assessment was done'),
    SUBSTANCE_MISUSE: yearAnswer('whether a substance misuse problem was found'),
    INTERVENTION_RECEIVED: yearAnswer('whether help for substance misuse was received'),
    INTERVENTION_OFFERED: yearAnswer('whether help for substance misuse was offered'),
  },
  OC3: {
    CHILD: child,
    DOB: born,
    IN_TOUCH: leaver('whether we are in touch'),
    ACTIV: leaver('what the young person does'),
    ACCOM: leaver('where the young person lives'),
  },
  AD1: {
    CHILD: child,
    DOB: born,
    DATE_INT: adoption('date of the decision that adoption is best'),
    DATE_MATCH: adoption('date of matching'),
    FOSTER_CARE: adoption('whether the carers adopted the child'),
    NB_ADOPTR: adoption('number of adopters'),
    SEX_ADOPTR: adoption('sex of the adopters'),
    LS_ADOPTR: adoption('legal status of the adopters'),
  },
  PlacedAdoption: {
    CHILD: child,
    DOB: born,
    DATE_PLACED: decision('date of the decision to place for adoption'),
    DATE_PLACED_CEASED: decision('date on which that decision was reversed'),
    REASON_PLACED_CEASED: decision('why that decision was reversed'),
  },
  PrevPerm: {
    CHILD: child,
    DOB: born,
    PREV_PERM: permanence('earlier permanence'),
    LA_PERM: permanence('authority of the earlier permanence'),
    DATE_PERM: permanence('date of the earlier permanence'),
  },
  Missing: {
    CHILD: child,
    DOB: born,
    MISSING: missing('missing, or away without authorisation'),
    MIS_START: missing('since when the child was missing'),
    MIS_END: missing('until when the child was missing'),
  },
  SWEpisodes: {
    CHILD: child,
    DOB: born,
    SW_ID: allocation('the worker’s number'),
    SW_DECOM: allocation('start of the allocation'),
    SW_DEC: allocation('end of the allocation'),
    SW_REASON: allocation('why the worker changed'),
  },
  DoLo: {
    CHILD: child,
    DOB: born,
    DOLO_START: status('start of the deprivation of liberty order'),
    DOLO_END: status('end of the deprivation of liberty order'),
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
