// A family in the record: who reads and writes it, who must not, that lines carry their history, and that two may write at once.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import { accessHistory } from '#access'
import { AUDIENCES, mayLimitAudience } from '#audiences'
import { day } from '#calendar'
import { type Asking, currentOf, historyOf, makeCouncil, Refused } from '#database'

import { type Named, type TestRecord, testRecord } from '../database/test-record.ts'
import { GAP, HOME, JADEN, KAI, KEPT_FROM, MARCUS, NATALIE, PARENT, TODAY, WINSTON } from './examples.ts'
import { mayRecordHome, mayRecordPerson, nameAndNote } from './person.ts'
import {
  changePerson,
  correctPerson,
  endTie,
  familyOf,
  limitHome,
  limitPerson,
  linkPerson,
  recordHome,
  recordTie,
  retractPerson,
} from './store.ts'
import { allowed, refusedFor, written } from './test-family.ts'

let record: TestRecord
before(async () => {
  record = await testRecord('family')
})
after(async () => await record.close())

const isRefused = (kind: string) => (error: unknown) => error instanceof Refused && error.kind === kind
/** A child of Priya's and Cora's own, for a test that changes who may know. */
async function anotherChild(): Promise<string> {
  const child = await record.newChild()
  await relate(child, 'priya', 'allocated-worker')
  await relate(child, 'cora', 'cover')
  return child
}
async function relate(child: string, name: Named, relation: string): Promise<void> {
  await record.asImport(async (asking) => {
    const [id = ''] = await asking.newIds(1)
    const { council, person: recorded_by } = asking.who
    const row = { council, id, line: id, person: record.people[name], child, relation, recorded_by }
    await asking.insert('kith.standing_relation', [
      { ...row, since: '2020-01-01T00:00:00Z', until: 'infinity', retracted: false, reason: 'role' },
    ])
  })
}
const names = async (name: Named, child: string) =>
  await record.as(name, async (asking) =>
    (await familyOf(asking, child)).people.map(({ words }) => nameAndNote(words).name),
  )

test('every audience that can be chosen is a relation of the record', async () => {
  const known = await record.asImport(
    async (asking) => await asking.record.selectFrom('reference.relation').select('name').execute(),
  )
  const unknown = Object.keys(AUDIENCES).filter((relation) => !known.some(({ name }) => name === relation))
  assert.deepEqual(unknown, [])
})

test('a family is recorded, with what ties it and a gap; only those with the family see it', async () => {
  const child = record.jordan
  await record.as('priya', async (asking) => {
    const mum = await written(asking, child, NATALIE)
    const dad = await written(asking, child, MARCUS)
    await written(asking, child, GAP)
    allowed(await recordTie(asking, child, { ...PARENT, one: mum }))
    allowed(await recordTie(asking, child, { ...PARENT, one: dad }))
    allowed(
      await recordTie(asking, child, {
        ...PARENT,
        one: mum,
        other: dad,
        kind: 'married',
        state: 'parted',
        until: '2019-05-01',
      }),
    )
    const home = allowed(mayRecordHome({ ...HOME, since: '2020-01-01' }))
    await recordHome(asking, { child, person: mum }, home)
  })
  assert.deepEqual(await names('ravi', child), ['Natalie Bennett', 'Marcus Hill', undefined])
  for (const name of ['hana', 'vera', 'tom', 'ada'] as const) assert.deepEqual(await names(name, child), [], name)
  const { people, ties, homes } = await record.as('cora', async (asking) => await familyOf(asking, child))
  assert.deepEqual(
    ties.map(({ kind, state }) => `${kind} ${state}`),
    ['parent-of goes on', 'parent-of goes on', 'married parted'],
  )
  assert.equal(homes[0]?.words, 'A flat in Northmere')
  assert.deepEqual([people[2]?.gap, people[0]?.ground, people[1]?.born_year], [true, 'birth-mother', 1985])
})

test('who may not write the family is refused: readers, strangers, and the child’s health team', async () => {
  for (const name of ['ravi', 'cora', 'hana', 'tom', 'ada'] as const)
    await assert.rejects(
      record.as(name, async (asking) => await written(asking, record.jordan, KAI)),
      isRefused('not allowed'),
      name,
    )
})

