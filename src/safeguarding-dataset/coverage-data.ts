// What of the dataset the record carries: the tables and fields that are empty, each with why; everything else is given.
import type { TableName } from './dataset.ts'

const BEFORE_CARE = 'Kith begins with care: it holds no contacts, referrals, help in need or protection before it.'
const EDUCATION = 'Kith holds school plans of children in care, not education, health and care plans.'
const NO_PLACE = 'The record has no place for it.'
const ADMIN = 'A table for the running of the dataset itself: Kith keeps what it sends in its own log.'
const REFERRAL = 'The record holds no referral.'

/** Tables without a row, written with their headings alone. */
export const EMPTY_TABLES: { readonly [T in TableName]?: string } = {
  ssd_api_data_staging: ADMIN,
  ssd_version_log: ADMIN,
  ssd_assessment_factors: BEFORE_CARE,
  ssd_cin_assessments: BEFORE_CARE,
  ssd_cin_episodes: BEFORE_CARE,
  ssd_cin_plans: BEFORE_CARE,
  ssd_cin_visits: BEFORE_CARE,
  ssd_contacts: BEFORE_CARE,
  ssd_cp_plans: BEFORE_CARE,
  ssd_cp_reviews: BEFORE_CARE,
  ssd_cp_visits: BEFORE_CARE,
  ssd_early_help_episodes: BEFORE_CARE,
  ssd_initial_cp_conference: BEFORE_CARE,
  ssd_pre_proceedings: BEFORE_CARE,
  ssd_s47_enquiry: BEFORE_CARE,
  ssd_ehcp_active_plans: EDUCATION,
  ssd_ehcp_assessment: EDUCATION,
  ssd_ehcp_named_plan: EDUCATION,
  ssd_ehcp_requests: EDUCATION,
  ssd_sen_need: EDUCATION,
  ssd_send: EDUCATION,
  ssd_cla_convictions: 'The record holds whether there was a conviction in a year, not the day and the offence.',
  ssd_cla_substance_misuse: 'The record holds whether misuse was found in a year, not the day and the substance.',
  ssd_disability: 'The record says nothing of disability.',
  ssd_family: 'The record holds people around a child, not families with a number.',
  ssd_mother: 'The record holds whether a young person is a mother, not the number of her child.',
  ssd_s251_finance: NO_PLACE,
  ssd_voice_of_child: 'What children say stands in their own words, not as answers to these five questions.',
}

/** Fields without a value in tables that have rows. */
export const EMPTY_FIELDS: { readonly [T in TableName]?: Readonly<Record<string, string>> } = {
  ssd_address: {
    addr_address_start_date: 'Of a home address the record holds no first day.',
    addr_address_end_date: 'Of a home address the record holds no last day.',
  },
  ssd_cla_episodes: { clae_referral_id: REFERRAL },
  ssd_cla_reviews: {
    clar_cla_review_due_date: 'Kith reckons when a review is due; the dataset asks when another system said so.',
  },
  ssd_immigration_status: { immi_immigration_status_start_date: NO_PLACE },
  ssd_involvements: { invo_referral_id: REFERRAL },
  ssd_linked_identifiers: { link_valid_from_date: NO_PLACE, link_valid_to_date: NO_PLACE },
  ssd_permanence: {
    perm_ffa_cp_decision_date: NO_PLACE,
    perm_placed_foster_carer_date: NO_PLACE,
    perm_part_of_sibling_group:
      'Brothers and sisters stand in the record; whether they are placed for adoption together does not.',
    perm_siblings_placed_together: NO_PLACE,
    perm_siblings_placed_apart: NO_PLACE,
    perm_placement_provider_urn: NO_PLACE,
    perm_adoption_worker_id: NO_PLACE,
  },
  ssd_person: {
    pers_gender: 'The record holds no gender in a young person’s own words.',
    pers_common_child_id: 'Not given here: the NHS number stands with the linked numbers.',
    pers_legacy_id: NO_PLACE,
    pers_send_flag: EDUCATION,
    pers_expected_dob: NO_PLACE,
    pers_nationality: NO_PLACE,
  },
  ssd_professionals: {
    prof_staff_id: NO_PLACE,
    prof_professional_job_title: NO_PLACE,
    prof_professional_caseload: NO_PLACE,
    prof_professional_department: 'Somebody may be in several teams.',
    prof_full_time_equivalency: 'Not given: it is held for caseloads only.',
    prof_agency_worker_flag: NO_PLACE,
  },
  ssd_sdq_scores: { csdq_sdq_completed_date: 'The record holds the year that a score was answered for, not the day.' },
}
