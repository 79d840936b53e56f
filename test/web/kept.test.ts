// How long a record is kept, in the browser: its days, legal holds over destruction and out of sight, two people, and the certificate.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import { agreeOutOfSight, askOutOfSight } from '#access'
import type { Who } from '#database'
import { recordName } from '#people'
import { retentionForms, retentionRoutes } from '#retention/pages'
import { type Browser, type Served, servedCouncil } from './council-served.ts'
import { type Fields, get, routesOf } from './filling.ts'
import { joinTeam, makeTeam } from './form-posting.ts'
import { type Keepers, keepersIn, mainOf, notTaken, taken } from './keepers.ts'

let served: Served
let child = ''
let other = ''
let base = ''
let people: Keepers['people']
let as: Keepers['as']
const routes = () => [...retentionRoutes(), ...routesOf(retentionForms)]

before(async () => {
  served = await servedCouncil('kept')
  ;({ child, other, base, people, as } = await keepersIn(served, routes))
})
after(async () => await served.close())

const done = async (who: Browser, path: string, fields: Fields) => await taken(who, `${base}/${path}`, fields)
// biome-ignore lint/complexity/useMaxParams: read as a sentence: who sends what to which form, and what it says
const refused = async (who: Browser, path: string, fields: Fields, says: RegExp) =>
  await notTaken(who, `${base}/${path}`, { fields, says })
const page = mainOf
const newest = async (): Promise<string> =>
  (
    await served.query<{ id: string }>(
      'select id from kith.retention_event_current where child = $1 order by recorded desc',
      [child],
    )
  )[0]?.id ?? ''
/** So long ago that nothing has to be kept. */
const bornIn = async (born: string): Promise<void> => {
  await served.query('update kith.birth_claim set born = $2 where child = $1', [child, born])
}
const keys = async () =>
  (await served.query<{ n: number }>('select count(*)::int as n from kith.word_key where child = $1', [child]))[0]?.n ??
  0

test('the day of each rule with where it stands; nothing is due, nothing can be asked', async () => {
  await bornIn('2010-05-01')
  const text = await page(as.worker, `${base}/kept`)
  assert.match(text, /Nothing of it is destroyed before Tue 1 May 2085/)
  assert.match(text, /regulation 50/)
  assert.match(text, /Nothing is held beyond what the law asks/)
  assert.doesNotMatch(text, /Set a hold|Destruction/)
  await refused(as.officer, 'destruction', { ask: 'yes' }, /kept until Tue 1 May 2085/)
  assert.match(await page(as.officer, '/records-due'), /Nothing comes due within a year/)
  // What the page would not offer, the database does not do.
  await assert.rejects(
    served.door.as(people.officer, async ({ record }) => {
      await sql`select kith.ask_disposal(${child}, 'RE-01', '2020-01-01')`.execute(record)
    }),
    { kind: 'against a rule of the table' },
  )
})

