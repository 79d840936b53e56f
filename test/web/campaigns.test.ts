// Campaigns of recruiting as served: planned, counted, put right, with the home that came of it; and closed to everybody else, by route and in the database.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { campaignForms, campaignRoutes } from '#campaigns'
import { type Browser, type Served, servedCouncil } from './council-served.ts'
import { get, post, routesOf, send } from './filling.ts'

let served: Served
let team: Browser
let director: Browser
let child = ''
const AT = '/sufficiency/campaigns'
const routes = () => [...campaignRoutes(), ...routesOf(campaignForms)]

before(async () => {
  served = await servedCouncil('campaigns')
  const [one] = await served.query<{ child: string }>('select child from kith.placement_current order by child limit 1')
  child = one?.child ?? ''
  team = served.appFor(await served.worker('placement-team', child), routes())
  director = served.appFor(await served.worker('director'), routes())
})
after(async () => await served.close())

const text = (html: string): string =>
  html
    .replace(/^[\s\S]*<main/, '')
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ')
const shown = async (who: Browser, path: string): Promise<string> => text((await get(who, path)).html)
const line = async (table: string): Promise<string> =>
  (await served.query<{ line: string }>(`select line from kith.${table}_current order by recorded desc limit 1`))[0]
    ?.line ?? ''
const PLAN = {
  ...{ title: 'Homes for teenagers', looks_for: '11 to 17', area: 'pe3', began: '10 Jan 2027', ends: '30 Jun 2027' },
  ...{ homes: '4', cost: '£6,000', why: 'Nine of eleven wait.', carers: 'Two carers speak at each evening.' },
}
const COUNT = { counted: '20 Feb 2027', enquiries: '12', visits: '5', applications: '2', withdrawn: '3' }

test('empty; refused with everything kept; planned, and read by a director who cannot change it', async () => {
  assert.match(await shown(team, AT), /No campaign is recorded\. Plan the first one\./)
  const wrong = await send(team, `${AT}/record`, { ...PLAN, area: 'the north', ends: '1 Jan 2027', homes: 'some' })
  assert.equal(wrong.status, 422)
  assert.match(text(wrong.html), /half of a postcode[\s\S]*before it begins[\s\S]*whole number from 1 to 500/)
  assert.match(wrong.html, /the north[\s\S]*Two carers speak/)
  assert.equal((await send(team, `${AT}/record`, PLAN)).status, 303)
  const told = await shown(director, `${AT}/${await line('recruitment_campaign')}`)
  assert.match(told, /Runs: Sun 10 Jan 2027 to Wed 30 Jun 2027\. Children aged 11 to 17, PE3\.[\s\S]*£6,000/)
  assert.doesNotMatch(told, /Change it|Count it/)
  assert.notEqual((await send(director, `${AT}/record`, PLAN)).status, 303)
})

test('counts only grow, one a day, and a wrong one is taken back with its reason', async () => {
  const at = `${AT}/${await line('recruitment_campaign')}`
  assert.match(text((await send(team, `${at}/count`, { ...COUNT, visits: '13' })).html), /more than asked/)
  assert.match(text((await send(team, `${at}/count`, { ...COUNT, counted: '9 Jan 2027' })).html), /begins on/)
  assert.equal((await send(team, `${at}/count`, COUNT)).status, 303)
  assert.match(text((await send(team, `${at}/count`, COUNT)).html), /a count of that day/)
  const fewer = { ...COUNT, counted: '1 Mar 2027', enquiries: '11' }
  assert.match(text((await send(team, `${at}/count`, fewer)).html), /Fewer asked on a later day/)
  assert.match(await shown(director, AT), /Homes for teenagers[\s\S]*12 2 0 of 4 0/)
  const count = await line('campaign_count')
  assert.match(text((await send(team, `${AT}/rows/${count}/retract`, { reason: '' })).html), /Say why/)
  assert.equal((await send(team, `${AT}/rows/${count}/retract`, { reason: 'Two evenings were left out.' })).status, 303)
  assert.match(await shown(team, at), /Nobody has counted yet/)
})

test('a home that came of it, with since when it is approved; whoever changes it meanwhile is not overwritten', async () => {
  const at = `${AT}/${await line('recruitment_campaign')}`
  assert.match(await shown(team, `${at}/home`), /Enter the home on the list of homes first/)
  await served.door.asService(served.council.council, 'import', async (asking) => {
    const [id = '', approval = ''] = await asking.newIds(2)
    const { council, person: recorded_by } = asking.who
    const shape = { council, recorded_by }
    await asking.insert('kith.household', [{ ...shape, id, line: id, kind: 'our foster home', prefers: [] }])
    const approved = { id: approval, line: approval, household: id, since: '2027-03-01', places: 2, sexes: 'any' }
    const terms = { temporary: false, named_only: false, age_from: 11, age_to: 17 }
    await asking.insert('kith.household_approval', [
      {
        ...shape,
        ...approved,
        ...terms,
        kinds: ['long term'],
        decided: '2027-03-01',
        decided_by: 'agency decision-maker',
      },
    ])
  })
  const home = await line('household')
  assert.equal((await send(team, `${at}/home`, { home })).status, 303)
  assert.match(
    await shown(director, at),
    /1 of 4 homes are approved, with 2 places; 0 children live there today\. £6,000 for each/,
  )
  const before = await get(team, `${at}/change`)
  assert.equal((await send(team, `${at}/change`, { ...PLAN, learned: 'Evenings work.' })).status, 303)
  const late = { ...before.hidden, ...PLAN, learned: 'Sundays work.', _do: 'send' }
  const clash = await (await post(team, `${at}/change`, late)).text()
  assert.match(text(clash), /Evenings work[\s\S]*Sundays work|Sundays work[\s\S]*Evenings work/)
  assert.match(await shown(director, at), /Evenings work/)
})

test('nobody else: neither the pages nor the rows', async () => {
  const at = `${AT}/${await line('recruitment_campaign')}`
  for (const relation of ['analyst', 'auditor', 'member', 'administrator', 'allocated-worker', 'virtual-school']) {
    const who = await served.worker(relation, child)
    const somebody = served.appFor(who, routes())
    for (const path of [AT, at, `${AT}/record`])
      assert.equal((await get(somebody, path)).status, 403, `${relation} ${path}`)
    const rows = await served.door.as(who, async ({ record }) =>
      record.selectFrom('kith.recruitment_campaign').select('id').execute(),
    )
    assert.deepEqual(rows, [], relation)
    await assert.rejects(
      served.door.as(who, async (asking) => {
        const [id = ''] = await asking.newIds(1)
        const row = { id, line: id, council: asking.who.council, recorded_by: asking.who.person }
        await asking.insert('kith.recruitment_campaign', [
          { ...row, looks_for: 'anybody', began: '2027-01-01', homes: 1 },
        ])
      }),
      relation,
    )
  }
})
