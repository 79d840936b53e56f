// What the access log says was done, in words: the database writes the names of its tables.

const RECORDED: Readonly<Record<string, string>> = {
  action: 'an action',
  action_outcome: 'what became of an action',
  action_step: 'who does an action, or by when',
  address: 'an address',
  approval_answer: 'a decision that was asked for',
  approval_request: 'a request for a decision',
  allocation: 'who works with the child',
  birth_claim: 'a birth date',
  care_period: 'a period of care',
  child: 'the child',
  child_identifier: 'a number of the child',
  child_name: 'a name',
  document: 'a document',
  document_file: 'the file of a document',
  education_plan: 'an education plan',
  family_person: 'somebody around the child',
  family_link: 'a family tie',
  health_assessment: 'a health check',
  identity_code: 'who the child is, for the return',
  kept_row: 'a row as another system had it',
  legal_basis: 'a legal status',
  missing_episode: 'a time missing',
  must_know: 'a must-know',
  note: 'a note',
  placement: 'a home',
  plan: 'a plan',
  plan_edition: 'an edition of a plan',
  plan_part: 'a part of a plan',
  plan_state: 'a step of a plan',
  plan_unmerged: 'a text beside a plan',
  return_interview: 'a talk after coming back',
  review: 'a review',
  standing_relation: 'who sees the child',
  view: 'what somebody said',
  view_answer: 'what changed because of it',
  visit: 'a visit',
  whereabouts: 'where the child sleeps',
  year_answer: 'an answer for a year of the return',
}

/** 'recorded legal_basis' becomes 'recorded a legal status'; everything else is said in words already. */
export function whatWords(what: string): string {
  const table = /^recorded ([a-z_]+)$/.exec(what)?.[1]
  return table === undefined ? what : `recorded ${RECORDED[table] ?? table.replaceAll('_', ' ')}`
}
