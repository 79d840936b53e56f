// A child comes into the record: what may be typed, who may do it, and who then knows of the child.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { Refused } from '#database'
import { type TestRecord, testRecord } from '../database/test-record.ts'
import { mayComeIn, type TypedChild } from './coming-in.ts'
import { AMARA, TODAY, YUSUF } from './examples.ts'
import { comingInRefusalWords } from './refusal-words.ts'
import { bringIn, childById, childrenKnown } from './store.ts'

let record: TestRecord
before(async () => {
  record = await testRecord('children')
})
after(async () => await record.close())

const allowed = (typed: TypedChild) => {
  const may = mayComeIn(typed, TODAY)
  assert.ok('ok' in may)
  return may.ok
}

test('nothing known is too little, and each fault is said', () => {
  const refused = (typed: TypedChild) => {
    const may = mayComeIn(typed, TODAY)
    return 'refused' in may ? may.refused : []
  }
  assert.deepEqual(refused({ names: [], birth: undefined }), ['nothing known'])
  assert.deepEqual(
    refused({
      names: [{ kind: 'given', name: '', since: '' }],
      birth: { born: '2027-01-01', basis: 'told', standing: 'in force' },
    }),
    ['name empty', 'born after today'],
  )
  assert.match(comingInRefusalWords('nothing known', TODAY), /name or a birth date/)
  assert.match(comingInRefusalWords('born after today', TODAY), /Mon 23 Nov 2026/)
})

test('person, child, names and birth date come in together; what is unknown stays unknown', async () => {
  const { amara, yusuf } = await record.asImport(async (asking) => ({
    amara: await bringIn(asking, allowed(AMARA)),
    yusuf: await bringIn(asking, allowed(YUSUF)),
  }))
  const headers = await record.asImport(async (asking) => [
    await childById(asking, amara),
    await childById(asking, yusuf),
  ])
  assert.deepEqual(headers, [
    { child: amara, name: 'Amara Obi', born: '2018-02-28' },
    { child: yusuf, name: 'Yusuf', born: undefined },
  ])
  const unknown = await record.as('priya', async (asking) => await childById(asking, amara))
  assert.equal(unknown, undefined)
})

test('half a child never stays: what breaks on the way leaves nothing', async () => {
  const before = await record.asImport(childrenKnown)
  await assert.rejects(
    record.asImport(async (asking) => {
      await bringIn(asking, allowed(AMARA))
      throw new Error('half way')
    }),
    /half way/,
  )
  assert.deepEqual(await record.asImport(childrenKnown), before)
})

test('each person knows of the children around them and of nobody else', async () => {
  for (const [name, known] of [
    ['priya', [record.jordan]],
    ['hana', [record.jordan]],
    ['tom', []],
    ['ada', []],
  ] as const)
    assert.deepEqual([name, await record.as(name, childrenKnown)], [name, known])
})

test('no person brings a child in by the table: the wall asks for a relation that cannot be there yet', async () => {
  for (const name of ['priya', 'tom', 'ada'] as const)
    await assert.rejects(
      record.as(name, async (asking) => await bringIn(asking, allowed(YUSUF))),
      (error) => error instanceof Refused && error.kind === 'not allowed',
      name,
    )
})