test('a correction and a change keep what stood; who takes somebody back takes what was said of them', async () => {
  const child = await anotherChild()
  const line = await record.as('priya', async (asking) => {
    const grandad = await written(asking, child, WINSTON)
    const mum = await written(asking, child, NATALIE)
    allowed(await recordTie(asking, child, { ...PARENT, one: grandad, other: mum }))
    await recordHome(asking, { child, person: grandad }, allowed(mayRecordHome(HOME)))
    return grandad
  })
  await record.as('priya', async (asking) => {
    const living = allowed(mayRecordPerson({ ...WINSTON, died: 'living', diedWhen: '' }, TODAY))
    const corrected = await correctPerson(asking, line, living)
    assert.ok('ok' in corrected)
    const stale = await changePerson(asking, line, living)
    assert.ok('refused' in stale && stale.refused === 'corrected already')
    assert.ok('ok' in (await retractPerson(asking, { id: corrected.ok.id, reason: 'On the wrong child.' })))
  })
  const left = await record.as('priya', async (asking) => await familyOf(asking, child))
  assert.deepEqual([left.people.length, left.ties.length, left.homes.length], [1, 0, 0])
  const versions = await record.as('priya', async (asking) => await historyOf(asking, 'kith.family_person', line))
  assert.deepEqual(
    versions.map(({ change, died, words }) => [change, died, words]),
    [
      ['first', 'died', 'Winston Bennett'],
      ['correction', 'living', 'Winston Bennett'],
      ['retraction', 'living', 'On the wrong child.'],
    ],
  )
})

test('a limited home keeps the person seen; a limited person goes with homes, ties and every older version', async () => {
  const child = await anotherChild()
  const audience = allowed(mayLimitAudience(KEPT_FROM, TODAY))
  const { mum, home } = await record.as('priya', async (asking) => {
    const made = await written(asking, child, NATALIE)
    allowed(await recordTie(asking, child, { ...PARENT, one: made }))
    return { mum: made, home: await recordHome(asking, { child, person: made }, allowed(mayRecordHome(HOME))) }
  })
  const seenBy = async (name: Named) =>
    await record.as(name, async (asking) => {
      const { people, homes, ties } = await familyOf(asking, child)
      const rows = await sql<{ n: number }>`
        select ((select count(*) from kith.family_person where child = ${child}) + (select count(*) from kith.family_tie where child = ${child})
          + (select count(*) from kith.family_home where child = ${child}))::int as n`.execute(asking.record)
      return [people.length, homes.length, ties.length, rows.rows[0]?.n]
    })
  assert.deepEqual(await seenBy('cora'), [1, 1, 1, 3])
  await record.as('priya', async (asking) =>
    assert.ok('ok' in (await limitHome(asking, { child, id: home.id, audience }))),
  )
  assert.deepEqual(await seenBy('cora'), [1, 0, 1, 2])
  assert.deepEqual(await seenBy('priya'), [1, 1, 1, 4])
  await record.as('priya', async (asking) =>
    assert.ok('ok' in (await limitPerson(asking, { child, id: mum, audience }))),
  )
  assert.deepEqual(await seenBy('cora'), [0, 0, 0, 0])
  assert.deepEqual(await seenBy('priya'), [1, 1, 1, 5])
  await record.as('priya', async (asking) => {
    const [standing] = await currentOf(asking, 'kith.family_person', child)
    assert.ok(standing)
    assert.ok('ok' in (await limitPerson(asking, { child, id: standing.id, audience: undefined })))
  })
  assert.deepEqual(await seenBy('cora'), [1, 0, 1, 4])
})

test('must not know wins over every relation; a limit without a decision is refused by the database', async () => {
  const child = await anotherChild()
  const mustNotKnow = [record.people.cora]
  const audience = allowed(mayLimitAudience({ ...KEPT_FROM, relations: ['cover'], mustNotKnow }, TODAY))
  await record.as('priya', async (asking) => {
    const id = await written(asking, child, NATALIE)
    assert.ok('ok' in (await limitPerson(asking, { child, id, audience })))
  })
  assert.deepEqual([await names('priya', child), await names('cora', child)], [['Natalie Bennett'], []])
  const undecided = async (asking: Asking) => {
    const [id = ''] = await asking.newIds(1)
    const row = { council: asking.who.council, id, line: id, child, relation: 'aunt', recorded_by: asking.who.person }
    await asking.insert('kith.family_person', [
      {
        ...row,
        change: 'first',
        gap: false,
        recorded_sex: 'female',
        died: 'living',
        responsibility: 'no',
        audience: ['cover'],
        retention_class: 'child-in-care',
      },
    ])
  }
  await assert.rejects(record.as('priya', undecided), isRefused('against a rule of the table'))
})

