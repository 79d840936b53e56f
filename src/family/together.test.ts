// Brothers and sisters, family time and must-knows in the record: who reads them, who must not, and how they end.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import { mayLimitAudience } from '#audiences'
import { day } from '#calendar'
import { makeCouncil, Refused } from '#database'

import { type Named, type TestRecord, testRecord } from '../database/test-record.ts'
import { ALLERGY, JADEN, KAI, KEPT_FROM, NATALIE, SATURDAYS, TODAY } from './examples.ts'
import { mayAgreeTime, mayTellTime } from './family-time.ts'
import { mayRecordMustKnow, shownInHeader, type TypedMustKnow } from './must-know.ts'
import { mayCountGroup, mayDecideSiblings } from './siblings.ts'
import { familyOf, limitPerson, linkPerson } from './store.ts'
import { allowed, refusedFor, written } from './test-family.ts'
import {
  agreeTime,
  changeMustKnow,
  countGroup,
  decideSiblings,
  endMustKnow,
  familyTimeOf,
  mustKnowsOf,
  recordMustKnow,
  recordTimeDay,
  retractTogether,
  reviewMustKnow,
  siblingGroupsOf,
  tellTimeDay,
} from './together-store.ts'

let record: TestRecord
before(async () => {
  record = await testRecord('together')
})
after(async () => await record.close())

const isRefused = (kind: string) => (error: unknown) => error instanceof Refused && error.kind === kind
const EVERYBODY = ['priya', 'ravi', 'cora', 'hana', 'vera', 'tom', 'ada'] as const

test('brothers and sisters: a group and what was decided of it, read by who may know everybody in it', async () => {
  const child = record.jordan
  const { kai } = await record.as('priya', async (asking) => {
    const jaden = await written(asking, child, JADEN)
    const made = await written(asking, child, KAI)
    const typed = { members: [jaden, made], counted: '2026-11-02', said: 'Jaden and Kai, Kai is little' }
    const group = await countGroup(asking, child, allowed(mayCountGroup(typed, TODAY)))
    const decision = { kind: 'apart', decided: '2026-11-02', by: 'review', decider: record.people.ravi }
    const why = { reviewBy: '2027-02-02', why: 'No home takes three.' }
    const decided = allowed(mayDecideSiblings({ ...decision, ...why }, TODAY))
    await decideSiblings(asking, { child, group: group.line }, decided)
    return { kai: made }
  })
  const seen = async (name: Named) =>
    await record.as(name, async (asking) => {
      const groups = await siblingGroupsOf(asking, child)
      const rows = await sql<{
        n: number
      }>`select ((select count(*) from kith.sibling_group) + (select count(*) from kith.sibling_member)
        + (select count(*) from kith.sibling_decision))::int as n`.execute(asking.record)
      return [groups.length, groups[0]?.members.length, groups[0]?.decisions[0]?.words, rows.rows[0]?.n]
    })
  assert.deepEqual(await seen('cora'), [1, 2, 'No home takes three.', 4])
  for (const name of ['hana', 'vera', 'tom', 'ada'] as const)
    assert.deepEqual(await seen(name), [0, undefined, undefined, 0], name)
  const audience = allowed(mayLimitAudience(KEPT_FROM, TODAY))
  await record.as('priya', async (asking) =>
    assert.ok('ok' in (await limitPerson(asking, { child, id: kai, audience }))),
  )
  assert.deepEqual(await seen('cora'), [0, undefined, undefined, 0])
  assert.deepEqual(await seen('priya'), [1, 2, 'No home takes three.', 4])
})

