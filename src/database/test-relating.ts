// For tests of rooms: people in further relations to a child, relations that end, records that are hidden, another council.
import { sql } from 'kysely'
import type { Asking } from './asking.ts'
import { makeCouncil } from './councils.ts'
import type { TestRecord } from './test-record.ts'

async function addWorker(asking: Asking, name: string): Promise<string> {
  const [id = ''] = await asking.newIds(1)
  const { council, person: recorded_by } = asking.who
  await asking.insert('kith.person', [{ council, id, recorded_by }])
  await asking.insert('kith.worker', [{ council, id, name, recorded_by }])
  return id
}

async function stand(asking: Asking, person: string, { relation, child }: { relation: string; child: string | null }) {
  const [id = ''] = await asking.newIds(1)
  const standing = { id, line: id, person, child, relation, since: '2020-01-01T00:00:00Z', until: 'infinity' }
  const { council, person: recorded_by } = asking.who
  await asking.insert('kith.standing_relation', [
    { ...standing, council, recorded_by, reason: 'role', retracted: false },
  ])
}

/** A new person of the council who stands in this relation to the child (null: to the whole council). */
export async function somebodyWho(record: TestRecord, relation: string, child: string | null): Promise<string> {
  return await record.asImport(async (asking) => {
    const person = await addWorker(asking, `The ${relation}`)
    await stand(asking, person, { relation, child })
    return person
  })
}

/** The person stands in this relation, too. */
export async function alsoStands(record: TestRecord, person: string, to: { relation: string; child: string | null }) {
  await record.asImport(async (asking) => await stand(asking, person, to))
}

export async function asPerson<T>(
  { door, council }: Pick<TestRecord, 'door' | 'council'>,
  person: string,
  work: (asking: Asking) => Promise<T>,
): Promise<T> {
  return await door.as({ council, person }, work)
}

/** Every relation of this person to the child is over. */
export async function endRelations(record: TestRecord, person: string, child: string): Promise<void> {
  await record.asImport(async (asking) => {
    const standing = await sql<{ id: string; line: string; relation: string }>`
      select id, line, relation from kith.standing_relation r where council = ${record.council} and person = ${person} and child = ${child}
        and not exists (select from kith.standing_relation n where n.council = r.council and n.supersedes = r.id)`.execute(
      asking.record,
    )
    for (const { id: supersedes, line, relation } of standing.rows) {
      const [id = ''] = await asking.newIds(1)
      const span = { since: '2020-01-01T00:00:00Z', until: '2020-02-01T00:00:00Z' }
      const { council, person: recorded_by } = asking.who
      await asking.insert('kith.standing_relation', [
        {
          council,
          id,
          line,
          supersedes,
          person,
          child,
          relation,
          ...span,
          retracted: false,
          reason: 'role',
          recorded_by,
        },
      ])
    }
  })
}

/** From now on only those named find the child. */
export async function hide(record: TestRecord, child: string, named: readonly string[]): Promise<void> {
  await record.asImport(async (asking) => {
    const [id = ''] = await asking.newIds(1)
    const { council, person: recorded_by } = asking.who
    await asking.insert('kith.restriction', [
      { council, id, line: id, child, kind: 'hidden', named, decided: '2026-11-20', recorded_by },
    ])
  })
}

/** Works as the director of another council. */
export async function asElsewhere<T>(record: TestRecord, work: (asking: Asking) => Promise<T>): Promise<T> {
  const council = await makeCouncil(record.at.connection, { code: 'E06000902', name: 'Elsewhere' })
  const person = await record.door.asService(council, 'import', async (asking) => {
    const added = await addWorker(asking, 'Their director')
    await stand(asking, added, { relation: 'director', child: null })
    return added
  })
  return await record.door.as({ council, person }, work)
}
