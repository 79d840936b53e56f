// Organisations as administrators keep them: entered with faults beside their fields, changed by two at once, ended, and who works there.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { organisationForms, organisationRoutes, theirWorkerForms } from '#organisations'
import { type Browser, type Served, servedCouncil } from './council-served.ts'
import { get, post, routesOf, send } from './filling.ts'

const AT = '/settings/organisations'
const PROVIDERS = [
  { key: 'hill-trust', issuer: 'https://hill.example' },
  { key: 'talks', issuer: 'https://talks.example' },
]
let served: Served
let admin: Browser
let worker: Browser
let answers: string

before(async () => {
  served = await servedCouncil('organisations pages', { filled: false })
  const routes = [...organisationRoutes(PROVIDERS), ...routesOf([...organisationForms(PROVIDERS), ...theirWorkerForms])]
  const keeper = await served.worker('administrator')
  answers = served.who.person
  admin = served.appFor(keeper, routes)
  worker = served.appFor(served.who, routes)
})
after(async () => await served?.close())

const TYPED = {
  ...{ provider: 'hill-trust', name: 'Hill Trust', kind: 'health service', agreement: 'Sharing 2027' },
  ...{ since: '1 Jan 2027', last: '31 Dec 2027', purposes: ['health'], why: 'Their nurses see our children.' },
}
const lineOf = async (): Promise<string> =>
  (await served.query<{ line: string }>('select line from kith.organisation_current'))[0]?.line ?? ''

test('an empty list says so; each fault stands beside its field, with everything typed kept', async () => {
  assert.match((await get(admin, AT)).html, /No organisation/)
  const wrong = {
    ...TYPED,
    provider: 'elsewhere',
    name: '',
    last: '31 Dec 2026',
    purposes: ['everything'],
    answers: 'nobody',
  }
  const sent = await send(admin, `${AT}/add`, wrong)
  assert.equal(sent.status, 422)
  for (const said of [
    ...[/Choose a provider/, /Write what it is called/, /before it begins/, /Choose at least one/],
    ...[/Choose somebody/, /31 Dec 2026/, /Sharing 2027/, /Their nurses see our children/],
  ])
    assert.match(sent.html, said)
})

test('entered, its page says what was agreed, who answers and what it gives; its provider is free for no other', async () => {
  const sent = await send(admin, `${AT}/add`, { ...TYPED, answers })
  assert.equal(sent.status, 303, sent.html)
  const line = await lineOf()
  assert.ok(sent.to.startsWith(`${AT}/${line}`), sent.to)
  const { html } = await get(admin, `${AT}/${line}`)
  for (const said of [
    ...[/Hill Trust/, /Runs until Fri 31 Dec 2027/, /Sharing 2027/, /Dawn Test/, /Health is written, too/],
    ...[/Their nurses see our children/, /Nobody yet/, /https:\/\/hill\.example/],
  ])
    assert.match(html, said)
  assert.match((await get(admin, AT)).html, /Hill Trust[\s\S]*Runs until/)
  assert.doesNotMatch((await get(admin, `${AT}/add`)).html, /hill-trust/)
  assert.match((await send(admin, `${AT}/add`, { ...TYPED, answers })).html, /Choose a provider/)
})

test('changed, each version stays with who and why; of two at once the second sees both', async () => {
  const at = `${AT}/${await lineOf()}/change`
  const second = await get(admin, `${at}?fresh=1`)
  const change = { ...TYPED, answers, last: '30 Jun 2027', purposes: ['health', 'legal advice'], why: 'Half a year.' }
  const done = await send(admin, at, change)
  assert.equal(done.status, 303, done.html)
  const late = { ...second.hidden, ...TYPED, answers, last: '31 Jul 2027', why: 'Another.', _do: 'send' }
  const clash = await (await post(admin, at, late)).text()
  assert.match(clash, /30 Jun 2027/)
  assert.match(clash, /31 Jul 2027/)
  const { html } = await get(admin, `${AT}/${await lineOf()}`)
  assert.match(html, /Half a year\.[\s\S]*Their nurses see our children/)
  assert.match(html, /Legal advice/)
})

test('somebody of theirs is entered once by name, leaves and comes back, each time with why', async () => {
  const line = await lineOf()
  const add = `${AT}/${line}/people/add`
  assert.match((await send(admin, add, { called: '', why: '' })).html, /Write their name[\s\S]*Say who asked/)
  assert.equal((await send(admin, add, { called: 'Ola Quill', why: 'Their lead wrote to us.' })).status, 303)
  assert.match((await send(admin, add, { called: ' ola quill', why: 'Again.' })).html, /of that name is there/)
  const page = async () => (await get(admin, `${AT}/${line}`)).html
  assert.match(await page(), /Ola Quill[\s\S]*None: they cannot sign in/)
  const [row] = await served.query<{ line: string }>('select line from kith.organisation_worker')
  const at = `${AT}/people/${row?.line}`
  assert.match((await send(admin, at, { works: 'yes', why: 'So.' })).html, /stands already/)
  assert.equal((await send(admin, at, { works: 'no', why: 'She left in May.' })).status, 303)
  assert.match(await page(), /Not any more: She left in May/)
  assert.equal((await send(admin, at, { works: 'yes', why: 'She is back.' })).status, 303)
  assert.match(await page(), /None: they cannot sign in/)
})

test('ended at once with why, and not twice; made longer it runs again', async () => {
  const line = await lineOf()
  const at = `${AT}/${line}/end`
  assert.match((await send(admin, at, { why: '' })).html, /Say why it ends/)
  assert.equal((await send(admin, at, { why: 'They closed.' })).status, 303)
  assert.match((await get(admin, `${AT}/${line}`)).html, /Over since Wed 31 Mar 2027[\s\S]*They closed/)
  assert.match((await send(admin, at, { why: 'Again.' })).html, /ended already/)
  assert.equal((await send(admin, `${AT}/${line}/change`, { ...TYPED, answers, why: 'They did not.' })).status, 303)
  assert.match((await get(admin, `${AT}/${line}`)).html, /Runs until Fri 31 Dec 2027/)
})

test('who keeps no lists reads none of it, and nobody reads what is not there', async () => {
  const line = await lineOf()
  for (const path of [
    AT,
    `${AT}/${line}`,
    `${AT}/add`,
    `${AT}/${line}/change`,
    `${AT}/${line}/end`,
    `${AT}/${line}/people/add`,
  ])
    assert.equal((await get(worker, path)).status, 403, path)
  assert.equal((await get(admin, `${AT}/${answers}`)).status, 404)
  assert.equal((await get(admin, `${AT}/${answers}/change`)).status, 404)
})
