// Who must not see: restricted, one's own family, relations over or not begun, audiences, reasons of duties, other people's notices.
import assert from 'node:assert/strict'
import { after, describe, test } from 'node:test'
import { sql } from 'kysely'
import { accessHistory, breakGlass, openRecord, restrict } from '#access'
import { testDatabase } from '../../src/database/test-database.ts'
import { matrix } from './matrix.ts'
import { may, nothing, openProbe } from './probe.ts'
import { councilWide, makeTown, startCouncil, type Town } from './town.ts'
import { insertAsOwner } from './walled-tables.ts'

const probe = await openProbe(await testDatabase('denials'))
const { owner, door, tables, tryAs } = probe
after(probe.close)

const unknown = '00000000-0000-7000-8000-999999999999'
/** Which people of the town see any row about its child, or may do anything with it. */
async function whoSees(town: Town): Promise<string[]> {
  const sighted: string[] = []
  for (const [relation, person] of [
    ...town.people,
    ...[...town.alsoWide].map(([r, p]) => [`${r}, wide`, p] as const),
  ]) {
    const found = await tryAs(town.council, person, async (asking) => [
      ...[...(await probe.seen(asking, town)).values()].filter((n) => n > 0),
      ...(await may(asking, town.child)),
    ])
    if (found.length > 0) sighted.push(relation)
  }
  return sighted
}
const lastEntry = async (person: string) =>
  (
    await owner.query('select what, child, subject from kith.access_entry where person = $1 order by id desc limit 1', [
      person,
    ])
  ).rows[0]

describe('a restricted record', async () => {
  const builder = await startCouncil(owner, 'SHUT')
  const town = await makeTown(owner, 'SHUTTOWN', tables)
  const named = town.people.get('allocated-worker') ?? ''
  const asked = town.people.get('manager-line') ?? ''
  const inTown = Object.assign(Object.create(builder), { council: town.council, newId: town.newId })
  const everybody = matrix.filter((line) => line.see.length > 0).map(({ relation }) => relation)

  test('before, everybody with a relation that shows something sees something', async () => {
    const sighted = await whoSees(town)
    assert.deepEqual(sighted.filter((name) => !name.includes(',')).sort(), [...everybody].sort())
  })
  test('closed: only those named see it, besides whoever broke the glass; the others learn whom to ask', async () => {
    await inTown.restrict(town.child, { kind: 'closed', named: [named], ask: asked })
    assert.deepEqual(await whoSees(town), ['allocated-worker', 'break-glass', 'break-glass, wide'])
    for (const relation of ['co-worker', 'director', 'out-of-hours', 'analyst', 'auditor']) {
      const looked = await tryAs(
        town.council,
        town.people.get(relation) ?? '',
        async (asking) => await openRecord(asking, town.child, 'opened'),
      )
      assert.deepEqual(looked, { kind: 'closed', ask: 'The manager-line' }, relation)
    }
    assert.deepEqual(
      await tryAs(town.council, named, async (asking) => await openRecord(asking, town.child, 'opened')),
      { kind: 'open', may: true },
    )
    assert.deepEqual(
      await tryAs(town.council, town.child, async (asking) => await openRecord(asking, town.child, 'opened')),
      { kind: 'not found' },
    )
  })
  test('hidden: only those named see it; nobody finds it, counts it or breaks the glass', async () => {
    await inTown.restrict(town.child, { kind: 'hidden', named: [named] })
    assert.deepEqual(await whoSees(town), ['allocated-worker'])
    for (const [relation, person] of town.people) {
      if (relation === 'allocated-worker') continue
      const answers = await tryAs(town.council, person, async (asking) => [
        JSON.stringify(await openRecord(asking, town.child, 'opened')),
        JSON.stringify(await openRecord(asking, unknown, 'opened')),
        JSON.stringify(await breakGlass(asking, town.child, { reason: 'worried about tonight' })),
        JSON.stringify(await breakGlass(asking, unknown, { reason: 'worried about tonight' })),
      ])
      assert.deepEqual(answers.slice(0, 2), ['{"kind":"not found"}', '{"kind":"not found"}'], relation)
      assert.equal(answers[2], answers[3], relation)
    }
    const counted = await tryAs(
      town.council,
      town.people.get('director') ?? '',
      async ({ record }) =>
        (
          await sql<{
            n: string
          }>`select (select count(*) from kith.child) + (select count(*) from kith.duty) as n`.execute(record)
        ).rows[0]?.n,
    )
    assert.equal(counted, '0')
  })
  test('lifted: everybody sees it again', async () => {
    await inTown.restrict(town.child, { kind: 'lifted', named: [] })
    assert.deepEqual((await whoSees(town)).filter((name) => !name.includes(',')).sort(), [...everybody].sort())
  })
})

