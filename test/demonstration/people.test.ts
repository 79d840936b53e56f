// The people of the demonstration council, loaded from its return: who sees how many, whoever comes new, and a start cut short.
import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { allocate } from '#allocations'
import { ledgerRefresher } from '#clock'
import { councilKeysIn, type Door, openDoor, withClient } from '#database'
import { DEMONSTRATION_DAY, demonstration, THE_RETURN } from '#demonstration'
import { type TestDatabase, testDatabase } from '../../src/database/test-database.ts'

let at: TestDatabase
let door: Door
let council = 0
let people: ReadonlyMap<string, string>
const home = mkdtempSync(join(tmpdir(), 'kith-people-'))
const said: string[] = []

const start = async () => {
  const house = { door, opened: { connection: at.connection }, keys: councilKeysIn(home) }
  const shown = await demonstration(house, (line) => void said.push(line), THE_RETURN)
  assert.ok(shown)
  return shown
}
const query = async <Row>(text: string, values: readonly unknown[] = []): Promise<readonly Row[]> =>
  await withClient(at.connection, async (client) => (await client.query(text, [...values])).rows)

before(async () => {
  at = await testDatabase('people')
  const childrenChanged = ledgerRefresher(() => DEMONSTRATION_DAY)
  door = openDoor({ connection: at.connection, keys: councilKeysIn(home), childrenChanged })
  const shown = await start()
  council = shown.council.council
  people = new Map((await shown.people()).map(({ name, person }) => [name, person]))
})
after(async () => {
  await door.close()
  await at.drop()
  rmSync(home, { recursive: true })
})

const whoIs = (name: string) => ({ council, person: people.get(name) ?? '' })
const sees = async (name: string): Promise<number> =>
  await door.as(
    whoIs(name),
    async ({ record }) => (await record.selectFrom('kith.child').select('id').execute()).length,
  )

test('each part may be chosen, and everybody who is listed is there', async () => {
  const listed = await (await start()).people()
  assert.equal(listed.length, 25)
  assert.equal(new Set(listed.map(({ person }) => person)).size, 25)
  const roles = await query<{ relation: string }>(
    `select relation from kith.visible_child where person = any ($1) union select relation from kith.sees_council where person = any ($1) order by 1`,
    [listed.map(({ person }) => person)],
  )
  assert.deepEqual(
    roles.map(({ relation }) => relation),
    [
      ...[
        'administrator',
        'allocated-worker',
        'analyst',
        'auditor',
        'business-support',
        'director',
        'duty',
        'health-team',
      ],
      ...['manager-line', 'member', 'out-of-hours', 'placement-team', 'quality-lead', 'reviewing-officer'],
      ...['supervising-worker', 'virtual-school'],
    ],
  )
})

test('who sees how many on the day on which it stands still', async () => {
  const [{ n: inCare } = { n: 0 }] = await query<{ n: number }>(
    'select count(distinct child)::int as n from kith.placement_current where during @> $1::date',
    [DEMONSTRATION_DAY],
  )
  const [{ n: allocated } = { n: 0 }] = await query<{ n: number }>(
    `select count(distinct child)::int as n from kith.allocation_current where role = 'allocated-worker' and during @> $1::date`,
    [DEMONSTRATION_DAY],
  )
  assert.ok(inCare > 200 && allocated >= inCare, `${inCare} ${allocated}`)
  const counts = new Map<string, number>()
  for (const name of people.keys()) counts.set(name, await sees(name))
  const of = (name: string) => counts.get(name) ?? -1
  for (const name of ['Priya Kandola', 'Tom Ashdown', 'Leanne Cartwright', 'Yusuf Demir'])
    assert.ok(of(name) >= 10 && of(name) <= 18, `${name} ${of(name)}`)
  for (const name of ['Imran Bashir', 'Helen Whitlock'])
    assert.ok(of(name) >= 55 && of(name) <= 80, `${name} ${of(name)}`)
  for (const name of ['Ruth Adomako', 'Colin Treadwell'])
    assert.ok(of(name) >= 60 && of(name) <= 70, `${name} ${of(name)}`)
  assert.equal(of('Margaret Osei'), allocated)
  assert.equal(of('Andre Lavelle'), allocated)
  assert.equal(of('Catherine Lumsden'), inCare)
  assert.equal(of('Fiona Greaves'), inCare)
  assert.equal(of('Dawn Hale'), 300)
  assert.equal(of('Gareth Pugsley'), 300)
  assert.ok(of('Lorna Whitcombe') > 0 && of('Lorna Whitcombe') < 80, `${of('Lorna Whitcombe')}`)
  for (const name of ['Robert Enfield', 'Sheila Dunmore', 'Patricia Noakes']) assert.equal(of(name), 0, name)
})

test('each child in care has one worker and one reviewing officer on that day', async () => {
  const odd = await query(
    `select p.child, array_agg(a.role order by a.role) as roles from kith.placement_current p
       left join kith.allocation_current a on a.council = p.council and a.child = p.child and a.during @> $1::date
     where p.during @> $1::date group by p.child having array_agg(a.role order by a.role) <> '{allocated-worker,reviewing-officer}'`,
    [DEMONSTRATION_DAY],
  )
  assert.deepEqual(odd, [])
})

test('a second start adds nothing', async () => {
  const counts = async () =>
    await query(`select (select count(*) from kith.worker) as workers, (select count(*) from kith.team_membership) as members,
      (select count(*) from kith.standing_relation) as standing, (select count(*) from kith.allocation) as allocations,
      (select count(*) from kith.child) as children`)
  const before = await counts()
  await start()
  assert.deepEqual(await counts(), before)
  assert.equal(said.length, 1)
})

test('whoever is allocated anew, on the day of the demonstration, is seen at once, and by those above', async () => {
  const [child] = await query<{ id: string }>(
    `select k.id from kith.child k where not exists (select from kith.allocation_current a where a.child = k.id and a.during @> $1::date) limit 1`,
    [DEMONSTRATION_DAY],
  )
  const before = [await sees('Priya Kandola'), await sees('Imran Bashir'), await sees('Margaret Osei')]
  await door.asService(council, 'import', async (asking) => {
    const typed = {
      worker: people.get('Priya Kandola') ?? '',
      part: 'allocated-worker',
      since: DEMONSTRATION_DAY,
      until: '',
    }
    assert.ok('ok' in (await allocate(asking, child?.id ?? '', typed)))
  })
  const now = [await sees('Priya Kandola'), await sees('Imran Bashir'), await sees('Margaret Osei')]
  assert.deepEqual(
    now,
    before.map((n) => n + 1),
  )
})

test('a start that was cut short is carried on: whoever is missing is put in place', async () => {
  const [{ n: before } = { n: 0 }] = await query<{ n: number }>(
    `select count(*)::int as n from kith.visible_child where relation in ('health-team', 'reviewing-officer')`,
  )
  await query(`delete from kith.standing_relation where relation = 'health-team'`)
  await query(`delete from kith.allocation where role = 'reviewing-officer'`)
  await query('select kith.refresh_sight(council, id) from kith.child order by id')
  assert.equal(await sees('Fiona Greaves'), 0)
  await start()
  const [{ n: now } = { n: 0 }] = await query<{ n: number }>(
    `select count(*)::int as n from kith.visible_child where relation in ('health-team', 'reviewing-officer')`,
  )
  assert.equal(now, before)
})

test('a council that is no demonstration stands on no day', async () => {
  await assert.rejects(
    query(`insert into door.council (council, code, name, stands_on) values (99, 'REAL', 'Real', '2027-03-31')`),
    /only_a_demonstration_stands_still/,
  )
})
