// A health provider's list in the browser: taken row by row, again without adding, decided where it differs; and who is told nothing.
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { childRoutes } from '#child-pages'
import { recordFirst, type Who } from '#database'
import { healthForms } from '#health/pages'
import { healthCareForms } from '#health-care/pages'
import { healthListForms, healthListRoutes } from '#health-lists/pages'
import { uploads } from '../../src/documents/test-files.ts'
import { type Browser, type Served, servedCouncil } from './council-served.ts'
import { get, routesOf, send } from './filling.ts'

const HERE = 'http://127.0.0.1:4444'
let served: Served
let end: () => Promise<void>
let nursing: Who
let nurse: Browser
let officer: Browser
let child = ''
let hidden = ''
let number = ''
let hiddenNumber = ''

before(async () => {
  served = await servedCouncil('health_lists')
  const children = await served.query<{ id: string }>('select id from kith.child order by id limit 2')
  ;[child, hidden] = [children[0]?.id ?? '', children[1]?.id ?? '']
  const numberOf = async (of: string) =>
    (
      await served.query<{ value: string }>(
        'select value from kith.child_identifier_current where child = $1 order by line limit 1',
        [of],
      )
    )[0]?.value ?? of
  ;[number, hiddenNumber] = [await numberOf(child), await numberOf(hidden)]
  const folder = await uploads()
  end = folder.end
  const routes = [
    ...routesOf([...healthForms, ...healthCareForms, ...healthListForms(folder.settings)]),
    ...healthListRoutes(),
    ...childRoutes(),
  ]
  nursing = await served.worker('health-team', child)
  nurse = served.appFor(nursing, routes)
  officer = served.appFor(await served.worker('reviewing-officer', child), routes)
})
after(async () => {
  await served.close()
  await end()
})

const at = (path: string) => `/children/${child}/${path}`
const standing = async <Row>(table: string) =>
  await served.query<Row & { id: string; line: string }>(
    `select * from kith.${table}_current where child = $1 order by recorded, id`,
    [child],
  )
const feelings = async () =>
  (await standing<{ asked_for: string; offered: string; change: string }>('health_referral')).find(
    ({ asked_for }) => asked_for === 'mental health',
  )
const count = async (table: string) =>
  Number((await served.query<{ n: string }>(`select count(*) as n from kith.${table}`))[0]?.n)

async function sendList(lines: readonly string[], ofDay = '1 Mar 2027', browser = nurse) {
  const { hidden: fields } = await get(browser, '/health-lists/record?fresh=1')
  const body = new FormData()
  for (const [name, value] of Object.entries({
    ...fields,
    provider: 'Hill Community Trust',
    of_day: ofDay,
    _do: 'send',
  }))
    body.append(name, value)
  body.append('file', new File([lines.join('\n')], 'list.csv'))
  const answer = await browser.request(`${HERE}/health-lists/record`, {
    method: 'POST',
    body,
    headers: { host: '127.0.0.1:4444', origin: HERE },
  })
  return {
    status: answer.status,
    to: (answer.headers.get('location') ?? '').split('?')[0] ?? '',
    html: await answer.text(),
  }
}
const HEADING = 'child,service,received,answer,answered,first_appointment,reference,reason'

