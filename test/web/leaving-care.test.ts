// Leaving care in the browser: empty, recorded, put right, refused beside the field, and closed to others.
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { allocate } from '#allocations'
import { childRoutes } from '#child-pages'
import { careLeaverForms } from '#leaving-care/pages'
import { retentionRoutes } from '#retention/pages'
import { type Browser, type Served, servedCouncil } from './council-served.ts'
import { type Fields, get, routesOf, send } from './filling.ts'

let served: Served
let child = ''
let base = ''
let worker: Browser
const routes = () => [...childRoutes(), ...routesOf(careLeaverForms)]

before(async () => {
  served = await servedCouncil('leaving_care')
  const [row] = await served.query<{ id: string }>(
    `select c.id from kith.child c join kith.birth_claim_current b on b.child = c.id join kith.care_period_current p on p.child = c.id
     where b.born < '2010-06-01' and p.ended is null order by c.id limit 1`,
  )
  child = row?.id ?? ''
  base = `/children/${child}`
  worker = served.appFor(await served.worker('allocated-worker', child), routes())
})
after(async () => await served.close())

const idsOf = async (table: string) =>
  await served.query<{ id: string }>(`select id from kith.${table}_current where child = $1 order by id`, [child])

test('the page says who they are by law and why, and what is not recorded yet', async () => {
  const { status, html } = await get(worker, `${base}/leaving-care`)
  assert.equal(status, 200)
  assert.match(html, /Eligible child since|Not yet an eligible child|Former relevant child since/)
  assert.match(html, /Children Act 1989,? Schedule 2 paragraph 19B|section 23C/)
  for (const empty of [
    'Nobody is named',
    'No pathway plan is written yet',
    'No assessment of needs',
    'Nobody has asked',
  ])
    assert.ok(html.includes(empty), empty)
  assert.match(html, /aria-current="page"[^>]*>\s*Leaving care/)
})

describe('each of it is recorded, shown, put right and taken back', () => {
  const kinds: readonly (readonly [path: string, table: string, fields: Fields, shows: RegExp])[] = [
    [
      'needs-assessments',
      'needs_assessment',
      {
        ...{ completed: '20 Mar', status: 'yes', words: 'A place to cook.' },
        ...{ set_off_by: 'something else', set_off: 'A burnt pan', set_off_on: '1 Mar' },
      },
      /What set it off: A burnt pan, Mon 1 Mar 2027[\s\S]*A place to cook\.</,
    ],
    ['pathway-review-asks', 'pathway_review_ask', { asked_by: 'the young person', asked: '20 Mar' }, /Arrange it now/],
    [
      'pathway-reviews',
      'pathway_review',
      { held: '25 Mar', accommodation: 'yes', next_months: '3' },
      /A review was held after it/,
    ],
    ['leaver-contacts', 'leaver_contact', { how: 'call', outcome: 'no answer', happened: '21 Mar' }, /no answer/],
    [
      'leaver-homes',
      'leaver_home',
      { lives: 'U', since: '1 Mar', provided: 'yes', suits: 'no' },
      /it does not suit them/,
    ],
    ['staying-put', 'staying_put', { what: 'declined', happened: '2 Mar' }, /They do not want it/],
  ]
  for (const [path, table, fields, shows] of kinds)
    test(path, async () => {
      const { html } = await get(worker, `${base}/${path}/record?fresh=1`)
      const [, me = ''] = /<option value="([0-9a-f-]{36})"/.exec(html) ?? []
      const all = { ...fields, ...(me === '' ? {} : { made_by: me }) }
      const sent = await send(worker, `${base}/${path}/record`, all)
      assert.equal(sent.status, 303, sent.html.match(/govuk-error-message[\s\S]{0,200}/)?.[0])
      assert.match((await get(worker, `${base}/leaving-care`)).html, shows)
      const [one] = await idsOf(table)
      const again = await send(worker, `${base}/${path}/${one?.id}/correct`, { ...all, words: 'Put right.' })
      assert.equal(again.status, 303)
      assert.match((await get(worker, `${base}/leaving-care`)).html, /Put right\./)
    })
  test('one attempt without an answer, and nothing before it, asks for another way', async () => {
    assert.match(
      (await get(worker, `${base}/leaving-care`)).html,
      /1 attempt without an answer, and nobody was in touch/,
    )
  })
  test('a contact of somebody who works elsewhere is put right by others, and stays theirs', async () => {
    const manager = await served.worker('manager-line', child)
    const contact = { how: 'call', outcome: 'no answer', happened: '22 Mar', made_by: manager.person, words: 'Rang.' }
    const theirs = served.appFor(manager, routes())
    assert.equal((await send(theirs, `${base}/leaver-contacts/record`, contact)).status, 303)
    const ofManager = `select id from kith.leaver_contact_current where child = $1 and made_by = $2`
    const [one] = await served.query<{ id: string }>(ofManager, [child, manager.person])
    const right = { ...contact, words: 'Rang twice.' }
    assert.equal((await send(worker, `${base}/leaver-contacts/${one?.id}/correct`, right)).status, 303)
    assert.equal((await served.query(ofManager, [child, manager.person])).length, 1)
  })
  test('what was put right twice is one row, and is gone when it is taken back', async () => {
    const [one] = await idsOf('staying_put')
    assert.equal((await idsOf('staying_put')).length, 1)
    assert.equal(
      (await send(worker, `${base}/staying-put/${one?.id}/retract`, { reason: 'Another child.' })).status,
      303,
    )
    assert.equal((await idsOf('staying_put')).length, 0)
  })
})

