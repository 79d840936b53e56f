// What the access log says was recorded, in words that a child or a parent who asks for it can read; the log itself names tables.

const WRITTEN: Readonly<Record<string, string>> = {
  access_entry: 'a look',
  address: 'an address',
  allocation: 'who works with them',
  approval_request: 'a question for a decision',
  asylum_claim: 'a claim for asylum',
  audience_decision: 'who may know something',
  birth_claim: 'a birth date',
  care_leaver_answer: 'how they are after care',
  care_period: 'coming into care, or leaving it',
  child_identifier: 'a number of theirs',
  child_name: 'what they are called',
  education_plan: 'a school plan (PEP)',
  family_home: 'where somebody around them lives',
  family_person: 'somebody around them',
  family_tie: 'who belongs to whom',
  family_time: 'family time that is agreed',
  family_time_day: 'a time with family',
  health_assessment: 'a health check',
  identity_code: 'what the return asks of who they are',
  key_event: 'what makes an event matter',
  legal_basis: 'an order or agreement',
  missing_episode: 'that they were missing',
  must_know: 'what must be known',
  night_place: 'where they slept',
  note: 'a note',
  note_paragraph: 'the words of a note',
  placement: 'a home',
  placement_decision: 'a decision about a home',
  plan_part: 'a part of the plan',
  plan_state: 'that the plan was sent, agreed or sent back',
  plan_edition: 'a version of the plan',
  return_interview: 'a talk after they were missing',
  review: 'a review',
  school_place: 'a school',
  sibling_decision: 'a decision on brothers and sisters',
  sibling_group: 'brothers and sisters, as they count them',
  sibling_member: 'brothers and sisters, as they count them',
  story_note: 'a note for them',
  story_note_paragraph: 'the words of a note for them',
  team_of_child: 'the team that they are with',
  told: 'who was told',
  view: 'what they said',
  view_answer: 'what changed because of what they said',
  visit: 'a visit',
}

/** 'recorded must_know' as 'recorded what must be known'; what has no words of its own keeps its name, without the marks of a machine. */
export function logWords(what: string): string {
  const table = /^recorded ([a-z_]+)$/.exec(what)?.[1]
  if (table === undefined) return what
  return `recorded ${Object.hasOwn(WRITTEN, table) ? WRITTEN[table] : table.replaceAll('_', ' ')}`
}
