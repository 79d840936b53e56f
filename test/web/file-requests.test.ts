// A request for one’s own file, in the browser: asked, who they are, longer, answered; who may not; and on a copy that was given away.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { day, type IsoDay } from '#calendar'
import { fileRequestForms, fileRequestRoutes, requestsToAnswer } from '#file-requests'
import { type Browser, type Served, servedCouncil } from './council-served.ts'
import { type Fields, get, routesOf } from './filling.ts'
import { type Keepers, keepersIn, mainOf, notTaken, taken } from './keepers.ts'

let served: Served
let child = ''
let other = ''
let base = ''
let people: Keepers['people']
let as: Keepers['as']
const routes = () => [...fileRequestRoutes(), ...routesOf(fileRequestForms)]

before(async () => {
  served = await servedCouncil('file requests')
  ;({ child, other, base, people, as } = await keepersIn(served, routes))
})
after(async () => await served.close())

const done = async (who: Browser, path: string, fields: Fields) => await taken(who, `${base}/${path}`, fields)
// biome-ignore lint/complexity/useMaxParams: read as a sentence: who sends what to which form, and what it says
const refused = async (who: Browser, path: string, fields: Fields, says: RegExp) =>
  await notTaken(who, `${base}/${path}`, { fields, says })
const page = mainOf
const newest = async (): Promise<string> =>
  (await served.query<{ id: string }>('select id from kith.file_request_current order by recorded desc limit 1'))[0]
    ?.id ?? ''
const asked = (more: Fields = {}): Fields => ({
  ...{ asked: '1 Mar', asker: 'themselves', identity: 'asked for', answers: people.worker.person },
  ...{ what: 'Why did I have to move?', ...more },
})

test('what cannot be is said beside its field, and what was typed is kept', async () => {
  const cases: readonly (readonly [Fields, RegExp])[] = [
    [{ asked: '' }, /href="#asked"/],
    [{ asker: '' }, /Choose who asked/],
    [{ identity: 'shown' }, /Write the day on which they showed it/],
    [{ identity: 'shown', shown_on: '28 Feb' }, /before they asked/],
    [{ shown_on: '2 Mar' }, /Leave it empty/],
    [{ answers: 'nobody' }, /Choose who answers/],
    [{ what: '' }, /Write what they ask for/],
  ]
  for (const [wrong, says] of cases) await refused(as.officer, 'file-requests/record', asked(wrong), says)
  await refused(as.officer, 'file-requests/record', asked({ asker: '' }), /Why did I have to move/)
})

test('asked, it waits for who they are; shown, the month runs; told in time, three months; on the pages of who answers', async () => {
  await done(as.officer, 'file-requests/record', asked())
  assert.match(await page(as.officer, '/file-requests'), /the month has not begun/)
  const id = await newest()
  await refused(
    as.manager,
    `file-requests/${id}/step`,
    { happened: 'longer', on: '2 Mar', why: 'Ten boxes.' },
    /has not begun/,
  )
  await refused(
    as.manager,
    `file-requests/${id}/answer`,
    { outcome: 'handed over', on: '20 Mar', handed: 'read here', support: 'taken', why: 'Vera read it.' },
    /have not shown yet/,
  )
  await done(as.manager, `file-requests/${id}/step`, { happened: 'shown', on: '5 Mar', why: 'A passport.' })
  assert.match(await page(as.worker, `${base}/file-requests`), /Answer by Mon 5 Apr 2027/)
  await done(as.manager, `file-requests/${await newest()}/step`, {
    happened: 'longer',
    on: '30 Mar',
    why: 'Ten boxes.',
  })
  const text = await page(as.worker, `${base}/file-requests`)
  assert.match(text, /Answer by Mon 7 Jun 2027[\s\S]*Why did I have to move\?[\s\S]*A passport\.[\s\S]*Ten boxes\./)
  await refused(
    as.manager,
    `file-requests/${await newest()}/step`,
    { happened: 'longer', on: '31 Mar', why: 'x' },
    /only once/,
  )
  const [mine] = await served.door.as(people.worker, async (asking) => await requestsToAnswer(asking))
  assert.equal(mine?.child, child)
  assert.deepEqual(await served.door.as(people.manager, async (asking) => await requestsToAnswer(asking)), [])
})

test('answered: what was left out and why, how it was handed over, and who was offered to read it; then it is over', async () => {
  const id = await newest()
  const answer = {
    outcome: 'handed over in part',
    on: '31 Mar',
    handed: 'in person',
    support: 'taken',
    why: 'Page 4: an uncle.',
  }
  await refused(as.officer, `file-requests/${id}/answer`, answer, /Tick what was left out/)
  await refused(
    as.officer,
    `file-requests/${id}/answer`,
    { ...answer, handed: '', left_out: ['other people'] },
    /how it was handed over/,
  )
  await refused(
    as.officer,
    `file-requests/${id}/answer`,
    { ...answer, outcome: 'refused', left_out: [] },
    /choose nothing here/,
  )
  await done(as.officer, `file-requests/${id}/answer`, { ...answer, left_out: ['other people'] })
  const text = await page(as.worker, `${base}/file-requests`)
  assert.match(
    text,
    /Handed over, with something left out[\s\S]*Offered|offered, and taken[\s\S]*Schedule 2[\s\S]*an uncle/,
  )
  assert.doesNotMatch(text, /Say how it was answered/)
  assert.equal((await get(as.officer, `${base}/file-requests/${await newest()}/answer`)).status, 404)
  assert.match(await page(as.officer, '/file-requests'), /Nobody waits for their file/)
})

test('nobody writes it who may not hand the record over; nobody else reads it', async () => {
  for (const path of ['file-requests/record', `file-requests/${await newest()}/correct`])
    assert.equal((await get(as.worker, `${base}/${path}`)).status, 403, path)
  for (const path of [`${base}/file-requests`, `${base}/file-requests/record`])
    assert.equal((await get(as.stranger, path)).status, 403, path)
  assert.equal((await get(as.worker, '/file-requests')).status, 403)
  assert.notEqual((await get(as.manager, `/children/${other}/file-requests`)).status, 200)
  const row = {
    asked: '2027-03-01' as IsoDay,
    asker: 'themselves',
    identity: 'known to us',
    answers: people.worker.person,
  }
  await assert.rejects(
    served.door.as(people.worker, async (asking) => {
      const [id = ''] = await asking.newIds(1)
      const { council } = served.council
      const shape = { council, id, line: id, child, said: null, recorded_by: people.worker.person }
      await asking.insert('kith.file_request', [{ ...row, ...shape }])
    }),
    { kind: 'not allowed' },
  )
})

test('of a record that was given to another council it is still ours to answer', async () => {
  await served.query(
    "update kith.care_period set ended = '2027-03-01', end_reason = 'E3' where child = $1 and ended is null",
    [child],
  )
  await served.query(
    "update kith.allocation set during = daterange(lower(during), '2027-03-01') where child = $1 and upper_inf(during) and lower(during) < '2027-03-01'",
    [child],
  )
  await served.query(
    `with fresh as (select kith.new_id() as id) insert into kith.record_transfer (council, id, line, child, to_council, given_on, sums, recorded_by)
     select $1, id, id, $2, 'Southmere', $3, repeat('0', 64), $4 from fresh`,
    [served.council.council, child, day('2027-03-02'), people.officer.person],
  )
  await done(as.officer, 'file-requests/record', asked({ asked: '30 Mar', identity: 'known to us' }))
  assert.match(await page(as.officer, '/file-requests'), /Answer by Fri 30 Apr 2027/)
})
