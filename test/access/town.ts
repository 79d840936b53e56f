// A council for the tests of sight: one child, two people in each relation of the matrix, one row in each walled table.
import { matrix } from './matrix.ts'
import { type Asks, insertAsOwner, lawfulRow, type Row, type WalledTable } from './walled-tables.ts'

export type Town = {
  readonly council: number
  readonly code: string
  readonly child: string
  readonly source: string
  /** By relation: one who holds nothing else, and one who also holds a council-wide relation that shows nothing. */
  readonly people: ReadonlyMap<string, string>
  readonly alsoWide: ReadonlyMap<string, string>
  /** A worker of the council without any relation. */
  readonly stranger: string
  readonly newId: () => string
  /** What only this town can tell of a row: what it refers to, what no type says. */
  readonly special: (table: string) => Row
}

const byAllocation = new Set(['allocated-worker', 'co-worker', 'cover', 'reviewing-officer'])
const byTeam = new Map([
  ['manager-line', 'manager'],
  ['business-support', 'business-support'],
  ['duty', 'duty'],
])
export const councilWide: ReadonlySet<string> = new Set([
  'out-of-hours',
  'director',
  'analyst',
  'quality-lead',
  'member',
  'administrator',
])
/** Tables whose rows come about by other means than a row of a test. */
const madeElsewhere = new Set([
  ...['kith.child', 'kith.person', 'kith.allocation', 'kith.break_glass_use'],
  'kith.document_piece', // comes with its file
])

let towns = 0
function idsOf(town: number): () => string {
  let last = 0
  return () => `00000000-0000-7000-8000-${String(town).padStart(4, '0')}${String(++last).padStart(8, '0')}`
}

type Restriction = { readonly kind: string; readonly named: readonly string[]; readonly ask?: string | null }

export class Builder {
  readonly client: Asks
  readonly council: number
  readonly newId: () => string
  readonly service: string
  constructor(client: Asks, council: number, newId: () => string) {
    this.client = client
    this.council = council
    this.newId = newId
    this.service = newId()
  }
  async add(table: string, row: Row): Promise<string> {
    const id = typeof row['id'] === 'string' ? row['id'] : this.newId()
    await insertAsOwner(this.client, `kith.${table}`, { council: this.council, id, recorded_by: this.service, ...row })
    return id
  }
  async worker(name: string): Promise<string> {
    const id = await this.add('person', {})
    return await this.add('worker', { id, name })
  }
  async child(): Promise<string> {
    const id = await this.add('person', {})
    return await this.add('child', { id })
  }
  async allocate(
    child: string,
    worker: string,
    { role = 'allocated-worker', during = '[2026-01-01,)' } = {},
  ): Promise<string> {
    const id = this.newId()
    return await this.add('allocation', { id, line: id, child, worker, role, during })
  }
  async member(person: string, team: string, role: string): Promise<string> {
    return await this.add('team_membership', { person, team, role, during: '[2026-01-01,)' })
  }
  async relate(person: string, relation: string, more: Row = {}): Promise<string> {
    const id = this.newId()
    return await this.add('standing_relation', {
      id,
      line: id,
      person,
      relation,
      since: '2026-01-01T00:00:00Z',
      until: 'infinity',
      reason: 'role',
      ...more,
    })
  }
  async restrict(child: string, { kind, named, ask = null }: Restriction): Promise<string> {
    const id = this.newId()
    return await this.add('restriction', { id, line: id, child, kind, named, ask, decided: '2026-01-05' })
  }
  async breakGlass(child: string, person: string): Promise<string> {
    const id = this.newId()
    await this.client.query(
      `with entered as materialized (select door.enter($1, $2) as role)
       select kith.break_glass($3, $4, $5, $6) from entered where role is not null`,
      [this.council, person, child, id, Buffer.alloc(60), Buffer.alloc(60)],
    )
    return id
  }
}

export async function startCouncil(client: Asks, code: string): Promise<Builder> {
  towns += 1
  const newId = idsOf(towns)
  const { rows } = await client.query<{ council: number }>('select door.make_council($1, $2, true) as council', [
    code,
    `Council ${code}`,
  ])
  return new Builder(client, rows[0]?.council ?? 0, newId)
}