test('family time: agreed and told by those with the family; a planned time is told as it was', async () => {
  const child = record.jordan
  await record.as('priya', async (asking) => {
    const mum = await written(asking, child, NATALIE)
    await agreeTime(asking, child, allowed(mayAgreeTime({ person: mum, ...SATURDAYS })))
    const planned = { person: mum, happens: '2026-11-21', state: 'planned', cancelledBy: '', note: '' }
    const time = await recordTimeDay(asking, child, allowed(mayTellTime(planned, TODAY)))
    const cancelled = { ...planned, state: 'cancelled', cancelledBy: 'person', note: 'Mum was unwell. Jo cried.' }
    assert.ok('ok' in (await tellTimeDay(asking, time.id, allowed(mayTellTime(cancelled, TODAY)))))
  })
  const seen = async (name: Named) =>
    await record.as(name, async (asking) => {
      const { agreed, days } = await familyTimeOf(asking, child)
      return [agreed.length, days.map(({ state, cancelled_by, words }) => [state, cancelled_by, words])]
    })
  for (const name of ['priya', 'ravi', 'cora'] as const)
    assert.deepEqual(await seen(name), [1, [['cancelled', 'person', 'Mum was unwell. Jo cried.']]], name)
  for (const name of ['hana', 'vera', 'tom', 'ada'] as const) assert.deepEqual(await seen(name), [0, []], name)
})

async function mustKnow(child: string, changes: Partial<TypedMustKnow>): Promise<string> {
  const fact = allowed(mayRecordMustKnow({ ...ALLERGY, ...changes }, TODAY))
  return await record.as('priya', async (asking) => (await recordMustKnow(asking, child, fact)).id)
}
const whoKnows = async (child: string) => {
  const knows: Named[] = []
  for (const name of EVERYBODY)
    if ((await record.as(name, async (asking) => await mustKnowsOf(asking, child))).length > 0) knows.push(name)
  return knows
}
async function childOfTwo(): Promise<string> {
  const child = await record.newChild()
  await record.asImport(async (asking) => {
    for (const [name, relation] of [
      ['priya', 'allocated-worker'],
      ['cora', 'cover'],
      ['hana', 'health-team'],
    ] as const) {
      const [id = ''] = await asking.newIds(1)
      const { council, person: recorded_by } = asking.who
      const row = { council, id, line: id, person: record.people[name], child, relation, recorded_by }
      await asking.insert('kith.standing_relation', [
        { ...row, since: '2020-01-01T00:00:00Z', until: 'infinity', retracted: false, reason: 'role' },
      ])
    }
  })
  return child
}

test('a must-know is read by those who need it to act, though many more see the header', async () => {
  const child = record.jordan
  await mustKnow(child, { audience: ['health-team'] })
  assert.deepEqual(await whoKnows(child), ['priya', 'hana'])
  const barred = await childOfTwo()
  await mustKnow(barred, { audience: ['cover', 'health-team'], mustNotKnow: [record.people.cora] })
  assert.deepEqual(await whoKnows(barred), ['priya', 'hana'])
})

test('a must-know narrowed leaves no older version to read; widened it is read once', async () => {
  const child = await childOfTwo()
  const id = await mustKnow(child, { audience: ['cover'] })
  assert.deepEqual(await whoKnows(child), ['priya', 'cora'])
  const rows = async () =>
    await record.as(
      'cora',
      async (asking) =>
        (
          await sql<{ n: number }>`select count(*)::int as n from kith.must_know where child = ${child}`.execute(
            asking.record,
          )
        ).rows[0]?.n,
    )
  const say = async (of: string, audience: readonly string[]) =>
    await record.as('priya', async (asking) => {
      const changed = await changeMustKnow(asking, of, allowed(mayRecordMustKnow({ ...ALLERGY, audience }, TODAY)))
      assert.ok('ok' in changed)
      return changed.ok.id
    })
  const narrowed = await say(id, ['health-team'])
  assert.deepEqual([await whoKnows(child), await rows()], [['priya', 'hana'], 0])
  await say(narrowed, ['cover'])
  assert.deepEqual([await whoKnows(child), await rows()], [['priya', 'cora'], 3])
  const standing = await record.as('cora', async (asking) => await mustKnowsOf(asking, child))
  assert.equal(standing.length, 1)
})

test('only who writes the header says what must be known; no service of another council reads it', async () => {
  const fact = allowed(mayRecordMustKnow(ALLERGY, TODAY))
  for (const name of ['ravi', 'cora', 'hana', 'tom', 'ada'] as const)
    await assert.rejects(
      record.as(name, async (asking) => await recordMustKnow(asking, record.jordan, fact)),
      isRefused('not allowed'),
      name,
    )
  const other = await makeCouncil(record.at.connection, { code: 'E06000903', name: 'Elsewhere' })
  const seen = await record.door.asService(other, 'import', async (asking) => await mustKnowsOf(asking, record.jordan))
  assert.deepEqual(seen, [])
})