test('a hold is set with its reason by whoever may hand the record over; nothing goes out of sight or is destroyed under it', async () => {
  await bornIn('1940-05-01')
  const { id: name } = await served.door.as(
    people.worker,
    async (asking) => await recordName(asking, child, { kind: 'known as', name: 'Wrenlowe', since: null }),
  )
  const reason = 'protected fact' as const
  const asked = await served.door.as(
    people.officer,
    async (asking) => await askOutOfSight(asking, child, { record: name, reason }),
  )
  assert.equal((await get(as.worker, `${base}/holds/record`)).status, 403)
  await refused(as.manager, 'holds/record', { starts: '1 Mar', look_again: '1 Apr', why: '' }, /who asked for it/)
  const early = { starts: '1 Mar', look_again: '1 Mar 2027', why: 'An inquiry asked.' }
  await refused(as.manager, 'holds/record', early, /looked at again after it began/)
  await done(as.manager, 'holds/record', { ...early, look_again: '30 Mar 2027' })
  assert.match(await page(as.officer, '/records-due'), /Legal holds[\s\S]*Mon 1 Mar 2027[\s\S]*Since Tue 30 Mar 2027/)
  assert.match(await page(as.worker, `${base}/kept`), /looked at again[\s\S]*Since Tue 30 Mar 2027/)
  assert.match(await page(as.worker, `${base}/kept`), /Held since Mon 1 Mar 2027[\s\S]*An inquiry asked/)
  const held = { kind: 'against a rule of the table', constraint: 'no_legal_hold' }
  const out = async (work: Parameters<typeof served.door.as>[1]) => await served.door.as(people.manager, work)
  await assert.rejects(
    out(async (asking) => await agreeOutOfSight(asking, asked)),
    held,
  )
  await assert.rejects(
    out(async (asking) => await askOutOfSight(asking, child, { record: name, reason })),
    held,
  )
  await refused(as.officer, 'destruction', { ask: 'yes' }, /A legal hold stands/)
  assert.match(await page(as.officer, '/records-due'), /Fri 1 May 2015[\s\S]*Held/)
  await done(as.manager, `holds/${await newest()}/correct`, {
    ...{ starts: '2 Mar', look_again: '1 Jun', why: 'An inquiry asked for it.' },
  })
  await done(as.officer, `holds/${await newest()}/lift`, { starts: '30 Mar', why: 'The inquiry is over.' })
  // What was written of the lifting is put right without asking when it is looked at again.
  await done(as.officer, `holds/${await newest()}/correct`, { starts: '30 Mar', why: 'The inquiry has ended.' })
  assert.match(await page(as.worker, `${base}/kept`), /Lifted Tue 30 Mar 2027[\s\S]*An inquiry asked for it/)
})

test('one asks, another decides: kept with why; then destroyed, and a certificate that names nobody', async () => {
  await refused(as.officer, 'destruction', {}, /Say that you ask/)
  await done(as.officer, 'destruction', { ask: 'yes' })
  await done(as.officer, 'destruction', { answer: 'taken back' })
  await done(as.officer, 'destruction', { ask: 'yes' })
  await refused(as.officer, 'destruction', { answer: 'destroyed' }, /second person has to decide/)
  await refused(as.manager, 'destruction', { answer: 'kept' }, /Say why it is kept/)
  await done(as.manager, 'destruction', { answer: 'kept', because: 'they asked that it is kept' })
  assert.ok((await keys()) > 0)
  await done(as.manager, 'destruction', { ask: 'yes' })
  assert.match(await page(as.officer, '/records-due'), /a second person decides/)
  // Asked before the hold, it is not decided under it.
  await done(as.manager, 'holds/record', { starts: '30 Mar', look_again: '30 Jun', why: 'A claim.' })
  await refused(as.officer, 'destruction', { answer: 'destroyed' }, /A legal hold stands/)
  await done(as.manager, `holds/${await newest()}/lift`, { starts: '31 Mar', why: 'Withdrawn.' })
  await done(as.officer, 'destruction', { answer: 'destroyed' })
  assert.equal(await keys(), 0)
  assert.doesNotMatch(await page(as.officer, '/records-due'), /Fri 1 May 2015/)
  const text = await page(as.officer, `${base}/kept`)
  const to = /href="(\/destructions\/[^"]+)"/.exec(text)?.[1] ?? ''
  const certificate = await page(as.manager, to)
  assert.match(
    certificate,
    /Certificate of destruction[\s\S]*regulation 50[\s\S]*Two different people[\s\S]*A legal hold<\/dt><dd>None stood/,
  )
  assert.doesNotMatch(certificate, new RegExp(`Wrenlowe|${child}`))
  const log = await served.query<{ what: string }>(
    "select what from kith.access_entry where child = $1 and what ~ 'words of a record destroyed' order by id",
    [child],
  )
  assert.equal(log.length, 5)
  const [listed] = await served.query<{ n: number }>(
    "select count(*)::int as n from kith.out_of_sight where child = $1 and reason = 'kept long enough' and agreed is not null",
    [child],
  )
  assert.ok((listed?.n ?? 0) > 0, 'a restore destroys them again')
  await refused(as.manager, 'destruction', { ask: 'yes' }, /destroyed already/)
})

