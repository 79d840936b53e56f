// Missing and safe in the browser: told by the hour, graded, found, why in their words, exploitation, referral, and who the child is; and who may not.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, describe, test } from 'node:test'
import { sql } from 'kysely'
import { assessmentForms } from '#assessments/pages'
import { audienceForms, audienceRoutes } from '#audiences/pages'
import { careEventForms, careEventRoutes } from '#care-events'
import { childRoutes } from '#child-pages'
import type { Who } from '#database'
import { formRoutes } from '#forms'
import { inTrayForms, inTrayRoutes } from '#in-tray'
import { listRoutes } from '#lists'
import { type CareCouncil, careCouncil } from './care-served.ts'
import { type Fields, get, send } from './form-posting.ts'

let council: CareCouncil
let ana: Who
let child: string

const routes = () => [
  ...formRoutes([...careEventForms, ...assessmentForms, ...audienceForms, ...inTrayForms], async () => new Map()),
  ...[...careEventRoutes(), ...childRoutes(), ...listRoutes(), ...audienceRoutes(), ...inTrayRoutes()],
]
before(async () => {
  council = await careCouncil('missing web', routes)
  ana = council.ana
  child = await council.childInCare()
})
after(async () => await council?.served.close())

const plain = (html: string): string => html.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ')
const by = async (who: Who, path: string, fields: Fields) =>
  await send(council.as(who), `/children/${child}/${path}`, fields)
async function sent(path: string, fields: Fields): Promise<void> {
  const answer = await by(ana, path, fields)
  assert.equal(answer.status, 303, plain(answer.html).slice(0, 4000))
}
async function refused(path: string, fields: Fields, says: readonly RegExp[]): Promise<void> {
  const answer = await by(ana, path, fields)
  assert.equal(answer.status, 422)
  for (const one of says) assert.match(plain(answer.html), one)
  for (const text of Object.values(fields).flat())
    if (text.includes(' ')) assert.ok(answer.html.includes(text), `${text} is kept`)
}
const page = async (path: string, who = ana): Promise<string> => {
  const answer = await get(council.as(who), path.startsWith('/') ? path : `/children/${child}/${path}`)
  assert.equal(answer.status, 200, path)
  return plain(answer.html)
}
const idOf = async (table: string): Promise<string> =>
  (await council.standing<{ id: string }>(table, child, 'id')).at(-1)?.id ?? ''
const duties = async (rule: string): Promise<readonly string[]> =>
  (
    await council.served.query<{ said: string }>(
      `select concat_ws(' ', standing, due, done, missing) as said from kith.duty where child = $1 and rule = $2 order by 1`,
      [child, rule],
    )
  ).map(({ said }) => said)

const GONE = {
  ...{ kind: 'missing', since: '27 Mar', since_time: '22:15', reported_by: 'Ann Lowe', done: 'Rang the police.' },
  ...{ police_grading: 'medium', area: 'Wexmoor', told_who: ['police', 'area authority'], told_why: ['', ''] },
  ...{
    told_day: ['27 Mar', '28 Mar'],
    told_day_time: ['23:00', ''],
    told_said: ['By telephone', ''],
    told_teller: ['carer or home', ''],
  },
}
const BACK = { until: '28 Mar', until_time: '07:30', found_where: 'The station', found_with: 'A cousin' }
const TALK = { offered: '29 Mar', happened: '29 Mar', outcome: 'held', by: 'Sam of the charity', independent: 'yes' }