export async function relatePeople(builder: Builder, child: string): Promise<ReadonlyMap<string, string>> {
  const people = new Map<string, string>()
  for (const { relation } of matrix) people.set(relation, await builder.worker(`The ${relation}`))
  const team = await builder.add('team', { name: `Team ${builder.newId()}` })
  for (const [relation, person] of people) {
    if (byAllocation.has(relation)) await builder.allocate(child, person, { role: relation })
    else if (byTeam.has(relation)) await builder.member(person, team, byTeam.get(relation) ?? '')
    else if (councilWide.has(relation)) await builder.relate(person, relation)
    else if (relation === 'break-glass') await builder.breakGlass(child, person)
    else if (relation !== 'child') await builder.relate(person, relation, { child })
  }
  await builder.member(people.get('allocated-worker') ?? '', team, 'worker')
  return people
}

export async function makeTown(client: Asks, code: string, tables: readonly WalledTable[]): Promise<Town> {
  return await fillTown(await startCouncil(client, code), code, tables)
}

/** In a council that is there already. */
export async function fillTown(builder: Builder, code: string, tables: readonly WalledTable[]): Promise<Town> {
  const { client, council, newId } = builder
  const child = await builder.child()
  await builder.relate(child, 'child', { child, reason: 'family' })
  const people = new Map(await relatePeople(builder, child)).set('child', child)
  const alsoWide = new Map(await relatePeople(builder, child))
  alsoWide.delete('child')
  for (const person of alsoWide.values()) await builder.relate(person, 'member')
  const stranger = await builder.worker('Nobody in particular')
  const source = await builder.add('source', { kind: 'test' })
  const special = await specialRows(builder, child, { source, stranger, manager: people.get('manager-line') ?? '' })
  const town: Town = { council, code, child, source, people, alsoWide, stranger, newId, special }
  const order = [...tables].sort(
    (a, b) => Number(a.name === 'kith.duty_reason') - Number(b.name === 'kith.duty_reason'),
  )
  for (const table of order)
    if (!madeElsewhere.has(table.name)) await insertAsOwner(client, table.name, rowIn(town, table))
  // Before it is handed in a theme is seen by its auditor and who leads quality alone.
  const whole = { ...special('kith.audit_theme'), stage: 'first', grade: 'good', given: '2026-01-05' }
  const id = newId()
  await builder.add('audit_grade', { id, line: id, child, ...whole })
  return town
}

/** A lawful row of this table about the town's child. */
export function rowIn(town: Town, table: WalledTable, given: Row = {}): Row {
  const id = town.newId()
  const usual = { council: town.council, child: town.child, id, line: id, recorded_by: town.stranger, ...given }
  // who opens a view to more people is who decided so
  const decider = table.name === 'kith.view_opening' ? { decided_by: usual.recorded_by } : {}
  return lawfulRow(table, usual, { ...town.special(table.name), ...decider, ...given })
}

async function edition(builder: Builder, child: string, kind: string) {
  const [plan, id] = [builder.newId(), builder.newId()]
  await builder.add('plan', { id: plan, line: plan, child, kind })
  return { plan, edition: await builder.add('plan_edition', { id, line: id, child, plan, number: 1 }) }
}

/** A document with its file, all of it at once as the record asks, and one without. */
async function fileOf(builder: Builder, child: string) {
  const { council, service } = builder
  const [document, spare, file] = [builder.newId(), builder.newId(), builder.newId()]
  for (const id of [document, spare])
    await builder.add('document', { id, line: id, child, kind: 'letter', from_whom: 'child', terms: 'own' })
  await builder.client.query(
    `with f as (insert into kith.document_file (council, id, line, child, document, type, size, pieces, recorded_by) values ($1, $2, $2, $3, $4, 'text/plain', 1, 1, $5))
     insert into kith.document_piece (council, file, number, child, document, sealed, recorded_by) values ($1, $2, 0, $3, $4, '\\x00', $5)`,
    [council, file, child, document, service],
  )
  return { document, spare, file }
}