describe('a list of referrals', () => {
  test('each row is taken, not understood or not found, and says so; one stops no other', async () => {
    const nowhere = await sendList([
      HEADING,
      `${number},Mental health and feelings,2027-01-10,accepted,2027-01-20,2027-04-10,R-1,`,
      `${number},Palmistry,2027-01-10,,,,,`,
      `${hiddenNumber},mental health,2027-01-10,,,,,`,
      'nobody at all,mental health,2027-01-10,,,,,',
      `${number},speech and language,2027-02-01,,,,R-2,`,
    ])
    assert.equal(nowhere.status, 303, nowhere.html.match(/error-summary.*?<\/ul>/s)?.[0])
    const { html } = await get(nurse, nowhere.to)
    assert.match(html, /5 rows read/)
    assert.match(html, /2 taken, 0 known already, 0 otherwise than the record/)
    assert.match(html, /Rows not taken[\s\S]*service[\s\S]*This word is not known here/)
    const notFound = [...html.matchAll(/No child with this number is known, or not one whose health you may write\./g)]
    assert.equal(notFound.length, 2, 'hidden and unknown answer alike')
    assert.doesNotMatch(html, /Palmistry|nobody at all/)
    const rows = await standing<{ asked_for: string; received: string; offered: string | null; answer: string | null }>(
      'health_referral',
    )
    assert.deepEqual(
      rows.map(({ asked_for, received, offered, answer }) => [asked_for, received, offered, answer]),
      [
        ['mental health', '2027-01-10', '2027-04-10', 'accepted'],
        ['speech and language', '2027-02-01', null, null],
      ],
    )
    assert.match(
      (await get(nurse, at('health'))).html,
      /Received[^<]*: from the list of Hill Community Trust of Mon 1 Mar 2027, row 2/,
    )
    assert.deepEqual(await served.query('select from kith.health_referral where child = $1', [hidden]), [])
  })

  test('the same file again adds nothing; a later list of theirs moves an appointment; the one before stays in the history', async () => {
    const tables = ['health_list', 'health_list_row', 'health_list_fault', 'health_referral']
    const rows = [HEADING, `${number},mental health,2027-01-10,accepted,2027-01-20,2027-04-10,R-1,`]
    await sendList(rows, '2 Mar 2027')
    const before = await Promise.all(tables.map(count))
    const again = await sendList(rows, '2 Mar 2027')
    assert.equal(again.status, 303)
    assert.deepEqual(await Promise.all(tables.map(count)), before)
    assert.match((await get(nurse, again.to)).html, /0 taken, 1 known already/)
    const moved = await sendList(
      [HEADING, `${number},mental health,2027-01-10,accepted,2027-01-20,2027-05-11,R-1,`],
      '9 Mar 2027',
    )
    assert.match((await get(nurse, moved.to)).html, /1 taken[\s\S]*Taken: First appointment/)
    const one = await feelings()
    assert.deepEqual([one?.offered, one?.change], ['2027-05-11', 'change'])
    const stale = await sendList(
      [HEADING, `${number},mental health,2027-01-10,accepted,2027-01-20,2027-04-10,R-1,`],
      '3 Mar 2027',
    )
    assert.match(
      (await get(nurse, stale.to)).html,
      /1 otherwise than the record/,
      'an older list does not take it back',
    )
  })

  test('what contradicts is kept beside the record, asked once, and decided by a person with how they know', async () => {
    const row = (await standing<{ outcome: string; decision: null }>('health_list_row')).find(
      ({ outcome }) => outcome === 'contradicts',
    )
    const decide = at(`health/list-rows/${row?.line}/decide`)
    assert.match((await get(nurse, at('health'))).html, /A list says otherwise[\s\S]*First appointment Sat 10 Apr 2027/)
    assert.match(
      (await get(nurse, decide)).html,
      /First appointment \(differs\)[\s\S]*Tue 11 May 2027[\s\S]*Sat 10 Apr 2027/,
    )
    const bare = await send(nurse, decide, { because: 'They rang.' })
    assert.match(bare.html, /Say which is right[\s\S]*They rang\./)
    assert.equal((await send(nurse, decide, { decision: 'the list is right', because: 'They rang.' })).status, 303)
    const one = await feelings()
    assert.deepEqual([one?.offered, one?.change], ['2027-04-10', 'correction'])
    assert.doesNotMatch((await get(nurse, at('health'))).html, /A list says otherwise/)
    const late = await send(nurse, decide, { decision: 'the record stands', because: 'No.' })
    assert.equal(late.status, 422)
    assert.match(late.html, /This was decided already, by [\s\S]*No\./)
    // the same again, in another list: it is not asked twice
    const other = await sendList([HEADING, `${number},speech and language,2027-02-03,,,,R-2,`], '4 Mar 2027')
    assert.match((await get(nurse, other.to)).html, /Taken: Received|otherwise/)
  })
})

describe('a list of assessments', () => {
  const HELD = 'child,kind,held,by,report'
  test('is taken, fills the report later, and never changes what somebody of ours wrote', async () => {
    const first = await sendList([HELD, `${number},review,2027-02-10,nurse,`], '5 Mar 2027')
    assert.match((await get(nurse, first.to)).html, /1 taken/)
    await sendList([HELD, `${number},review,2027-02-10,nurse,2027-02-20`], '6 Mar 2027')
    const of = async () =>
      (await standing<{ happened: string; reported: string | null }>('health_assessment')).filter(
        ({ happened }) => happened >= '2027-01-01',
      )
    assert.deepEqual(
      (await of()).map(({ happened, reported }) => [happened, reported]),
      [['2027-02-10', '2027-02-20']],
    )
    const [one] = await of()
    const put = {
      kind: 'review',
      happened: '11 Feb 2027',
      outcome: 'seen',
      by: 'nurse',
      mode: 'in person',
      what: 'You grew.',
    }
    assert.equal((await send(nurse, at(`health/${one?.id}/correct`), put)).status, 303)
    const after = await sendList([HELD, `${number},review,2027-02-10,nurse,`], '7 Mar 2027')
    assert.match((await get(nurse, after.to)).html, /1 otherwise than the record/)
    assert.equal((await of())[0]?.happened, '2027-02-11')
    assert.match((await get(nurse, at('health'))).html, /A list says otherwise[\s\S]*Held Wed 10 Feb 2027/)
  })
})

test('a file that is no list is said so beside its field, and nothing of it is written', async () => {
  const lists = await count('health_list')
  for (const lines of [['a,b', '1,2'], ['']]) {
    const sent = await sendList(lines)
    assert.equal(sent.status, 422)
    assert.match(sent.html, /href="#file"[\s\S]*Hill Community Trust/)
  }
  assert.equal(await count('health_list'), lists)
})

test('who may not: no page, no form, no row, past every form too; what was not understood is the sender’s alone', async () => {
  for (const path of [
    '/health-lists',
    '/health-lists/record',
    `/health-lists/${(await served.query<{ id: string }>('select id from kith.health_list limit 1'))[0]?.id}`,
  ])
    assert.equal((await get(officer, path)).status, 403, path)
  const row = (await standing<{ outcome: string; list: string }>('health_list_row')).find(
    ({ outcome }) => outcome === 'contradicts',
  )
  assert.equal((await get(officer, at(`health/list-rows/${row?.line}/decide`))).status, 403)
  const other = await served.worker('health-team', hidden)
  const seen = await served.door.as(other, async (asking) => [
    (await asking.record.selectFrom('kith.health_list_row').select('id').execute()).length,
    (await asking.record.selectFrom('kith.health_list_fault').select('id').execute()).length,
  ])
  assert.deepEqual(seen, [0, 0])
  const columns = { list: row?.list ?? '', row_number: 2, outcome: 'known', fields: [] }
  await assert.rejects(
    served.door.as(other, async (asking) => await recordFirst(asking, 'kith.health_list_row', { child, columns })),
    /42501|row-level security|not allowed|Refused/,
  )
  assert.deepEqual(served.logged, [])
})
