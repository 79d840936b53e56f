// Reads the live catalogue, so that no new table, column, function or grant escapes the rules that hold the record.
import assert from 'node:assert/strict'
import { after, describe, test } from 'node:test'
import pg from 'pg'
import { testDatabase } from './test-database.ts'

const at = await testDatabase('catalogue')
const client = new pg.Client(at.connection)
await client.connect()
after(async () => {
  await client.end()
  await at.drop()
})

/** A rule: SQL that lists what breaks it, what is excepted after review, and SQL that plants a breach. */
type Rule = {
  readonly says: string
  readonly breaches: string
  readonly excepted?: readonly string[]
  readonly plant: string
  readonly planted: RegExp
}

const ourSchemas = `('kith', 'reference', 'door')`
const appRoles = `unnest(array['kith_app', 'kith_caseload', 'kith_wide', 'kith_service']) as app (role)`
const kithTables = `pg_class c where c.relnamespace = 'kith'::regnamespace and c.relkind in ('r', 'p')`
const columnOf = (name: string) =>
  `(select a.attnum from pg_attribute a where a.attrelid = c.oid and a.attname = '${name}' and not a.attisdropped)`
const grantee = `case when g.grantee = 0 then 'PUBLIC' else pg_get_userbyid(g.grantee) end`
/** Planted tables start well-formed, so that each plant breaks one rule. */
const sound = 'create table kith.planted (council smallint not null, id uuid not null, primary key (council, id));'

/** Text that no check, pattern or reference narrows to codes. Reviewed one by one: codes, ids and keys of other systems, or words about no child. */
const reviewedText = [
  ...['access_entry.subject', 'access_entry.what', 'notice.subject'], // ids and names of actions
  ...['action.audience', 'approval_request.audience', 'decision.audience', 'key_event.audience', 'view.audience'],
  ...['note_paragraph.audience', 'story_note_paragraph.audience', 'view.let_know', 'view_opening.relations'],
  ...['note.present', 'story_note.present', 'review.present', 'exploitation_assessment.kinds'], // each of the list that a check names
  ...['midpoint_check.looked_at', 'permanence_plan.parallel'], // each of the list that a check names
  ...[
    'home_choice.so',
    'home_choice.not_so',
    'placement_decision.conditions',
    'review_record.given_to',
    'file_request.left_out',
    'file_made.left_out',
    'complaint.about',
    'complaint.child_told',
  ], // each of the list that a check names
  'sufficiency_night.held', // counts alone: a test looks for children in it
  'home_distance.would_help', // each of the list that a check names
  ...['household.languages', 'household.pets', 'household.prefers', 'household_approval.kinds'], // each of the list that a check names
  ...['household_address.audience', 'household_address.postcode'], // as of an address
  'request_place.postcode', // computed with; never copied from an address that is kept from anybody
  ...['home_request.kinds', 'home_request.needs', 'home_request.must_have', 'home_request.hopes'], // each of the list that a check names
  ...['home_request.no_pets', 'home_step.left_out', 'match_decision.needed', 'match_decision.approvals'], // each of the list that a check names
  ...['address.audience', 'placement_distance.audience', 'family_person.audience', 'family_home.audience'], // names of relations
  ...['must_know.audience', 'child_name.audience', 'birth_claim.audience', 'identity_code.audience'],
  ...['identity_talk.audience', 'exploitation_assessment.audience'],
  ...['document_release.goes_into', 'health_list_row.fields'], // each of the list that a check names
  ...['term_list.terms', 'term_list.faults'], // schools and their terms; sentences of ours
  'health_list_fault.says', // sentences of ours, never what a row held
  ...['action_verification.evidence', 'audit_impact.evidence', 'audit_theme.evidence'], // tables and lines
  ...['audit_round.parts', 'audit_round.strata', 'audit_theme.answers', 'practice_audit.stratum'], // each of the list that a check names; what they have in common
  'board_seen.answer', // lines of the record and nothing that anybody wrote
  'document.audience',
  'address.postcode', // computed with: it cannot be encrypted, so it carries its own audience
  ...['adoption.adopters_sex', 'adoption.adopters_status', 'adoption_decision.cease_reason', 'allocation.end_reason'],
  ...['care_leaver_answer.accommodation', 'care_leaver_answer.activity', 'care_leaver_answer.in_touch'],
  ...['care_period.end_reason', 'care_period.need', 'identity_code.code', 'year_answer.answer', 'review.participation'],
  ...['previous_permanence.authority', 'previous_permanence.kind', 'placement.start_reason', 'legal_basis.end_reason'], // codes of returns
  ...[
    'child_identifier.value',
    'legal_basis.court',
    'legal_basis.number',
    'placement.provider',
    'placement.registration',
  ],
  ...[
    'duty.basis',
    'duty.missing',
    'duty.occurrence',
    'duty.rule',
    'duty_reason.closing',
    'duty_reason.excuse',
    'duty_reason.basis',
    'duty_reason.occurrence',
  ],
  ...['excuse.occurrence', 'excuse.rule', 'retention_event.about'], // names of rules and tables
  ...['return_flag.key', 'return_flag.shown', 'return_standing.shown'], // ids of the return, codes and days of rows
  'return_flag.behind', // columns of the return, tables of the record and ids of lines
  ...[
    'return_run.waits',
    'return_standing.stands',
    'night_standing.stands',
    'night_audit_standing.stands',
    'night_worker.stands',
  ], // codes of rules and figures, missing facts as words of our own
  'baseline.because', // about a figure
  ...['kept_row.field', 'kept_row.file', 'stray_row.field', 'stray_row.file', 'source.fingerprint'], // where in a source
  ...[
    'placement_distance.band',
    'placement_distance.edition',
    'placement_distance.missing',
    'placement_plan.late_reason',
  ],
  'record_transfer.to_council', // what a council is called
  ...['organisation.agreement', 'organisation.name', 'organisation.purposes'], // what an organisation and a paper are called
  ...['council_face.name', 'emergency_numbers.hours', 'emergency_numbers.number', 'emergency_numbers.whom'], // told to everybody
  ...['rule_choice.because', 'room_master.because', 'nightly_gone.because'], // about a rule, a room, a row of a file
  ...['school.name', 'school.urn', 'school_term.name', 'team.name', 'worker.code', 'worker.name'], // not about a child
]