describe('refused beside the field, with everything kept', () => {
  const cases: readonly (readonly [path: string, fields: Fields, says: RegExp])[] = [
    [
      'pathway-reviews',
      { held: '26 Mar', accommodation: 'yes', next_months: '6', words: 'Kept.' },
      /the next within 3 months/,
    ],
    ['pathway-reviews', { held: '26 Mar', accommodation: 'no', next_months: '12', words: 'Kept.' }, /from 1 to 6/],
    [
      'leaver-homes',
      { lives: 'S', since: '2 Mar', provided: 'no', suits: 'yes', words: 'Kept.' },
      /does not suit anybody/,
    ],
    ['leaver-homes', { lives: 'U', since: '2 Mar', until: '1 Mar', provided: 'no', words: 'Kept.' }, /moved on before/],
    ['leaver-contacts', { how: 'call', outcome: 'in touch', happened: '21 Mar', words: '' }, /how they are/],
    ['needs-assessments', { completed: '20 Dec 2030', words: 'Kept.' }, /has not come yet/],
    ['needs-assessments', { completed: '20 Mar', words: 'Kept.' }, /has this already: assessed, completed/],
  ]
  for (const [path, fields, says] of cases)
    test(`${path}: ${says.source}`, async () => {
      const { status, html } = await send(worker, `${base}/${path}/record`, fields)
      assert.equal(status, 422)
      assert.match(html, says)
      if (fields.words !== '') assert.match(html, /Kept\./)
    })
})

test('a personal adviser finds the ways and writes what they are there for, with their words; the plan itself stays with its writers', async () => {
  const who = await served.worker(undefined)
  await served.door.asService(served.council.council, 'import', async (asking) => {
    const named = { worker: who.person, part: 'personal-adviser', since: '2026-01-05', until: '' }
    assert.ok('ok' in (await allocate(asking, child, named)))
  })
  const adviser = served.appFor(who, routes())
  const { html } = await get(adviser, `${base}/leaving-care`)
  for (const path of ['leaver-contacts', 'pathway-reviews', 'leaver-homes', 'staying-put', 'needs-assessments'])
    assert.ok(html.includes(`${base}/${path}/record`), path)
  assert.doesNotMatch(html, /pathway-plan\/write/)
  const fields = {
    how: 'call',
    outcome: 'in touch',
    happened: '28 Mar',
    words: 'Well, and cooking.',
    made_by: who.person,
  }
  assert.equal((await send(adviser, `${base}/leaver-contacts/record`, fields)).status, 303)
  assert.match((await get(adviser, `${base}/leaving-care`)).html, /Well, and cooking/)
  const [alone] = await served.query<{ id: string }>(
    `select id from kith.leaver_contact_current where child = $1 and made_by = $2`,
    [child, who.person],
  )
  const right = { ...fields, words: 'Put right by themselves.' }
  assert.equal((await send(adviser, `${base}/leaver-contacts/${alone?.id}/correct`, right)).status, 303)
  const home = { lives: 'U', since: '3 Mar', provided: 'yes' }
  assert.equal((await send(adviser, `${base}/leaver-homes/record`, home)).status, 303)
  const year = { year: '2027-03-31', in_touch: 'YES' }
  assert.notEqual((await send(adviser, `${base}/care-leaver-answers/record`, year)).status, 403)
  assert.equal((await get(adviser, `${base}/pathway-plan/write`)).status === 200, false)
  const alongside = served.appFor(await served.worker('co-worker', child), routes())
  assert.equal((await get(alongside, `${base}/leaver-contacts/record`)).status, 403)
})

