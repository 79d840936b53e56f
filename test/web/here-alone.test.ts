// A child who came here alone, in the browser: empty, recorded, put right, refused beside the field, and closed to others.
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { childRoutes } from '#child-pages'
import { unaccompaniedForms } from '#unaccompanied/pages'
import { type Browser, type Served, servedCouncil } from './council-served.ts'
import { type Fields, get, routesOf, send } from './filling.ts'

let served: Served
let child = ''
let base = ''
let worker: Browser
const routes = () => [...childRoutes(), ...routesOf(unaccompaniedForms)]

before(async () => {
  served = await servedCouncil('here_alone')
  child = (await served.query<{ id: string }>('select id from kith.child order by id limit 1'))[0]?.id ?? ''
  base = `/children/${child}`
  worker = served.appFor(await served.worker('allocated-worker', child), routes())
})
after(async () => await served.close())

test('nothing recorded is said so, and by which age we count', async () => {
  const { status, html } = await get(worker, `${base}/here-alone`)
  assert.equal(status, 200)
  for (const empty of ['Nothing is recorded of coming here alone', 'No application is recorded', 'Born'])
    assert.ok(html.includes(empty), empty)
})

describe('recorded, shown and put right', () => {
  const came: Fields = {
    arrived: '1 Mar',
    came_to_us: '3 Mar',
    how: 'national transfer',
    referred: '2 Mar',
    interpreter: 'yes',
    words: 'Tigrinya.',
  }
  const all: readonly (readonly [path: string, table: string, fields: Fields, shows: RegExp])[] = [
    ['arrivals-alone', 'arrival_alone', came, /needs an interpreter/],
    [
      'age-assessments',
      'age_assessment',
      {
        ...{ doubted: '5 Mar', words: 'A paper says another day.' },
        ...{ set_off_by: 'another service', set_off_on: '4 Mar' },
      },
      /everything runs on the age that they say[\s\S]*What set it off: Another service asked: [a-z, ]+, Thu 4 Mar 2027/,
    ],
    [
      'status-applications',
      'status_application',
      { kind: 'asylum', made: '6 Mar', decided: '20 Mar', outcome: 'granted', leave_until: '1 Mar 2030' },
      /Leave until/,
    ],
    ['family-tracing', 'family_tracing', { what: 'they want it', happened: '7 Mar' }, /They want us to look/],
  ]
  for (const [path, table, fields, shows] of all)
    test(path, async () => {
      const sent = await send(worker, `${base}/${path}/record`, fields)
      assert.equal(sent.status, 303, sent.html.match(/govuk-error-message[\s\S]{0,200}/)?.[0])
      assert.match((await get(worker, `${base}/here-alone`)).html, shows)
      const [one] = await served.query<{ id: string }>(`select id from kith.${table}_current where child = $1`, [child])
      assert.equal(
        (await send(worker, `${base}/${path}/${one?.id}/correct`, { ...fields, words: 'Put right.' })).status,
        303,
      )
      assert.match((await get(worker, `${base}/here-alone`)).html, /Put right\./)
    })
})

describe('refused beside the field, with everything kept', () => {
  const cases: readonly (readonly [path: string, fields: Fields, says: RegExp])[] = [
    [
      'arrivals-alone',
      { arrived: '9 Mar', came_to_us: '8 Mar', how: 'found here', interpreter: 'no', words: 'Kept.' },
      /before they came to this country/,
    ],
    [
      'age-assessments',
      { doubted: '9 Mar', decided: '8 Mar', outcome: 'as they say', words: 'Kept.' },
      /decided before it was doubted/,
    ],
    [
      'age-assessments',
      { doubted: '9 Mar', outcome: 'an adult', words: 'Kept.' },
      /Write the day on which it was decided/,
    ],
    [
      'status-applications',
      { kind: 'appeal', made: '9 Mar', leave_until: '1 Mar 2030', words: 'Kept.' },
      /only where it was granted/,
    ],
  ]
  for (const [path, fields, says] of cases)
    test(`${path}: ${says.source}`, async () => {
      const { status, html } = await send(worker, `${base}/${path}/record`, fields)
      assert.equal(status, 422)
      assert.match(html, says)
      assert.match(html, /Kept\./)
    })
})

test('who may not write reads and cannot record; nobody else sees it; nothing was logged as broken', async () => {
  const officer = served.appFor(await served.worker('reviewing-officer', child), routes())
  assert.doesNotMatch((await get(officer, `${base}/here-alone`)).html, /Record an application/)
  assert.equal((await get(officer, `${base}/age-assessments/record`)).status, 403)
  const stranger = served.appFor(await served.worker(undefined), routes())
  assert.equal((await get(stranger, `${base}/here-alone`)).status, 403)
  assert.deepEqual(served.logged, [])
})
