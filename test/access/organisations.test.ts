// People of organisations, at the tables: they stand in what was agreed and in nothing else, and what they see ends with the agreement.
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { sql } from 'kysely'
import { openRecord, type Relation, standsAs } from '#access'
import { Refused } from '#database'
import { PURPOSES } from '#organisations'
import { testDatabase } from '../../src/database/test-database.ts'
import { matrix } from './matrix.ts'
import { openProbe } from './probe.ts'
import { startCouncil } from './town.ts'

const probe = await openProbe(await testDatabase('organisations'))
after(probe.close)
const here = await startCouncil(probe.owner, 'AGREED')
const answers = await here.worker('Answers')

type Terms = { readonly purposes: readonly string[]; readonly since: string; readonly until: string }
/** Days from today on: as SQL has them. */
const day = async (from: number): Promise<string> => {
  const { rows } = await probe.owner.query<{ day: string }>(
    `select ((now() at time zone 'Europe/London')::date + $1::int)::text as day`,
    [from],
  )
  return rows[0]?.day ?? ''
}
const RUNS: Terms = { purposes: ['health'], since: await day(-30), until: await day(30) }
let made = 0
type Made = {
  readonly line: string
  readonly version: string
  readonly person: string
  readonly at: Readonly<Record<string, unknown>>
}
async function organisation(terms: Partial<Terms> = {}): Promise<Made> {
  made += 1
  const id = here.newId()
  const at = {
    ...{
      provider: `trust-${made}`,
      issuer: `https://login-${made}.example`,
      name: `Trust ${made}`,
      kind: 'health service',
    },
    ...{ agreement: 'Sharing', answers, recorded_by: answers, ...RUNS, ...terms },
  }
  const line = await here.add('organisation', { ...at, id, line: id, change: 'first' })
  const person = await here.worker('Ola of the trust')
  const works = here.newId()
  await here.add('organisation_worker', {
    id: works,
    line: works,
    change: 'first',
    person,
    organisation: line,
    works_there: true,
    recorded_by: answers,
  })
  return { line, version: line, person, at }
}
const change = async ({ line, version, at }: Made, terms: Partial<Terms>): Promise<void> =>
  void (await here.add('organisation', { ...at, ...terms, line, supersedes: version, change: 'change' }))

const versionNow = async (line: string): Promise<string | undefined> =>
  (await probe.owner.query<{ id: string }>('select id from kith.organisation_current where line = $1', [line])).rows[0]
    ?.id
type Stands = { readonly relation: string; readonly open: boolean; readonly recorded_by: string }
const standings = async (person: string): Promise<readonly Stands[]> =>
  (
    await probe.owner.query<Stands>(
      `select relation, until > now() as open, recorded_by from kith.standing_relation s
       where person = $1 and not exists (select from kith.standing_relation n where n.supersedes = s.id) order by relation`,
      [person],
    )
  ).rows

/** What somebody sees of a child: whether they find it, and how many rows of sight the tables give them. */
async function sees(person: string, child: string): Promise<{ readonly looked: string; readonly rows: number }> {
  try {
    return await probe.tryAs(here.council, person, async (asking) => {
      const rows = await asking.record.selectFrom('kith.child').select('id').where('id', '=', child).execute()
      return { looked: (await openRecord(asking, child, 'opened')).kind, rows: rows.length }
    })
  } catch (error) {
    return { looked: error instanceof Error ? error.constructor.name : 'nothing', rows: 0 }
  }
}
/** Past the door, as the role has it: behind the walls of the tables alone. */
async function behindTheWalls(person: string, child: string): Promise<number> {
  const client = await probe.owner.connect()
  try {
    await client.query('begin')
    await client.query(`select set_config('app.council', $1, true), set_config('app.person', $2, true)`, [
      String(here.council),
      person,
    ])
    await client.query('set local role kith_caseload')
    return (await client.query('select from kith.child where id = $1', [child])).rows.length
  } finally {
    await client.query('rollback')
    client.release()
  }
}
const refusedBy = (constraint: string) => (error: unknown) =>
  error instanceof Error && 'constraint' in error && error.constraint === constraint

test('what an agreement may be for is in the database as it is on the page, and gives what the published matrix has', async () => {
  const { rows } = await probe.owner.query<{ name: string; relations: string[] }>('select * from reference.purpose')
  assert.deepEqual(
    Object.fromEntries(rows.map(({ name, relations }) => [name, relations])),
    Object.fromEntries(Object.entries(PURPOSES).map(([name, { relations }]) => [name, [...relations]])),
  )
  const known = new Set(matrix.map(({ relation }) => relation))
  for (const { relations } of rows) for (const one of relations) assert.ok(known.has(one), one)
})

