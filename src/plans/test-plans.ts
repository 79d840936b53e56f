// For tests of plans: who approves them, and a plan that is ready to be sent.
import assert from 'node:assert/strict'
import type { TestRecord } from '../database/test-record.ts'
import { WHOLE_PLAN } from './examples.ts'
import { approvePlan, beginPlan, latestParts, savePlan, sendForApproval } from './index.ts'

/** Tom is a director of the whole council, and Hana, beside her team, a manager of Jordan's worker. */
export async function withApprovers({ asImport, people, jordan, council }: TestRecord): Promise<void> {
  await asImport(async (asking) => {
    for (const [person, relation, child] of [
      [people.tom, 'director', null],
      [people.hana, 'manager-line', jordan],
    ] as const) {
      const [id = ''] = await asking.newIds(1)
      const standing = { id, line: id, person, child, relation, since: '2020-01-01T00:00:00Z', until: 'infinity' }
      await asking.insert('kith.standing_relation', [
        { ...standing, council, recorded_by: asking.who.person, reason: 'role', retracted: false },
      ])
    }
  })
}

/** A child whom the same people know as they know Jordan. */
export async function anotherChild({ asImport, people, newChild, council }: TestRecord): Promise<string> {
  const child = await newChild()
  await asImport(async (asking) => {
    for (const [person, relation] of [
      [people.priya, 'allocated-worker'],
      [people.cora, 'cover'],
      [people.hana, 'manager-line'],
    ] as const) {
      const [id = ''] = await asking.newIds(1)
      const standing = { id, line: id, person, child, relation, since: '2020-01-01T00:00:00Z', until: 'infinity' }
      await asking.insert('kith.standing_relation', [
        { ...standing, council, recorded_by: asking.who.person, reason: 'role', retracted: false },
      ])
    }
  })
  return child
}

type Begun = { readonly plan: string; readonly edition: string }

/** Begun and written whole by Priya. */
export async function writtenPlan({ as }: TestRecord, child: string): Promise<Begun> {
  return await as('priya', async (asking) => {
    const begun = await beginPlan(asking, child, 'care plan')
    assert.ok('ok' in begun, JSON.stringify(begun))
    const saved = await savePlan(asking, begun.ok.edition, WHOLE_PLAN)
    assert.ok('ok' in saved, JSON.stringify(saved))
    return begun.ok
  })
}

/** The same, sent by Priya and approved by Tom. */
export async function approvedPlan(record: TestRecord, child: string): Promise<Begun> {
  const begun = await writtenPlan(record, child)
  await record.as('priya', async (asking) => await sendForApproval(asking, begun.edition))
  await record.as('tom', async (asking) => {
    const read = (await latestParts(asking, begun.plan)).map(({ id }) => id)
    assert.ok('ok' in (await approvePlan(asking, begun.edition, { read })))
  })
  return begun
}