test('looked at again, ended with its reason, and of two who end it at once one is told', async () => {
  const child = await childOfTwo()
  const id = await mustKnow(child, {})
  await record.as('priya', async (asking) => assert.ok('ok' in (await reviewMustKnow(asking, id, day('2027-06-01')))))
  const [fact] = await record.as('priya', async (asking) => await mustKnowsOf(asking, child))
  assert.ok(fact)
  assert.deepEqual([fact.review_by, fact.words], ['2027-06-01', 'Nut allergy, carries an EpiPen'])
  const end = async () =>
    await record.as(
      'priya',
      async (asking) => await endMustKnow(asking, fact, { today: TODAY, reason: 'no longer so' }),
    )
  const outcomes = await record.atOnce(child, [end, end])
  assert.equal(outcomes.filter((outcome) => 'ok' in outcome).length, 1)
  assert.deepEqual(
    outcomes.flatMap((outcome) => refusedFor(outcome)),
    ['ended already'],
  )
  const left = await record.as('priya', async (asking) => await mustKnowsOf(asking, child))
  assert.deepEqual([left.length, shownInHeader(left, TODAY).shown.length], [1, 0])
  const taken = await record.as(
    'priya',
    async (asking) =>
      await retractTogether(asking, 'kith.must_know', { id: left[0]?.id ?? '', reason: 'Wrong child.' }),
  )
  assert.ok('ok' in taken)
  assert.deepEqual(await whoKnows(child), [])
  assert.deepEqual(refusedFor(mayRecordMustKnow(ALLERGY, TODAY)), [])
})

test('the out-of-hours team, who see the whole council, are held to the same: audiences, links, what is hidden', async () => {
  const [child, brother] = [await childOfTwo(), await childOfTwo()]
  await mustKnow(child, { audience: ['out-of-hours'], fact: 'Ring Sue first' })
  await mustKnow(child, { audience: ['health-team'], fact: 'Sees a nurse on Mondays' })
  const { mum } = await record.as('priya', async (asking) => {
    const made = await written(asking, child, NATALIE)
    const jaden = await written(asking, child, JADEN)
    allowed(await linkPerson(asking, { child, person: jaden, otherChild: brother }))
    await agreeTime(asking, child, allowed(mayAgreeTime({ person: made, ...SATURDAYS })))
    return { mum: made }
  })
  await record.asImport(async (asking) => {
    const [id = ''] = await asking.newIds(1)
    const { council, person: recorded_by } = asking.who
    const row = { council, id, line: id, person: record.people.tom, child: null, relation: 'out-of-hours', recorded_by }
    await asking.insert('kith.standing_relation', [
      { ...row, since: '2020-01-01T00:00:00Z', until: 'infinity', retracted: false, reason: 'role' },
    ])
  })
  const seen = async () =>
    await record.as('tom', async (asking) => {
      const { people, links } = await familyOf(asking, child)
      const facts = (await mustKnowsOf(asking, child)).map(({ words }) => words)
      return [people.length, links.length, (await familyTimeOf(asking, child)).agreed.length, facts]
    })
  assert.deepEqual(await seen(), [2, 1, 1, ['Ring Sue first']])
  const audience = allowed(mayLimitAudience(KEPT_FROM, TODAY))
  await record.as('priya', async (asking) =>
    assert.ok('ok' in (await limitPerson(asking, { child, id: mum, audience }))),
  )
  assert.deepEqual(await seen(), [1, 1, 0, ['Ring Sue first']])
  const hide = async (whom: string) =>
    await record.asImport(async (asking) => {
      const [id = ''] = await asking.newIds(1)
      const { council, person: recorded_by } = asking.who
      const row = { council, id, line: id, change: 'first', child: whom, recorded_by, retention_class: 'child-in-care' }
      await asking.insert('kith.restriction', [
        { ...row, kind: 'hidden', named: [record.people.priya], decided: '2026-11-02' },
      ])
    })
  await hide(brother)
  assert.deepEqual(await seen(), [1, 0, 0, ['Ring Sue first']])
  await hide(child)
  assert.deepEqual(await seen(), [0, 0, 0, []])
})