describe('a time missing', () => {
  test('nothing recorded: each card says what that means', async () => {
    const text = await page('missing')
    for (const says of [/No time is recorded/, /No time missing or away since/, /That is not the same as none/])
      assert.match(text, says)
    assert.match(text, /There is no safety plan/)
    assert.match(await page('/missing', council.manager), /0 children missing now[\s\S]*Nobody is recorded as missing/)
  })

  test('who was told at what hour, and the grading, stand with it; a time without its day is refused', async () => {
    const home = (await council.standing<{ line: string }>('placement', child, 'line'))[0]?.line
    const plan = { report_hours: 'soon' }
    await refused(`homes/${home}/plan`, plan, [/whole hours from 0 to 24/])
    await sent(`homes/${home}/plan`, { ...plan, report_hours: '1' })
    await refused('missing/record', { ...GONE, told_day: ['', '28 Mar'] }, [/Write the day on which they were told/])
    await sent('missing/record', GONE)
    const text = await page('missing')
    assert.match(text, /Nia is missing Sat 27 Mar 2027, 22:15 to now/)
    assert.match(text, /Police, Sat 27 Mar 2027, 23:00, by their carer or home \(By telephone\)/)
    assert.match(text, /The council of the area, Sun 28 Mar 2027/)
    assert.match(text, /Graded by the police Medium/)
    assert.match(text, /Council of the area Wexmoor/)
    assert.deepEqual(await duties('MI-03'), ['doneOnTime 2027-03-27 2027-03-27'])
    assert.match(
      await page('/missing', council.manager),
      /1 child missing now[\s\S]*Sat 27 Mar 2027, 22:15[\s\S]*Medium/,
    )
  })

  test('put right, the grading changes; told later than the plan says is late', async () => {
    const told = (await council.standing<{ id: string; recipient: string }>('told', child, 'id, recipient')).find(
      ({ recipient }) => recipient === 'police',
    )
    const {
      told_who: _,
      told_day: _1,
      told_day_time: _2,
      told_why: _3,
      told_said: _4,
      told_teller: _5,
      ...facts
    } = GONE
    await sent(`missing/${await idOf('missing_episode')}/correct`, { ...facts, police_grading: 'high' })
    assert.match(await page('missing'), /Graded by the police High/)
    const later = {
      about: 'missing',
      told_who: 'police',
      told_day: '27 Mar',
      told_day_time: '23:30',
      told_why: '',
      told_teller: 'our night team',
    }
    await sent(`told/${told?.id}/correct`, { ...later, told_said: 'By telephone' })
    assert.match(await page('missing'), /Police, Sat 27 Mar 2027, 23:30, by our night team \(By telephone\)/)
    assert.deepEqual(await duties('MI-03'), ['doneLate 2027-03-27 2027-03-27'])
  })

  test('back: with whom, the pattern by the day and hour of going, and the talk that is owed', async () => {
    await sent(`missing/${await idOf('missing_episode')}/found`, { ...BACK, how_they_are: 'Cold', back: 'home' })
    const text = await page('missing')
    assert.match(text, /How long 8 hours[\s\S]*Found The station With A cousin/)
    assert.match(text, /was missing 1 time [\s\S]*Saturday 1[\s\S]*6pm to midnight 1/)
    assert.match(await page('/missing', council.manager), /Back, and no talk yet[\s\S]*by Wed 31 Mar 2027, 07:30/)
  })

  test('why, in their words: kept only where they agreed, and still there when the talk is put right', async () => {
    const line = (await council.standing<{ line: string }>('missing_episode', child, 'line'))[0]?.line
    const why = { push: 'They shout at night', pull: 'My cousin listens' }
    await refused(`missing/${line}/return-talk`, { ...TALK, ...why }, [/only if they agreed/])
    await sent(`missing/${line}/return-talk`, { ...TALK, ...why, may_be_heard: 'yes' })
    assert.match(await page('missing'), /“They shout at night”[\s\S]*what made them leave[\s\S]*“My cousin listens”/)
    const { html } = await get(
      council.as(ana),
      `/children/${child}/return-talks/${await idOf('return_interview')}/correct`,
    )
    assert.ok(html.includes('They shout at night') && /name="may_be_heard"[^>]*checked/.test(html))
    assert.match(await page('/missing', council.manager), /No talk is outstanding/)
  })
})