describe('hidden, another council’s, one’s own family’s and unknown are one answer', async () => {
  const here = await startCouncil(owner, 'ALIKE')
  const there = await startCouncil(owner, 'ALIKETOO')
  const boss = await here.worker('Dawn Okafor')
  const worker = await here.worker('Sam Field')
  const [hidden, family, plain] = [await here.child(), await here.child(), await here.child()]
  const foreign = await there.child()
  await here.allocate(plain, boss)
  await here.restrict(hidden, { kind: 'hidden', named: [boss] })
  await here.relate(worker, 'co-worker', { child: family })
  await here.add('own_family', { person: worker, child: family })
  const alike = [hidden, foreign, family, unknown]

  test('in the answer, byte for byte, and in the line of the log', async () => {
    const answers: string[] = []
    for (const child of alike) {
      await door.as({ council: here.council, person: worker }, async (asking) => {
        answers.push(JSON.stringify(await openRecord(asking, child, 'opened the record')))
      })
      assert.deepEqual(await lastEntry(worker), {
        what: 'found no record',
        child: null,
        subject: { asked: child, for: 'opened the record' },
      })
    }
    assert.deepEqual(new Set(answers), new Set(['{"kind":"not found"}']))
  })
  test('in the refusal of a write, and of break-glass', async () => {
    const refusals = new Set<string>()
    const glass = new Set<string>()
    for (const child of alike) {
      const row = {
        council: here.council,
        id: unknown,
        line: unknown,
        child,
        held: '2026-01-05',
        recorded_by: worker,
        change: 'first',
        retention_class: 'child-in-care',
      }
      refusals.add(
        String(
          await door
            .as({ council: here.council, person: worker }, async (asking) => await asking.insert('kith.review', [row]))
            .catch((e: unknown) => e),
        ),
      )
      glass.add(
        JSON.stringify(
          await door.as(
            { council: here.council, person: worker },
            async (asking) => await breakGlass(asking, child, { reason: 'worried about tonight' }),
          ),
        ),
      )
    }
    assert.deepEqual([...refusals], ['Refused: The record refused: not allowed.'])
    assert.deepEqual([...glass], ['{"kind":"not found"}'])
  })
  test('a child of one’s own council without a relation is closed, with whom to ask; a look is logged', async () => {
    const looked = await door.as(
      { council: here.council, person: worker },
      async (asking) => await openRecord(asking, plain, 'opened the record'),
    )
    assert.deepEqual(looked, { kind: 'closed', ask: 'Dawn Okafor' })
    assert.deepEqual(await lastEntry(worker), {
      what: 'was told to ask',
      child: plain,
      subject: { for: 'opened the record' },
    })
    const opened = await door.as(
      { council: here.council, person: boss },
      async (asking) => await openRecord(asking, plain, 'opened the record'),
    )
    assert.deepEqual(opened, { kind: 'open', may: true })
    assert.deepEqual(await lastEntry(boss), { what: 'opened the record', child: plain, subject: null })
  })
  test('the access history is for those who see the oversight of the child, and reading it is logged', async () => {
    const read = await door.as(
      { council: here.council, person: boss },
      async (asking) => await accessHistory(asking, plain),
    )
    assert.ok(read.some(({ what, person }) => what === 'was told to ask' && person === worker))
    assert.equal((await lastEntry(boss))?.what, 'read the access history')
    assert.deepEqual(
      await door.as({ council: here.council, person: worker }, async (asking) => await accessHistory(asking, plain)),
      [],
    )
  })
})

