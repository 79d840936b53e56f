// The tables as TypeScript. Made by tools/generate-database-types.ts; a test holds it equal to the database.
import type { Generated, GeneratedAlways } from 'kysely'

export interface Database {
  'door.council': {
    council: number
    code: string
    name: string
    demonstration: Generated<boolean>
    made: Generated<string>
    stands_on: string | null
  }
  'door.home_shape': {
    council: number
    id: Generated<string>
    line: string
    supersedes: string | null
    change: Generated<string>
    said: Buffer | null
    recorded_by: string
    recorded: Generated<string>
    retention_class: Generated<string>
    retention_start: string | null
  }
  'door.log_era': {
    one: Generated<boolean>
    era: number
  }
  'door.matching_claim': {
    council: number
    issuer: string
    claim: string
  }
  'door.migration': {
    name: string
    sha256: string
    applied: Generated<string>
  }
  'door.part_by_claim': {
    council: number
    issuer: string
    claim: string
    value: string
    relation: string
  }
  'door.part_claimed': {
    council: number
    line: string
    person: string
    issuer: string
  }
  'door.preference': {
    council: number
    person: string
    density: Generated<string>
    shortcuts: Generated<boolean>
  }
  'door.record_shape': {
    council: number
    id: Generated<string>
    line: string
    supersedes: string | null
    change: Generated<string>
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: Generated<string>
    tx: Generated<string>
    retention_class: Generated<string>
    retention_start: string | null
  }
  'door.service_worker': {
    council: number
    name: string
    person: string
  }
  'door.session': {
    id: Buffer
    handle: Generated<string>
    council: number
    person: string
    began: Generated<string>
    seen: Generated<string>
    idle: string
    ends: string
    device: string
  }
  'door.signing_in': {
    id: Buffer
    council: number
    state: string
    nonce: string
    verifier: string
    back_to: string
    began: Generated<string>
    through: string | null
  }
  'door.subject': {
    council: number
    issuer: string
    subject: string
    person: string
    how: string
    linked: Generated<string>
  }
  'door.task': {
    name: string
  }
  'kith.access_block': {
    council: number
    number: number
    era: number
    from_tx: string
    below_tx: string
    entries: number
    previous: Buffer
    hash: Buffer
    sealed: Generated<string>
  }
  'kith.access_entry': {
    council: number
    era: Generated<number>
    tx: Generated<string>
    id: GeneratedAlways<string>
    at: Generated<string>
    person: string
    child: string | null
    what: string
    subject: unknown
  }
  'kith.action': {
    council: number
    id: Generated<string>
    line: string
    supersedes: string | null
    change: Generated<string>
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: Generated<string>
    tx: Generated<string>
    retention_class: Generated<string>
    retention_start: string | null
    owned_by: string
    owner: string | null
    due: string | null
    no_due_why: string | null
    origin: string
    on_table: string | null
    on_line: string | null
    audience: string[] | null
    must_not_know: string[] | null
    audience_why: string | null
    serves: string | null
  }
  'kith.action_current': {
    council: number
    id: string
    line: string
    supersedes: string | null
    change: string
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: string
    tx: string
    retention_class: string
    retention_start: string | null
    owned_by: string
    owner: string | null
    due: string | null
    no_due_why: string | null
    origin: string
    on_table: string | null
    on_line: string | null
    audience: string[] | null
    must_not_know: string[] | null
    audience_why: string | null
    serves: string | null
  }
  'kith.action_outcome': {
    council: number
    id: Generated<string>
    line: string
    supersedes: string | null
    change: Generated<string>
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: Generated<string>
    tx: Generated<string>
    retention_class: Generated<string>
    retention_start: string | null
    action: string
    outcome: string
    happened: string
  }
  'kith.action_outcome_current': {
    council: number
    id: string
    line: string
    supersedes: string | null
    change: string
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: string
    tx: string
    retention_class: string
    retention_start: string | null
    action: string
    outcome: string
    happened: string
  }
  'kith.action_step': {
    council: number
    id: Generated<string>
    line: string
    supersedes: string | null
    change: Generated<string>
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: Generated<string>
    tx: Generated<string>
    retention_class: Generated<string>
    retention_start: string | null
    action: string
    kind: string
    due: string | null
    no_due_why: string | null
    owned_by: string | null
    owner: string | null
  }
  'kith.action_step_current': {
    council: number
    id: string
    line: string
    supersedes: string | null
    change: string
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: string
    tx: string
    retention_class: string
    retention_start: string | null
    action: string
    kind: string
    due: string | null
    no_due_why: string | null
    owned_by: string | null
    owner: string | null
  }
  'kith.action_verification': {
    council: number
    id: Generated<string>
    line: string
    supersedes: string | null
    change: Generated<string>
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: Generated<string>
    tx: Generated<string>
    retention_class: Generated<string>
    retention_start: string | null
    audit: string
    action: string
    result: string
    read: string
    evidence: string[]
  }
  'kith.action_verification_current': {
    council: number
    id: string
    line: string
    supersedes: string | null
    change: string
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: string
    tx: string
    retention_class: string
    retention_start: string | null
    audit: string
    action: string
    result: string
    read: string
    evidence: string[]
  }
  'kith.address': {
    council: number
    id: Generated<string>
    line: string
    supersedes: string | null
    change: Generated<string>
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: Generated<string>
    tx: Generated<string>
    retention_class: Generated<string>
    retention_start: string | null
    kind: string
    postcode: string
    since: string | null
    until: string | null
    audience: string[] | null
    must_not_know: string[] | null
    audience_decision: string | null
  }
  'kith.address_current': {
    council: number
    id: string
    line: string
    supersedes: string | null
    change: string
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: string
    tx: string
    retention_class: string
    retention_start: string | null
    kind: string
    postcode: string
    since: string | null
    until: string | null
    audience: string[] | null
    must_not_know: string[] | null
    audience_decision: string | null
  }
  'kith.adoption': {
    council: number
    id: Generated<string>
    line: string
    supersedes: string | null
    change: Generated<string>
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: Generated<string>
    tx: Generated<string>
    retention_class: Generated<string>
    retention_start: string | null
    placed: string | null
    matched: string | null
    by_carer: boolean | null
    adopters: number | null
    adopters_sex: string | null
    adopters_status: string | null
  }
  'kith.adoption_current': {
    council: number
    id: string
    line: string
    supersedes: string | null
    change: string
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: string
    tx: string
    retention_class: string
    retention_start: string | null
    placed: string | null
    matched: string | null
    by_carer: boolean | null
    adopters: number | null
    adopters_sex: string | null
    adopters_status: string | null
  }
  'kith.adoption_decision': {
    council: number
    id: Generated<string>
    line: string
    supersedes: string | null
    change: Generated<string>
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: Generated<string>
    tx: Generated<string>
    retention_class: Generated<string>
    retention_start: string | null
    decided: string
    ceased: string | null
    cease_reason: string | null
    matching_referred: string | null
    early_permanence: string | null
  }
  'kith.adoption_decision_current': {
    council: number
    id: string
    line: string
    supersedes: string | null
    change: string
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: string
    tx: string
    retention_class: string
    retention_start: string | null
    decided: string
    ceased: string | null
    cease_reason: string | null
    matching_referred: string | null
    early_permanence: string | null
  }
  'kith.adoption_panel': {
    council: number
    id: Generated<string>
    line: string
    supersedes: string | null
    change: Generated<string>
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: Generated<string>
    tx: Generated<string>
    retention_class: Generated<string>
    retention_start: string | null
    about: string
    received: string
    decided: string | null
    outcome: string | null
    told_orally: string | null
    told_in_writing: string | null
  }
  'kith.adoption_panel_current': {
    council: number
    id: string
    line: string
    supersedes: string | null
    change: string
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: string
    tx: string
    retention_class: string
    retention_start: string | null
    about: string
    received: string
    decided: string | null
    outcome: string | null
    told_orally: string | null
    told_in_writing: string | null
  }
  'kith.adoption_seal': {
    council: number
    id: Generated<string>
    line: string
    supersedes: string | null
    change: Generated<string>
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: Generated<string>
    tx: Generated<string>
    retention_class: Generated<string>
    retention_start: string | null
    step: string
    order_made: string
    decided: string
    named: string[]
  }
  'kith.adoption_seal_current': {
    council: number
    id: string
    line: string
    supersedes: string | null
    change: string
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: string
    tx: string
    retention_class: string
    retention_start: string | null
    step: string
    order_made: string
    decided: string
    named: string[]
  }
  'kith.adoption_tie': {
    council: number
    id: Generated<string>
    line: string
    supersedes: string | null
    change: Generated<string>
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: Generated<string>
    tx: Generated<string>
    retention_class: Generated<string>
    retention_start: string | null
    other: string
    kind: string
    step: string
  }
  'kith.adoption_tie_current': {
    council: number
    id: string
    line: string
    supersedes: string | null
    change: string
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: string
    tx: string
    retention_class: string
    retention_start: string | null
    other: string
    kind: string
    step: string
  }
  'kith.age_assessment': {
    council: number
    id: Generated<string>
    line: string
    supersedes: string | null
    change: Generated<string>
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: Generated<string>
    tx: Generated<string>
    retention_class: Generated<string>
    retention_start: string | null
    doubted: string
    decided: string | null
    outcome: string | null
    set_off_by: string | null
    set_off_on: string | null
  }
  'kith.age_assessment_current': {
    council: number
    id: string
    line: string
    supersedes: string | null
    change: string
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: string
    tx: string
    retention_class: string
    retention_start: string | null
    doubted: string
    decided: string | null
    outcome: string | null
    set_off_by: string | null
    set_off_on: string | null
  }
  'kith.agreement': {
    council: number
    id: Generated<string>
    line: string
    supersedes: string | null
    change: Generated<string>
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: Generated<string>
    tx: Generated<string>
    retention_class: Generated<string>
    retention_start: string | null
    basis: string
    by: string
    given: string
    withdrawn: string | null
  }
  'kith.agreement_current': {
    council: number
    id: string
    line: string
    supersedes: string | null
    change: string
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: string
    tx: string
    retention_class: string
    retention_start: string | null
    basis: string
    by: string
    given: string
    withdrawn: string | null
  }
  'kith.allocation': {
    council: number
    id: Generated<string>
    line: string
    supersedes: string | null
    change: Generated<string>
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: Generated<string>
    tx: Generated<string>
    retention_class: Generated<string>
    retention_start: string | null
    worker: string
    role: Generated<string>
    during: string
    end_reason: string | null
  }
  'kith.allocation_current': {
    council: number
    id: string
    line: string
    supersedes: string | null
    change: string
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: string
    tx: string
    retention_class: string
    retention_start: string | null
    worker: string
    role: string
    during: string
    end_reason: string | null
  }
  'kith.approval_answer': {
    council: number
    id: Generated<string>
    line: string
    supersedes: string | null
    change: Generated<string>
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: Generated<string>
    tx: Generated<string>
    retention_class: Generated<string>
    retention_start: string | null
    request: string
    answer: string
    answered: string
    on_paper: Generated<boolean>
    paper_document: string | null
  }
  'kith.approval_answer_current': {
    council: number
    id: string
    line: string
    supersedes: string | null
    change: string
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: string
    tx: string
    retention_class: string
    retention_start: string | null
    request: string
    answer: string
    answered: string
    on_paper: boolean
    paper_document: string | null
  }
  'kith.approval_request': {
    council: number
    id: Generated<string>
    line: string
    supersedes: string | null
    change: Generated<string>
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: Generated<string>
    tx: Generated<string>
    retention_class: Generated<string>
    retention_start: string | null
    kind: string
    of_relation: string | null
    of_person: string | null
    on_table: string
    on_line: string
    by_when: string | null
    view: string | null
    asked_before: string | null
    audience: string[] | null
    must_not_know: string[] | null
    audience_why: string | null
  }
  'kith.approval_request_current': {
    council: number
    id: string
    line: string
    supersedes: string | null
    change: string
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: string
    tx: string
    retention_class: string
    retention_start: string | null
    kind: string
    of_relation: string | null
    of_person: string | null
    on_table: string
    on_line: string
    by_when: string | null
    view: string | null
    asked_before: string | null
    audience: string[] | null
    must_not_know: string[] | null
    audience_why: string | null
  }
  'kith.arrival_alone': {
    council: number
    id: Generated<string>
    line: string
    supersedes: string | null
    change: Generated<string>
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: Generated<string>
    tx: Generated<string>
    retention_class: Generated<string>
    retention_start: string | null
    arrived: string
    came_to_us: string
    how: string
    referred: string | null
    interpreter: boolean
  }
  'kith.arrival_alone_current': {
    council: number
    id: string
    line: string
    supersedes: string | null
    change: string
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: string
    tx: string
    retention_class: string
    retention_start: string | null
    arrived: string
    came_to_us: string
    how: string
    referred: string | null
    interpreter: boolean
  }
  'kith.attendance': {
    council: number
    id: Generated<string>
    line: string
    supersedes: string | null
    change: Generated<string>
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: Generated<string>
    tx: Generated<string>
    retention_class: Generated<string>
    retention_start: string | null
    since: string
    last: string
    possible: number
    attended: number
    unauthorised: number | null
    persistent: boolean
  }
  'kith.attendance_current': {
    council: number
    id: string
    line: string
    supersedes: string | null
    change: string
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: string
    tx: string
    retention_class: string
    retention_start: string | null
    since: string
    last: string
    possible: number
    attended: number
    unauthorised: number | null
    persistent: boolean
  }
  'kith.audience_decision': {
    council: number
    id: Generated<string>
    line: string
    supersedes: string | null
    change: Generated<string>
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: Generated<string>
    tx: Generated<string>
    retention_class: Generated<string>
    retention_start: string | null
    power: string
    decided: string
    decided_by: string | null
    until: string | null
    legal_basis: string | null
    withheld_from: string[] | null
  }
  'kith.audience_decision_current': {
    council: number
    id: string
    line: string
    supersedes: string | null
    change: string
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: string
    tx: string
    retention_class: string
    retention_start: string | null
    power: string
    decided: string
    decided_by: string | null
    until: string | null
    legal_basis: string | null
    withheld_from: string[] | null
  }
  'kith.audit_closing': {
    council: number
    id: Generated<string>
    line: string
    supersedes: string | null
    change: Generated<string>
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: Generated<string>
    tx: Generated<string>
    retention_class: Generated<string>
    retention_start: string | null
    audit: string
    closed: string
  }
  'kith.audit_closing_current': {
    council: number
    id: string
    line: string
    supersedes: string | null
    change: string
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: string
    tx: string
    retention_class: string
    retention_start: string | null
    audit: string
    closed: string
  }
  'kith.audit_finding': {
    council: number
    id: Generated<string>
    line: string
    supersedes: string | null
    change: Generated<string>
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: Generated<string>
    tx: Generated<string>
    retention_class: Generated<string>
    retention_start: string | null
    audit: string
    kind: string
    tag: string
  }
  'kith.audit_finding_current': {
    council: number
    id: string
    line: string
    supersedes: string | null
    change: string
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: string
    tx: string
    retention_class: string
    retention_start: string | null
    audit: string
    kind: string
    tag: string
  }
  'kith.audit_grade': {
    council: number
    id: Generated<string>
    line: string
    supersedes: string | null
    change: Generated<string>
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: Generated<string>
    tx: Generated<string>
    retention_class: Generated<string>
    retention_start: string | null
    audit: string
    stage: string
    grade: string | null
    given: string
  }
  'kith.audit_grade_current': {
    council: number
    id: string
    line: string
    supersedes: string | null
    change: string
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: string
    tx: string
    retention_class: string
    retention_start: string | null
    audit: string
    stage: string
    grade: string | null
    given: string
  }
  'kith.audit_impact': {
    council: number
    id: Generated<string>
    line: string
    supersedes: string | null
    change: Generated<string>
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: Generated<string>
    tx: Generated<string>
    retention_class: Generated<string>
    retention_start: string | null
    audit: string
    difference: string
    seen: string
    evidence: string[]
  }
  'kith.audit_impact_current': {
    council: number
    id: string
    line: string
    supersedes: string | null
    change: string
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: string
    tx: string
    retention_class: string
    retention_start: string | null
    audit: string
    difference: string
    seen: string
    evidence: string[]
  }
  'kith.audit_invitation': {
    council: number
    id: Generated<string>
    line: string
    supersedes: string | null
    change: Generated<string>
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: Generated<string>
    tx: Generated<string>
    retention_class: Generated<string>
    retention_start: string | null
    audit: string
    worker: string
    part: string
    invited: string
    meets: string
    begins: string | null
    how: string
  }
  'kith.audit_invitation_answer': {
    council: number
    id: Generated<string>
    line: string
    supersedes: string | null
    change: Generated<string>
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: Generated<string>
    tx: Generated<string>
    retention_class: Generated<string>
    retention_start: string | null
    invitation: string
    asked: string
    answer: string
    answered: string
    instead: string | null
  }
  'kith.audit_invitation_answer_current': {
    council: number
    id: string
    line: string
    supersedes: string | null
    change: string
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: string
    tx: string
    retention_class: string
    retention_start: string | null
    invitation: string
    asked: string
    answer: string
    answered: string
    instead: string | null
  }
  'kith.audit_invitation_current': {
    council: number
    id: string
    line: string
    supersedes: string | null
    change: string
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: string
    tx: string
    retention_class: string
    retention_start: string | null
    audit: string
    worker: string
    part: string
    invited: string
    meets: string
    begins: string | null
    how: string
  }
  'kith.audit_moderation': {
    council: number
    id: Generated<string>
    line: string
    supersedes: string | null
    change: Generated<string>
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: Generated<string>
    tx: Generated<string>
    retention_class: Generated<string>
    retention_start: string | null
    audit: string
    moderator: string
    due: string
  }
  'kith.audit_moderation_current': {
    council: number
    id: string
    line: string
    supersedes: string | null
    change: string
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: string
    tx: string
    retention_class: string
    retention_start: string | null
    audit: string
    moderator: string
    due: string
  }
  'kith.audit_round': {
    council: number
    id: Generated<string>
    line: string
    supersedes: string | null
    change: Generated<string>
    said: Buffer | null
    recorded_by: string
    recorded: Generated<string>
    retention_class: Generated<string>
    retention_start: string | null
    kind: string
    month: string
    due: string
    wanted: number
    strata: string[]
    auditors: string[]
    scale: string
    seed: string
    drawn: string | null
    frame: number | null
    lately: number | null
    nobody: number | null
    fingerprint: string | null
    parts: string[] | null
    wording: string | null
    scale_wording: string | null
  }
  'kith.audit_round_current': {
    council: number
    id: string
    line: string
    supersedes: string | null
    change: string
    said: Buffer | null
    recorded_by: string
    recorded: string
    retention_class: string
    retention_start: string | null
    kind: string
    month: string
    due: string
    wanted: number
    strata: string[]
    auditors: string[]
    scale: string
    seed: string
    drawn: string | null
    frame: number | null
    lately: number | null
    nobody: number | null
    fingerprint: string | null
    parts: string[] | null
    wording: string | null
    scale_wording: string | null
  }
  'kith.audit_talk': {
    council: number
    id: Generated<string>
    line: string
    supersedes: string | null
    change: Generated<string>
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: Generated<string>
    tx: Generated<string>
    retention_class: Generated<string>
    retention_start: string | null
    audit: string
    worker: string
    state: string
    happens: string
  }
  'kith.audit_talk_current': {
    council: number
    id: string
    line: string
    supersedes: string | null
    change: string
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: string
    tx: string
    retention_class: string
    retention_start: string | null
    audit: string
    worker: string
    state: string
    happens: string
  }
  'kith.audit_theme': {
    council: number
    id: Generated<string>
    line: string
    supersedes: string | null
    change: Generated<string>
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: Generated<string>
    tx: Generated<string>
    retention_class: Generated<string>
    retention_start: string | null
    audit: string
    theme: string
    grade: string | null
    answers: string[]
    evidence: string[]
  }
  'kith.audit_theme_current': {
    council: number
    id: string
    line: string
    supersedes: string | null
    change: string
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: string
    tx: string
    retention_class: string
    retention_start: string | null
    audit: string
    theme: string
    grade: string | null
    answers: string[]
    evidence: string[]
  }
  'kith.audit_voice': {
    council: number
    id: Generated<string>
    line: string
    supersedes: string | null
    change: Generated<string>
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: Generated<string>
    tx: Generated<string>
    retention_class: Generated<string>
    retention_start: string | null
    audit: string
    whose: string
    part: string
    asked_by: string
    asked: string
    named: boolean
  }
  'kith.audit_voice_current': {
    council: number
    id: string
    line: string
    supersedes: string | null
    change: string
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: string
    tx: string
    retention_class: string
    retention_start: string | null
    audit: string
    whose: string
    part: string
    asked_by: string
    asked: string
    named: boolean
  }
  'kith.audit_wording': {
    council: number
    id: Generated<string>
    line: string
    supersedes: string | null
    change: Generated<string>
    said: Buffer | null
    recorded_by: string
    recorded: Generated<string>
    retention_class: Generated<string>
    retention_start: string | null
    kind: string
  }
  'kith.audit_wording_current': {
    council: number
    id: string
    line: string
    supersedes: string | null
    change: string
    said: Buffer | null
    recorded_by: string
    recorded: string
    retention_class: string
    retention_start: string | null
    kind: string
  }
  'kith.baseline': {
    council: number
    id: Generated<string>
    indicator: string
    first_month: string
    last_month: string
    aim: number | null
    because: string
    recorded_by: string
    recorded: Generated<string>
  }
  'kith.birth_claim': {
    council: number
    id: Generated<string>
    line: string
    supersedes: string | null
    change: Generated<string>
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: Generated<string>
    tx: Generated<string>
    retention_class: Generated<string>
    retention_start: string | null
    born: string
    basis: string
    standing: Generated<string>
    audience: string[] | null
    must_not_know: string[] | null
    audience_decision: string | null
  }
  'kith.birth_claim_current': {
    council: number
    id: string
    line: string
    supersedes: string | null
    change: string
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: string
    tx: string
    retention_class: string
    retention_start: string | null
    born: string
    basis: string
    standing: string
    audience: string[] | null
    must_not_know: string[] | null
    audience_decision: string | null
  }
  'kith.board_seen': {
    council: number
    id: Generated<string>
    line: string
    supersedes: string | null
    change: Generated<string>
    said: Buffer | null
    recorded_by: string
    recorded: Generated<string>
    retention_class: Generated<string>
    retention_start: string | null
    on_day: string
    inputs: string
    settings: string
    how: string
    groups: number
    children: number
    homes: number
    placed: number
    answer: unknown
  }
  'kith.board_seen_current': {
    council: number
    id: string
    line: string
    supersedes: string | null
    change: string
    said: Buffer | null
    recorded_by: string
    recorded: string
    retention_class: string
    retention_start: string | null
    on_day: string
    inputs: string
    settings: string
    how: string
    groups: number
    children: number
    homes: number
    placed: number
    answer: unknown
  }
  'kith.break_glass_use': {
    council: number
    id: Generated<string>
    child: string
    person: string
    said: Buffer
    until: string
    recorded_by: string
    recorded: Generated<string>
    retention_class: Generated<string>
    retention_start: string | null
  }
  'kith.brought_in': {
    council: number
    tx: Generated<string>
    child: string
    person: string
    team: string
  }
  'kith.campaign_count': {
    council: number
    id: Generated<string>
    line: string
    supersedes: string | null
    change: Generated<string>
    said: Buffer | null
    recorded_by: string
    recorded: Generated<string>
    retention_class: Generated<string>
    retention_start: string | null
    campaign: string
    counted: string
    enquiries: number
    visits: number
    applications: number
    withdrawn: number
  }
  'kith.campaign_count_current': {
    council: number
    id: string
    line: string
    supersedes: string | null
    change: string
    said: Buffer | null
    recorded_by: string
    recorded: string
    retention_class: string
    retention_start: string | null
    campaign: string
    counted: string
    enquiries: number
    visits: number
    applications: number
    withdrawn: number
  }
  'kith.campaign_home': {
    council: number
    id: Generated<string>
    line: string
    supersedes: string | null
    change: Generated<string>
    said: Buffer | null
    recorded_by: string
    recorded: Generated<string>
    retention_class: Generated<string>
    retention_start: string | null
    campaign: string
    household: string
  }
  'kith.campaign_home_current': {
    council: number
    id: string
    line: string
    supersedes: string | null
    change: string
    said: Buffer | null
    recorded_by: string
    recorded: string
    retention_class: string
    retention_start: string | null
    campaign: string
    household: string
  }
  'kith.care_leaver_answer': {
    council: number
    id: Generated<string>
    line: string
    supersedes: string | null
    change: Generated<string>
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: Generated<string>
    tx: Generated<string>
    retention_class: Generated<string>
    retention_start: string | null
    year_ending: string
    in_touch: string | null
    activity: string | null
    accommodation: string | null
  }
  'kith.care_leaver_answer_current': {
    council: number
    id: string
    line: string
    supersedes: string | null
    change: string
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: string
    tx: string
    retention_class: string
    retention_start: string | null
    year_ending: string
    in_touch: string | null
    activity: string | null
    accommodation: string | null
  }
  'kith.care_period': {
    council: number
    id: Generated<string>
    line: string
    supersedes: string | null
    change: Generated<string>
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: Generated<string>
    tx: Generated<string>
    retention_class: Generated<string>
    retention_start: string | null
    began: string | null
    began_by: string | null
    ended: string | null
    end_reason: string | null
    need: string | null
  }
  'kith.care_period_current': {
    council: number
    id: string
    line: string
    supersedes: string | null
    change: string
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: string
    tx: string
    retention_class: string
    retention_start: string | null
    began: string | null
    began_by: string | null
    ended: string | null
    end_reason: string | null
    need: string | null
  }
  'kith.child': {
    council: number
    id: Generated<string>
    source: string | null
    recorded_by: string
    recorded: Generated<string>
    tx: Generated<string>
    retention_class: Generated<string>
    retention_start: string | null
  }
  'kith.child_changed': {
    council: number
    tx: Generated<string>
    child: string
    at: Generated<string>
  }
  'kith.child_identifier': {
    council: number
    id: Generated<string>
    line: string
    supersedes: string | null
    change: Generated<string>
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: Generated<string>
    tx: Generated<string>
    retention_class: Generated<string>
    retention_start: string | null
    issuer: string
    value: string
    since: string | null
    until: string | null
  }
  'kith.child_identifier_current': {
    council: number
    id: string
    line: string
    supersedes: string | null
    change: string
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: string
    tx: string
    retention_class: string
    retention_start: string | null
    issuer: string
    value: string
    since: string | null
    until: string | null
  }
  'kith.child_name': {
    council: number
    id: Generated<string>
    line: string
    supersedes: string | null
    change: Generated<string>
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: Generated<string>
    tx: Generated<string>
    retention_class: Generated<string>
    retention_start: string | null
    kind: string
    since: string | null
    audience: string[] | null
    must_not_know: string[] | null
    audience_decision: string | null
  }
  'kith.child_name_current': {
    council: number
    id: string
    line: string
    supersedes: string | null
    change: string
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: string
    tx: string
    retention_class: string
    retention_start: string | null
    kind: string
    since: string | null
    audience: string[] | null
    must_not_know: string[] | null
    audience_decision: string | null
  }
  'kith.closed_child': {
    council: number | null
    child: string | null
  }
  'kith.complaint': {
    council: number
    id: Generated<string>
    line: string
    supersedes: string | null
    change: Generated<string>
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: Generated<string>
    tx: Generated<string>
    retention_class: Generated<string>
    retention_start: string | null
    received: string
    asker: string
    how: string
    about: string[]
    advocate: string
    child_told: Generated<string[]>
    worker: string | null
    worker_told: Generated<boolean>
  }
  'kith.complaint_current': {
    council: number
    id: string
    line: string
    supersedes: string | null
    change: string
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: string
    tx: string
    retention_class: string
    retention_start: string | null
    received: string
    asker: string
    how: string
    about: string[]
    advocate: string
    child_told: string[]
    worker: string | null
    worker_told: boolean
  }
  'kith.complaint_stage': {
    council: number
    id: Generated<string>
    line: string
    supersedes: string | null
    change: Generated<string>
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: Generated<string>
    tx: Generated<string>
    retention_class: Generated<string>
    retention_start: string | null
    complaint: string
    stage: number
    asked: string
    answers: string
    longer: string | null
    longer_told: string | null
    panel: string | null
    report: string | null
    answered: string | null
    outcome: string | null
    told: string | null
    told_how: string | null
  }
  'kith.complaint_stage_current': {
    council: number
    id: string
    line: string
    supersedes: string | null
    change: string
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: string
    tx: string
    retention_class: string
    retention_start: string | null
    complaint: string
    stage: number
    asked: string
    answers: string
    longer: string | null
    longer_told: string | null
    panel: string | null
    report: string | null
    answered: string | null
    outcome: string | null
    told: string | null
    told_how: string | null
  }
  'kith.concern_answer': {
    council: number
    id: Generated<string>
    line: string
    supersedes: string | null
    change: Generated<string>
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: Generated<string>
    tx: Generated<string>
    retention_class: Generated<string>
    retention_start: string | null
    concern: string
    answer: string
    answered_by: string | null
    answered: string
    seen: string | null
  }
  'kith.concern_answer_current': {
    council: number
    id: string
    line: string
    supersedes: string | null
    change: string
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: string
    tx: string
    retention_class: string
    retention_start: string | null
    concern: string
    answer: string
    answered_by: string | null
    answered: string
    seen: string | null
  }
  'kith.conviction_year': {
    council: number
    id: Generated<string>
    line: string
    supersedes: string | null
    change: Generated<string>
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: Generated<string>
    tx: Generated<string>
    retention_class: Generated<string>
    retention_start: string | null
    year_ending: string
    convicted: boolean
  }
  'kith.conviction_year_current': {
    council: number
    id: string
    line: string
    supersedes: string | null
    change: string
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: string
    tx: string
    retention_class: string
    retention_start: string | null
    year_ending: string
    convicted: boolean
  }
  'kith.council_face': {
    council: number
    id: Generated<string>
    name: string
    brand: string
    accent: string
    logo: string | null
    recorded_by: string
    recorded: Generated<string>
  }
  'kith.council_logo': {
    council: number
    id: Generated<string>
    type: string
    picture: Buffer
    recorded_by: string
    recorded: Generated<string>
  }
  'kith.decision': {
    council: number
    id: Generated<string>
    line: string
    supersedes: string | null
    change: Generated<string>
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: Generated<string>
    tx: Generated<string>
    retention_class: Generated<string>
    retention_start: string | null
    kind: string
    decided: string
    decided_as: string
    decided_by: string | null
    view: string | null
    on_table: string | null
    on_line: string | null
    audience: string[] | null
    must_not_know: string[] | null
    audience_why: string | null
  }
  'kith.decision_current': {
    council: number
    id: string
    line: string
    supersedes: string | null
    change: string
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: string
    tx: string
    retention_class: string
    retention_start: string | null
    kind: string
    decided: string
    decided_as: string
    decided_by: string | null
    view: string | null
    on_table: string | null
    on_line: string | null
    audience: string[] | null
    must_not_know: string[] | null
    audience_why: string | null
  }
  'kith.decision_told': {
    council: number
    id: Generated<string>
    line: string
    supersedes: string | null
    change: Generated<string>
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: Generated<string>
    tx: Generated<string>
    retention_class: Generated<string>
    retention_start: string | null
    decision: string
    whom: string
    told: string
    how: string
  }
  'kith.decision_told_current': {
    council: number
    id: string
    line: string
    supersedes: string | null
    change: string
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: string
    tx: string
    retention_class: string
    retention_start: string | null
    decision: string
    whom: string
    told: string
    how: string
  }
  'kith.department_receipt': {
    council: number
    id: Generated<string>
    child: string
    sent_as: string
    hash: string
    parts: string
    removed: boolean
    receipt: string | null
    recorded_by: string
    recorded: Generated<string>
  }
  'kith.department_sending': {
    council: number
    id: Generated<string>
    day: string
    host: string
    outcome: string
    stopped_by: string | null
    asked: number
    received: number
    refused: number
    removed: number
    same: number
    unnamed: number
    recorded_by: string
    recorded: Generated<string>
  }
  'kith.disposal': {
    council: number
    id: Generated<string>
    child: string | null
    rule: string
    kept_until: string
    asked_by: string
    asked: Generated<string>
    decided_by: string | null
    decided: string | null
    outcome: string | null
    kept_because: string | null
    texts: number | null
    worker: string | null
  }
  'kith.dispute': {
    council: number
    id: Generated<string>
    line: string
    supersedes: string | null
    change: Generated<string>
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: Generated<string>
    tx: Generated<string>
    retention_class: Generated<string>
    retention_start: string | null
    about: string
    raised: string
    child_told: string
    on_table: string | null
    on_line: string | null
  }
  'kith.dispute_answer': {
    council: number
    id: Generated<string>
    line: string
    supersedes: string | null
    change: Generated<string>
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: Generated<string>
    tx: Generated<string>
    retention_class: Generated<string>
    retention_start: string | null
    dispute: string
    tier: string
    answer: string
    answered: string
    promised: string | null
    answered_by: string | null
  }
  'kith.dispute_answer_current': {
    council: number
    id: string
    line: string
    supersedes: string | null
    change: string
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: string
    tx: string
    retention_class: string
    retention_start: string | null
    dispute: string
    tier: string
    answer: string
    answered: string
    promised: string | null
    answered_by: string | null
  }
  'kith.dispute_current': {
    council: number
    id: string
    line: string
    supersedes: string | null
    change: string
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: string
    tx: string
    retention_class: string
    retention_start: string | null
    about: string
    raised: string
    child_told: string
    on_table: string | null
    on_line: string | null
  }
  'kith.dispute_end': {
    council: number
    id: Generated<string>
    line: string
    supersedes: string | null
    change: Generated<string>
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: Generated<string>
    tx: Generated<string>
    retention_class: Generated<string>
    retention_start: string | null
    dispute: string
    outcome: string
    happened: string
  }
  'kith.dispute_end_current': {
    council: number
    id: string
    line: string
    supersedes: string | null
    change: string
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: string
    tx: string
    retention_class: string
    retention_start: string | null
    dispute: string
    outcome: string
    happened: string
  }
  'kith.dispute_referral': {
    council: number
    id: Generated<string>
    line: string
    supersedes: string | null
    change: Generated<string>
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: Generated<string>
    tx: Generated<string>
    retention_class: Generated<string>
    retention_start: string | null
    dispute: string
    kind: string
    happened: string
    legal_advice: boolean
  }
  'kith.dispute_referral_current': {
    council: number
    id: string
    line: string
    supersedes: string | null
    change: string
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: string
    tx: string
    retention_class: string
    retention_start: string | null
    dispute: string
    kind: string
    happened: string
    legal_advice: boolean
  }
  'kith.dispute_stage': {
    council: number
    id: Generated<string>
    line: string
    supersedes: string | null
    change: Generated<string>
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: Generated<string>
    tx: Generated<string>
    retention_class: Generated<string>
    retention_start: string | null
    dispute: string
    tier: string
    begun: string
    answer_by: string
    asked_of: string | null
  }
  'kith.dispute_stage_current': {
    council: number
    id: string
    line: string
    supersedes: string | null
    change: string
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: string
    tx: string
    retention_class: string
    retention_start: string | null
    dispute: string
    tier: string
    begun: string
    answer_by: string
    asked_of: string | null
  }
  'kith.dispute_telling': {
    council: number
    id: Generated<string>
    line: string
    supersedes: string | null
    change: Generated<string>
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: Generated<string>
    tx: Generated<string>
    retention_class: Generated<string>
    retention_start: string | null
    dispute: string
    about: string
    told: boolean
    happened: string
    how: string | null
    told_by: string | null
    not_told_why: string | null
    ask_again: string | null
    view: string | null
  }
  'kith.dispute_telling_current': {
    council: number
    id: string
    line: string
    supersedes: string | null
    change: string
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: string
    tx: string
    retention_class: string
    retention_start: string | null
    dispute: string
    about: string
    told: boolean
    happened: string
    how: string | null
    told_by: string | null
    not_told_why: string | null
    ask_again: string | null
    view: string | null
  }
  'kith.document': {
    council: number
    id: Generated<string>
    line: string
    supersedes: string | null
    change: Generated<string>
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: Generated<string>
    tx: Generated<string>
    retention_class: Generated<string>
    retention_start: string | null
    kind: string
    made: string | null
    from_whom: string
    terms: string
    kept_for_child: Generated<boolean>
    audience: string[] | null
    must_not_know: string[] | null
    audience_because: string | null
    audience_decision: string | null
  }
  'kith.document_current': {
    council: number
    id: string
    line: string
    supersedes: string | null
    change: string
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: string
    tx: string
    retention_class: string
    retention_start: string | null
    kind: string
    made: string | null
    from_whom: string
    terms: string
    kept_for_child: boolean
    audience: string[] | null
    must_not_know: string[] | null
    audience_because: string | null
    audience_decision: string | null
  }
  'kith.document_file': {
    council: number
    id: Generated<string>
    line: string
    supersedes: string | null
    change: Generated<string>
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: Generated<string>
    tx: Generated<string>
    retention_class: Generated<string>
    retention_start: string | null
    document: string
    type: string
    size: number
    pieces: number
  }
  'kith.document_file_current': {
    council: number
    id: string
    line: string
    supersedes: string | null
    change: string
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: string
    tx: string
    retention_class: string
    retention_start: string | null
    document: string
    type: string
    size: number
    pieces: number
  }
  'kith.document_let_in': {
    council: number | null
    child: string | null
    line: string | null
    goes_into: string | null
  }
  'kith.document_piece': {
    council: number
    file: string
    number: number
    child: string
    document: string
    sealed: Buffer
    recorded_by: string
  }
  'kith.document_release': {
    council: number
    id: Generated<string>
    line: string
    supersedes: string | null
    change: Generated<string>
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: Generated<string>
    tx: Generated<string>
    retention_class: Generated<string>
    retention_start: string | null
    document: string
    goes_into: string[]
    decided: string
    decided_by: string
    until: string | null
    told: string
    agreed: string
    power: string
  }
  'kith.document_release_current': {
    council: number
    id: string
    line: string
    supersedes: string | null
    change: string
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: string
    tx: string
    retention_class: string
    retention_start: string | null
    document: string
    goes_into: string[]
    decided: string
    decided_by: string
    until: string | null
    told: string
    agreed: string
    power: string
  }
  'kith.draft': {
    council: number
    id: string
    author: string
    form: string
    child: string | null
    about: string | null
    said: Buffer | null
    revision: Generated<number>
    sibling_of: string | null
    started: Generated<string>
    saved: Generated<string>
    ended: string | null
    ended_at: string | null
    result: string | null
  }
  'kith.duty': {
    council: number
    child: string
    basis: string
    occurrence: string
    rule: string
    scope: string
    standing: string
    due: string | null
    done: string | null
    closes: string | null
    covered_until: string | null
    shown_late: boolean
    missing: string | null
  }
  'kith.duty_day': {
    council: number
    child: string
    made_for: string
  }
  'kith.duty_reason': {
    council: number
    child: string
    basis: string
    occurrence: string
    scope_bit: number
    trigger_day: string | null
    due_at: string | null
    done_by: string | null
    closing: string | null
    excuse: string | null
  }
  'kith.education_plan': {
    council: number
    id: Generated<string>
    line: string
    supersedes: string | null
    change: Generated<string>
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: Generated<string>
    tx: Generated<string>
    retention_class: Generated<string>
    retention_start: string | null
    stage: string
    happened: string
    quality: string | null
    term: string | null
    rated_by: string | null
    rated: string | null
  }
  'kith.education_plan_current': {
    council: number
    id: string
    line: string
    supersedes: string | null
    change: string
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: string
    tx: string
    retention_class: string
    retention_start: string | null
    stage: string
    happened: string
    quality: string | null
    term: string | null
    rated_by: string | null
    rated: string | null
  }
  'kith.emergency_numbers': {
    council: number
    id: Generated<string>
    whom: string[]
    number: string[]
    hours: string[]
    recorded_by: string
    recorded: Generated<string>
  }
  'kith.exclusion': {
    council: number
    id: Generated<string>
    line: string
    supersedes: string | null
    change: Generated<string>
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: Generated<string>
    tx: Generated<string>
    retention_class: Generated<string>
    retention_start: string | null
    kind: string
    began: string
    half_days: number | null
    told: string | null
    education_from: string | null
    governors: string | null
    overturned: string | null
  }
  'kith.exclusion_current': {
    council: number
    id: string
    line: string
    supersedes: string | null
    change: string
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: string
    tx: string
    retention_class: string
    retention_start: string | null
    kind: string
    began: string
    half_days: number | null
    told: string | null
    education_from: string | null
    governors: string | null
    overturned: string | null
  }
  'kith.excuse': {
    council: number
    id: Generated<string>
    line: string
    supersedes: string | null
    change: Generated<string>
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: Generated<string>
    tx: Generated<string>
    retention_class: Generated<string>
    retention_start: string | null
    rule: string
    occurrence: string
    reason: string
    decided: string
  }
  'kith.excuse_current': {
    council: number
    id: string
    line: string
    supersedes: string | null
    change: string
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: string
    tx: string
    retention_class: string
    retention_start: string | null
    rule: string
    occurrence: string
    reason: string
    decided: string
  }
  'kith.exploitation_assessment': {
    council: number
    id: Generated<string>
    line: string
    supersedes: string | null
    change: Generated<string>
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: Generated<string>
    tx: Generated<string>
    retention_class: Generated<string>
    retention_start: string | null
    assessed: string
    kinds: string[]
    risk: string
    review_by: string | null
    set_off_by: string | null
    set_off_on: string | null
    audience: string[] | null
    must_not_know: string[] | null
    audience_decision: string | null
  }
  'kith.exploitation_assessment_current': {
    council: number
    id: string
    line: string
    supersedes: string | null
    change: string
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: string
    tx: string
    retention_class: string
    retention_start: string | null
    assessed: string
    kinds: string[]
    risk: string
    review_by: string | null
    set_off_by: string | null
    set_off_on: string | null
    audience: string[] | null
    must_not_know: string[] | null
    audience_decision: string | null
  }
  'kith.family_home': {
    council: number
    id: Generated<string>
    line: string
    supersedes: string | null
    change: Generated<string>
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: Generated<string>
    tx: Generated<string>
    retention_class: Generated<string>
    retention_start: string | null
    person: string
    household: string | null
    with_child: Generated<boolean>
    since: string | null
    until: string | null
    audience: string[] | null
    must_not_know: string[] | null
    audience_decision: string | null
  }
  'kith.family_home_current': {
    council: number
    id: string
    line: string
    supersedes: string | null
    change: string
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: string
    tx: string
    retention_class: string
    retention_start: string | null
    person: string
    household: string | null
    with_child: boolean
    since: string | null
    until: string | null
    audience: string[] | null
    must_not_know: string[] | null
    audience_decision: string | null
  }
  'kith.family_link': {
    council: number
    id: Generated<string>
    line: string
    supersedes: string | null
    change: Generated<string>
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: Generated<string>
    tx: Generated<string>
    retention_class: Generated<string>
    retention_start: string | null
    person: string
    other_child: string
  }
  'kith.family_link_current': {
    council: number
    id: string
    line: string
    supersedes: string | null
    change: string
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: string
    tx: string
    retention_class: string
    retention_start: string | null
    person: string
    other_child: string
  }
  'kith.family_person': {
    council: number
    id: Generated<string>
    line: string
    supersedes: string | null
    change: Generated<string>
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: Generated<string>
    tx: Generated<string>
    retention_class: Generated<string>
    retention_start: string | null
    relation: string
    gap: Generated<boolean>
    recorded_sex: Generated<string>
    born: string | null
    born_year: number | null
    died: Generated<string>
    died_on: string | null
    died_year: number | null
    responsibility: Generated<string>
    ground: string | null
    responsible_since: string | null
    responsible_until: string | null
    audience: string[] | null
    must_not_know: string[] | null
    audience_decision: string | null
  }
  'kith.family_person_current': {
    council: number
    id: string
    line: string
    supersedes: string | null
    change: string
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: string
    tx: string
    retention_class: string
    retention_start: string | null
    relation: string
    gap: boolean
    recorded_sex: string
    born: string | null
    born_year: number | null
    died: string
    died_on: string | null
    died_year: number | null
    responsibility: string
    ground: string | null
    responsible_since: string | null
    responsible_until: string | null
    audience: string[] | null
    must_not_know: string[] | null
    audience_decision: string | null
  }
  'kith.family_tie': {
    council: number
    id: Generated<string>
    line: string
    supersedes: string | null
    change: Generated<string>
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: Generated<string>
    tx: Generated<string>
    retention_class: Generated<string>
    retention_start: string | null
    one: string | null
    other: string | null
    kind: string
    state: Generated<string>
    since: string | null
    until: string | null
  }
  'kith.family_tie_current': {
    council: number
    id: string
    line: string
    supersedes: string | null
    change: string
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: string
    tx: string
    retention_class: string
    retention_start: string | null
    one: string | null
    other: string | null
    kind: string
    state: string
    since: string | null
    until: string | null
  }
  'kith.family_time': {
    council: number
    id: Generated<string>
    line: string
    supersedes: string | null
    change: Generated<string>
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: Generated<string>
    tx: Generated<string>
    retention_class: Generated<string>
    retention_start: string | null
    person: string
    stance: string
    way: Generated<string>
    every: number | null
    unit: string | null
    support: Generated<string>
    basis: string
    court_order: string | null
    since: string | null
    until: string | null
  }
  'kith.family_time_current': {
    council: number
    id: string
    line: string
    supersedes: string | null
    change: string
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: string
    tx: string
    retention_class: string
    retention_start: string | null
    person: string
    stance: string
    way: string
    every: number | null
    unit: string | null
    support: string
    basis: string
    court_order: string | null
    since: string | null
    until: string | null
  }
  'kith.family_time_day': {
    council: number
    id: Generated<string>
    line: string
    supersedes: string | null
    change: Generated<string>
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: Generated<string>
    tx: Generated<string>
    retention_class: Generated<string>
    retention_start: string | null
    person: string
    happens: string
    state: string
    cancelled_by: string | null
  }
  'kith.family_time_day_current': {
    council: number
    id: string
    line: string
    supersedes: string | null
    change: string
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: string
    tx: string
    retention_class: string
    retention_start: string | null
    person: string
    happens: string
    state: string
    cancelled_by: string | null
  }
  'kith.family_tracing': {
    council: number
    id: Generated<string>
    line: string
    supersedes: string | null
    change: Generated<string>
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: Generated<string>
    tx: Generated<string>
    retention_class: Generated<string>
    retention_start: string | null
    happened: string
    what: string
  }
  'kith.family_tracing_current': {
    council: number
    id: string
    line: string
    supersedes: string | null
    change: string
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: string
    tx: string
    retention_class: string
    retention_start: string | null
    happened: string
    what: string
  }
  'kith.file_decision': {
    council: number
    id: Generated<string>
    line: string
    supersedes: string | null
    change: Generated<string>
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: Generated<string>
    tx: Generated<string>
    retention_class: Generated<string>
    retention_start: string | null
    request: string
    on_table: string
    on_row: string
    goes: string
    kind: string | null
  }
  'kith.file_decision_current': {
    council: number
    id: string
    line: string
    supersedes: string | null
    change: string
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: string
    tx: string
    retention_class: string
    retention_start: string | null
    request: string
    on_table: string
    on_row: string
    goes: string
    kind: string | null
  }
  'kith.file_made': {
    council: number
    id: Generated<string>
    line: string
    supersedes: string | null
    change: Generated<string>
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: Generated<string>
    tx: Generated<string>
    retention_class: Generated<string>
    retention_start: string | null
    request: string
    made: string
    decided: string[]
    out_whole: number
    struck: number
    kept_back: number
    drafts: number
    left_out: Generated<string[]>
  }
  'kith.file_made_current': {
    council: number
    id: string
    line: string
    supersedes: string | null
    change: string
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: string
    tx: string
    retention_class: string
    retention_start: string | null
    request: string
    made: string
    decided: string[]
    out_whole: number
    struck: number
    kept_back: number
    drafts: number
    left_out: string[]
  }
  'kith.file_request': {
    council: number
    id: Generated<string>
    line: string
    supersedes: string | null
    change: Generated<string>
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: Generated<string>
    tx: Generated<string>
    retention_class: Generated<string>
    retention_start: string | null
    asked: string
    asker: string
    identity: string
    shown_on: string | null
    answers: string
    extended_on: string | null
    outcome: string | null
    ended: string | null
    handed: string | null
    support: string | null
    left_out: Generated<string[]>
  }
  'kith.file_request_current': {
    council: number
    id: string
    line: string
    supersedes: string | null
    change: string
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: string
    tx: string
    retention_class: string
    retention_start: string | null
    asked: string
    asker: string
    identity: string
    shown_on: string | null
    answers: string
    extended_on: string | null
    outcome: string | null
    ended: string | null
    handed: string | null
    support: string | null
    left_out: string[]
  }
  'kith.guardianship_notice': {
    council: number
    id: Generated<string>
    line: string
    supersedes: string | null
    change: Generated<string>
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: Generated<string>
    tx: Generated<string>
    retention_class: Generated<string>
    retention_start: string | null
    received: string
    reported: string | null
    withdrawn: string | null
  }
  'kith.guardianship_notice_current': {
    council: number
    id: string
    line: string
    supersedes: string | null
    change: string
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: string
    tx: string
    retention_class: string
    retention_start: string | null
    received: string
    reported: string | null
    withdrawn: string | null
  }
  'kith.health_assessment': {
    council: number
    id: Generated<string>
    line: string
    supersedes: string | null
    change: Generated<string>
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: Generated<string>
    tx: Generated<string>
    retention_class: Generated<string>
    retention_start: string | null
    kind: string
    happened: string
    by_role: string
    outcome: Generated<string>
    reported: string | null
    mode: string | null
  }
  'kith.health_assessment_current': {
    council: number
    id: string
    line: string
    supersedes: string | null
    change: string
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: string
    tx: string
    retention_class: string
    retention_start: string | null
    kind: string
    happened: string
    by_role: string
    outcome: string
    reported: string | null
    mode: string | null
  }
  'kith.health_consent': {
    council: number
    id: Generated<string>
    line: string
    supersedes: string | null
    change: Generated<string>
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: Generated<string>
    tx: Generated<string>
    retention_class: Generated<string>
    retention_start: string | null
    about: string
    answer: string
    by_whom: string
    understands: string
    decided: string
    offered_again: string | null
  }
  'kith.health_consent_current': {
    council: number
    id: string
    line: string
    supersedes: string | null
    change: string
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: string
    tx: string
    retention_class: string
    retention_start: string | null
    about: string
    answer: string
    by_whom: string
    understands: string
    decided: string
    offered_again: string | null
  }
  'kith.health_list': {
    council: number
    id: Generated<string>
    kind: string
    provider: string
    of_day: string
    fingerprint: string
    rows_read: number
    recorded_by: string
    recorded: Generated<string>
  }
  'kith.health_list_decision': {
    council: number
    id: Generated<string>
    line: string
    supersedes: string | null
    change: Generated<string>
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: Generated<string>
    tx: Generated<string>
    retention_class: Generated<string>
    retention_start: string | null
    of_row: string
    decision: string
  }
  'kith.health_list_decision_current': {
    council: number
    id: string
    line: string
    supersedes: string | null
    change: string
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: string
    tx: string
    retention_class: string
    retention_start: string | null
    of_row: string
    decision: string
  }
  'kith.health_list_fault': {
    council: number
    id: Generated<string>
    list: string
    row_number: number
    field: string | null
    says: string
    recorded_by: string
    recorded: Generated<string>
  }
  'kith.health_list_row': {
    council: number
    id: Generated<string>
    line: string
    supersedes: string | null
    change: Generated<string>
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: Generated<string>
    tx: Generated<string>
    retention_class: Generated<string>
    retention_start: string | null
    list: string
    row_number: number
    outcome: string
    fields: Generated<string[]>
    reference: string | null
    on_table: string | null
    on_line: string | null
  }
  'kith.health_list_row_current': {
    council: number
    id: string
    line: string
    supersedes: string | null
    change: string
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: string
    tx: string
    retention_class: string
    retention_start: string | null
    list: string
    row_number: number
    outcome: string
    fields: string[]
    reference: string | null
    on_table: string | null
    on_line: string | null
  }
  'kith.health_referral': {
    council: number
    id: Generated<string>
    line: string
    supersedes: string | null
    change: Generated<string>
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: Generated<string>
    tx: Generated<string>
    retention_class: Generated<string>
    retention_start: string | null
    asked: string
    asked_for: string
    asked_by: string
    answer: string | null
    answered: string | null
    offered: string | null
    seen: string | null
    seen_by: string | null
    mode: string | null
    waits_for: string | null
    outcome: string | null
    ended: string | null
    paid_by: string | null
    escalated: string | null
    escalated_to: string | null
    received: string | null
  }
  'kith.health_referral_current': {
    council: number
    id: string
    line: string
    supersedes: string | null
    change: string
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: string
    tx: string
    retention_class: string
    retention_start: string | null
    asked: string
    asked_for: string
    asked_by: string
    answer: string | null
    answered: string | null
    offered: string | null
    seen: string | null
    seen_by: string | null
    mode: string | null
    waits_for: string | null
    outcome: string | null
    ended: string | null
    paid_by: string | null
    escalated: string | null
    escalated_to: string | null
    received: string | null
  }
  'kith.home_check': {
    council: number
    id: Generated<string>
    line: string
    supersedes: string | null
    change: Generated<string>
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: Generated<string>
    tx: Generated<string>
    retention_class: Generated<string>
    retention_start: string | null
    placement: string
    suitable: string | null
    seen: string | null
    not_seen: Generated<boolean>
    officer_told: string | null
    reviewed: string | null
    emergency: Generated<boolean>
    relatives: string | null
    no_relatives: Generated<boolean>
    area_told: string | null
    country: string | null
    court_approved: string | null
  }
  'kith.home_check_current': {
    council: number
    id: string
    line: string
    supersedes: string | null
    change: string
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: string
    tx: string
    retention_class: string
    retention_start: string | null
    placement: string
    suitable: string | null
    seen: string | null
    not_seen: boolean
    officer_told: string | null
    reviewed: string | null
    emergency: boolean
    relatives: string | null
    no_relatives: boolean
    area_told: string | null
    country: string | null
    court_approved: string | null
  }
  'kith.home_choice': {
    council: number
    id: Generated<string>
    line: string
    supersedes: string | null
    change: Generated<string>
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: Generated<string>
    tx: Generated<string>
    retention_class: Generated<string>
    retention_start: string | null
    placement: string
    decided: string
    so: string[]
    not_so: string[]
  }
  'kith.home_choice_current': {
    council: number
    id: string
    line: string
    supersedes: string | null
    change: string
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: string
    tx: string
    retention_class: string
    retention_start: string | null
    placement: string
    decided: string
    so: string[]
    not_so: string[]
  }
  'kith.home_distance': {
    council: number
    id: Generated<string>
    line: string
    supersedes: string | null
    change: Generated<string>
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: Generated<string>
    tx: Generated<string>
    retention_class: Generated<string>
    retention_start: string | null
    placement: string
    on_day: string
    reason: string
    answer: string
    wish: string
    would_help: Generated<string[]>
    nearer_by: string | null
    officer_agreed: string | null
    school_minutes: number | null
    family_minutes: number | null
    health: string | null
  }
  'kith.home_distance_current': {
    council: number
    id: string
    line: string
    supersedes: string | null
    change: string
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: string
    tx: string
    retention_class: string
    retention_start: string | null
    placement: string
    on_day: string
    reason: string
    answer: string
    wish: string
    would_help: string[]
    nearer_by: string | null
    officer_agreed: string | null
    school_minutes: number | null
    family_minutes: number | null
    health: string | null
  }
  'kith.home_request': {
    council: number
    id: Generated<string>
    line: string
    supersedes: string | null
    change: Generated<string>
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: Generated<string>
    tx: Generated<string>
    retention_class: Generated<string>
    retention_start: string | null
    needed_by: string
    emergency: boolean
    kinds: string[]
    family_considered: boolean
    no_family_home: boolean
    living_with: string
    with_siblings: string[] | null
    needs: string[]
    must_have: string[]
    hopes: string[]
    no_pets: string[]
    school_year: number | null
    faith_matters: boolean
    closed: string | null
    closed_why: string | null
  }
  'kith.home_request_current': {
    council: number
    id: string
    line: string
    supersedes: string | null
    change: string
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: string
    tx: string
    retention_class: string
    retention_start: string | null
    needed_by: string
    emergency: boolean
    kinds: string[]
    family_considered: boolean
    no_family_home: boolean
    living_with: string
    with_siblings: string[] | null
    needs: string[]
    must_have: string[]
    hopes: string[]
    no_pets: string[]
    school_year: number | null
    faith_matters: boolean
    closed: string | null
    closed_why: string | null
  }
  'kith.home_step': {
    council: number
    id: Generated<string>
    line: string
    supersedes: string | null
    change: Generated<string>
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: Generated<string>
    tx: Generated<string>
    retention_class: Generated<string>
    retention_start: string | null
    request: string
    household: string
    kind: string
    happened: string
    version: string | null
    left_out: string[] | null
    until: string | null
    reason: string | null
    settings: Generated<string | null>
  }
  'kith.home_step_current': {
    council: number
    id: string
    line: string
    supersedes: string | null
    change: string
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: string
    tx: string
    retention_class: string
    retention_start: string | null
    request: string
    household: string
    kind: string
    happened: string
    version: string | null
    left_out: string[] | null
    until: string | null
    reason: string | null
    settings: string | null
  }
  'kith.household': {
    council: number
    id: Generated<string>
    line: string
    supersedes: string | null
    change: Generated<string>
    said: Buffer | null
    recorded_by: string
    recorded: Generated<string>
    retention_class: Generated<string>
    retention_start: string | null
    kind: string
    number: string | null
    supervisor: string | null
    supervision_weeks: number | null
    bedrooms: number | null
    step_free: boolean | null
    languages: string[] | null
    pets: string[] | null
    prefers: string[]
    closed: string | null
  }
  'kith.household_address': {
    council: number
    id: Generated<string>
    line: string
    supersedes: string | null
    change: Generated<string>
    said: Buffer | null
    recorded_by: string
    recorded: Generated<string>
    retention_class: Generated<string>
    retention_start: string | null
    household: string
    postcode: string
    since: string
    audience: string[] | null
    power: string | null
    decided: string | null
  }
  'kith.household_address_current': {
    council: number
    id: string
    line: string
    supersedes: string | null
    change: string
    said: Buffer | null
    recorded_by: string
    recorded: string
    retention_class: string
    retention_start: string | null
    household: string
    postcode: string
    since: string
    audience: string[] | null
    power: string | null
    decided: string | null
  }
  'kith.household_approval': {
    council: number
    id: Generated<string>
    line: string
    supersedes: string | null
    change: Generated<string>
    said: Buffer | null
    recorded_by: string
    recorded: Generated<string>
    retention_class: Generated<string>
    retention_start: string | null
    household: string
    decided: string
    decided_by: string
    kinds: string[]
    temporary: boolean
    named_only: boolean
    places: number
    age_from: number
    age_to: number
    sexes: string
    since: string
    until: string | null
  }
  'kith.household_approval_current': {
    council: number
    id: string
    line: string
    supersedes: string | null
    change: string
    said: Buffer | null
    recorded_by: string
    recorded: string
    retention_class: string
    retention_start: string | null
    household: string
    decided: string
    decided_by: string
    kinds: string[]
    temporary: boolean
    named_only: boolean
    places: number
    age_from: number
    age_to: number
    sexes: string
    since: string
    until: string | null
  }
  'kith.household_current': {
    council: number
    id: string
    line: string
    supersedes: string | null
    change: string
    said: Buffer | null
    recorded_by: string
    recorded: string
    retention_class: string
    retention_start: string | null
    kind: string
    number: string | null
    supervisor: string | null
    supervision_weeks: number | null
    bedrooms: number | null
    step_free: boolean | null
    languages: string[] | null
    pets: string[] | null
    prefers: string[]
    closed: string | null
  }
  'kith.household_event': {
    council: number
    id: Generated<string>
    line: string
    supersedes: string | null
    change: Generated<string>
    said: Buffer | null
    recorded_by: string
    recorded: Generated<string>
    retention_class: Generated<string>
    retention_start: string | null
    household: string
    kind: string
    happened: string
  }
  'kith.household_event_current': {
    council: number
    id: string
    line: string
    supersedes: string | null
    change: string
    said: Buffer | null
    recorded_by: string
    recorded: string
    retention_class: string
    retention_start: string | null
    household: string
    kind: string
    happened: string
  }
  'kith.household_hold': {
    council: number
    id: Generated<string>
    line: string
    supersedes: string | null
    change: Generated<string>
    said: Buffer | null
    recorded_by: string
    recorded: Generated<string>
    retention_class: Generated<string>
    retention_start: string | null
    household: string
    kind: string
    places: number | null
    since: string
    until: string | null
  }
  'kith.household_hold_current': {
    council: number
    id: string
    line: string
    supersedes: string | null
    change: string
    said: Buffer | null
    recorded_by: string
    recorded: string
    retention_class: string
    retention_start: string | null
    household: string
    kind: string
    places: number | null
    since: string
    until: string | null
  }
  'kith.household_person': {
    council: number
    id: Generated<string>
    line: string
    supersedes: string | null
    change: Generated<string>
    said: Buffer | null
    recorded_by: string
    recorded: Generated<string>
    retention_class: Generated<string>
    retention_start: string | null
    household: string
    part: string
    born: string | null
    since: string | null
    until: string | null
  }
  'kith.household_person_current': {
    council: number
    id: string
    line: string
    supersedes: string | null
    change: string
    said: Buffer | null
    recorded_by: string
    recorded: string
    retention_class: string
    retention_start: string | null
    household: string
    part: string
    born: string | null
    since: string | null
    until: string | null
  }
  'kith.household_skill': {
    council: number
    id: Generated<string>
    line: string
    supersedes: string | null
    change: Generated<string>
    said: Buffer | null
    recorded_by: string
    recorded: Generated<string>
    retention_class: Generated<string>
    retention_start: string | null
    household: string
    kind: string
    level: string
    learned: string | null
    renew_by: string | null
  }
  'kith.household_skill_current': {
    council: number
    id: string
    line: string
    supersedes: string | null
    change: string
    said: Buffer | null
    recorded_by: string
    recorded: string
    retention_class: string
    retention_start: string | null
    household: string
    kind: string
    level: string
    learned: string | null
    renew_by: string | null
  }
  'kith.identity_code': {
    council: number
    id: Generated<string>
    line: string
    supersedes: string | null
    change: Generated<string>
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: Generated<string>
    tx: Generated<string>
    retention_class: Generated<string>
    retention_start: string | null
    kind: string
    code: string
    since: string | null
    audience: string[] | null
    must_not_know: string[] | null
    audience_decision: string | null
  }
  'kith.identity_code_current': {
    council: number
    id: string
    line: string
    supersedes: string | null
    change: string
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: string
    tx: string
    retention_class: string
    retention_start: string | null
    kind: string
    code: string
    since: string | null
    audience: string[] | null
    must_not_know: string[] | null
    audience_decision: string | null
  }
  'kith.identity_talk': {
    council: number
    id: Generated<string>
    line: string
    supersedes: string | null
    change: Generated<string>
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: Generated<string>
    tx: Generated<string>
    retention_class: Generated<string>
    retention_start: string | null
    side: string
    happened: string
    told_by: string
    set_off_by: string | null
    set_off_on: string | null
    audience: string[] | null
    must_not_know: string[] | null
    audience_decision: string | null
  }
  'kith.identity_talk_current': {
    council: number
    id: string
    line: string
    supersedes: string | null
    change: string
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: string
    tx: string
    retention_class: string
    retention_start: string | null
    side: string
    happened: string
    told_by: string
    set_off_by: string | null
    set_off_on: string | null
    audience: string[] | null
    must_not_know: string[] | null
    audience_decision: string | null
  }
  'kith.interest': {
    council: number
    id: Generated<string>
    line: string
    supersedes: string | null
    change: Generated<string>
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: Generated<string>
    tx: Generated<string>
    retention_class: Generated<string>
    retention_start: string | null
    state: string
    since: string | null
    hindered: Generated<boolean>
    hindered_since: string | null
  }
  'kith.interest_current': {
    council: number
    id: string
    line: string
    supersedes: string | null
    change: string
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: string
    tx: string
    retention_class: string
    retention_start: string | null
    state: string
    since: string | null
    hindered: boolean
    hindered_since: string | null
  }
  'kith.interim_education': {
    council: number
    id: Generated<string>
    line: string
    supersedes: string | null
    change: Generated<string>
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: Generated<string>
    tx: Generated<string>
    retention_class: Generated<string>
    retention_start: string | null
    kind: string
    since: string
    until: string | null
    hours_a_week: number | null
  }
  'kith.interim_education_current': {
    council: number
    id: string
    line: string
    supersedes: string | null
    change: string
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: string
    tx: string
    retention_class: string
    retention_start: string | null
    kind: string
    since: string
    until: string | null
    hours_a_week: number | null
  }
  'kith.joined_child': {
    council: number
    child: string
    goes_on: string
  }
  'kith.kept_apart': {
    council: number
    id: Generated<string>
    line: string
    supersedes: string | null
    change: Generated<string>
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: Generated<string>
    tx: Generated<string>
    retention_class: Generated<string>
    retention_start: string | null
    kind: string
    other: string | null
    household: string | null
    under_age: number | null
    firmness: string
    decided: string
    ended: string | null
  }
  'kith.kept_apart_current': {
    council: number
    id: string
    line: string
    supersedes: string | null
    change: string
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: string
    tx: string
    retention_class: string
    retention_start: string | null
    kind: string
    other: string | null
    household: string | null
    under_age: number | null
    firmness: string
    decided: string
    ended: string | null
  }
  'kith.kept_child': {
    council: number
    child: string
    kind: string
    named: string[]
    ask: string | null
  }
  'kith.kept_row': {
    council: number
    id: Generated<string>
    line: string
    supersedes: string | null
    change: Generated<string>
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: Generated<string>
    tx: Generated<string>
    retention_class: Generated<string>
    retention_start: string | null
    file: string
    sheet: string
    row_number: number
    field: string | null
    reason: string
    taken: string
  }
  'kith.kept_row_current': {
    council: number
    id: string
    line: string
    supersedes: string | null
    change: string
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: string
    tx: string
    retention_class: string
    retention_start: string | null
    file: string
    sheet: string
    row_number: number
    field: string | null
    reason: string
    taken: string
  }
  'kith.key_event': {
    council: number
    id: Generated<string>
    line: string
    supersedes: string | null
    change: Generated<string>
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: Generated<string>
    tx: Generated<string>
    retention_class: Generated<string>
    retention_start: string | null
    happened: string
    kept_for: string
    on_table: string
    on_line: string
    audience: string[] | null
    must_not_know: string[] | null
    audience_why: string | null
  }
  'kith.key_event_current': {
    council: number
    id: string
    line: string
    supersedes: string | null
    change: string
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: string
    tx: string
    retention_class: string
    retention_start: string | null
    happened: string
    kept_for: string
    on_table: string
    on_line: string
    audience: string[] | null
    must_not_know: string[] | null
    audience_why: string | null
  }
  'kith.leaver_contact': {
    council: number
    id: Generated<string>
    line: string
    supersedes: string | null
    change: Generated<string>
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: Generated<string>
    tx: Generated<string>
    retention_class: Generated<string>
    retention_start: string | null
    happened: string
    made_by: string
    how: string
    outcome: string
    offered: Generated<boolean>
  }
  'kith.leaver_contact_current': {
    council: number
    id: string
    line: string
    supersedes: string | null
    change: string
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: string
    tx: string
    retention_class: string
    retention_start: string | null
    happened: string
    made_by: string
    how: string
    outcome: string
    offered: boolean
  }
  'kith.leaver_home': {
    council: number
    id: Generated<string>
    line: string
    supersedes: string | null
    change: Generated<string>
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: Generated<string>
    tx: Generated<string>
    retention_class: Generated<string>
    retention_start: string | null
    since: string
    until: string | null
    lives: string
    provided: boolean
    suits: boolean | null
  }
  'kith.leaver_home_current': {
    council: number
    id: string
    line: string
    supersedes: string | null
    change: string
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: string
    tx: string
    retention_class: string
    retention_start: string | null
    since: string
    until: string | null
    lives: string
    provided: boolean
    suits: boolean | null
  }
  'kith.leaving_care_end': {
    council: number
    id: Generated<string>
    line: string
    supersedes: string | null
    change: Generated<string>
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: Generated<string>
    tx: Generated<string>
    retention_class: Generated<string>
    retention_start: string | null
    kind: string
    since: string
    until: string | null
    lives_with: string | null
    decided_by: string | null
  }
  'kith.leaving_care_end_current': {
    council: number
    id: string
    line: string
    supersedes: string | null
    change: string
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: string
    tx: string
    retention_class: string
    retention_start: string | null
    kind: string
    since: string
    until: string | null
    lives_with: string | null
    decided_by: string | null
  }
  'kith.legal_basis': {
    council: number
    id: Generated<string>
    line: string
    supersedes: string | null
    change: Generated<string>
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: Generated<string>
    tx: Generated<string>
    retention_class: Generated<string>
    retention_start: string | null
    kind: string
    made: string | null
    made_by: string | null
    until: string | null
    suspended_by: string | null
    ended: string | null
    end_reason: string | null
    court: string | null
    number: string | null
    hearing: string | null
  }
  'kith.legal_basis_current': {
    council: number
    id: string
    line: string
    supersedes: string | null
    change: string
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: string
    tx: string
    retention_class: string
    retention_start: string | null
    kind: string
    made: string | null
    made_by: string | null
    until: string | null
    suspended_by: string | null
    ended: string | null
    end_reason: string | null
    court: string | null
    number: string | null
    hearing: string | null
  }
  'kith.limit_exemption': {
    council: number
    id: Generated<string>
    line: string
    supersedes: string | null
    change: Generated<string>
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: Generated<string>
    tx: Generated<string>
    retention_class: Generated<string>
    retention_start: string | null
    household: string
    granted: string
    until: string | null
    granted_by: string
  }
  'kith.limit_exemption_current': {
    council: number
    id: string
    line: string
    supersedes: string | null
    change: string
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: string
    tx: string
    retention_class: string
    retention_start: string | null
    household: string
    granted: string
    until: string | null
    granted_by: string
  }
  'kith.match_decision': {
    council: number
    id: Generated<string>
    line: string
    supersedes: string | null
    change: Generated<string>
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: Generated<string>
    tx: Generated<string>
    retention_class: Generated<string>
    retention_start: string | null
    request: string
    household: string
    decided: string
    starts: string
    settings: string
    list_hash: string
    listed: string[]
    needed: string[]
    distance_reason: string | null
    approvals: string[] | null
    view: string | null
  }
  'kith.match_decision_current': {
    council: number
    id: string
    line: string
    supersedes: string | null
    change: string
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: string
    tx: string
    retention_class: string
    retention_start: string | null
    request: string
    household: string
    decided: string
    starts: string
    settings: string
    list_hash: string
    listed: string[]
    needed: string[]
    distance_reason: string | null
    approvals: string[] | null
    view: string | null
  }
  'kith.match_review': {
    council: number
    id: Generated<string>
    line: string
    supersedes: string | null
    change: Generated<string>
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: Generated<string>
    tx: Generated<string>
    retention_class: Generated<string>
    retention_start: string | null
    decision: string
    stage: string
    happened: string
    goes: string
  }
  'kith.match_review_current': {
    council: number
    id: string
    line: string
    supersedes: string | null
    change: string
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: string
    tx: string
    retention_class: string
    retention_start: string | null
    decision: string
    stage: string
    happened: string
    goes: string
  }
  'kith.matching_settings': {
    council: number
    id: Generated<string>
    line: string
    supersedes: string | null
    change: Generated<string>
    said: Buffer | null
    recorded_by: string
    recorded: Generated<string>
    retention_class: Generated<string>
    retention_start: string | null
    number: number
    weigh_home: number
    weigh_school: number
    weigh_visits: number
    weigh_needs: number
    weigh_likes: number
    weigh_matters: number
    weigh_asked: number
    steps: number[]
    enough: number
    most: number
    own_over: number | null
    own_by: string | null
    meet_within: number
    approved_share: number
    stays_share: number
    taken_share: number
  }
  'kith.matching_settings_current': {
    council: number
    id: string
    line: string
    supersedes: string | null
    change: string
    said: Buffer | null
    recorded_by: string
    recorded: string
    retention_class: string
    retention_start: string | null
    number: number
    weigh_home: number
    weigh_school: number
    weigh_visits: number
    weigh_needs: number
    weigh_likes: number
    weigh_matters: number
    weigh_asked: number
    steps: number[]
    enough: number
    most: number
    own_over: number | null
    own_by: string | null
    meet_within: number
    approved_share: number
    stays_share: number
    taken_share: number
  }
  'kith.meeting': {
    council: number
    id: Generated<string>
    line: string
    supersedes: string | null
    change: Generated<string>
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: Generated<string>
    tx: Generated<string>
    retention_class: Generated<string>
    retention_start: string | null
    note: string
    how: string
    child_part: string
    next_on: string | null
  }
  'kith.meeting_current': {
    council: number
    id: string
    line: string
    supersedes: string | null
    change: string
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: string
    tx: string
    retention_class: string
    retention_start: string | null
    note: string
    how: string
    child_part: string
    next_on: string | null
  }
  'kith.meeting_guest': {
    council: number
    id: Generated<string>
    line: string
    supersedes: string | null
    change: Generated<string>
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: Generated<string>
    tx: Generated<string>
    retention_class: Generated<string>
    retention_start: string | null
    note: string
    place: number
    who: string
    part: string
  }
  'kith.meeting_guest_current': {
    council: number
    id: string
    line: string
    supersedes: string | null
    change: string
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: string
    tx: string
    retention_class: string
    retention_start: string | null
    note: string
    place: number
    who: string
    part: string
  }
  'kith.meeting_invitation': {
    council: number
    id: Generated<string>
    line: string
    supersedes: string | null
    change: Generated<string>
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: Generated<string>
    tx: Generated<string>
    retention_class: Generated<string>
    retention_start: string | null
    planned: string
    place: number
    who: string
    answer: string
    worker: string | null
  }
  'kith.meeting_invitation_current': {
    council: number
    id: string
    line: string
    supersedes: string | null
    change: string
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: string
    tx: string
    retention_class: string
    retention_start: string | null
    planned: string
    place: number
    who: string
    answer: string
    worker: string | null
  }
  'kith.midpoint_check': {
    council: number
    id: Generated<string>
    line: string
    supersedes: string | null
    change: Generated<string>
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: Generated<string>
    tx: Generated<string>
    retention_class: Generated<string>
    retention_start: string | null
    happened: string
    review: string | null
    looked_at: string[]
    contact: string
    track: string
  }
  'kith.midpoint_check_current': {
    council: number
    id: string
    line: string
    supersedes: string | null
    change: string
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: string
    tx: string
    retention_class: string
    retention_start: string | null
    happened: string
    review: string | null
    looked_at: string[]
    contact: string
    track: string
  }
  'kith.midpoint_progress': {
    council: number
    id: Generated<string>
    line: string
    supersedes: string | null
    change: Generated<string>
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: Generated<string>
    tx: Generated<string>
    retention_class: Generated<string>
    retention_start: string | null
    midpoint: string
    decision: string
    progress: string
  }
  'kith.midpoint_progress_current': {
    council: number
    id: string
    line: string
    supersedes: string | null
    change: string
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: string
    tx: string
    retention_class: string
    retention_start: string | null
    midpoint: string
    decision: string
    progress: string
  }
  'kith.missing_episode': {
    council: number
    id: Generated<string>
    line: string
    supersedes: string | null
    change: Generated<string>
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: Generated<string>
    tx: Generated<string>
    retention_class: Generated<string>
    retention_start: string | null
    kind: string
    since: string
    since_at: string | null
    until: string | null
    until_at: string | null
    police_grading: string | null
  }
  'kith.missing_episode_current': {
    council: number
    id: string
    line: string
    supersedes: string | null
    change: string
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: string
    tx: string
    retention_class: string
    retention_start: string | null
    kind: string
    since: string
    since_at: string | null
    until: string | null
    until_at: string | null
    police_grading: string | null
  }
  'kith.missing_step': {
    council: number
    id: Generated<string>
    line: string
    supersedes: string | null
    change: Generated<string>
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: Generated<string>
    tx: Generated<string>
    retention_class: Generated<string>
    retention_start: string | null
    episode: string
    step: string
    taken: string
    taken_at: string | null
  }
  'kith.missing_step_current': {
    council: number
    id: string
    line: string
    supersedes: string | null
    change: string
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: string
    tx: string
    retention_class: string
    retention_start: string | null
    episode: string
    step: string
    taken: string
    taken_at: string | null
  }
  'kith.motherhood': {
    council: number
    id: Generated<string>
    line: string
    supersedes: string | null
    change: Generated<string>
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: Generated<string>
    tx: Generated<string>
    retention_class: Generated<string>
    retention_start: string | null
    is_mother: boolean
    first_child_born: string | null
  }
  'kith.motherhood_current': {
    council: number
    id: string
    line: string
    supersedes: string | null
    change: string
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: string
    tx: string
    retention_class: string
    retention_start: string | null
    is_mother: boolean
    first_child_born: string | null
  }
  'kith.must_know': {
    council: number
    id: Generated<string>
    line: string
    supersedes: string | null
    change: Generated<string>
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: Generated<string>
    tx: Generated<string>
    retention_class: Generated<string>
    retention_start: string | null
    kind: string
    review_by: string
    ended: string | null
    end_reason: string | null
    audience: string[]
    must_not_know: string[] | null
  }
  'kith.must_know_current': {
    council: number
    id: string
    line: string
    supersedes: string | null
    change: string
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: string
    tx: string
    retention_class: string
    retention_start: string | null
    kind: string
    review_by: string
    ended: string | null
    end_reason: string | null
    audience: string[]
    must_not_know: string[] | null
  }
  'kith.needs_assessment': {
    council: number
    id: Generated<string>
    line: string
    supersedes: string | null
    change: Generated<string>
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: Generated<string>
    tx: Generated<string>
    retention_class: Generated<string>
    retention_start: string | null
    completed: string
    status_considered: Generated<boolean>
    set_off_by: string | null
    set_off_on: string | null
  }
  'kith.needs_assessment_current': {
    council: number
    id: string
    line: string
    supersedes: string | null
    change: string
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: string
    tx: string
    retention_class: string
    retention_start: string | null
    completed: string
    status_considered: boolean
    set_off_by: string | null
    set_off_on: string | null
  }
  'kith.night_audit_standing': {
    council: number
    child: string
    day: string
    stands: unknown
  }
  'kith.night_figure': {
    council: number
    day: string
    indicator: string
    version: number
    since: string
    above: number
    below: number | null
    value: number | null
    unknown: number
    made: string
  }
  'kith.night_figure_outside': {
    council: number
    day: string
    indicator: string
    above: string | null
    below: string | null
    value: string | null
  }
  'kith.night_place': {
    council: number
    id: Generated<string>
    line: string
    supersedes: string | null
    change: Generated<string>
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: Generated<string>
    tx: Generated<string>
    retention_class: Generated<string>
    retention_start: string | null
    since: string
    until: string | null
    kind: string
    place: string | null
  }
  'kith.night_place_current': {
    council: number
    id: string
    line: string
    supersedes: string | null
    change: string
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: string
    tx: string
    retention_class: string
    retention_start: string | null
    since: string
    until: string | null
    kind: string
    place: string | null
  }
  'kith.night_standing': {
    council: number
    child: string
    day: string
    stands: unknown
  }
  'kith.night_worker': {
    council: number
    worker: string
    day: string
    stands: unknown
    posts: number | null
    children: number
  }
  'kith.nightly_expected': {
    council: number
    id: Generated<string>
    kind: string
    days: string
    by_hour: number | null
    recorded_by: string
    recorded: Generated<string>
  }
  'kith.nightly_gone': {
    council: number
    id: Generated<string>
    kind: string
    child: string
    of_table: string
    of_line: string
    known_as: string | null
    state: string
    because: string | null
    recorded_by: string
    recorded: Generated<string>
  }
  'kith.nightly_take': {
    council: number
    id: Generated<string>
    kind: string
    began: string
    rows_read: number
    added: number
    changed: number
    gone: number
    contradicts: number
    not_taken: number
    recorded_by: string
    recorded: Generated<string>
  }
  'kith.note': {
    council: number
    id: Generated<string>
    line: string
    supersedes: string | null
    change: Generated<string>
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: Generated<string>
    tx: Generated<string>
    retention_class: Generated<string>
    retention_start: string | null
    event: string
    kind: string
    happened: string
    began: string | null
    present: Generated<string[]>
    came_from: Generated<string>
    terms: Generated<string>
    on_table: string | null
    on_line: string | null
  }
  'kith.note_current': {
    council: number
    id: string
    line: string
    supersedes: string | null
    change: string
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: string
    tx: string
    retention_class: string
    retention_start: string | null
    event: string
    kind: string
    happened: string
    began: string | null
    present: string[]
    came_from: string
    terms: string
    on_table: string | null
    on_line: string | null
  }
  'kith.note_paragraph': {
    council: number
    id: Generated<string>
    line: string
    supersedes: string | null
    change: Generated<string>
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: Generated<string>
    tx: Generated<string>
    retention_class: Generated<string>
    retention_start: string | null
    note: string
    place: number
    about: string
    person: string | null
    audience: string[] | null
    must_not_know: string[] | null
    audience_why: string | null
    audience_decision: string | null
  }
  'kith.note_paragraph_current': {
    council: number
    id: string
    line: string
    supersedes: string | null
    change: string
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: string
    tx: string
    retention_class: string
    retention_start: string | null
    note: string
    place: number
    about: string
    person: string | null
    audience: string[] | null
    must_not_know: string[] | null
    audience_why: string | null
    audience_decision: string | null
  }
  'kith.notice': {
    council: number
    id: Generated<string>
    recipient: string
    child: string
    what: string
    subject: unknown
    recorded_by: string
    recorded: Generated<string>
  }
  'kith.open_person': {
    council: number
    person: string
  }
  'kith.organisation': {
    council: number
    id: Generated<string>
    line: string
    supersedes: string | null
    change: Generated<string>
    said: Buffer | null
    recorded_by: string
    recorded: Generated<string>
    retention_class: Generated<string>
    retention_start: string | null
    provider: string
    issuer: string
    name: string
    kind: string
    agreement: string
    since: string
    until: string
    purposes: string[]
    answers: string
  }
  'kith.organisation_current': {
    council: number
    id: string
    line: string
    supersedes: string | null
    change: string
    said: Buffer | null
    recorded_by: string
    recorded: string
    retention_class: string
    retention_start: string | null
    provider: string
    issuer: string
    name: string
    kind: string
    agreement: string
    since: string
    until: string
    purposes: string[]
    answers: string
  }
  'kith.organisation_worker': {
    council: number
    id: Generated<string>
    line: string
    supersedes: string | null
    change: Generated<string>
    said: Buffer | null
    recorded_by: string
    recorded: Generated<string>
    retention_class: Generated<string>
    retention_start: string | null
    person: string
    organisation: string
    works_there: boolean
  }
  'kith.organisation_worker_current': {
    council: number
    id: string
    line: string
    supersedes: string | null
    change: string
    said: Buffer | null
    recorded_by: string
    recorded: string
    retention_class: string
    retention_start: string | null
    person: string
    organisation: string
    works_there: boolean
  }
  'kith.out_of_sight': {
    council: number
    id: Generated<string>
    record: string
    child: string | null
    reason: string
    asked_by: string
    asked: Generated<string>
    agreed_by: string | null
    agreed: string | null
  }
  'kith.own_child': {
    council: number
    person: string
    child: string
  }
  'kith.own_family': {
    council: number
    id: Generated<string>
    person: string
    child: string
    supersedes: string | null
    retracted: Generated<boolean>
    recorded_by: string
    recorded: Generated<string>
    retention_class: Generated<string>
    retention_start: string | null
    how: Generated<string>
    known: string | null
    stands_in: string | null
  }
  'kith.page_there': {
    council: number
    id: Generated<string>
    kind: string
    address: string | null
    recorded_by: string
    recorded: Generated<string>
  }
  'kith.parent_assessment': {
    council: number
    id: Generated<string>
    line: string
    supersedes: string | null
    change: Generated<string>
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: Generated<string>
    tx: Generated<string>
    retention_class: Generated<string>
    retention_start: string | null
    placement: string
    completed: string
    decided: string | null
    outcome: string | null
    set_off_by: string | null
    set_off_on: string | null
  }
  'kith.parent_assessment_current': {
    council: number
    id: string
    line: string
    supersedes: string | null
    change: string
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: string
    tx: string
    retention_class: string
    retention_start: string | null
    placement: string
    completed: string
    decided: string | null
    outcome: string | null
    set_off_by: string | null
    set_off_on: string | null
  }
  'kith.pathway_review': {
    council: number
    id: Generated<string>
    line: string
    supersedes: string | null
    change: Generated<string>
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: Generated<string>
    tx: Generated<string>
    retention_class: Generated<string>
    retention_start: string | null
    held: string
    accommodation: boolean
    next_months: number
  }
  'kith.pathway_review_ask': {
    council: number
    id: Generated<string>
    line: string
    supersedes: string | null
    change: Generated<string>
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: Generated<string>
    tx: Generated<string>
    retention_class: Generated<string>
    retention_start: string | null
    asked: string
    asked_by: string
  }
  'kith.pathway_review_ask_current': {
    council: number
    id: string
    line: string
    supersedes: string | null
    change: string
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: string
    tx: string
    retention_class: string
    retention_start: string | null
    asked: string
    asked_by: string
  }
  'kith.pathway_review_current': {
    council: number
    id: string
    line: string
    supersedes: string | null
    change: string
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: string
    tx: string
    retention_class: string
    retention_start: string | null
    held: string
    accommodation: boolean
    next_months: number
  }
  'kith.permanence_plan': {
    council: number
    id: Generated<string>
    line: string
    supersedes: string | null
    change: Generated<string>
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: Generated<string>
    tx: Generated<string>
    retention_class: Generated<string>
    retention_start: string | null
    option: string
    parallel: Generated<string[]>
    decided: string
    review: string | null
    waits_for: string
    waits_since: string | null
  }
  'kith.permanence_plan_current': {
    council: number
    id: string
    line: string
    supersedes: string | null
    change: string
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: string
    tx: string
    retention_class: string
    retention_start: string | null
    option: string
    parallel: string[]
    decided: string
    review: string | null
    waits_for: string
    waits_since: string | null
  }
  'kith.person': {
    council: number
    id: Generated<string>
    source: string | null
    recorded_by: string
    recorded: Generated<string>
  }
  'kith.place_held': {
    council: number
    id: Generated<string>
    line: string
    supersedes: string | null
    change: Generated<string>
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: Generated<string>
    tx: Generated<string>
    retention_class: Generated<string>
    retention_start: string | null
    kind: string
    placement: string | null
    since: string
    look_again: string | null
    until: string | null
    outcome: string | null
    household: string | null
  }
  'kith.place_held_current': {
    council: number
    id: string
    line: string
    supersedes: string | null
    change: string
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: string
    tx: string
    retention_class: string
    retention_start: string | null
    kind: string
    placement: string | null
    since: string
    look_again: string | null
    until: string | null
    outcome: string | null
    household: string | null
  }
  'kith.placed_here': {
    council: number
    id: Generated<string>
    line: string
    supersedes: string | null
    change: string
    noticed: string
    began: string
    left_on: string | null
    legal: string
    health_told: string | null
    virtual_school_told: string | null
    out_of_hours_told: string | null
    said: Buffer
    retention_class: Generated<string>
    retention_start: string | null
    recorded_by: string
    recorded: Generated<string>
  }
  'kith.placed_here_current': {
    council: number
    id: string
    line: string
    supersedes: string | null
    change: string
    noticed: string
    began: string
    left_on: string | null
    legal: string
    health_told: string | null
    virtual_school_told: string | null
    out_of_hours_told: string | null
    said: Buffer
    retention_class: string
    retention_start: string | null
    recorded_by: string
    recorded: string
  }
  'kith.placement': {
    council: number
    id: Generated<string>
    line: string
    supersedes: string | null
    change: Generated<string>
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: Generated<string>
    tx: Generated<string>
    retention_class: Generated<string>
    retention_start: string | null
    during: string
    start_known: Generated<boolean>
    kind: string
    provider: string | null
    registration: string | null
    home: string | null
    place: string | null
    start_reason: string | null
    same_carers: Generated<boolean>
    planned: boolean | null
  }
  'kith.placement_current': {
    council: number
    id: string
    line: string
    supersedes: string | null
    change: string
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: string
    tx: string
    retention_class: string
    retention_start: string | null
    during: string
    start_known: boolean
    kind: string
    provider: string | null
    registration: string | null
    home: string | null
    place: string | null
    start_reason: string | null
    same_carers: boolean
    planned: boolean | null
  }
  'kith.placement_decision': {
    council: number
    id: Generated<string>
    line: string
    supersedes: string | null
    change: Generated<string>
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: Generated<string>
    tx: Generated<string>
    retention_class: Generated<string>
    retention_start: string | null
    placement: string
    kind: string
    since: string
    until: string | null
    weeks: number | null
    conditions: string[] | null
    officer_told: string | null
  }
  'kith.placement_decision_current': {
    council: number
    id: string
    line: string
    supersedes: string | null
    change: string
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: string
    tx: string
    retention_class: string
    retention_start: string | null
    placement: string
    kind: string
    since: string
    until: string | null
    weeks: number | null
    conditions: string[] | null
    officer_told: string | null
  }
  'kith.placement_distance': {
    council: number
    placement: string
    child: string
    metres: number | null
    miles: string | null
    band: string | null
    inside: boolean | null
    adjoining: boolean | null
    missing: string | null
    edition: string | null
    audience: string[] | null
    must_not_know: string[] | null
    recorded_by: string
    recorded: Generated<string>
  }
  'kith.placement_household': {
    council: number
    id: Generated<string>
    line: string
    supersedes: string | null
    change: Generated<string>
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: Generated<string>
    tx: Generated<string>
    retention_class: Generated<string>
    retention_start: string | null
    placement: string
    household: string
  }
  'kith.placement_household_current': {
    council: number
    id: string
    line: string
    supersedes: string | null
    change: string
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: string
    tx: string
    retention_class: string
    retention_start: string | null
    placement: string
    household: string
  }
  'kith.placement_plan': {
    council: number
    id: Generated<string>
    line: string
    supersedes: string | null
    change: Generated<string>
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: Generated<string>
    tx: Generated<string>
    retention_class: Generated<string>
    retention_start: string | null
    placement: string
    prepared: string | null
    signed: string | null
    late_reason: string | null
    report_hours: number | null
    edition: string | null
    signed_by: string | null
  }
  'kith.placement_plan_current': {
    council: number
    id: string
    line: string
    supersedes: string | null
    change: string
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: string
    tx: string
    retention_class: string
    retention_start: string | null
    placement: string
    prepared: string | null
    signed: string | null
    late_reason: string | null
    report_hours: number | null
    edition: string | null
    signed_by: string | null
  }
  'kith.placement_standing': {
    council: number
    id: string
    child: string
    during: string
  }
  'kith.plan': {
    council: number
    id: Generated<string>
    line: string
    supersedes: string | null
    change: Generated<string>
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: Generated<string>
    tx: Generated<string>
    retention_class: Generated<string>
    retention_start: string | null
    kind: string
  }
  'kith.plan_copy': {
    council: number
    id: Generated<string>
    line: string
    supersedes: string | null
    change: Generated<string>
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: Generated<string>
    tx: Generated<string>
    retention_class: Generated<string>
    retention_start: string | null
    plan: string
    edition: string
    recipient: string
    given: string | null
    withheld: string | null
  }
  'kith.plan_copy_current': {
    council: number
    id: string
    line: string
    supersedes: string | null
    change: string
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: string
    tx: string
    retention_class: string
    retention_start: string | null
    plan: string
    edition: string
    recipient: string
    given: string | null
    withheld: string | null
  }
  'kith.plan_current': {
    council: number
    id: string
    line: string
    supersedes: string | null
    change: string
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: string
    tx: string
    retention_class: string
    retention_start: string | null
    kind: string
  }
  'kith.plan_edition': {
    council: number
    id: Generated<string>
    line: string
    supersedes: string | null
    change: Generated<string>
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: Generated<string>
    tx: Generated<string>
    retention_class: Generated<string>
    retention_start: string | null
    plan: string
    number: number
  }
  'kith.plan_edition_current': {
    council: number
    id: string
    line: string
    supersedes: string | null
    change: string
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: string
    tx: string
    retention_class: string
    retention_start: string | null
    plan: string
    number: number
  }
  'kith.plan_part': {
    council: number
    id: Generated<string>
    line: string
    supersedes: string | null
    change: Generated<string>
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: Generated<string>
    tx: Generated<string>
    retention_class: Generated<string>
    retention_start: string | null
    plan: string
    edition: string
    part: string
    version: number
    previous: GeneratedAlways<number | null>
    merges: string | null
  }
  'kith.plan_part_current': {
    council: number
    id: string
    line: string
    supersedes: string | null
    change: string
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: string
    tx: string
    retention_class: string
    retention_start: string | null
    plan: string
    edition: string
    part: string
    version: number
    previous: number | null
    merges: string | null
  }
  'kith.plan_state': {
    council: number
    id: Generated<string>
    line: string
    supersedes: string | null
    change: Generated<string>
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: Generated<string>
    tx: Generated<string>
    retention_class: Generated<string>
    retention_start: string | null
    plan: string
    edition: string
    state: string
    versions: string[] | null
    on_paper: Generated<boolean>
    agreed: string | null
    paper_document: string | null
  }
  'kith.plan_state_current': {
    council: number
    id: string
    line: string
    supersedes: string | null
    change: string
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: string
    tx: string
    retention_class: string
    retention_start: string | null
    plan: string
    edition: string
    state: string
    versions: string[] | null
    on_paper: boolean
    agreed: string | null
    paper_document: string | null
  }
  'kith.plan_unmerged': {
    council: number
    id: Generated<string>
    line: string
    supersedes: string | null
    change: Generated<string>
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: Generated<string>
    tx: Generated<string>
    retention_class: Generated<string>
    retention_start: string | null
    plan: string
    edition: string
    part: string
    read_version: number
    because: string
  }
  'kith.plan_unmerged_current': {
    council: number
    id: string
    line: string
    supersedes: string | null
    change: string
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: string
    tx: string
    retention_class: string
    retention_start: string | null
    plan: string
    edition: string
    part: string
    read_version: number
    because: string
  }
  'kith.planned_meeting': {
    council: number
    id: Generated<string>
    line: string
    supersedes: string | null
    change: Generated<string>
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: Generated<string>
    tx: Generated<string>
    retention_class: Generated<string>
    retention_start: string | null
    gathering: string
    kind: string
    meets: string
    begins: string | null
    how: string
    state: Generated<string>
    note: string | null
  }
  'kith.planned_meeting_current': {
    council: number
    id: string
    line: string
    supersedes: string | null
    change: string
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: string
    tx: string
    retention_class: string
    retention_start: string | null
    gathering: string
    kind: string
    meets: string
    begins: string | null
    how: string
    state: string
    note: string | null
  }
  'kith.practice': {
    council: number
    id: Generated<string>
    line: string
    supersedes: string | null
    change: Generated<string>
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: Generated<string>
    tx: Generated<string>
    retention_class: Generated<string>
    retention_start: string | null
    kind: string
    since: string
    until: string | null
    near: string | null
  }
  'kith.practice_audit': {
    council: number
    id: Generated<string>
    line: string
    supersedes: string | null
    change: Generated<string>
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: Generated<string>
    tx: Generated<string>
    retention_class: Generated<string>
    retention_start: string | null
    round: string
    auditor: string
    drawn: string
    place: Generated<number>
    stratum: string
    due: string
    again: string | null
  }
  'kith.practice_audit_current': {
    council: number
    id: string
    line: string
    supersedes: string | null
    change: string
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: string
    tx: string
    retention_class: string
    retention_start: string | null
    round: string
    auditor: string
    drawn: string
    place: number
    stratum: string
    due: string
    again: string | null
  }
  'kith.practice_concern': {
    council: number
    id: Generated<string>
    line: string
    supersedes: string | null
    change: Generated<string>
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: Generated<string>
    tx: Generated<string>
    retention_class: Generated<string>
    retention_start: string | null
    audit: string | null
    kind: string
    raised: string
    named: string
    rung: boolean
  }
  'kith.practice_concern_current': {
    council: number
    id: string
    line: string
    supersedes: string | null
    change: string
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: string
    tx: string
    retention_class: string
    retention_start: string | null
    audit: string | null
    kind: string
    raised: string
    named: string
    rung: boolean
  }
  'kith.practice_current': {
    council: number
    id: string
    line: string
    supersedes: string | null
    change: string
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: string
    tx: string
    retention_class: string
    retention_start: string | null
    kind: string
    since: string
    until: string | null
    near: string | null
  }
  'kith.practice_theme': {
    council: number
    id: Generated<string>
    line: string
    supersedes: string | null
    change: Generated<string>
    said: Buffer | null
    recorded_by: string
    recorded: Generated<string>
    retention_class: Generated<string>
    retention_start: string | null
    tag: string
    owner: string
    since: string
    due: string
    learned: string | null
    changed: string | null
  }
  'kith.practice_theme_current': {
    council: number
    id: string
    line: string
    supersedes: string | null
    change: string
    said: Buffer | null
    recorded_by: string
    recorded: string
    retention_class: string
    retention_start: string | null
    tag: string
    owner: string
    since: string
    due: string
    learned: string | null
    changed: string | null
  }
  'kith.previous_permanence': {
    council: number
    id: Generated<string>
    line: string
    supersedes: string | null
    change: Generated<string>
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: Generated<string>
    tx: Generated<string>
    retention_class: Generated<string>
    retention_start: string | null
    kind: string
    authority: string | null
    ended_year: number | null
    ended_month: number | null
    ended_day: number | null
  }
  'kith.previous_permanence_current': {
    council: number
    id: string
    line: string
    supersedes: string | null
    change: string
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: string
    tx: string
    retention_class: string
    retention_start: string | null
    kind: string
    authority: string | null
    ended_year: number | null
    ended_month: number | null
    ended_day: number | null
  }
  'kith.proceedings': {
    council: number
    id: Generated<string>
    line: string
    supersedes: string | null
    change: Generated<string>
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: Generated<string>
    tx: Generated<string>
    retention_class: Generated<string>
    retention_start: string | null
    issued: string
    extensions: Generated<number>
    final: string | null
    kind: string | null
  }
  'kith.proceedings_current': {
    council: number
    id: string
    line: string
    supersedes: string | null
    change: string
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: string
    tx: string
    retention_class: string
    retention_start: string | null
    issued: string
    extensions: number
    final: string | null
    kind: string | null
  }
  'kith.pupil_premium': {
    council: number
    id: Generated<string>
    line: string
    supersedes: string | null
    change: Generated<string>
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: Generated<string>
    tx: Generated<string>
    retention_class: Generated<string>
    retention_start: string | null
    year_ending: string
    happened: string
    pence: number
    use: string
  }
  'kith.pupil_premium_current': {
    council: number
    id: string
    line: string
    supersedes: string | null
    change: string
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: string
    tx: string
    retention_class: string
    retention_start: string | null
    year_ending: string
    happened: string
    pence: number
    use: string
  }
  'kith.record_join': {
    council: number
    id: Generated<string>
    line: string
    supersedes: string | null
    change: Generated<string>
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: Generated<string>
    tx: Generated<string>
    retention_class: Generated<string>
    retention_start: string | null
    goes_on: string
    step: string
    births_answered: Generated<boolean>
  }
  'kith.record_join_current': {
    council: number
    id: string
    line: string
    supersedes: string | null
    change: string
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: string
    tx: string
    retention_class: string
    retention_start: string | null
    goes_on: string
    step: string
    births_answered: boolean
  }
  'kith.record_transfer': {
    council: number
    id: Generated<string>
    line: string
    supersedes: string | null
    change: Generated<string>
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: Generated<string>
    tx: Generated<string>
    retention_class: Generated<string>
    retention_start: string | null
    to_council: string
    given_on: string
    sums: string
  }
  'kith.record_transfer_current': {
    council: number
    id: string
    line: string
    supersedes: string | null
    change: string
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: string
    tx: string
    retention_class: string
    retention_start: string | null
    to_council: string
    given_on: string
    sums: string
  }
  'kith.recruitment_campaign': {
    council: number
    id: Generated<string>
    line: string
    supersedes: string | null
    change: Generated<string>
    said: Buffer | null
    recorded_by: string
    recorded: Generated<string>
    retention_class: Generated<string>
    retention_start: string | null
    looks_for: string
    area: string | null
    began: string
    ends: string | null
    homes: number
    cost: number | null
  }
  'kith.recruitment_campaign_current': {
    council: number
    id: string
    line: string
    supersedes: string | null
    change: string
    said: Buffer | null
    recorded_by: string
    recorded: string
    retention_class: string
    retention_start: string | null
    looks_for: string
    area: string | null
    began: string
    ends: string | null
    homes: number
    cost: number | null
  }
  'kith.referral_step': {
    council: number
    id: Generated<string>
    line: string
    supersedes: string | null
    change: Generated<string>
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: Generated<string>
    tx: Generated<string>
    retention_class: Generated<string>
    retention_start: string | null
    referral: string
    taken: string
    to_whom: string
    answer_by: string | null
    answer: string | null
    answered: string | null
  }
  'kith.referral_step_current': {
    council: number
    id: string
    line: string
    supersedes: string | null
    change: string
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: string
    tx: string
    retention_class: string
    retention_start: string | null
    referral: string
    taken: string
    to_whom: string
    answer_by: string | null
    answer: string | null
    answered: string | null
  }
  'kith.request_place': {
    council: number
    id: Generated<string>
    line: string
    supersedes: string | null
    change: Generated<string>
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: Generated<string>
    tx: Generated<string>
    retention_class: Generated<string>
    retention_start: string | null
    request: string
    kind: string
    postcode: string | null
    protected: boolean
    per_month: number | null
    miles: number | null
    firm: boolean
  }
  'kith.request_place_current': {
    council: number
    id: string
    line: string
    supersedes: string | null
    change: string
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: string
    tx: string
    retention_class: string
    retention_start: string | null
    request: string
    kind: string
    postcode: string | null
    protected: boolean
    per_month: number | null
    miles: number | null
    firm: boolean
  }
  'kith.restriction': {
    council: number
    id: Generated<string>
    line: string
    supersedes: string | null
    change: Generated<string>
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: Generated<string>
    tx: Generated<string>
    retention_class: Generated<string>
    retention_start: string | null
    kind: string
    named: string[]
    ask: string | null
    decided: string
  }
  'kith.restriction_current': {
    council: number
    id: string
    line: string
    supersedes: string | null
    change: string
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: string
    tx: string
    retention_class: string
    retention_start: string | null
    kind: string
    named: string[]
    ask: string | null
    decided: string
  }
  'kith.retention_event': {
    council: number
    id: Generated<string>
    line: string
    supersedes: string | null
    change: Generated<string>
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: Generated<string>
    tx: Generated<string>
    retention_class: Generated<string>
    retention_start: string | null
    kind: string
    about: string
    about_line: string | null
    starts: string | null
    look_again: string | null
  }
  'kith.retention_event_current': {
    council: number
    id: string
    line: string
    supersedes: string | null
    change: string
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: string
    tx: string
    retention_class: string
    retention_start: string | null
    kind: string
    about: string
    about_line: string | null
    starts: string | null
    look_again: string | null
  }
  'kith.return_figure': {
    council: number
    year: number
    indicator: string
    above: number
    below: number | null
    value: number | null
    unknown: number
  }
  'kith.return_figure_outside': {
    council: number
    year: number
    indicator: string
    above: string
    below: string | null
    value: string | null
  }
  'kith.return_flag': {
    council: number
    id: Generated<string>
    year: number
    key: string
    child: string
    shown: string
    rule: string
    part: string
    owner: string | null
    found: Generated<string>
    gone: string | null
    behind: Generated<unknown>
  }
  'kith.return_interview': {
    council: number
    id: Generated<string>
    line: string
    supersedes: string | null
    change: Generated<string>
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: Generated<string>
    tx: Generated<string>
    retention_class: Generated<string>
    retention_start: string | null
    episode: string
    offered: string | null
    happened: string
    happened_at: string | null
    outcome: string
    independent: boolean | null
    covered_by: string | null
  }
  'kith.return_interview_current': {
    council: number
    id: string
    line: string
    supersedes: string | null
    change: string
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: string
    tx: string
    retention_class: string
    retention_start: string | null
    episode: string
    offered: string | null
    happened: string
    happened_at: string | null
    outcome: string
    independent: boolean | null
    covered_by: string | null
  }
  'kith.return_naming': {
    council: number
    id: Generated<string>
    child: string
    person: string
    year: number
    rule: string
    reason: string
    until: string
    retention_class: Generated<string>
    retention_start: string | null
    recorded_by: string
    recorded: Generated<string>
  }
  'kith.return_provider': {
    council: number
    id: Generated<string>
    list: string | null
    urn: string
    places: string
    sectors: string
    ended: string | null
    postcode: string
    authority: string
    gone: Generated<boolean>
    recorded_by: string
    recorded: Generated<string>
  }
  'kith.return_run': {
    council: number
    id: Generated<string>
    year: number
    whole: boolean
    day: string
    made: Generated<string>
    era: Generated<number>
    record_state: string
    children: number
    flags: number
    waits: unknown
  }
  'kith.return_severity': {
    council: number
    id: Generated<string>
    rule: string
    severity: string
    origin: string
    recorded_by: string
    recorded: Generated<string>
  }
  'kith.return_standing': {
    council: number
    year: number
    child: string
    shown: string
    stands: unknown
  }
  'kith.return_step': {
    council: number
    id: Generated<string>
    year: number
    kind: string
    section: string
    undoes: string | null
    flags: number
    said: Buffer | null
    file: string | null
    day: string | null
    known_at: string | null
    children: number | null
    retention_class: Generated<string>
    retention_start: string | null
    recorded_by: string
    recorded: Generated<string>
  }
  'kith.return_step_standing': {
    council: number | null
    id: string | null
    year: number | null
    kind: string | null
    section: string | null
    undoes: string | null
    flags: number | null
    said: Buffer | null
    file: string | null
    day: string | null
    known_at: string | null
    children: number | null
    retention_class: string | null
    retention_start: string | null
    recorded_by: string | null
    recorded: string | null
  }
  'kith.review': {
    council: number
    id: Generated<string>
    line: string
    supersedes: string | null
    change: Generated<string>
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: Generated<string>
    tx: Generated<string>
    retention_class: Generated<string>
    retention_start: string | null
    held: string
    participation: string | null
    adjourned: Generated<boolean>
    chaired_by: string | null
    present: Generated<string[]>
    next_proposed: string | null
    visitor: string | null
    pathway: boolean | null
  }
  'kith.review_answer': {
    council: number
    id: Generated<string>
    line: string
    supersedes: string | null
    change: Generated<string>
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: Generated<string>
    tx: Generated<string>
    retention_class: Generated<string>
    retention_start: string | null
    review: string
    answer: string
    answered: string
    answered_by: string | null
  }
  'kith.review_answer_current': {
    council: number
    id: string
    line: string
    supersedes: string | null
    change: string
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: string
    tx: string
    retention_class: string
    retention_start: string | null
    review: string
    answer: string
    answered: string
    answered_by: string | null
  }
  'kith.review_call': {
    council: number
    id: Generated<string>
    line: string
    supersedes: string | null
    change: Generated<string>
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: Generated<string>
    tx: Generated<string>
    retention_class: Generated<string>
    retention_start: string | null
    kind: string
    called: string
    before: string | null
    justified: Generated<boolean>
  }
  'kith.review_call_current': {
    council: number
    id: string
    line: string
    supersedes: string | null
    change: string
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: string
    tx: string
    retention_class: string
    retention_start: string | null
    kind: string
    called: string
    before: string | null
    justified: boolean
  }
  'kith.review_current': {
    council: number
    id: string
    line: string
    supersedes: string | null
    change: string
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: string
    tx: string
    retention_class: string
    retention_start: string | null
    held: string
    participation: string | null
    adjourned: boolean
    chaired_by: string | null
    present: string[]
    next_proposed: string | null
    visitor: string | null
    pathway: boolean | null
  }
  'kith.review_receipt': {
    council: number
    id: Generated<string>
    line: string
    supersedes: string | null
    change: Generated<string>
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: Generated<string>
    tx: Generated<string>
    retention_class: Generated<string>
    retention_start: string | null
    review: string
    received: string
    received_by: string | null
  }
  'kith.review_receipt_current': {
    council: number
    id: string
    line: string
    supersedes: string | null
    change: string
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: string
    tx: string
    retention_class: string
    retention_start: string | null
    review: string
    received: string
    received_by: string | null
  }
  'kith.review_record': {
    council: number
    id: Generated<string>
    line: string
    supersedes: string | null
    change: Generated<string>
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: Generated<string>
    tx: Generated<string>
    retention_class: Generated<string>
    retention_start: string | null
    review: string
    written: string
    given: string | null
    given_to: Generated<string[]>
  }
  'kith.review_record_current': {
    council: number
    id: string
    line: string
    supersedes: string | null
    change: string
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: string
    tx: string
    retention_class: string
    retention_start: string | null
    review: string
    written: string
    given: string | null
    given_to: string[]
  }
  'kith.reviewer_alert': {
    council: number
    id: Generated<string>
    line: string
    supersedes: string | null
    change: Generated<string>
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: Generated<string>
    tx: Generated<string>
    retention_class: Generated<string>
    retention_start: string | null
    kind: string
    about: string
    raised: string
    on_table: string | null
    on_line: string | null
  }
  'kith.reviewer_alert_current': {
    council: number
    id: string
    line: string
    supersedes: string | null
    change: string
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: string
    tx: string
    retention_class: string
    retention_start: string | null
    kind: string
    about: string
    raised: string
    on_table: string | null
    on_line: string | null
  }
  'kith.reviewer_alert_outcome': {
    council: number
    id: Generated<string>
    line: string
    supersedes: string | null
    change: Generated<string>
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: Generated<string>
    tx: Generated<string>
    retention_class: Generated<string>
    retention_start: string | null
    alert: string
    outcome: string
    happened: string
  }
  'kith.reviewer_alert_outcome_current': {
    council: number
    id: string
    line: string
    supersedes: string | null
    change: string
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: string
    tx: string
    retention_class: string
    retention_start: string | null
    alert: string
    outcome: string
    happened: string
  }
  'kith.room_master': {
    council: number
    id: Generated<string>
    room: string
    master: string
    system: string | null
    brings: string | null
    because: string
    recorded_by: string
    recorded: Generated<string>
  }
  'kith.rule_choice': {
    council: number
    id: Generated<string>
    switch: string
    choice: string
    since: string
    because: string
    recorded_by: string
    recorded: Generated<string>
  }
  'kith.school': {
    council: number
    id: Generated<string>
    urn: string | null
    name: string
    recorded_by: string
    recorded: Generated<string>
  }
  'kith.school_application': {
    council: number
    id: Generated<string>
    line: string
    supersedes: string | null
    change: Generated<string>
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: Generated<string>
    tx: Generated<string>
    retention_class: Generated<string>
    retention_start: string | null
    school: string | null
    way: string
    asked: string
    outcome: string | null
    answered: string | null
  }
  'kith.school_application_current': {
    council: number
    id: string
    line: string
    supersedes: string | null
    change: string
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: string
    tx: string
    retention_class: string
    retention_start: string | null
    school: string | null
    way: string
    asked: string
    outcome: string | null
    answered: string | null
  }
  'kith.school_place': {
    council: number
    id: Generated<string>
    line: string
    supersedes: string | null
    change: Generated<string>
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: Generated<string>
    tx: Generated<string>
    retention_class: Generated<string>
    retention_start: string | null
    school: string
    during: string
    left_because: string | null
    left_in_year: number | null
  }
  'kith.school_place_current': {
    council: number
    id: string
    line: string
    supersedes: string | null
    change: string
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: string
    tx: string
    retention_class: string
    retention_start: string | null
    school: string
    during: string
    left_because: string | null
    left_in_year: number | null
  }
  'kith.school_term': {
    council: number
    id: Generated<string>
    school: string
    name: string
    first_day: string
    last_day: string
    supersedes: string | null
    retracted: Generated<boolean>
    recorded_by: string
    recorded: Generated<string>
    half_first: string | null
    half_last: string | null
    training: Generated<string[]>
  }
  'kith.seal_opening': {
    council: number
    id: Generated<string>
    child: string
    person: string
    said: Buffer
    until: string
    recorded_by: string
    recorded: Generated<string>
    retention_class: Generated<string>
    retention_start: string | null
  }
  'kith.secure_panel': {
    council: number
    id: Generated<string>
    line: string
    supersedes: string | null
    change: Generated<string>
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: Generated<string>
    tx: Generated<string>
    retention_class: Generated<string>
    retention_start: string | null
    power: string
    held: string
    outcome: string
  }
  'kith.secure_panel_current': {
    council: number
    id: string
    line: string
    supersedes: string | null
    change: string
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: string
    tx: string
    retention_class: string
    retention_start: string | null
    power: string
    held: string
    outcome: string
  }
  'kith.sees_council': {
    council: number
    person: string
    relation: string
    since: Generated<string>
    until: Generated<string>
    sees: number
    writes: number
    approves: number
    takes_out: number
  }
  'kith.sibling_decision': {
    council: number
    id: Generated<string>
    line: string
    supersedes: string | null
    change: Generated<string>
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: Generated<string>
    tx: Generated<string>
    retention_class: Generated<string>
    retention_start: string | null
    sibling_group: string
    kind: string
    decided: string
    decided_by: string
    decider: string | null
    review_by: string
  }
  'kith.sibling_decision_current': {
    council: number
    id: string
    line: string
    supersedes: string | null
    change: string
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: string
    tx: string
    retention_class: string
    retention_start: string | null
    sibling_group: string
    kind: string
    decided: string
    decided_by: string
    decider: string | null
    review_by: string
  }
  'kith.sibling_group': {
    council: number
    id: Generated<string>
    line: string
    supersedes: string | null
    change: Generated<string>
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: Generated<string>
    tx: Generated<string>
    retention_class: Generated<string>
    retention_start: string | null
    counted: string
  }
  'kith.sibling_group_current': {
    council: number
    id: string
    line: string
    supersedes: string | null
    change: string
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: string
    tx: string
    retention_class: string
    retention_start: string | null
    counted: string
  }
  'kith.sibling_member': {
    council: number
    id: Generated<string>
    line: string
    supersedes: string | null
    change: Generated<string>
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: Generated<string>
    tx: Generated<string>
    retention_class: Generated<string>
    retention_start: string | null
    sibling_group: string
    person: string
  }
  'kith.sibling_member_current': {
    council: number
    id: string
    line: string
    supersedes: string | null
    change: string
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: string
    tx: string
    retention_class: string
    retention_start: string | null
    sibling_group: string
    person: string
  }
  'kith.slavery_referral': {
    council: number
    id: Generated<string>
    line: string
    supersedes: string | null
    change: Generated<string>
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: Generated<string>
    tx: Generated<string>
    retention_class: Generated<string>
    retention_start: string | null
    seen: string
    referred: string | null
    reasonable: string | null
    reasonable_outcome: string | null
    conclusive: string | null
    conclusive_outcome: string | null
    guardian: string | null
    guardian_on: string | null
  }
  'kith.slavery_referral_current': {
    council: number
    id: string
    line: string
    supersedes: string | null
    change: string
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: string
    tx: string
    retention_class: string
    retention_start: string | null
    seen: string
    referred: string | null
    reasonable: string | null
    reasonable_outcome: string | null
    conclusive: string | null
    conclusive_outcome: string | null
    guardian: string | null
    guardian_on: string | null
  }
  'kith.source': {
    council: number
    id: Generated<string>
    kind: string
    period_from: string | null
    period_until: string | null
    fingerprint: string | null
    every_child: Generated<boolean>
    recorded_by: string
    recorded: Generated<string>
  }
  'kith.source_child': {
    council: number
    source: string
    child: string
    recorded_by: string
    recorded: Generated<string>
  }
  'kith.source_coverage': {
    council: number
    source: string
    event: string
    since: string
    until: string | null
    id: Generated<string>
    recorded_by: string
    recorded: Generated<string>
  }
  'kith.source_gap': {
    council: number
    child: string
    coverage: string
    recorded_by: string
    recorded: Generated<string>
  }
  'kith.standing_relation': {
    council: number
    id: Generated<string>
    line: string
    supersedes: string | null
    person: string
    child: string | null
    relation: string
    since: Generated<string>
    until: Generated<string>
    retracted: Generated<boolean>
    reason: string
    recorded_by: string
    recorded: Generated<string>
    retention_class: Generated<string>
    retention_start: string | null
  }
  'kith.status_application': {
    council: number
    id: Generated<string>
    line: string
    supersedes: string | null
    change: Generated<string>
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: Generated<string>
    tx: Generated<string>
    retention_class: Generated<string>
    retention_start: string | null
    kind: string
    made: string
    decided: string | null
    outcome: string | null
    leave_until: string | null
  }
  'kith.status_application_current': {
    council: number
    id: string
    line: string
    supersedes: string | null
    change: string
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: string
    tx: string
    retention_class: string
    retention_start: string | null
    kind: string
    made: string
    decided: string | null
    outcome: string | null
    leave_until: string | null
  }
  'kith.stay_pattern': {
    council: number
    id: Generated<string>
    line: string
    supersedes: string | null
    change: Generated<string>
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: Generated<string>
    tx: Generated<string>
    retention_class: Generated<string>
    retention_start: string | null
    kind: string
    first: string
    every: number
    unit: string
    nights: number
    until: string | null
  }
  'kith.stay_pattern_current': {
    council: number
    id: string
    line: string
    supersedes: string | null
    change: string
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: string
    tx: string
    retention_class: string
    retention_start: string | null
    kind: string
    first: string
    every: number
    unit: string
    nights: number
    until: string | null
  }
  'kith.staying_put': {
    council: number
    id: Generated<string>
    line: string
    supersedes: string | null
    change: Generated<string>
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: Generated<string>
    tx: Generated<string>
    retention_class: Generated<string>
    retention_start: string | null
    happened: string
    what: string
  }
  'kith.staying_put_current': {
    council: number
    id: string
    line: string
    supersedes: string | null
    change: string
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: string
    tx: string
    retention_class: string
    retention_start: string | null
    happened: string
    what: string
  }
  'kith.story_note': {
    council: number
    id: Generated<string>
    line: string
    supersedes: string | null
    change: Generated<string>
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: Generated<string>
    tx: Generated<string>
    retention_class: Generated<string>
    retention_start: string | null
    event: string
    kind: string
    happened: string
    began: string | null
    present: Generated<string[]>
    came_from: Generated<string>
    terms: Generated<string>
    on_table: string | null
    on_line: string | null
  }
  'kith.story_note_current': {
    council: number
    id: string
    line: string
    supersedes: string | null
    change: string
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: string
    tx: string
    retention_class: string
    retention_start: string | null
    event: string
    kind: string
    happened: string
    began: string | null
    present: string[]
    came_from: string
    terms: string
    on_table: string | null
    on_line: string | null
  }
  'kith.story_note_paragraph': {
    council: number
    id: Generated<string>
    line: string
    supersedes: string | null
    change: Generated<string>
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: Generated<string>
    tx: Generated<string>
    retention_class: Generated<string>
    retention_start: string | null
    note: string
    place: number
    about: string
    person: string | null
    audience: string[] | null
    must_not_know: string[] | null
    audience_why: string | null
    audience_decision: string | null
  }
  'kith.story_note_paragraph_current': {
    council: number
    id: string
    line: string
    supersedes: string | null
    change: string
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: string
    tx: string
    retention_class: string
    retention_start: string | null
    note: string
    place: number
    about: string
    person: string | null
    audience: string[] | null
    must_not_know: string[] | null
    audience_why: string | null
    audience_decision: string | null
  }
  'kith.stray_row': {
    council: number
    id: Generated<string>
    source: string
    file: string
    sheet: string
    row_number: number
    field: string | null
    reason: string
    said: Buffer
    recorded_by: string
    recorded: Generated<string>
    retention_class: Generated<string>
    retention_start: string | null
  }
  'kith.sufficiency_night': {
    council: number
    day: string
    made: Generated<string>
    held: unknown
  }
  'kith.supervision': {
    council: number
    id: Generated<string>
    line: string
    supersedes: string | null
    change: Generated<string>
    said: Buffer | null
    recorded_by: string
    recorded: Generated<string>
    retention_class: Generated<string>
    retention_start: string | null
    kind: string
    worker: string | null
    supervisor: string
    in_place_of: string | null
    people: Generated<string[]>
    held: string
    minutes: number | null
    cancelled: string | null
  }
  'kith.supervision_cover': {
    council: number
    id: Generated<string>
    line: string
    supersedes: string | null
    change: Generated<string>
    said: Buffer | null
    recorded_by: string
    recorded: Generated<string>
    retention_class: Generated<string>
    retention_start: string | null
    away: string
    stands_in: string
    since: string
    until: string
  }
  'kith.supervision_cover_current': {
    council: number
    id: string
    line: string
    supersedes: string | null
    change: string
    said: Buffer | null
    recorded_by: string
    recorded: string
    retention_class: string
    retention_start: string | null
    away: string
    stands_in: string
    since: string
    until: string
  }
  'kith.supervision_current': {
    council: number
    id: string
    line: string
    supersedes: string | null
    change: string
    said: Buffer | null
    recorded_by: string
    recorded: string
    retention_class: string
    retention_start: string | null
    kind: string
    worker: string | null
    supervisor: string
    in_place_of: string | null
    people: string[]
    held: string
    minutes: number | null
    cancelled: string | null
  }
  'kith.supervision_entry': {
    council: number
    id: Generated<string>
    line: string
    supersedes: string | null
    change: Generated<string>
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: Generated<string>
    tx: Generated<string>
    retention_class: Generated<string>
    retention_start: string | null
    session: string
    kind: string
    held: string
    worker: string | null
    supervisor: string
    permanence: string | null
  }
  'kith.supervision_entry_current': {
    council: number
    id: string
    line: string
    supersedes: string | null
    change: string
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: string
    tx: string
    retention_class: string
    retention_start: string | null
    session: string
    kind: string
    held: string
    worker: string | null
    supervisor: string
    permanence: string | null
  }
  'kith.supervision_interval': {
    council: number
    id: Generated<string>
    line: string
    supersedes: string | null
    change: Generated<string>
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: Generated<string>
    tx: Generated<string>
    retention_class: Generated<string>
    retention_start: string | null
    weeks: number
    decided: string
  }
  'kith.supervision_interval_current': {
    council: number
    id: string
    line: string
    supersedes: string | null
    change: string
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: string
    tx: string
    retention_class: string
    retention_start: string | null
    weeks: number
    decided: string
  }
  'kith.supervision_personal': {
    council: number
    id: Generated<string>
    line: string
    supersedes: string | null
    change: Generated<string>
    said: Buffer | null
    recorded_by: string
    recorded: Generated<string>
    retention_class: Generated<string>
    retention_start: string | null
    session: string | null
    worker: string | null
    written: string | null
  }
  'kith.supervision_personal_current': {
    council: number
    id: string
    line: string
    supersedes: string | null
    change: string
    said: Buffer | null
    recorded_by: string
    recorded: string
    retention_class: string
    retention_start: string | null
    session: string | null
    worker: string | null
    written: string | null
  }
  'kith.supervision_progress': {
    council: number
    id: Generated<string>
    line: string
    supersedes: string | null
    change: Generated<string>
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: Generated<string>
    tx: Generated<string>
    retention_class: Generated<string>
    retention_start: string | null
    entry: string
    plan: string
    part: string
    progress: string
  }
  'kith.supervision_progress_current': {
    council: number
    id: string
    line: string
    supersedes: string | null
    change: string
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: string
    tx: string
    retention_class: string
    retention_start: string | null
    entry: string
    plan: string
    part: string
    progress: string
  }
  'kith.supervision_sample': {
    council: number
    id: Generated<string>
    line: string
    supersedes: string | null
    change: Generated<string>
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: Generated<string>
    tx: Generated<string>
    retention_class: Generated<string>
    retention_start: string | null
    entry: string
    sampled: string
    sampled_by: string | null
    team: string | null
    marks: number[]
  }
  'kith.supervision_sample_current': {
    council: number
    id: string
    line: string
    supersedes: string | null
    change: string
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: string
    tx: string
    retention_class: string
    retention_start: string | null
    entry: string
    sampled: string
    sampled_by: string | null
    team: string | null
    marks: number[]
  }
  'kith.supervision_signature': {
    council: number
    id: Generated<string>
    line: string
    supersedes: string | null
    change: Generated<string>
    said: Buffer | null
    recorded_by: string
    recorded: Generated<string>
    retention_class: Generated<string>
    retention_start: string | null
    session: string
    part: string
    signer: string
    answer: string
    signed: string
  }
  'kith.supervision_signature_current': {
    council: number
    id: string
    line: string
    supersedes: string | null
    change: string
    said: Buffer | null
    recorded_by: string
    recorded: string
    retention_class: string
    retention_start: string | null
    session: string
    part: string
    signer: string
    answer: string
    signed: string
  }
  'kith.supervision_terms': {
    council: number
    id: Generated<string>
    line: string
    supersedes: string | null
    change: Generated<string>
    said: Buffer | null
    recorded_by: string
    recorded: Generated<string>
    retention_class: Generated<string>
    retention_start: string | null
    worker: string
    kind: string
    began: string
    weeks: number | null
  }
  'kith.supervision_terms_current': {
    council: number
    id: string
    line: string
    supersedes: string | null
    change: string
    said: Buffer | null
    recorded_by: string
    recorded: string
    retention_class: string
    retention_start: string | null
    worker: string
    kind: string
    began: string
    weeks: number | null
  }
  'kith.supervision_view': {
    council: number
    id: Generated<string>
    line: string
    supersedes: string | null
    change: Generated<string>
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: Generated<string>
    tx: Generated<string>
    retention_class: Generated<string>
    retention_start: string | null
    worker: string
    written: string
  }
  'kith.supervision_view_current': {
    council: number
    id: string
    line: string
    supersedes: string | null
    change: string
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: string
    tx: string
    retention_class: string
    retention_start: string | null
    worker: string
    written: string
  }
  'kith.team': {
    council: number
    id: Generated<string>
    name: string
    under: string | null
    recorded_by: string
    recorded: Generated<string>
  }
  'kith.team_membership': {
    council: number
    id: Generated<string>
    person: string
    team: string
    role: string
    during: string
    supersedes: string | null
    retracted: Generated<boolean>
    recorded_by: string
    recorded: Generated<string>
    share: string | null
  }
  'kith.team_of_child': {
    council: number
    id: Generated<string>
    line: string
    supersedes: string | null
    change: Generated<string>
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: Generated<string>
    tx: Generated<string>
    retention_class: Generated<string>
    retention_start: string | null
    team: string
    during: string
  }
  'kith.team_of_child_current': {
    council: number
    id: string
    line: string
    supersedes: string | null
    change: string
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: string
    tx: string
    retention_class: string
    retention_start: string | null
    team: string
    during: string
  }
  'kith.term_list': {
    council: number
    id: Generated<string>
    fingerprint: string
    rows_read: number
    terms: unknown
    faults: unknown
    recorded_by: string
    recorded: Generated<string>
  }
  'kith.told': {
    council: number
    id: Generated<string>
    line: string
    supersedes: string | null
    change: Generated<string>
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: Generated<string>
    tx: Generated<string>
    retention_class: Generated<string>
    retention_start: string | null
    recipient: string
    told: string | null
    not_told: string | null
    about: string
    on_table: string | null
    on_line: string | null
    how: string | null
    planned: string | null
    decided: string | null
    decided_by: string | null
    told_at: string | null
    teller: string | null
  }
  'kith.told_current': {
    council: number
    id: string
    line: string
    supersedes: string | null
    change: string
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: string
    tx: string
    retention_class: string
    retention_start: string | null
    recipient: string
    told: string | null
    not_told: string | null
    about: string
    on_table: string | null
    on_line: string | null
    how: string | null
    planned: string | null
    decided: string | null
    decided_by: string | null
    told_at: string | null
    teller: string | null
  }
  'kith.transferred_child': {
    council: number
    child: string
    transfer: string
  }
  'kith.unaccompanied': {
    council: number
    id: Generated<string>
    line: string
    supersedes: string | null
    change: Generated<string>
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: Generated<string>
    tx: Generated<string>
    retention_class: Generated<string>
    retention_start: string | null
    until: string | null
  }
  'kith.unaccompanied_current': {
    council: number
    id: string
    line: string
    supersedes: string | null
    change: string
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: string
    tx: string
    retention_class: string
    retention_start: string | null
    until: string | null
  }
  'kith.view': {
    council: number
    id: Generated<string>
    line: string
    supersedes: string | null
    change: Generated<string>
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: Generated<string>
    tx: Generated<string>
    retention_class: Generated<string>
    retention_start: string | null
    whose: string
    person: string | null
    happened: string
    how: string
    told_to: string | null
    about: string
    audience: string[]
    must_not_know: string[] | null
    let_know: Generated<string[]>
    let_know_people: Generated<string[]>
    opened_by: string | null
  }
  'kith.view_answer': {
    council: number
    id: Generated<string>
    line: string
    supersedes: string | null
    change: Generated<string>
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: Generated<string>
    tx: Generated<string>
    retention_class: Generated<string>
    retention_start: string | null
    view: string
    outcome: string
    decided: string
    decided_by: string | null
    told: string | null
    on_table: string | null
    on_line: string | null
  }
  'kith.view_answer_current': {
    council: number
    id: string
    line: string
    supersedes: string | null
    change: string
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: string
    tx: string
    retention_class: string
    retention_start: string | null
    view: string
    outcome: string
    decided: string
    decided_by: string | null
    told: string | null
    on_table: string | null
    on_line: string | null
  }
  'kith.view_current': {
    council: number
    id: string
    line: string
    supersedes: string | null
    change: string
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: string
    tx: string
    retention_class: string
    retention_start: string | null
    whose: string
    person: string | null
    happened: string
    how: string
    told_to: string | null
    about: string
    audience: string[]
    must_not_know: string[] | null
    let_know: string[]
    let_know_people: string[]
    opened_by: string | null
  }
  'kith.view_opening': {
    council: number
    id: Generated<string>
    line: string
    supersedes: string | null
    change: Generated<string>
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: Generated<string>
    tx: Generated<string>
    retention_class: Generated<string>
    retention_start: string | null
    view: string
    relations: string[]
    no_longer_barred: Generated<string[]>
    power: string
    decided: string
    decided_by: string
    told: string | null
    not_told_why: string | null
  }
  'kith.view_opening_current': {
    council: number
    id: string
    line: string
    supersedes: string | null
    change: string
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: string
    tx: string
    retention_class: string
    retention_start: string | null
    view: string
    relations: string[]
    no_longer_barred: string[]
    power: string
    decided: string
    decided_by: string
    told: string | null
    not_told_why: string | null
  }
  'kith.visible_child': {
    council: number
    person: string
    child: string
    relation: string
    since: Generated<string>
    until: Generated<string>
    sees: number
    writes: number
    approves: number
    takes_out: number
  }
  'kith.visit': {
    council: number
    id: Generated<string>
    line: string
    supersedes: string | null
    change: Generated<string>
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: Generated<string>
    tx: Generated<string>
    retention_class: Generated<string>
    retention_start: string | null
    happened: string
    began: string | null
    visitor: string | null
    visitor_role: string
    mode: string
    virtual_approved_by: string | null
    seen: boolean | null
    alone: boolean | null
    told_how_to_reach: boolean | null
  }
  'kith.visit_current': {
    council: number
    id: string
    line: string
    supersedes: string | null
    change: string
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: string
    tx: string
    retention_class: string
    retention_start: string | null
    happened: string
    began: string | null
    visitor: string | null
    visitor_role: string
    mode: string
    virtual_approved_by: string | null
    seen: boolean | null
    alone: boolean | null
    told_how_to_reach: boolean | null
  }
  'kith.visit_request': {
    council: number
    id: Generated<string>
    line: string
    supersedes: string | null
    change: Generated<string>
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: Generated<string>
    tx: Generated<string>
    retention_class: Generated<string>
    retention_start: string | null
    asked: string
    kind: Generated<string>
    asked_by: string | null
  }
  'kith.visit_request_current': {
    council: number
    id: string
    line: string
    supersedes: string | null
    change: string
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: string
    tx: string
    retention_class: string
    retention_start: string | null
    asked: string
    kind: string
    asked_by: string | null
  }
  'kith.word_key': {
    council: number
    record: string
    child: string | null
    wrapped: Buffer
    made: Generated<string>
  }
  'kith.work_telephone': {
    council: number
    id: Generated<string>
    line: string
    supersedes: string | null
    change: Generated<string>
    said: Buffer | null
    recorded_by: string
    recorded: Generated<string>
    retention_class: Generated<string>
    retention_start: string | null
    worker: string
  }
  'kith.work_telephone_current': {
    council: number
    id: string
    line: string
    supersedes: string | null
    change: string
    said: Buffer | null
    recorded_by: string
    recorded: string
    retention_class: string
    retention_start: string | null
    worker: string
  }
  'kith.worker': {
    council: number
    id: Generated<string>
    name: string | null
    code: string | null
    source: string | null
    recorded_by: string
    recorded: Generated<string>
  }
  'kith.worker_number': {
    council: number
    id: Generated<string>
    worker: string
    number: string | null
    recorded_by: string
    recorded: Generated<string>
  }
  'kith.worker_number_current': {
    council: number
    id: string
    worker: string
    number: string | null
    recorded_by: string
    recorded: string
  }
  'kith.year_answer': {
    council: number
    id: Generated<string>
    line: string
    supersedes: string | null
    change: Generated<string>
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: Generated<string>
    tx: Generated<string>
    retention_class: Generated<string>
    retention_start: string | null
    year_ending: string
    question: string
    answer: string
  }
  'kith.year_answer_current': {
    council: number
    id: string
    line: string
    supersedes: string | null
    change: string
    child: string
    source: string | null
    source_key: string | null
    said: Buffer | null
    recorded_by: string
    recorded: string
    tx: string
    retention_class: string
    retention_start: string | null
    year_ending: string
    question: string
    answer: string
  }
  'reference.decision_kind': {
    name: string
    scope: string
    deciders: string[]
    basis: string
    says: string
  }
  'reference.postcode': {
    postcode: string
    easting: number | null
    northing: number | null
    authority: string | null
  }
  'reference.postcode_directory': {
    id: GeneratedAlways<number>
    edition: string | null
    codes_of: number | null
    file_name: string
    rows: number
    england: number
    without_position: number
    refused: number
    doubled: number
    attribution: string
    loaded: Generated<string>
  }
  'reference.purpose': {
    name: string
    relations: string[]
  }
  'reference.relation': {
    name: string
    sees: string[]
    writes: string[]
    approves: string[]
    takes_out: string[]
  }
  'reference.scope': {
    name: string
    bit: number
    says: string
  }
}
