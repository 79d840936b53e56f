// Rows of the dataset on permanence by adoption or order, and on leaving care. Pure.
import type { IsoDay } from '#calendar'
import { heldIn, placementsOf, textOf } from '#return-making'
import { type DatasetRow, type Rows, rowOf, yesNo } from './dataset.ts'
import {
  type Around,
  covers,
  idOf,
  type KnownChild,
  latestBy,
  leavingOf,
  moreIn,
  periodsOf,
  saidIn,
  teamOn,
  workingOn,
} from './known-child.ts'

const ORDERS: Readonly<Record<string, string>> = {
  E11: 'Adoption',
  E12: 'Adoption',
  E41: 'Child Arrangements Order/ Residence Order',
  E45: 'Special Guardianship',
  E46: 'Special Guardianship',
  E47: 'Special Guardianship',
  E48: 'Special Guardianship',
}

/** One row for each decision for adoption, and one for a period that an order ended without such a decision. */
function permanenceRows(known: KnownChild, on: IsoDay): readonly DatasetRow[] {
  const periods = periodsOf(known, on)
  const decisions = heldIn(known.held, 'adoption_decision').filter((one) => (textOf(one, 'decided') ?? '') <= on)
  const ended = periods.filter(({ reason }) => ORDERS[reason ?? ''] !== undefined)
  const decided = decisions.map((decision) => {
    const period = periods.find((one) => covers(one, textOf(decision, 'decided') ?? ''))
    const ceased = textOf(decision, 'ceased')
    const over = ceased !== undefined && ceased <= on
    return rowOf('ssd_permanence', {
      perm_table_id: decision.line,
      perm_person_id: idOf(known),
      perm_cla_id: period?.held.line,
      perm_adm_decision_date: textOf(decision, 'decided'),
      perm_decision_reversed_date: over ? ceased : undefined,
      perm_decision_reversed_reason: over ? textOf(decision, 'cease_reason') : undefined,
      ...adoptionFields(known, on),
      ...orderFields(period),
    })
  })
  const others = ended
    .filter((period) => !decisions.some((one) => covers(period, textOf(one, 'decided') ?? '')))
    .map((period) =>
      rowOf('ssd_permanence', {
        perm_table_id: period.held.line,
        perm_person_id: idOf(known),
        perm_cla_id: period.held.line,
        ...orderFields(period),
      }),
    )
  return [...decided, ...others]
}

const orderFields = (period: ReturnType<typeof periodsOf>[number] | undefined) => {
  const order = ORDERS[period?.reason ?? '']
  return order === undefined ? {} : { perm_permanence_order_date: period?.until, perm_permanence_order_type: order }
}

function adoptionFields(known: KnownChild, on: IsoDay) {
  const said = heldIn(known.held, 'adoption').at(-1)
  const orders = heldIn(known.held, 'legal_basis').filter((one) => textOf(one, 'kind') === 'placement order')
  const first = (kinds: RegExp) =>
    placementsOf(known.held).find(
      ({ placement, from, startKnown }) => startKnown && from <= on && kinds.test(textOf(placement, 'kind') ?? ''),
    )?.from
  return {
    perm_placement_order_date: textOf(latestBy(orders, 'made', on), 'made'),
    perm_placed_for_adoption_date: textOf(said, 'placed') ?? first(/^A[3-6]$/),
    perm_matched_date: textOf(said, 'matched'),
    perm_adopted_by_carer_flag: yesNo(said?.columns.by_carer),
    perm_placed_ffa_cp_date: first(/^U[25]$/),
    perm_adopter_sex: textOf(said, 'adopters_sex'),
    perm_adopter_legal_status: textOf(said, 'adopters_status'),
    perm_number_of_adopters: textOf(said, 'adopters'),
  }
}

const ELIGIBILITY: Readonly<Record<string, string>> = {
  relevant: 'Relevant',
  formerRelevant: 'Former Relevant',
  eligible: 'Eligible',
  qualifying: 'Qualifying',
}

function leaverRows(known: KnownChild, on: IsoDay, around: Around): readonly DatasetRow[] {
  const eligibility = ELIGIBILITY[leavingOf(known, on).kind]
  if (eligibility === undefined) return []
  const answer = latestBy(heldIn(known.held, 'care_leaver_answer'), 'year_ending', on)
  const home = latestBy(moreIn(known, 'leaver_home'), 'since', on)
  const touched = latestBy(
    moreIn(known, 'leaver_contact').filter(({ columns }) => columns.outcome === 'in touch'),
    'happened',
    on,
  )
  const reviewed = latestBy(moreIn(known, 'pathway_review'), 'held', on)
  const code = textOf(answer, 'accommodation')
  const suits =
    home === undefined ? code?.[1] : home.columns.suits === null ? undefined : home.columns.suits === true ? '1' : '2'
  const adviser = workingOn(known, 'personal-adviser', on)?.worker
  return [
    rowOf('ssd_care_leavers', {
      clea_table_id: known.child,
      clea_person_id: idOf(known),
      clea_care_leaver_eligibility: eligibility,
      clea_care_leaver_in_touch: textOf(answer, 'in_touch'),
      clea_care_leaver_latest_contact: touched && saidIn(touched, 'happened'),
      clea_care_leaver_accommodation: (home && saidIn(home, 'lives')) ?? code?.[0],
      clea_care_leaver_accom_suitable: suits,
      clea_care_leaver_activity: textOf(answer, 'activity'),
      clea_pathway_plan_review_date: reviewed && saidIn(reviewed, 'held'),
      clea_care_leaver_personal_advisor: around.workers.get(adviser ?? '')?.name,
      clea_care_leaver_allocated_team: teamOn(known, on),
      clea_care_leaver_worker_id: workingOn(known, 'allocated-worker', on)?.worker,
    }),
  ]
}

export const leavingRows = (known: KnownChild, on: IsoDay, around: Around): Rows =>
  new Map([
    ['ssd_permanence', permanenceRows(known, on)],
    ['ssd_care_leavers', leaverRows(known, on, around)],
  ])
