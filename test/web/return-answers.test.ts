// What the return asks of a year and of adoption, as forms: health and convictions, young people after care, the decision and the adoption.
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { childRoutes } from '#child-pages'
import { healthForms } from '#health/pages'
import { careLeaverForms } from '#leaving-care/pages'
import { carePlanForms } from '#plans'
import { type Browser, type Served, servedCouncil } from './council-served.ts'
import { get, post, routesOf, send } from './filling.ts'

let served: Served
let child: string
let worker: Browser
let nurse: Browser
let adoption: Browser

const routes = () => [...childRoutes(), ...routesOf([...healthForms, ...careLeaverForms, ...carePlanForms])]
const as = async (relation: string) => served.appFor(await served.worker(relation, child), routes())
const at = (path: string) => `/children/${child}/${path}`
type Row = Readonly<Record<string, unknown>> & { readonly id: string }
const stands = async (table: string) =>
  await served.query<Row>(`select * from kith.${table}_current where child = $1 order by recorded, id`, [child])
const answers = async () =>
  Object.fromEntries(
    (
      await served.query<{ question: string; answer: string }>(
        `select question, answer from kith.year_answer_current where child = $1 and year_ending = '2027-03-31'`,
        [child],
      )
    ).map(({ question, answer }) => [question, answer]),
  )

before(async () => {
  served = await servedCouncil('answers_web')
  // Looked after all year, so the import brought answers.
  const [one] = await served.query<{ child: string }>(
    `select child from kith.year_answer_current where year_ending = '2027-03-31' and question = 'teeth-checked' order by child limit 1`,
  )
  child = one?.child ?? ''
  worker = await as('allocated-worker')
  nurse = await as('health-team')
  adoption = await as('adoption-team')
})
after(async () => await served.close())

describe('the answers of a year', () => {
  const PATH = 'year-answers/this-year'
  const filled = async () => {
    const known = await answers()
    const [convicted] = await served.query<{ convicted: boolean }>(
      `select convicted from kith.conviction_year_current where child = $1 and year_ending = '2027-03-31'`,
      [child],
    )
    return { ...known, convicted: convicted === undefined ? '' : convicted.convicted ? '1' : '0' }
  }
  test('as the record has them; only what differs is written, undone in one', async () => {
    const before = await filled()
    const same = await send(worker, at(PATH), before)
    assert.equal(same.status, 422)
    assert.match(same.html, /The record says all of this already/)
    const teeth = before['teeth-checked' as keyof typeof before] === '1' ? '0' : '1'
    const versions = (await stands('year_answer')).map(({ id }) => id)
    const changed = { ...before, 'teeth-checked': teeth, convicted: before.convicted === '1' ? '0' : '1' }
    const sent = await send(worker, at(PATH), changed)
    assert.equal(sent.status, 303)
    assert.deepEqual(await filled(), changed)
    const now = (await stands('year_answer')).map(({ id }) => id)
    assert.equal(now.filter((id) => !versions.includes(id)).length, 1)
    const token = { 'form-token': sent.hidden['form-token'] ?? '' }
    assert.equal((await post(worker, `/drafts/${sent.hidden['_draft']}/undo`, token)).status, 303)
    assert.deepEqual(await filled(), before)
  })
  test('left open, an answer is taken off; a score is a number from 0 to 40', async () => {
    const known = await filled()
    const score = 'strengths-and-difficulties-score'
    assert.match((await send(worker, at(PATH), { ...known, [score]: '41' })).html, new RegExp(`href="#${score}"`))
    const open = { ...known, 'immunisations-up-to-date': '' }
    assert.equal((await send(worker, at(PATH), open)).status, 303)
    assert.ok(!('immunisations-up-to-date' in (await answers())))
    assert.equal((await send(worker, at(PATH), { ...open, 'immunisations-up-to-date': '1' })).status, 303)
  })
  test('what somebody answered meanwhile is shown, and not written over unseen', async () => {
    const known = await filled()
    const flipped = (question: string, to: string) => ({ ...known, [question]: to })
    const opened = await get(nurse, `${at(PATH)}?fresh=1`)
    const health = known['health-assessed' as keyof typeof known] === '1' ? '0' : '1'
    assert.equal((await send(worker, at(PATH), flipped('health-assessed', health))).status, 303)
    const other = { ...opened.hidden, ...flipped('health-assessed', ''), _do: 'send' }
    const clash = await post(nurse, at(PATH), other)
    assert.equal(clash.status, 422)
    const html = await clash.text()
    assert.match(html, /Somebody answered this meanwhile/)
    assert.match(html, new RegExp(`In the record: ${health === '1' ? 'Yes' : 'No'}`))
  })
  test('the health team is not asked about convictions, and writes none', async () => {
    const form = await get(nurse, at(`${PATH}?fresh=1`))
    assert.equal(form.status, 200)
    assert.doesNotMatch(form.html, /id="convicted"/)
    assert.match((await get(worker, at(`${PATH}?fresh=1`))).html, /id="convicted"/)
  })
  test('each year is another form, as far back as there are rules of the return', async () => {
    for (const [which, ending] of [
      ['this-year', 'Wed 31 Mar 2027'],
      ['last-year', 'Tue 31 Mar 2026'],
      ['two-years-ago', 'Mon 31 Mar 2025'],
      ['three-years-ago', 'Sun 31 Mar 2024'],
    ])
      assert.match((await get(worker, at(`year-answers/${which}?fresh=1`))).html, new RegExp(`The year to ${ending}`))
    assert.equal((await get(worker, at('year-answers/four-years-ago'))).status, 404)
    const sent = await send(worker, at('year-answers/two-years-ago'), { 'teeth-checked': '1' })
    assert.equal(sent.status, 303)
    const [row] = (await stands('year_answer')).filter(({ year_ending }) => String(year_ending) === '2025-03-31')
    assert.deepEqual([row?.['question'], row?.['answer']], ['teeth-checked', '1'])
    assert.match((await get(worker, at('health'))).html, /Year to Mon 31 Mar 2025/)
  })
  test('begun before the year turned, it is not written into the next one', async () => {
    const { hidden } = await get(worker, at(`${PATH}?fresh=1`))
    assert.equal(hidden['year-begun'], '2027-03-31')
    const late = { ...hidden, ...(await filled()), 'year-begun': '2026-03-31', 'teeth-checked': '', _do: 'send' }
    const before = await stands('year_answer')
    const refused = await post(worker, at(PATH), late)
    assert.equal(refused.status, 422)
    assert.match(await refused.text(), /for the year to Tue 31 Mar 2026, and the year has turned since/)
    assert.deepEqual(await stands('year_answer'), before)
  })
})