const LOOK = {
  ...{ set_off_by: 'missing', set_off_on: '28 Mar' },
  ...{
    assessed: '29 Mar',
    kinds: ['criminal', 'online'],
    known: 'Two phones, her carer says',
    unknown: 'Whose they are',
  },
  ...{ strengths: 'Her aunt, football', child: 'It is my business', worried: 'Her school, because of the phones' },
  ...{ risk: 'yes', level: 'We are worried, and watch', agreed: 'Ana Reed, team manager', review_by: '20 Apr' },
}
describe('exploitation', () => {
  test('what is not said is asked for, with all that was typed kept; the next look is within three months', async () => {
    await refused('exploitation/record', { known: 'Two phones' }, [
      ...[/which kinds/, /who finds it out/, /what keeps them safe/, /why nobody has asked/, /who is worried/],
      ...[/see a risk/, /level in words/, /name and part/, /by when it is looked at again/],
    ])
    await refused('exploitation/record', { ...LOOK, review_by: '20 Jul' }, [/within three months, by Tue 29 Jun 2027/])
  })

  test('recorded it stands with who agreed it; the next look stands first and the one before is kept', async () => {
    await sent('exploitation/record', LOOK)
    const text = await page('missing')
    assert.match(
      text,
      /We are worried, and watch[\s\S]*see a risk; agreed by Ana Reed, team manager on Mon 29 Mar 2027/,
    )
    assert.match(text, /Criminal exploitation, county lines among it, Online/)
    assert.match(text, /What set it off: A time missing, Sun 28 Mar 2027/)
    assert.deepEqual(await duties('MI-10'), ['open 2027-04-20'])
    await sent('exploitation/record', { ...LOOK, assessed: '30 Mar', level: 'More worried', review_by: '10 Apr' })
    assert.match(await page('missing'), /More worried[\s\S]*What was known before 1[\s\S]*We are worried, and watch/)
    assert.deepEqual(await duties('MI-10'), ['doneOnTime 2027-04-20 2027-03-30', 'open 2027-04-10'])
  })

  test('gone again with that risk: a meeting and a safety plan are owed, and the manager reads it', async () => {
    await sent('missing/record', { ...GONE, since: '30 Mar', told_day: ['30 Mar', '30 Mar'] })
    assert.deepEqual(await duties('MI-04'), ['open'])
    const text = await page('/missing', council.manager)
    assert.match(text, /A meeting is owed 1[\s\S]*Nia Prosser/)
    assert.match(text, /A risk seen, and no safety plan 1[\s\S]*Tue 30 Mar 2027/)
  })

  test('a look that saw no risk needs no next day, and asks for none', async () => {
    await refused('exploitation/record', { ...LOOK, assessed: 'today', risk: 'not known', review_by: '' }, [
      /by when it is looked at again/,
    ])
    await sent('exploitation/record', { ...LOOK, assessed: 'today', risk: 'no', review_by: '' })
    assert.match(await page('missing'), /No risk was seen, and no day is set for another look/)
    assert.equal((await duties('MI-10')).length, 2)
    assert.doesNotMatch((await duties('MI-10')).join(), /open/)
  })

  test('a possible victim of modern slavery: why not referred, then the referral and its decisions in order', async () => {
    const seen = { seen: '22 Mar', saw: 'A debt to an older boy' }
    await refused('modern-slavery/record', seen, [/why they are not referred yet/])
    await sent('modern-slavery/record', { ...seen, why: 'Ana rings today' })
    assert.deepEqual(await duties('MI-08'), ['open'])
    const path = `modern-slavery/${await idOf('slavery_referral')}/went-on`
    const sent_ = { ...seen, referred: '23 Mar', responder: 'Ana Reed, the council' }
    await refused(path, { ...sent_, conclusive: '30 Mar', conclusive_outcome: 'positive' }, [
      /after the one on reasonable/,
    ])
    await refused(path, { ...sent_, reasonable: '30 Mar' }, [/Say what was decided/])
    await refused(path, { ...sent_, guardian: 'referred' }, [/Write the day of the referral/])
    await refused(path, { ...sent_, guardian: 'referred', guardian_on: '21 Mar' }, [/then, or later/])
    assert.deepEqual(await duties('UA-05'), ['open'])
    const guardian = { guardian: 'referred', guardian_on: '24 Mar' }
    await sent(path, { ...sent_, ...guardian, reasonable: '31 Mar', reasonable_outcome: 'positive' })
    assert.match(await page('missing'), /A guardian Referred Wed 24 Mar 2027/)
    assert.deepEqual(await duties('UA-05'), ['doneOnTime 2027-03-24'])
    assert.match(await page('missing'), /Referred Tue 23 Mar 2027[\s\S]*Reasonable grounds Yes, Wed 31 Mar 2027/)
    assert.deepEqual(await duties('MI-08'), ['doneOnTime 2027-03-23', 'doneOnTime 2027-04-01 2027-03-31'])
  })
})