describe('one’s own family and oneself', async () => {
  const town = await makeTown(owner, 'FAMILY', tables)
  test('whatever the relation, whoever was the child or is family sees, writes and may nothing, in any table', async () => {
    const workers = [...town.people].filter(([relation]) => relation !== 'child')
    for (const [at, [, person]] of workers.entries())
      await insertAsOwner(owner, 'kith.own_family', {
        council: town.council,
        id: town.newId(),
        person,
        child: town.child,
        how: at % 2 === 0 ? 'themselves' : 'family',
        recorded_by: town.stranger,
      })
    assert.deepEqual(
      (await whoSees(town)).filter((name) => !name.includes(', wide')),
      ['child'],
    )
    for (const relation of ['allocated-worker', 'director', 'records-officer'])
      assert.deepEqual(await probe.differences(nothing, town.people.get(relation) ?? '', town), [], relation)
  })
  test('nor what they were told of it, nor how they stand to it, nor what an administrator was told of them', async () => {
    const administrator = town.people.get('administrator') ?? ''
    const nurse = town.people.get('health-team') ?? ''
    const told = { council: town.council, child: town.child, what: 'break glass', recorded_by: town.stranger }
    for (const recipient of [nurse, administrator])
      await insertAsOwner(owner, 'kith.notice', { ...told, id: town.newId(), recipient })
    for (const person of [nurse, administrator]) {
      const found = await tryAs(town.council, person, async ({ record }) => ({
        told: (await record.selectFrom('kith.notice').selectAll().execute()).length,
        stands: (
          await record.selectFrom('kith.standing_relation').selectAll().where('child', '=', town.child).execute()
        ).length,
        kept: (await record.selectFrom('kith.own_family').selectAll().where('child', '=', town.child).execute()).length,
      }))
      assert.deepEqual(found, { told: 0, stands: 0, kept: 0 })
    }
  })
  test('a worker who is the child sees their record by no staff relation', async () => {
    const here = await startCouncil(owner, 'MYSELF')
    const child = await here.child()
    await here.add('worker', { id: child, name: 'Ash Vale' })
    await here.allocate(child, child)
    await here.relate(child, 'director')
    await here.relate(child, 'records-officer', { child })
    const found = await door.as({ council: here.council, person: child }, async (asking) => ({
      names: (await asking.record.selectFrom('kith.allocation').selectAll().execute()).length,
      looked: await openRecord(asking, child, 'opened'),
      glass: await breakGlass(asking, child, { reason: 'curious about myself' }),
    }))
    assert.deepEqual(found, { names: 0, looked: { kind: 'not found' }, glass: { kind: 'not found' } })
  })
})

describe('a relation shows nothing before it begins and after it has ended', async () => {
  const here = await startCouncil(owner, 'TIMES')
  const child = await here.child()
  const today = await here.worker('Today')
  const cases: [string, string][] = []
  const spans = { over: ['2026-01-01', '2026-02-01'], 'not begun': ['2999-01-01', '2999-02-01'] } as const
  for (const [when, [from, until]] of Object.entries(spans)) {
    for (const { relation } of matrix.filter(({ see }) => see.length > 0)) {
      if (relation === 'break-glass' || relation === 'child') continue
      const person = await here.worker(`${relation}, ${when}`)
      cases.push([`${relation}, ${when}`, person])
      const span = { since: `${from}T00:00:00Z`, until: `${until}T00:00:00Z` }
      const during = `[${from},${until})`
      if (['allocated-worker', 'co-worker', 'cover', 'reviewing-officer'].includes(relation))
        await here.allocate(child, person, { role: relation, during })
      else if (['manager-line', 'business-support', 'duty'].includes(relation)) {
        const team = await here.add('team', { name: relation + when })
        await here.add('team_membership', { person: today, team, role: 'worker', during: '[2020-01-01,)' })
        await here.add('team_membership', {
          person,
          team,
          role: relation === 'manager-line' ? 'manager' : relation,
          during,
        })
      } else await here.relate(person, relation, councilWide.has(relation) ? span : { child, ...span })
    }
  }
  await here.allocate(child, today)
  for (const [name, person] of cases) {
    test(name, async () => {
      const n = await tryAs(here.council, person, async (asking) => [
        (await asking.record.selectFrom('kith.child').select('id').execute()).length,
        (await asking.record.selectFrom('kith.allocation').select('id').execute()).length,
        (await openRecord(asking, child, 'opened')).kind,
      ])
      assert.deepEqual(n, [0, 0, 'closed'])
    })
  }
})

