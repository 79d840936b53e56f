// The ledger: there with the change that caused it or not at all, right under two writers, equal to the record, and closed to whom it is closed.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import { day, dayOf, numberOf } from '#calendar'
import { type Asking, Refused, withClient } from '#database'
import { replaceDuties, storedDuties } from '#ledger'
import { nightlyRefresh } from './jobs.ts'
import { refreshLedger } from './store.ts'
import { type TestCouncil, testCouncil } from './test-council.ts'
import { compareLedger, rebuildLedger } from './upkeep-store.ts'

const TODAY = day('2026-11-23')
const on = numberOf(TODAY)
let town: TestCouncil

before(async () => {
  town = await testCouncil('ledger', { today: TODAY })
})
after(async () => await town.close())

const asCommandLine = async <T>(work: (asking: Asking) => Promise<T>): Promise<T> =>
  await town.door.asService(town.council, 'command line', work)
const ledgerOf = async (child: string) => await asCommandLine(async (asking) => await storedDuties(asking, [child]))
const rebuild = async (): Promise<number> => await rebuildLedger(town.door, { council: town.council, on })
const compare = async () => await compareLedger(town.door, { council: town.council, on })
const standing = async (child: string, basis: string) =>
  (await ledgerOf(child))
    .filter((row) => row.basis === basis)
    .map((row) => row.standing)
    .sort()

async function review(asking: Asking, child: string, held: string): Promise<void> {
  const [id = ''] = await asking.newIds(1)
  const { council, person } = asking.who
  await asking.insert('kith.review', [{ council, id, line: id, child, held, recorded_by: person }])
}

test('the ledger changes with the write that caused it, or not at all', async () => {
  const child = await town.write.child('2026-10-05')
  assert.equal((await ledgerOf(child)).length, 0)
  const who = { council: town.council, person: await town.write.person('reviewing-officer', child) }
  await assert.rejects(
    town.door.as(who, async (asking) => {
      await review(asking, child, '2026-10-20')
      await refreshLedger(asking, [child], on)
      const inside = await storedDuties(asking, [child])
      assert.equal(inside.find(({ basis }) => basis === 'CP-06')?.standing, 'doneOnTime')
      throw new Error('half way')
    }),
    /half way/,
  )
  assert.equal((await ledgerOf(child)).length, 0)
  await town.door.as(who, async (asking) => await review(asking, child, '2026-10-20'))
  assert.deepEqual(await standing(child, 'CP-06'), ['doneOnTime'])
  assert.deepEqual(await standing(child, 'CP-07'), ['open'])
})

test('a health worker, who may not see visits, leaves the duties of visits as the whole record has them', async () => {
  const child = await town.write.child('2026-10-05')
  await town.write.line('visit', child, { happened: '2026-10-08', visitor_role: 'representative', mode: 'in person' })
  const person = await town.write.person('health-team', child)
  await town.door.as({ council: town.council, person }, async (asking) => {
    const [id = ''] = await asking.newIds(1)
    await asking.insert('kith.health_assessment', [
      {
        council: town.council,
        id,
        line: id,
        child,
        kind: 'initial',
        happened: '2026-10-20',
        by_role: 'doctor',
        recorded_by: person,
      },
    ])
  })
  assert.deepEqual(await standing(child, 'CP-16'), ['doneOnTime'])
})

test('nobody refreshes a child that they did not change', async () => {
  const child = await town.write.child('2026-10-05')
  const who = { council: town.council, person: await town.write.person('reviewing-officer', child) }
  const refusal = (error: unknown) => error instanceof Refused && error.kind === 'not allowed'
  await assert.rejects(
    town.door.as(who, async (asking) => await refreshLedger(asking, [child], on)),
    refusal,
  )
  await assert.rejects(
    town.door.as(who, async (asking) => await replaceDuties(asking, [child], { rows: [], on })),
    refusal,
  )
})

test('two who write about one child at once: the ledger holds both', async () => {
  for (let round = 0; round < 5; round += 1) {
    const child = await town.write.child('2026-07-01')
    const who = { council: town.council, person: await town.write.person('reviewing-officer', child) }
    const days = ['2026-07-20', '2026-10-12', '2026-11-02', '2026-11-16']
    await Promise.all(days.map((held) => town.door.as(who, async (asking) => await review(asking, child, held))))
    assert.deepEqual(await standing(child, 'CP-06'), ['doneOnTime'])
    assert.deepEqual(await standing(child, 'CP-07'), ['doneOnTime'])
    assert.deepEqual(await standing(child, 'CP-08'), ['doneOnTime', 'doneOnTime', 'open'])
  }
  assert.deepEqual(
    (await compare()).differences.filter(({ stored }) => stored !== null),
    [],
  )
})