test('they stand in what was agreed, to a child who is named; everything else is refused at the table', async () => {
  const { person } = await organisation()
  const child = await here.child()
  await here.relate(person, 'health-team', { child })
  assert.deepEqual(await sees(person, child), { looked: 'open', rows: 1 })
  for (const relation of ['legal', 'supervising-worker', 'inspector', 'reviewing-officer', 'records-officer'])
    await assert.rejects(here.relate(person, relation, { child }), refusedBy('only_what_was_agreed'), relation)
  for (const relation of ['director', 'administrator', 'member', 'out-of-hours'])
    await assert.rejects(here.relate(person, relation), refusedBy('only_what_was_agreed'), relation)
  for (const role of ['allocated-worker', 'cover', 'reviewing-officer', 'personal-adviser'])
    await assert.rejects(here.allocate(child, person, { role }), refusedBy('only_what_was_agreed'), role)
  const team = await here.add('team', { name: 'North of the agreed' })
  for (const part of ['worker', 'manager', 'duty', 'business-support'])
    await assert.rejects(here.member(person, team, part), refusedBy('only_what_was_agreed'), part)
  const talks = await organisation({ purposes: ['return interviews', 'counts for members'] })
  await here.relate(talks.person, 'out-of-hours', { child })
  await here.relate(talks.person, 'member')
  await assert.rejects(
    here.relate(talks.person, 'out-of-hours'),
    refusedBy('only_what_was_agreed'),
    'the whole council',
  )
})

test('whoever is of the council finds a name and is told whom to ask; they are told nothing, and break no glass', async () => {
  const { person } = await organisation()
  const [child, other] = [await here.child(), await here.child()]
  await here.relate(person, 'health-team', { child })
  assert.deepEqual(await sees(person, other), { looked: 'not found', rows: 0 })
  assert.equal((await sees(await here.worker('Of the council'), other)).looked, 'closed')
  await here.breakGlass(other, person)
  assert.deepEqual(await sees(person, other), { looked: 'not found', rows: 0 })
})

test('what a part gives across children it does not give to them', async () => {
  const agency = await organisation({ purposes: ['carers of an agency'] })
  const own = await here.worker('Supervises here')
  const child = await here.child()
  for (const person of [agency.person, own]) await here.relate(person, 'supervising-worker', { child })
  const stands = async (person: string) =>
    await probe.tryAs(here.council, person, async ({ record }) => {
      const { rows } = await sql<{
        stands: boolean
      }>`select kith.stands_as(array['supervising-worker']) as stands`.execute(record)
      return rows[0]?.stands
    })
  assert.deepEqual([await stands(own), await stands(agency.person)], [true, false])
  // The lock of a page asks the same; counts for members are of the whole council.
  const opens = async (person: string, relation: Relation) =>
    await probe.tryAs(here.council, person, async (asking) => await standsAs(asking, [relation]))
  assert.deepEqual(
    [await opens(own, 'supervising-worker'), await opens(agency.person, 'supervising-worker')],
    [true, false],
  )
  const counts = await organisation({ purposes: ['counts for members', 'health'] })
  await here.relate(counts.person, 'health-team', { child })
  await here.relate(counts.person, 'member')
  assert.deepEqual([await opens(counts.person, 'member'), await opens(counts.person, 'health-team')], [true, false])
})

test('an agreement that ends, loses a purpose, has not begun or never had a day gives nothing, and nothing comes back by itself', async () => {
  const child = await here.child()
  const changes: Readonly<Record<string, Partial<Terms>>> = {
    'it ended': { until: await day(0) },
    'its purpose was taken away': { purposes: ['legal advice'] },
    'it has not begun': { since: await day(2) },
    'it ended before it began': { since: await day(2), until: await day(2) },
    'it ended on the day on which it began': { since: await day(0), until: await day(0) },
  }
  for (const [what, terms] of Object.entries(changes)) {
    const one = await organisation()
    await here.relate(one.person, 'health-team', { child })
    assert.deepEqual([(await sees(one.person, child)).rows, await behindTheWalls(one.person, child)], [1, 1], what)
    await change(one, terms)
    const now = await sees(one.person, child)
    assert.deepEqual([now.rows, await behindTheWalls(one.person, child)], [0, 0], what)
    // Of whom no agreement runs nothing is asked at all.
    assert.equal(now.looked, what === 'its purpose was taken away' ? 'not found' : 'NobodyHere', what)
    const version = (await versionNow(one.line)) ?? ''
    await change({ ...one, version }, {})
    assert.deepEqual(
      [(await sees(one.person, child)).looked, await behindTheWalls(one.person, child)],
      ['not found', 0],
      what,
    )
    const [ended] = await standings(one.person)
    assert.deepEqual([ended?.open, ended?.recorded_by], [false, answers], `${what}: in the name of who changed it`)
    await here.relate(one.person, 'health-team', { child })
    assert.equal((await sees(one.person, child)).rows, 1, `${what}: let in anew`)
  }
})