describe('break-glass', async () => {
  const here = await startCouncil(owner, 'GLASS')
  const [worker, manager, officer, team] = [
    await here.worker('Worker'),
    await here.worker('Manager'),
    await here.worker('Officer'),
    await here.add('team', { name: 'Team' }),
  ]
  const [child, outsider] = [await here.child(), await here.worker('Outsider')]
  await here.member(worker, team, 'worker')
  await here.member(manager, team, 'manager')
  await here.allocate(child, worker)
  await here.allocate(child, officer, { role: 'reviewing-officer' })
  const as = { council: here.council, person: outsider }
  const visible = async () =>
    await door.as(as, async (asking) => (await asking.record.selectFrom('kith.child').select('id').execute()).length)

  test('asks for a reason, and for four hours at most', async () => {
    assert.deepEqual(await door.as(as, async (asking) => await breakGlass(asking, child, { reason: '  ' })), {
      kind: 'say why',
    })
    assert.deepEqual(
      await door.as(
        as,
        async (asking) => await breakGlass(asking, child, { reason: 'worried about tonight', hours: 5 }),
      ),
      { kind: 'one to four hours' },
    )
    const direct = async (hours: number, said: number) =>
      await door.as(
        as,
        async ({ record }) =>
          await sql`select kith.break_glass(${child}, kith.new_id(), ${Buffer.alloc(60)}, ${Buffer.alloc(said)}, ${hours})`.execute(
            record,
          ),
      )
    await assert.rejects(direct(5, 60), { kind: 'against a rule of the table' })
    await assert.rejects(direct(0, 60), { kind: 'against a rule of the table' })
    await assert.rejects(direct(4, 0), { kind: 'against a rule of the table' })
    assert.equal(await visible(), 0)
  })
  test('opens the record, is logged, and manager and reviewing officer are told, nobody else', async () => {
    const opened = await door.as(
      as,
      async (asking) => await breakGlass(asking, child, { reason: 'The hospital rang about tonight.' }),
    )
    assert.equal(opened.kind, 'opened')
    assert.equal(await visible(), 1)
    assert.equal((await lastEntry(outsider))?.what, 'broke the glass')
    for (const [person, count] of [
      [manager, 1],
      [officer, 1],
      [worker, 0],
      [outsider, 0],
    ] as const) {
      const told = await door.as(
        { council: here.council, person },
        async ({ record }) => await record.selectFrom('kith.notice').selectAll().execute(),
      )
      assert.deepEqual(
        told.map(({ recipient, what }) => [recipient, what]),
        count === 1 ? [[person, 'break glass']] : [],
      )
    }
    const uses = await door.as({ council: here.council, person: manager }, async (asking) => {
      const rows = await asking.record.selectFrom('kith.break_glass_use').select(['id', 'said', 'until']).execute()
      return [...(await asking.readWords(rows)).values()]
    })
    assert.deepEqual(uses, ['The hospital rang about tonight.'])
  })
  test('lasts four hours at most, and sight ends by itself', async () => {
    const { rows } = await owner.query<{ hours: number }>(
      "select extract(epoch from until - now()) / 3600 as hours from kith.visible_child where person = $1 and relation = 'break-glass'",
      [outsider],
    )
    assert.ok(Number(rows[0]?.hours) <= 4 && Number(rows[0]?.hours) > 3.9)
    await owner.query("update kith.visible_child set until = now() - interval '1 second' where person = $1", [outsider])
    assert.equal(await visible(), 0)
  })
  test('is no right to write, approve or take out', async () => {
    const line = matrix.find(({ relation }) => relation === 'break-glass')
    assert.deepEqual([line?.write, line?.approve, line?.takeOut], [[], [], []])
  })
})

