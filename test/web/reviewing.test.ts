// The reviewing officer's work in the browser: a midpoint check, a dispute from the worker to Cafcass, what a manager may write of it and what not.
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { childRoutes } from '#child-pages'
import { recordFirst, type Who, writeParts } from '#database'
import { homeRoutes } from '#home'
import { listRoutes } from '#lists'
import { permanenceForms } from '#permanence/pages'
import { reviewingForms } from '#reviewing/pages'
import { reviewForms } from '#reviews/pages'
import { storyRoutes } from '#story'
import { type Browser, type Served, servedCouncil } from './council-served.ts'
import { get, routesOf, send } from './filling.ts'

let served: Served
let child: string
let officer: Browser
let manager: Browser
let worker: Browser
let boss: Who
let reviewing: Who

before(async () => {
  served = await servedCouncil('reviewing_web')
  const found = await served.query<{ id: string }>(
    `select p.child as id from kith.care_period_current p where p.ended is null
     and exists (select from kith.review_current r where r.child = p.child) order by 1 limit 1`,
  )
  child = found[0]?.id ?? ''
  const forms = [...reviewingForms, ...reviewForms, ...permanenceForms]
  const routes = [...routesOf(forms), ...childRoutes(), ...listRoutes(), ...homeRoutes(forms), ...storyRoutes()]
  boss = await served.worker('manager-line', child)
  reviewing = await served.worker('reviewing-officer', child)
  officer = served.appFor(reviewing, routes)
  manager = served.appFor(boss, routes)
  worker = served.appFor(await served.worker('allocated-worker', child), routes)
})
after(async () => await served.close())

const at = (what: string) => `/children/${child}/${what}`
const standing = async <Row>(table: string, columns: string) =>
  await served.query<Row>(`select ${columns} from kith.${table}_current where child = $1 order by line`, [child])
const line = async (table: string) => (await standing<{ line: string }>(table, 'line')).at(-1)?.line ?? ''

const MEETING = { happened: '29 Mar 2027', outcome: 'held', participation: 'PN1', visitor: 'wanted', what: 'We met.' }
const DECISION = { decided: 'A place to swim is found.', reasons: 'Asked for.', intended: 'Swims', by_when: '1 May' }
const LOOKED = {
  ...{
    happened: '30 Mar',
    looked_at: ['decisions', 'home'],
    contact: 'seen',
    track: 'concern',
    found: 'You look well.',
  },
  ...{
    worries: 'No swimming yet.',
    alert: 'concern',
    alert_about: 'decision not carried out',
    alert_words: 'Six weeks.',
  },
}