/** What a row needs that hangs on no other. */
const PLAIN: Readonly<Record<string, Row>> = {
  'kith.address': { kind: 'home', postcode: 'ZZ1 1ZZ' },
  'kith.retention_event': { kind: 'hold', about: 'record', starts: '2026-01-05' },
  'kith.restriction': { kind: 'lifted' },
  'kith.child_identifier': { issuer: 'ssda903', value: 'X1' },
  'kith.care_period': { began: '2026-01-05' },
  'kith.legal_basis': { made: '2026-01-05' },
  'kith.placement': { kind: 'U1' },
  'kith.exploitation_assessment': { kinds: ['online'], review_by: '2026-04-05' },
  'kith.interest': { hindered: true },
  'kith.year_answer': { question: 'dental-check', answer: 'yes' },
  'kith.exclusion': { half_days: 2 },
  'kith.pupil_premium': { year_ending: '2026-03-31', pence: 100 },
  'kith.excuse': { rule: 'CP-06', occurrence: 'one', reason: 'unwell' },
}

const homeRows = (placement: string, household: string): Readonly<Record<string, Row>> => ({
  'kith.placement_household': { placement, household },
  'kith.limit_exemption': { household },
  'kith.placement_decision': { placement },
  'kith.home_choice': { placement, decided: '2024-01-05', so: [], not_so: [] },
  'kith.home_check': { placement },
  'kith.home_distance': {
    ...{ placement, on_day: '2024-01-05', reason: 'noneAvailable' },
    ...{ wish: 'not asked', answer: 'not decided', would_help: [] },
  },
  'kith.parent_assessment': { placement, completed: '2024-01-05' },
  'kith.placement_plan': { placement, prepared: '2024-01-05' },
  'kith.placement_distance': { placement },
})
const OPENED = { step: 'opened', order_made: '2026-01-05', decided: '2026-01-05' }

type Known = { readonly household: string; readonly stranger: string; readonly manager: string }
/** Rows that need others first. */
const hangingRows = async (builder: Builder, child: string, { household, stranger, manager }: Known) => ({
  ...(await sharedRows(builder, child)),
  ...(await familyRows(builder, child)),
  ...(await planRows(builder, child, stranger)),
  ...(await careRows(builder, child)),
  ...(await reviewingRows(builder, child)),
  ...(await requestRows(builder, child, household)),
  ...(await supervisionRows(builder, child, stranger)),
  ...(await auditRows(builder, child)),
  ...(await complaintRows(builder, child, manager)),
  ...(await fileRows(builder, child, manager)),
})

/** What goes out of a file is decided of a row: here of another request. */
async function fileRows(builder: Builder, child: string, answers: string): Promise<Readonly<Record<string, Row>>> {
  const asked = { asked: '2026-01-05', asker: 'themselves', identity: 'known to us', answers }
  const add = async () => await builder.add('file_request', linesOf(child)(builder.newId(), asked))
  const request = await add()
  return {
    'kith.file_decision': { request, on_table: 'file_request', on_row: await add(), goes: 'whole' },
    'kith.file_made': { request, made: '2026-01-06', decided: [], out_whole: 0, struck: 0, kept_back: 0, drafts: 0 },
  }
}

/** A complaint that has no stage yet, for a stage to be written of it. */
async function complaintRows(builder: Builder, child: string, answers: string): Promise<Readonly<Record<string, Row>>> {
  const asked = { received: '2026-01-05', asker: 'child', how: 'said', about: ['voice'], advocate: 'not wanted' }
  const complaint = await builder.add('complaint', linesOf(child)(builder.newId(), asked))
  return {
    'kith.complaint': asked,
    'kith.complaint_stage': { complaint, stage: 1, asked: '2026-01-05', answers },
  }
}

