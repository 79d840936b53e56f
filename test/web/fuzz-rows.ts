// For the fuzzing of forms: rows that forms are about, beside those of the demonstration, recorded as people record them.
import assert from 'node:assert/strict'
import type { Hono } from 'hono'
import { day } from '#calendar'
import { changeFrom, recordFirst, type Who } from '#database'
import { askApproval } from '#decisions'
import { checkWhole } from '#return-work'
import { FILES } from '../../src/documents/test-files.ts'
import type { Served } from './council-served.ts'
import { auditChild } from './fuzz-audits.ts'
import { begun, type Field, type Page } from './fuzz-page.ts'
import { ask, HERE, type SignedIn } from './whole-app.ts'

const TODAY = day('2027-03-31')
const YEAR = 2027
type Filled = Readonly<Record<string, string>>
/** Whose forms these are; `colleague` stands to every child as they do. */
export type Recording = {
  readonly served: Served
  readonly app: Hono
  readonly me: SignedIn
  readonly colleague: Who
}

const VISIT: Filled = {
  ...{ happened: '30 Mar', by: 'representative', mode: 'in person', seen: 'seen', what: 'We walked.' },
  ...{ next: 'Ring Mum.', intended: 'Mum is rung', by_when: '12 Apr' },
}
const MEETING: Filled = {
  ...{
    kind: 'strategy meeting',
    happened: '30 Mar',
    met_how: 'by video',
    met_chair: 'Dawn Okafor',
    text: 'We were worried.',
  },
  ...{
    guest_who: 'police',
    guest_name: 'PC Hale',
    guest_part: 'came',
    child_part: 'sent their views',
    next_on: '20 Apr',
  },
  ...{
    dec_what: 'He sleeps at Jean’s',
    dec_why: 'It is safe',
    next: 'Ring the school',
    intended: 'They know',
    by_when: '5 Apr',
  },
}
const HEALTH: Filled = { happened: '10 Mar', outcome: 'seen', by: 'nurse', mode: 'in person', what: 'Well.' }
const WEEK: Filled = { since: '1 Mar', last: '5 Mar' }
const AWAY: Filled = { kind: 'missing', since_time: '22:15', reported_by: 'Ann', done: 'Looked.' }
const BACK: Filled = { until: '21 Mar', until_time: '6am', found_where: 'Home', how_they_are: 'Well', back: 'home' }
const TALK: Filled = { happened: '22 Mar', outcome: 'held', by: 'Sam of the charity', independent: 'yes' }
const DOCUMENT: Filled = { title: 'Our garden', kind: 'drawing', made: '20 Mar', fromWhom: 'child', terms: 'own' }

/** A form that hangs on a new kind of row wants one line here: the form that records it, and an answer that is taken. */
const RECORDED: readonly (readonly [string, Filled])[] = [
  ['visits/record', VISIT],
  ['notes/record', { kind: 'call or message', happened: '30 Mar', text: 'Mum rang.' }],
  ['meetings/record', MEETING],
  [
    'meetings/ahead/record',
    {
      ...{ kind: 'family meeting', meets: '20 Apr', met_how: 'by video', about: 'The summer.' },
      ...{ guest_who: 'parent', guest_name: 'Carys', guest_answer: 'will come' },
    },
  ],
  ['places-held/record', { kind: 'reserved', since: '1 Mar', what: 'The Hill, with Jean' }],
  [
    'stays-planned/record',
    { kind: 'shared care', first: '2 Apr', every: '2', unit: 'weeks', nights: '2', what: 'With Ann.' },
  ],
  ['gender/record', { said: 'a girl', audience: 'manager-line' }],
  ['notes/good-news', { happened: '30 Mar', text: 'A goal.' }],
  ['views/record', { whose: 'child', happened: '20 Mar', words: 'I want to see the dog.', about: 'home' }],
  ['health/record', { kind: 'review', ...HEALTH }],
  ['learning/plan/record', { stage: 'effective', happened: '1 Mar', quality: 'good', what: 'You want to draw.' }],
  ['health/referrals/record', { asked_for: 'mental health', asked: '1 Mar', asked_by: 'carer', what: 'Sleep.' }],
  ['health/answers/record', { about: 'dentist', answer: 'no', by_whom: 'child', understands: 'yes', decided: '1 Mar' }],
  ['health/practices/record', { kind: 'doctor', what: 'Hill Surgery', since: '1 Mar' }],
  ['learning/exclusions/record', { kind: 'suspension', began: '1 Mar', days: '2' }],
  ['learning/applications/record', { way: 'during the year', asked: '1 Mar', what: 'Invented Academy' }],
  ['learning/meanwhile/record', { kind: 'online lessons', since: '1 Mar' }],
  ['learning/premium/record', { year_ending: '2027-03-31', use: 'tuition', pounds: '450', happened: '1 Mar' }],
  ['nights/record', { night: 'hospital', since: '30 Mar', since_time: '9pm', where: 'Ward 4' }],
  ['agreements/record', { by: 'mother', name: 'Carys', given: '3 Feb 2027' }],
  ['agreements/record', { by: 'father', name: 'Rhys', given: '3 Feb 2027' }],
  ['must-knows/record', { kind: 'health', fact: 'Nut allergy', audience: 'out-of-hours', review_by: '1 Jun 2027' }],
  ['names/record', { kind: 'known as', name: 'Wren' }],
  ['pronouns/record', { said: 'she/her' }],
  [
    'exploitation/record',
    {
      ...{ set_off_by: 'missing', set_off_on: '19 Mar' },
      ...{ assessed: '20 Mar', kinds: 'criminal', known: 'Two phones.', unknown: 'Whose.', strengths: 'Her aunt.' },
      ...{
        child: 'It is mine.',
        worried: 'School.',
        risk: 'yes',
        level: 'Some concern',
        agreed: 'Ana Reed',
        review_by: '20 Apr',
      },
    },
  ],
  ['modern-slavery/record', { seen: '20 Mar', saw: 'A debt.', referred: '22 Mar', responder: 'Ana Reed, the council' }],
  [
    'who-they-are/record',
    {
      ...{ set_off_by: 'child', set_off_on: '19 Mar' },
      side: 'faith',
      happened: '20 Mar',
      with: 'Ana',
      told_by: 'child',
      means: 'Peace.',
      changed: 'Fridays.',
      sources: 'A walk',
    },
  ],
  ['interests/record', { what: 'Football', state: 'wants to', way: 'No boots', do: 'Ana buys them' }],
  ['told/record', { about: 'home', told_who: 'GP', told_day: '', told_why: 'not yet', told_said: '' }],
  ['needs-assessments/record', { completed: '20 Mar', set_off_by: 'the law', set_off_on: '1 Mar', words: 'To cook.' }],
  ['pathway-review-asks/record', { asked_by: 'the young person', asked: '20 Mar' }],
  ['pathway-reviews/record', { held: '21 Mar', accommodation: 'no', next_months: '6' }],
  ['leaver-homes/record', { lives: 'U', since: '1 Mar', provided: 'yes' }],
  ['staying-put/record', { what: 'talked about', happened: '1 Mar' }],
  ['arrivals-alone/record', { arrived: '1 Mar', came_to_us: '2 Mar', how: 'found here', interpreter: 'no' }],
  [
    'age-assessments/record',
    { doubted: '3 Mar', set_off_by: 'another service', set_off_on: '2 Mar', words: 'A paper.' },
  ],
  ['status-applications/record', { kind: 'asylum', made: '4 Mar' }],
  ['proceedings/record', { kind: 'care or supervision', issued: '1 Mar', extensions: '1' }],
  ['guardianship-notices/record', { received: '1 Mar', words: 'An aunt.' }],
  ['adoption-panels/record', { about: 'match', received: '1 Mar', decided: '2 Mar', outcome: 'yes' }],
  ['family-tracing/record', { what: 'talked about', happened: '5 Mar' }],
  ['holds/record', { starts: '1 Mar', look_again: '1 Jun', why: 'An inquiry asked.' }],
  ['supervision-intervals/record', { weeks: '8', decided: '1 Mar', why: 'Settled.' }],
]