describe('between reviews', () => {
  test('a midpoint check: how far each decision has come, the child’s words, an alert; all of it read and put right', async () => {
    assert.equal((await send(officer, at('reviews/record'), { ...MEETING, ...DECISION })).status, 303)
    assert.deepEqual((await standing<{ visitor: string }>('review', 'visitor')).at(-1)?.visitor, 'wanted')
    const decision = await line('decision')
    const form = await get(officer, at('midpoint-checks/record'))
    assert.match(form.html, /1\. A place to swim is found/)
    const without = await send(officer, at('midpoint-checks/record'), { ...LOOKED, worries: '', alert_words: '' })
    assert.equal(without.status, 422)
    for (const field of ['worries', 'alert_words']) assert.match(without.html, new RegExp(`href="#${field}"`))
    const filled = { ...LOOKED, [`progress_${decision}`]: 'not begun', [`came_${decision}`]: 'Nobody rang.' }
    const sent = await send(officer, at('midpoint-checks/record'), { ...filled, theirWords: 'I still want to swim' })
    assert.equal(sent.status, 303, sent.html.match(/error-summary.*?<\/ul>/s)?.[0])
    assert.deepEqual(await standing('midpoint_progress', 'progress'), [{ progress: 'not begun' }])
    assert.deepEqual(await standing('reviewer_alert', 'kind, on_table'), [
      { kind: 'concern', on_table: 'midpoint_check' },
    ])
    const id = (await standing<{ id: string }>('midpoint_check', 'id'))[0]?.id ?? ''
    const opened = await get(officer, at(`midpoint-checks/${id}/correct`))
    assert.match(opened.html, /Nobody rang/)
    const righted = { ...filled, [`progress_${decision}`]: 'under way' }
    assert.equal((await send(officer, at(`midpoint-checks/${id}/correct`), righted)).status, 303)
    assert.deepEqual(await standing('midpoint_progress', 'progress'), [{ progress: 'under way' }])
    const shown = await get(worker, at('reviewing'))
    assert.match(shown.html, /Something worries me[\s\S]*Decisions: 1 under way[\s\S]*Six weeks/)
  })

  test('a check comes after the review before its day; what was found of a review that was taken back since stays', async () => {
    const [decision, later] = [await line('decision'), await line('review')]
    const early = { ...LOOKED, happened: '20 Mar', alert: 'none' }
    const wrong = await send(officer, at('midpoint-checks/record'), { ...early, [`progress_${decision}`]: 'under way' })
    assert.match(wrong.html, new RegExp(`href="#progress_${decision}"`))
    const sent = await send(officer, at('midpoint-checks/record'), early)
    assert.equal(sent.status, 303, sent.html.match(/error-summary.*?<\/ul>/s)?.[0])
    const [first] = await served.query<{ id: string; review: string | null; held: string }>(
      `select m.id, m.review, (select r.held::text from kith.review_current r where r.child = m.child and r.line = m.review) as held
       from kith.midpoint_check_current m where m.child = $1 and m.happened = '2027-03-20'`,
      [child],
    )
    assert.ok(first?.review !== null && first?.review !== later && (first?.held ?? '9') <= '2027-03-20')
    assert.equal((await send(officer, at(`midpoint-checks/${first?.id}/retract`), { reason: 'No.' })).status, 303)

    assert.equal(
      (await send(officer, at('reviews/record'), { ...MEETING, ...DECISION, happened: '31 Mar' })).status,
      303,
    )
    const gone = (await standing<{ id: string; held: string }>('review', 'id, held::text')).find(
      (one) => one.held === '2027-03-31',
    )
    const theirs = {
      ...LOOKED,
      happened: '31 Mar',
      alert: 'none',
      [`progress_${await line('decision')}`]: 'carried out',
    }
    assert.equal((await send(officer, at('midpoint-checks/record'), theirs)).status, 303)
    const found = await standing('midpoint_progress', 'progress')
    assert.equal(found.length, 2)
    assert.equal((await send(officer, at(`reviews/${gone?.id}/retract`), { reason: 'It was not held.' })).status, 303)
    const check = (await standing<{ id: string; happened: string }>('midpoint_check', 'id, happened::text')).find(
      (one) => one.happened === '2027-03-31',
    )
    const opened = await get(officer, at(`midpoint-checks/${check?.id}/correct`))
    assert.match(opened.html, /What the review of Mon 29 Mar 2027 decided/)
    const righted = { ...LOOKED, happened: '31 Mar', worries: 'Still no swimming.', [`progress_${decision}`]: '' }
    assert.equal((await send(officer, at(`midpoint-checks/${check?.id}/correct`), righted)).status, 303)
    assert.deepEqual(await standing('midpoint_progress', 'progress'), found)
    const mistaken = (await standing<{ id: string; happened: string }>('midpoint_check', 'id, happened::text')).find(
      (one) => one.happened === '2027-03-31',
    )
    assert.equal((await send(officer, at(`midpoint-checks/${mistaken?.id}/retract`), { reason: 'No.' })).status, 303)
  })

  test('the page that prepares a review: decisions with what came of each, the child’s words, who is about', async () => {
    const { html } = await get(officer, at('prepare-review'))
    assert.match(html, /A place to swim is found[\s\S]*Under way\. Nobody rang/)
    assert.match(html, /Under way\. Nobody rang[\s\S]*A place to swim is found\.<span[\s\S]*Open/, 'with who does it')
    assert.doesNotMatch(html, /Other actions from that review/, 'every one is tied to a decision')
    const tied = await standing<{ same: boolean }>(
      'action',
      `serves in (select line from kith.decision_current d where d.on_line = action_current.on_line) as same`,
    )
    assert.ok(tied.length > 0 && tied.every(({ same }) => same))
    const support = served.appFor(await served.worker('business-support', child), childRoutes())
    const part = (await get(support, at('prepare-review'))).html
    assert.match(part, /What changed since[\s\S]*No new worker is recorded\./)
    assert.doesNotMatch(part, /missing episode|ctions from that review|A place to swim is found\.<span/)
    assert.match(html, /I still want to swim/)
    assert.match(html, /Whom to invite/)
  })
})