async function specialRows(
  builder: Builder,
  child: string,
  known: { source: string; stranger: string; manager: string },
) {
  const line = (id: string, row: Row) => ({ id, line: id, child, ...row })
  const placement = await builder.add(
    'placement',
    line(builder.newId(), { during: '[2025-01-01,2025-02-01)', kind: 'U1' }),
  )
  const episode = await builder.add('missing_episode', line(builder.newId(), { kind: 'missing', since: '2026-01-05' }))
  const school = await builder.add('school', { name: 'A school' })
  const household = await householdOf(builder, known.stranger)
  const reason = { basis: 'rule', occurrence: 'one' }
  const coverage = await builder.add('source_coverage', { source: known.source, event: 'visit', since: '2026-01-05' })
  // Joining asks for sight of both records: of this one nobody has any.
  const hidden = await builder.child()
  await builder.restrict(hidden, { kind: 'hidden', named: [known.stranger] })
  await decidedAddress(builder, child)
  const rows: Readonly<Record<string, Row>> = {
    'kith.allocation': { worker: known.stranger },
    'kith.file_request': { asked: '2026-01-05', asker: 'themselves', identity: 'known to us', answers: known.stranger },
    ...homeRows(placement, household),
    'kith.missing_step': { episode, step: 'director told', taken: '2026-01-06' },
    'kith.return_interview': { episode },
    'kith.school_place': { school },
    'kith.source_child': { source: known.source },
    'kith.source_gap': { coverage },
    'kith.duty': { ...reason, scope: 'health' },
    'kith.duty_reason': { ...reason, scope_bit: 256 },
    'kith.break_glass_use': { person: known.stranger },
    'kith.return_naming': { person: known.stranger, rule: '103' },
    'kith.record_join': { goes_on: hidden, step: 'refused' },
    'kith.record_transfer': { to_council: 'Southmere', given_on: '2026-01-02', sums: '0'.repeat(64) },
    'kith.adoption_seal': { ...OPENED, named: [known.stranger, child] },
    'kith.adoption_tie': { other: hidden, kind: 'known again', step: 'refused' },
    'kith.seal_opening': { person: known.stranger },
    'kith.word_key': { child },
    ...PLAIN,
    ...(await hangingRows(builder, child, { household, ...known })),
  }
  return (table: string) => rows[table] ?? {}
}

/** An audit, and what hangs on it; of those of which one stands, rows hang on one of their own. Its auditors are nobody of the town. */
async function auditRows(builder: Builder, child: string): Promise<Readonly<Record<string, Row>>> {
  const [auditor, moderator] = [await builder.worker('An auditor'), await builder.worker('A moderator')]
  const id = builder.newId()
  const round = await builder.add('audit_round', {
    ...{ id, line: id, kind: 'case', month: '2020-01-01', due: '2020-01-31', wanted: 1, strata: [], auditors: [] },
    ...{ scale: 'inspectorate', seed: 'one', recorded_by: auditor },
  })
  const line = linesOf(child)
  const drawn = { round, auditor, drawn: 'at random', stratum: 'north', due: '2020-01-31' }
  const audit = async () => await builder.add('practice_audit', line(builder.newId(), drawn))
  const first = await audit()
  const action = await builder.add(
    'action',
    line(builder.newId(), { owned_by: 'worker', owner: auditor, due: '2026-02-01', origin: 'audit' }),
  )
  const outcome = { action, outcome: 'done', happened: '2026-01-20' }
  await builder.add('action_outcome', line(builder.newId(), outcome))
  const asked = { audit: await audit(), worker: moderator, ...ASKED_TO_MEET }
  const invitation = await builder.add('audit_invitation', line(builder.newId(), asked))
  const raised = { kind: 'may not be safe now', raised: '2026-01-05', named: moderator, rung: true }
  return {
    'kith.practice_audit': drawn,
    'kith.audit_invitation': { audit: first, worker: await builder.worker('A worker who is asked'), ...ASKED_TO_MEET },
    'kith.audit_invitation_answer': { invitation, asked: invitation, answer: 'comes', answered: '2026-01-05' },
    'kith.audit_talk': { audit: first, worker: moderator },
    'kith.audit_voice': { audit: first, asked_by: moderator },
    'kith.audit_theme': { audit: first, grade: 'good' },
    'kith.audit_grade': { audit: await audit(), grade: 'good' },
    'kith.audit_moderation': { audit: await audit(), moderator, due: '2020-02-28' },
    'kith.audit_finding': { audit: first },
    'kith.action_verification': { audit: first, action },
    'kith.audit_impact': { audit: await audit() },
    'kith.audit_closing': { audit: await closable(builder, { child, audit: await audit() }) },
    'kith.practice_concern': raised,
    'kith.concern_answer': {
      concern: await builder.add('practice_concern', line(builder.newId(), raised)),
      answered_by: moderator,
    },
  }
}
const ASKED_TO_MEET = { part: 'worker', invited: '2026-01-02', meets: '2026-01-12', how: 'in person' }
/** Graded twice, with what it changed. */
async function closable(builder: Builder, { child, audit }: { child: string; audit: string }): Promise<string> {
  const line = linesOf(child)
  for (const stage of ['first', 'second'])
    await builder.add('audit_grade', line(builder.newId(), { audit, stage, grade: 'good', given: '2026-01-05' }))
  const changed = { audit, difference: 'clear', seen: '2026-01-05', evidence: [] }
  await builder.add('audit_impact', line(builder.newId(), changed))
  return audit
}

