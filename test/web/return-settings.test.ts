// What a return is checked against, entered by who looks after it: lists and single rows, bad rows named, and seen by the pages and the next check.
import assert from 'node:assert/strict'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { returnSettingsRoutes } from '#return-settings'
import { checkWhole } from '#return-work'
import { deviationOf, rulesOfYear, ssda903Rules, yearsWithRules } from '#statutory-returns'
import type { Browser, Served } from './council-served.ts'
import { get, post } from './filling.ts'
import { beside, councilWithReturn, routesWithReturns, TODAY } from './returns-served.ts'

const TO = '/settings/return'
const HERE = 'http://127.0.0.1:4444'
let served: Served
let analyst: Browser

const routes = () => [...returnSettingsRoutes({ folder: join(served.home, 'arriving') }), ...routesWithReturns()]
const as = async (relation: string) => served.appFor(await served.worker(relation), routes())
async function sendFile(
  browser: Browser,
  fields: Readonly<Record<string, string>>,
  [name, text]: readonly [string, string],
) {
  const { hidden } = await get(browser, TO)
  const body = new FormData()
  for (const [field, value] of Object.entries({ 'form-token': hidden['form-token'] ?? '', ...fields }))
    body.append(field, value)
  body.append(name, new File([text], 'list.csv', { type: 'text/csv' }))
  const answer = await browser.request(`${HERE}${TO}/${name}`, {
    method: 'POST',
    body,
    headers: { host: '127.0.0.1:4444', origin: HERE },
  })
  return { status: answer.status, html: await answer.text() }
}
const sendOne = async (browser: Browser, path: string, fields: Readonly<Record<string, string>>) => {
  const { hidden } = await get(browser, TO)
  const answer = await post(browser, path, { 'form-token': hidden['form-token'] ?? '', ...fields })
  return { status: answer.status, html: await answer.text() }
}
const check = async () =>
  await checkWhole(served.door, { council: served.council.council, year: 2027, today: TODAY }, beside)

before(async () => {
  served = await councilWithReturn('return_settings')
  analyst = await as('analyst')
  await check()
})
after(async () => await served.close())

describe('severities', () => {
  test('a list with bad rows names each and takes none', async () => {
    const bad = await sendFile(analyst, { origin: 'portal' }, [
      'severities',
      'rule,severity\n103,error\n9,error\n101,grave\n',
    ])
    assert.equal(bad.status, 422)
    assert.match(bad.html, /Line 3: There is no rule 9/)
    assert.match(bad.html, /Line 4: A severity is/)
    assert.deepEqual(await served.query('select from kith.return_severity'), [])
    const none = await sendFile(analyst, {}, ['severities', 'rule,severity\n103,error\n'])
    assert.match(none.html, /id="origin-list-error"[^>]*>.*Say where it is said/s)
    assert.match(bad.html, /id="severities-error"[^>]*>.*2 rows are to be put right/s)
    assert.match(bad.html, /<details[^>]* open[^>]*>\s*<summary[^>]*>\s*<span[^>]*>Enter a list/)
  })
  test('entered, it stands on the page of the return at once; the last one holds', async () => {
    const list = await sendFile(analyst, { origin: 'portal' }, ['severities', 'rule,severity\n103,error\n'])
    assert.equal(list.status, 303)
    assert.match((await get(analyst, '/returns/ssda903/2027?rule=103')).html, /Rule 103; error/)
    const one = await sendOne(analyst, `${TO}/severity`, { rule: '103', severity: 'query', origin: 'council' })
    assert.equal(one.status, 303)
    assert.match((await get(analyst, '/returns/ssda903/2027?rule=103')).html, /Rule 103; query/)
    assert.match((await get(analyst, TO)).html, /Our own decision/)
    assert.match((await get(analyst, `${TO}?done=severity`)).html, /The rule was saved/)
    assert.doesNotMatch((await get(analyst, `${TO}?done=%3Cb%3E`)).html, /was saved|<b>/)
    for (const [field, typed] of [
      ['rule', { rule: 'x', severity: 'query', origin: 'council' }],
      ['severity', { rule: '103', severity: '', origin: 'council' }],
      ['origin-one', { rule: '103', severity: 'query', origin: '' }],
    ] as const) {
      const wrong = await sendOne(analyst, `${TO}/severity`, typed)
      assert.equal(wrong.status, 422)
      assert.match(wrong.html, new RegExp(`id="${field}-error"`), field)
      assert.match(wrong.html, new RegExp(`href="#${field}"`), field)
      assert.match(wrong.html, new RegExp(`value="${typed.rule}"`), field)
    }
  })
})