test('after an adoption the page says that nothing of it is owed, and since when', async () => {
  await served.query(
    `insert into kith.care_period (council, id, line, supersedes, change, child, began, began_by, ended, end_reason, recorded_by)
     select council, kith.new_id(), line, id, 'correction', child, began, began_by, '2027-03-01', 'E11', recorded_by
     from kith.care_period_current where child = $1 and ended is null`,
    [child],
  )
  assert.match(
    (await get(worker, `${base}/leaving-care`)).html,
    /Nothing of leaving care is owed by us since Mon 1 Mar 2027[\s\S]*with an adoption/,
  )
})

test('after a death the page speaks of it, asks nobody for anything, and says how long the record is kept', async () => {
  const record = async (fields: Fields) => await send(worker, `${base}/leaving-care-ends/record`, fields)
  await served.query(
    `insert into kith.care_period (council, id, line, supersedes, change, child, began, began_by, ended, end_reason, recorded_by)
     select council, kith.new_id(), line, id, 'correction', child, began, began_by, '2026-09-01', 'E4A', recorded_by
     from kith.care_period_current where child = $1 and end_reason = 'E11'`,
    [child],
  )
  const short = await record({ kind: 'lives with a parent', since: '1 Mar', lives_with: 'a parent', words: 'Home.' })
  assert.match(short.html, /Six months are over on Wed 1 Sep 2027 only/)
  const who = await record({ kind: 'lives with a parent', since: '1 Sep 2026', lives_with: 'a parent', words: 'Home.' })
  assert.match(who.html, /Choose who looked at it/)
  assert.match((await record({ kind: 'died', since: '1 Mar', until: '2 Mar', words: 'Ill.' })).html, /Leave this empty/)
  assert.equal((await record({ kind: 'died', since: '20 Mar', words: 'After an illness. Ana told us.' })).status, 303)
  assert.match((await record({ kind: 'died', since: '21 Mar', words: 'Again.' })).html, /has this already/)
  const { html } = await get(worker, `${base}/leaving-care`)
  assert.match(html, /died on Sat 20 Mar 2027[\s\S]*nobody is asked to write to/)
  assert.doesNotMatch(html, /Record a contact|Arrange it now|find another way|Write it<|the law asks for somebody/)
  const late = await served.query<{ n: number }>(
    `select count(*)::int as n from kith.duty where child = $1 and rule like 'LC-%' and standing = 'open' and coalesce(closes > '2027-03-20', true)`,
    [child],
  )
  assert.deepEqual(late, [{ n: 0 }])
  const manager = await served.worker('manager-line', child)
  const kept = await get(served.appFor(manager, retentionRoutes()), `${base}/kept`)
  assert.match(kept.html, /Thu 20 Mar 2042/)
  const [one] = await idsOf('leaving_care_end')
  const back = await send(worker, `${base}/leaving-care-ends/${one?.id}/retract`, { reason: 'Another person.' })
  assert.equal(back.status, 303)
  assert.match((await get(worker, `${base}/leaving-care`)).html, /Record a contact/)
})

test('who may read only reads; nobody else sees it; nothing was logged as broken', async () => {
  const officer = served.appFor(await served.worker('reviewing-officer', child), routes())
  const { status, html } = await get(officer, `${base}/leaving-care`)
  assert.equal(status, 200)
  assert.doesNotMatch(html, /Record a contact/)
  assert.equal((await get(officer, `${base}/leaver-contacts/record`)).status, 403)
  const stranger = served.appFor(await served.worker(undefined), routes())
  assert.equal((await get(stranger, `${base}/leaving-care`)).status, 403)
  assert.deepEqual(served.logged, [])
})