/** A home of nobody in particular: it is of no child. */
async function householdOf(builder: Builder, recorded_by: string): Promise<string> {
  const id = builder.newId()
  return await builder.add('household', { id, line: id, kind: 'our foster home', prefers: [], recorded_by })
}

const ASKED = {
  ...{ needed_by: '2026-02-05', emergency: false, kinds: ['foster'], family_considered: true, no_family_home: false },
  ...{ living_with: 'anybody', needs: [], must_have: [], hopes: [], no_pets: [], faith_matters: false },
}
/** A request for a home, and what hangs on it. */
async function requestRows(builder: Builder, child: string, household: string): Promise<Readonly<Record<string, Row>>> {
  const line = linesOf(child)
  const [request, spare] = [builder.newId(), builder.newId()]
  for (const id of [request, spare]) await builder.add('home_request', line(id, ASKED))
  const of = { request, household }
  const decided = {
    ...{ decided: '2026-01-05', starts: '2026-01-06', settings: 'standard-1' },
    list_hash: '0'.repeat(64),
  }
  const match = { ...decided, listed: [], needed: [] }
  const decision = await builder.add('match_decision', line(builder.newId(), { ...match, ...of, request: spare }))
  return {
    'kith.home_request': ASKED,
    'kith.request_place': { request, kind: 'family', protected: false, firm: false },
    'kith.home_step': { ...of, kind: 'shortlisted', happened: '2026-01-05' },
    'kith.match_decision': { ...of, ...match },
    'kith.kept_apart': { kind: 'home', household, firmness: 'never', decided: '2026-01-05' },
    'kith.match_review': { decision, stage: '72 hours', happened: '2026-01-08', goes: 'goes on' },
  }
}

type Lines = (id: string, row: Row) => Row
const linesOf =
  (child: string): Lines =>
  (id, row) => ({ id, line: id, child, ...row })

async function familyRows(builder: Builder, child: string): Promise<Readonly<Record<string, Row>>> {
  const line = linesOf(child)
  const relative = await builder.add('family_person', line(builder.newId(), { relation: 'aunt' }))
  const siblings = await builder.add('sibling_group', line(builder.newId(), { counted: '2026-01-05' }))
  return {
    'kith.family_person': { relation: 'aunt' },
    'kith.family_home': { person: relative },
    'kith.family_tie': { one: relative, kind: 'parent-of' },
    'kith.family_link': { person: relative, other_child: child }, // readable wherever the child is
    'kith.sibling_member': { sibling_group: siblings, person: relative },
    'kith.sibling_decision': { sibling_group: siblings, review_by: '2026-07-05' },
    'kith.family_time': { person: relative },
    'kith.family_time_day': { person: relative },
    'kith.must_know': { audience: matrix.map(({ relation }) => relation) },
  }
}

/** A decision is read by whoever reads what rests on it: here an address that is open. */
async function decidedAddress(builder: Builder, child: string): Promise<void> {
  const line = linesOf(child)
  const decision = await builder.add(
    'audience_decision',
    line(builder.newId(), { power: 'court order', decided: '2026-01-05' }),
  )
  const address = { kind: 'home', postcode: 'ZZ2 2ZZ', audience_decision: decision }
  await builder.add('address', line(builder.newId(), address))
}

async function careRows(builder: Builder, child: string): Promise<Readonly<Record<string, Row>>> {
  const line = linesOf(child)
  return {
    'kith.team_of_child': { team: await builder.add('team', { name: `Team ${builder.newId()}` }) },
    'kith.agreement': {
      basis: await builder.add(
        'legal_basis',
        line(builder.newId(), { kind: 'section 20 agreement', made: '2025-01-05' }),
      ),
    },
    'kith.told': { told: '2026-01-05' },
    'kith.proceedings': { issued: '2026-01-05' },
    'kith.guardianship_notice': { received: '2026-01-05' },
    'kith.adoption_panel': { about: 'match', received: '2026-01-05' },
    'kith.secure_panel': {
      power: await builder.add(
        'legal_basis',
        line(builder.newId(), { kind: 'secure accommodation order', made: '2026-01-05' }),
      ),
      held: '2026-01-06',
      outcome: 'stays',
    },
  }
}