test('the ledger of the council equals the record, and a row changed, taken out or put in is found', async () => {
  const child = await town.write.child('2025-01-06', { kind: 'K2' })
  for (const happened of ['2025-01-09', '2025-02-20', '2025-06-30'])
    await town.write.line('visit', child, { happened, visitor_role: 'representative', mode: 'in person' })
  await town.write.line('missing_episode', child, { kind: 'missing', since: '2025-03-01', until: '2025-03-02' })
  assert.ok((await rebuild()) > 5)
  const sound = await compare()
  assert.deepEqual(sound.differences, [])
  assert.ok(sound.rows > 20)
  const faults = [
    [`update kith.duty set standing = 'doneOnTime' where child = $1 and basis = 'CP-06'`, 1],
    [`delete from kith.duty where child = $1 and rule = 'MI-01'`, 1],
    [`update kith.duty_reason set trigger_day = trigger_day + 1 where child = $1 and basis = 'CP-06'`, 1],
    [
      `insert into kith.duty (council, child, basis, occurrence, rule, scope, standing, shown_late)
      select council, child, basis, 'another', rule, scope, standing, shown_late from kith.duty where child = $1 and basis = 'CP-06'`,
      1,
    ],
  ] as const
  for (const [fault, count] of faults) {
    await withClient(town.at.connection, async (owner) => await owner.query(fault, [child]))
    const { differences } = await compare()
    assert.deepEqual([fault, differences.length], [fault, count])
    await rebuild()
  }
  assert.deepEqual((await compare()).differences, [])
})

test('a source that comes to cover a child, and the terms of its school, change the ledger with them', async () => {
  const child = await town.write.child('2026-07-06')
  const other = await town.write.child('2026-07-06')
  await rebuild()
  const pep = async () => (await ledgerOf(child)).filter(({ rule }) => rule === 'ED-03').map(({ due }) => due)
  assert.deepEqual(await pep(), [null])
  const school = randomUUID()
  await town.write.rows('school', [{ id: school, name: 'Testshire Primary' }])
  await town.write.line('school_place', child, { school, during: '[2026-07-01,)' })
  const applied = await town.write.child('2026-07-06')
  await town.write.line('school_application', applied, { school, way: 'during the year', asked: '2026-09-09' })
  await rebuild()
  const changed: (readonly string[])[] = []
  await asCommandLine(async (asking) => {
    const { council, person } = asking.who
    const term = { name: 'Autumn', first_day: '2026-09-02', last_day: '2026-12-18', recorded_by: person }
    await asking.insert('kith.school_term', [{ council, school, ...term }])
    changed.push(await asking.changedChildren())
  })
  assert.deepEqual(await pep(), [numberOf(day('2026-12-18'))])
  const [source = ''] = await asCommandLine(async (asking) => await asking.newIds(1))
  await town.write.rows('source', [{ id: source, kind: 'annex-a' }])
  await asCommandLine(async (asking) => {
    const { council, person } = asking.who
    await asking.insert('kith.source_child', [{ council, source, child: other, recorded_by: person }])
    changed.push(await asking.changedChildren())
  })
  await asCommandLine(async (asking) => {
    const { council, person } = asking.who
    const cover = { event: 'visit', since: '2014-01-01', recorded_by: person }
    await asking.insert('kith.source_coverage', [{ council, source, ...cover }])
    changed.push(await asking.changedChildren())
  })
  assert.deepEqual([changed[0]?.toSorted(), ...changed.slice(1)], [[child, applied].sort(), [other], [other]])
  assert.deepEqual((await compare()).differences, [])
})

test('what can be recorded since yesterday is spoken of from today for a child who came before, once', async () => {
  const child = await town.write.child('2026-06-01')
  const [source = ''] = await asCommandLine(async (asking) => await asking.newIds(1))
  await town.write.rows('source', [{ id: source, kind: 'kith' }])
  await town.write.rows('source_coverage', [{ source, event: 'visit', since: '2026-06-01' }])
  await town.write.rows('source_child', [{ source, child }])
  const spoken = async () =>
    await withClient(town.at.connection, async (client) => {
      await client.query('call kith.speaks_from_now_on()')
      const { rows } = await client.query<{ event: string; now: boolean }>(
        `select event, since = (now() at time zone 'Europe/London')::date as now from kith.source_coverage where source = $1 order by event`,
        [source],
      )
      return rows
    })
  const rows = await spoken()
  assert.deepEqual(
    rows.filter(({ now }) => !now),
    [{ event: 'visit', now: false }],
  )
  for (const event of ['notice', 'leaving-care', 'exploitation', 'registration', 'care-plan'])
    assert.ok(
      rows.some((row) => row.event === event && row.now),
      event,
    )
  assert.equal((await spoken()).length, rows.length)
})