describe('providers', () => {
  const HEAD = 'URN,PLACE_CODES,PROVIDER_CODES,REG_END,POSTCODE,LA_CODE_INFERRED'
  const lacking = async () => /want of a list of providers/.test((await get(analyst, '/returns/ssda903/2027')).html)
  test('until a list is entered the rules that ask for it are not run; then the next check runs them', async () => {
    assert.ok(await lacking())
    const bad = await sendFile(analyst, {}, ['providers', `${HEAD}\n?,U1,PR1,,,\n`])
    assert.match(bad.html, /Line 2: A URN is letters and digits/)
    const urns = await served.query<{ registration: string }>(
      'select distinct registration from kith.placement_current where registration is not null order by 1',
    )
    const rows = urns.map(({ registration }) => `${registration},"U1,U6",PR1,,,E06000053`)
    const text = [HEAD, ...rows].join('\n')
    assert.equal((await sendFile(analyst, {}, ['providers', text])).status, 303)
    assert.match((await get(analyst, TO)).html, new RegExp(`${urns.length} are on the list`))
    await check()
    assert.ok(!(await lacking()))
  })
  test('one is added, changed and taken off; a new list takes the place of all', async () => {
    const count = async () => Number(/([\d,]+) are on the list/.exec((await get(analyst, TO)).html)?.[1])
    const before = await count()
    assert.equal(
      (await sendOne(analyst, `${TO}/provider`, { URN: 'zz1', PLACE_CODES: 'K2', what: 'enter' })).status,
      303,
    )
    assert.equal(await count(), before + 1)
    assert.equal(
      (await sendOne(analyst, `${TO}/provider`, { URN: 'ZZ1', PLACE_CODES: 'K1', what: 'enter' })).status,
      303,
    )
    assert.equal(await count(), before + 1)
    assert.equal((await sendOne(analyst, `${TO}/provider`, { URN: 'zz1', what: 'take off' })).status, 303)
    assert.equal(await count(), before)
    for (const [field, typed] of [
      ['URN', { URN: 'zz1', what: 'take off' }],
      ['PLACE_CODES', { URN: 'zz1', PLACE_CODES: 'foster', what: 'enter' }],
      ['REG_END', { URN: 'zz1', REG_END: '31/02/2026', what: 'enter' }],
    ] as const) {
      const wrong = await sendOne(analyst, `${TO}/provider`, typed)
      assert.equal(wrong.status, 422)
      assert.match(wrong.html, new RegExp(`id="${field}-error"`), field)
      assert.match(wrong.html, /value="zz1"/)
    }
    assert.equal((await sendFile(analyst, {}, ['providers', `${HEAD}\nAB1,K2,PR4,,,\n`])).status, 303)
    assert.equal(await count(), 1)
  })
})

test('an administrator enters them too; nobody else reads or enters them; what was done is logged', async () => {
  assert.equal((await get(await as('administrator'), TO)).status, 200)
  const one = await sendOne(await as('administrator'), `${TO}/severity`, {
    rule: '101',
    severity: 'error',
    origin: 'guidance',
  })
  assert.equal(one.status, 303)
  for (const relation of ['director', 'quality-lead', 'member'])
    assert.equal((await get(await as(relation), TO)).status, 403, relation)
  const director = await served.worker('director')
  await assert.rejects(
    served.door.as(director, async ({ insert, newIds, who }) => {
      const [id = ''] = await newIds(1)
      const row = {
        id,
        council: who.council,
        rule: '101',
        severity: 'error',
        origin: 'council',
        recorded_by: who.person,
      }
      await insert('kith.return_severity', [row])
    }),
  )
  const logged = await served.query(`select from kith.access_entry where what = 'entered the list of providers'`)
  assert.ok(logged.length > 1)
})

test('nothing of all this was logged as broken', () => assert.deepEqual(served.logged, []))

describe('the rules as a list', () => {
  test('every rule of each year once, in our words, with its fields; both readings where we deviate', async () => {
    const worker = await as('member')
    for (const year of yearsWithRules) {
      const rules = rulesOfYear(ssda903Rules, year)
      const pages = []
      for (let n = 1; n <= Math.ceil(rules.length / 50); n += 1)
        pages.push((await get(worker, `/returns/rules?year=${year}&page=${n}`)).html)
      const html = pages.join('')
      const heads = [...html.matchAll(/<th scope="row"[^>]*>([^<]+)</g)].map(([, code = '']) => code)
      assert.deepEqual(heads.toSorted(), rules.map(({ code }) => code).toSorted(), String(year))
      assert.equal(html.match(/The shared validator: /g)?.length, rules.filter(({ code }) => deviationOf(code)).length)
    }
  })
  test('how grave each is, as it was entered; a year or page that there is not is the nearest', async () => {
    const { status, html } = await get(analyst, '/returns/rules?year=1999&page=-3')
    assert.equal(status, 200)
    assert.match(html, /323 rules of 2026\/27/)
    assert.match(html, /101<.*?Error: stops the return/s)
    assert.match((await get(analyst, '/returns/rules?page=999')).html, /aria-label="Page 7" aria-current="page"/)
  })
})