describe('an address with an audience', async () => {
  const here = await startCouncil(owner, 'HEARD')
  const [child, worker, cover, edt] = [
    await here.child(),
    await here.worker('Worker'),
    await here.worker('Cover'),
    await here.worker('Night'),
  ]
  await here.allocate(child, worker)
  await here.allocate(child, cover, { role: 'cover' })
  await here.relate(edt, 'out-of-hours')
  const row = async (table: string, more: Record<string, unknown>) => {
    const id = here.newId()
    return await here.add(table, { id, line: id, child, ...more })
  }
  const decision = await row('audience_decision', { power: 'court order', decided: '2026-01-05' })
  const address = async (audience: string[] | null, mustNot: string[] | null) => {
    const open = await row('address', { kind: 'placement', postcode: 'ZZ1 1ZZ' })
    const placement = await row('placement', {
      during: `[20${10 + seq++}-01-01,20${10 + seq}-01-01)`,
      kind: 'U1',
      place: open,
    })
    await insertAsOwner(owner, 'kith.placement_distance', {
      council: here.council,
      child,
      placement,
      metres: 1,
      miles: 1,
      recorded_by: here.service,
    })
    if (audience !== null || mustNot !== null)
      await here.add('address', {
        id: here.newId(),
        line: open,
        supersedes: open,
        change: 'correction',
        child,
        kind: 'placement',
        postcode: 'ZZ1 1ZZ',
        audience,
        must_not_know: mustNot,
        audience_decision: decision,
      })
    return { open, placement }
  }
  let seq = 0
  const cases: [string, string[] | null, string[] | null, string[]][] = [
    ['without an audience: whoever sees where', null, null, ['worker', 'cover', 'edt']],
    ['an audience: only those relations', ['allocated-worker'], null, ['worker']],
    ['an audience of a council-wide relation', ['out-of-hours'], null, ['edt']],
    ['must not know', null, [cover], ['worker', 'edt']],
    ['must not know wins over an audience', ['allocated-worker', 'cover'], [worker], ['cover']],
    ['must not know holds for a council-wide relation', null, [edt], ['worker', 'cover']],
  ]
  for (const [name, audience, mustNot, expected] of cases) {
    const made = await address(audience, mustNot)
    test(`${name}: for each version, and for what was measured from it`, async () => {
      for (const [who, person] of Object.entries({ worker, cover, edt })) {
        const found = await door.as({ council: here.council, person }, async ({ record }) => [
          (await record.selectFrom('kith.address').select('id').where('line', '=', made.open).execute()).length > 0,
          (await record.selectFrom('kith.address_current').select('id').where('line', '=', made.open).execute())
            .length > 0,
          (
            await record
              .selectFrom('kith.placement_distance')
              .select('miles')
              .where('placement', '=', made.placement)
              .execute()
          ).length > 0,
        ])
        assert.deepEqual(found, Array(3).fill(expected.includes(who)), who)
      }
    })
  }
  test('an audience without a decision is refused', async () => {
    await assert.rejects(
      row('address', { kind: 'home', postcode: 'ZZ1 1ZZ', must_not_know: [cover] }),
      /violates check constraint/,
    )
  })
})

describe('the ledger', async () => {
  const town = await makeTown(owner, 'LEDGER', tables)
  test('who sees duties alone reads rule and state, not the reason', async () => {
    for (const [relation, reasons] of [
      ['analyst', 0],
      ['business-support', 0],
      ['manager-line', 1],
      ['health-team', 1],
    ] as const) {
      const found = await tryAs(town.council, town.people.get(relation) ?? '', async ({ record }) => [
        await record.selectFrom('kith.duty').select(['rule', 'standing']).execute(),
        (await record.selectFrom('kith.duty_reason').selectAll().execute()).length,
      ])
      assert.deepEqual(found, [[{ rule: 'x', standing: 'open' }], reasons], relation)
    }
  })
  test('a council-wide reader who broke the glass on a closed record reads no reason by their wide relation', async () => {
    const director = town.people.get('director') ?? ''
    await owner.query('update kith.duty_reason set scope_bit = 8 where council = $1', [town.council])
    await insertAsOwner(owner, 'kith.restriction', {
      council: town.council,
      id: unknown,
      line: unknown,
      child: town.child,
      kind: 'closed',
      named: [town.stranger],
      ask: town.stranger,
      decided: '2026-01-05',
      recorded_by: town.stranger,
    })
    await door.as(
      { council: town.council, person: director },
      async (asking) => await breakGlass(asking, town.child, { reason: 'worried about tonight' }),
    )
    const found = await door.as({ council: town.council, person: director }, async ({ record }) => [
      (await record.selectFrom('kith.duty').select('rule').execute()).length,
      (await record.selectFrom('kith.duty_reason').select('basis').execute()).length,
    ])
    assert.deepEqual(found, [1, 0])
  })
})

