// A thousand pairs of people save one plan at once, to different parts and to the same: each text is a version or kept apart.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { latestParts, type Saved, savePlan, unmergedTexts } from '#plans'
import { type Named, type TestRecord, testRecord } from '../../src/database/test-record.ts'
import { anotherChild, writtenPlan } from '../../src/plans/test-plans.ts'

const PAIRS = 1_000
/** Pairs under way at once: two writers each, as many as the door has connections. */
const AT_ONCE = 5

let record: TestRecord
before(async () => {
  record = await testRecord('nothing-lost')
})
after(async () => await record.close())

type Writing = {
  readonly name: Named
  readonly edition: string
  readonly part: string
  readonly read: number
  readonly text: string
}

async function save({ name, edition, ...one }: Writing): Promise<Saved> {
  const saved = await record.as(name, async (asking) => await savePlan(asking, edition, [one]))
  assert.ok('ok' in saved && saved.ok[0], JSON.stringify(saved))
  return saved.ok[0]
}

async function inPairs(pair: (number: number) => Promise<void>): Promise<void> {
  let next = 0
  const run = async (): Promise<void> => {
    while (next < PAIRS) await pair(next++)
  }
  await Promise.all(Array.from({ length: AT_ONCE }, run))
}

/** Every text of the plan that can still be read: all versions, and what was kept apart. */
async function allTexts(plan: string) {
  return await record.as('priya', async (asking) => {
    const rows = await asking.record
      .selectFrom('kith.plan_part')
      .select(['id', 'part', 'version', 'said'])
      .where('plan', '=', plan)
      .execute()
    const words = await asking.readWords(rows)
    const kept = await unmergedTexts(asking, { plan })
    return {
      versions: rows.map(({ id, part, version }) => ({ part, version, text: words.get(id) })),
      kept: kept.map(({ text }) => text),
    }
  })
}

test(`${PAIRS} pairs on different parts: all of them are versions`, async () => {
  const { plan, edition } = await writtenPlan(record, await anotherChild(record))
  const written = new Set<string>()
  // Each of the two goes on from their own last version, so that nobody is late.
  const parts = Array.from(
    { length: AT_ONCE },
    (_, n) => [`outcome/${n + 1}/different`, `outcome/${n + 1}/known`] as const,
  )
  const free = [...parts]
  const versions = new Map<string, number>()
  await inPairs(async (number) => {
    const pair = free.pop()
    assert.ok(pair)
    const saved = await Promise.all(
      pair.map(async (part, at) => {
        const text = `Pair ${number} on ${part}.`
        written.add(text)
        const name = at === 0 ? 'priya' : 'cora'
        return await save({ name, edition, part, read: versions.get(part) ?? 0, text })
      }),
    )
    for (const one of saved) if (one.kind === 'saved') versions.set(one.part, one.version)
    free.push(pair)
  })
  const { versions: all, kept } = await allTexts(plan)
  const found = new Set(all.map(({ text }) => text))
  assert.equal(written.size, 2 * PAIRS)
  assert.deepEqual(
    [...written].filter((text) => !found.has(text)),
    [],
  )
  assert.deepEqual(kept, [])
})

test(`${PAIRS} pairs on the same part: one wins or none, every text is a version or kept apart`, async () => {
  const { plan, edition } = await writtenPlan(record, await anotherChild(record))
  const written = new Set<string>()
  const won: number[] = []
  await inPairs(async (number) => {
    const read = await record.as(
      'priya',
      async (asking) => (await latestParts(asking, plan, ['health']))[0]?.version ?? 0,
    )
    const saved = await Promise.all(
      (['priya', 'cora'] as const).map(async (name) => {
        const text = `Pair ${number}, ${name}.`
        written.add(text)
        return await save({ name, edition, part: 'health', read, text })
      }),
    )
    won.push(saved.filter(({ kind }) => kind === 'saved').length)
    assert.ok(saved.every(({ kind }) => kind === 'saved' || kind === 'kept apart'))
  })
  const { versions, kept } = await allTexts(plan)
  const ofPart = versions.filter(({ part }) => part === 'health')
  const found = new Set([...ofPart.map(({ text }) => text), ...kept])
  assert.equal(written.size, 2 * PAIRS)
  assert.deepEqual(
    [...written].filter((text) => !found.has(text)),
    [],
  )
  // The first version stood before the pairs began.
  assert.equal(ofPart.length - 1 + kept.length, 2 * PAIRS)
  assert.equal(
    ofPart.length - 1,
    won.reduce((sum, n) => sum + n, 0),
  )
  assert.ok(won.every((n) => n <= 1))
  assert.ok(kept.length >= PAIRS)
  assert.deepEqual(
    ofPart.map(({ version }) => version).sort((a, b) => a - b),
    ofPart.map((_, at) => at + 1),
  )
})