/** What an import may have brought already, and of which one stands at a time. */
const RECORDED_ONCE: readonly (readonly [string, string, Filled])[] = [
  ['attendance', 'learning/attendance/record', { ...WEEK, possible: '10', attended: '9', persistent: 'no' }],
  [
    'care_leaver_answer',
    'care-leaver-answers/record',
    { year: '2027-03-31', in_touch: 'YES', accommodation: 'U', suits: '1' },
  ],
  ['adoption', 'adoption/record', { placed: '1 Mar 2027', adopters: '2' }],
  ['adoption_decision', 'adoption-decisions/record', { decided: '1 Mar 2027' }],
  ['motherhood', 'motherhood/record', { is_mother: 'no' }],
  ['unaccompanied', 'asylum-status/record', { until: '1 May 2027' }],
  ['previous_permanence', 'previous-permanence/record', { kind: 'P1', authority: 'WAL', ended_year: '2019' }],
]

const PLACED: Filled = {
  ...{ authority: 'Testshire', noticed: '1 Mar', name: 'Wren', home: 'A home', began: '2 Mar', legal: 'care order' },
  ...{ worker: 'Sam', by_day: '01632 960001', by_night: '01632 960002' },
}
/** Once for the council: a child of another council. */
export async function placeHere({ app, me }: Recording): Promise<void> {
  const { hidden } = await begun(app, me, '/placed-here/record')
  const fields = [...hidden, ...Object.entries(PLACED), ['_do', 'send'] as const]
  const answer = await ask(app, { method: 'POST', path: '/placed-here/record' }, { secret: me.secret, fields })
  assert.equal(answer.status, 303, 'placed here')
}

/** Once for the council: a nightly file holds a review no longer. */
export async function fileGone({ query, council, who }: Served): Promise<void> {
  await query(
    `insert into kith.nightly_gone (council, kind, child, of_table, of_line, state, recorded_by)
     select council, 'ssd', child, 'review', line, 'gone', $2 from kith.review_current where council = $1 order by id limit 1`,
    [council.council, who.person],
  )
}

const HOMES: readonly (readonly [string, Filled])[] = [
  ['address', { postcode: 'VD4 1QZ', since: '1 Feb 2026', who_may_know: 'all' }],
  ['people', { name: 'Ian', part: 'carer' }],
  [
    'approvals',
    {
      ...{ decided: '1 Feb 2026', decided_by: 'agency decision-maker', kinds: 'long term', places: '3', age_from: '0' },
      ...{ age_to: '17', sexes: 'any', since: '1 Feb 2026', decision: 'Minutes.' },
    },
  ],
  ['skills', { kind: 'autism', level: 'trained' }],
  ['holds', { kind: 'away', places: '1', since: '1 Mar 2027', why: 'On holiday.' }],
  ['events', { kind: 'annual review', happened: '1 Mar', found: 'Goes on.' }],
]
/** Once for the council: a home, with one of everything that hangs on it. */
export async function addHome({ app, me, served }: Recording): Promise<void> {
  const enter = async (path: string, filled: Filled) => {
    const { hidden } = await begun(app, me, path)
    const fields = [...hidden, ...Object.entries(filled), ['_do', 'send'] as const]
    const answer = await ask(app, { method: 'POST', path }, { secret: me.secret, fields })
    assert.equal(answer.status, 303, path)
  }
  await enter('/homes/record', { kind: 'our foster home', name: 'Hazel Colby' })
  const [home] = await served.query<{ line: string }>('select line from kith.household order by id desc limit 1')
  for (const [at, filled] of HOMES) await enter(`/homes/${home?.line}/${at}/record`, filled)
}

