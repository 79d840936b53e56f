// Where every table of a child's record is placed: a new one fails until somebody has said how a statement in it is kept from people.

/** Each row says itself who may know it: a test plants one in each of these, and looks for it on every way out. */
export const OWN_AUDIENCE: readonly string[] = [
  ...['action', 'address', 'approval_request', 'birth_claim', 'child_name', 'decision', 'document', 'family_home'],
  ...['family_person', 'identity_code', 'key_event', 'must_know', 'note_paragraph', 'placement_distance'],
  ...['story_note_paragraph', 'view'],
]
/** Read only with what has an audience, or by who may know the people that it names. */
export const FOLLOWS: readonly string[] = [
  ...['action_outcome', 'action_step', 'approval_answer', 'audience_decision', 'decision_told', 'document_file'],
  ...['document_piece', 'document_release', 'family_link', 'family_tie', 'family_time', 'family_time_day', 'note'],
  ...['meeting', 'meeting_guest', 'midpoint_progress', 'review_answer', 'review_receipt', 'reviewer_alert_outcome'],
  'placement_household',
  ...['adoption_tie', 'missing_step', 'review_record', 'secure_panel'],
  ...['dispute_answer', 'dispute_end', 'dispute_referral', 'dispute_stage'],
  ...['action_verification', 'audit_closing', 'audit_finding', 'audit_grade', 'audit_impact', 'audit_moderation'],
  ...['audit_talk', 'audit_theme', 'audit_voice', 'concern_answer'],
  ...['sibling_decision', 'sibling_group', 'sibling_member', 'story_note', 'view_answer', 'view_opening'],
]
/** Whoever sees that part of the record reads all of it: what has to be kept from some of them does not belong here. */
export const BY_SCOPE: readonly string[] = [
  ...[
    'adoption',
    'adoption_decision',
    'agreement',
    'adoption_seal',
    'allocation',
    'break_glass_use',
    'care_leaver_answer',
  ],
  ...[
    'care_period',
    'child',
    'child_identifier',
    'conviction_year',
    'duty',
    'duty_day',
    'duty_reason',
    'education_plan',
    'excuse',
  ],
  ...['health_assessment', 'kept_row', 'legal_basis', 'missing_episode', 'motherhood', 'night_place', 'person'],
  ...['placement', 'placement_decision', 'placement_plan', 'plan', 'plan_edition', 'plan_part', 'plan_state'],
  ...['plan_unmerged', 'previous_permanence', 'restriction', 'retention_event', 'return_flag', 'return_interview'],
  ...[
    'return_naming',
    'return_standing',
    'review',
    'review_call',
    'school_place',
    'source_child',
    'source_gap',
    'team_of_child',
  ],
  ...['told', 'unaccompanied', 'visit', 'visit_request', 'word_key', 'year_answer'],
  ...['adoption_panel', 'guardianship_notice', 'home_check', 'home_choice', 'parent_assessment', 'proceedings'],
  ...['age_assessment', 'arrival_alone', 'attendance', 'dispute'],
  ...['exclusion', 'exploitation_assessment'],
  ...['family_tracing', 'health_consent', 'health_referral', 'identity_talk', 'interest'],
  ...['interim_education', 'leaver_contact', 'leaver_home', 'midpoint_check'],
  'limit_exemption',
  ...['meeting_invitation', 'planned_meeting', 'place_held', 'stay_pattern'],
  ...['needs_assessment', 'night_standing', 'pathway_review', 'pathway_review_ask', 'permanence_plan', 'plan_copy'],
  ...['practice', 'practice_audit', 'practice_concern'],
  ...['pupil_premium', 'record_join', 'reviewer_alert'],
  ...['school_application', 'seal_opening', 'slavery_referral', 'status_application', 'staying_put'],
]