describe('deciding a restriction', async () => {
  const here = await startCouncil(owner, 'DECIDE')
  const [child, worker, manager, team] = [
    await here.child(),
    await here.worker('Worker'),
    await here.worker('Manager'),
    await here.add('team', { name: 'Team' }),
  ]
  await here.member(worker, team, 'worker')
  await here.member(manager, team, 'manager')
  await here.allocate(child, worker)
  const decide = async (person: string, decision: Parameters<typeof restrict>[2]) =>
    await door.as({ council: here.council, person }, async (asking) => await restrict(asking, child, decision))
  const sees = async (person: string) =>
    (await door.as({ council: here.council, person }, async (asking) => await openRecord(asking, child, 'opened'))).kind
  const usual = { why: 'Threats from a relative.', decided: '2026-11-01' }

  test('asks why, and that whoever decides can lift it again', async () => {
    assert.deepEqual(await decide(manager, { ...usual, kind: 'hidden', named: [manager], why: ' ' }), {
      kind: 'say why',
    })
    assert.deepEqual(await decide(manager, { ...usual, kind: 'hidden', named: [worker] }), { kind: 'name yourself' })
    assert.deepEqual(await decide(manager, { ...usual, kind: 'lifted' }), { kind: 'not restricted' })
  })
  test('is refused to those who may not write oversight', async () => {
    await assert.rejects(decide(worker, { ...usual, kind: 'hidden', named: [worker] }), { kind: 'not allowed' })
  })
  test('closed, hidden, lifted: one line, each version with its reason', async () => {
    assert.deepEqual(await decide(manager, { ...usual, kind: 'closed', named: [manager], ask: manager }), {
      kind: 'decided',
    })
    assert.deepEqual([await sees(worker), await sees(manager)], ['closed', 'open'])
    assert.deepEqual(await decide(manager, { ...usual, kind: 'hidden', named: [manager] }), { kind: 'decided' })
    assert.deepEqual([await sees(worker), await sees(manager)], ['not found', 'open'])
    assert.deepEqual(await decide(manager, { ...usual, kind: 'lifted' }), { kind: 'decided' })
    assert.deepEqual([await sees(worker), await sees(manager)], ['open', 'open'])
    const { rows } = await owner.query(
      'select count(distinct line)::int as lines, count(said)::int as said from kith.restriction where child = $1',
      [child],
    )
    assert.deepEqual(rows, [{ lines: 1, said: 3 }])
  })
})

test('a person reads of changed children only those of their own transaction', async () => {
  const here = await startCouncil(owner, 'CHANGED')
  const [child, worker] = [await here.child(), await here.worker('Worker')]
  await here.allocate(child, worker)
  const changed = await tryAs(here.council, worker, async (asking) => {
    const before = await asking.changedChildren()
    const id = here.newId()
    await asking.insert('kith.visit', [
      {
        council: here.council,
        id,
        line: id,
        child,
        change: 'first',
        happened: '2026-01-05',
        visitor_role: 'representative',
        mode: 'in person',
        recorded_by: worker,
        retention_class: 'child-in-care',
      },
    ])
    return [
      before,
      await asking.changedChildren(),
      (await asking.record.selectFrom('kith.child_changed').selectAll().execute()).length,
    ]
  })
  assert.deepEqual(changed, [[], [child], 1])
})
