// The family in the browser: people with whose parent or child they are, homes kept from somebody, ties, time together; and who may do none of it.
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { childRoutes } from '#child-pages'
import type { Who } from '#database'
import { familyForms } from '#family/pages'
import { type Browser, type Served, servedCouncil } from './council-served.ts'
import { type Fields, get, routesOf, send } from './filling.ts'

let served: Served
let child: string
let worker: Who
let cousin: Who
let ana: Browser
let ruth: Browser
let other: Browser

const routes = () => [...routesOf(familyForms), ...childRoutes()]
before(async () => {
  served = await servedCouncil('family_web')
  const [own] = await served.query<{ id: string }>(
    'select id from kith.child c where not exists (select from kith.family_person p where p.child = c.id) order by id limit 1',
  )
  child = own?.id ?? ''
  worker = await served.worker('allocated-worker', child)
  ana = served.appFor(worker, routes())
  cousin = await served.worker('reviewing-officer', child)
  await served.query(
    `set session_replication_role = replica; update kith.worker set name = 'Nell Barrow' where id = '${cousin.person}'`,
  )
  ruth = served.appFor(cousin, routes())
  other = served.appFor(await served.worker('placement-team', child), routes())
})
after(async () => await served.close())

const at = (rest: string) => `/children/${child}/${rest}`
/** Where the header leads to the menu of all that one may record is not meant. */
const TO_WRITE = /\/(?:people|family-\w+|brothers-and-sisters|sibling-decisions)\/(?:record|[^"]*\/[a-z-]+)"/
const PERSON = { sex: 'female', died: 'living', responsibility: 'not known' }
type Row = { id: string; line: string }
const newest = async (table: string): Promise<Row> => {
  const rows = await served.query<Row>(
    `select id, line from kith.${table}_current where child = $1 order by id desc limit 1`,
    [child],
  )
  return rows[0] ?? assert.fail(`nothing stands in ${table}`)
}
async function done(path: string, fields: Fields): Promise<void> {
  const { status, html, to } = await send(ana, at(path), fields)
  assert.equal(status, 303, `${path}: ${html.replaceAll(/<[^>]*>/g, ' ')}`)
  assert.equal(to.split('?')[0], at('family'))
}
async function person(fields: Fields): Promise<string> {
  await done('people/record', { ...PERSON, ...fields })
  return (await newest('family_person')).line
}

test('nobody yet: whoever keeps the record is led to add somebody, and nobody else is', async () => {
  const [mine, theirs] = [await get(ana, at('family')), await get(ruth, at('family'))]
  assert.match(mine.html, /Nobody is recorded yet/)
  assert.ok(mine.html.includes(`href="${at('people/record')}"`))
  assert.doesNotMatch(theirs.html, TO_WRITE)
  assert.equal((await get(ruth, at('people/record'))).status, 403)
  assert.equal((await send(ruth, at('people/record'), { ...PERSON, relation: 'aunt', name: 'Bea' })).status, 403)
})

describe('people', () => {
  test('what is missing is said beside its field, and everything typed is kept', async () => {
    const wrong = await send(ana, at('people/record'), { name: 'Jean <b>', born: 'long ago', died: 'living' })
    assert.equal(wrong.status, 422)
    for (const says of ['Say who this is to the child', 'Say which sex is recorded', 'Write a birth date as a day'])
      assert.ok(wrong.html.includes(says), says)
    assert.ok(wrong.html.includes('value="Jean &lt;b&gt;"') && wrong.html.includes('value="long ago"'))
  })
  test('Mum, her mother, and a place kept free; the map draws whose parent each is', async () => {
    const mum = await person({
      relation: 'mother',
      name: 'Leanne',
      born: '1988',
      responsibility: 'yes',
      ground: 'birth-mother',
    })
    await person({ relation: 'grandparent', name: 'Jean', parent_of: mum })
    await person({ relation: 'grandparent', gap: 'yes', note: 'Dad’s mum and dad', sex: 'not known' })
    const sister = await person({ relation: 'sister', name: 'Ruby', born: '3 Mar 2018', child_of: mum })
    const ties = await served.query<{ one: string; other: string }>(
      'select one, other from kith.family_tie_current where child = $1 order by id',
      [child],
    )
    assert.deepEqual(ties[1], { one: mum, other: sister })
    const { html } = await get(ana, at('family'))
    for (const name of ['Leanne', 'Jean', 'Ruby', 'Dad’s mum and dad']) assert.ok(html.includes(name), name)
    const page = await get(ana, at(`people/${mum}`))
    assert.match(page.html, /Leanne[\s\S]*about 39[\s\S]*gave birth \(Children Act 1989 s\.2\(1\), \(2\)\)/)
    assert.match(page.html, /Jean: parent of: Leanne/)
  })
  test('nobody becomes their own grandmother', async () => {
    const { line } = await newest('family_person')
    const mum = (
      await served.query<Row>(
        `select id, line from kith.family_person_current where child = $1 and relation = 'mother'`,
        [child],
      )
    )[0]
    const wrong = await send(ana, at('people/record'), {
      ...{ ...PERSON, relation: 'other', name: 'Nobody', parent_of: mum?.line ?? '', child_of: line },
    })
    assert.equal(wrong.status, 422)
    assert.match(wrong.html, /their own parent or grandparent/)
  })
  test('put right, changed, and taken back with all that hangs on them', async () => {
    const aunt = await person({ relation: 'aunt', name: 'Beee' })
    const first = await newest('family_person')
    await done(`people/${first.id}/correct`, { ...PERSON, relation: 'aunt', name: 'Bea' })
    const second = await newest('family_person')
    await done(`people/${second.id}/change`, {
      ...PERSON,
      relation: 'aunt',
      name: 'Bea',
      died: 'died',
      died_when: '2026',
    })
    assert.match((await get(ana, at(`people/${aunt}`))).html, /Bea[\s\S]*died 2026/)
    await done('family-homes/record', { person: aunt, where: 'A farm' })
    await done(`people/${(await newest('family_person')).id}/retract`, { reason: 'Another child’s aunt.' })
    const left = 'select id from kith.family_home_current where child = $1 and person = $2'
    assert.deepEqual(await served.query(left, [child, aunt]), [])
    assert.equal((await get(ana, at(`people/${aunt}`))).status, 404)
  })
})

describe('where they live', () => {
  test('kept from a named colleague and from everybody who is not ticked, from the first moment', async () => {
    const { line } = await newest('family_person')
    const home: Fields = { person: line, where: '4 Rowan Close', since: '1 May 2026' }
    const half = await send(ana, at('family-homes/record'), { ...home, audience: 'manager-line' })
    assert.equal(half.status, 422)
    assert.match(half.html, /Say what the decision rests on/)
    assert.ok(half.html.includes('4 Rowan Close'))
    const why: Fields = { power: 'safety of the child', decided: '20 Mar', because: 'Somebody is looking for them.' }
    await done('family-homes/record', { ...home, ...why, must_not: ['Nell Barrow'] })
    const path = at(`people/${line}`)
    assert.ok((await get(ana, path)).html.includes('4 Rowan Close'))
    assert.ok(!(await get(ruth, path)).html.includes('Rowan'), 'the named colleague')
    assert.ok(!(await get(ruth, at('family'))).html.includes('Rowan'))
    const { id } = await newest('family_home')
    await done(`family-homes/${id}/correct`, { where: '14 Rowan Close', since: '1 May 2026' })
    assert.ok(!(await get(ruth, path)).html.includes('Rowan'), 'a correction keeps who may know')
  })
  test('opened to everybody again, then ended', async () => {
    const { id } = await newest('family_home')
    const stands: Fields = { decided: '20 Mar', because: 'Somebody is looking for them.', must_not: [''] }
    await done(`family-homes/${id}/who-may-know`, { ...stands, power: '' })
    const { line } = await newest('family_person')
    assert.ok((await get(ruth, at(`people/${line}`))).html.includes('14 Rowan Close'))
    const before = await send(ana, at(`family-homes/${(await newest('family_home')).id}/end`), { until: '1 May 2025' })
    assert.equal(before.status, 422)
    await done(`family-homes/${(await newest('family_home')).id}/end`, { until: '1 Feb 2027' })
    assert.match((await get(ana, at(`people/${line}`))).html, /until Mon 1 Feb 2027/)
  })
})

describe('ties, brothers and sisters, family time', () => {
  test('a tie is recorded once, ends, and is taken back', async () => {
    const { line } = await newest('family_person')
    const close: Fields = { one: 'child', other: line, kind: 'close', state: 'goes on' }
    await done('family-ties/record', close)
    assert.match((await send(ana, at('family-ties/record'), close)).html, /recorded already/)
    const tie = await newest('family_tie')
    await done(`family-ties/${tie.id}/end`, { until: '' })
    await done(`family-ties/${(await newest('family_tie')).id}/retract`, { reason: 'Never so.' })
  })
  test('as the child counts them; apart asks why; the decision is put right', async () => {
    const { line } = await newest('family_person')
    await done('brothers-and-sisters/record', { members: line, counted: 'yesterday', said: 'Just Ruby.' })
    const group = (await newest('sibling_group')).line
    const apart: Fields = { kind: 'apart', by: 'review', decided: '20 Mar', review_by: '20 Sep 2027' }
    assert.match((await send(ana, at(`brothers-and-sisters/${group}/decide`), apart)).html, /Write why they cannot/)
    await done(`brothers-and-sisters/${group}/decide`, { ...apart, why: 'Ruby is settled with Nan.' })
    const { id } = await newest('sibling_decision')
    await done(`sibling-decisions/${id}/correct`, { ...apart, why: 'Ruby is settled with Jean.' })
    assert.match((await get(ana, at('family'))).html, /settled with Jean/)
  })
  test('time is agreed, agreed anew and ended; a planned day is told', async () => {
    const { line } = await newest('family_person')
    const time: Fields = { person: line, way: 'in person', support: 'on their own', basis: 'agreed' }
    assert.match((await send(ana, at('family-time/record'), { ...time, stance: 'none' })).html, /Write why there is no/)
    await done('family-time/record', { ...time, stance: 'goes on', every: '2', unit: 'weeks' })
    const { id } = await newest('family_time')
    await done(`family-time/${id}/change`, { ...time, stance: 'goes on', every: '1', unit: 'weeks' })
    assert.match((await get(ana, at('family'))).html, /every week/)
    await done(`family-time/${(await newest('family_time')).id}/end`, { until: '1 Sep 2027' })
    await done('family-days/record', { person: line, state: 'planned', happens: '3 Apr' })
    const day = await newest('family_time_day')
    assert.ok((await get(ana, at('family'))).html.includes(at(`family-days/${day.id}/correct`)))
    const early = await send(ana, at(`family-days/${day.id}/correct`), {
      person: line,
      state: 'kept',
      happens: '3 Apr 2027',
    })
    assert.match(early.html, /cannot have happened after today/)
    await done(`family-days/${day.id}/correct`, {
      person: line,
      state: 'cancelled',
      happens: '3 Apr 2027',
      cancelled_by: 'us',
      note: 'No car.',
    })
  })
})

test('a family of fourteen: the words are a page of their own, and neither weighs more than 30 kB', async () => {
  const have = await served.query<{ name: string }>('select from kith.family_person_current where child = $1', [child])
  for (let n = have.length; n < 14; n += 1)
    await person({ name: `Cousin the ${n}th`, relation: 'cousin', words: 'Comes on Sundays with her guitar.' })
  const [map, words] = [await get(ana, at('family')), await get(ana, at('family?map=words'))]
  assert.match(map.html, /family\?map=words">Each of them in words/)
  for (const { html } of [map, words]) {
    assert.ok(Buffer.byteLength(html) < 30_000, String(Buffer.byteLength(html)))
    assert.match(html, /aria-current="true">(?:Family|In words)</)
  }
  assert.match(words.html, /Cousin the 13th<[\s\S]*>Cousin</)
})

test('who reads the family and does not write it sees no way to write; who sees no family sees no person', async () => {
  const { line } = await newest('family_person')
  for (const path of ['family', `people/${line}`]) assert.doesNotMatch((await get(ruth, at(path))).html, TO_WRITE, path)
  const seen = (await get(other, at(`people/${line}`))).status
  assert.ok(seen === 403 || seen === 404, String(seen))
})