/** What hangs on a dispute, on an alert, on a midpoint check, on a review and on a referral: of each one stands, so rows hang on one of their own. */
async function reviewingRows(builder: Builder, child: string): Promise<Readonly<Record<string, Row>>> {
  const add = async (table: string, row: Row): Promise<string> => {
    const id = builder.newId()
    return await builder.add(table, { id, line: id, child, ...row })
  }
  const [raised, happened, about] = ['2026-01-05', '2026-01-06', 'plan']
  const dispute = await add('dispute', { about, raised, child_told: 'told' })
  const alert = await add('reviewer_alert', { kind: 'concern', about: 'visits', raised })
  const looked = { happened, looked_at: ['decisions'], contact: 'seen', track: 'on track' }
  const midpoint = await add('midpoint_check', looked)
  const decision = await add('decision', { kind: 'other', decided_as: 'court', decided_by: null, decided: raised })
  const review = await add('review', { held: raised, adjourned: false })
  const list = await builder.add('health_list', {
    ...{ kind: 'referrals', provider: 'Hill Trust', of_day: raised, fingerprint: 'a'.repeat(64), rows_read: 1 },
  })
  const listed = { list, row_number: 2, outcome: 'known', fields: [], reference: null, on_table: null, on_line: null }
  const listedRow = await add('health_list_row', listed)
  const stage = { dispute, tier: 'informal', begun: raised, answer_by: '2026-01-19' }
  const referral = await add('health_referral', { asked: raised, asked_for: 'mental health', asked_by: 'school' })
  return {
    'kith.health_list_row': listed,
    'kith.health_list_decision': { of_row: listedRow },
    'kith.referral_step': {
      referral,
      taken: happened,
      to_whom: 'health team',
      answer_by: null,
      answer: null,
      answered: null,
    },
    'kith.midpoint_check': looked,
    'kith.midpoint_progress': { midpoint, decision },
    'kith.reviewer_alert_outcome': { alert },
    'kith.dispute_stage': stage,
    'kith.dispute_answer': { dispute, tier: 'informal' },
    'kith.dispute_referral': { dispute },
    'kith.dispute_end': { dispute },
    'kith.dispute_telling': {
      ...{ dispute, about: 'an answer', told: true, happened, how: 'in writing', not_told_why: null, ask_again: null },
      ...{ told_by: null, view: null },
    },
    'kith.review_receipt': { review },
    'kith.review_record': { review, written: raised },
    'kith.review_answer': { review },
    'kith.permanence_plan': { option: 'adoption', waits_for: 'the court', waits_since: raised },
  }
}

/** Of a child at one time together one stands, so what hangs on it has one of its own. */
async function supervisionRows(
  builder: Builder,
  child: string,
  supervisor: string,
): Promise<Readonly<Record<string, Row>>> {
  const time = async (): Promise<string> => {
    const id = builder.newId()
    const led = {
      kind: 'group',
      worker: null,
      supervisor,
      held: '2026-01-05',
      minutes: 90,
      people: [],
      recorded_by: supervisor,
    }
    return await builder.add('supervision', { id, line: id, ...led })
  }
  const written = { kind: 'full', held: '2026-01-05', worker: null, supervisor, permanence: 'clear' }
  const id = builder.newId()
  const entry = await builder.add('supervision_entry', { id, line: id, child, session: await time(), ...written })
  const plan = builder.newId()
  await builder.add('plan', { id: plan, line: plan, child, kind: 'pathway plan' })
  return {
    'kith.supervision_entry': { ...written, session: await time() },
    'kith.supervision_progress': { entry, plan, part: 'health' },
    'kith.supervision_view': { worker: supervisor, written: '2026-01-05', said: '\\x00' },
    'kith.supervision_sample': { entry, marks: [0, 1, 2, 0, 1, 2, 0, 1] },
  }
}