const RAISED = {
  ...{ issue: 'No swimming since June.', asked: 'A place in a week.', about: 'delay', raised: '3 Mar 2027' },
  ...{ child_told: 'told', view: 'It is not fair', tier: 'informal' },
}

describe('a dispute', () => {
  test('wants words, a tier and a day that can be; nothing is stored before', async () => {
    const sent = await send(officer, at('disputes/record'), {
      raised: '3 Mar 2027',
      answer_by: '1 Mar 2027',
      tier: 'informal',
    })
    assert.equal(sent.status, 422)
    for (const field of ['issue', 'asked', 'about', 'child_told', 'answer_by'])
      assert.match(sent.html, new RegExp(`href="#${field}"`), field)
    assert.deepEqual(await standing('dispute', 'line'), [])
  })

  test('is raised with its first tier; after the days of the protocol it has risen by itself', async () => {
    const sent = await send(officer, at('disputes/record'), RAISED)
    assert.equal(sent.status, 303)
    assert.match(sent.to, /\/disputes\/[0-9a-f-]{36}/)
    assert.deepEqual(await standing('dispute_stage', 'tier, answer_by'), [
      { tier: 'informal', answer_by: '2027-03-17' },
    ])
    const { html } = await get(worker, at(`disputes/${await line('dispute')}`))
    // 17 March and four working days, then four more: Good Friday is the 26th and Easter Monday the 29th
    assert.match(html, /It stands with: Service manager/)
    assert.match(html, /rose here by itself/)
    assert.doesNotMatch(html, /Take it on/)
    // The day was another: the first step goes with it, and nothing that came later may lie before it.
    const id = async () => (await standing<{ id: string }>('dispute', 'id'))[0]?.id
    const on = async (day: string) =>
      await send(officer, at(`disputes/${await id()}/correct`), { ...RAISED, raised: day })
    assert.equal((await on('24 Feb 2027')).status, 303)
    const steps = async () => await standing('dispute_stage', 'begun, answer_by')
    assert.deepEqual(await steps(), [{ begun: '2027-02-24', answer_by: '2027-03-10' }])
    const next = { tier: 'team manager', begun: '4 Mar 2027', answer_by: '8 Mar 2027' }
    assert.equal((await send(officer, at(`disputes/${await line('dispute')}/take-on`), next)).status, 303)
    assert.match((await on('5 Mar 2027')).html, /href="#raised"[\s\S]*On Thu 4 Mar 2027 it was taken to: Team manager/)
    const [, taken] = await standing<{ id: string }>('dispute_stage', 'id')
    assert.equal((await send(officer, at(`dispute-stages/${taken?.id}/retract`), { reason: 'No.' })).status, 303)
    assert.equal((await on('3 Mar 2027')).status, 303)
    assert.deepEqual(await steps(), [{ begun: '2027-03-03', answer_by: '2027-03-17' }])
    const leader = served.appFor(await served.worker('director'), [...listRoutes(), ...homeRoutes([])])
    assert.match(
      (await get(leader, '/disputes')).html,
      /1 dispute open<\/strong>[\s\S]*Service manager, rose by itself/,
    )
    assert.match((await get(leader, '/?as=leaders')).html, /Disputes[\s\S]*Service manager, rose by itself/)
  })

  test('a manager answers in their own name, and a promise holds it; neither rewrites what the other wrote', async () => {
    const on = `disputes/${await line('dispute')}`
    const answer = {
      tier: 'service manager',
      answered: '30 Mar',
      answer: 'agreed',
      says: 'Thursday at four.',
      promised: '9 Apr',
    }
    const none = await send(manager, at(`${on}/answer`), { ...answer, answer: 'not agreed' })
    assert.match(none.html, /no day can be promised/)
    const answered = await send(manager, at(`${on}/answer`), answer)
    assert.equal(answered.status, 303, answered.html.match(/error-summary.*?<\/ul>/s)?.[0])
    const rows = await standing<{ id: string; answered_by: string }>('dispute_answer', 'id, answered_by')
    assert.equal(rows[0]?.answered_by, boss.person)
    assert.match((await get(manager, at(on))).html, /Promised by Fri 9 Apr 2027/)
    const officers = await send(officer, at(`dispute-answers/${rows[0]?.id}/correct`), { ...answer, says: 'Never.' })
    assert.notEqual(officers.status, 303)
    assert.deepEqual(await standing('dispute_answer', 'id, answered_by'), rows)
  })

  test('nobody but the reviewing officer changes it: not the worker, not a manager; a worker does not answer', async () => {
    const dispute = (await standing<{ id: string; line: string }>('dispute', 'id, line'))[0]
    const on = `disputes/${dispute?.line}`
    for (const browser of [manager, worker])
      for (const path of [
        `${on}/take-on`,
        `${on}/cafcass`,
        `${on}/over`,
        `disputes/${dispute?.id}/correct`,
        'disputes/record',
      ])
        assert.equal((await get(browser, at(path))).status, 403, path)
    assert.equal((await get(worker, at(`${on}/answer`))).status, 404)
    // and past every form
    const rows = { dispute: dispute?.line ?? '', outcome: 'withdrawn', happened: '2027-03-30' }
    for (const table of ['kith.dispute_end', 'kith.dispute_referral'] as const)
      await assert.rejects(
        served.door.as(boss, async (asking) => {
          const [id = ''] = await asking.newIds(1)
          const shape = { council: boss.council, id, line: id, child, recorded_by: boss.person }
          const referral = {
            dispute: dispute?.line ?? '',
            kind: 'referred',
            happened: '2027-03-30',
            legal_advice: false,
          }
          await asking.insert(table, [{ ...shape, ...(table === 'kith.dispute_end' ? rows : referral) }])
        }),
        /42501|row-level security|not allowed/,
        table,
      )
  })

  test('goes to Cafcass, and is over when the child’s life has changed, not before', async () => {
    const on = `disputes/${await line('dispute')}`
    const referred = { kind: 'referred', happened: '30 Mar', legal_advice: 'yes', why: 'Nothing moves.' }
    assert.equal((await send(officer, at(`${on}/cafcass`), referred)).status, 303)
    assert.match((await get(officer, at(on))).html, /It stays until the reviewing officer says/)
    const empty = await send(officer, at(`${on}/over`), { outcome: 'changed', happened: '31 Mar' })
    assert.match(empty.html, /Say what has changed for Nora|Say what has changed/)
    const over = { outcome: 'changed', happened: '31 Mar', changed: 'Swims on Thursdays.' }
    assert.equal((await send(officer, at(`${on}/over`), over)).status, 303)
    // Somebody else said it meanwhile: what is typed is kept, and it is said by whom and when.
    const again = await send(officer, at(`${on}/over`), { ...over, changed: 'She swims twice a week.' })
    assert.equal(again.status, 422)
    assert.match(again.html, /in the record already, by [^,]+, \w+ \d+ \w+ \d{4} at[\s\S]*She swims twice a week\./)
    assert.equal((await standing('dispute_end', 'line')).length, 1)
    assert.match((await get(officer, at(`${on}/over?fresh=1`))).html, /Put that right instead/)
    const { html } = await get(officer, '/disputes')
    assert.match(html, /No dispute is open[\s\S]*Swims on Thursdays[\s\S]*Not yet/)
  })

  test('the child is told what came of it: owed until somebody told them, with what they said; in the story, step by step', async () => {
    const on = `disputes/${await line('dispute')}`
    const owed = async (browser: Browser, path: string) =>
      /still to be told|To be told what came/.test((await get(browser, path)).html)
    assert.ok(await owed(officer, at(on)))
    assert.ok(await owed(officer, '/'))
    const telling = { of_what: 'what came of it', told: 'no', happened: '31 Mar' }
    const bare = await send(officer, at(`${on}/told`), telling)
    assert.equal(bare.status, 422)
    for (const field of ['not_told_why', 'why', 'ask_again']) assert.match(bare.html, new RegExp(`href="#${field}"`))
    const mixed = await send(officer, at(`${on}/told`), { ...telling, told: 'yes', why: 'Kept as it was typed.' })
    assert.match(mixed.html, /They were told, so leave this empty[\s\S]*Kept as it was typed/)
    const early = await send(officer, at(`${on}/told`), { ...telling, told: 'yes', happened: '30 Mar' })
    assert.match(early.html, /It was over on Wed 31 Mar 2027/)
    const notYet = { ...telling, not_told_why: 'not reached yet', why: 'They are on a trip.', ask_again: '4 Apr' }
    assert.equal((await send(officer, at(`${on}/told`), notYet)).status, 303)
    assert.match((await get(officer, at(on))).html, /They were not reached: it is asked again on Sun 4 Apr 2027/)
    assert.ok(await owed(officer, '/'), 'a reason is not being told')
    const told = {
      ...telling,
      told: 'yes',
      told_how: 'together in person',
      who: 'Rae Moss',
      what: 'You swim on Thursdays.',
    }
    const sent = await send(officer, at(`${on}/told`), { ...told, theirWords: 'At last. I want to go on Mondays too.' })
    assert.equal(sent.status, 303, sent.html.match(/error-summary.*?<\/ul>/s)?.[0])
    assert.equal(
      (await standing<{ view: string | null }>('dispute_telling', '"view"')).at(-1)?.view,
      await line('view'),
    )
    const { html } = await get(worker, at(on))
    assert.match(html, /by Rae Moss[\s\S]*You swim on Thursdays[\s\S]*At last\. I want to go on Mondays too/)
    assert.match(html, /They were not reached/, 'why not before stays beside it')
    assert.ok(!(await owed(officer, at(on))) && !(await owed(officer, '/')))
    const story = (await get(worker, at('story?show=all'))).html
    for (const entry of [
      'raised a dispute: ',
      'rose by itself: service manager',
      'Answer to the dispute',
      'referred to Cafcass',
    ])
      assert.match(story, new RegExp(entry), entry)
    assert.match(story, /The dispute is over: [\s\S]*Swims on Thursdays/)
    assert.match(story, /Told: what came of the dispute[\s\S]*Told by Rae Moss/)
    assert.doesNotMatch(story, /They have still to be told/)
  })

  test('nobody but the reviewing officer writes that the child was told; a correction keeps the one before', async () => {
    const dispute = await line('dispute')
    for (const browser of [manager, worker])
      assert.equal((await get(browser, at(`disputes/${dispute}/told`))).status, 403)
    const shape = { dispute, about: 'what came of it', told: true, happened: '2027-03-31', how: 'in writing' }
    await assert.rejects(
      served.door.as(boss, async (asking) => {
        const [id = ''] = await asking.newIds(1)
        const own = { council: boss.council, id, line: id, child, recorded_by: boss.person }
        await asking.insert('kith.dispute_telling', [{ ...own, ...shape }])
      }),
      /42501|row-level security|not allowed/,
    )
    const last = (await standing<{ id: string; told: boolean }>('dispute_telling', 'id, told')).find(({ told }) => told)
    const path = `dispute-tellings/${last?.id}/correct`
    const put = { of_what: 'what came of it', told: 'yes', happened: '31 Mar', told_how: 'by phone or video' }
    assert.equal((await send(officer, at(path), { ...put, who: 'Rae Moss', what: 'You swim twice.' })).status, 303)
    assert.equal((await standing('dispute_telling', 'line')).length, 2)
    const kept = await served.query<{ how: string; view: string | null }>(
      'select how, "view" from kith.dispute_telling where child = $1 and told order by recorded',
      [child],
    )
    assert.deepEqual(
      kept.map(({ how }) => how),
      ['together in person', 'by phone or video'],
    )
    assert.equal(kept[1]?.view, kept[0]?.view, 'what they said stays with it')
  })
})