describe('who they are', () => {
  const FAITH = {
    ...{ side: 'faith', happened: '29 Mar', with: 'Ana and Nia', told_by: 'child', means: 'It is my Gran' },
    ...{ set_off_by: 'something else', set_off: 'A funeral', set_off_on: '20 Mar' },
  }
  test('a side that nobody talked about is not explored, whatever code there is', async () => {
    await council.served.query(
      `insert into kith.identity_code (council, id, line, child, kind, code, recorded_by)
       select council, $2::uuid, $2::uuid, id, 'ethnicity for the return', 'WBRI', kith.new_id() from kith.child where id = $1`,
      [child, randomUUID()],
    )
    assert.match(await page('who-they-are'), /Not explored yet[\s\S]*Ethnicity/)
  })
  test('a need says in which plan; what was said stays when it is put right', async () => {
    const need = { ...FAITH, needs: 'To go on Sundays', changed: 'Her carer drives her', sources: 'A walk' }
    await refused('who-they-are/record', need, [/in which plan that need stands/])
    await refused('who-they-are/record', { ...need, plan: 'x', set_off: '', set_off_on: '30 Mar' }, [
      /in a few words what set it off/,
      /by Mon 29 Mar 2027 at the latest/,
    ])
    await sent('who-they-are/record', { ...need, plan: 'The care plan, family' })
    assert.match(
      await page('who-they-are'),
      /Faith and belief [\s\S]*It is my Gran[\s\S]*in their own words; Ana and Nia/,
    )
    const path = `who-they-are/${await idOf('identity_talk')}`
    await sent(`${path}/correct`, { ...need, plan: 'The care plan', means: 'It is my Nan' })
    assert.match(await page('who-they-are'), /It is my Nan[\s\S]*What set it off: A funeral, Sat 20 Mar 2027/)
    await sent(`who-they-are/${await idOf('identity_talk')}/retract`, { reason: 'Another child’s' })
    assert.match(await page('who-they-are'), /Not explored yet[\s\S]*Faith and belief/)
  })
  test('what they like to do, with what stands in the way since when and what we do', async () => {
    const football = { what: 'Football', state: 'wants to', way: 'No boots', hindered_since: '1 Mar' }
    await refused('interests/record', football, [/what we do about it/])
    await sent('interests/record', { ...football, do: 'Ana buys them' })
    assert.match(
      await page('who-they-are'),
      /Football : Nia wants to [\s\S]*In the way since Mon 1 Mar 2027[\s\S]*No boots/,
    )
    await sent(`interests/${await idOf('interest')}/change`, { what: 'Football', state: 'does it', since: '30 Mar' })
    assert.match(await page('who-they-are'), /Football : Nia does it, since Tue 30 Mar 2027/)
    assert.doesNotMatch(await page('who-they-are'), /No boots/)
  })
})