/** Whom the asker supervises. */
export const SUPERVISED = 'Sam Supervised'
export const LEFT = 'Lee Left'
/** A time together, twice: what is thought of a child stands at the first, and nothing yet at the second. */
export async function superviseOnce({ app, me, served }: Recording): Promise<void> {
  const [sam] = await served.query<{ id: string }>('select id from kith.worker where name = $1', [SUPERVISED])
  const path = `/supervision/workers/${sam?.id}/record`
  for (const held of ['29 Mar', '31 Mar']) {
    const { hidden } = await begun(app, me, path)
    const filled = { took_place: 'yes', held, minutes: '90', _do: 'send' }
    const answer = await ask(
      app,
      { method: 'POST', path },
      { secret: me.secret, fields: [...hidden, ...Object.entries(filled)] },
    )
    assert.equal(answer.status, 303, path)
  }
}
/** Once for the council: somebody left long ago, and their own part of supervision is kept still. */
export async function leftLongAgo({ served, me }: Recording, worker: string, team: string): Promise<void> {
  await served.query(
    `insert into kith.team_membership (council, person, team, role, during, recorded_by) values ($1, $2, $3, 'worker', '[2010-01-01,2015-01-01)', $4)`,
    [me.who.council, worker, team, me.who.person],
  )
  await served.query(
    `with wrote as (
       insert into kith.supervision_personal (council, id, line, change, said, worker, written, recorded_by)
       select $1, n.id, n.id, 'first', '\\x00', $2, '2014-01-01', $2 from (select kith.new_id() as id) n returning id)
     insert into kith.word_key (council, record, wrapped) select $1, id, '\\x00' from wrote`,
    [me.who.council, worker],
  )
}
const THOUGHT: Filled = {
  ...{ life: 'She sleeps well.', thinking: 'We do not know why.', permanence: 'clear', decision: 'It goes on.' },
  ...{ reasons: 'It helps.', next: 'Ring Mum', intended: 'Mum comes', who: 'The club', by_when: '12 Apr' },
}
/** At the first of these times of theirs, where it is not written yet and nobody has signed. */
async function think({ served, me }: Recording, { at, send }: Hand): Promise<void> {
  const open = await served.query<{ line: string }>(
    `select line from kith.supervision_current s where held = '2027-03-29' and kind = 'one to one' and supervisor = $1
     and not exists (select from kith.supervision_signature g where g.session = s.line) order by id limit 1`,
    [me.who.person],
  )
  const [first] = open
  if (first !== undefined) await send(at(`supervision/${first.line}/record`), THOUGHT)
}
/** What somebody else thought with them: whoever was there takes no sample of it. */
async function thoughtByOthers({ served, me, colleague }: Recording, child: string): Promise<void> {
  await served.query(
    `with led as (
       insert into kith.supervision (council, id, line, kind, worker, supervisor, held, minutes, recorded_by)
       select $1, n.id, n.id, 'one to one', w.id, $2, '2027-03-02', 60, $2 from kith.worker w, (select kith.new_id() as id) n where w.name = $3
       returning line, worker)
     insert into kith.supervision_entry (council, id, line, child, session, kind, held, worker, supervisor, permanence, recorded_by)
     select $1, n.id, n.id, $4, led.line, 'full', '2027-03-02', led.worker, $2, 'clear', $2 from led, (select kith.new_id() as id) n`,
    [me.who.council, colleague.person, SUPERVISED, child],
  )
}

/** Once for the council: the return is checked, since a step of it is about a check. */
export async function checkReturn({ door, council }: Served): Promise<void> {
  const beside = { postcodes: async () => await Promise.resolve(undefined), providers: [] }
  await checkWhole(door, { council: council.council, year: YEAR, today: TODAY }, beside)
}

type Hand = {
  readonly at: (path: string) => string
  readonly send: (path: string, filled: Filled, sending?: Sending) => Promise<void>
  /** The id of the row of this table that was written last. */
  readonly newest: (table: string) => Promise<string>
  /** The line of that row. */
  readonly line: (table: string) => Promise<string>
}
type Sending = { readonly status?: number; readonly page?: Page }
const handOf = ({ served, app, me }: Recording, child: string): Hand => ({
  at: (path) => `/children/${child}/${path}`,
  send: async (path, filled, { status = 303, page } = {}) => {
    const { hidden } = page ?? (await begun(app, me, path))
    const fields = [...hidden, ...Object.entries(filled), ['_do', 'send'] as const]
    const answer = await ask(app, { method: 'POST', path }, { secret: me.secret, fields })
    assert.equal(answer.status, status, `${path}: ${(await answer.text()).replaceAll(/<[^>]*>/g, ' ').slice(0, 3000)}`)
  },
  newest: async (table) => {
    const text = `select id from kith.${table}_current where child = $1 order by id desc limit 1`
    return (await served.query<{ id: string }>(text, [child]))[0]?.id ?? ''
  },
  line: async (table) => {
    const text = `select line from kith.${table}_current where child = $1 order by id desc limit 1`
    return (await served.query<{ line: string }>(text, [child]))[0]?.line ?? ''
  },
})