/** Which functions run with their owner's rights, and who may call them. A new one is read, then listed. */
const guarded: Readonly<Record<string, string>> = {
  'door.administrators': 'kith_app',
  'door.begin_session': 'kith_app',
  'door.begin_signing_in': 'kith_app',
  'door.emergency_of': 'kith_app',
  'door.end_session': 'kith_app',
  'door.face_of': 'kith_app',
  'door.logo_of': 'kith_app',
  'door.end_sessions': 'kith_app',
  'door.end_sessions_of_subject': 'kith_app',
  'door.keeps_accounts': '',
  'door.enter': 'kith_app',
  'door.gather_statistics': 'kith_service',
  'door.link_subject': 'kith_caseload kith_service kith_wide',
  'door.linked_outside': 'kith_caseload kith_service kith_wide',
  'door.linked_people': 'kith_caseload kith_service kith_wide',
  'door.organisations_here': 'kith_app',
  'door.person_of_subject': 'kith_app',
  'door.prefer': 'kith_app',
  'door.session_of': 'kith_app',
  'door.sessions_of': 'kith_app',
  'door.set_matching_claim': 'kith_service',
  'door.set_part_by_claim': 'kith_service',
  'door.take_claimed_parts': 'kith_app',
  'door.take_signing_in': 'kith_app',
  'door.unlink_subject': 'kith_caseload kith_service kith_wide',
  'kith.advises': 'kith_caseload kith_wide',
  'kith.audit_frame': 'kith_caseload kith_service kith_wide',
  'kith.is_asked': 'kith_caseload kith_wide',
  'kith.audit_themes_written': 'kith_caseload kith_service kith_wide',
  'kith.audits_blind': 'kith_caseload kith_wide',
  'kith.audits_of_mine': 'kith_caseload kith_wide',
  'kith.has_no_part': '',
  'kith.let_see_for_audit': '',
  'kith.may_audit': 'kith_caseload kith_service kith_wide',
  'kith.emergencies_by_month': 'kith_caseload kith_wide',
  'kith.teams_of_mine': 'kith_caseload kith_wide',
  'kith.keep_paper': '',
  'kith.practice_counts': 'kith_caseload kith_wide',
  'kith.may_verify': 'kith_caseload kith_wide',
  'kith.moderations_of_mine': 'kith_caseload kith_wide',
  'kith.access_of': 'kith_caseload kith_service kith_wide',
  'kith.add_job': 'kith_caseload kith_service kith_wide',
  'kith.agree_out_of_sight': 'kith_caseload kith_wide',
  'kith.ask_disposal': 'kith_caseload kith_wide',
  'kith.ask_out_of_sight': 'kith_caseload kith_wide',
  'kith.decide_disposal': 'kith_caseload kith_wide',
  'kith.destruction': 'kith_caseload kith_wide',
  'kith.ask_staff_disposal': 'kith_caseload kith_wide',
  'kith.decide_staff_disposal': 'kith_caseload kith_wide',
  'kith.staff_disposals': 'kith_caseload kith_wide',
  'kith.staff_parts_kept': 'kith_caseload kith_wide',
  'kith.keeps_staff_records': 'kith_custodian',
  'kith.personal_texts_of': 'kith_custodian',
  'kith.left_on': 'kith_custodian',
  'kith.staff_kept_at_least': 'kith_custodian',
  'kith.disposals_of': 'kith_caseload kith_wide',
  'kith.held': 'kith_custodian',
  'kith.kept_at_least': 'kith_custodian',
  'kith.file_all': 'kith_caseload kith_wide',
  'kith.file_drafts': 'kith_caseload kith_wide',
  'kith.file_copies': 'kith_custodian',
  ...{ 'kith.file_rows_of': 'kith_custodian', 'kith.held_words': '' },
  'kith.file_lapsed': '',
  'kith.file_worded': 'kith_caseload kith_wide',
  'kith.file_ids': '',
  'kith.file_records': 'kith_caseload kith_wide',
  'kith.asked_out_of_sight': 'kith_caseload kith_wide',
  'kith.block_seal': 'kith_service',
  'kith.bring_in': 'kith_caseload kith_wide',
  'kith.brought_in_now': 'kith_caseload kith_wide',
  'kith.break_glass': 'kith_caseload kith_wide',
  'kith.chain_head': 'kith_service',
  'kith.closed_flags': 'kith_caseload kith_wide',
  ...{ 'kith.answered_by_me': 'kith_caseload kith_wide', 'kith.complaint_answerers': 'kith_caseload kith_wide' },
  'kith.closed_children': 'kith_caseload kith_wide',
  ...{ 'kith.complaints_of_me': 'kith_caseload kith_wide', 'kith.complaints_kept_from_me': 'kith_caseload kith_wide' },
  'kith.council_scopes': 'kith_caseload kith_service kith_wide',
  ...{ 'kith.deciders_of': 'kith_caseload kith_wide', 'kith.deciders_who_hear': 'kith_caseload kith_wide' },
  'kith.hears_line': '',
  'kith.homes_taken': 'kith_caseload kith_service kith_wide',
  'kith.homes_taken_on': 'kith_caseload kith_service kith_wide',
  'kith.my_supervisees': 'kith_caseload kith_service kith_wide',
  'kith.once_in_my_teams': 'kith_caseload kith_service kith_wide',
  'kith.was_in_my_teams': 'kith_caseload kith_service kith_wide',
  'kith.supervision_after': 'kith_caseload kith_service kith_wide',
  'kith.time_of_personal': 'kith_caseload kith_service kith_wide',
  'kith.times_of_two': 'kith_caseload kith_service kith_wide',
  'kith.i_work_with': 'kith_caseload kith_wide',
  'kith.part_in_supervision': 'kith_caseload kith_service kith_wide',
  'kith.was_not_there': 'kith_caseload kith_service kith_wide',
  'kith.supervision_waits': 'kith_caseload kith_service kith_wide',
  'kith.supervision_signed': 'kith_caseload kith_service kith_wide',
  'kith.closed_by_signatures': '',
  ...{ 'kith.given_as_agreed': '', 'kith.given_to_our_own': '', 'kith.new_here': '', 'kith.sight_as_agreed': '' },
  'kith.end_what_was_let': '',
  ...{ 'kith.organisation_changed': '', 'kith.organisation_worker_changed': '' },
  ...{ 'kith.keep_of_closed_audit': '', 'kith.end_sight_for_audit': '', 'kith.keep_sent_back_audit': '' },
  'kith.homes_to_tell': 'kith_caseload kith_wide',
  'kith.household_addresses_kept': 'kith_caseload kith_wide',
  'kith.gone_on': 'kith_caseload kith_wide',
  'kith.somebody_may_know': 'kith_caseload kith_wide',
  'kith.end_draft': 'kith_caseload kith_wide',
  'kith.forget_drafts': 'kith_service',
  'kith.hold_draft': 'kith_caseload kith_wide',
  'kith.reopen_draft': 'kith_caseload kith_wide',
  'kith.write_draft': 'kith_caseload kith_wide',
  'kith.distance_bands': 'kith_caseload kith_service kith_wide',
  'kith.era_now': 'kith_caseload kith_custodian kith_sealer kith_service kith_wide',
  'kith.facts_to_refresh': 'kith_caseload kith_service kith_wide',
  'kith.hears_must_know': 'kith_wide',
  'kith.i_am': 'kith_caseload kith_custodian kith_service kith_wide',
  'kith.is_record': 'kith_caseload kith_wide',
  'kith.given_to': 'kith_caseload kith_service kith_wide',
  'kith.may_let_work': 'kith_caseload kith_wide',
  'kith.may_give_record': 'kith_caseload kith_wide',
  'kith.may_write_transfer': 'kith_caseload kith_wide',
  'kith.stands_against_transfer': 'kith_caseload kith_wide',
  'kith.joined_beside': 'kith_caseload kith_service kith_wide',
  'kith.joined_children': 'kith_caseload kith_service kith_wide',
  'kith.joined_of': 'kith_caseload kith_service kith_wide',
  'kith.may_seal': 'kith_caseload kith_wide',
  'kith.may_step_tie': 'kith_caseload kith_wide',
  'kith.named_in_seal': 'kith_caseload kith_wide',
  'kith.tied_to_sealed': 'kith_caseload kith_wide',
  'kith.open_sealed': 'kith_caseload kith_wide',
  'kith.sealed_for_me': 'kith_caseload kith_wide',
  'kith.sealed_from_me': 'kith_caseload kith_service kith_wide',
  'kith.sealed_relatives': 'kith_caseload kith_service kith_wide',
  'kith.kept_from_me': 'kith_caseload kith_service kith_wide',
  'kith.i_stand_as': 'kith_caseload kith_wide',
  'kith.look': 'kith_caseload kith_service kith_wide',
  'kith.name_to_mend': 'kith_caseload kith_wide',
  'kith.names_to_mend': 'kith_caseload kith_wide',
  'kith.may': 'kith_caseload kith_custodian kith_service kith_wide',
  'kith.day_here': 'kith_caseload kith_service kith_wide',
  'kith.may_act_on': 'kith_caseload kith_wide',
  'kith.may_join_records': 'kith_caseload kith_wide',
  'kith.may_say_of_closed': 'kith_caseload kith_wide',
  'kith.may_step_join': 'kith_caseload kith_wide',
  'kith.may_keep_out': 'kith_caseload kith_wide',
  'kith.mine_to_leave': 'kith_caseload kith_wide',
  'kith.may_allocate': 'kith_caseload kith_wide',
  'kith.may_answer': 'kith_caseload kith_wide',
  'kith.waits_for_me': 'kith_caseload kith_wide',
  'kith.may_write_paper': 'kith_caseload kith_wide',
  'kith.may_write_plan_paper': 'kith_caseload kith_wide',
  'kith.may_decide': 'kith_caseload kith_wide',
  'kith.may_hold_in_team': 'kith_caseload kith_wide',
  'kith.my_last_look': 'kith_caseload kith_wide',
  'kith.may_refresh': 'kith_caseload kith_service kith_wide',
  'kith.my_teams': 'kith_caseload kith_wide',
  'kith.refers_to_children': '',
  'kith.must_knows_unheard': 'kith_caseload kith_wide',
  'kith.homes_kept_apart': 'kith_caseload kith_service kith_wide',
  'kith.homes_kept_apart_of': 'kith_caseload kith_service kith_wide',
  'kith.may_write_from': 'kith_caseload kith_wide',
  'kith.open_scopes': 'kith_caseload kith_service kith_wide',
  'kith.replace_duties': 'kith_caseload kith_service kith_wide',
  'kith.seal': 'kith_service',
  'kith.sent_in_one': 'kith_caseload kith_wide',
  'kith.stands_as': 'kith_caseload kith_wide',
  'kith.still_sees_plan': 'kith_caseload kith_service kith_wide',
  'kith.teams_held': '',
  'kith.teams_to_receive': 'kith_caseload kith_wide',
  'kith.unheard_addresses': 'kith_caseload kith_wide',
  'kith.unheard_family_home': 'kith_caseload kith_wide',
  'kith.unheard_family_person': 'kith_caseload kith_wide',
  'kith.unheard_birth_claim': 'kith_caseload kith_wide',
  'kith.unheard_child_name': 'kith_caseload kith_wide',
  'kith.unheard_identity_code': 'kith_caseload kith_wide',
  'kith.unheard_identity_talk': 'kith_caseload kith_wide',
  'kith.unheard_exploitation_assessment': 'kith_caseload kith_wide',
  'kith.unheard_must_know': 'kith_caseload kith_wide',
  'kith.unheard_documents': 'kith_caseload kith_wide',
  'kith.unheard_placements': 'kith_caseload kith_wide',
  'kith.unheard_versions_of_action': 'kith_caseload kith_wide',
  'kith.unheard_versions_of_address': 'kith_caseload kith_wide',
  'kith.unheard_versions_of_approval_request': 'kith_caseload kith_wide',
  'kith.unheard_versions_of_decision': 'kith_caseload kith_wide',
  'kith.unheard_versions_of_document': 'kith_caseload kith_wide',
  'kith.unheard_versions_of_key_event': 'kith_caseload kith_wide',
  'kith.unheard_versions_of_note_paragraph': 'kith_caseload kith_wide',
  'kith.unheard_versions_of_story_note_paragraph': 'kith_caseload kith_wide',
  'kith.unheard_versions_of_view': 'kith_caseload kith_wide',
  'kith.unheard_sibling_group': 'kith_caseload kith_wide',
  'kith.taken_out_of_sight': 'kith_service',
  'kith.verify': 'kith_service',
  'kith.workers_in_return': 'kith_caseload kith_wide',
  'kith.works_in': '',
  'kith.works_with_homes': 'kith_caseload kith_service kith_wide',
  'kith.wrote_version': 'kith_caseload kith_wide',
  // Of triggers, and called by them only.
  'kith.keep_audience': '',
  'kith.keep_audit_closing': '',
  'kith.keep_audit_grade': '',
  'kith.keep_audit_moderation': '',
  'kith.keep_audit_theme': '',
  'kith.keep_audit_voice': '',
  'kith.keep_complaint': '',
  'kith.keep_complaint_stage': '',
  'kith.keep_practice_audit': '',
  'kith.keep_document_file': '',
  ...{ 'kith.keep_file_decision': '', 'kith.keep_file_made': '' },
  'kith.keep_document_piece': '',
  'kith.keep_withheld': '',
  'kith.keep_plan': '',
  'kith.keep_plan_edition': '',
  'kith.keep_plan_part': '',
  'kith.keep_plan_state': '',
  'kith.keep_plan_unmerged': '',
  'kith.keep_placement_standing': '',
  'kith.one_standing': '',
  'kith.one_reason': '',
  'kith.points_at_a_line': '',
  'kith.take_turn': '',
  'kith.note_change': '',
  'kith.note_children_of_school': '',
  'kith.note_children_of_worker': '',
  'kith.note_council_change': '',
  'kith.note_covered_children': '',
  'kith.note_link': '',
  'kith.note_named_children': '',
  'kith.note_new_child': '',
  'kith.open_workers': '',
  'kith.records_joined': '',
  'kith.attended_days_counted_once': '',
  'kith.terms_of_one_school_apart': '',
  'kith.record_given': '',
  'kith.refresh_council_sight': '',
  'kith.refresh_sight': '',
  'kith.sight_of_added': '',
  'kith.sight_of_care': '',
  'kith.sight_of_leavers': '',
  'kith.sight_after_breaks': '',
  'kith.sight_after_leaving_care': '',
  'kith.sight_of_members': '',
  'kith.sight_of_seals': '',
  'kith.sight_of_new_children': '',
}

