// Health checks, education plans and schools in the browser: recorded, corrected, taken back, by whom the matrix lets.
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { childRoutes } from '#child-pages'
import { planForms, schoolForms } from '#education/pages'
import { healthForms } from '#health/pages'
import { healthCareForms } from '#health-care/pages'
import { type Browser, type Served, servedCouncil } from './council-served.ts'
import { get, post, routesOf, send } from './filling.ts'

let served: Served
let child: string
let worker: Browser
let nurse: Browser
let school: Browser
let officer: Browser

const routes = () => [...routesOf([...healthForms, ...healthCareForms, ...planForms, ...schoolForms]), ...childRoutes()]
const as = async (relation: string) => served.appFor(await served.worker(relation, child), routes())
before(async () => {
  served = await servedCouncil('health_web')
  child = (await served.query<{ id: string }>('select id from kith.child order by id limit 1'))[0]?.id ?? ''
  worker = await as('allocated-worker')
  nurse = await as('health-team')
  school = await as('virtual-school')
  officer = await as('reviewing-officer')
})
after(async () => await served.close())

const at = (path: string) => `/children/${child}/${path}`
const standing = async <Row>(table: string) =>
  await served.query<Row & { id: string; line: string }>(
    `select * from kith.${table}_current where child = $1 and source is null order by recorded`,
    [child],
  )
const CHECK = { kind: 'review', happened: '10 Mar', outcome: 'seen', by: 'nurse', mode: 'in person', what: 'You grew.' }

describe('a health check', () => {
  type Check = { outcome: string; reported: string | null; change: string; happened: string }
  const last = async () => (await standing<Check>('health_assessment')).at(-1)
  test('is recorded, the report comes, and a correction keeps it', async () => {
    const sent = await send(nurse, at('health/record'), CHECK)
    assert.match(sent.to, new RegExp(`^${at('health')}[?]sent=`))
    const check = await last()
    const early = await send(worker, at(`health/${check?.id}/report`), { reported: '9 Mar' })
    assert.match(early.html, /The report cannot be before the assessment/)
    const none = await send(worker, at(`health/${check?.id}/report`), { reported: '' })
    assert.match(none.html, /href="#reported"/)
    assert.equal((await send(worker, at(`health/${check?.id}/report`), { reported: '20 Mar' })).status, 303)
    const reported = await last()
    assert.deepEqual([reported?.reported, reported?.change], ['2027-03-20', 'change'])
    const form = await get(nurse, at(`health/${reported?.id}/correct`))
    assert.match(form.html, /value="Sat 20 Mar 2027"/)
    assert.match(form.html, /You grew\./)
    const corrected = await send(nurse, at(`health/${reported?.id}/correct`), {
      ...CHECK,
      reported: '20 Mar',
      outcome: 'refused',
    })
    assert.equal(corrected.status, 303)
    assert.equal((await last())?.outcome, 'refused')
    const gone = await send(nurse, at(`health/${(await last())?.id}/retract`), { reason: 'Another child' })
    assert.equal(gone.status, 303)
    assert.equal(await last(), undefined)
  })
  test('says what is missing, and is taken back within ten minutes', async () => {
    const empty = await send(nurse, at('health/record'), { happened: '1 Apr 2027' })
    assert.equal(empty.status, 422)
    for (const field of ['kind', 'happened', 'by']) assert.match(empty.html, new RegExp(`href="#${field}"`), field)
    const sent = await send(nurse, at('health/record'), CHECK)
    const token = { 'form-token': sent.hidden['form-token'] ?? '' }
    const undone = await post(nurse, `/drafts/${sent.hidden['_draft']}/undo`, token)
    assert.equal(undone.status, 303)
    assert.equal(await last(), undefined)
  })
})