test('the manager answers the decisions of a review; where permanence waits is written, and listed by what stands in the way', async () => {
  const review = await line('review')
  const received = { received: '29 Mar', received_by: boss.person }
  const got = await send(officer, at(`reviews/${review}/received`), received)
  assert.equal(got.status, 303, got.html.match(/error-summary.*?<\/ul>/s)?.[0] ?? got.html.slice(0, 3000))
  assert.match(
    (await send(manager, at(`reviews/${review}/answer`), { answer: 'not agreed', answered: '30 Mar' })).html,
    /and why/,
  )
  const sent = await send(manager, at(`reviews/${review}/answer`), { answer: 'agreed', answered: '30 Mar' })
  assert.equal(sent.status, 303)
  assert.match((await get(worker, at('reviewing'))).html, /Agreed Tue 30 Mar 2027/)
  const twice = await send(manager, at(`reviews/${review}/answer`), { answer: 'agreed', answered: '31 Mar' })
  assert.match(twice.html, /in the record already, by/)
  const late = await send(officer, at(`reviews/${review}/received`), { ...received, received: '30 Mar' })
  assert.match(late.html, /in the record already, by/)
  const head = served.appFor(await served.worker('director', child), routesOf([...reviewingForms]))
  assert.match(
    (await get(head, at(`reviews/${review}/answer`))).html,
    /Agreed: [^<]*You may say beside it that you do not/,
  )
  const differs = { answer: 'agreed', answered: '31 Mar', why: 'The pool is too far away.' }
  assert.match(
    (await send(head, at(`reviews/${review}/answer`), differs)).html,
    /href="#answer"[\s\S]*The pool is too far/,
  )
  assert.equal((await send(head, at(`reviews/${review}/answer`), { ...differs, answer: 'not agreed' })).status, 303)
  assert.match(
    (await get(worker, at('reviewing'))).html,
    /Agreed Tue 30 Mar 2027, [\s\S]*Not agreed Wed 31 Mar 2027, [^<]*The pool is too far/,
  )
  const plan = {
    option: 'adoption',
    parallel: ['adoption'],
    decided: '1 Mar',
    why: 'It is right.',
    waits_for: 'the court',
  }
  const wrong = await send(worker, at('permanence/record'), plan)
  for (const field of ['parallel', 'waits_since']) assert.match(wrong.html, new RegExp(`href="#${field}"`), field)
  const before = { ...plan, parallel: ['family and friends'], waits_since: '10 Mar', review }
  assert.match((await send(worker, at('permanence/record'), before)).html, /href="#decided"[\s\S]*was on Mon 29 Mar/)
  const right = { ...before, decided: '29 Mar' }
  assert.equal((await send(worker, at('permanence/record'), right)).status, 303)
  assert.match(
    (await get(manager, '/permanence')).html,
    /The court[\s\S]*Adopted[\s\S]*With family or friends[\s\S]*Wed 10 Mar 2027/,
  )
  const night = served.appFor(await served.worker('out-of-hours', child), listRoutes())
  const seen = (await get(night, '/permanence')).html
  assert.match(seen, /1 child<\/strong>[\s\S]*of 1 it is not for you to see[\s\S]*Their plan is not for you to see/)
  assert.doesNotMatch(seen, /No plan|Adopted/)
  assert.match((await get(worker, at('plan'))).html, /Where they will grow up[\s\S]*Adopted/)
  const { id: written } = (await standing<{ id: string }>('permanence_plan', 'id'))[0] ?? {}
  const waits = { waits_for: 'nothing', next: 'The hearing was.' }
  assert.equal((await send(worker, at(`permanence/${written}/waits`), waits)).status, 303)
  assert.deepEqual(await standing('permanence_plan', 'option, decided, waits_for, waits_since, review'), [
    { option: 'adoption', decided: '2027-03-29', waits_for: 'nothing', waits_since: null, review },
  ])
  assert.match((await get(worker, at('plan'))).html, /It is right\.[\s\S]*The hearing was\./)
  const again = (await get(worker, at('permanence/record?fresh=1'))).html
  assert.match(again, /value="adoption"[^>]*checked[\s\S]*The hearing was\./, 'another plan begins from this one')
  const rules = await served.query<{ rule: string; standing: string }>(
    `select basis as rule, standing from kith.duty where child = $1 and basis in ('CP-12', 'IRO-01', 'IRO-02/10', 'AD-05') order by 1`,
    [child],
  )
  assert.deepEqual(
    rules.map(({ rule, standing: how }) => `${rule} ${how}`),
    ['AD-05 open', 'CP-12 doneOnTime', 'IRO-01 doneOnTime', 'IRO-02/10 doneLate'],
  )
})

test('every dispute is on some page of the list: of the open ones, and of those that are over', async () => {
  const raised = { about: 'delay', raised: '2027-03-30', child_told: 'told' }
  await served.door.as(reviewing, async (asking) => {
    for (let at = 0; at < 52; at += 1) {
      const { line: dispute } = await recordFirst(asking, 'kith.dispute', { child, columns: raised })
      if (at > 0) continue
      const columns = { dispute, outcome: 'changed', happened: '2027-03-31' }
      await recordFirst(asking, 'kith.dispute_end', { child, columns, words: writeParts({ changed: 'The last one.' }) })
    }
  })
  const first = (await get(officer, '/disputes')).html
  assert.match(first, /51 disputes open<\/strong>[\s\S]*page=2&amp;over=1[\s\S]*The last one\./)
  const second = (await get(officer, '/disputes?page=2')).html
  assert.equal(second.split(`/children/${child}/disputes/`).length - 1, 1 + 2, 'one open, and two that are over')
})