describe('after care', () => {
  const OK = { year: '2027-03-31', in_touch: 'YES', activity: 'F2', accommodation: 'U', suits: '1' }
  test('recorded once a year, put right, taken back', async () => {
    const wrong = await send(worker, at('care-leaver-answers/record'), { ...OK, in_touch: '', accommodation: 'S' })
    for (const field of ['in_touch', 'suits']) assert.match(wrong.html, new RegExp(`href="#${field}"`), field)
    assert.equal((await send(worker, at('care-leaver-answers/record'), OK)).status, 303)
    assert.match((await send(worker, at('care-leaver-answers/record'), OK)).html, /has this already/)
    const [row] = await stands('care_leaver_answer')
    assert.deepEqual([row?.['activity'], row?.['accommodation']], ['F2', 'U1'])
    const none = { ...OK, in_touch: 'NO', activity: '0', accommodation: '0', suits: '' }
    assert.equal((await send(worker, at(`care-leaver-answers/${row?.id}/correct`), none)).status, 303)
    const [now] = await stands('care_leaver_answer')
    assert.deepEqual([now?.['in_touch'], now?.['accommodation']], ['NO', '0'])
    assert.equal((await send(worker, at(`care-leaver-answers/${now?.id}/retract`), { reason: 'Twice' })).status, 303)
  })
})

describe('adoption', () => {
  test('the decision, with its reversal; by the adoption team alone', async () => {
    assert.equal((await get(worker, at('adoption-decisions/record'))).status, 403)
    const half = { decided: '1 Feb 2027', ceased: '1 Mar 2027', cease_reason: '' }
    assert.match((await send(adoption, at('adoption-decisions/record'), half)).html, /href="#cease_reason"/)
    assert.equal((await send(adoption, at('adoption-decisions/record'), { ...half, cease_reason: 'RD1' })).status, 303)
    const [row] = await stands('adoption_decision')
    const back = { decided: '1 Feb 2027', ceased: '', cease_reason: '', matching_referred: '1 Mar 2027' }
    const early = { ...back, matching_referred: '31 Jan 2027' }
    const answer = await send(adoption, at(`adoption-decisions/${row?.id}/correct`), early)
    assert.match(answer.html, /href="#matching_referred"/)
    assert.equal((await send(adoption, at(`adoption-decisions/${row?.id}/correct`), back)).status, 303)
    const [now] = await stands('adoption_decision')
    assert.deepEqual([now?.['ceased'], String(now?.['matching_referred'])], [null, '2027-03-01'])
  })
  test('the adoption itself', async () => {
    assert.equal((await get(worker, at('adoption/record'))).status, 403)
    const whole = { placed: '1 Feb 2027', matched: '1 Mar 2027', by_carer: 'yes', adopters: '2', adopters_sex: 'FF' }
    const wrong = await send(adoption, at('adoption/record'), { ...whole, matched: '1 Jan 2027' })
    assert.match(wrong.html, /href="#matched"/)
    assert.equal((await send(adoption, at('adoption/record'), { ...whole, adopters_status: 'L12' })).status, 303)
    const [row] = await stands('adoption')
    assert.deepEqual([row?.['adopters'], row?.['adopters_status']], [2, 'L12'])
    assert.equal((await send(adoption, at(`adoption/${row?.id}/retract`), { reason: 'Another child' })).status, 303)
  })
})

test('who may not: the virtual school no health, the nurse no plan', async () => {
  const school = await as('virtual-school')
  assert.equal((await get(school, at('year-answers/this-year'))).status, 403)
  assert.equal((await get(nurse, at('care-leaver-answers/record'))).status, 403)
})

test('nothing of all this was logged as broken', () => assert.deepEqual(served.logged, []))