/** What every form that hangs on something can be about, of this child. */
export async function recordRows(recording: Recording, child: string): Promise<void> {
  const { served, me } = recording
  const hand = handOf(recording, child)
  const { at, send, newest, line } = hand
  for (const [path, filled] of RECORDED) await send(at(path), filled)
  for (const [table, path, filled] of RECORDED_ONCE) if ((await newest(table)) === '') await send(at(path), filled)
  const school = await served.query<{ id: string }>(
    `insert into kith.school (council, name, recorded_by) values ($1, 'Testshire School', kith.new_id()) returning id`,
    [served.council.council],
  )
  await served.query(
    `insert into kith.school_term (council, school, name, first_day, last_day, recorded_by)
     values ($1, $2, 'spring 2027', '2027-01-05', '2027-03-25', kith.new_id())`,
    [served.council.council, school[0]?.id],
  )
  await send(at('learning/school/record'), { school: school[0]?.id ?? '', since: '2 Sep 2026' })
  const answer = { outcome: 'changed', what: 'Sundays with the dog.', decided: '21 Mar' }
  await send(at(`views/${await newest('view')}/answer`), answer)
  for (const record of [sayWhyNotAlone, runAway, takenFurther]) await record(hand)
  await overseen(recording, hand, child)
  await gather(recording, hand, child)
  const contact = { happened: '20 Mar', how: 'call', outcome: 'no answer', made_by: me.who.person }
  await send(at('leaver-contacts/record'), contact)
  await writePlanTwice(recording, hand)
  await copyPlan(recording, child)
  await listsThatDiffer(recording, child)
  await termsRead(recording)
  await addDocument(recording, at('documents/add'))
  await addDocument(recording, at('documents/add'), { title: 'A statement', terms: 'police' })
  const letIn = {
    uses: 'print',
    told: 'yes',
    agreed: 'yes',
    power: 'their agreement',
    decided: '30 Mar',
    why: 'For us.',
  }
  await send(at(`documents/${await line('document')}/let-in`), letIn)
  await addDocument(recording, at('documents/add'), { title: 'A letter', terms: 'in confidence' })
  await askTwice(recording, hand, child)
  const [check] = await served.query<{ id: string }>('select id from kith.return_run where whole order by id limit 1')
  await send(`/returns/ssda903/step/${check?.id}`, { kind: 'prepared', section: '', why: '' })
}

/** Somebody who works with nobody here: whoever else records has to go on seeing the child. */
async function keepOut({ served, me, colleague }: Recording, { at, send }: Hand): Promise<void> {
  const [other] = await served.query<{ id: string }>(
    `select id from kith.worker where id <> all ($1) and coalesce(name, '') !~ '^Kith: ' order by id desc limit 1`,
    [[me.who.person, colleague.person]],
  )
  await send(at('kept-out/record'), { worker: other?.id ?? '', how: 'family', known: '1 Mar 2027' })
}

/** In a home of the list by their placement, and named in an exemption there; in a new one, where the last was changed or taken back. */
async function liveSomewhere(recording: Recording, { at, send, line }: Hand, child: string): Promise<void> {
  const text = `select line from kith.household_current where kind = 'our foster home' and closed is null order by id limit 1`
  const find = async () => (await recording.served.query<{ line: string }>(text))[0]?.line
  if ((await find()) === undefined) await addHome(recording)
  const tied = `select t.household from kith.placement_household_current t where t.child = $1 order by t.id desc limit 1`
  const lives = async () => (await recording.served.query<{ household: string }>(tied, [child]))[0]?.household
  const placement = await line('placement')
  if (placement !== '' && (await lives()) === undefined)
    await send(at(`lives-at/${await find()}/record`), { placement, how: 'Told.' })
  const household = (await lives()) ?? ''
  const fosters = `select from kith.household_current where line = $1 and kind ~ 'foster'`
  if (household === '' || (await recording.served.query(fosters, [household])).length === 0) return
  await send(at('limit-exemptions/record'), { household, granted: '1 Mar', granted_by: 'this council' })
}

/** A request with a place, a step about a home that stands, and a decision, so that its reviews can be written. */
async function lookForHome({ served, me }: Recording, { at, send, line }: Hand, child: string): Promise<void> {
  const asked: Filled = { needed_by: '20 Apr 2027', kinds: 'foster', living_with: 'anybody', own: 'With a dog.' }
  await send(at('home-requests/record'), { ...asked, family_considered: 'yes' })
  const request = await line('home_request')
  await send(at('request-places/record'), { kind: 'family', called: 'Nan', postcode: 'VD4 1QZ' })
  const text = `select line from kith.household_current where kind = 'our foster home' and closed is null order by id desc limit 1`
  const household = (await served.query<{ line: string }>(text))[0]?.line ?? ''
  const share: Filled = { happened: '1 Mar', until: '1 May 2027', said: 'Rang them.' }
  await send(at(`homes-found/${household}/ask`), share)
  await send(at(`homes-found/${household}/step`), { kind: 'shortlisted', happened: '1 Mar' })
  const list = { settings: 'standard-1', list_hash: '0'.repeat(64), listed: [], needed: [], distance_reason: null }
  const columns = { ...list, request, household, decided: '2027-03-01', starts: '2027-03-03' }
  await served.door.as(me.who, async (asking) => await recordFirst(asking, 'kith.match_decision', { child, columns }))
  await send(at('kept-apart/record'), { under_age: '5', firmness: 'never', why: 'Hit.', who: 'Mo', decided: '1 Mar' })
  await send(at('match-reviews/record'), {
    ...{ decision: await line('match_decision'), stage: '72 hours', happened: '6 Mar', own: 'Good.', goes: 'goes on' },
  })
}

/** Of a visit on which they were not seen alone, and before a review. */
async function sayWhyNotAlone({ at, send, line }: Hand): Promise<void> {
  await send(at(`visits/${await line('visit')}/not-alone`), { reason: 'unable', why: 'The room was full.' })
  const review = await line('review')
  if (review !== '')
    await send(at(`reviews/${review}/not-spoken`), { reason: 'refused', decided: '1 Mar 2019', why: 'No.' })
}