test('a link to another record is there only for who sees that record; nobody can try out which there are', async () => {
  const child = await anotherChild()
  const brother = await anotherChild()
  const hidden = await record.newChild()
  const [jaden, kai] = await record.as('priya', async (asking) => [
    await written(asking, child, JADEN),
    await written(asking, child, KAI),
  ])
  await record.as('priya', async (asking) =>
    allowed(await linkPerson(asking, { child, person: jaden ?? '', otherChild: brother })),
  )
  const linked = async (name: Named) =>
    await record.as(name, async (asking) =>
      (await familyOf(asking, child)).links.map(({ other_child: other }) => other),
    )
  assert.deepEqual([await linked('priya'), await linked('cora')], [[brother], [brother]])
  for (const otherChild of [hidden, '00000000-0000-7000-8000-999999999999'])
    await assert.rejects(
      record.as('priya', async (asking) => await linkPerson(asking, { child, person: kai ?? '', otherChild })),
      isRefused('not allowed'),
    )
  await record.asImport(async (asking) =>
    allowed(await linkPerson(asking, { child, person: kai ?? '', otherChild: hidden })),
  )
  assert.deepEqual(await linked('priya'), [brother])
  // not in the log of the child's record either
  const log = await record.as('priya', async (asking) => await accessHistory(asking, child))
  assert.ok(log.every(({ what }) => !what.includes('link')))
  assert.ok(!JSON.stringify(log).includes(hidden))
  await restrictToPriya(brother)
  assert.deepEqual([await linked('priya'), await linked('cora')], [[brother], []])
})
async function restrictToPriya(child: string): Promise<void> {
  await record.asImport(async (asking) => {
    const [id = ''] = await asking.newIds(1)
    const { council, person: recorded_by } = asking.who
    const row = { council, id, line: id, change: 'first', child, recorded_by, retention_class: 'child-in-care' }
    await asking.insert('kith.restriction', [
      { ...row, kind: 'hidden', named: [record.people.priya], decided: '2026-11-02' },
    ])
  })
}

test('a hidden child’s family is nowhere; and nobody opens the record of their own family', async () => {
  const child = await anotherChild()
  await record.as('priya', async (asking) => await written(asking, child, NATALIE))
  await restrictToPriya(child)
  assert.deepEqual([await names('priya', child), await names('cora', child)], [['Natalie Bennett'], []])
  const own = await anotherChild()
  await record.as('priya', async (asking) => await written(asking, own, NATALIE))
  await record.as('ada', async (asking) => {
    const [id = ''] = await asking.newIds(1)
    const { council, person: recorded_by } = asking.who
    const row = { council, id, person: record.people.cora, child: own, recorded_by, retracted: false }
    await asking.insert('kith.own_family', [row])
  })
  assert.deepEqual([await names('priya', own), await names('cora', own)], [['Natalie Bennett'], []])
})

test('another council reads nothing of it', async () => {
  const other = await makeCouncil(record.at.connection, { code: 'E06000902', name: 'Elsewhere' })
  const seen = await record.door.asService(other, 'import', async (asking) => await familyOf(asking, record.jordan))
  assert.deepEqual([seen.people, seen.homes, seen.ties, seen.links], [[], [], [], []])
  const all = await record.door.asService(
    other,
    'import',
    async (asking) =>
      (await sql<{ n: number }>`select count(*)::int as n from kith.family_person`.execute(asking.record)).rows[0]?.n,
  )
  assert.equal(all, 0)
})

test('two who tie the same people at once: one is taken, the other is told', async () => {
  const child = await anotherChild()
  const mum = await record.as('priya', async (asking) => await written(asking, child, NATALIE))
  const tie = async () =>
    await record.as('priya', async (asking) => await recordTie(asking, child, { ...PARENT, one: mum }))
  const outcomes = await record.atOnce(child, [tie, tie])
  assert.deepEqual(
    outcomes.flatMap((outcome) => refusedFor(outcome)),
    ['tied already'],
  )
  const { ties } = await record.as('priya', async (asking) => await familyOf(asking, child))
  assert.equal(ties.length, 1)
  await record.as('priya', async (asking) =>
    assert.ok('ok' in (await endTie(asking, ties[0]?.id ?? '', day('2026-01-01')))),
  )
})

test('two who correct one person at once: one is taken, the other has their words back', async () => {
  const child = await anotherChild()
  const id = await record.as('priya', async (asking) => await written(asking, child, NATALIE))
  const say = (note: string) => async () =>
    await record.as(
      'priya',
      async (asking) => await correctPerson(asking, id, allowed(mayRecordPerson({ ...NATALIE, note }, TODAY))),
    )
  const outcomes = await record.atOnce(child, [say('By text.'), say('By letter.')])
  const refused = outcomes.filter((outcome) => 'refused' in outcome)
  assert.equal(refused.length, 1)
  assert.match(
    refused.map((outcome) => ('yours' in outcome ? outcome.yours.words : '')).join(''),
    /^Natalie Bennett\nBy (text|letter)\.$/,
  )
})
