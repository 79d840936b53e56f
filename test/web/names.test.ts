// What a child is called, in the browser: names that come and go, pronouns in their own words, and who may write neither.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { audienceForms, audienceRoutes } from '#audiences/pages'
import { childRoutes } from '#child-pages'
import { peopleForms } from '#people/pages'
import { makeFinder, searchRoutes } from '#search'
import { type Browser, type Served, servedCouncil } from './council-served.ts'
import { asItOpens, get, post, routesOf, send } from './filling.ts'

let served: Served
let child: string
let ana: Browser
let ruth: Browser

const routes = () => [
  ...routesOf([...peopleForms(), ...audienceForms]),
  ...audienceRoutes(),
  ...childRoutes(),
  ...searchRoutes(makeFinder()),
]
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

test('gender in their own words is dated, no name, on no page above; kept to whom they want to know it, and put right through no other form', async () => {
  assert.match((await send(ana, at('/gender/record'), { said: '', since: 'soon' })).html, /Write it in their own words/)
  const said = { said: 'a girl, I think', since: '20 Mar' }
  assert.match((await send(ana, at('/gender/record'), { ...said, audience: [] })).html, /Choose who may know it/)
  const { html: opened } = await get(ana, `${at('/gender/record')}?fresh=1`)
  assert.equal((await send(ana, at('/gender/record'), { ...asItOpens(opened), ...said })).status, 303)
  const own = await newest()
  assert.match((await get(ana, at('/who-they-are'))).html, /a girl, I think[\s\S]*since Sat 20 Mar 2027/)
  assert.doesNotMatch((await get(ana, at(''))).html, /a girl, I think/)
  const { hidden } = await get(ana, '/')
  assert.doesNotMatch(await (await post(ana, '/search', { ...hidden, q: 'girl' })).text(), /Aurelia/)
  for (const path of [`/names/${own}/correct`, `/pronouns/${own}/correct`])
    assert.equal((await get(ana, at(path))).status, 404, path)
  const wide = served.appFor(await served.worker('director'), routes())
  assert.doesNotMatch((await get(wide, at('/who-they-are'))).html, /a girl, I think/, 'few, until they say so')
  assert.match((await get(ruth, at('/who-they-are'))).html, /a girl, I think/)
  const few = { audience: ['manager-line'], power: 'safety of the child', decided: '20 Mar', until_day: '1 Sep' }
  const because = 'They told nobody else yet.'
  assert.equal((await send(ana, at(`/names/${own}/who-may-know`), { ...few, because })).status, 303)
  assert.match((await get(ana, at('/who-they-are'))).html, /a girl, I think/)
  assert.doesNotMatch((await get(ruth, at('/who-they-are'))).html, /a girl, I think/)
  assert.equal((await get(ruth, at('/gender/record'))).status, 403)
})

test('a name is kept from those who must not know it, with who decided, until when and why; opened again, all read it', async () => {
  const name = { kind: 'known as', name: 'Larkwyn' }
  assert.equal((await send(ana, at('/names/record'), name)).status, 303)
  const path = at(`/names/${await newest()}/who-may-know`)
  assert.ok((await get(ana, at('/who-may-know'))).html.includes(`href="${path}"`))
  const half = await send(ana, path, { audience: ['manager-line'], power: 'court order', until_day: 'one day' })
  assert.equal(half.status, 422)
  for (const says of ['Say which order', 'Write the day as a day', 'Write why.', 'Write the day of the decision'])
    assert.ok(half.html.includes(says), says)
  assert.ok(half.html.includes('value="one day"'))
  const why = { decided: '20 Mar', because: 'It is the name of the family that looks for her.', until_day: '1 Sep' }
  const kept = { audience: ['manager-line'], power: 'safety of the child', ...why }
  assert.equal((await send(ana, path, kept)).status, 303)
  assert.match((await get(ana, at(''))).html, /Larkwyn/)
  for (const page of ['', '/who-may-know'])
    assert.doesNotMatch((await get(ruth, at(page))).html, /Larkwyn|looks for her/)
  const { hidden } = await get(ruth, '/')
  const found = await (await post(ruth, '/search', { ...hidden, q: 'Larkwyn' })).text()
  assert.doesNotMatch(found, /children\/[0-9a-f]{8}/)
  const list = (await get(ana, at('/who-may-know'))).html
  for (const says of ['Larkwyn', 'looks for her', 'Allocated worker, manager', 'Dawn Test', '1 Sep 2027'])
    assert.ok(list.includes(says), says)
  assert.doesNotMatch((await send(ruth, path, kept)).html, /Larkwyn/)
  const standing = at(`/names/${await newest()}/who-may-know`)
  assert.ok((await get(ana, standing)).html.includes('looks for her'), 'the form begins from the decision')
  assert.equal(
    (await send(ana, standing, { audience: [''], power: '', because: '', decided: '', until_day: '' })).status,
    303,
  )
  assert.match((await get(ruth, at(''))).html, /Larkwyn/)
})
