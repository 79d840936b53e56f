// Health checks, education plans and schools in the browser: recorded, corrected, taken back, by whom the matrix lets.
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { childRoutes } from '#child-pages'
import { recordFirst, type Who } from '#database'
import { planForms, schoolForms, schoolsForms, schoolsRoutes } from '#education/pages'
import { healthForms } from '#health/pages'
import { healthCareForms } from '#health-care/pages'
import { homeRoutes } from '#home'
import { schoolingForms } from '#schooling/pages'
import { staysForms } from '#stays/pages'
import { type Browser, type Served, servedCouncil } from './council-served.ts'
import { get, post, routesOf, send } from './filling.ts'

let served: Served
let child: string
let worker: Browser
let nurse: Browser
let nursing: Who
let school: Browser
let officer: Browser

const routes = () => [
  ...routesOf([
    ...healthForms,
    ...healthCareForms,
    ...planForms,
    ...schoolForms,
    ...schoolsForms,
    ...schoolingForms,
    ...staysForms,
  ]),
  ...childRoutes(),
  ...schoolsRoutes(),
  ...homeRoutes([]),
]
const as = async (relation: string) => served.appFor(await served.worker(relation, child), routes())
before(async () => {
  served = await servedCouncil('health_web')
  child = (await served.query<{ id: string }>('select id from kith.child order by id limit 1'))[0]?.id ?? ''
  worker = await as('allocated-worker')
  nursing = await served.worker('health-team', child)
  nurse = served.appFor(nursing, routes())
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
    const further = { waits_for: 'another area to agree', paid_by: 'the areas do not agree', what: 'Sleep.' }
    assert.equal((await send(worker, since, further)).status, 303)
    assert.match((await get(nurse, at('health'))).html, /Paid for by: the areas do not agree/)
    const [stands] = await standing<{ change: string }>('health_referral')
    const next = at(`health/referrals/${stands?.id}/since`)
    const bare = await send(worker, next, { answer: 'refused', answered: '1 Mar', what: '' })
    assert.match(bare.html, /Write why it was refused/)
    assert.equal((await send(worker, next, { answer: 'refused', answered: '1 Mar', what: 'No room.' })).status, 303)
    const [now] = await standing<{ change: string; asked: string }>('health_referral')
    assert.deepEqual([now?.change, now?.asked], ['change', '2027-02-01'])
    assert.match((await get(nurse, at('health'))).html, /Referrals that are over/)
  })
  test('a referral is taken further several times, each with its answer; what waits is said in days; nothing is overwritten', async () => {
    const asked = { asked_for: 'mental health', asked: '1 Feb', asked_by: 'carer', what: 'A talk each week.' }
    assert.equal((await send(nurse, at('health/referrals/record'), asked)).status, 303)
    const referral = (await standing<{ line: string; answer: string | null }>('health_referral')).find(
      (one) => one.answer === null,
    )
    const further = at(`health/referrals/${referral?.line}/further`)
    const bare = await send(worker, further, { taken: '1 Jan', asked: 'A day, in writing.' })
    for (const field of ['to_whom', 'taken']) assert.match(bare.html, new RegExp(`href="#${field}"`))
    assert.match(bare.html, /That is before it was asked for[\s\S]*A day, in writing\./)
    const first = { to_whom: 'whoever leads that service', who: 'Dr Rae', taken: '1 Mar', asked: 'A day, in writing.' }
    assert.equal((await send(worker, further, { ...first, answer_by: '8 Mar 2027' })).status, 303)
    assert.match(
      (await get(nurse, at('health'))).html,
      /\(Dr Rae\)\. A day, in writing\.[\s\S]*No answer for 30 days; it was asked for by Mon 8 Mar 2027/,
    )
    const noAnswer =
      /no answer by the day we asked for[\s\S]*23 days past[\s\S]*mental health[\s\S]*Taken to whoever leads/
    for (const home of [worker, nurse, await as('manager-line')]) assert.match((await get(home, '/')).html, noAnswer)
    assert.doesNotMatch((await get(school, '/')).html, /no answer by the day/)
    assert.match((await get(nurse, further)).html, /Where it was taken before[\s\S]*A day, in writing/)
    assert.equal(
      (await send(nurse, further, { to_whom: 'our own managers', taken: '20 Mar', asked: 'Ring them.' })).status,
      303,
    )
    const steps = await standing<{ id: string; taken: string }>('referral_step')
    assert.deepEqual(
      steps.map(({ taken }) => taken),
      ['2027-03-01', '2027-03-20'],
    )
    const answer = at(`health/referral-steps/${steps[0]?.id}/answer`)
    const mute = await send(worker, answer, { answer: 'it does not move', answered: '25 Mar' })
    assert.match(mute.html, /Write why not, as they said it/)
    assert.equal(
      (await send(worker, answer, { answer: 'it does not move', answered: '25 Mar', said: 'No room.' })).status,
      303,
    )
    assert.doesNotMatch((await get(nurse, '/')).html, /no answer by the day/)
    const { html } = await get(nurse, at('health'))
    assert.match(
      html,
      /They do not move it, Thu 25 Mar 2027\.<\/strong> No room\.[\s\S]*Ring them\.[\s\S]*No answer for 11 days/,
    )
    const kept = await served.query<{ change: string; answer: string | null }>(
      'select change, answer from kith.referral_step where line = $1 order by recorded',
      [steps[0]?.id],
    )
    assert.deepEqual(kept, [
      { change: 'first', answer: null },
      { change: 'change', answer: 'it does not move' },
    ])
    // refused, it waits again while somebody above is asked; over, it is taken nowhere
    const now = async () =>
      (await standing<{ id: string; line: string }>('health_referral')).find(({ line }) => line === referral?.line)
    const since = async (of: Record<string, string>) =>
      await send(worker, at(`health/referrals/${(await now())?.id}/since`), {
        ...of,
        what: 'A talk each week. No room.',
      })
    assert.equal((await since({ answer: 'refused', answered: '26 Mar' })).status, 303)
    assert.match((await get(nurse, at('health'))).html, /Ring them\.[\s\S]*Referrals that are over/)
    assert.equal(
      (await since({ answer: 'refused', answered: '26 Mar', outcome: 'passed on', ended: '27 Mar' })).status,
      303,
    )
    const late = await send(worker, further, { ...first, asked: 'Once more.' })
    assert.match(late.html, /This referral is over[\s\S]*Once more\./)
  })
  test('the one time that a referral held before stays, is read, and is put right where it stands', async () => {
    const once = { asked: '2027-02-03', asked_for: 'hearing or sight', asked_by: 'school' }
    const held = { ...once, escalated: '2027-03-02', escalated_to: 'health team' }
    await served.door.as(
      nursing,
      async (asking) => await recordFirst(asking, 'kith.health_referral', { child, columns: held }),
    )
    const one = async () =>
      (await standing<{ id: string; asked_for: string; escalated: string }>('health_referral')).find(
        (row) => row.asked_for === 'hearing or sight',
      )
    assert.match(
      (await get(nurse, at('health'))).html,
      /Taken further to the health team for children in care, Tue 2 Mar 2027/,
    )
    assert.equal(
      (await send(nurse, at(`health/referrals/${(await one())?.id}/since`), { waits_for: 'a report', what: '' }))
        .status,
      303,
    )
    assert.equal((await one())?.escalated, '2027-03-02', 'a form that does not ask leaves it')
    const put = {
      ...once,
      asked: '3 Feb',
      waits_for: 'a report',
      escalated: '4 Mar',
      escalated_to: 'health team',
      what: '',
    }
    assert.equal((await send(nurse, at(`health/referrals/${(await one())?.id}/correct`), put)).status, 303)
    assert.equal((await one())?.escalated, '2027-03-04')
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
    assert.match(
      (await get(nurse, at('health'))).html,
      /The next then counts from Tue 30 Mar 2027\. It is offered again on Tue 1 Jun/,
    )
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

describe('learning as it goes', () => {
  const terms = { name: 'spring 2027', first: '5 Jan 2027', last: '25 Mar 2027', half_first: '15 Feb 2027' }
  let place: { id: string; school: string } | undefined
  let administrator: Browser
  before(async () => {
    administrator = served.appFor(await served.worker('administrator'), routes())
    place = (await standing<{ school: string }>('school_place'))[0]
  })

  test('an administrator enters a term with its half-term and training days, and puts it right; others do not', async () => {
    const path = `/settings/schools/${place?.school}/term`
    assert.equal((await get(school, '/settings/schools')).status, 403)
    assert.equal((await get(school, path)).status, 403)
    const half = await send(administrator, path, { ...terms, training: 'x' })
    assert.match(half.html, /Write the first and the last day of half-term/)
    const whole = { ...terms, half_last: '19 Feb 2027', training: '5 Jan 2027, 1 Mar 2027' }
    assert.equal((await send(administrator, path, whole)).status, 303)
    const twice = await send(administrator, path, whole)
    assert.match(twice.html, /This school has another term for some of those days/)
    const list = await get(administrator, '/settings/schools')
    assert.match(list.html, /Mon 15 Feb 2027 to Fri 19 Feb 2027/)
    const [term] = await served.query<{ id: string }>('select id from kith.school_term')
    const corrected = await send(administrator, `/settings/schools/terms/${term?.id}`, { ...whole, training: '' })
    assert.equal(corrected.status, 303)
    assert.match((await get(administrator, '/settings/schools')).html, /None entered/)
    assert.equal((await get(administrator, `/settings/schools/terms/${term?.id}`)).status, 404)
    const again = await send(administrator, '/settings/schools/add', { name: 'testshire community school', urn: '12' })
    for (const words of [/A school of this name is in the list/, /A URN has six digits/])
      assert.match(again.html, words)
  })

  const owed = async (basis: string) =>
    (
      await served.query<{ due: string | null }>(
        'select due::text as due from kith.duty where child = $1 and basis = $2',
        [child, basis],
      )
    ).map(({ due }) => due)
  test('a school left because of a move: the next is owed by the twentieth school day of the calendar', async () => {
    const move = {
      school: place?.school ?? '',
      since: '2 Sep 2026',
      until: '1 Mar 2027',
      because: 'a move of home',
      year: '10',
    }
    assert.equal((await send(school, at(`learning/school/${place?.id}/correct`), move)).status, 303)
    assert.deepEqual(await owed('ED-04'), [null], 'beyond the terms that are entered: not known')
    const summer = { name: 'summer 2027', first: '12 Apr 2027', last: '20 Jul 2027' }
    const sent = await send(administrator, `/settings/schools/${place?.school}/term`, summer)
    assert.equal(sent.status, 303)
    assert.deepEqual(
      await owed('ED-04'),
      [null],
      'a term of that length has a half-term: not known until it is entered',
    )
    const half = { half_first: '31 May 2027', half_last: '4 Jun 2027' }
    const [term] = await served.query<{ id: string }>(`select id from kith.school_term where name = 'summer 2027'`)
    const whole = await send(administrator, `/settings/schools/terms/${term?.id}`, { ...summer, ...half })
    assert.equal(whole.status, 303)
    // The days of March count nineteen, from Monday 1 to Thursday 25; the twentieth is the first of the summer term.
    assert.deepEqual(await owed('ED-04'), ['2027-04-12'])
  })

  test('attendance, an exclusion, an application and pupil premium stand on the page, and are counted', async () => {
    const absent = { since: '5 Jan 2027', last: '12 Feb 2027', possible: '58', attended: '46', persistent: 'yes' }
    const wrong = await send(school, at('learning/attendance/record'), {
      ...absent,
      attended: '60',
      what: 'Kept words',
    })
    assert.match(wrong.html, /more sessions than there were/)
    assert.match(wrong.html, /Kept words/)
    assert.equal((await send(school, at('learning/attendance/record'), absent)).status, 303)
    const twice = await send(school, at('learning/attendance/record'), {
      ...absent,
      since: '8 Feb 2027',
      what: 'Again.',
    })
    assert.match(twice.html, /href="#since"[\s\S]*Tue 5 Jan 2027 to Fri 12 Feb 2027, there for 46 of 58[\s\S]*Again\./)
    const [row] = await standing('attendance')
    const righted = { ...absent, attended: '45' }
    assert.equal((await send(school, at(`learning/attendance/${row?.id}/correct`), righted)).status, 303)
    assert.equal(
      (await send(school, at(`learning/attendance/${(await standing('attendance'))[0]?.id}/correct`), absent)).status,
      303,
    )
    const home = { kind: 'suspension', began: '3 Mar 2027', days: '8', told: '3 Mar 2027', what: 'A fight.' }
    assert.equal((await send(school, at('learning/exclusions/record'), home)).status, 303)
    const [sentHome] = await standing('exclusion')
    const since = { education_from: '10 Mar 2027', what: 'A fight. Lessons at the library.' }
    assert.equal((await send(worker, at(`learning/exclusions/${sentHome?.id}/since`), since)).status, 303)
    const asked = { school: place?.school ?? '', asked: '1 Mar 2027', way: 'during the year' }
    assert.equal((await send(school, at('learning/applications/record'), asked)).status, 303)
    const [application] = await standing('school_application')
    const answer = { outcome: 'offered', answered: '19 Mar 2027' }
    assert.equal((await send(worker, at(`learning/applications/${application?.id}/answer`), answer)).status, 303)
    const premium = { year_ending: '2027-03-31', use: 'tuition', pounds: '450', happened: '1 Feb 2027' }
    assert.equal((await send(school, at('learning/premium/record'), premium)).status, 303)
    const taught = { kind: 'online lessons', since: '8 Mar 2027', hours_a_week: '10' }
    assert.equal((await send(school, at('learning/meanwhile/record'), taught)).status, 303)
    const { html } = await get(school, at('learning'))
    for (const words of [
      ...[/79\.3% of 58 sessions/, /Yes \(!\)/, /for 8 school days/, /from Wed 10 Mar 2027/],
      ...[/Offered Fri 19 Mar 2027/, /£450\.00/, /Online lessons/, /10 hours a week/],
    ])
      assert.match(html, words)
    assert.deepEqual(await owed('ED-08'), ['2027-03-22'])
    assert.deepEqual(await owed('MI-05'), [null])
  })

  test('a long list of schools goes on over pages', async () => {
    await served.query(
      `insert into kith.school (council, id, name, recorded_by)
       select s.council, gen_random_uuid(), 'Zest School ' || n, s.recorded_by
       from (select council, recorded_by from kith.school limit 1) s, generate_series(1, 30) n`,
    )
    assert.match((await get(administrator, '/settings/schools')).html, /schools\?page=2/)
    assert.match((await get(administrator, '/settings/schools?page=2')).html, /Zest School 9/)
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
  const [step] = await standing<{ referral: string }>('referral_step')
  for (const browser of [school, officer, director]) {
    assert.equal((await get(browser, at(`health/referrals/${step?.referral}/further`))).status, 403)
    for (const what of ['answer', 'correct', 'retract'])
      assert.equal((await get(browser, at(`health/referral-steps/${step?.id}/${what}`))).status, 403, what)
  }
  const [place] = await standing('school_place')
  for (const what of ['correct', 'retract', 'leave'])
    assert.equal((await get(nurse, at(`learning/school/${place?.id}/${what}`))).status, 403, what)
  const none = '00000000-0000-4000-8000-000000000000'
  assert.equal((await get(nurse, at(`health/${none}/report`))).status, 404)
  assert.deepEqual(served.logged, [])
})

describe('a place that is kept, and stays that are planned', () => {
  test('kept while they are away, asked about again, over; short breaks ahead with the days that they make; each put right', async () => {
    const [home] = await served.query<{ line: string }>(
      'select line from kith.placement_current where child = $1 order by lower(during) desc limit 1',
      [child],
    )
    const held = { kind: 'kept', placement: home?.line ?? '', since: '1 Mar', look_again: '20 Apr', what: 'Mo agreed.' }
    const wrong = await send(worker, at('places-held/record'), { ...held, placement: '', look_again: '2 Feb 2027' })
    assert.equal(wrong.status, 422)
    assert.match(wrong.html, /Say which home is kept[\s\S]*after the one on which it began[\s\S]*Mo agreed/)
    assert.equal((await send(worker, at('places-held/record'), held)).status, 303)
    const plan = { kind: 'short breaks', first: '2 Apr', every: '2', unit: 'weeks', nights: '2', what: 'With Ann.' }
    assert.match(
      (await send(worker, at('stays-planned/record'), { ...plan, nights: '14' })).html,
      /no night is left between/,
    )
    assert.equal((await send(worker, at('stays-planned/record'), plan)).status, 303)
    const page = await get(worker, at('where'))
    assert.match(page.html, /Kept while they are away[\s\S]*Mo agreed/)
    assert.match(
      page.html,
      /Every 2 weeks, 2 nights[\s\S]*Next: 2 Apr 2027 to 4 Apr 2027|Fri 2 Apr 2027 to Sun 4 Apr 2027/,
    )
    assert.match(page.html, /more than short breaks may be/)
    const [pattern] = await standing('stay_pattern')
    assert.equal((await send(worker, at(`stays-planned/${pattern?.id}/change`), { ...plan, every: '4' })).status, 303)
    assert.doesNotMatch((await get(worker, at('where'))).html, /more than short breaks may be/)
    const [place] = await standing('place_held')
    const over = { until: '20 Mar', outcome: 'the child came back', what: 'Mo agreed.' }
    assert.match(
      (await send(worker, at(`places-held/${place?.id}/since`), { ...over, outcome: '' })).html,
      /what came of it/,
    )
    assert.equal((await send(worker, at(`places-held/${place?.id}/since`), over)).status, 303)
    assert.match((await get(worker, at('where'))).html, /until[\s\S]*they came back/)
    for (const path of ['places-held/record', 'stays-planned/record'])
      assert.equal((await get(school, at(path))).status, 403)
  })
})