test('closed to others, and to whoever knows another child only', async () => {
  for (const path of [`${base}/kept`, `${base}/destruction`, `${base}/holds/record`, '/records-due'])
    assert.equal((await get(as.stranger, path)).status, 403, path)
  assert.equal((await get(as.worker, '/records-due')).status, 403)
  const elsewhere = served.appFor(await served.worker('manager-line', other), routes())
  assert.doesNotMatch(await page(elsewhere, '/records-due'), /1 May 2015/)
  const [one] = await served.query<{ id: string }>("select id from kith.disposal where outcome = 'destroyed'")
  assert.equal((await get(elsewhere, `/destructions/${one?.id}`)).status, 404)
  assert.deepEqual(served.logged, [])
})

test('a worker’s own part of supervision: due six years after they left, destroyed by two, its rows stay; nobody else reads of it', async () => {
  const left = await served.worker(undefined)
  assert.ok(left)
  const team = await makeTeam(served, 'A team')
  await joinTeam(served, { person: left.person, team, role: 'worker' })
  await served.door.as(left, async (asking) => {
    const [id = ''] = await asking.newIds(1)
    const said = (await asking.keepWords([{ record: id, child: null, text: 'Tired.' }])).get(id)
    const { council, person: recorded_by } = asking.who
    const row = { council, id, line: id, change: 'first', said, recorded_by, session: null, worker: recorded_by }
    await asking.insert('kith.supervision_personal', [{ ...row, written: '2019-01-05' }])
  })
  const path = `/staff-records/${left.person}/destruction`
  const [second, director] = [await served.worker('records-officer', other), await served.worker('director', child)]
  const [other_officer, lead] = [served.appFor(second, routes()), served.appFor(director, routes())]
  const ends = async (during: string): Promise<void> => {
    await served.query(
      `set session_replication_role = replica; update kith.team_membership set during = '${during}' where person = '${left.person}'; set session_replication_role = origin`,
    )
  }
  assert.match(await page(as.officer, '/records-due'), /Of nobody who has left does it come due/)
  assert.equal((await get(as.officer, path)).status, 404, 'they work here')
  await ends('[2018-01-01,2020-02-01)')
  assert.match(await page(as.officer, '/records-due'), /Fri 31 Jan 2020[\s\S]*Sat 31 Jan 2026[\s\S]*To be decided/)
  assert.doesNotMatch(await page(as.manager, '/records-due'), /own part/)
  for (const who of ['manager', 'worker', 'stranger'] as const)
    assert.equal((await get(as[who], path)).status, 403, who)
  await assert.rejects(
    served.door.as(people.manager, async ({ record }) => {
      await sql`select kith.ask_staff_disposal(${left.person}, 'RE-07', '2020-01-01')`.execute(record)
    }),
    { kind: 'not allowed' },
  )
  await taken(as.officer, path, { ask: 'yes' })
  await notTaken(as.officer, path, { fields: { answer: 'destroyed' }, says: /A second person has to decide/ })
  await ends(`[2018-01-01,${new Date().getFullYear()}-01-01)`)
  const open = async (who: Who): Promise<unknown> =>
    await served.door.as(who, async ({ record }) => {
      await sql`select kith.decide_staff_disposal((select id from kith.staff_disposals() where outcome is null), 'destroyed', null)`.execute(
        record,
      )
    })
  await assert.rejects(open(second), { constraint: 'kept_long_enough' })
  await ends('[2018-01-01,2020-02-01)')
  assert.match((await get(lead, path)).html, /as the second person/)
  await taken(other_officer, path, { answer: 'destroyed' })
  assert.match(await page(lead, '/records-due'), /Destroyed, the latest first[\s\S]*Certificate/)
  const [certificate] = await served.query<{ id: string }>(`select id from kith.disposal where worker is not null`)
  const shown = await page(lead, `/destructions/${certificate?.id}`)
  assert.match(shown, /A worker’s own part of supervision kept/)
  assert.doesNotMatch(shown, /legal hold/i, 'of this part nobody can say one')
  assert.equal((await get(as.manager, `/destructions/${certificate?.id}`)).status, 404)
  const kept = await served.query<{
    rows: number
    keys: number
  }>(`select count(*)::int as rows, count(k.record)::int as keys
    from kith.supervision_personal p left join kith.word_key k on k.record = p.id`)
  assert.deepEqual(kept, [{ rows: 1, keys: 0 }])
})