describe('kept to few', () => {
  const SIDE = {
    ...{ side: 'sexuality', happened: '29 Mar', with: 'Ana and Nia', told_by: 'child', means: 'I told Ana alone' },
    ...{
      set_off_by: 'something else',
      set_off: 'A film',
      set_off_on: '20 Mar',
      changed: 'Nothing yet',
      sources: 'A walk',
    },
  }
  const LOOK = {
    ...{
      assessed: '29 Mar',
      kinds: ['criminal'],
      known: 'Seen with Jay Orme',
      unknown: 'Where',
      strengths: 'Her aunt',
    },
    ...{
      child: 'Not asked yet',
      worried: 'Her carer',
      risk: 'yes',
      level: 'High',
      agreed: 'Ana Reed',
      review_by: '1 Jun',
    },
    ...{ set_off_by: 'something else', set_off: 'A call', set_off_on: '20 Mar' },
  }
  const DECIDED = { power: 'told in confidence', because: 'Nia asked me' }
  const reads = async (who: Who, path: string, words: RegExp) => words.test(await page(path, who))
  const asked = async (path: string, why: string): Promise<void> => {
    await sent(`${path}/ask-approval`, { why })
    request = (await council.standing<{ line: string }>('approval_request', child, 'line')).at(-1)?.line ?? ''
  }
  let request: string
  const readsRequest = async (who: Who): Promise<number> =>
    (await get(council.as(who), `/children/${child}/requests/${request}`)).status
  const may = async (who: Who, ask: string): Promise<boolean> =>
    await council.served.door.as(who, async ({ record }) => {
      const { rows } = await sql<{ may: boolean }>`select ${sql.raw(ask)} as may`.execute(record)
      return rows[0]?.may === true
    })
  test('one side, as it is written: those who read plans find nothing of it, nor the form of it, until it is opened', async () => {
    const [nurse, manager] = [await council.served.worker('health-team', child), council.manager]
    await refused('who-they-are/record', { ...SIDE, audience: ['everybody'] }, [/Choose from the list who may/])
    const few = { audience: ['allocated-worker'] }
    await refused('who-they-are/record', { ...SIDE, ...few }, [/Say what the decision rests on[\s\S]*Write why/])
    await refused('who-they-are/record', { ...SIDE, ...DECIDED, audience: [] }, [/Tick who may know it/])
    await sent('who-they-are/record', { ...SIDE, ...few, ...DECIDED })
    const id = await idOf('identity_talk')
    assert.match(await page('who-they-are'), /I told Ana alone[\s\S]*Kept to few/)
    for (const who of [nurse, manager]) assert.ok(!(await reads(who, 'who-they-are', /I told Ana alone|Kept to few/)))
    const [{ line } = { line: '' }] = await council.standing<{ line: string }>('identity_talk', child, 'line')
    const ask = `who-they-are/${line}/ask-approval`
    assert.match(await page(ask), /Nobody who may know it can approve it now/)
    await asked(`who-they-are/${line}`, 'Nia told me who she loves')
    const answers = [
      `kith.may_answer('${child}', '${request}', 'approved')`,
      `kith.may_write_paper('${child}', '${request}', null, null)`,
      `exists (select from kith.approval_request where on_line = '${line}')`,
    ]
    assert.equal(await readsRequest(ana), 200)
    for (const who of [nurse, manager]) {
      assert.equal(await readsRequest(who), 404)
      for (const may_ of answers) assert.equal(await may(who, may_), false, may_)
      assert.doesNotMatch(await page('/approvals', who), /assessment approved/i)
    }
    const known = await page('who-may-know')
    assert.match(
      known,
      /One side of who they are: Sexuality, Mon 29 Mar 2027[\s\S]*Told in confidence[\s\S]*Nia asked me/,
    )
    assert.doesNotMatch(known, /wish of the child|set_off|means/i)
    assert.doesNotMatch(await page('who-may-know', manager), /One side of who they are/)
    for (const does of ['correct', 'retract', 'who-may-know'])
      assert.equal((await get(council.as(manager), `/children/${child}/who-they-are/${id}/${does}`)).status, 404, does)
    // Put right, it stays with the same few.
    await sent(`who-they-are/${id}/correct`, { ...SIDE, means: 'I told Ana and no one' })
    assert.ok(!(await reads(manager, 'who-they-are', /I told Ana/)))
    const now = await idOf('identity_talk')
    await sent(`who-they-are/${now}/who-may-know`, { audience: [''], power: '', because: '', decided: '' })
    assert.ok(await reads(nurse, 'who-they-are', /I told Ana and no one/))
    assert.deepEqual([await readsRequest(nurse), await readsRequest(manager)], [200, 200], 'nor is it for few to ask')
    for (const may_ of answers) assert.equal(await may(manager, may_), true, may_)
    assert.doesNotMatch(await page(ask), /Nobody who may know it/)
  })
  test('who was asked by name, and is kept from it afterwards, is not waited for', async () => {
    await sent('who-they-are/record', { ...SIDE, side: 'class', means: 'We have a little', audience: [''] })
    const id = await idOf('identity_talk')
    const [{ line } = { line: '' }] = (await council.standing<{ line: string }>('identity_talk', child, 'line')).slice(
      -1,
    )
    await sent(`who-they-are/${line}/ask-approval`, { why: 'Read it', decider: council.manager.person })
    assert.match(await page('who-they-are'), /Read by a second person: Waits for/)
    const few = { audience: ['allocated-worker'], ...DECIDED, decided: '30 Mar' }
    await sent(`who-they-are/${id}/who-may-know`, few)
    assert.match(await page('who-they-are'), /was asked and cannot answer it now[\s\S]*ask somebody else/)
    assert.doesNotMatch(await page('who-they-are'), /Waits for/)
  })
  test('what is known of exploitation, and names somebody else: afterwards too, and not past the page', async () => {
    await sent('exploitation/record', LOOK)
    assert.ok(await reads(council.manager, 'missing', /Jay Orme/))
    const id = await idOf('exploitation_assessment')
    await asked(`exploitation/${id}`, 'Look at Jay Orme')
    assert.match(await page('missing', council.manager), /Read by a second person: Not answered yet/)
    await sent(`exploitation/${id}/who-may-know`, {
      ...{ power: 'private to whom it is about', because: 'It names Jay', decided: '30 Mar' },
      audience: ['allocated-worker'],
    })
    assert.ok(await reads(ana, 'missing', /Jay Orme[\s\S]*/))
    assert.ok(!(await reads(council.manager, 'missing', /Jay Orme/)))
    assert.match(await page('missing', council.manager), /the latest that you may read/)
    assert.deepEqual(await readsRequest(council.manager), 404, 'nor why it was asked that somebody approves it')
    const seen = async (who: Who) =>
      await council.served.door.as(who, async ({ record }) => {
        const rows = await record
          .selectFrom('kith.exploitation_assessment')
          .select('id')
          .where('child', '=', child)
          .execute()
        return rows.filter((row) => row.id === id).length
      })
    assert.deepEqual([await seen(ana), await seen(council.manager)], [1, 0], 'nor an older version')
  })
  test('not so that nobody could read it: refused beside its field', async () => {
    const nobodys = await council.childInCare({ worker: '' })
    const cover = await council.served.worker('cover', nobodys)
    const few = { audience: ['allocated-worker'] }
    for (const [path, fields] of [
      ['who-they-are/record', { ...SIDE, ...DECIDED, ...few }],
      ['exploitation/record', { ...LOOK, ...DECIDED, ...few }],
    ] as const) {
      const answer = await send(council.as(cover), `/children/${nobodys}/${path}`, fields)
      assert.equal(answer.status, 422, path)
      assert.match(plain(answer.html), /Nobody who works with this child could read it then/)
    }
    assert.deepEqual(await council.standing('identity_talk', nobodys, 'id'), [])
  })
})

