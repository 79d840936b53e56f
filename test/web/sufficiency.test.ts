// Sufficiency in the browser: before the first night, after it, the statement; kept once a day, for leaders alone.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { day } from '#calendar'
import { reckonSufficiency, sufficiencyRoutes } from '#sufficiency'
import { type Browser, type Served, servedCouncil } from './council-served.ts'
import { get } from './filling.ts'

let served: Served
let director: Browser
let child = ''
const text = (html: string): string =>
  html
    .replace(/^[\s\S]*<main/, '')
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ')

before(async () => {
  served = await servedCouncil('sufficiency')
  child = (await served.query<{ id: string }>('select id from kith.child order by id limit 1'))[0]?.id ?? ''
  director = served.appFor(await served.worker('director'), sufficiencyRoutes())
})
after(async () => await served.close())

test('before the first night it says so; after it the numbers stand with their hour', async () => {
  for (const path of ['/sufficiency', '/sufficiency/statement'])
    assert.match(text((await get(director, path)).html), /The first night has not run yet/)
  const { council } = served.council
  await reckonSufficiency(served.door, council, day('2027-03-31'))
  await reckonSufficiency(served.door, council, day('2027-03-31'))
  const kept = await served.query('select 1 from kith.sufficiency_night')
  assert.equal(kept.length, 1)
  const { html, status } = await get(director, '/sufficiency?areas=9')
  assert.equal(status, 200)
  assert.match(text(html), /As the record stood on Wednesday 31 March 2027, reckoned/)
  assert.match(text(html), /children in care on that day\. In a year we expect between \d+ and \d+/)
  const statement = await get(director, '/sufficiency/statement')
  assert.match(text(statement.html), /Children Act 1989, section 22G[\s\S]*names no child/)
})

test('every number opens the children and homes behind it, as far as somebody may see them, and each child is logged', async () => {
  const { html } = await get(director, '/sufficiency')
  const links = [...html.matchAll(/href="(\/sufficiency\/behind\?[^"]+)"/g)].map(([, at = '']) =>
    at.replaceAll('&amp;', '&'),
  )
  assert.ok(
    links.some((at) => at.includes('what=in')),
    'in care',
  )
  for (const at of new Set(links)) assert.equal((await get(director, at)).status, 200, at)
  const opened = await get(director, '/sufficiency/behind?what=in&on=2027-03-31')
  assert.match(text(opened.html), /In care[\s\S]*of those whom you may see/)
  assert.match(opened.html, new RegExp(`href="/children/${child}"`))
  assert.doesNotMatch(opened.html, /[A-Z]{1,2}\d[\dA-Z]? \d[A-Z]{2}/)
  const team = served.appFor(await served.worker('placement-team', child), sufficiencyRoutes())
  const narrower = await get(team, '/sufficiency/behind?what=in&on=2027-03-31')
  assert.equal([...narrower.html.matchAll(/href="\/children\/[0-9a-f-]{36}"/g)].length, 1)
  assert.match(text((await get(director, '/sufficiency/behind?what=gap&sector=x')).html), /names no number/)
})

test('for leaders, and nobody else: neither the page nor the row', async () => {
  for (const relation of [
    'analyst',
    'quality-lead',
    'auditor',
    'member',
    'administrator',
    'allocated-worker',
    'virtual-school',
  ]) {
    const who = await served.worker(relation, child)
    const somebody = served.appFor(who, sufficiencyRoutes())
    for (const path of ['/sufficiency', '/sufficiency/statement', '/sufficiency/behind?what=far'])
      assert.equal((await get(somebody, path)).status, 403, `${relation} ${path}`)
    const rows = await served.door.as(who, async ({ record }) =>
      record.selectFrom('kith.sufficiency_night').select('day').execute(),
    )
    assert.deepEqual(rows, [], relation)
  }
})