const rules: readonly Rule[] = [
  {
    says: 'a table stands in one of the four schemas',
    breaches: `select n.nspname || '.' || c.relname as what from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind in ('r', 'p', 'v', 'm', 'f', 'S') and n.nspname not in ('kith', 'reference', 'door', 'graphile_worker', 'information_schema')
        and n.nspname !~ '^pg_' and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e')`,
    plant: 'create table public.planted (n int)',
    planted: /^public\.planted$/,
  },
  {
    says: 'a table of the record has the council as a column that is never empty, and a primary key',
    breaches: `select c.relname as what from ${kithTables} and (not exists (select from pg_constraint k where k.conrelid = c.oid and k.contype = 'p')
      or not exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'council' and a.atttypid = 'smallint'::regtype and a.attnotnull))`,
    plant: 'create table kith.planted (council smallint not null, n int)',
    planted: /^planted$/,
  },
  {
    says: 'the council comes first in every primary, unique and exclusion key',
    breaches: `select i.indexrelid::regclass::text as what from pg_class c join pg_index i on i.indrelid = c.oid
      where c.relnamespace = 'kith'::regnamespace and (i.indisunique or i.indisexclusion) and i.indkey[0] <> ${columnOf('council')}`,
    plant: `${sound} create unique index planted_id on kith.planted (id)`,
    planted: /planted_id/,
  },
  {
    says: 'the council comes first in every foreign key, on both sides',
    breaches: `select c.relname || ' ' || k.conname as what from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_class t on t.oid = k.confrelid
      where c.relnamespace = 'kith'::regnamespace and k.contype = 'f' and t.relnamespace <> 'reference'::regnamespace
        and (k.conkey[1] <> ${columnOf('council')} or k.confkey[1] <> ${columnOf('council').replaceAll('c.oid', 't.oid')})`,
    plant: `${sound} alter table kith.planted add unique (id, council), add other uuid, add foreign key (other, council) references kith.planted (id, council)`,
    planted: /^planted planted_other_council_fkey$/,
  },
  {
    says: 'a column that names a child refers to it, together with the council',
    breaches: `select c.relname as what from ${kithTables} and ${columnOf('child')} is not null and not exists (
      select from pg_constraint k where k.conrelid = c.oid and k.contype = 'f' and k.conkey[1:2] = array[${columnOf('council')}, ${columnOf('child')}])
      and not exists (select from pg_trigger g where g.tgrelid = c.oid and g.tgfoid = 'kith.refers_to_children()'::regprocedure and g.tgenabled = 'O' and g.tgtype & 28 = 4)`,
    // The second way is the ledger's: the same promise, kept once a statement. Nobody may delete a child.
    // Derived from what refers; the log names children that are not there, too; a request goes with its key.
    excepted: ['access_entry', 'child_changed', 'kept_child', 'out_of_sight', 'own_child', 'visible_child'],
    plant: `${sound} alter table kith.planted add child uuid`,
    planted: /^planted$/,
  },
  {
    says: 'what a table holds of one child is found by the child, without reading the whole council',
    breaches: `select c.relname as what from ${kithTables} and ${columnOf('child')} is not null and not exists (
      select from pg_index i where i.indrelid = c.oid and i.indpred is null and i.indisvalid
        and array[${columnOf('child')}] <@ i.indkey[0:1]::smallint[])`,
    // Read by their own id, or by whom they are of; by child, only where they stand or name one; of one transaction alone.
    excepted: [
      ...['brought_in', 'document_piece', 'draft', 'notice', 'out_of_sight', 'return_standing', 'word_key'],
      ...['return_flag', 'standing_relation'],
      'child_changed',
    ],
    plant: `${sound} alter table kith.planted add child uuid, add foreign key (council, child) references kith.child (council, id)`,
    planted: /^planted$/,
  },
  {
    says: 'row-level security is on, forced, and has a policy',
    breaches: `select c.relname as what from ${kithTables} and not (c.relrowsecurity and c.relforcerowsecurity and exists (select from pg_policy p where p.polrelid = c.oid))`,
    plant: `${sound} alter table kith.planted enable row level security; create policy everybody on kith.planted using (true)`,
    planted: /^planted$/,
  },
  {
    says: 'no policy is for everybody: each names its roles',
    breaches: `select c.relname || ' ' || p.polname as what from pg_policy p join pg_class c on c.oid = p.polrelid where 0 = any (p.polroles)`,
    plant: `${sound} create policy everybody on kith.planted using (true)`,
    planted: /^planted everybody$/,
  },
  {
    says: 'every policy of a role that people take speaks of the council',
    breaches: `select c.relname || ' ' || p.polname as what from pg_policy p join pg_class c on c.oid = p.polrelid
      where p.polpermissive and p.polroles && array['kith_caseload'::regrole, 'kith_wide'::regrole, 'kith_service'::regrole]::oid[]
        and coalesce(pg_get_expr(p.polqual, p.polrelid), '') || coalesce(pg_get_expr(p.polwithcheck, p.polrelid), '') !~ 'council = (\\( SELECT )?kith.here\\(\\)'`,
    plant: `${sound} create policy anybody on kith.planted to kith_wide using (id = kith.me())`,
    planted: /^planted anybody$/,
  },
  {
    says: 'reading a caseload asks who asks, and where, in the condition itself (call kith.read_plainly())',
    breaches: `select c.relname || ' ' || p.polname as what from pg_policy p join pg_class c on c.oid = p.polrelid
      where p.polcmd = 'r' and p.polroles = array['kith_caseload'::regrole::oid] and pg_get_expr(p.polqual, p.polrelid) ~ 'SELECT kith.(here|me)\\(\\)'`,
    plant: `${sound} create policy asked on kith.planted for select to kith_caseload using (council = (select kith.here()))`,
    planted: /^planted asked$/,
  },
  {
    says: 'a view looks with the eyes of whoever asks, but those that hold only the ids of what was put aside',
    breaches: `select c.relname as what from pg_class c where c.relnamespace = 'kith'::regnamespace and (c.relkind = 'm'
      or c.relkind = 'v' and not coalesce('security_invoker=true' = any (c.reloptions), false) and not (c.relname like '%\\_superseded'
        and c.relowner = 'kith_rules'::regrole and pg_get_viewdef(c.oid) ~ 'current_setting\\(''app.council''' and array['council', 'supersedes'] = array(
          select a.attname::text from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 order by a.attnum)))`,
    plant: 'create view kith.planted_superseded as select council, supersedes, child from kith.review',
    planted: /^planted_superseded$/,
  },
  {
    says: 'what stands of a record is asked for without the wall of what put it aside',
    breaches: `select c.relname as what from pg_class c join pg_class t on t.relnamespace = c.relnamespace and t.relkind = 'r' and c.relname = t.relname || '_current'
        join pg_attribute a on a.attrelid = t.oid and a.attname = 'supersedes'
      where c.relnamespace = 'kith'::regnamespace and c.relkind = 'v' and pg_get_viewdef(c.oid) ~ format('FROM kith.%I n', t.relname)`,
    plant: `create or replace view kith.review_current with (security_invoker = true) as select r.* from kith.review r
      where r.change <> 'retraction' and not exists (select from kith.review n where n.council = r.council and n.supersedes = r.id)`,
    planted: /^review_current$/,
  },
  {
    says: 'nobody updates or deletes, but for derived rows and the custodian',
    breaches: `select c.relname || ': ' || ${grantee} || ' ' || lower(g.privilege_type) as what
      from pg_class c join pg_namespace n on n.oid = c.relnamespace, aclexplode(c.relacl) g
      where n.nspname in ${ourSchemas} and c.relkind in ('r', 'p', 'v') and g.grantee <> c.relowner and g.privilege_type not in ('SELECT', 'INSERT')
      union all
      select c.relname || '.' || a.attname || ': ' || ${grantee} || ' ' || lower(g.privilege_type)
      from pg_class c join pg_attribute a on a.attrelid = c.oid join pg_namespace n on n.oid = c.relnamespace, aclexplode(a.attacl) g
      where n.nspname in ${ourSchemas} and g.privilege_type not in ('SELECT', 'INSERT')`,
    excepted: [
      ...[
        'child_changed',
        'duty',
        'duty_reason',
        'joined_child',
        'transferred_child',
        'kept_child',
        'open_person',
        'own_child',
        'placement_standing',
      ].map((derived) => `${derived}: kith_rules delete`),
      ...['duty', 'duty_day', 'duty_reason'].map((derived) => `${derived}: kith_rules update`),
      'sees_council: kith_rules delete',
      // Sessions, sign-ins under way, whose account is whose, and settings: none is of the record, and each says so.
      ...['matching_claim', 'part_by_claim', 'session', 'signing_in', 'subject'].map(
        (one) => `${one}: kith_rules delete`,
      ),
      ...['preference', 'session'].map((one) => `${one}: kith_rules update`),
      'visible_child: kith_rules delete',
      'placement_distance: kith_service delete',
      // What a check of a return found: its service writes it, and nobody else.
      ...['child', 'shown', 'owner', 'gone', 'behind'].map((column) => `return_flag.${column}: kith_service update`),
      ...['return_figure', 'return_figure_outside', 'return_standing'].map(
        (derived) => `${derived}: kith_service delete`,
      ),
      'disposal: kith_custodian update',
      'out_of_sight: kith_custodian update',
      'draft: kith_rules update', // by its own author, through write_draft, end_draft and reopen_draft
      'draft: kith_custodian update', // words of drafts that are over
      'word_key: kith_custodian delete',
    ],
    plant: 'grant update (held) on kith.review to kith_caseload',
    planted: /^review\.held: kith_caseload update$/,
  },
  {
    says: 'who wrote when, in which transaction, is never given by the writer',
    breaches: `select distinct c.relname || '.' || a.attname || ': ' || app.role as what from pg_attribute a, ${appRoles}, ${kithTables}
      and a.attrelid = c.oid and a.attname in ('recorded', 'tx', 'era', 'at', 'asked', 'agreed', 'made', 'sealed')
      and a.atttypid in ('timestamptz'::regtype, 'xid8'::regtype, 'smallint'::regtype) and has_column_privilege(app.role, c.oid, a.attnum, 'insert')`,
    plant: 'grant insert on kith.review to kith_service',
    planted: /^review\.(recorded|tx): kith_service$/,
  },
  {
    says: 'only listed roles hold anything, and the application’s login nothing of the record',
    breaches: `select n.nspname || '.' || c.relname || ': ' || ${grantee} as what
      from pg_class c join pg_namespace n on n.oid = c.relnamespace, aclexplode(c.relacl) g
      where n.nspname in ${ourSchemas} and g.grantee <> c.relowner and not (
        n.nspname = 'kith' and pg_get_userbyid(g.grantee) in ('kith_caseload', 'kith_wide', 'kith_service', 'kith_rules')
        or n.nspname = 'reference' and g.privilege_type = 'SELECT' and pg_get_userbyid(g.grantee) in ('kith_caseload', 'kith_wide', 'kith_service', 'kith_rules')
        or c.relname in ('access_entry', 'access_block') and pg_get_userbyid(g.grantee) = 'kith_sealer'
        or c.relname in ('access_entry', 'disposal', 'draft', 'out_of_sight', 'word_key') and pg_get_userbyid(g.grantee) = 'kith_custodian'
        or c.relname in ('council', 'service_worker') and g.privilege_type = 'SELECT' and pg_get_userbyid(g.grantee) in ('kith_app', 'kith_caseload', 'kith_wide', 'kith_service', 'kith_rules', 'kith_sealer')
        or n.nspname = 'door' and pg_get_userbyid(g.grantee) = 'kith_rules' and c.relname in
          ('matching_claim', 'part_by_claim', 'part_claimed', 'preference', 'session', 'signing_in', 'subject')
        or c.relname = 'log_era' and g.privilege_type = 'SELECT' and pg_get_userbyid(g.grantee) in ('kith_rules', 'kith_sealer', 'kith_restore'))`,
    plant: 'grant select on kith.review to kith_app; grant select on door.migration to kith_wide',
    planted: /^kith\.review: kith_app$/,
  },
  {
    says: 'the log is added to and never read by people',
    breaches: `select c.relname || ': ' || app.role as what from ${appRoles}, ${kithTables} and c.relname in ('access_entry', 'out_of_sight')
      and has_any_column_privilege(app.role, c.oid, 'select')`,
    plant: 'grant select on kith.access_entry to kith_wide',
    planted: /^access_entry: kith_wide$/,
  },
  {
    says: 'everybody (PUBLIC) holds nothing',
    breaches: `select n.nspname || '.' || c.relname as what from pg_class c join pg_namespace n on n.oid = c.relnamespace, aclexplode(c.relacl) g where n.nspname in ${ourSchemas} and g.grantee = 0
      union all select p.oid::regprocedure::text from pg_proc p join pg_namespace n on n.oid = p.pronamespace, aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) g where n.nspname in ${ourSchemas} and g.grantee = 0
      union all select n.nspname || ' ' || g.privilege_type from pg_namespace n, aclexplode(n.nspacl) g where n.nspname in ${ourSchemas} and g.grantee = 0
      union all select 'public CREATE' from pg_namespace n, aclexplode(n.nspacl) g where n.nspname = 'public' and g.grantee = 0 and g.privilege_type = 'CREATE'`,
    plant: 'grant execute on function kith.refresh_sight(smallint, uuid) to public',
    planted: /refresh_sight/,
  },
  {
    says: 'what people record is logged by the database itself',
    breaches: `select c.relname as what from ${kithTables} and ${columnOf('recorded_by')} is not null
      and not exists (select from pg_trigger g where g.tgrelid = c.oid and g.tgname = 'note_change' and g.tgenabled = 'O')`,
    // Notices, uses of break-glass and names told for the return are logged by the function that writes them; the distance
    // is derived; the others come with a child, with a source that speaks of one, or with a file, whose own row is logged.
    excepted: [
      'break_glass_use',
      'document_piece',
      'notice',
      'person',
      'placement_distance',
      'return_naming',
      'seal_opening',
      'source_child',
      'source_gap',
    ],
    plant: `${sound} alter table kith.planted add recorded_by uuid`,
    planted: /^planted$/,
  },
  {
    says: 'every record says how long it is kept',
    breaches: `select c.relname as what from ${kithTables} and (${columnOf('line')} is not null or ${columnOf('said')} is not null)
      and (${columnOf('retention_class')} is null or ${columnOf('retention_start')} is null)`,
    excepted: ['draft'], // no record: its words go by themselves, a day or a month after it is over
    plant: `${sound} alter table kith.planted add line uuid`,
    planted: /^planted$/,
  },
  {
    says: 'words stand in one column, said, and other bytes nowhere but in keys, seals and the pieces of files',
    breaches: `select c.relname || '.' || a.attname as what from pg_attribute a, ${kithTables} and a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
      and a.atttypid in ('bytea'::regtype, 'xml'::regtype, 'tsvector'::regtype) and not (a.attname = 'said' and a.atttypid = 'bytea'::regtype)`,
    // a council's logo is nobody's words, and is shown to whoever comes
    excepted: [
      'access_block.hash',
      'access_block.previous',
      'council_logo.picture',
      'document_piece.sealed',
      'word_key.wrapped',
    ],
    plant: `${sound} alter table kith.planted add note bytea`,
    planted: /^planted\.note$/,
  },
  {
    says: 'text is a code, narrowed by a check or a reference, or was reviewed',
    breaches: `select c.relname || '.' || a.attname as what from pg_attribute a, ${kithTables} and a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
      and format_type(a.atttypid, null) in ('text', 'text[]', 'character varying', 'character', 'json', 'jsonb')
      and a.attname not in ('retention_class', 'source_key')
      and not exists (select from pg_constraint k where k.conrelid = c.oid and a.attnum = any (k.conkey) and (k.contype = 'f'
        or k.contype = 'c' and pg_get_constraintdef(k.oid) ~ ('\\(+' || a.attname || ' (= ANY|~) ')))`,
    excepted: reviewedText,
    plant: `${sound} alter table kith.planted add note text check (note <> '')`,
    planted: /^planted\.note$/,
  },
  {
    says: 'a function with its owner’s rights sets its search path and ends it with pg_temp',
    breaches: `select p.oid::regprocedure::text as what from pg_proc p join pg_namespace n on n.oid = p.pronamespace where n.nspname in ${ourSchemas} and p.prosecdef
      and not exists (select from unnest(p.proconfig) s where s ~ '^search_path=(kith|door|kith, door), pg_temp$')`,
    plant: `create function kith.planted() returns int language sql security definer as 'select 1'`,
    planted: /planted/,
  },
  {
    says: 'a function with its owner’s rights belongs to a guarded role, never to who owns the tables',
    breaches: `select n.nspname || '.' || p.proname as what from pg_proc p join pg_namespace n on n.oid = p.pronamespace where n.nspname in ${ourSchemas} and p.prosecdef
      and pg_get_userbyid(p.proowner) not in ('kith_rules', 'kith_sealer', 'kith_custodian', 'kith_finder')`,
    // the queue's tables belong to the owner of the database; only who owns a table may analyse it
    excepted: ['kith.add_job', 'door.gather_statistics'],
    plant: `create function kith.planted() returns int language sql security definer set search_path = kith, pg_temp as 'select 1'`,
    planted: /^kith\.planted$/,
  },
  {
    says: 'a function with its owner’s rights is called by the roles listed, and no others',
    breaches: `select n.nspname || '.' || p.proname || ' <- ' || coalesce((select string_agg(${grantee}, ' ' order by ${grantee} collate "C")
        from aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) g where g.grantee <> p.proowner), '') as what
      from pg_proc p join pg_namespace n on n.oid = p.pronamespace where n.nspname in ${ourSchemas} and p.prosecdef`,
    excepted: Object.entries(guarded).map(([name, roles]) => `${name} <- ${roles}`),
    plant: 'grant execute on function kith.refresh_sight(smallint, uuid) to kith_caseload',
    planted: /^kith\.refresh_sight <- kith_caseload$/,
  },
  {
    says: 'no role of Kith is above the rules, or owns a table of the record',
    breaches: `select rolname as what from pg_roles where rolname in ('kith_app', 'kith_caseload', 'kith_wide', 'kith_service', 'kith_rules', 'kith_sealer', 'kith_loader', 'kith_finder', 'kith_custodian', 'kith_restore')
        and (rolsuper or rolbypassrls or rolcreatedb or rolcreaterole or rolreplication or rolname = 'kith_app' and rolinherit)
      union all select c.relname || ' is owned by ' || pg_get_userbyid(c.relowner) from ${kithTables} and pg_get_userbyid(c.relowner) ~ '^kith_' and pg_get_userbyid(c.relowner) <> 'kith_owner'`,
    plant: 'alter role kith_wide bypassrls',
    planted: /^kith_wide$/,
  },
  {
    says: 'no policy and no function compares a column with itself, as where an inner table hides the name that was meant',
    breaches: `select p.tablename || ': ' || p.policyname as what from pg_policies p
        where p.schemaname in ('kith', 'reference', 'door') and coalesce(p.qual, '') || ' ' || coalesce(p.with_check, '') ~ '\\m(\\w+)\\.(\\w+) = \\1\\.\\2\\M'
      union all select f.oid::regproc::text from pg_proc f
        where f.pronamespace in ('kith'::regnamespace, 'door'::regnamespace) and f.prosrc ~ '\\m(\\w+)\\.(\\w+) = \\1\\.\\2\\M'`,
    plant: `${sound} alter table kith.planted enable row level security;
      create policy planted on kith.planted using (exists (select from kith.child a where a.id = id))`,
    planted: /^planted: planted$/,
  },
  {
    says: 'the application’s login may become only the roles of a transaction',
    breaches: `select pg_get_userbyid(m.roleid) as what from pg_auth_members m where m.member = 'kith_app'::regrole`,
    excepted: ['kith_caseload', 'kith_wide', 'kith_service', 'kith_sealer', 'kith_loader'],
    plant: 'grant kith_rules to kith_app',
    planted: /^kith_rules$/,
  },
]

async function breachesOf({ breaches, excepted = [] }: Rule): Promise<string[]> {
  const { rows } = await client.query<{ what: string }>(breaches)
  return rows.map(({ what }) => what).filter((what) => !excepted.includes(what))
}

describe('the live catalogue', () => {
  for (const rule of rules) {
    test(rule.says, async () => {
      assert.deepEqual(await breachesOf(rule), [])
    })
    test(`${rule.says}: seen to fail`, async () => {
      await client.query('begin')
      try {
        await client.query(rule.plant)
        const found = await breachesOf(rule)
        assert.ok(
          found.some((what) => rule.planted.test(what)),
          `planted, found: ${found.join(', ') || 'nothing'}`,
        )
      } finally {
        await client.query('rollback')
      }
    })
    if (rule.excepted)
      test(`${rule.says}: every exception is still needed`, async () => {
        const { rows } = await client.query<{ what: string }>(rule.breaches)
        const found = new Set(rows.map(({ what }) => what))
        assert.deepEqual(
          rule.excepted?.filter((what) => !found.has(what)),
          [],
        )
      })
  }
})