/** Two people around the child, where one lives, what ties them, time together, and whom the child counts. */
async function gather(recording: Recording, hand: Hand, child: string): Promise<void> {
  const { at, send, line, newest } = hand
  await decideHomes(recording, hand, child)
  await liveSomewhere(recording, hand, child)
  await lookForHome(recording, hand, child)
  await keepOut(recording, hand)
  await joinOthers(recording, hand)
  await auditChild(recording, child)
  await sealAnother(recording, child)
  const person: Filled = { sex: 'female', died: 'living', responsibility: 'no' }
  await send(at('people/record'), { ...person, relation: 'grandparent', name: 'Jean' })
  const jean = await line('family_person')
  await send(at('people/record'), { ...person, relation: 'sister', name: 'Ruby' })
  const ruby = await line('family_person')
  await send(at('family-homes/record'), { person: jean, where: 'A flat in Wexmoor', since: '1 May 2019' })
  await send(at('family-ties/record'), { one: jean, other: ruby, kind: 'kin-carer-of', state: 'goes on' })
  const time: Filled = { stance: 'goes on', way: 'in person', support: 'on their own', basis: 'agreed' }
  await send(at('family-time/record'), { ...time, person: ruby, every: '1', unit: 'weeks' })
  await send(at('family-days/record'), { person: ruby, state: 'kept', happens: '20 Mar', note: 'They swam.' })
  await send(at('brothers-and-sisters/record'), { members: ruby, counted: '20 Mar' })
  const apart: Filled = { kind: 'apart', by: 'review', decided: '20 Mar', why: 'Ruby stays.', review_by: '20 Sep 2027' }
  await send(at(`brothers-and-sisters/${await newest('sibling_group')}/decide`), apart)
}

/** How a home was chosen, what was seen to first, what stands, an assessment of a parent, a panel, and a step of a time missing. */
async function decideHomes({ served, me }: Recording, { at, send, line }: Hand, child: string): Promise<void> {
  const placement = await line('placement')
  const preferred = [
    'family_or_friends',
    'near_home',
    'same_school',
    'with_brothers_and_sisters',
    'suits_their_needs',
    'in_our_area',
  ]
  const all = Object.fromEntries(preferred.map((one) => [one, 'so']))
  // Where the demonstration has one already, that is the row.
  if ((await line('home_choice')) === '')
    await send(at('home-choices/record'), { ...all, placement, decided: '1 Mar', why: 'They are kind.' })
  await send(at('home-checks/record'), { placement, suitable: '1 Mar' })
  const far = { reason: 'keptSafe', wish: 'stay', answer: 'not decided', why: 'It is safer there.' }
  await send(at('far-homes/record'), { ...far, placement, on_day: '1 Mar' })
  await send(at('home-decisions/record'), { placement, kind: 'meant to last until 18', since: '1 Mar' })
  await send(at('parent-assessments/record'), {
    ...{ placement, completed: '1 Mar', words: 'Well.' },
    ...{ set_off_by: 'the law', set_off_on: '20 Feb' },
  })
  const columns = { kind: 'secure accommodation order', made: '2027-03-01', until: '2027-05-01' }
  const { id: power } = await served.door.as(me.who, async (asking) => {
    return await recordFirst(asking, 'kith.legal_basis', { child, columns })
  })
  await send(at('secure-panels/record'), { power, held: '2 Mar', outcome: 'stays', words: 'So.' })
  const gone = await line('missing_episode')
  if (gone !== '')
    await send(at('missing-steps/record'), { episode: gone, step: 'director told', taken: '22 Mar', taken_time: '9am' })
}

/** A referral that was taken further twice, and is not over. */
async function takenFurther({ at, send, line }: Hand): Promise<void> {
  const further = at(`health/referrals/${await line('health_referral')}/further`)
  await send(further, { to_whom: 'health team', taken: '10 Mar', asked: 'A day.' })
  await send(further, { to_whom: 'our own managers', taken: '20 Mar', asked: 'A letter.' })
}

/** What the reviewing officer does, and what the manager thinks. */
async function overseen(recording: Recording, hand: Hand, child: string): Promise<void> {
  await dispute(hand)
  await think(recording, hand)
  await thoughtByOthers(recording, child)
  await seenByWorker(recording, hand, child)
}
/** What they wrote in their own name, since they work with the child too; and a decision between. */
async function seenByWorker({ served, me }: Recording, { at, send }: Hand, child: string): Promise<void> {
  await served.query(
    `insert into kith.allocation (council, id, line, child, worker, role, during, recorded_by)
     select $1, i, i, $2, $3, 'co-worker', '[2020-01-01,)', $3 from (select kith.new_id() as i) x`,
    [me.who.council, child, me.who.person],
  )
  await send(at('supervision-views/record'), { life: 'She sleeps well.' })
  await send(at('oversight/record'), { asked_by: 'other', decision: 'It goes on.', reasons: 'It helps.' })
}