test('the record says that no parent lives where two died, nobody else holds responsibility, and nobody is kept from some', async () => {
  const parentless = async (...people: readonly Readonly<Record<string, unknown>>[]) => {
    const child = await town.write.child('2026-06-01')
    const because = { power: 'safety of the child', decided: '2026-06-01' }
    const audience_decision = await town.write.line('audience_decision', child, because)
    for (const { audience, ...person } of people) {
      const kept = audience === undefined ? {} : { audience, audience_decision }
      await town.write.line('family_person', child, { relation: 'father', ...person, ...kept })
    }
    return await withClient(town.at.connection, async (client) => {
      const { rows } = await client.query<{ said: boolean }>(
        `select (facts ->> 'parentless')::boolean as said from kith.facts_known($1::smallint, array[$2::uuid], now())`,
        [town.council, child],
      )
      return rows[0]?.said
    })
  }
  const [mother, father] = [{ relation: 'mother', died: 'died' }, { died: 'died' }]
  assert.equal(await parentless(), false)
  assert.equal(await parentless(mother), false, 'nothing is said of the other')
  assert.equal(await parentless(mother, { died: 'living' }), false)
  assert.equal(await parentless(mother, { died: 'not known' }), false)
  assert.equal(await parentless(mother, father), true)
  const aunt = { relation: 'aunt', died: 'living', responsibility: 'yes' }
  assert.equal(await parentless(mother, father, aunt), false)
  assert.equal(await parentless(mother, father, { ...aunt, responsibility: 'no' }), true)
  assert.equal(await parentless(mother, { ...father, audience: ['allocated-worker'] }), false)
})

test('each child says for which day their rows were made; a night moves it and writes no row that stands', async () => {
  const child = await town.write.child('2026-06-01')
  await rebuild()
  const rows = async () =>
    await withClient(town.at.connection, async (client) => {
      const { rows: found } = await client.query<{ made: string; row: string }>(
        `select d.made_for::text as made, concat_ws(' ', r.basis, r.occurrence, r.due, r.xmin, w.xmin) as row
         from kith.duty_day d join kith.duty r using (council, child) join kith.duty_reason w using (council, child, basis, occurrence)
         where child = $1 order by 2`,
        [child],
      )
      return { days: [...new Set(found.map(({ made }) => made))], written: found.map(({ row }) => row) }
    })
  const before = await rows()
  assert.deepEqual(before.days, [dayOf(on)])
  assert.ok(before.written.length > 5)
  await nightlyRefresh(town.door, () => day('2026-11-24')).work({ council: town.council, child: undefined })
  const after = await rows()
  assert.deepEqual(after.days, ['2026-11-24'])
  assert.deepEqual(after.written, before.written)
  assert.deepEqual((await compare()).differences, [])
})

test('who sees duties and not reviews reads the rule and its state, and no reason', async () => {
  const child = await town.write.child('2026-10-05')
  await rebuild()
  const person = await town.write.person('analyst', null)
  const seen = await town.door.as({ council: town.council, person }, async (asking) => {
    return await storedDuties(asking, [child])
  })
  const first = seen.find(({ basis }) => basis === 'CP-06')
  assert.deepEqual(
    [first?.standing, first?.due, first?.trigger_day, first?.done_by, first?.mayKnowWhy],
    ['open', numberOf(day('2026-11-02')), null, null, false],
  )
  const stranger = await town.write.person('supervising-worker', await town.write.child('2026-10-05'))
  const nothing = await town.door.as({ council: town.council, person: stranger }, async (asking) => {
    return await storedDuties(asking, [child])
  })
  assert.deepEqual(nothing, [])
})

test('a duty of nobody in the record is refused, in both of the ledger’s tables', async () => {
  const nobody = randomUUID()
  const insert = async (table: string, columns: string, values: string): Promise<void> =>
    await withClient(town.at.connection, async (client) => {
      await client.query(
        `insert into kith.${table} (council, child, basis, occurrence, ${columns}) values ($1, $2, 'CP-06', 'x', ${values})`,
        [town.council, nobody],
      )
    })
  const refused = { code: '23503', message: /names a child who is not in the record/ }
  await assert.rejects(
    insert('duty', 'rule, scope, standing, shown_late', `'CP-06', 'reviews', 'open', false`),
    refused,
  )
  await assert.rejects(insert('duty_reason', 'scope_bit', '1'), refused)
})
