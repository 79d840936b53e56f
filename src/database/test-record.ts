// For tests of rooms: one council on a chosen day, with a few named people and the children whom they know or do not know.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { withClient } from '#postgres'
import type { Asking } from './asking.ts'
import { makeCouncil } from './councils.ts'
import { type Door, openDoor } from './door.ts'
import { type CouncilKeys, councilKeysIn } from './keys.ts'
import { type TestDatabase, testDatabase } from './test-database.ts'

/** Who somebody is to Jordan; Tom is nobody to Jordan, and Ada keeps the council's lists. */
const STANDING = {
  priya: 'allocated-worker',
  ravi: 'reviewing-officer',
  hana: 'health-team',
  vera: 'virtual-school',
  cora: 'cover',
} as const
const NAMES = {
  priya: 'Priya Nair',
  ravi: 'Ravi Menon',
  hana: 'Hana Weiss',
  vera: 'Vera Stone',
  cora: 'Cora Bell',
  tom: 'Tom Ellis',
  ada: 'Ada Quill',
} as const
export type Named = keyof typeof NAMES

export type TestRecord = {
  readonly at: TestDatabase
  readonly door: Door
  readonly keys: CouncilKeys
  readonly council: number
  readonly people: Readonly<Record<Named, string>>
  /** A child with the people above around them, and a child whom none of them knows. */
  readonly jordan: string
  readonly robin: string
  readonly as: <T>(name: Named, work: (asking: Asking) => Promise<T>) => Promise<T>
  readonly asImport: <T>(work: (asking: Asking) => Promise<T>) => Promise<T>
  readonly newChild: () => Promise<string>
  /** Starts all works while the lock of this child (or school) is held, and lets go when each of them waits for it or has ended. */
  readonly atOnce: <T>(locked: string, works: readonly (() => Promise<T>)[]) => Promise<readonly T[]>
  readonly close: () => Promise<void>
}

async function makeChild(asking: Asking): Promise<string> {
  const [id = ''] = await asking.newIds(1)
  const row = { council: asking.who.council, id, recorded_by: asking.who.person }
  await asking.insert('kith.person', [row])
  await asking.insert('kith.child', [row])
  return id
}

async function makePeople(asking: Asking): Promise<Record<Named, string>> {
  const { council, person: recorded_by } = asking.who
  const entries: [string, string][] = []
  for (const [key, name] of Object.entries(NAMES)) {
    const [id = ''] = await asking.newIds(1)
    await asking.insert('kith.person', [{ council, id, recorded_by }])
    await asking.insert('kith.worker', [{ council, id, name, recorded_by }])
    entries.push([key, id])
  }
  return Object.fromEntries(entries) as Record<Named, string>
}

async function relate(asking: Asking, people: Record<Named, string>, jordan: string): Promise<void> {
  const relations: [string, string, string | null][] = Object.entries(STANDING).map(([name, relation]) => [
    people[name as Named],
    relation,
    jordan,
  ])
  relations.push([people.ada, 'administrator', null])
  for (const [person, relation, child] of relations) {
    const [id = ''] = await asking.newIds(1)
    const standing = { id, line: id, person, child, relation, since: '2020-01-01T00:00:00Z', reason: 'role' }
    await asking.insert('kith.standing_relation', [
      { ...standing, council: asking.who.council, recorded_by: asking.who.person, until: 'infinity', retracted: false },
    ])
  }
}

async function startTogether<T>(
  { at, council }: Pick<TestRecord, 'at' | 'council'>,
  locked: string,
  works: readonly (() => Promise<T>)[],
): Promise<readonly T[]> {
  return await withClient(at.connection, async (client) => {
    const key = [locked, council]
    await client.query('select pg_advisory_lock(hashtextextended($1, $2))', key)
    let ended = 0
    const started = works.map(async (work) => await work().finally(() => (ended += 1)))
    const all = Promise.all(started)
    all.catch(() => {}) // thrown below, when everybody has been let go
    const waiting = `select count(*)::int as n from pg_locks where locktype = 'advisory' and not granted
      and database = (select oid from pg_database where datname = current_database())`
    for (let held = 0; held + ended < works.length; )
      held = (await client.query<{ n: number }>(waiting)).rows[0]?.n ?? 0
    await client.query('select pg_advisory_unlock(hashtextextended($1, $2))', key)
    return await all
  })
}

export async function testRecord(name: string): Promise<TestRecord> {
  const at = await testDatabase(name)
  const home = await mkdtemp(join(tmpdir(), 'kith-record-'))
  const council = await makeCouncil(at.connection, { code: 'E06000901', name: 'Testshire' })
  const keys = councilKeysIn(home)
  const door = openDoor({ connection: at.connection, keys })
  const asImport: TestRecord['asImport'] = async (work) => await door.asService(council, 'import', work)
  const { people, jordan, robin } = await asImport(async (asking) => {
    const made = { people: await makePeople(asking), jordan: await makeChild(asking), robin: await makeChild(asking) }
    await relate(asking, made.people, made.jordan)
    return made
  })
  const close = async (): Promise<void> => {
    await door.close()
    await at.drop()
    await rm(home, { recursive: true })
  }
  return {
    ...{ at, door, keys, council, people, jordan, robin, asImport, close },
    as: async (who, work) => await door.as({ council, person: people[who] }, work),
    newChild: async () => await asImport(makeChild),
    atOnce: async (locked, works) => await startTogether({ at, council }, locked, works),
  }
}