/** A check between reviews, an alert with what became of it, and a dispute with every step; of what stands once, another is free. */
async function dispute({ at, send, newest, line }: Hand): Promise<void> {
  const looked: Filled = {
    happened: '25 Mar',
    looked_at: 'decisions',
    contact: 'seen',
    track: 'on track',
    alert: 'none',
  }
  await send(at('midpoint-checks/record'), looked)
  const alert: Filled = { kind: 'concern', about: 'visits', raised: '20 Mar', what: 'Late again.' }
  for (const outcome of ['put right', '']) {
    await send(at('alerts/record'), alert)
    if (outcome === '') continue
    const put: Filled = { outcome, happened: '25 Mar', changed: 'Seen each week.' }
    await send(at(`alerts/${await line('reviewer_alert')}/outcome`), put)
  }
  const raised: Filled = {
    issue: 'No school.',
    asked: 'A school.',
    about: 'learning',
    raised: '10 Mar',
    child_told: 'told',
  }
  for (const over of [true, false]) {
    await send(at('disputes/record'), { ...raised, tier: 'informal' })
    const on = `disputes/${await line('dispute')}`
    await send(at(`${on}/take-on`), { tier: 'team manager', begun: '15 Mar' })
    await send(at(`${on}/answer`), { tier: 'team manager', answer: 'agreed', answered: '16 Mar', says: 'Yes.' })
    await send(at(`${on}/cafcass`), { kind: 'decided not to', happened: '20 Mar', legal_advice: 'no', why: 'Not yet.' })
    if (over) await send(at(`${on}/over`), { outcome: 'changed', happened: '25 Mar', changed: 'They go to school.' })
    const telling: Filled = { of_what: over ? 'what came of it' : 'an answer', told: 'yes', happened: '26 Mar' }
    await send(at(`${on}/told`), { ...telling, told_how: 'in writing', who: 'Mum', what: 'You go to school.' })
  }
  const held: Filled = { happened: '18 Mar', outcome: 'held', participation: 'PN1' }
  await send(at('reviews/record'), held)
  const review = await newest('review')
  await send(at(`reviews/${review}/received`), { received: '20 Mar' })
  await send(at(`reviews/${review}/answer`), { answer: 'agreed', answered: '21 Mar' })
  await send(at(`reviews/${review}/written`), { written: '20 Mar' })
  await send(at('permanence/record'), {
    option: 'return home',
    decided: '20 Mar',
    why: 'Mum is well.',
    waits_for: 'nothing',
  })
}

/** One whose first stage is answered; one that went further; one that is open. */
async function complain({ me }: Pick<Recording, 'me'>, { at, send, newest, line }: Hand): Promise<void> {
  const said: Filled = { received: '1 Mar', asker: 'child', how: 'said', about: 'voice', advocate: 'not wanted' }
  const answers = me.who.person
  for (const stages of ['one', 'two', 'open']) {
    await send(at('complaints/record'), { ...said, answers, said: 'Nobody came.', wanted: 'A visit.' })
    if (stages === 'open') continue
    const answer = { outcome: 'not upheld', on: '10 Mar', found: 'They came.', changes: 'Nothing.' }
    await send(at(`complaint-stages/${await newest('complaint_stage')}/answer`), answer)
    if (stages === 'two')
      await send(at(`complaints/${await line('complaint')}/further`), {
        asked: '15 Mar',
        answers,
        why: 'They did not.',
      })
  }
}

/** What goes out of their own file: of one row struck, of visits and reviews whole; and a file that was made of it, though more is undecided. */
async function decideFile({ served, me }: Pick<Recording, 'served' | 'me'>, { at, send, newest }: Hand): Promise<void> {
  const struck = { goes: 'struck', strike: 'their mother', kind: 'other people', why: 'She was not asked.' }
  await send(at(`own-file/${await newest('leaving_care_end')}/decide`), struck)
  const of = `select $1::smallint as council, r.child, r.line as request, $2::uuid as person from kith.file_request r
    where r.council = $1 and r.recorded_by = $2 and r.outcome is null order by r.recorded desc limit 1`
  await served.query(
    `with q as (${of}), fresh as (select kith.new_id() as id, q.*, s.* from q, lateral (
         select 'visit' as on_table, id as on_row from kith.visit where child = q.child
         union all select 'review', id from kith.review where child = q.child) s)
     insert into kith.file_decision (council, id, line, child, request, on_table, on_row, goes, recorded_by)
     select council, id, id, child, request, on_table, on_row, 'whole', person from fresh`,
    [served.council.council, me.who.person],
  )
  await served.query(
    `with q as (${of}), fresh as (select kith.new_id() as id, q.*, d.* from q, lateral (
         select array_agg(id) as decided, count(*) as n from kith.file_decision where request = q.request) d)
     insert into kith.file_made (council, id, line, child, request, made, decided, out_whole, struck, kept_back, drafts, left_out, recorded_by)
     select council, id, id, child, request, '2027-03-30', decided, n - 1, 1, 0, 0, '{other people}', person from fresh`,
    [served.council.council, me.who.person],
  )
}

/** Two other records that are said to be of this child: one is joined to it, of the other it is not decided. */
async function joinOthers({ served, me, colleague }: Recording, hand: Hand): Promise<void> {
  const { at, send } = hand
  const file = { asked: '1 Mar', asker: 'themselves', identity: 'asked for', answers: me.who.person }
  await send(at('file-requests/record'), { ...file, what: 'All of it.' })
  const home = { kind: 'lives with a parent', since: '1 Mar 2026', lives_with: 'a parent', words: 'With their mother.' }
  await send(at('leaving-care-ends/record'), { ...home, decided_by: me.who.person })
  await decideFile({ served, me }, hand)
  await complain({ me }, hand)
  for (const joined of [true, false]) {
    const [other] = await served.query<{ id: string }>(
      `with one as (insert into kith.person (council, recorded_by) values ($1, $2) returning id),
         child as (insert into kith.child (council, id, recorded_by) select $1, id, $2 from one),
         sees as (select kith.new_id() as id)
       insert into kith.standing_relation (council, id, line, person, child, relation, reason, recorded_by)
         select $1, sees.id, sees.id, $2, one.id, 'records-officer', 'role', $2 from one, sees returning child as id`,
      [served.council.council, colleague.person],
    )
    await send(at('joins/record'), { number: other?.id ?? '', stays: 'this', why: 'It is her.' })
    if (!joined) continue
    const [row] = await served.query<{ id: string }>('select id from kith.record_join where child = $1', [other?.id])
    const step = { id: row?.id ?? '', columns: { step: 'confirmed' }, words: 'So I think.' }
    await served.door.as(colleague, async (asking) => await changeFrom(asking, 'kith.record_join', step))
  }
}

/** A record of nobody else's, whom one in this family may be. */
async function anotherRecord({ served, me }: Recording): Promise<string> {
  const [other] = await served.query<{ id: string }>(
    `with one as (insert into kith.person (council, recorded_by) values ($1, $2) returning id)
     insert into kith.child (council, id, recorded_by) select $1, id, $2 from one returning id`,
    [served.council.council, me.who.person],
  )
  return other?.id ?? ''
}

