// Thirty-two writers at once on a few children, corrections and retractions mixed in: no overlap, no drift, no deadlock.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import {
  type Asking,
  correct,
  currentOf,
  type Door,
  openDoor,
  Refused,
  recordFirst,
  retract,
  withClient,
} from '#database'
import { type TestRecord, testRecord } from '../database/test-record.ts'
import { startPlacement } from './store.ts'
import { DETAIL, TODAY } from './test-placements.ts'

const WRITERS = 32
const TURNS = 12
const CHILDREN = 3

let record: TestRecord
let door: Door
before(async () => {
  record = await testRecord('writers')
  door = openDoor({ connection: record.at.connection, keys: record.keys, connections: WRITERS })
})
after(async () => {
  await door.close()
  await record.close()
})

/** Days spread over 2026 so that about half of all spans meet another. */
function spanOf(seed: number): { since: string; until: string } {
  const since = new Date(Date.UTC(2026, 0, 1 + ((seed * 37) % 300)))
  const until = new Date(since.getTime() + (3 + (seed % 11)) * 86_400_000)
  return { since: since.toISOString().slice(0, 10), until: until.toISOString().slice(0, 10) }
}

/** Without any decision: only the database stands between this write and an overlap. */
async function unasked(asking: Asking, child: string, seed: number): Promise<string> {
  const { since, until } = spanOf(seed)
  await recordFirst(asking, 'kith.placement', { child, columns: { during: `[${since},${until})`, kind: 'U6' } })
  return 'placed unasked'
}

async function oneOf(asking: Asking, child: string, seed: number) {
  const all = await currentOf(asking, 'kith.placement', child)
  return all[seed % Math.max(1, all.length)]
}

async function turn(asking: Asking, child: string, seed: number): Promise<string> {
  const { since, until } = spanOf(seed)
  if (seed % 5 < 2) return await unasked(asking, child, seed)
  if (seed % 5 === 2) {
    const placing = { typed: { kind: 'U4', since, until }, detail: DETAIL, today: TODAY }
    return 'ok' in (await startPlacement(asking, child, placing)) ? 'placed' : 'refused by decision'
  }
  const version = await oneOf(asking, child, seed)
  if (version === undefined) return 'nothing there'
  const outcome =
    seed % 5 === 3
      ? await correct(asking, 'kith.placement', { id: version.id, columns: { during: `[${since},${until})` } })
      : await retract(asking, 'kith.placement', { id: version.id, reason: 'Never happened.' })
  if ('ok' in outcome) return seed % 5 === 3 ? 'corrected' : 'retracted'
  return outcome.refused
}

async function attempt(child: string, seed: number): Promise<string> {
  try {
    return await door.asService(record.council, 'import', async (asking) => await turn(asking, child, seed))
  } catch (error) {
    // Anything but a refusal in the field's words (a deadlock, a broken connection) fails the test.
    if (error instanceof Refused && (error.kind === 'overlap' || error.kind === 'corrected already')) return error.kind
    throw error
  }
}

async function leftBehind(): Promise<Record<string, number>> {
  const overlaps = `select count(*)::int as n from kith.placement_current a join kith.placement_current b
    on a.council = b.council and a.child = b.child and a.id < b.id and a.during && b.during`
  const drift = `select count(*)::int as n from kith.placement_current c full join kith.placement_standing s using (council, id)
    where c.during is distinct from s.during or c.child is distinct from s.child`
  const forks = `select count(*)::int as n from (select supersedes from kith.placement
    where supersedes is not null group by council, supersedes having count(*) > 1) f`
  return await withClient(record.at.connection, async (client) => {
    const count = async (sql: string) => (await client.query<{ n: number }>(sql)).rows[0]?.n ?? -1
    return { overlaps: await count(overlaps), drift: await count(drift), forks: await count(forks) }
  })
}

test('32 writers: overlaps are refused, lines never fork, what stands is what the database guards', async () => {
  const children = await Promise.all(Array.from({ length: CHILDREN }, async () => await record.newChild()))
  const outcomes = await Promise.all(
    Array.from({ length: WRITERS }, async (_, writer) => {
      const own: string[] = []
      for (let at = 0; at < TURNS; at += 1)
        own.push(await attempt(children[(writer + at) % CHILDREN] ?? '', writer * 13 + at * 7))
      return own
    }),
  )
  const tally = Object.groupBy(outcomes.flat(), (outcome) => outcome)
  assert.equal(outcomes.flat().length, WRITERS * TURNS)
  for (const kind of ['placed unasked', 'placed', 'corrected', 'retracted', 'overlap', 'refused by decision'])
    assert.ok((tally[kind]?.length ?? 0) > 0, `${kind} never happened: ${JSON.stringify(Object.keys(tally))}`)
  assert.deepEqual(await leftBehind(), { overlaps: 0, drift: 0, forks: 0 })
})

test('32 writers of the same days: one stands, thirty-one are refused, by the database alone', async () => {
  const child = await record.newChild()
  const outcomes = await Promise.all(
    Array.from({ length: WRITERS }, async () => {
      try {
        return await door.asService(record.council, 'import', async (asking) => await unasked(asking, child, 1))
      } catch (error) {
        return error instanceof Refused ? error.kind : String(error)
      }
    }),
  )
  assert.equal(outcomes.filter((outcome) => outcome === 'placed unasked').length, 1)
  assert.equal(outcomes.filter((outcome) => outcome === 'overlap').length, WRITERS - 1)
  assert.equal((await leftBehind())['overlaps'], 0)
})

test('32 who read one version and correct it: one is taken, and each of the others has their words back', async () => {
  const child = await record.newChild()
  const { line } = await record.asImport(
    async (asking) =>
      await recordFirst(asking, 'kith.placement', { child, columns: { during: '[2026-01-01,)', kind: 'U6' } }),
  )
  const outcomes = await Promise.all(
    Array.from(
      { length: WRITERS },
      async (_, writer) =>
        await record.asImport(
          async (asking) => await correct(asking, 'kith.placement', { id: line, columns: {}, words: `Why ${writer}` }),
        ),
    ),
  )
  assert.equal(outcomes.filter((outcome) => 'ok' in outcome).length, 1)
  for (const [writer, outcome] of outcomes.entries())
    if ('refused' in outcome)
      assert.deepEqual([outcome.refused, outcome.yours.words], ['corrected already', `Why ${writer}`])
  assert.deepEqual(await leftBehind(), { overlaps: 0, drift: 0, forks: 0 })
})