test('a nurse reads who they are and nothing of missing; a stranger neither, and no name on the list', async () => {
  const nurse = await council.served.worker('health-team', child)
  const stranger = await council.served.worker(undefined)
  const status = async (who: Who, path: string) => (await get(council.as(who), `/children/${child}/${path}`)).status
  assert.deepEqual([await status(nurse, 'missing'), await status(nurse, 'who-they-are')], [403, 200])
  assert.ok((await status(stranger, 'missing')) >= 403 && (await status(stranger, 'who-they-are')) >= 403)
  for (const path of ['exploitation/record', 'modern-slavery/record', 'who-they-are/record', 'interests/record'])
    assert.equal(await status(nurse, path), 403, path)
  assert.doesNotMatch(await page('/missing', stranger), /Prosser/)
  assert.doesNotMatch(await page('/missing', nurse), /Prosser/)
})

describe('several times missing', () => {
  test('one talk about two times is owed for neither; put right and taken back for both', async () => {
    child = await council.childInCare()
    const talks = async () =>
      await council.standing<{ outcome: string; covered: string | null }>(
        'return_interview',
        child,
        'outcome, covered_by as covered',
      )
    const before = 0
    for (const [since, until] of [
      ['29 Mar', '29 Mar'],
      ['30 Mar', '30 Mar'],
    ] as const) {
      await sent('missing/record', {
        ...GONE,
        since,
        since_time: '10:00',
        told_day: [since, since],
        told_day_time: ['11:00', ''],
      })
      await sent(`missing/${await idOf('missing_episode')}/found`, {
        ...BACK,
        until,
        until_time: '20:00',
        how_they_are: 'Tired',
        back: 'home',
      })
    }
    const lines = (await council.standing<{ line: string }>('missing_episode', child, 'line')).map(({ line }) => line)
    const [first = '', second = ''] = lines.slice(-2)
    await refused(`missing/${first}/return-talk`, { ...TALK, covers: [second] }, [/They were not back yet/])
    await sent(`missing/${first}/return-talk`, { ...TALK, offered: '31 Mar', happened: '31 Mar', covers: [second] })
    assert.deepEqual(
      (await talks()).slice(before).map(({ outcome, covered }) => [outcome, covered !== null]),
      [
        ['held', false],
        ['held', true],
      ],
    )
    assert.match(await page('missing'), /in one talk about several times/)
    assert.equal((await duties('MI-01')).filter((said) => said.startsWith('open')).length, 0)
    const own = (
      await council.standing<{ id: string; covered: string | null }>(
        'return_interview',
        child,
        'id, covered_by as covered',
      )
    )
      .slice(before)
      .find(({ covered }) => covered === null)
    const declined = { ...TALK, offered: '31 Mar', happened: '31 Mar', outcome: 'declined', why_not: 'Not now, twice.' }
    await sent(`return-talks/${own?.id}/correct`, declined)
    assert.deepEqual(
      (await talks()).slice(before).map(({ outcome }) => outcome),
      ['declined', 'declined'],
    )
    const stands = (
      await council.standing<{ id: string; covered: string | null }>(
        'return_interview',
        child,
        'id, covered_by as covered',
      )
    )
      .slice(before)
      .find(({ covered }) => covered === null)
    await sent(`return-talks/${stands?.id}/retract`, { reason: 'Another child.' })
    assert.equal((await talks()).length, before)
  })
})