/** This record was sealed and opened again; another one is sealed, for whoever records and their colleague, and a third they look into. */
async function sealAnother(recording: Recording, child: string): Promise<void> {
  const { served, me, colleague } = recording
  const looked = await anotherRecord(recording)
  for (const [whose, step] of [
    [child, 'opened'],
    [await anotherRecord(recording), 'sealed'],
    [looked, 'sealed'],
  ])
    await served.query(
      `with fresh as (select kith.new_id() as id)
       insert into kith.adoption_seal (council, id, line, child, step, order_made, decided, named, recorded_by)
       select $1, id, id, $2, $3, '2027-02-01', '2027-02-03', $4, $5 from fresh`,
      [served.council.council, whose, step, [me.who.person, colleague.person], me.who.person],
    )
  await served.query(
    `insert into kith.seal_opening (council, child, person, said, until, recorded_by)
     values ($1, $2, $3, decode(repeat('ab', 40), 'hex'), now() + interval '4 hours', $3)`,
    [served.council.council, looked, me.who.person],
  )
  await served.query(
    `with fresh as (select kith.new_id() as id)
     insert into kith.adoption_tie (council, id, line, child, other, kind, step, recorded_by)
     select $1, id, id, $2, $3, 'known again', 'proposed', $4 from fresh`,
    [served.council.council, looked, child, colleague.person],
  )
  await served.query(
    `with fresh as (select kith.new_id() as id)
     insert into kith.family_link (council, id, line, child, person, other_child, recorded_by)
     select $1, fresh.id, fresh.id, $2, p.line, $3, $4 from fresh,
       (select line from kith.family_person_current where child = $2 order by line limit 1) p`,
    [served.council.council, child, looked, me.who.person],
  )
}

/** The sealed record that is looked into. */
export async function lookedInto({ query }: Served): Promise<string> {
  return (
    (await query<{ child: string }>('select child from kith.seal_opening order by recorded limit 1'))[0]?.child ?? ''
  )
}

/** Once back, with the talk after it, and once not yet. */
async function runAway({ at, send, newest }: Hand): Promise<void> {
  await send(at('missing/record'), { ...AWAY, since: '20 Mar' })
  await send(at(`missing/${await newest('missing_episode')}/found`), BACK)
  await send(at(`missing/${await newest('missing_episode')}/return-talk`), TALK)
  await send(at('missing/record'), { ...AWAY, since: '28 Mar' })
}

/** In two windows: the second text stands beside the plan, to be put together with it or withdrawn. */
async function writePlanTwice({ app, me }: Recording, { at, send }: Hand): Promise<void> {
  const fields: readonly Field[] = [['form-token', me.token]]
  for (const one of ['plan', 'placement-plan', 'pathway-plan', 'health-plan', 'safety-plan'])
    await ask(app, { method: 'POST', path: at(`${one}/begin`) }, { secret: me.secret, fields })
  for (const part of ['health', 'family']) {
    const path = at(`plan/write/${part}`)
    const [one, two] = [await begun(app, me, path), await begun(app, me, path)]
    await send(path, { [part]: 'Sees Dr Ito.' }, { page: one })
    await send(path, { [part]: 'Likes the dentist.' }, { page: two, status: 409 })
  }
}

/** Copied, and agreed for a home: of an edition as it is, since to approve one needs two people. */
async function copyPlan({ served, me }: Recording, child: string): Promise<void> {
  const [one] = await served.query<{ plan: string; id: string }>(
    `select e.plan, e.id from kith.plan_edition e where e.child = $1 order by e.id limit 1`,
    [child],
  )
  const columns = {
    plan: one?.plan ?? '',
    edition: one?.id ?? '',
    recipient: 'child',
    given: '2027-03-20',
    withheld: null,
  }
  const [home] = await served.query<{ line: string }>(
    `select line from kith.placement_current where child = $1 order by line limit 1`,
    [child],
  )
  const agreed = { placement: home?.line ?? '', edition: one?.id ?? '' }
  await served.door.as(me.who, async (asking) => {
    await recordFirst(asking, 'kith.plan_copy', { child, columns })
    await recordFirst(asking, 'kith.placement_plan', { child, columns: agreed })
  })
}

async function addDocument(recording: Recording, path: string, other: Filled = {}): Promise<void> {
  const file = new File([Buffer.from(FILES.png)], 'garden.png')
  await sendFile(recording, path, { typed: { ...DOCUMENT, ...other }, file })
}
/** Two lists of two providers, which give two days of what is one assessment: somebody has to decide. */
async function listsThatDiffer(recording: Recording, child: string): Promise<void> {
  for (const [provider, held] of [
    ['Hill Trust', '2027-02-01'],
    ['Vale Trust', '2027-02-03'],
  ] as const) {
    const file = new File([`child,kind,held,by\n${child},initial,${held},doctor`], 'list.csv')
    await sendFile(recording, '/health-lists/record', { typed: { provider, of_day: '1 Mar 2027' }, file })
  }
}
/** Read and not taken; the same file again is the same list. */
async function termsRead(recording: Recording): Promise<void> {
  const file = new File(['school,term,first day,last day\nTestshire School,lent,1 Sep 2027,1 Dec 2027'], 'terms.csv')
  await sendFile(recording, '/settings/schools/file', { typed: {}, file })
}
type WithFile = { readonly typed: Filled; readonly file: File }
async function sendFile({ app, me }: Recording, path: string, { typed, file }: WithFile): Promise<void> {
  const body = new FormData()
  const { hidden } = await begun(app, me, path)
  for (const [name, value] of [...hidden, ...Object.entries(typed), ['_do', 'send'] as const]) body.append(name, value)
  body.append('file', file)
  const headers = { host: new URL(HERE).host, origin: HERE, cookie: `kith-session=${me.secret}` }
  const answer = await app.request(HERE + path, { method: 'POST', headers, body })
  assert.equal(answer.status, 303, path)
}