async function planRows(builder: Builder, child: string, decider: string): Promise<Readonly<Record<string, Row>>> {
  const line = linesOf(child)
  const [written, begun] = [await edition(builder, child, 'safety plan'), await edition(builder, child, 'health plan')]
  await builder.add('plan_state', line(builder.newId(), { ...written, state: 'drafted' }))
  const plan = await builder.add('plan', line(builder.newId(), { kind: 'education plan' }))
  const filed = await fileOf(builder, child)
  return {
    'kith.plan_edition': { plan, number: 1 },
    'kith.plan_part': { ...written, part: 'health', version: 1 },
    'kith.plan_state': { ...begun, state: 'drafted' },
    'kith.plan_unmerged': { ...written, part: 'health', read_version: 0 },
    'kith.needs_assessment': { completed: '2026-01-05' },
    'kith.pathway_review_ask': { asked: '2026-01-05', asked_by: 'the young person' },
    'kith.pathway_review': { held: '2026-01-05', accommodation: false, next_months: 6 },
    'kith.leaver_contact': {
      ...{
        happened: '2026-01-05',
        made_by: await builder.worker('Somebody in touch'),
        how: 'call',
        outcome: 'in touch',
      },
    },
    'kith.leaver_home': { since: '2026-01-05', lives: 'U', provided: true },
    'kith.leaving_care_end': { kind: 'died', since: '2026-01-05' },
    'kith.staying_put': { happened: '2026-01-05', what: 'agreed' },
    'kith.arrival_alone': { arrived: '2026-01-05', came_to_us: '2026-01-05', how: 'found here', interpreter: true },
    'kith.age_assessment': { doubted: '2026-01-05' },
    'kith.status_application': { kind: 'asylum', made: '2026-01-05' },
    'kith.family_tracing': { happened: '2026-01-05', what: 'talked about' },
    'kith.plan_copy': { ...written, recipient: 'child', given: '2026-01-05' },
    'kith.document_release': { document: filed.document, goes_into: ['print'], decided_by: decider },
    'kith.document_file': { document: filed.spare, type: 'text/plain', size: 0, pieces: 0 },
    'kith.document_piece': { document: filed.document, file: filed.file, number: 0 },
  }
}

/** Of the rooms that all others share: lines for what hangs on them. */
async function sharedRows(builder: Builder, child: string): Promise<Readonly<Record<string, Row>>> {
  const add = async (table: string, row: Row): Promise<string> => {
    const id = builder.newId()
    return await builder.add(table, { id, line: id, child, ...row })
  }
  const plan = await add('placement_plan', {
    placement: await add('placement', { during: '[2024-01-01,2024-02-01)', kind: 'U1' }),
    prepared: '2024-01-05',
  })
  const happened = '2026-01-05'
  const note = await add('note', { event: builder.newId(), kind: 'meeting', happened })
  const ahead = { kind: 'meeting', meets: '2026-02-05', how: 'in person' }
  const story = await add('story_note', { event: builder.newId(), kind: 'good news', happened })
  const said = { whose: 'child', happened, how: 'said', about: 'home', let_know: ['carer'], let_know_people: [] }
  const everybody = { audience: matrix.map(({ relation }) => relation) }
  const view = await add('view', { ...said, ...everybody })
  const owned = { owned_by: 'another service', due: '2026-02-05', no_due_why: null }
  const action = await add('action', { ...owned, origin: 'other' })
  const decided = { kind: 'other', decided_as: 'court', decided_by: null }
  const decision = await add('decision', { ...decided, decided: happened })
  const points = { on_table: 'placement_plan', on_line: plan }
  const asked = { kind: 'plan approved', ...points }
  return {
    'kith.note_paragraph': { note },
    'kith.story_note_paragraph': { note: story },
    'kith.meeting': { note },
    'kith.meeting_guest': { note },
    'kith.planned_meeting': { ...ahead, gathering: builder.newId() },
    'kith.meeting_invitation': {
      planned: await add('planned_meeting', { ...ahead, gathering: builder.newId() }),
    },
    'kith.key_event': points,
    'kith.view': { ...said, ...everybody },
    'kith.view_opening': { view, told: '2026-01-06' },
    'kith.view_answer': { view },
    'kith.action': owned,
    'kith.action_step': { action, due: '2026-03-05' },
    'kith.action_outcome': { action },
    'kith.decision': decided,
    'kith.decision_told': { decision },
    'kith.approval_request': asked,
    'kith.approval_answer': { request: await add('approval_request', asked), said: '\\x00' },
  }
}
