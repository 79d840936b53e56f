// What a child is called, in the browser: names that come and go, pronouns in their own words, and who may write neither.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { childRoutes } from '#child-pages'
import { peopleForms } from '#people/pages'
import { makeFinder, searchRoutes } from '#search'
import { type Browser, type Served, servedCouncil } from './council-served.ts'
import { get, post, routesOf, send } from './filling.ts'

let served: Served
let child: string
let ana: Browser
let ruth: Browser

const routes = () => [...routesOf(peopleForms()), ...childRoutes(), ...searchRoutes(makeFinder())]
before(async () => {
  served = await servedCouncil('names_web')
  child = (await served.query<{ id: string }>('select id from kith.child order by id limit 1'))[0]?.id ?? ''
  ana = served.appFor(await served.worker('allocated-worker', child), routes())
  ruth = served.appFor(await served.worker('reviewing-officer', child), routes())
})
after(async () => await served.close())

const at = (rest: string) => `/children/${child}${rest}`
const newest = async (): Promise<string> =>
  (
    await served.query<{ id: string }>(
      'select id from kith.child_name_current where child = $1 order by id desc limit 1',
      [child],
    )
  )[0]?.id ?? ''

test('what they like to be called heads every page; the name before stays and is found', async () => {
  const wrong = await send(ana, at('/names/record'), { name: '', since: 'soon' })
  assert.equal(wrong.status, 422)
  for (const says of ['Say which name it is', 'Write the name.', 'Write since when as a day'])
    assert.ok(wrong.html.includes(says), says)
  assert.ok(wrong.html.includes('value="soon"'))
  for (const [kind, name] of [
    ['given', 'Aurelia'],
    ['family', 'Thistlewood'],
    ['known as', 'Rell'],
    ['known as', 'Wren'],
  ])
    assert.equal((await send(ana, at('/names/record'), { kind: kind ?? '', name: name ?? '' })).status, 303)
  assert.match((await get(ana, at(''))).html, /Aurelia Thistlewood[\s\S]*Likes to be called <strong>Wren/)
  assert.equal(
    (await send(ana, at(`/names/${await newest()}/correct`), { kind: 'known as', name: 'Wrenna' })).status,
    303,
  )
  assert.match((await get(ana, at(''))).html, /<strong>Wrenna/)
  assert.equal((await send(ana, at(`/names/${await newest()}/retract`), { reason: 'Not their name.' })).status, 303)
  assert.match((await get(ana, at(''))).html, /<strong>Rell/)
})

test('pronouns stand beside the name in their own words, and name the story; the search finds nobody by them', async () => {
  assert.match((await get(ana, at(''))).html, />Story</)
  assert.match((await send(ana, at('/pronouns/record'), { said: 'x'.repeat(41) })).html, /Keep it to 40 characters/)
  assert.equal((await send(ana, at('/pronouns/record'), { said: 'she/her, most days' })).status, 303)
  const { html } = await get(ana, at(''))
  assert.match(html, /Rell<\/strong> · she\/her, most days ·/)
  assert.match(html, />Her story</)
  assert.match((await get(ana, at('/names/record'))).html, /she\/her, most days/, 'above a form too')
  const { hidden } = await get(ana, '/')
  const found = await (await post(ana, '/search', { ...hidden, q: 'most' })).text()
  assert.doesNotMatch(found, /Aurelia/)
  assert.equal(
    (await send(ana, at(`/pronouns/${await newest()}/retract`), { reason: 'Wants them unsaid.' })).status,
    303,
  )
  assert.doesNotMatch((await get(ana, at(''))).html, /she\/her|Her story/)
})

test('a name is not put right through the form of pronouns, nor the other way round; whoever only reads writes neither', async () => {
  assert.equal((await get(ana, at(`/pronouns/${await newest()}/correct`))).status, 404)
  for (const path of ['/names/record', '/pronouns/record', `/names/${await newest()}/correct`])
    assert.equal((await get(ruth, at(path))).status, 403, path)
})