/** Once by the asker; and once by the colleague about what neither wrote, as whoever writes down an answer on paper has to find it. */
async function askTwice({ served, me, colleague }: Recording, { line }: Hand, child: string): Promise<void> {
  const mine = { table: 'visit', line: await line('visit') }
  await askFor(served, me.who, { child, kind: 'other', about: mine })
  const nobodys = { table: 'birth_claim', line: await line('birth_claim') }
  await askFor(served, colleague, { child, kind: 'permanence', about: nobodys })
}
type Wanted = { readonly child: string; readonly kind: string; readonly about: { table: string; line: string } }
async function askFor({ door }: Served, who: Who, { child, kind, about }: Wanted): Promise<void> {
  const typed = {
    ...{ kind, on: about, ofRelation: null, ofPerson: null, byWhen: '2027-04-02', why: 'It is time to say.' },
    ...{ view: null, askedBefore: null, whoMayKnow: null },
  }
  const asked = await door.as(who, async (asking) => await askApproval(asking, child, { typed, today: TODAY }))
  assert.ok('ok' in asked, JSON.stringify(asked))
}

export type Row = {
  readonly table: string
  readonly about: string
  /** In whose record, where it is another's. */
  readonly child?: string
}
/** Of most tables the last three are enough; of these the ids say nothing of the order, or many are made that open nothing. */
const SO_MANY = new Map([
  ['practice_audit_current', 9],
  ['audit_round_current', 12],
  ['supervision_current', 12],
])
const lastOf = (table: string): number => SO_MANY.get(table) ?? 3

/** Of which table the rows are that open a form, by the beginning of its address, where that says nothing of it: here they are looked for first. */
export const OF_OTHER_NAMES: readonly (readonly [string, string])[] = [
  ['/break-glass/', 'closed'],
  ['/children/:child/gender/', 'child_name_current'],
  ['/children/:child/holds/', 'retention_event_current'],
  ['/children/:child/homes/', 'placement_current'],
  ['/children/:child/homes-found/', 'household_current'],
  ['/children/:child/kept-out/', 'own_family'],
  ['/children/:child/lives-at/', 'household_current'],
  ['/children/:child/orders/', 'legal_basis_current'],
  ['/children/:child/organisations/', 'let_in'],
  ['/children/:child/own-file/', 'child_identifier_current'],
  ['/children/:child/people/', 'family_person_current'],
  ['/children/:child/places-held/', 'household_current'],
  ['/children/:child/pronouns/', 'child_name_current'],
  ['/homes/', 'household_current'],
  ['/settings/kept-out/', 'own_family'],
]

type Source = { readonly table: string; readonly rows: () => Promise<readonly Row[]> }
/** The question to each table of a child's record; asked once which there are. */
let ofChildren: readonly (readonly [string, string])[] | undefined
async function tablesOfChildren({ query }: Served): Promise<readonly (readonly [string, string])[]> {
  const tables = await query<{ name: string }>(
    `select c.relname as name from pg_class c where c.relnamespace = 'kith'::regnamespace and c.relkind = 'v' and c.relname like '%_current'
     and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'child')`,
  )
  return tables.map(({ name }): [string, string] => [
    name,
    `select id, line from kith.${name} where child = $1 order by id desc limit ${lastOf(name)}`,
  ])
}

const OF_THE_COUNCIL = [
  'own_family',
  'record_join',
  'return_run',
  'return_step',
  'return_flag',
  'worker',
  'team',
  'team_membership',
  'school',
  'school_term',
  'term_list',
  'placed_here_current',
  ...['organisation_current', 'organisation_worker_current'],
  'health_list',
  'supervision_current',
  'audit_round_current',
  'practice_theme_current',
  ...['recruitment_campaign', 'campaign_count', 'campaign_home'].map((name) => `${name}_current`),
  ...['', '_address', '_person', '_approval', '_skill', '_hold', '_event'].map((part) => `household${part}_current`),
].map((name): [string, string] => [
  name,
  `select id, id as line from kith.${name} where $1::text <> '' order by id desc limit ${lastOf(name)}`,
])
const OTHERS: readonly (readonly [string, string])[] = [
  ['plan_edition', 'select id, id as line from kith.plan_edition where child = $1'],
  [
    'sealed',
    `select child as id, child as line from kith.adoption_seal where step = 'sealed' and $1::text <> '' order by id desc limit 3`,
  ],
  [
    'let_in',
    `select id, line from kith.standing_relation where child = $1 and reason = 'agreement with another organisation'`,
  ],
  // Ids of workers are drawn by chance here, so that the last three are any three.
  ...[SUPERVISED, LEFT].map((name): [string, string] => [
    'staff_called',
    `select id, id as line from kith.worker where name = '${name}' and $1::text <> ''`,
  ]),
]

/** What stands in the child's record, the newest of it first, what the return of the council has, and workers: each table is asked when it is looked in, since to plan one question to all of them takes longer than most forms. */
export async function rowsOf(served: Served, child: string): Promise<readonly Source[]> {
  ofChildren ??= await tablesOfChildren(served)
  const rowsIn = async (table: string, text: string): Promise<readonly Row[]> =>
    (await served.query<{ id: string; line: string }>(text, [child])).flatMap(({ id, line }) =>
      [...new Set([id, line])].map((about) => ({ table, about })),
    )
  return [
    { table: 'child', rows: async () => [{ table: 'child', about: child }] },
    ...[...ofChildren, ...OF_THE_COUNCIL, ...OTHERS].map(([table, text]) => ({
      table,
      rows: async () => await rowsIn(table, text),
    })),
  ]
}