test('made longer in time, or shorter, for more or with another name: who was let in stays in; days that passed end it', async () => {
  const child = await here.child()
  const one = await organisation({ purposes: ['health', 'legal advice'] })
  for (const relation of ['health-team', 'legal']) await here.relate(one.person, relation, { child })
  await change(one, { until: await day(90), purposes: ['health', 'inspection'], name: 'Trust, renamed' } as never)
  assert.deepEqual(
    (await standings(one.person)).map(({ relation, open }) => [relation, open]),
    [
      ['health-team', true],
      ['legal', false],
    ],
  )
  // Nobody writes anything, and its last day passes.
  await probe.owner.query('update kith.organisation set until = $2 where line = $1', [one.line, await day(-1)])
  await change({ ...one, version: (await versionNow(one.line)) ?? '' }, {})
  assert.equal((await sees(one.person, child)).rows, 0)
  const later = await organisation({ since: await day(5) })
  await here.relate(later.person, 'health-team', { child })
  await change(later, { since: await day(3) })
  assert.equal((await standings(later.person))[0]?.open, true, 'moved before it began')
})

test('who does not work there any more sees nothing, and may be given nothing; back again, neither', async () => {
  const { person, line } = await organisation()
  const child = await here.child()
  await here.relate(person, 'health-team', { child })
  const { rows } = await probe.owner.query<{ id: string }>(
    'select id from kith.organisation_worker where person = $1',
    [person],
  )
  const left = {
    line: rows[0]?.id,
    supersedes: rows[0]?.id,
    change: 'change',
    person,
    organisation: line,
    works_there: false,
    recorded_by: answers,
  }
  await here.add('organisation_worker', left)
  assert.deepEqual([(await sees(person, child)).rows, await behindTheWalls(person, child)], [0, 0])
  await assert.rejects(
    here.relate(person, 'health-team', { child: await here.child() }),
    refusedBy('only_what_was_agreed'),
  )
  assert.equal((await standings(person))[0]?.open, false)
  const [version] = (
    await probe.owner.query<{ id: string }>('select id from kith.organisation_worker where supersedes = $1', [
      rows[0]?.id,
    ])
  ).rows
  await here.add('organisation_worker', { ...left, supersedes: version?.id, works_there: true })
  assert.deepEqual([(await sees(person, child)).looked, await behindTheWalls(person, child)], ['not found', 0])
})

test('nobody of the council becomes somebody of an organisation, and nobody changes from one to another; a provider stays', async () => {
  const one = await organisation()
  const other = await organisation()
  const manager = await here.worker('Manages')
  await here.member(manager, await here.add('team', { name: 'Managed' }), 'manager')
  const join = async (person: string, more: Record<string, unknown> = {}) => {
    const id = here.newId()
    return await here.add('organisation_worker', {
      id,
      line: id,
      change: 'first',
      person,
      organisation: one.line,
      works_there: true,
      recorded_by: answers,
      ...more,
    })
  }
  await assert.rejects(join(manager), refusedBy('only_who_is_new_here'))
  await assert.rejects(join(other.person), /of_one_organisation_for_good/)
  await assert.rejects(change(one, { provider: 'elsewhere' } as never), /a_provider_stays/)
  await assert.rejects(change(one, { purposes: ['everything'] }), /purposes_that_are_known/)
  await assert.rejects(
    here.add('organisation', { ...one.at, line: one.line, supersedes: one.line, change: 'retraction' }),
    /it_is_not_taken_back_but_ended/,
  )
  const id = here.newId()
  await assert.rejects(here.add('organisation', { ...one.at, id, line: id, change: 'first' }), /one_organisation_of/)
})

test('only an administrator writes what was agreed, in no other council', async () => {
  const keeper = await here.worker('Keeps lists')
  await here.relate(keeper, 'administrator')
  const { at } = await organisation()
  const writes = async (person: string, council = here.council) =>
    await probe.tryAs(here.council, person, async (asking) => {
      const [id = ''] = await asking.newIds(1)
      const issuer = `https://${id}.example`
      await asking.insert('kith.organisation', [
        {
          ...at,
          id,
          line: id,
          change: 'first',
          provider: id.slice(0, 8),
          issuer,
          council,
          recorded_by: person,
        },
      ])
    })
  await writes(keeper)
  const refused = (error: unknown) => error instanceof Refused && error.kind === 'not allowed'
  await assert.rejects(writes(await here.worker('Keeps none')), refused)
  const elsewhere = await startCouncil(probe.owner, 'ELSEWH')
  await assert.rejects(writes(keeper, elsewhere.council))
})
