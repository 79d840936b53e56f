// The family map made from the record: what each asker may know is drawn, and nothing else.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { jsx } from 'hono/jsx'
import { mayLimitAudience } from '#audiences'
import { Genogram } from '#pictures'
import { type TestRecord, testRecord } from '../database/test-record.ts'
import { GAP, HOME, JADEN, KEPT_FROM, MARCUS, NATALIE, PARENT, TODAY } from './examples.ts'
import { familyMap } from './family-map.ts'
import { mayRecordHome } from './person.ts'
import { familyOf, limitPerson, recordHome, recordTie } from './store.ts'
import { allowed, written } from './test-family.ts'

let record: TestRecord
before(async () => {
  record = await testRecord('familymap')
})
after(async () => await record.close())

const CHILD = { id: 'self', name: 'Lina', sex: 'female', age: '14' } as const
const mapFor = async (name: 'priya' | 'cora') =>
  await record.as(name, async (asking) =>
    familyMap(await familyOf(asking, record.jordan), { child: CHILD, title: 'Lina’s family', today: TODAY }),
  )

test('Mum and Dad are parents without a tie; couples, homes and bonds are drawn as they are told', async () => {
  const child = record.jordan
  const lines = await record.as('priya', async (asking) => {
    const mum = await written(asking, child, NATALIE)
    const dad = await written(asking, child, MARCUS)
    const jaden = await written(asking, child, JADEN)
    const gap = await written(asking, child, GAP)
    allowed(await recordTie(asking, child, { ...PARENT, one: mum, other: dad, kind: 'married', state: 'parted' }))
    allowed(await recordTie(asking, child, { ...PARENT, one: mum, other: jaden }))
    allowed(await recordTie(asking, child, { ...PARENT, one: gap, other: dad }))
    allowed(await recordTie(asking, child, { ...PARENT, one: null, other: jaden, kind: 'close' }))
    const first = await recordHome(asking, { child, person: mum }, allowed(mayRecordHome(HOME)))
    const together = { ...HOME, where: '', household: first.line }
    await recordHome(asking, { child, person: jaden }, allowed(mayRecordHome(together)))
    const over = { ...HOME, withChild: true, since: '2020-01-01', until: '2021-01-01' }
    await recordHome(asking, { child, person: dad }, allowed(mayRecordHome(over)))
    return { mum, dad, jaden, gap }
  })
  const { people, parents, unions, households, bonds } = await mapFor('cora')
  const { mum, dad, jaden, gap } = lines
  assert.deepEqual(
    people.map(({ name, relation, row }) => [name, relation, row]),
    [
      ['Natalie Bennett', 'Mum', 1],
      ['Marcus Hill', 'Dad', 1],
      ['Jaden Bennett-Hill', 'Brother', 0],
      [undefined, 'Dad’s family', 2],
      ['Lina', '', 0],
    ],
  )
  assert.deepEqual(
    parents.map(({ parent, child: of }) => [parent, of]),
    [
      [mum, jaden],
      [gap, dad],
      [mum, 'self'],
      [dad, 'self'],
    ],
  )
  assert.deepEqual(unions, [{ one: mum, other: dad, state: 'parted', formal: true }])
  assert.deepEqual(households, [{ name: 'A flat in Northmere', people: [mum, jaden] }])
  assert.deepEqual(bonds, [{ one: 'self', other: jaden, kind: 'close' }])

  const audience = allowed(mayLimitAudience(KEPT_FROM, TODAY))
  await record.as('priya', async (asking) =>
    assert.ok('ok' in (await limitPerson(asking, { child, id: mum, audience }))),
  )
  const drawn = String(jsx(Genogram, await mapFor('cora')))
  assert.doesNotMatch(drawn, /Natalie|Northmere/)
  assert.match(drawn, /Marcus Hill/)
  assert.match(String(jsx(Genogram, await mapFor('priya'))), /Natalie Bennett/)
})
