// Recording: versions in a line, both who and when on each, and of two who correct the same version neither loses a word.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import {
  asKnown,
  changeFrom,
  correct,
  currentOf,
  historyOf,
  recordFirst,
  retract,
  type Superseded,
} from './recording.ts'
import { maySupersede, Refused } from './refusals.ts'
import { type TestRecord, testRecord } from './test-record.ts'

let record: TestRecord
before(async () => {
  record = await testRecord('recording')
})
after(async () => await record.close())

const VISIT = { happened: '2026-11-20', visitor_role: 'representative', mode: 'in person', seen: true } as const
const firstVisit = async (words?: string) =>
  await record.as(
    'priya',
    async (asking) => await recordFirst(asking, 'kith.visit', { child: record.jordan, columns: VISIT, words }),
  )
const written = (outcome: Superseded<'kith.visit'>) => {
  assert.ok('ok' in outcome, JSON.stringify(outcome))
  return outcome.ok
}
const history = async (line: string) =>
  await record.as('priya', async (asking) => await historyOf(asking, 'kith.visit', line))

test('what may be superseded', () => {
  const latest = { id: 'b', change: 'correction', recorded_by: 'priya', recorded: '2026-11-20T10:00:00Z' }
  const was = { by: 'priya', at: '2026-11-20T10:00:00Z' }
  assert.deepEqual(maySupersede('b', true, latest), { ok: true })
  assert.deepEqual(maySupersede('a', true, latest), { refused: 'corrected already', ...was })
  assert.deepEqual(maySupersede('a', false, undefined), { refused: 'not in the record' })
  assert.deepEqual(maySupersede('b', true, { ...latest, change: 'retraction' }), { refused: 'retracted', ...was })
  const unseen = { refused: 'corrected already', by: undefined, at: undefined } as const
  assert.deepEqual(maySupersede('a', true, undefined), unseen)
})

test('a correction carries on what it does not touch, words too; every version stays with who and when', async () => {
  const { line } = await firstVisit('Jordan showed me the garden.')
  const second = written(
    await record.as(
      'priya',
      async (asking) => await correct(asking, 'kith.visit', { id: line, columns: { alone: true } }),
    ),
  )
  const third = written(
    await record.as(
      'cora',
      async (asking) => await changeFrom(asking, 'kith.visit', { id: second.id, columns: {}, words: 'Shorter.' }),
    ),
  )
  const versions = await history(line)
  assert.deepEqual(
    versions.map(({ change, alone, words, recorded_by, happened }) => ({
      change,
      alone,
      words,
      recorded_by,
      happened,
    })),
    [
      { change: 'first', alone: null, words: 'Jordan showed me the garden.', by: 'priya' },
      { change: 'correction', alone: true, words: 'Jordan showed me the garden.', by: 'priya' },
      { change: 'change', alone: true, words: 'Shorter.', by: 'cora' },
    ].map(({ by, ...version }) => ({
      ...version,
      recorded_by: record.people[by === 'cora' ? 'cora' : 'priya'],
      happened: '2026-11-20',
    })),
  )
  assert.equal(versions.at(-1)?.id, third.id)
})

test('a retraction stands no longer, keeps its reason, and cannot be built upon', async () => {
  const { line } = await firstVisit('Wrong child.')
  const gone = written(
    await record.as(
      'priya',
      async (asking) => await retract(asking, 'kith.visit', { id: line, reason: 'This was another child.' }),
    ),
  )
  const standing = await record.as('priya', async (asking) => await currentOf(asking, 'kith.visit', record.jordan))
  assert.equal(
    standing.some((visit) => visit.line === line),
    false,
  )
  assert.deepEqual(
    (await history(line)).map(({ words }) => words),
    ['Wrong child.', 'This was another child.'],
  )
  for (const id of [line, gone.id]) {
    const again = await record.as('priya', async (asking) => await correct(asking, 'kith.visit', { id, columns: {} }))
    assert.equal('refused' in again && again.refused, 'retracted')
  }
})