describe('getting care', () => {
  test('a referral waits for what is written, is answered, seen and over; a refusal asks for its reason', async () => {
    const asked = {
      asked_for: 'mental health',
      asked: '1 Feb',
      asked_by: 'carer',
      waits_for: 'distance',
      what: 'Sleep.',
    }
    const empty = await send(nurse, at('health/referrals/record'), { asked: 'x', what: 'Sleep.' })
    for (const field of ['asked_for', 'asked', 'asked_by']) assert.match(empty.html, new RegExp(`href="#${field}"`))
    assert.match(empty.html, /Sleep\./, 'what was typed is kept')
    assert.equal((await send(nurse, at('health/referrals/record'), asked)).status, 303)
    assert.match((await get(nurse, at('health'))).html, /58 days.*It is too far from where they live/)
    const [one] = await standing<{ change: string; asked: string }>('health_referral')
    const since = at(`health/referrals/${one?.id}/since`)
    const bare = await send(worker, since, { answer: 'refused', answered: '1 Mar', what: '' })
    assert.match(bare.html, /Write why it was refused/)
    assert.equal((await send(worker, since, { answer: 'refused', answered: '1 Mar', what: 'No room.' })).status, 303)
    const [now] = await standing<{ change: string; asked: string }>('health_referral')
    assert.deepEqual([now?.change, now?.asked], ['change', '2027-02-01'])
    assert.match((await get(nurse, at('health'))).html, /Referrals that are over/)
  })
  test('a no of a young person who understands excuses the review of health; one who does not leaves it owed', async () => {
    const excused = async () =>
      (await served.query(`select from kith.duty_reason where child = $1 and excuse = 'refused'`, [child])).length
    const before = await excused()
    const no = {
      about: 'review health assessment',
      answer: 'no',
      by_whom: 'child',
      decided: '30 Mar',
      what: 'Not now.',
    }
    const bare = await send(nurse, at('health/answers/record'), no)
    assert.match(bare.html, /href="#understands"/)
    assert.equal((await send(nurse, at('health/answers/record'), { ...no, understands: 'no' })).status, 303)
    assert.match((await get(nurse, at('health'))).html, /It is still owed/)
    assert.equal(await excused(), before)
    const [said] = await standing('health_consent')
    const again = { ...no, understands: 'yes', offered_again: '1 Jun 2027' }
    assert.equal((await send(worker, at(`health/answers/${said?.id}/correct`), again)).status, 303)
    assert.match((await get(nurse, at('health'))).html, /It is offered again on Tue 1 Jun/)
  })
  test('a practice from before a move is asked about, and counts once it was found near enough', async () => {
    const doctor = { kind: 'doctor', since: '1 Jan 2016', what: 'Hill Surgery' }
    assert.equal((await send(nurse, at('health/practices/record'), doctor)).status, 303)
    assert.match((await get(nurse, at('health'))).html, /Is it still near enough\?/)
    const [one] = await standing('practice')
    const early = await send(worker, at(`health/practices/${one?.id}/change`), { near: '1 Jan 2015' })
    assert.match(early.html, /Choose a day while they are registered there/)
    assert.equal((await send(worker, at(`health/practices/${one?.id}/change`), { near: '30 Mar' })).status, 303)
    assert.match((await get(nurse, at('health'))).html, /found near enough on/)
  })
})

describe('an education plan', () => {
  type Plan = { stage: string; quality: string | null }
  test('is begun without a judgement, and judged when it is ready', async () => {
    const early = await send(school, at('learning/plan/record'), {
      stage: 'initiated',
      happened: '1 Mar',
      quality: 'good',
    })
    assert.match(early.html, /A plan is judged when it is ready/)
    const ready = { stage: 'effective', happened: '1 Mar', quality: 'good', what: 'You want to draw.' }
    assert.equal((await send(school, at('learning/plan/record'), ready)).status, 303)
    const [plan] = await standing<Plan>('education_plan')
    const corrected = await send(worker, at(`learning/plan/${plan?.id}/correct`), { ...ready, quality: 'needs work' })
    assert.equal(corrected.status, 303)
    assert.match(corrected.to, new RegExp(`^${at('learning')}[?]sent=`))
    const [now] = await standing<Plan>('education_plan')
    assert.equal(now?.quality, 'needs work')
    assert.equal((await send(school, at(`learning/plan/${now?.id}/retract`), { reason: 'Twice' })).status, 303)
  })
})

describe('a school', () => {
  type Place = { during: string; change: string }
  test('begins and ends; none can be chosen before one is known', async () => {
    assert.match((await get(school, at('learning/school/record'))).html, /No school is known yet/)
    const [made] = await served.query<{ id: string }>(
      `insert into kith.school (council, name, recorded_by) values ($1, 'Testshire Community School', kith.new_id()) returning id`,
      [served.council.council],
    )
    const id = made?.id ?? ''
    const wrong = await send(school, at('learning/school/record'), { school: 'x', since: '' })
    for (const field of ['school', 'since']) assert.match(wrong.html, new RegExp(`href="#${field}"`), field)
    assert.equal((await send(school, at('learning/school/record'), { school: id, since: '2 Sep 2026' })).status, 303)
    const [place] = await standing<Place>('school_place')
    const early = await send(worker, at(`learning/school/${place?.id}/leave`), { until: '1 Sep 2026' })
    assert.match(early.html, /The last day has to be after the first/)
    assert.equal((await send(worker, at(`learning/school/${place?.id}/leave`), { until: '20 Mar' })).status, 303)
    const [left] = await standing<Place>('school_place')
    assert.deepEqual([left?.during, left?.change], ['[2026-09-02,2027-03-20)', 'change'])
    const form = await get(school, at(`learning/school/${left?.id}/correct`))
    assert.match(form.html, /value="Sat 20 Mar 2027"/)
  })
})

test('who may not: health is not for the virtual school, learning not for the nurse, neither for the reviewing officer', async () => {
  const director = served.appFor(served.who, routes())
  for (const [path, browsers] of [
    ['health/record', [school, officer, director]],
    ['health/referrals/record', [school, officer, director]],
    ['health/answers/record', [school, officer, director]],
    ['health/practices/record', [school, officer, director]],
    ['learning/plan/record', [nurse, officer, director]],
    ['learning/school/record', [nurse, officer, director]],
  ] as const)
    for (const browser of browsers) assert.equal((await get(browser, at(path))).status, 403, path)
  const [place] = await standing('school_place')
  for (const what of ['correct', 'retract', 'leave'])
    assert.equal((await get(nurse, at(`learning/school/${place?.id}/${what}`))).status, 403, what)
  const none = '00000000-0000-4000-8000-000000000000'
  assert.equal((await get(nurse, at(`health/${none}/report`))).status, 404)
  assert.deepEqual(served.logged, [])
})