test('what was known at a moment can be asked after it was corrected', async () => {
  const { line } = await firstVisit('First telling.')
  const [first] = await history(line)
  const second = written(
    await record.as(
      'priya',
      async (asking) =>
        await correct(asking, 'kith.visit', {
          id: line,
          columns: { happened: '2026-11-19' },
          words: 'Second telling.',
        }),
    ),
  )
  await record.as('priya', async (asking) => await retract(asking, 'kith.visit', { id: second.id, reason: 'Wrong.' }))
  const known = async (at: string) =>
    await record.as('priya', async (asking) => {
      const visits = await asKnown(asking, 'kith.visit', { child: record.jordan, at })
      return visits.filter((visit) => visit.line === line).map(({ happened, words }) => [happened, words])
    })
  const [, two, three] = await history(line)
  assert.deepEqual(await known('2026-01-01T00:00:00Z'), [])
  assert.deepEqual(await known(first?.recorded ?? ''), [['2026-11-20', 'First telling.']])
  assert.deepEqual(await known(two?.recorded ?? ''), [['2026-11-19', 'Second telling.']])
  assert.deepEqual(await known(three?.recorded ?? ''), [])
})

test('of eight who correct one version at once, one is taken and seven get their own words back', async () => {
  const { line } = await firstVisit('As it was.')
  const outcomes = await Promise.all(
    Array.from({ length: 8 }, async (_, n) => ({
      n,
      outcome: await record.as(
        n % 2 === 0 ? 'priya' : 'cora',
        async (asking) => await correct(asking, 'kith.visit', { id: line, columns: {}, words: `Telling ${n}` }),
      ),
    })),
  )
  const taken = outcomes.filter(({ outcome }) => 'ok' in outcome)
  assert.equal(taken.length, 1)
  for (const { n, outcome } of outcomes) {
    if (!('refused' in outcome)) continue
    assert.equal(outcome.refused, 'corrected already')
    assert.equal(outcome.yours.words, `Telling ${n}`)
    assert.equal(outcome.standing?.words, `Telling ${taken[0]?.n}`)
  }
  assert.equal((await history(line)).length, 2)
})

test('who may not see a version cannot correct it, nor learn that it is there', async () => {
  const { line } = await firstVisit('For those who know Jordan.')
  for (const name of ['tom', 'vera', 'ada'] as const) {
    const outcome = await record.as(
      name,
      async (asking) => await correct(asking, 'kith.visit', { id: line, columns: {} }),
    )
    assert.deepEqual([name, 'refused' in outcome && outcome.refused], [name, 'not in the record'])
    const seen = await record.as(name, async (asking) => [
      ...(await currentOf(asking, 'kith.visit', record.jordan)),
      ...(await historyOf(asking, 'kith.visit', line)),
    ])
    assert.deepEqual(seen, [])
  }
})

test('who sees but may not write is refused by the database', async () => {
  const { line } = await firstVisit()
  await assert.rejects(
    record.as('ravi', async (asking) => await correct(asking, 'kith.visit', { id: line, columns: { alone: true } })),
    (error) => error instanceof Refused && error.kind === 'not allowed',
  )
  assert.equal((await history(line)).length, 1)
})

test('a person who corrects what a source said keeps its key, so that the source finds the line again', async () => {
  const line = await record.asImport(async (asking) => {
    const { council, person: recorded_by } = asking.who
    const [id = '', source = ''] = await asking.newIds(2)
    await asking.insert('kith.source', [{ council, id: source, kind: 'ssda903', recorded_by }])
    const shape = { council, id, line: id, child: record.jordan, source, source_key: 'row 1', recorded_by }
    await asking.insert('kith.visit', [{ ...VISIT, ...shape }])
    return id
  })
  await record.as(
    'priya',
    async (asking) => await correct(asking, 'kith.visit', { id: line, columns: { alone: true } }),
  )
  const [, corrected] = await history(line)
  assert.deepEqual([corrected?.source, corrected?.source_key], [null, 'row 1'])
})
